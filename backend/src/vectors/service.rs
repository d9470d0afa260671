//! The use cases: see what is stale, compute it.

use std::sync::Arc;

use data_encoding::HEXLOWER;
use matching::Posting;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Vector;
use super::jobs::ComputeVectors;
use super::store::{self, Stale};
use crate::app::Ctx;
use crate::changes::Affected;
use crate::engine::model::{self, Model};
use crate::error::{Error, Result};
use crate::jobs::{self, Job};
use crate::market;

/// Postings of each kind that one job looks at: a minute's work of one processor.
const BATCH: u64 = 100;

/// Asks for a job if something is stale and none is waiting.
pub async fn schedule(ctx: &Ctx) -> Result<()> {
    let Some(model) = ctx.app.model.get(&ctx.app.config).await else {
        return Ok(());
    };
    let db = &ctx.app.db;
    if store::stale(db, model.version(), 1).await?.is_empty() || waiting(ctx).await? {
        return Ok(());
    }
    let txn = ctx.begin().await?;
    ctx.enqueue(&txn, &ComputeVectors {}).await?;
    txn.commit().await
}

async fn waiting(ctx: &Ctx) -> Result<bool> {
    let kinds = jobs::waiting_kinds(&ctx.app.db, ctx.now()).await?;
    Ok(kinds.iter().any(|kind| kind == ComputeVectors::KIND))
}

/// Computes what is stale, a batch at a time, until nothing is.
pub async fn compute_stale(ctx: &Ctx) -> Result<()> {
    let Some(model) = ctx.app.model.get(&ctx.app.config).await else {
        return Ok(());
    };
    loop {
        let stale = store::stale(&ctx.app.db, model.version(), BATCH).await?;
        if stale.is_empty() {
            return Ok(());
        }
        if compute(ctx, &model, stale).await? == 0 {
            // Hidden or closed while we looked.
            return Ok(());
        }
    }
}

/// Computes the vectors of what a ranking is about to look at, if a model is there and they are stale.
pub async fn refresh(ctx: &Ctx, stale: Stale) -> Result<()> {
    if let Some(model) = ctx.app.model.get(&ctx.app.config).await {
        compute(ctx, &model, stale).await?;
    }
    Ok(())
}

async fn compute(ctx: &Ctx, model: &Arc<Model>, stale: Stale) -> Result<usize> {
    let db = &ctx.app.db;
    let affected = Affected {
        needs: stale.needs,
        offers: stale.offers,
        researchers: stale.researchers,
        ..Affected::default()
    };
    let postings = market::store::read(db, &affected).await?.postings;
    let ids: Vec<Uuid> = postings.iter().map(|found| found.id).collect();
    let known = store::of_many(db, &ids, model.version()).await?;
    for market::store::Found { id, posting } in &postings {
        let known = known.get(id).map(Vec::as_slice).unwrap_or_default();
        let rows = rows(ctx, model, *id, posting, known).await?;
        let txn = ctx.begin().await?;
        store::replace(&txn, *id, rows).await?;
        txn.commit().await?;
    }
    Ok(postings.len())
}

/// The vectors of a posting; one whose text did not change is not computed again.
async fn rows(
    ctx: &Ctx,
    model: &Arc<Model>,
    id: Uuid,
    posting: &Posting,
    known: &[Vector],
) -> Result<Vec<Vector>> {
    let mut rows = Vec::new();
    for text in &posting.texts {
        let text_hash = HEXLOWER.encode(&Sha256::digest(model::whole(text)));
        let language = model::code_of(text.language).to_owned();
        let same = known
            .iter()
            .find(|row| row.language == language && row.text_hash == text_hash);
        let vector = if let Some(row) = same {
            row.vector.clone()
        } else {
            let (model, kind, text) = (Arc::clone(model), posting.kind, model::whole(text));
            let computed = tokio::task::spawn_blocking(move || model.vector(kind, &text)).await;
            let vector = computed
                .map_err(|error| Error::internal(error.to_string()))?
                .map_err(|error| Error::internal(error.to_string()))?;
            model::to_bytes(&vector)
        };
        rows.push(Vector {
            posting_id: id,
            language,
            kind: model::code_of_kind(posting.kind).to_owned(),
            model: model.version().to_owned(),
            text_hash,
            vector,
            computed_at: ctx.now(),
        });
    }
    Ok(rows)
}

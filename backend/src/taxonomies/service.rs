//! The use cases: write an edition, adopt it, go back to the built-in one.

use data_encoding::HEXLOWER;
use matching::ConceptInfo;
use sha2::{Digest, Sha256};

use super::entity::Concepts;
use super::{TaxonomyEdition, rules, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::engine;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::TaxonomyEditionId;
use crate::policy::Action;
use crate::text::say;
use crate::weights::jobs::Rerank;

/// Characters of a note at most.
const NOTE: usize = 500;

/// The concepts that the engine uses now.
pub async fn current(ctx: &Ctx) -> Result<Vec<ConceptInfo>> {
    Ok(match store::adopted(&ctx.app.db).await? {
        Some(row) => row.concepts.0,
        None => engine::built_in_concepts().concepts,
    })
}

/// Writes an edition from a JSON list of concepts. The same concepts are one edition.
pub async fn write(ctx: &Ctx, note: &str, concepts: &str) -> Result<TaxonomyEdition> {
    ctx.authorize(Action::AdministerEngine)?;
    let note = note.trim();
    if note.is_empty() || note.chars().count() > NOTE {
        let code = if note.is_empty() {
            ErrorCode::Required
        } else {
            ErrorCode::TooLong
        };
        let sentence = say(
            format!("Hãy ghi điểm mới của phiên bản, không quá {NOTE} ký tự."),
            format!("Say what is new in the edition, in at most {NOTE} characters."),
        );
        return Err(Error::field("note", code, sentence));
    }
    let concepts: Vec<ConceptInfo> = serde_json::from_str(concepts).map_err(|error| {
        let sentence = say(
            format!("Không đọc được danh sách khái niệm (JSON): {error}."),
            format!("The list of concepts (JSON) cannot be read: {error}."),
        );
        Error::field("concepts", ErrorCode::InvalidInput, sentence)
    })?;
    let problems = rules::problems(&concepts, &ctx.app.taxonomy);
    if !problems.is_empty() {
        Error::problems(problems)?;
    }
    let content = serde_json::to_vec(&concepts).map_err(|e| Error::internal(e.to_string()))?;
    let content_hash = HEXLOWER.encode(&Sha256::digest(&content));
    let txn = ctx.begin().await?;
    if let Some(same) = store::with_hash(&txn, &content_hash).await? {
        return Ok(same);
    }
    let number = store::count(&txn).await? + 1;
    let row = TaxonomyEdition {
        id: TaxonomyEditionId(ctx.app.ids.next()),
        version: format!("edition-{number}"),
        note: note.to_owned(),
        concepts: Concepts(concepts),
        content_hash,
        created_at: ctx.now(),
        created_by: ctx.viewer.user(),
        adopted_at: None,
        adopted_by: None,
    };
    store::insert(&txn, row.clone()).await?;
    record(ctx, &txn, "taxonomy.written", &row).await?;
    txn.commit().await?;
    Ok(row)
}

/// The engine uses an edition from now on.
pub async fn adopt(ctx: &Ctx, id: TaxonomyEditionId) -> Result<TaxonomyEdition> {
    ctx.authorize(Action::AdministerEngine)?;
    let txn = ctx.begin().await?;
    let mut row = store::lock(&txn, id).await?;
    if row.adopted_at.is_some() {
        return Ok(row);
    }
    store::retire_all(&txn).await?;
    row.adopted_at = Some(ctx.now());
    row.adopted_by = ctx.viewer.user();
    store::update(&txn, row.clone()).await?;
    record(ctx, &txn, "taxonomy.adopted", &row).await?;
    ctx.enqueue(&txn, &Rerank {}).await?;
    txn.commit().await?;
    Ok(row)
}

/// The engine uses the built-in edition again; says whether it used another.
pub async fn restore_built_in(ctx: &Ctx) -> Result<bool> {
    ctx.authorize(Action::AdministerEngine)?;
    let txn = ctx.begin().await?;
    let Some(row) = store::adopted(&txn).await? else {
        return Ok(false);
    };
    store::retire_all(&txn).await?;
    record(ctx, &txn, "taxonomy.retired", &row).await?;
    ctx.enqueue(&txn, &Rerank {}).await?;
    txn.commit().await?;
    Ok(true)
}

async fn record(ctx: &Ctx, txn: &Txn, action: &str, row: &TaxonomyEdition) -> Result<()> {
    let subject = Subject::taxonomy_edition(row.id);
    audit::record(ctx, txn, action, subject, &row.version).await
}

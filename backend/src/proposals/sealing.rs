//! The seal at rest: a proposal's document lies encrypted under a key of its own, which the vault wraps.
//! Nobody but the bidder, and who proposes together with it, has the key unwrapped before the opening
//! released it: not a job, not the product itself.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use super::document::Document;
use super::entity::{content, key, legacy};
use super::rules::Content;
use super::{Proposal, receipts, store};
use crate::app::{App, Ctx};
use crate::db::{self, Txn};
use crate::error::{Error, Result};
use crate::ids::ProposalId;
use crate::money::Amount;
use crate::needs::Need;
use crate::policy::Action;
use crate::text::Locale;
use crate::vault::Purpose;
use crate::vault::data_key::DataKey;

/// A proposal's content and its key, both sealed.
pub type Sealed = (content::Model, key::Model);

/// What both are bound to: neither opens in another proposal's row, or under another generation.
fn context(id: ProposalId, generation: i32) -> String {
    format!("{id}/{generation}")
}

/// A first key, or a new one, and what it seals.
fn sealed(app: &App, id: ProposalId, generation: i32, document: &Document) -> Result<Sealed> {
    let context = context(id, generation);
    let data = DataKey::new(app.ids.bytes());
    let wrapped = app.vault.seal(Purpose::Proposal, &context, data.bytes())?;
    let sealed = data.seal(&context, &plain(document)?)?;
    let content = content::Model {
        proposal_id: id,
        generation,
        sealed,
    };
    let key = key::Model {
        proposal_id: id,
        generation,
        wrapped,
        created_at: app.clock.now(),
        released_at: None,
    };
    Ok((content, key))
}

fn plain(document: &Document) -> Result<Vec<u8>> {
    serde_json::to_vec(document).map_err(|e| Error::internal(e.to_string()))
}

/// A new document with its salt.
pub fn blank(ctx: &Ctx) -> Document {
    Document::new(crate::ids::hex(&ctx.app.ids.bytes::<16>()))
}

/// Seals the document of a proposal that was just begun.
pub async fn begin(ctx: &Ctx, txn: &Txn, id: ProposalId, document: &Document) -> Result<()> {
    store::insert_sealed(txn, sealed(&ctx.app, id, 1, document)?).await
}

/// Seals a changed document; under a new key when the proposal was taken back in between, so that what
/// was once handed in and what is written anew have nothing in common.
pub async fn write(
    ctx: &Ctx,
    txn: &Txn,
    of: (&Proposal, &Need),
    document: &Document,
    anew: bool,
) -> Result<()> {
    let id = of.0.id;
    let row = one(txn, id).await?;
    if anew {
        return store::replace_sealed(txn, sealed(&ctx.app, id, row.1.generation + 1, document)?)
            .await;
    }
    let (key, context) = unwrapped(ctx, of, &row)?;
    let content = content::Model {
        sealed: key.seal(&context, &plain(document)?)?,
        ..row.0
    };
    store::update_content(txn, content).await
}

/// What a proposal says, for the one who asks.
pub async fn read(
    ctx: &Ctx,
    db: &impl sea_orm::ConnectionTrait,
    of: (&Proposal, &Need),
) -> Result<Document> {
    open(ctx, of, &one(db, of.0.id).await?)
}

async fn one(db: &impl sea_orm::ConnectionTrait, id: ProposalId) -> Result<Sealed> {
    let rows = store::sealed(db, &[id]).await?;
    rows.into_iter()
        .next()
        .ok_or_else(|| Error::internal("a proposal without its sealed content"))
}

/// As [`read`], of rows that were read already.
pub fn open(ctx: &Ctx, of: (&Proposal, &Need), row: &Sealed) -> Result<Document> {
    let (key, context) = unwrapped(ctx, of, row)?;
    document(&key.open(&context, &row.0.sealed)?)
}

/// Before the opening the answer is no for everybody but the bidder; the policy is asked first.
fn unwrapped(ctx: &Ctx, of: (&Proposal, &Need), row: &Sealed) -> Result<(DataKey, String)> {
    let (proposal, need) = of;
    ctx.authorize(Action::ViewProposal(proposal, need))?;
    let own = proposal.bidders().any(|id| ctx.viewer.belongs_to(id));
    if row.1.released_at.is_none() && !own {
        return Err(Error::not_found());
    }
    if row.1.proposal_id != proposal.id {
        return Err(Error::internal("a proposal's key is another's"));
    }
    data_key(&ctx.app, row)
}

/// Unwraps a key for [`unwrapped`] and [`released`], which have asked who may.
fn data_key(app: &App, (content, key): &Sealed) -> Result<(DataKey, String)> {
    if content.generation != key.generation || content.proposal_id != key.proposal_id {
        return Err(Error::internal("a proposal's key is another's"));
    }
    let context = context(key.proposal_id, key.generation);
    let bytes = app.vault.open(Purpose::Proposal, &context, &key.wrapped)?;
    Ok((DataKey::unwrapped(&bytes)?, context))
}

fn opened(app: &App, row: &Sealed) -> Result<Document> {
    let (key, context) = data_key(app, row)?;
    document(&key.open(&context, &row.0.sealed)?)
}

fn document(plain: &[u8]) -> Result<Document> {
    serde_json::from_slice(plain)
        .map_err(|e| Error::internal(format!("a sealed proposal is none: {e}")))
}

/// What an opening released, by proposal. For the panel and the owner, who read bids as the evaluation's own
/// rule says: whoever calls this has asked the policy for the evaluation. What is not released is not there.
pub async fn released(
    ctx: &Ctx,
    db: &impl sea_orm::ConnectionTrait,
    ids: &[ProposalId],
) -> Result<HashMap<ProposalId, Arc<Document>>> {
    let rows = store::sealed(db, ids).await?;
    let released = rows.iter().filter(|(_, key)| key.released_at.is_some());
    released
        .map(|row| Ok((row.0.proposal_id, Arc::new(opened(&ctx.app, row)?))))
        .collect()
}

/// Seals what stood in plain columns before proposals were sealed at rest. Does nothing where nothing is
/// left of it.
pub async fn seal_legacy(app: &App) -> Result<()> {
    let left = store::legacy(&app.db).await?;
    if left.is_empty() {
        return Ok(());
    }
    for (row, proposal) in left {
        let document = legacy_document(app, &row)?;
        let (content, mut key) = sealed(app, proposal.id, 1, &document)?;
        if crate::policy::is_open_to_owner(proposal.status) {
            key.released_at = Some(proposal.updated_at);
        }
        let txn = db::begin(&app.db, &app.bus).await?;
        // Another process may have been faster.
        if store::delete_legacy(&txn, proposal.id).await? {
            store::insert_sealed(&txn, (content, key)).await?;
        }
        txn.commit().await?;
    }
    store::scrub(&app.db).await;
    Ok(())
}

/// The old columns, as the migration carried them.
#[derive(Deserialize)]
struct Old {
    /// `VI` or `EN`.
    language: String,
    summary: String,
    approach: String,
    price_amount: Option<i64>,
    duration_months: Option<i32>,
}

fn legacy_document(app: &App, row: &legacy::Model) -> Result<Document> {
    let old: Old = serde_json::from_str(&row.content)
        .map_err(|e| Error::internal(format!("a proposal from before: {e}")))?;
    let content = Content {
        language: match old.language.as_str() {
            "EN" => Locale::En,
            _ => Locale::Vi,
        },
        summary: old.summary,
        approach: old.approach,
        price_amount: old.price_amount.map(Amount),
        duration_months: old.duration_months,
    };
    let mut document = Document::new(crate::ids::hex(&app.ids.bytes::<16>()));
    document.set_content(content, app.clock.now());
    // Its receipt, if it has one, is of the rule of that time.
    document.rule = receipts::RULE - 1;
    Ok(document)
}

//! Files that belong to a proposal: drawings, certificates, letters of banks.
//!
//! They are sealed as what it says is sealed. The bytes lie in the storage under a key of their own; the
//! key, the name and everything else that is known of a file stand in the proposal's sealed document.
//! Outside of it one sees that something of some size belongs to a proposal, and nothing else.

use sha2::{Digest, Sha256};

use super::document::{AttachedFile, Attachment, Document, Secret};
use super::entity::attachment;
use super::rules::{self, Step};
use super::service::{locked, write};
use super::{Proposal, sealing, store};
use crate::app::Ctx;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluations;
use crate::files::service::{Sound, aside, look_through};
use crate::files::storage;
use crate::ids::{AttachmentId, ProposalId, hex};
use crate::needs::{self, Need};
use crate::policy::Action;
use crate::text::say;
use crate::vault::data_key::DataKey;

/// Most files of one proposal.
pub const MOST: usize = 10;

/// Refuses, before a byte is read, who may not add to this proposal, or not any more.
pub async fn admit(ctx: &Ctx, id: ProposalId) -> Result<()> {
    let db = &ctx.app.db;
    let proposal = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    let need = needs::store::find(db, proposal.need_id).await?;
    changeable(ctx, &proposal, &need.ok_or_else(Error::not_found)?)
}

fn changeable(ctx: &Ctx, proposal: &Proposal, need: &Need) -> Result<()> {
    ctx.authorize(Action::EditProposal(proposal, need))?;
    rules::next(proposal.status, Step::Edit)?;
    rules::taking(need, ctx.now())
}

/// What was added, and the version that the proposal has with it.
pub type Added = (Attachment, i32);

/// Takes a file in. The same file again, because the answer got lost, is no second one.
pub async fn add(ctx: &Ctx, id: ProposalId, said: (&str, &str), bytes: Vec<u8>) -> Result<Added> {
    let Sound {
        name,
        media_type,
        size,
        sha256,
        bytes,
    } = look_through(ctx, said, bytes).await?;
    let attachment = Attachment {
        id: AttachmentId(ctx.app.ids.next()),
        about: AttachedFile {
            name,
            media_type: media_type.media_type().to_owned(),
            size,
            sha256,
        },
        key: Secret(ctx.app.ids.bytes::<32>().to_vec()),
    };
    let (key, context) = (key(&attachment)?, attachment.id.to_string());
    let work = move || {
        let sealed = key.seal(&context, &bytes)?;
        Ok((hex(&Sha256::digest(&sealed)), sealed))
    };
    let (content, sealed) = aside(work).await?;
    storage::put(ctx, &content, &sealed).await?;
    let kept = keep(ctx, id, attachment, content.clone()).await;
    if !matches!(&kept, Ok((true, _))) {
        storage::remove(ctx, &content).await?;
    }
    kept.map(|(_, added)| added)
}

/// Into the document; false and the one that is there if it has it already.
async fn keep(
    ctx: &Ctx,
    id: ProposalId,
    attachment: Attachment,
    content: String,
) -> Result<(bool, Added)> {
    let txn = ctx.begin().await?;
    let (need, proposal) = locked(ctx, &txn, id).await?;
    changeable(ctx, &proposal, &need)?;
    let mut document = sealing::read(ctx, &txn, (&proposal, &need)).await?;
    let same = |one: &&Attachment| one.about == attachment.about;
    if let Some(there) = document.attachments.iter().find(same) {
        return Ok((false, (there.clone(), proposal.version)));
    }
    if document.attachments.len() >= MOST {
        return Err(too_many());
    }
    let row = attachment::Model {
        id: attachment.id,
        proposal_id: id,
        content,
    };
    store::insert_attachment(&txn, row).await?;
    document.attachments.push(attachment.clone());
    let proposal = write(ctx, &txn, &need, proposal, document).await?;
    txn.commit().await?;
    Ok((true, (attachment, proposal.version)))
}

/// Takes a file out of a draft, and its bytes away; one that is gone already is no error.
pub async fn remove(ctx: &Ctx, id: ProposalId, attachment: AttachmentId) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, proposal) = locked(ctx, &txn, id).await?;
    changeable(ctx, &proposal, &need)?;
    let mut document = sealing::read(ctx, &txn, (&proposal, &need)).await?;
    let row = store::attachment(&txn, attachment).await?;
    let Some(row) = row.filter(|row| row.proposal_id == id) else {
        return Ok(proposal);
    };
    document.attachments.retain(|one| one.id != attachment);
    store::delete_attachment(&txn, id, attachment).await?;
    let proposal = write(ctx, &txn, &need, proposal, document).await?;
    txn.commit().await?;
    // Its key is gone with the document: what a failure here leaves behind opens for nobody.
    if let Err(error) = storage::remove(ctx, &row.content).await {
        tracing::warn!(?error, "the bytes of a removed attachment are still there");
    }
    Ok(proposal)
}

/// A file for who may read the proposal, or judges it.
pub async fn read(ctx: &Ctx, id: AttachmentId) -> Result<(AttachedFile, Vec<u8>)> {
    let db = &ctx.app.db;
    let row = store::attachment(db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    let attachment = document(ctx, row.proposal_id)
        .await?
        .attachments
        .into_iter()
        .find(|one| one.id == id)
        .ok_or_else(Error::not_found)?;
    let sealed = storage::fetch(ctx, &row.content).await?;
    let (key, context) = (key(&attachment)?, id.to_string());
    let bytes = aside(move || key.open(&context, &sealed)).await?;
    Ok((attachment.about, bytes))
}

/// What a proposal says, to its bidder, to the owner once it is opened, and to who judges it under a
/// letter.
async fn document(ctx: &Ctx, id: ProposalId) -> Result<Document> {
    let db = &ctx.app.db;
    let proposal = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    let need = needs::store::find(db, proposal.need_id).await?;
    let need = need.ok_or_else(Error::not_found)?;
    if ctx.may(Action::ViewProposal(&proposal, &need)) {
        return sealing::read(ctx, db, (&proposal, &need)).await;
    }
    let bid = evaluations::service::judged(ctx, need, id).await?;
    Ok(Document::clone(&bid))
}

fn key(attachment: &Attachment) -> Result<DataKey> {
    DataKey::unwrapped(&attachment.key.0)
}

fn too_many() -> Error {
    Error::field(
        "file",
        ErrorCode::FileRefused,
        say(
            format!("Mỗi đề xuất có tối đa {MOST} tệp kèm theo. Hãy gộp tài liệu hoặc bỏ bớt tệp."),
            format!("A proposal has at most {MOST} attachments. Join documents, or remove some."),
        ),
    )
}

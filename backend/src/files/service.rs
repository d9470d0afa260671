//! The use cases: upload, read, use for something, let go.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::entity::content;
use super::jobs::RemoveUnusedFile;
use super::rules;
use super::sniff::sniff;
use super::{File, FileOwner, FileType, Purpose, storage, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::{Txn, alone};
use crate::error::{Error, Result};
use crate::ids::{FileId, OrganizationId, hex};
use crate::organizations::{self, Organization};
use crate::policy::Action;

/// How long an upload may wait until something refers to it.
pub const PATIENCE: chrono::Duration = chrono::Duration::days(1);

/// What comes with an upload's bytes.
#[derive(Clone, Debug)]
pub struct Upload {
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it will be.
    pub organization_id: OrganizationId,
    /// Type that the client says.
    pub content_type: String,
    /// Name that the client says.
    pub name: String,
}

/// Refuses, before a byte is read, who may not upload for the organisation.
pub async fn admit(ctx: &Ctx, organization_id: OrganizationId) -> Result<Organization> {
    let organization = organizations::store::find(&ctx.app.db, organization_id).await?;
    let organization = organization.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::UploadFile(&organization))?;
    Ok(organization)
}

/// An upload that was looked through.
pub(crate) struct Sound {
    /// Name, cleaned.
    pub name: String,
    /// Type, by its bytes.
    pub media_type: FileType,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Looks an upload through: how large it is, and whether it is what its sender and its name say.
pub(crate) async fn look_through(
    ctx: &Ctx,
    (content_type, name): (&str, &str),
    bytes: Vec<u8>,
) -> Result<Sound> {
    let most = ctx.app.config.limits.file_bytes;
    if bytes.len() > most {
        return Err(rules::too_large(most));
    }
    let size = i64::try_from(bytes.len()).map_err(|e| Error::internal(e.to_string()))?;
    let declared = rules::declared(content_type);
    let work = move || -> Result<(FileType, String, Vec<u8>)> {
        let found = sniff(&bytes).map_err(rules::refused)?;
        if found.media_type() != declared {
            return Err(rules::not_what_it_says());
        }
        Ok((found, hex(&Sha256::digest(&bytes)), bytes))
    };
    let (media_type, sha256, bytes) = aside(work).await?;
    let name = rules::name(name, media_type).ok_or_else(rules::not_what_it_says)?;
    Ok(Sound {
        name,
        media_type,
        size,
        sha256,
        bytes,
    })
}

/// On a thread of its own: looking through, hashing and sealing ten megabytes would hold up everybody
/// else.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| Error::internal(e.to_string()))?
}

/// Takes a file in. It waits for a day to be used for something.
pub async fn upload(ctx: &Ctx, upload: Upload, bytes: Vec<u8>) -> Result<File> {
    let sound = look_through(ctx, (&upload.content_type, &upload.name), bytes).await?;
    let (app, sha256) = (ctx.app.clone(), sound.sha256.clone());
    let sealed = aside(move || storage::seal(&app, &sha256, &sound.bytes)).await?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let file = File {
        id: FileId(ctx.app.ids.next()),
        owner_kind: FileOwner::Organization(upload.organization_id).columns().0,
        owner_id: upload.organization_id.0,
        purpose: upload.purpose,
        uploaded_by: user,
        name: sound.name,
        media_type: sound.media_type,
        size: sound.size,
        sha256: sound.sha256.clone(),
        created_at: ctx.now(),
        attached_at: None,
    };
    let kept = keep(ctx, &file, &sealed).await;
    if kept.is_err() {
        // Nothing may lie in the storage that no row knows of.
        forget_content(ctx, &sound.sha256).await?;
    }
    kept.map(|()| file)
}

/// The content and the row, in one transaction.
async fn keep(ctx: &Ctx, file: &File, sealed: &[u8]) -> Result<()> {
    #[derive(Serialize)]
    struct Detail<'a> {
        file: FileId,
        sha256: &'a str,
    }

    let FileOwner::Organization(owner) = file.owner();
    let txn = ctx.begin().await?;
    // Locked: of many uploads at once no more than the bound get through.
    let organization = organizations::store::lock(&txn, owner).await?;
    let most = ctx.app.config.limits.files;
    if store::count_waiting(&txn, file.owner()).await? >= most {
        return Err(rules::too_many(most));
    }
    content_alone(&txn, &file.sha256).await?;
    storage::put(ctx, &file.sha256, sealed).await?;
    let content = content::Model {
        sha256: file.sha256.clone(),
        size: file.size,
        created_at: ctx.now(),
    };
    store::insert_content(&txn, content).await?;
    store::insert(&txn, file.clone()).await?;
    let detail = Detail {
        file: file.id,
        sha256: &file.sha256,
    };
    let subject = Subject::organization(organization.id);
    audit::record(ctx, &txn, "file.uploaded", subject, &detail).await?;
    let job = RemoveUnusedFile { file_id: file.id };
    ctx.enqueue_at(&txn, &job, ctx.now() + PATIENCE).await?;
    txn.commit().await
}

/// A file for one who may read it.
pub async fn read(ctx: &Ctx, id: FileId) -> Result<(File, Vec<u8>)> {
    let file = store::find(&ctx.app.db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ViewFile(&file))?;
    let FileOwner::Organization(owner) = file.owner();
    if !ctx.viewer.belongs_to(owner) {
        // The alliance reads other people's papers: that is on record.
        let txn = ctx.begin().await?;
        let subject = Subject::organization(owner);
        audit::record(ctx, &txn, "file.read", subject, &file.id).await?;
        txn.commit().await?;
    }
    let bytes = storage::get(ctx, &file.sha256).await?;
    Ok((file, bytes))
}

/// A file for a feature that has decided who may read it.
pub(crate) async fn content(ctx: &Ctx, id: FileId) -> Result<(File, Vec<u8>)> {
    let file = store::find(&ctx.app.db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    let bytes = storage::get(ctx, &file.sha256).await?;
    Ok((file, bytes))
}

/// Uses files for something of an organisation; with `again`, also ones that are in use already.
pub(crate) async fn attach(
    ctx: &Ctx,
    txn: &Txn,
    field: &str,
    ids: &[FileId],
    whose: (OrganizationId, Purpose),
    again: bool,
) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let whose = (FileOwner::Organization(whose.0), whose.1);
    if store::attach(txn, ids, whose, again, ctx.now()).await? {
        Ok(())
    } else {
        Err(rules::unusable(field))
    }
}

/// What referred to the file is gone: so is the file.
pub(crate) async fn let_go(ctx: &Ctx, txn: &Txn, id: FileId) -> Result<()> {
    store::detach(txn, id).await?;
    ctx.enqueue(txn, &RemoveUnusedFile { file_id: id }).await
}

/// Removes a file that nothing refers to, and its content if no other file holds the same.
pub(crate) async fn remove_unused(ctx: &Ctx, id: FileId) -> Result<()> {
    storage::tidy(ctx).await;
    let Some(file) = store::find(&ctx.app.db, id).await? else {
        return Ok(());
    };
    let txn = ctx.begin().await?;
    content_alone(&txn, &file.sha256).await?;
    if !store::delete_waiting(&txn, id).await? {
        return Ok(());
    }
    if store::delete_unheld(&txn, &file.sha256).await? {
        storage::remove(ctx, &file.sha256).await?;
    }
    let FileOwner::Organization(owner) = file.owner();
    let subject = Subject::organization(owner);
    audit::record(ctx, &txn, "file.removed", subject, &id).await?;
    txn.commit().await
}

/// Removes a content that no file holds: its upload was refused at the end.
async fn forget_content(ctx: &Ctx, sha256: &str) -> Result<()> {
    let txn = ctx.begin().await?;
    content_alone(&txn, sha256).await?;
    if store::delete_unheld(&txn, sha256).await? {
        storage::remove(ctx, sha256).await?;
    }
    txn.commit().await
}

/// One at a time for each content: it is put and removed together with its row.
async fn content_alone(txn: &Txn, sha256: &str) -> Result<()> {
    alone(txn, &format!("file {sha256}")).await
}

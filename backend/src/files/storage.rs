//! Where contents lie: below the folder of `storage_url`, each under its SHA-256, sealed by the
//! vault; those of proposals are sealed by their own keys, and lie under the SHA-256 of what is sealed. A content appears whole or not at all: it is written beside its place, synced, and
//! renamed into it.

use std::path::{Path, PathBuf};

use tokio::fs;
use tokio::io::AsyncWriteExt;

use crate::app::{App, Ctx};
use crate::error::{Error, Result};
use crate::vault::Purpose;

/// How long a half-written content may lie about: its writer was killed.
const STALE: chrono::Duration = chrono::Duration::hours(1);

fn folder(app: &App) -> PathBuf {
    app.config.storage_folder().join("files")
}

/// `files/ab/abcdef…`; the name is hexadecimal and ours.
fn place(app: &App, sha256: &str) -> PathBuf {
    let shelf = sha256.get(..2).unwrap_or("xx");
    folder(app).join(shelf).join(sha256)
}

fn failed(what: &str, path: &Path, e: &std::io::Error) -> Error {
    Error::unavailable(format!("{what} {}: {e}", path.display()))
}

/// Encrypts a content for its place.
pub(super) fn seal(app: &App, sha256: &str, plain: &[u8]) -> Result<Vec<u8>> {
    app.vault.seal(Purpose::File, sha256, plain)
}

/// Puts a sealed content into its place, unless it is there.
pub(crate) async fn put(ctx: &Ctx, sha256: &str, sealed: &[u8]) -> Result<()> {
    let place = place(&ctx.app, sha256);
    if fs::try_exists(&place).await.unwrap_or(false) {
        return Ok(());
    }
    let desk = folder(&ctx.app).join("unfinished");
    let draft = desk.join(ctx.app.ids.next().simple().to_string());
    let written = write(&desk, &draft, &place, sealed).await;
    if written.is_err() {
        let _ = fs::remove_file(&draft).await;
    }
    written
}

async fn write(desk: &Path, draft: &Path, place: &Path, sealed: &[u8]) -> Result<()> {
    let shelf = place.parent().unwrap_or(desk);
    for folder in [desk, shelf] {
        fs::create_dir_all(folder)
            .await
            .map_err(|e| failed("making", folder, &e))?;
    }
    let wrong = |e: std::io::Error| failed("writing", draft, &e);
    let mut file = fs::File::create_new(draft).await.map_err(wrong)?;
    file.write_all(sealed).await.map_err(wrong)?;
    file.sync_all().await.map_err(wrong)?;
    std::mem::drop(file);
    fs::rename(draft, place)
        .await
        .map_err(|e| failed("renaming into", place, &e))?;
    // The name must survive a crash as well.
    if let Ok(shelf) = fs::File::open(shelf).await {
        let _ = shelf.sync_all().await;
    }
    Ok(())
}

/// A content as it lies there, sealed.
pub(crate) async fn fetch(ctx: &Ctx, name: &str) -> Result<Vec<u8>> {
    let place = place(&ctx.app, name);
    fs::read(&place)
        .await
        .map_err(|e| failed("reading", &place, &e))
}

/// The plain bytes of a content that the vault sealed.
pub(super) async fn get(ctx: &Ctx, sha256: &str) -> Result<Vec<u8>> {
    let sealed = fetch(ctx, sha256).await?;
    let (app, sha256) = (ctx.app.clone(), sha256.to_owned());
    super::service::aside(move || app.vault.open(Purpose::File, &sha256, &sealed)).await
}

/// Removes a content.
pub(crate) async fn remove(ctx: &Ctx, sha256: &str) -> Result<()> {
    let place = place(&ctx.app, sha256);
    match fs::remove_file(&place).await {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(failed("removing", &place, &e)),
        _ => Ok(()),
    }
}

/// Removes what a killed writer left unfinished.
pub(super) async fn tidy(ctx: &Ctx) {
    let Ok(mut drafts) = fs::read_dir(folder(&ctx.app).join("unfinished")).await else {
        return;
    };
    while let Ok(Some(draft)) = drafts.next_entry().await {
        let written = draft.metadata().await.and_then(|about| about.modified());
        let stale = written.is_ok_and(|at| ctx.now() - chrono::DateTime::from(at) > STALE);
        if stale {
            let _ = fs::remove_file(draft.path()).await;
        }
    }
}

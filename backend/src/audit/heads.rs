//! The ends of the chains, kept outside the database: a line of JSON in `audit-heads.jsonl` whenever
//! one has moved. A chain alone does not show that its end was cut off; these lines do. Copy the file
//! to where whoever may write to the database may not.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::chain::Place;
use super::entity::Book;
use super::store;
use crate::app::App;
use crate::config::Config;
use crate::error::{Error, Result};

/// One kept end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// When it was kept.
    pub at: DateTime<Utc>,
    /// `open` or `sealed`.
    pub book: String,
    /// Number of the record.
    pub seq: i64,
    /// Its hash.
    pub hash: String,
}

/// What this process has kept last; none before it looked into the file.
#[derive(Default)]
pub struct Kept(Mutex<Option<Vec<Place>>>);

/// The file.
pub fn file(config: &Config) -> PathBuf {
    config.storage_folder().join("audit-heads.jsonl")
}

/// Keeps the ends that have moved since they were kept last.
pub async fn keep(app: &App) -> Result<()> {
    let mut kept = app.kept_heads.0.lock().await;
    let path = file(&app.config);
    let known = match kept.take() {
        Some(known) => known,
        None => last_of(&path).map_err(unwritable)?,
    };
    let heads = store::heads(&app.db).await?;
    let moved = heads.iter().filter(|head| !known.contains(head));
    let lines = to_keep(app, moved);
    write(&path, &lines).map_err(unwritable)?;
    // The log is read by more people than may know that a proposal was handed in.
    for head in lines.iter().filter(|head| head.book == Book::Open.name()) {
        tracing::info!(seq = head.seq, hash = head.hash, "head of the audit");
    }
    *kept = Some(heads);
    Ok(())
}

/// The ends as they are now.
pub async fn now(app: &App) -> Result<Vec<Head>> {
    Ok(to_keep(app, store::heads(&app.db).await?.iter()))
}

/// Before its first record a chain has no end to keep.
fn to_keep<'a>(app: &App, heads: impl Iterator<Item = &'a Place>) -> Vec<Head> {
    let at = app.clock.now();
    heads
        .filter(|head| head.seq > 0)
        .map(|head| Head {
            at,
            book: head.book.name().to_owned(),
            seq: head.seq,
            hash: head.hash.clone(),
        })
        .collect()
}

fn unwritable(error: std::io::Error) -> Error {
    Error::internal(format!("audit-heads.jsonl: {error}"))
}

fn write(path: &Path, heads: &[Head]) -> std::io::Result<()> {
    if heads.is_empty() {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut lines = String::new();
    for head in heads {
        lines.push_str(&serde_json::to_string(head)?);
        lines.push('\n');
    }
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    // One write: two processes with one folder do not mix their lines.
    file.write_all(lines.as_bytes())?;
    file.sync_data()
}

/// The last kept end of each book.
fn last_of(path: &Path) -> std::io::Result<Vec<Place>> {
    let mut last: Vec<Place> = Vec::new();
    for line in lines(path)? {
        if let Ok(Line::Head(place)) = line {
            last.retain(|known| known.book != place.book);
            last.push(place);
        }
    }
    Ok(last)
}

/// One line of the file.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// An end.
    Head(Place),
    /// Not what we write; its number.
    Unreadable(usize),
}

/// The lines of the file, one at a time; a file that is not there has none.
pub fn lines(
    path: &Path,
) -> std::io::Result<Box<dyn Iterator<Item = std::io::Result<Line>> + Send>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Box::new(std::iter::empty()));
        }
        Err(error) => return Err(error),
    };
    let lines = BufReader::new(file).split(b'\n').enumerate();
    Ok(Box::new(lines.map(|(number, line)| {
        let place = serde_json::from_slice::<Head>(&line?).ok().and_then(place);
        Ok(place.map_or(Line::Unreadable(number + 1), Line::Head))
    })))
}

fn place(head: Head) -> Option<Place> {
    let book = [Book::Open, Book::Sealed]
        .into_iter()
        .find(|book| book.name() == head.book)?;
    Some(Place {
        book,
        seq: head.seq,
        hash: head.hash,
    })
}

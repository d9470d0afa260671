//! Walks the chains, a bounded number of records at a time, and names the first that is broken.

use std::path::Path;

use sea_orm::{ConnectionTrait, DatabaseConnection};

use super::chain::{BEGUN, Fault, Older, Place};
use super::entity::Book;
use super::heads::{self, Line};
use super::store::{self, Raw};
use crate::db;
use crate::error::{Error, Result};
use crate::ids::AuditId;

/// What was found in one book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walked {
    /// Which.
    pub book: Book,
    /// Records in the chain.
    pub chained: i64,
    /// Records that are older than the chain.
    pub older: i64,
    /// Kept heads that were compared.
    pub compared: u64,
    /// Hash of the last record.
    pub hash: String,
}

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// In which book.
    pub book: Book,
    /// Number of the record.
    pub seq: i64,
    /// Its id, where there is one.
    pub id: Option<AuditId>,
    /// What is wrong.
    pub fault: Fault,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            book, seq, fault, ..
        } = self;
        write!(f, "record {seq} of the {} book", book.name())?;
        if let Some(id) = self.id {
            write!(f, " ({id})")?;
        }
        write!(f, " {fault}")
    }
}

/// What a check found.
pub type Verdict = std::result::Result<Vec<Walked>, Broken>;

/// Checks both books against themselves and against the heads that were kept in a file.
pub async fn verify(db: &DatabaseConnection, kept: &Path) -> Result<Verdict> {
    // One moment of the database, so that what is written meanwhile confuses nothing.
    let snapshot = db::snapshot(db).await?;
    let mut walked = Vec::new();
    for book in [Book::Open, Book::Sealed] {
        match walk(&snapshot, book, kept).await? {
            Ok(whole) => walked.push(whole),
            Err(broken) => return Ok(Err(broken)),
        }
    }
    Ok(Ok(walked))
}

/// The heads of one book in the order of the file, compared as the walk passes them.
struct Kept {
    lines: Box<dyn Iterator<Item = std::io::Result<Line>> + Send>,
    book: Book,
    next: Option<Place>,
    compared: u64,
}

impl Kept {
    fn open(path: &Path, book: Book) -> Result<Self> {
        let lines = heads::lines(path).map_err(|e| Error::internal(e.to_string()))?;
        let mut kept = Self {
            lines,
            book,
            next: None,
            compared: 0,
        };
        kept.advance()?;
        Ok(kept)
    }

    fn advance(&mut self) -> Result<()> {
        self.next = None;
        for line in self.lines.by_ref() {
            match line.map_err(|e| Error::internal(e.to_string()))? {
                Line::Head(place) if place.book == self.book => {
                    self.next = Some(place);
                    return Ok(());
                }
                Line::Head(_) => {}
                Line::Unreadable(number) => {
                    return Err(Error::internal(format!(
                        "line {number} of the kept heads cannot be read"
                    )));
                }
            }
        }
        Ok(())
    }

    /// Compares every head up to the place that the walk has reached.
    async fn compare(
        &mut self,
        db: &impl ConnectionTrait,
        at: &Place,
    ) -> Result<std::result::Result<(), Broken>> {
        while let Some(head) = self.next.take_if(|head| head.seq <= at.seq) {
            let hash = if head.seq == at.seq {
                Some(at.hash.clone())
            } else {
                // The lines of two processes may stand in another order than the records.
                store::hash_at(db, self.book, head.seq).await?
            };
            if hash.as_deref() != Some(head.hash.as_str()) {
                return Ok(Err(broken(at.book, head.seq, None, Fault::OtherThanKept)));
            }
            self.compared += 1;
            self.advance()?;
        }
        Ok(Ok(()))
    }
}

fn broken(book: Book, seq: i64, id: Option<AuditId>, fault: Fault) -> Broken {
    Broken {
        book,
        seq,
        id,
        fault,
    }
}

async fn walk(
    db: &impl ConnectionTrait,
    book: Book,
    path: &Path,
) -> Result<std::result::Result<Walked, Broken>> {
    let mut place = Place::start(book);
    let mut kept = Kept::open(path, book)?;
    let older = store::older(db, book).await?;
    let mut after = None;
    let mut last_id = None;
    loop {
        let batch = store::next_of_chain(db, book, &after).await?;
        let Some(end) = batch.last() else {
            break;
        };
        after = Some((end.seq, end.id.unwrap_or(AuditId(uuid::Uuid::nil()))));
        for raw in &batch {
            if let Err((seq, fault)) = follow(&mut place, raw, &older) {
                return Ok(Err(broken(book, seq, raw.id, fault)));
            }
            last_id = raw.id;
            if let Err(broken) = kept.compare(db, &place).await? {
                return Ok(Err(Broken {
                    id: raw.id,
                    ..broken
                }));
            }
        }
    }
    if let Some(head) = &kept.next {
        return Ok(Err(broken(book, head.seq, None, Fault::Cut)));
    }
    let head = store::heads(db).await?;
    if !head.contains(&place) {
        return Ok(Err(broken(book, place.seq, last_id, Fault::WrongHead)));
    }
    Ok(Ok(Walked {
        book,
        chained: place.seq,
        older: older.count,
        compared: kept.compared,
        hash: place.hash,
    }))
}

fn follow(place: &mut Place, raw: &Raw, older: &Older) -> std::result::Result<(), (i64, Fault)> {
    let Some(row) = &raw.row else {
        return Err((place.seq + 1, Fault::Unreadable));
    };
    place.follow(row)?;
    // What was there before the chain began stands in its first record; without one there was nothing.
    if place.seq == 1 {
        let said = if row.action == BEGUN {
            row.detail == older.detail()
        } else {
            older.count == 0
        };
        if !said {
            return Err((1, Fault::OlderAltered));
        }
    }
    Ok(())
}

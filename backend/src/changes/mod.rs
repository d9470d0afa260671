//! What changed of what everybody may see, for those who keep a copy of it in memory or on disk. The
//! database's triggers write one row per changed row, in the change's own transaction; nobody else does.
//!
//! ```text
//! transaction commits ─▶ row of public_change ─▶ each process reads on from where it was
//! ```
//!
//! On PostgreSQL a transaction may commit after one that began later. So a reader moves on only over rows
//! whose transactions are all over, and looks again at what is newer.

mod affected;
pub mod entity;
pub mod store;

use std::collections::BTreeSet;

use uuid::Uuid;

pub use affected::{Affected, Source};

use crate::app::App;
use crate::error::Result;

/// What a changed row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// A need.
    Need(Uuid),
    /// An offer.
    Offer(Uuid),
    /// An organisation.
    Organization(Uuid),
    /// A researcher's profile.
    Researcher(Uuid),
    /// A person's name, consents or whether she is here at all.
    User(Uuid),
    /// The sentence vector of a need, an offer or a researcher.
    Vector(Uuid),
    /// How the engine weighs.
    Engine,
}

/// Where a reader stands.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Position {
    /// PostgreSQL's number of the transaction; 0 elsewhere.
    pub transaction: i64,
    /// Number of the row.
    pub seq: i64,
}

/// A reader of the feed.
#[derive(Debug, Default)]
pub struct Reader {
    position: Position,
    /// Read already, beyond the position.
    ahead: BTreeSet<Position>,
}

/// A copy of what is public that follows the feed.
pub trait Replica: Sync {
    /// Copies everything, as it was at this position or later.
    fn build(&self, app: &App, position: Position) -> impl Future<Output = Result<()>> + Send;

    /// Brings what changed up to date; the feed was read as far as this position.
    fn apply(
        &self,
        app: &App,
        changed: &BTreeSet<Changed>,
        position: Position,
    ) -> impl Future<Output = Result<()>> + Send;
}

/// Brings a replica up to date. Without a reader, or when rows were swept that it had not read, everything
/// is copied anew.
pub async fn catch_up(
    app: &App,
    reader: &mut Option<Reader>,
    replica: &impl Replica,
) -> Result<()> {
    let db = &app.db;
    if let Some(known) = reader
        && let Some(first) = store::first(db).await?
        && first > known.position().seq + 1
    {
        *reader = None;
    }
    let reader = if let Some(reader) = reader {
        reader
    } else {
        let position = store::settled(db).await?;
        replica.build(app, position).await?;
        reader.insert(Reader::at(position))
    };
    loop {
        let batch = reader.read(db).await?;
        if !batch.changed.is_empty() {
            let position = reader.position();
            replica.apply(app, &batch.changed, position).await?;
        }
        if !batch.more {
            return Ok(());
        }
    }
}

/// Rows read at once.
const BATCH: u64 = 2_000;

/// What a look at the feed brought.
#[derive(Debug, Default)]
pub struct Batch {
    /// Each changed thing once.
    pub changed: BTreeSet<Changed>,
    /// There may be more.
    pub more: bool,
}

impl Reader {
    /// One who has read everything up to here.
    pub fn at(position: Position) -> Self {
        Self {
            position,
            ahead: BTreeSet::new(),
        }
    }

    /// Where it stands.
    pub fn position(&self) -> Position {
        self.position
    }

    /// Reads on.
    pub async fn read(&mut self, db: &sea_orm::DatabaseConnection) -> Result<Batch> {
        let horizon = store::horizon(db).await?;
        let rows = store::after(db, self.position, BATCH).await?;
        let mut batch = Batch {
            more: rows.len() as u64 == BATCH,
            ..Batch::default()
        };
        for row in rows {
            let position = row.position();
            if !self.ahead.contains(&position)
                && let Some(changed) = row.changed()
            {
                batch.changed.insert(changed);
            }
            if position.transaction < horizon {
                self.position = position;
            } else {
                self.ahead.insert(position);
                // What is not settled is read again; more of it than a batch waits for it.
                batch.more = false;
            }
        }
        let position = self.position;
        self.ahead.retain(|ahead| *ahead > position);
        Ok(batch)
    }
}

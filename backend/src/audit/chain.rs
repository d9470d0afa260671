//! Pure: how records hang together, and what is wrong when they do not.

use std::fmt;

use sha2::{Digest, Sha256};

use super::entity::{Book, Model};
use crate::ids::hex;

/// The hash before the first record of a book.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// The first record of a book that came after records without a chain; its detail says how many, and
/// their digest.
pub const BEGUN: &str = "audit.begun";

/// Values one after the other, each with its length before it: no two rows give the same bytes.
#[derive(Clone)]
struct Canonical(Sha256);

impl Canonical {
    fn new(kind: &str) -> Self {
        let mut bytes = Self(Sha256::new());
        bytes.put(Some(kind.as_bytes()));
        bytes
    }

    fn put(&mut self, value: Option<&[u8]>) {
        match value {
            None => self.0.update([0]),
            Some(bytes) => {
                self.0.update([1]);
                self.0.update((bytes.len() as u64).to_be_bytes());
                self.0.update(bytes);
            }
        }
    }

    fn put_content(&mut self, row: &Model) {
        self.put(Some(row.book.name().as_bytes()));
        self.put(Some(row.id.0.as_bytes()));
        self.put(Some(&row.at.timestamp_micros().to_be_bytes()));
        self.put(row.actor_id.as_ref().map(|id| id.0.as_bytes().as_slice()));
        for text in [
            &row.actor,
            &row.action,
            &row.subject_kind,
            &row.subject_id,
            &row.detail,
        ] {
            self.put(Some(text.as_bytes()));
        }
        self.put(row.address.as_deref().map(str::as_bytes));
        self.put(row.session_id.as_ref().map(|id| id.0.as_bytes().as_slice()));
    }
}

/// The hash of a record at its place: over all its columns and the hash of the one before.
pub fn hash(row: &Model, seq: i64, previous: &str) -> String {
    let mut bytes = Canonical::new("iforum audit 1");
    bytes.put(Some(previous.as_bytes()));
    bytes.put(Some(&seq.to_be_bytes()));
    bytes.put_content(row);
    hex(&bytes.0.finalize())
}

/// A digest of records that are older than the chain.
pub struct Older {
    /// How many so far.
    pub count: i64,
    bytes: Canonical,
}

impl Default for Older {
    fn default() -> Self {
        Self {
            count: 0,
            bytes: Canonical::new("iforum audit 1, before"),
        }
    }
}

impl Older {
    /// One more, in the order of the ids.
    pub fn add(&mut self, row: &Model) {
        self.count += 1;
        self.bytes.put_content(row);
    }

    /// What the chain's first record says of them.
    pub fn detail(&self) -> String {
        let digest = hex(&self.bytes.0.clone().finalize());
        format!(r#"{{"count":{},"digest":"{digest}"}}"#, self.count)
    }
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its number does not follow.
    Missing,
    /// Its number was given before.
    Twice,
    /// It names another record before it.
    Severed,
    /// Its columns do not give its hash.
    Altered,
    /// A column holds something that it cannot hold.
    Unreadable,
    /// Records from before the chain are not what they were when it began.
    OlderAltered,
    /// A head that was kept outside says that another record stood here.
    OtherThanKept,
    /// The chain ends before a head that was kept.
    Cut,
    /// The head in the database is not the last record.
    WrongHead,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is missing",
            Self::Twice => "is there twice",
            Self::Severed => "does not follow the record before it",
            Self::Altered => "was altered: its columns do not give its hash",
            Self::Unreadable => "was altered: it cannot be read",
            Self::OlderAltered => {
                "does not fit: the records older than the chain are not what they were when it began"
            }
            Self::OtherThanKept => {
                "is another than the one that was kept outside: what follows was written anew"
            }
            Self::Cut => "is missing: the end was cut off, for a kept head names it",
            Self::WrongHead => "is where the chain ends, but the table audit_head says otherwise",
        })
    }
}

/// A place in one book's chain, walked from its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which chain.
    pub book: Book,
    /// Number of the last record that was seen.
    pub seq: i64,
    /// Its hash.
    pub hash: String,
}

impl Place {
    /// Before the first record.
    pub fn start(book: Book) -> Self {
        Self {
            book,
            seq: 0,
            hash: GENESIS.to_owned(),
        }
    }

    /// Gives a record its place behind this one.
    #[must_use]
    pub fn chained(&mut self, mut row: Model) -> Model {
        self.seq += 1;
        let hash = hash(&row, self.seq, &self.hash);
        row.seq = Some(self.seq);
        row.previous_hash = Some(std::mem::replace(&mut self.hash, hash.clone()));
        row.hash = Some(hash);
        row
    }

    /// Goes on to the next record, or says what is wrong with it and with which number.
    pub fn follow(&mut self, row: &Model) -> Result<(), (i64, Fault)> {
        let expected = self.seq + 1;
        let seq = row.seq.unwrap_or_default();
        if seq > expected {
            return Err((expected, Fault::Missing));
        }
        if seq < expected {
            return Err((seq, Fault::Twice));
        }
        if row.previous_hash.as_deref() != Some(self.hash.as_str()) {
            return Err((seq, Fault::Severed));
        }
        let hash = hash(row, seq, &self.hash);
        if row.hash.as_deref() != Some(hash.as_str()) {
            return Err((seq, Fault::Altered));
        }
        self.seq = seq;
        self.hash = hash;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::ids::AuditId;

    fn row(id: u128, action: &str) -> Model {
        Model {
            id: AuditId(Uuid::from_u128(id)),
            at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            actor_id: None,
            actor: "system".into(),
            action: action.into(),
            subject_kind: "need".into(),
            subject_id: String::new(),
            detail: "null".into(),
            book: Book::Open,
            seq: None,
            previous_hash: None,
            hash: None,
            address: None,
            session_id: None,
        }
    }

    fn chain() -> Vec<Model> {
        let mut place = Place::start(Book::Open);
        (1..=5)
            .map(|n| place.chained(row(n, "need.created")))
            .collect()
    }

    fn walk(rows: &[Model]) -> Result<i64, (i64, Fault)> {
        let mut place = Place::start(Book::Open);
        for row in rows {
            place.follow(row)?;
        }
        Ok(place.seq)
    }

    #[test]
    fn a_whole_chain_is_followed_to_its_end() {
        assert_eq!(walk(&chain()), Ok(5));
    }

    #[test]
    fn what_was_done_to_a_chain_is_named() {
        let mut altered = chain();
        altered[2].action = "need.createc".into();
        assert_eq!(walk(&altered), Err((3, Fault::Altered)));
        let mut shorter = chain();
        shorter.remove(1);
        assert_eq!(walk(&shorter), Err((2, Fault::Missing)));
        let mut doubled = chain();
        doubled.insert(3, doubled[2].clone());
        assert_eq!(walk(&doubled), Err((3, Fault::Twice)));
        let mut other = chain();
        other[3].previous_hash = Some(GENESIS.into());
        assert_eq!(walk(&other), Err((4, Fault::Severed)));
    }

    #[test]
    fn a_word_cannot_move_from_one_column_to_the_next() {
        let mut one = row(1, "need");
        one.subject_kind = "created".into();
        let mut two = row(1, "needcreated");
        two.subject_kind = String::new();
        assert_ne!(hash(&one, 1, GENESIS), hash(&two, 1, GENESIS));
        let mut none = row(1, "need");
        none.address = Some(String::new());
        assert_ne!(hash(&none, 1, GENESIS), hash(&row(1, "need"), 1, GENESIS));
    }
}

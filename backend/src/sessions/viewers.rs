//! Whom a session or token belongs to, remembered for a moment: a request with a fresh token costs no
//! statement.
//!
//! What is remembered is forgotten at once on this process when anything about the person changes
//! (`Txn::publish(Event::ViewerChanged)`), on the other processes as soon as PostgreSQL has told them,
//! and in any case after `session.remember_seconds`. While PostgreSQL does not tell us, nothing is
//! remembered.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use moka::sync::Cache;

use crate::ids::{SessionId, UserId};
use crate::policy::Viewer;

/// Most that is remembered.
const CAPACITY: u64 = 50_000;
/// Far longer than anything is remembered: what a person's change made worthless stays so.
const CHANGES_LAST: Duration = Duration::from_hours(1);

/// By what somebody came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ticket {
    /// A session.
    Session(SessionId),
    /// The digest of a token for programs.
    Token(String),
}

#[derive(Clone)]
struct Remembered {
    viewer: Viewer,
    read_at: DateTime<Utc>,
    /// Number of the newest change before it was read.
    change: u64,
}

/// The memory of one process.
pub struct Viewers {
    entries: Cache<Ticket, Remembered>,
    /// The newest change of each person.
    changes: Cache<UserId, u64>,
    newest: AtomicU64,
    /// What was read before this change is worthless, whosever it is.
    floor: AtomicU64,
}

impl Default for Viewers {
    fn default() -> Self {
        Self {
            entries: Cache::builder()
                .max_capacity(CAPACITY)
                .time_to_live(CHANGES_LAST / 2)
                .build(),
            changes: Cache::builder()
                .max_capacity(CAPACITY * 2)
                .time_to_live(CHANGES_LAST)
                .build(),
            newest: AtomicU64::new(0),
            floor: AtomicU64::new(0),
        }
    }
}

/// The state of the world before something is read; see [`Viewers::keep`].
#[derive(Clone, Copy)]
pub struct Before(u64);

impl Viewers {
    /// The viewer of a ticket, if it was read less than `seconds` ago and nothing changed since.
    pub fn recall(&self, ticket: &Ticket, now: DateTime<Utc>, seconds: i64) -> Option<Viewer> {
        let entry = self.entries.get(ticket)?;
        let age = now.signed_duration_since(entry.read_at);
        let young = age >= chrono::Duration::zero() && age < chrono::Duration::seconds(seconds);
        let user = entry.viewer.user()?;
        let changed = self.changes.get(&user).unwrap_or_default();
        let worthless = entry.change < changed.max(self.floor.load(Ordering::SeqCst));
        (young && !worthless).then_some(entry.viewer)
    }

    /// To be taken before reading, so that a change in between is noticed.
    pub fn before(&self) -> Before {
        Before(self.newest.load(Ordering::SeqCst))
    }

    /// Remembers what was read.
    pub fn keep(&self, ticket: Ticket, viewer: Viewer, before: Before, now: DateTime<Utc>) {
        let entry = Remembered {
            viewer,
            read_at: now,
            change: before.0,
        };
        self.entries.insert(ticket, entry);
    }

    /// Something about the person changed.
    pub fn forget(&self, user: UserId) {
        let change = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        self.changes.insert(user, change);
    }

    /// We may have missed something: everything is read anew.
    pub fn forget_all(&self) {
        let change = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        self.floor.store(change, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::policy::{Access, Person};
    use crate::text::Locale;

    fn viewer(user: u128) -> Viewer {
        Viewer::Member(Person {
            id: UserId(Uuid::from_u128(user)),
            name: String::new(),
            locale: Locale::Vi,
            memberships: Vec::new(),
            second_factor_missing: false,
            access: Access::Session {
                id: SessionId(Uuid::from_u128(user)),
                confirmed_at: DateTime::UNIX_EPOCH,
            },
        })
    }

    fn ticket(user: u128) -> Ticket {
        Ticket::Session(SessionId(Uuid::from_u128(user)))
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn a_viewer_is_remembered_for_its_seconds() {
        let viewers = Viewers::default();
        viewers.keep(ticket(1), viewer(1), viewers.before(), at(0));
        assert!(viewers.recall(&ticket(1), at(59), 60).is_some());
        assert!(viewers.recall(&ticket(1), at(60), 60).is_none());
        assert!(viewers.recall(&ticket(1), at(-1), 60).is_none());
        assert!(viewers.recall(&ticket(2), at(1), 60).is_none());
    }

    #[test]
    fn a_change_is_seen_at_once_by_its_person_alone() {
        let viewers = Viewers::default();
        for user in [1, 2] {
            viewers.keep(ticket(user), viewer(user), viewers.before(), at(0));
        }
        viewers.forget(UserId(Uuid::from_u128(1)));
        assert!(viewers.recall(&ticket(1), at(1), 60).is_none());
        assert!(viewers.recall(&ticket(2), at(1), 60).is_some());
        viewers.keep(ticket(1), viewer(1), viewers.before(), at(2));
        assert!(viewers.recall(&ticket(1), at(3), 60).is_some());
        viewers.forget_all();
        assert!(viewers.recall(&ticket(2), at(3), 60).is_none());
    }

    #[test]
    fn what_changed_while_it_was_read_is_not_believed() {
        let viewers = Viewers::default();
        let before = viewers.before();
        viewers.forget(UserId(Uuid::from_u128(1)));
        viewers.keep(ticket(1), viewer(1), before, at(0));
        assert!(viewers.recall(&ticket(1), at(1), 60).is_none());
    }
}

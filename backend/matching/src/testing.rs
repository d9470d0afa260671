//! Postings for tests.

use chrono::NaiveDate;

use crate::factors::Pair;
use crate::knowledge::Knowledge;
use crate::model::{Kind, Posting};

/// A day.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A posting that says nothing.
pub(crate) fn posting(kind: Kind, id: &str) -> Posting {
    Posting::new(kind, id)
}

/// Two postings on 1 June 2026.
pub(crate) fn pair<'a>(
    demand: &'a Posting,
    supply: &'a Posting,
    knowledge: &'a Knowledge,
) -> Pair<'a> {
    Pair {
        demand,
        supply,
        profiles: None,
        knowledge,
        today: day(2026, 6, 1),
    }
}

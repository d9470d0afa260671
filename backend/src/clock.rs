//! The only place that reads the machine's clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, NaiveDate, SubsecRound, Utc};

/// Time as the application sees it: the machine's plus an offset, or frozen for tests.
///
/// Clones share the offset, so a test (or the development page) that moves one moves all.
#[derive(Clone, Debug)]
pub struct Clock {
    /// The moment at which a frozen clock stands, before the offset.
    frozen: Option<DateTime<Utc>>,
    /// Microseconds to add.
    offset: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self {
            frozen: None,
            offset: Arc::default(),
        }
    }

    /// A clock that stands still until [`Clock::advance`] moves it.
    pub fn frozen(at: DateTime<Utc>) -> Self {
        Self {
            frozen: Some(at),
            offset: Arc::default(),
        }
    }

    /// The present, to the microsecond: PostgreSQL keeps no more, and a value must equal
    /// itself after a round trip.
    #[expect(clippy::disallowed_methods, reason = "this is where the time is read")]
    pub fn now(&self) -> DateTime<Utc> {
        let base = self.frozen.unwrap_or_else(Utc::now);
        (base + Duration::microseconds(self.offset.load(Ordering::SeqCst))).trunc_subsecs(6)
    }

    /// Today's date in Vietnam (UTC+7, no daylight saving).
    pub fn today(&self) -> NaiveDate {
        local_date(self.now())
    }

    /// Moves the clock; negative durations move it back.
    pub fn advance(&self, by: Duration) {
        self.offset
            .fetch_add(by.num_microseconds().unwrap_or_default(), Ordering::SeqCst);
    }
}

/// The calendar date in Vietnam at a moment.
pub fn local_date(at: DateTime<Utc>) -> NaiveDate {
    (at + Duration::hours(7)).date_naive()
}

/// A moment as people in Vietnam read it.
pub fn moment(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| {
        (at + Duration::hours(7))
            .format("%d/%m/%Y %H:%M")
            .to_string()
    })
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_clock_moves_only_when_told() {
        let at = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let clock = Clock::frozen(at);
        assert_eq!(clock.now(), at);
        clock.clone().advance(Duration::hours(1));
        assert_eq!(clock.now(), at + Duration::hours(1));
    }
}

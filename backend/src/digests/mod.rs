//! The weekly email with what is new, for those who asked for it and until they leave it.
//!
//! ```text
//! Monday, eight in the morning in Vietnam ─▶ one job for the week ─▶ a letter to each who agrees
//! ```
//!
//! Whatever happens twice (two workers, a job that runs again) is one letter: its key is the week and the
//! reader.

pub mod jobs;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};

use crate::app::Ctx;
use crate::clock::local_date;
use crate::error::Result;

/// Hour of the day in Vietnam from which the week's letter is written.
const HOUR: i64 = 8;

/// The Monday whose letter is due at a moment: today's, from eight o'clock, for the rest of the day.
pub fn due(now: DateTime<Utc>) -> Option<NaiveDate> {
    let today = local_date(now);
    let morning = local_date(now - Duration::hours(HOUR)) == today;
    (today.weekday() == Weekday::Mon && morning).then_some(today)
}

/// Puts the week's job into the queue when its time has come and nobody has.
pub async fn schedule(ctx: &Ctx) -> Result<()> {
    let Some(week) = due(ctx.now()) else {
        return Ok(());
    };
    let job = jobs::WeeklyDigest { week };
    if crate::jobs::is_known(&ctx.app.db, &job).await? {
        return Ok(());
    }
    let txn = ctx.begin().await?;
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_due_on_mondays_from_eight_in_vietnam() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let monday = NaiveDate::from_ymd_opt(2026, 11, 30);
        assert_eq!(due(at("2026-11-30T00:59:59Z")), None);
        assert_eq!(due(at("2026-11-30T01:00:00Z")), monday);
        assert_eq!(due(at("2026-11-30T16:59:59Z")), monday);
        assert_eq!(due(at("2026-11-30T17:00:00Z")), None);
        assert_eq!(due(at("2026-12-01T03:00:00Z")), None);
    }
}

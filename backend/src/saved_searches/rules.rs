//! Pure: when a search is looked at again, and what it may be called.

use chrono::{DateTime, Datelike, Duration, Utc, Weekday};

use super::Frequency;
use crate::error::{Error, ErrorCode, Result};
use crate::search::Question;
use crate::text::{clean_line, say};

/// Searches that one person may save.
pub const MOST: u64 = 50;
/// Longest name in characters.
const NAME_MAX: usize = 120;
/// Longest question in characters; longer ones are no search that somebody repeats.
const TEXT_MAX: usize = 500;
/// Values of one facet at most.
const VALUES_MAX: usize = 100;
/// Vietnam's distance from UTC in hours, and the hour at which its letters are written.
const ZONE: i64 = 7;
const HOUR: i64 = 8;
/// Seconds within which a transaction is seen by everybody.
const GRACE: i64 = 30;

/// Until when a search is looked at now, if that is later than when it was looked at last.
pub fn due(
    frequency: Frequency,
    seen_until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    // What was published a moment ago may not be there yet: its transaction takes its time.
    let now = now - Duration::seconds(GRACE);
    let until = match frequency {
        Frequency::Never => return None,
        // To the minute, so that two workers mean the same look.
        Frequency::Immediate => now - Duration::seconds(now.timestamp() % 60) - subseconds(now),
        Frequency::Daily => morning(now)?,
        Frequency::Weekly => {
            let morning = morning(now)?;
            let days = (morning + Duration::hours(ZONE))
                .weekday()
                .days_since(Weekday::Mon);
            morning - Duration::days(i64::from(days))
        }
    };
    (until > seen_until).then_some(until)
}

fn subseconds(now: DateTime<Utc>) -> Duration {
    Duration::nanoseconds(i64::from(now.timestamp_subsec_nanos()))
}

/// The last eight o'clock in Vietnam.
fn morning(now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let local = now + Duration::hours(ZONE - HOUR);
    let midnight = local.date_naive().and_hms_opt(0, 0, 0)?.and_utc();
    Some(midnight - Duration::hours(ZONE - HOUR))
}

/// The name as it is kept.
pub fn name(sent: String) -> Result<String> {
    let name = clean_line(Some(sent)).unwrap_or_default();
    if name.is_empty() {
        return Err(Error::field(
            "name",
            ErrorCode::Required,
            say("Đặt tên cho tìm kiếm.", "Give the search a name."),
        ));
    }
    if name.chars().count() > NAME_MAX {
        return Err(Error::field(
            "name",
            ErrorCode::TooLong,
            say(
                format!("Tên dài tối đa {NAME_MAX} ký tự."),
                format!("A name has at most {NAME_MAX} characters."),
            ),
        ));
    }
    Ok(name)
}

/// Refuses what nobody searches for again.
pub fn bounded(question: &Question) -> Result<()> {
    let too_long = question.text.chars().count() > TEXT_MAX
        || question
            .facets
            .iter()
            .any(|values| values.len() > VALUES_MAX);
    if too_long {
        return Err(Error::field(
            "query",
            ErrorCode::TooLong,
            say(
                "Tìm kiếm này quá dài để lưu. Hãy rút gọn từ khóa hoặc bộ lọc.",
                "This search is too long to be saved. Use fewer words or filters.",
            ),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn a_daily_search_is_looked_at_from_eight_in_vietnam() {
        let seen = at("2026-11-27T01:00:00Z");
        assert_eq!(
            due(Frequency::Daily, seen, at("2026-11-28T00:59:59Z")),
            None
        );
        assert_eq!(
            due(Frequency::Daily, seen, at("2026-11-28T01:00:30Z")),
            Some(at("2026-11-28T01:00:00Z"))
        );
    }

    #[test]
    fn a_weekly_one_on_mondays() {
        let seen = at("2026-11-23T01:00:00Z");
        assert_eq!(
            due(Frequency::Weekly, seen, at("2026-11-30T00:59:00Z")),
            None
        );
        let monday = Some(at("2026-11-30T01:00:00Z"));
        assert_eq!(
            due(Frequency::Weekly, seen, at("2026-11-30T01:00:30Z")),
            monday
        );
        assert_eq!(
            due(Frequency::Weekly, seen, at("2026-12-03T12:00:00Z")),
            monday
        );
    }

    #[test]
    fn an_immediate_one_each_minute_and_another_never() {
        let seen = at("2026-11-27T10:00:00Z");
        assert_eq!(
            due(Frequency::Immediate, seen, at("2026-11-27T10:00:59Z")),
            None
        );
        assert_eq!(
            due(Frequency::Immediate, seen, at("2026-11-27T10:01:30.5Z")),
            Some(at("2026-11-27T10:01:00Z"))
        );
        assert_eq!(
            due(Frequency::Never, seen, at("2027-11-27T10:01:30Z")),
            None
        );
    }
}

//! Pure: who opens for which side, and when those who have not are reminded.

use chrono::{DateTime, Datelike, Duration, Utc, Weekday};

use super::Opening;
use crate::accounts::StaffRole;
use crate::app::Ctx;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::UserId;
use crate::needs::{Need, NeedStatus};
use crate::policy::Action;
use crate::text::say;

/// Reminders after the first letter; then somebody has to ask by other means.
pub const REMINDERS: u8 = 10;
/// Working days between two reminders.
const PATIENCE: u8 = 2;
/// Vietnam's clock is ahead of UTC by so much, the whole year.
const VIETNAM: Duration = Duration::hours(7);

/// For whom somebody opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The need's owner.
    Owner,
    /// The alliance, in this role.
    Alliance(StaffRole),
}

/// The opening after somebody opened for a side; complete when that was the second. Opening twice for the
/// same side changes nothing.
pub fn opened(mut opening: Opening, side: Side, by: UserId, now: DateTime<Utc>) -> Result<Opening> {
    if opening.completed_at.is_some() {
        return match side {
            Side::Owner if opening.owner_by == Some(by) => Ok(opening),
            Side::Alliance(_) if opening.alliance_by == Some(by) => Ok(opening),
            _ => Err(Error::illegal_transition(say(
                "Các đề xuất của nhu cầu này đã được mở.",
                "The proposals for this need were opened already.",
            ))),
        };
    }
    let other = match side {
        Side::Owner => opening.alliance_by,
        Side::Alliance(_) => opening.owner_by,
    };
    if other == Some(by) {
        return Err(Error::new(
            ErrorCode::Conflict,
            say(
                "Bạn đã mở cho phía bên kia. Phía này phải do một người khác mở.",
                "You opened for the other side. Somebody else has to open for this one.",
            ),
        ));
    }
    match side {
        Side::Owner if opening.owner_by.is_none() => {
            (opening.owner_by, opening.owner_at) = (Some(by), Some(now));
        }
        Side::Alliance(role) if opening.alliance_by.is_none() => {
            (opening.alliance_by, opening.alliance_at) = (Some(by), Some(now));
            opening.alliance_role = Some(role);
        }
        _ => {}
    }
    if opening.owner_at.is_some() && opening.alliance_at.is_some() {
        opening.completed_at = Some(now);
    }
    Ok(opening)
}

/// True when the viewer may open for a side that has not yet.
pub fn waits_for(ctx: &Ctx, need: &Need, opening: &Opening) -> bool {
    let own = ctx.viewer.belongs_to(need.organization_id);
    let (missing, other) = if own {
        (opening.owner_at.is_none(), opening.alliance_by)
    } else {
        (opening.alliance_at.is_none(), opening.owner_by)
    };
    let both = other.is_some() && other == ctx.viewer.user();
    opening.completed_at.is_none()
        && need.status == NeedStatus::Closed
        && missing
        && !both
        && ctx.may(Action::OpenProposals(need))
}

/// The moment of the next reminder: after two working days, Saturdays and Sundays left out.
pub fn next_reminder(from: DateTime<Utc>) -> DateTime<Utc> {
    let (mut at, mut left) = (from, PATIENCE);
    while left > 0 {
        at += Duration::days(1);
        if !matches!((at + VIETNAM).weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::NeedId;
    use uuid::Uuid;

    fn waiting() -> Opening {
        Opening {
            need_id: NeedId(Uuid::from_u128(1)),
            created_at: at(0),
            owner_by: None,
            owner_at: None,
            alliance_by: None,
            alliance_role: None,
            alliance_at: None,
            completed_at: None,
        }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn person(number: u128) -> UserId {
        UserId(Uuid::from_u128(number))
    }

    #[test]
    fn the_second_side_completes_it_in_whatever_order() {
        let alliance = Side::Alliance(StaffRole::Moderator);
        for (one, two) in [(Side::Owner, alliance), (alliance, Side::Owner)] {
            let half = opened(waiting(), one, person(1), at(1)).unwrap();
            assert_eq!(half.completed_at, None);
            // Again, or a colleague: nothing changes.
            for by in [person(1), person(3)] {
                assert_eq!(opened(half.clone(), one, by, at(2)).unwrap(), half);
            }
            let whole = opened(half, two, person(2), at(3)).unwrap();
            assert_eq!(whole.completed_at, Some(at(3)));
            assert_eq!(opened(whole.clone(), two, person(2), at(4)).unwrap(), whole);
            let late = opened(whole, two, person(4), at(4)).unwrap_err();
            assert_eq!(late.code, ErrorCode::IllegalTransition);
        }
    }

    #[test]
    fn one_person_is_not_both_sides() {
        let half = opened(waiting(), Side::Owner, person(1), at(1)).unwrap();
        let alliance = Side::Alliance(StaffRole::Administrator);
        let refused = opened(half, alliance, person(1), at(2)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Conflict);
    }

    #[test]
    fn reminders_leave_the_weekend_out() {
        let day = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        // A Thursday, a Friday, and a Friday evening in UTC that is Saturday in Vietnam.
        for (from, to) in [
            ("2026-11-26T03:00:00Z", "2026-11-30T03:00:00Z"),
            ("2026-11-27T03:00:00Z", "2026-12-01T03:00:00Z"),
            ("2026-11-27T20:00:00Z", "2026-11-30T20:00:00Z"),
            ("2026-11-23T03:00:00Z", "2026-11-25T03:00:00Z"),
        ] {
            assert_eq!(next_reminder(day(from)), day(to), "{from}");
        }
    }
}

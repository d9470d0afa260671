//! Pure: when an addendum is taken, and what it may do to the deadline.

use chrono::{DateTime, Duration, Utc};

use crate::error::{Error, ErrorCode, Result};
use crate::needs::rules::FURTHEST;
use crate::needs::{Need, NeedStatus};
use crate::text::{BilingualTextInput, clean, say};

/// Longest text of a side in characters.
pub const TEXT_MAX: usize = 4000;
/// After an addendum bidders have at least so many days.
pub const LEFT_DAYS: i64 = 7;
/// Most addenda of a need.
pub const MOST: usize = 30;

/// The text of an addendum: in one language at least.
pub fn text(text: &BilingualTextInput) -> Result<BilingualTextInput> {
    let text = BilingualTextInput {
        vi: clean(text.vi.clone()),
        en: clean(text.en.clone()),
    };
    if text.vi.is_none() && text.en.is_none() {
        return Err(Error::field(
            "text.vi",
            ErrorCode::Required,
            say(
                "Nêu điều thay đổi hoặc làm rõ.",
                "Say what changes or is made clear.",
            ),
        ));
    }
    for (field, side) in [("text.vi", &text.vi), ("text.en", &text.en)] {
        if side
            .as_ref()
            .is_some_and(|side| side.chars().count() > TEXT_MAX)
        {
            return Err(Error::field(
                field,
                ErrorCode::TooLong,
                say(
                    format!("Nội dung này dài tối đa {TEXT_MAX} ký tự."),
                    format!("This text has at most {TEXT_MAX} characters."),
                ),
            ));
        }
    }
    Ok(text)
}

/// The deadline after an addendum that asks for this one; none where it stays.
pub fn deadline(
    need: &Need,
    asked: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let closes_at = need
        .closes_at
        .filter(|at| need.status == NeedStatus::Open && now < *at)
        .ok_or_else(|| {
            Error::illegal_transition(say(
                "Chỉ đăng được bổ sung khi nhu cầu đang tiếp nhận.",
                "An addendum can be published while the need is open only.",
            ))
        })?;
    let asked = asked.filter(|at| *at != closes_at);
    if asked.is_some_and(|at| at < closes_at) {
        return Err(Error::field(
            "closesAt",
            ErrorCode::OutOfRange,
            say(
                "Hạn tiếp nhận chỉ được lùi lại, không được rút ngắn.",
                "The deadline can be moved back, never forward.",
            ),
        ));
    }
    if asked.is_some_and(|at| at > now + FURTHEST) {
        return Err(Error::field(
            "closesAt",
            ErrorCode::OutOfRange,
            say(
                "Hạn tiếp nhận không quá ba năm.",
                "The deadline is at most three years away.",
            ),
        ));
    }
    if asked.unwrap_or(closes_at) < now + Duration::days(LEFT_DAYS) {
        return Err(Error::field(
            "closesAt",
            ErrorCode::OutOfRange,
            say(
                format!(
                    "Sau khi có bổ sung, bên dự phải còn ít nhất {LEFT_DAYS} ngày. Hãy gia hạn."
                ),
                format!(
                    "After an addendum bidders need at least {LEFT_DAYS} days. Move the deadline back."
                ),
            ),
        ));
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{NeedId, OrganizationId, UserId};
    use crate::text::BilingualText;
    use uuid::Uuid;

    fn at(days: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap() + Duration::days(days)
    }

    fn need(closes_in: i64) -> Need {
        Need {
            id: NeedId(Uuid::from_u128(1)),
            released_at: DateTime::UNIX_EPOCH,
            organization_id: OrganizationId(Uuid::from_u128(2)),
            created_by: UserId(Uuid::from_u128(3)),
            place_id: None,
            title: BilingualText::default(),
            summary: BilingualText::default(),
            description: BilingualText::default(),
            search_text: String::new(),
            budget_min: None,
            budget_max: None,
            contract_type: None,
            delivery_model: None,
            maturity_target: None,
            closes_at: Some(at(closes_in)),
            status: NeedStatus::Open,
            status_reason: None,
            version: 1,
            demonstration: false,
            published_at: Some(at(0)),
            listed_at: at(0),
            created_at: at(0),
            updated_at: at(0),
            hidden_for: None,
            bidders_masked: false,
            focal_point_id: None,
        }
    }

    #[test]
    fn a_deadline_moves_back_alone() {
        let need = need(30);
        assert_eq!(deadline(&need, None, at(0)).unwrap(), None);
        assert_eq!(deadline(&need, Some(at(30)), at(0)).unwrap(), None);
        assert_eq!(deadline(&need, Some(at(40)), at(0)).unwrap(), Some(at(40)));
        let earlier = at(30) - Duration::microseconds(1);
        let refused = deadline(&need, Some(earlier), at(0)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::OutOfRange);
        assert!(deadline(&need, Some(at(2000)), at(0)).is_err());
    }

    #[test]
    fn a_late_addendum_gives_time() {
        let need = need(30);
        assert!(deadline(&need, None, at(23)).is_ok());
        let late = at(23) + Duration::microseconds(1);
        assert!(deadline(&need, None, late).is_err());
        assert!(deadline(&need, Some(at(30) + Duration::hours(1)), at(29)).is_err());
        assert!(deadline(&need, Some(at(36)), at(29)).is_ok());
    }

    #[test]
    fn what_has_closed_takes_none() {
        let refused = deadline(&need(30), Some(at(60)), at(30)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::IllegalTransition);
        let closed = Need {
            status: NeedStatus::Closed,
            ..need(30)
        };
        assert!(deadline(&closed, None, at(0)).is_err());
    }

    #[test]
    fn one_language_is_enough() {
        let side = |vi: &str, en: &str| BilingualTextInput {
            vi: Some(vi.into()),
            en: Some(en.into()),
        };
        assert!(text(&side("", "Text.")).is_ok());
        assert!(text(&side(" ", "")).is_err());
        assert!(text(&side(&"x".repeat(TEXT_MAX + 1), "")).is_err());
    }
}

//! Pure: which step may follow which state, by when an introduction is answered, and how an organisation
//! answers.

use chrono::{DateTime, Duration, Utc};

use super::{Match, MatchSide, MatchStatus};
use crate::error::{Error, Result};
use crate::text::say;

/// A step in a match's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The alliance finds it sound.
    Review,
    /// The alliance introduces the two.
    Introduce,
    /// One side accepts.
    Accept(MatchSide),
    /// One side declines.
    Decline,
    /// The alliance stops it.
    Block,
    /// The need or the offer went away.
    Expire,
    /// It came back, and the pair still fits.
    Revive,
    /// Both sides signed an agreement.
    Convert,
}

/// The state after the step, or why it cannot be taken. Nothing else sets a match's status.
pub fn next(status: MatchStatus, step: Step) -> Result<MatchStatus> {
    use MatchSide as Side;
    use MatchStatus as S;
    match (status, step) {
        (S::Suggested, Step::Review) => Ok(S::Reviewed),
        (S::Reviewed, Step::Introduce) => Ok(S::Introduced),
        (S::Introduced, Step::Accept(Side::Need)) => Ok(S::AcceptedByNeed),
        (S::Introduced, Step::Accept(Side::Offer)) => Ok(S::AcceptedByOffer),
        (S::AcceptedByNeed, Step::Accept(Side::Offer))
        | (S::AcceptedByOffer, Step::Accept(Side::Need)) => Ok(S::Mutual),
        (S::Introduced | S::AcceptedByNeed | S::AcceptedByOffer, Step::Decline) => Ok(S::Declined),
        (S::Suggested | S::Reviewed, Step::Block) => Ok(S::Blocked),
        (S::Expired, Step::Revive) => Ok(S::Suggested),
        (S::Mutual | S::InDialogue, Step::Convert) => Ok(S::Converted),
        (status, Step::Expire) if S::PENDING.contains(&status) => Ok(S::Expired),
        _ => Err(Error::illegal_transition(match step {
            Step::Review | Step::Introduce | Step::Block => say(
                "Kết nối này không còn chờ Liên minh quyết định.",
                "This match is no longer waiting for the alliance.",
            ),
            Step::Accept(_) => say(
                "Chỉ đồng ý được với kết nối đã được giới thiệu và chưa trả lời.",
                "Only a match that was introduced and not yet answered can be accepted.",
            ),
            Step::Decline => say(
                "Chỉ từ chối được kết nối đã được giới thiệu và chưa hoàn tất.",
                "Only a match that was introduced and not yet agreed can be declined.",
            ),
            Step::Expire | Step::Revive | Step::Convert => {
                say("Kết nối này đã kết thúc.", "This match has ended.")
            }
        })),
    }
}

/// Within this an introduction is answered (docs/decisions/0041-replies.md).
pub const REPLY_WITHIN: Duration = Duration::days(14);
/// So long before the date a side that is silent is reminded.
pub const REMINDER: Duration = Duration::days(3);
/// Introductions of this long ago and less count for how an organisation answers.
pub const REMEMBERED: Duration = Duration::days(365);

/// By when both sides are to answer; none before the introduction.
pub fn reply_by(found: &Match) -> Option<DateTime<Utc>> {
    found.introduced_at.map(|at| at + REPLY_WITHIN)
}

/// The sides that are still to answer.
pub fn silent(found: &Match) -> Vec<MatchSide> {
    use MatchStatus as S;
    match found.status {
        S::Introduced => vec![MatchSide::Need, MatchSide::Offer],
        S::AcceptedByNeed => vec![MatchSide::Offer],
        S::AcceptedByOffer => vec![MatchSide::Need],
        _ => Vec::new(),
    }
}

/// How an organisation answers introductions; of the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Responsiveness {
    /// Introductions that it answered, or whose date has come; at least 1.
    pub asked: u32,
    /// Of these, answered by the date.
    pub answered_in_time: u32,
    /// Median of the days from an introduction to the answer, rounded down; none without an answer.
    pub median_days: Option<u32>,
}

/// What one side did about an introduction.
enum Answered {
    /// It accepted or declined then.
    At(DateTime<Utc>),
    /// The date has come, and it has not.
    Not,
    /// It does not count: the date has not come, or the pair ended before it.
    Spared,
}

fn answer(found: &Match, side: MatchSide, now: DateTime<Utc>) -> Answered {
    let accepted = match side {
        MatchSide::Need => found.need_accepted_at,
        MatchSide::Offer => found.offer_accepted_at,
    };
    let declined = (found.declined_by == Some(side)).then_some(found.updated_at);
    let overdue = reply_by(found).is_some_and(|due| due <= now);
    match accepted.or(declined) {
        Some(at) => Answered::At(at),
        None if overdue && silent(found).contains(&side) => Answered::Not,
        None => Answered::Spared,
    }
}

/// How the owner of these sides answers; none when nothing was asked of it yet.
pub fn responsiveness(sides: &[(&Match, MatchSide)], now: DateTime<Utc>) -> Option<Responsiveness> {
    let mut asked = 0;
    let mut waits: Vec<Duration> = Vec::new();
    for (found, side) in sides {
        let Some(introduced) = found.introduced_at else {
            continue;
        };
        match answer(found, *side, now) {
            Answered::At(at) => {
                asked += 1;
                waits.push(at - introduced);
            }
            Answered::Not => asked += 1,
            Answered::Spared => {}
        }
    }
    waits.sort_unstable();
    let in_time = waits.iter().filter(|wait| **wait <= REPLY_WITHIN).count();
    (asked > 0).then(|| Responsiveness {
        asked,
        answered_in_time: u32::try_from(in_time).unwrap_or(u32::MAX),
        median_days: waits
            .get(waits.len() / 2)
            .map(|wait| u32::try_from(wait.num_days()).unwrap_or_default()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use crate::ids::{MatchId, NeedId, OfferId, OrganizationId};

    fn day(number: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::days(number)
    }

    /// Introduced on day 0.
    fn introduced(status: MatchStatus) -> Match {
        Match {
            id: MatchId(uuid::Uuid::nil()),
            need_id: NeedId(uuid::Uuid::nil()),
            offer_id: OfferId(uuid::Uuid::nil()),
            need_organization_id: OrganizationId(uuid::Uuid::nil()),
            offer_organization_id: OrganizationId(uuid::Uuid::nil()),
            status,
            score: 60.0,
            factors: crate::matches::entity::Factors::default(),
            engine_version: String::new(),
            weights_version: String::new(),
            model_version: String::new(),
            introduced_at: Some(day(0)),
            need_accepted_at: None,
            need_accepted_by: None,
            offer_accepted_at: None,
            offer_accepted_by: None,
            declined_by: None,
            status_reason: None,
            created_at: day(0),
            updated_at: day(0),
        }
    }

    #[test]
    fn who_answers_late_or_never_counts_and_who_still_has_time_does_not() {
        let side = MatchSide::Need;
        let prompt = Match {
            need_accepted_at: Some(day(2)),
            ..introduced(MatchStatus::AcceptedByNeed)
        };
        let late = Match {
            declined_by: Some(side),
            updated_at: day(20),
            ..introduced(MatchStatus::Declined)
        };
        let never = introduced(MatchStatus::AcceptedByOffer);
        let other_declined = Match {
            declined_by: Some(MatchSide::Offer),
            updated_at: day(1),
            ..introduced(MatchStatus::Declined)
        };
        let all = [&prompt, &late, &never, &other_declined].map(|found| (found, side));
        let expected = Responsiveness {
            asked: 3,
            answered_in_time: 1,
            median_days: Some(20),
        };
        assert_eq!(responsiveness(&all, day(30)), Some(expected));
        assert_eq!(responsiveness(&[(&never, side)], day(13)), None);
        assert_eq!(silent(&never), [side]);
        let expected = Responsiveness {
            asked: 1,
            answered_in_time: 0,
            median_days: None,
        };
        assert_eq!(responsiveness(&[(&never, side)], day(14)), Some(expected));
    }

    #[test]
    fn both_sides_may_accept_in_either_order() {
        use MatchStatus as S;
        for (first, second, between) in [
            (MatchSide::Need, MatchSide::Offer, S::AcceptedByNeed),
            (MatchSide::Offer, MatchSide::Need, S::AcceptedByOffer),
        ] {
            let one = next(S::Introduced, Step::Accept(first)).unwrap();
            assert_eq!(one, between);
            assert_eq!(next(one, Step::Accept(second)).unwrap(), S::Mutual);
        }
    }

    #[test]
    fn nobody_is_introduced_without_review_and_nobody_accepts_twice() {
        use MatchStatus as S;
        for (status, step) in [
            (S::Suggested, Step::Introduce),
            (S::Suggested, Step::Accept(MatchSide::Need)),
            (S::AcceptedByNeed, Step::Accept(MatchSide::Need)),
            (S::Mutual, Step::Decline),
            (S::Introduced, Step::Block),
            (S::Declined, Step::Expire),
        ] {
            assert_eq!(
                next(status, step).unwrap_err().code,
                ErrorCode::IllegalTransition
            );
        }
    }
}

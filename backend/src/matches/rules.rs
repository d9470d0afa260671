//! Pure: which step may follow which state.

use super::{MatchSide, MatchStatus};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

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

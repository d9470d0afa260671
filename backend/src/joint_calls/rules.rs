//! Pure: which step may follow which state, and which needs are worth proposing.

use std::collections::BTreeSet;

use super::{Answer, JointCallStatus};
use crate::error::{Error, Result};
use crate::ids::{NeedId, OrganizationId};
use crate::text::say;

/// A step of one owner in a joint call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// She consents for her need.
    Consent,
    /// She declines, or takes her consent back.
    Decline,
    /// Her need went away.
    Leave,
}

/// An owner in a joint call, with one need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// Whose need it is.
    pub owner: OrganizationId,
    /// What she said.
    pub answer: Answer,
}

/// The owners of a joint call, and where it stands with them. Nothing else sets the status of a joint call
/// or the answer of a need, but the alliance's end of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// Where the joint call stands.
    pub status: JointCallStatus,
    /// Each need's owner.
    pub parties: Vec<Party>,
}

impl Circle {
    /// Takes a step for the need at this place, or says why it cannot be taken; whether the circle became
    /// smaller and goes on.
    ///
    /// Consent is given to a circle. When it becomes smaller, those who had consented are asked anew:
    /// nobody is bound to a joint call with others than she consented to.
    pub fn take(&mut self, at: usize, step: Step) -> Result<bool> {
        if self.status != JointCallStatus::Proposed {
            return Err(over());
        }
        let answer = self.parties[at].answer;
        self.parties[at].answer = match (answer, step) {
            (Answer::Waiting, Step::Consent) => Answer::Consented,
            (Answer::Waiting | Answer::Consented, Step::Decline) => Answer::Declined,
            (Answer::Waiting | Answer::Consented, Step::Leave) => Answer::Left,
            (Answer::Consented, Step::Consent) => {
                return Err(Error::illegal_transition(say(
                    "Tổ chức của bạn đã đồng ý rồi. Hãy đợi các bên khác trả lời.",
                    "Your organisation has consented already. Wait for the others to answer.",
                )));
            }
            (Answer::Declined | Answer::Left, _) => {
                return Err(Error::illegal_transition(say(
                    "Nhu cầu này không còn nằm trong lời mời chung.",
                    "This need is no longer part of the joint call.",
                )));
            }
        };
        let smaller = step != Step::Consent;
        self.settle(smaller);
        Ok(smaller && self.status == JointCallStatus::Proposed)
    }

    /// Where it stands after two owners became one.
    pub fn merged(&mut self) {
        if self.status == JointCallStatus::Proposed {
            self.settle(false);
        }
    }

    fn settle(&mut self, smaller: bool) {
        let staying = || self.parties.iter().filter(|party| party.answer.stays());
        let owners: BTreeSet<OrganizationId> = staying().map(|party| party.owner).collect();
        if owners.len() < 2 {
            let declined = self.parties.iter().any(|p| p.answer == Answer::Declined);
            self.status = if declined {
                JointCallStatus::Declined
            } else {
                JointCallStatus::Expired
            };
        } else if smaller {
            for party in &mut self.parties {
                if party.answer == Answer::Consented {
                    party.answer = Answer::Waiting;
                }
            }
        } else if staying().all(|party| party.answer == Answer::Consented) {
            self.status = JointCallStatus::Agreed;
        }
    }
}

/// The state after the alliance ended it, or why it cannot: also what was agreed can be ended.
pub fn end(status: JointCallStatus) -> Result<JointCallStatus> {
    match status {
        JointCallStatus::Proposed | JointCallStatus::Agreed => Ok(JointCallStatus::Ended),
        _ => Err(over()),
    }
}

fn over() -> Error {
    Error::illegal_transition(say(
        "Lời mời chung này không còn chờ trả lời.",
        "This joint call no longer waits for answers.",
    ))
}

/// A joint call that was proposed before.
#[derive(Clone, Debug)]
pub struct Known {
    /// Where it stands.
    pub status: JointCallStatus,
    /// Each of its needs, with the answer.
    pub needs: Vec<(NeedId, Answer)>,
}

/// Whether these needs are to be proposed as a joint call, after all that was proposed about some of them
/// before: the same needs, or fewer, are not proposed again, more of them are.
///
/// What waits or was agreed gives way only to a larger one that holds all of it. What went by because a
/// need went away, without a word of its owner, is proposed again when the need comes back.
pub fn worth_proposing(candidate: &BTreeSet<NeedId>, known: &[Known]) -> bool {
    known.iter().all(|call| {
        let all: BTreeSet<NeedId> = call.needs.iter().map(|(need, _)| *need).collect();
        let stays = |(need, answer): &(NeedId, Answer)| answer.stays().then_some(*need);
        let staying: BTreeSet<NeedId> = call.needs.iter().filter_map(stays).collect();
        let declined = call.needs.iter().any(|(_, a)| *a == Answer::Declined);
        let grew = !candidate.is_subset(&all);
        match call.status {
            JointCallStatus::Proposed | JointCallStatus::Agreed => {
                grew && staying.is_subset(candidate)
            }
            JointCallStatus::Declined | JointCallStatus::Ended => grew,
            JointCallStatus::Expired => grew || !declined,
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::error::ErrorCode;

    use Answer as A;
    use JointCallStatus as S;

    fn owner(n: usize) -> OrganizationId {
        OrganizationId(Uuid::from_u128(n as u128))
    }

    fn circle(count: usize) -> Circle {
        let party = |n| Party {
            owner: owner(n),
            answer: A::Waiting,
        };
        Circle {
            status: S::Proposed,
            parties: (0..count).map(party).collect(),
        }
    }

    fn answers(circle: &Circle) -> Vec<Answer> {
        circle.parties.iter().map(|party| party.answer).collect()
    }

    #[test]
    fn when_all_consent_it_is_agreed() {
        let mut circle = circle(3);
        for n in 0..3 {
            assert_eq!(circle.status, S::Proposed);
            assert!(!circle.take(n, Step::Consent).unwrap());
        }
        assert_eq!(circle.status, S::Agreed);
        let late = circle.take(1, Step::Decline).unwrap_err();
        assert_eq!(late.code, ErrorCode::IllegalTransition);
    }

    #[test]
    fn a_smaller_circle_is_asked_anew() {
        let mut circle = circle(3);
        circle.take(0, Step::Consent).unwrap();
        circle.take(1, Step::Consent).unwrap();
        assert!(circle.take(2, Step::Decline).unwrap());
        assert_eq!(circle.status, S::Proposed);
        assert_eq!(answers(&circle), [A::Waiting, A::Waiting, A::Declined]);
        assert!(circle.take(2, Step::Consent).is_err(), "who left is out");
    }

    #[test]
    fn two_owners_are_the_fewest() {
        for (step, status) in [(Step::Decline, S::Declined), (Step::Leave, S::Expired)] {
            let mut circle = circle(2);
            circle.take(0, Step::Consent).unwrap();
            assert!(!circle.take(0, step).unwrap(), "consent may be taken back");
            assert_eq!(circle.status, status);
        }
        let mut circle = circle(2);
        circle.parties[1].owner = owner(0);
        circle.merged();
        assert_eq!(circle.status, S::Expired);
    }

    #[test]
    fn the_alliance_ends_what_goes_on() {
        assert_eq!(end(S::Proposed).unwrap(), S::Ended);
        assert_eq!(end(S::Agreed).unwrap(), S::Ended);
        for status in [S::Declined, S::Expired, S::Ended] {
            assert_eq!(end(status).unwrap_err().code, ErrorCode::IllegalTransition);
        }
    }

    fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
        let step = prop_oneof![
            4 => Just(Step::Consent),
            1 => Just(Step::Decline),
            1 => Just(Step::Leave),
        ];
        prop::collection::vec((0..8_usize, step), 0..40)
    }

    proptest! {
        #[test]
        fn whatever_happens_nobody_is_bound_unasked(count in 2..=8_usize, steps in steps()) {
            let mut circle = circle(count);
            // Who consented to the circle as it is now.
            let mut willing: BTreeSet<usize> = BTreeSet::new();
            for (n, step) in steps {
                let at = n % count;
                let before = circle.clone();
                let taken = circle.take(at, step);
                if taken.is_err() {
                    prop_assert_eq!(&circle, &before, "a refusal changes nothing");
                    continue;
                }
                prop_assert_eq!(before.status, S::Proposed, "what is over stays over");
                if step == Step::Consent {
                    willing.insert(at);
                } else {
                    willing.clear();
                }
                for (was, is) in answers(&before).iter().zip(answers(&circle)) {
                    prop_assert!(was.stays() || *was == is, "who is out stays out");
                }
                let staying: BTreeSet<usize> = (0..count)
                    .filter(|n| circle.parties[*n].answer.stays())
                    .collect();
                match circle.status {
                    S::Proposed => prop_assert!(staying.len() >= 2 && willing != staying),
                    S::Agreed => prop_assert!(staying.len() >= 2 && willing == staying),
                    S::Declined | S::Expired => prop_assert!(staying.len() < 2),
                    S::Ended => prop_assert!(false, "only the alliance ends"),
                }
            }
        }
    }

    fn needs(ids: &[u128]) -> BTreeSet<NeedId> {
        ids.iter().map(|n| NeedId(Uuid::from_u128(*n))).collect()
    }

    fn known(status: JointCallStatus, answers: &[(u128, Answer)]) -> Known {
        let needs = answers
            .iter()
            .map(|(n, answer)| (NeedId(Uuid::from_u128(*n)), *answer));
        Known {
            status,
            needs: needs.collect(),
        }
    }

    #[test]
    fn the_same_needs_are_proposed_once_and_more_of_them_again() {
        let waits = [(1, A::Waiting), (2, A::Consented)];
        let refused = [(1, A::Waiting), (2, A::Declined)];
        let gone = [(1, A::Waiting), (2, A::Left)];
        for (call, same, more, overlapping) in [
            (known(S::Proposed, &waits), false, true, false),
            (known(S::Agreed, &waits), false, true, false),
            (known(S::Declined, &refused), false, true, true),
            (known(S::Ended, &waits), false, true, true),
            (known(S::Expired, &gone), true, true, true),
            (known(S::Expired, &refused), false, true, true),
        ] {
            let worth = |ids: &[u128]| worth_proposing(&needs(ids), std::slice::from_ref(&call));
            assert_eq!(worth(&[1, 2]), same, "{call:?}");
            assert_eq!(worth(&[1, 2, 3]), more, "{call:?}");
            assert_eq!(worth(&[2, 3]), overlapping, "{call:?}");
        }
        assert!(worth_proposing(&needs(&[1, 2]), &[]));
    }
}

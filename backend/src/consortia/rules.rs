//! Pure: which step may follow which, and when all have signed.

use super::{ConsortiumMember, MemberStatus};
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::postings::Check;
use crate::text::{Sentence, clean_line, say};

/// Most organisations that were ever asked into one proposal.
pub const MEMBERS_MAX: usize = 10;
/// Longest role in characters.
const ROLE_MAX: usize = 200;

/// A step of an organisation that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It comes in.
    Accept,
    /// It does not, or the lead takes the invitation back.
    Decline,
    /// It leaves, or the lead ends it.
    Leave,
}

/// The state after the step, or why it cannot be taken.
pub fn next(status: MemberStatus, step: Step) -> Result<MemberStatus> {
    use MemberStatus as S;
    match (status, step) {
        (S::Invited, Step::Accept) => Ok(S::Accepted),
        (S::Invited, Step::Decline) => Ok(S::Declined),
        (S::Accepted, Step::Leave) => Ok(S::Left),
        _ => Err(Error::illegal_transition(say(
            "Lời mời này đã được trả lời hoặc đã kết thúc. Hãy tải lại trang để xem tình trạng mới.",
            "This invitation was answered already, or has ended. Reload the page to see how it stands.",
        ))),
    }
}

/// The role of a member and its share, as they are kept.
pub fn terms(role: String, share_percent: Option<i32>) -> Result<(String, Option<i32>)> {
    let mut check = Check::default();
    let role = clean_line(Some(role)).unwrap_or_default();
    check.required(
        role.is_empty(),
        "role",
        "Nêu phần việc của thành viên này.",
        "Say what this member is to do.",
    );
    if role.chars().count() > ROLE_MAX {
        check.add(
            "role",
            ErrorCode::TooLong,
            format!("Phần việc dài tối đa {ROLE_MAX} ký tự."),
            format!("The role has at most {ROLE_MAX} characters."),
        );
    }
    if share_percent.is_some_and(|share| !(1..=99).contains(&share)) {
        check.add(
            "sharePercent",
            ErrorCode::OutOfRange,
            "Tỷ lệ công việc từ 1 đến 99 phần trăm.",
            "The share is between 1 and 99 percent.",
        );
    }
    Error::problems(check.of_input())?;
    Ok((role, share_percent))
}

/// The shares of the members leave something to the lead.
pub fn share_problem(members: &[ConsortiumMember]) -> Option<Problem> {
    let taken: i32 = in_it(members).filter_map(|one| one.share_percent).sum();
    (taken > 99).then(|| Problem {
        field: "sharePercent".into(),
        code: ErrorCode::OutOfRange,
        message: say(
            format!("Các thành viên chiếm {taken} phần trăm; hãy để lại phần cho đơn vị đứng đầu."),
            format!("The members have {taken} percent; leave something to the lead."),
        ),
    })
}

/// Those who are in, or may still come in.
pub fn in_it(members: &[ConsortiumMember]) -> impl Iterator<Item = &ConsortiumMember> {
    members
        .iter()
        .filter(|one| matches!(one.status, MemberStatus::Invited | MemberStatus::Accepted))
}

/// Those who are in.
pub fn accepted(members: &[ConsortiumMember]) -> impl Iterator<Item = &ConsortiumMember> {
    members
        .iter()
        .filter(|one| one.status == MemberStatus::Accepted)
}

/// True when the member signed this version of the proposal.
pub fn has_signed(member: &ConsortiumMember, version: i32) -> bool {
    member.status == MemberStatus::Accepted && member.signed_version == Some(version)
}

/// Why a proposal of this version cannot be handed in yet; none when it can.
pub fn hindrance(members: &[ConsortiumMember], version: i32) -> Option<Sentence> {
    if members
        .iter()
        .any(|one| one.status == MemberStatus::Invited)
    {
        return Some(say(
            "Còn lời mời chưa được trả lời. Hãy đợi, hoặc rút lời mời đó.",
            "An invitation is not answered yet. Wait for it, or take it back.",
        ));
    }
    let unsigned = accepted(members)
        .filter(|one| !has_signed(one, version))
        .count();
    (unsigned > 0).then(|| {
        say(
            format!("Còn {unsigned} thành viên liên danh chưa ký xác nhận bản này. Hãy trình ký và đợi họ."),
            format!("{unsigned} members of the consortium have not signed this version. Put it up for signing and wait for them."),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{ConsortiumMemberId, OrganizationId, ProposalId, UserId};
    use chrono::DateTime;
    use uuid::Uuid;

    fn member(status: MemberStatus, share: i32, signed: Option<i32>) -> ConsortiumMember {
        ConsortiumMember {
            id: ConsortiumMemberId(Uuid::nil()),
            proposal_id: ProposalId(Uuid::nil()),
            organization_id: OrganizationId(Uuid::nil()),
            role: "Thi công".into(),
            share_percent: Some(share),
            status,
            invited_by: UserId(Uuid::nil()),
            invited_at: DateTime::UNIX_EPOCH,
            answered_by: None,
            answered_at: None,
            signed_version: signed,
            signed_by: None,
            signed_at: None,
        }
    }

    #[test]
    fn nobody_comes_in_twice_or_leaves_before_coming_in() {
        use MemberStatus as S;
        for (status, step) in [
            (S::Accepted, Step::Accept),
            (S::Declined, Step::Accept),
            (S::Left, Step::Accept),
            (S::Invited, Step::Leave),
            (S::Accepted, Step::Decline),
        ] {
            let refused = next(status, step).unwrap_err();
            assert_eq!(refused.code, ErrorCode::IllegalTransition);
        }
    }

    #[test]
    fn a_signature_is_for_one_version_and_all_must_have_signed_it() {
        use MemberStatus as S;
        let signed = member(S::Accepted, 30, Some(7));
        assert!(has_signed(&signed, 7) && !has_signed(&signed, 8));
        let left = member(S::Left, 30, None);
        assert!(hindrance(&[signed.clone(), left.clone()], 7).is_none());
        assert!(hindrance(&[signed.clone(), left], 8).is_some());
        assert!(hindrance(&[signed, member(S::Invited, 1, None)], 7).is_some());
    }

    #[test]
    fn the_lead_keeps_a_share() {
        use MemberStatus as S;
        let many = [member(S::Accepted, 60, None), member(S::Invited, 40, None)];
        assert!(share_problem(&many).is_some());
        let some = [member(S::Accepted, 60, None), member(S::Left, 40, None)];
        assert!(share_problem(&some).is_none());
        assert!(terms(" ".into(), Some(0)).is_err());
    }
}

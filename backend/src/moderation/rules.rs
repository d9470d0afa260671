//! Pure: whose work a decision is, how long somebody holds it, and until when it can be appealed.

use chrono::{DateTime, Duration, Utc};

use super::entity::{Model, ReviewDecision, ReviewKind, ReviewRule};
use crate::accounts::StaffRole;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::UserId;
use crate::text::{Sentence, say};

/// How long a claim lasts.
pub const CLAIM: Duration = Duration::minutes(30);
/// How long a decision can be appealed.
pub const APPEAL: Duration = Duration::days(30);

/// Every kind that waits for somebody, but appeals: these belong to whom the first decision belonged to.
pub const KINDS: [ReviewKind; 9] = [
    ReviewKind::Need,
    ReviewKind::Offer,
    ReviewKind::Match,
    ReviewKind::Registration,
    ReviewKind::Verification,
    ReviewKind::AllianceMembership,
    ReviewKind::Report,
    ReviewKind::Merge,
    ReviewKind::Suspension,
];

/// True when such decisions are the role's.
pub fn decides(role: StaffRole, kind: ReviewKind) -> bool {
    use ReviewKind as K;
    match role {
        StaffRole::Administrator => true,
        StaffRole::Moderator => matches!(kind, K::Need | K::Offer | K::Match | K::Report),
        StaffRole::Verifier => matches!(kind, K::Registration | K::Verification),
    }
}

/// Who holds a waiting review, if a claim still lasts, and until when.
pub fn holder(review: &Model, now: DateTime<Utc>) -> Option<(UserId, DateTime<Utc>)> {
    let until = review.claimed_at? + CLAIM;
    let holder = review.claimed_by?;
    (review.decided_at.is_none() && now < until).then_some((holder, until))
}

/// Until when a decision can be appealed; none when it is not one against somebody.
pub fn appealable_until(review: &Model) -> Option<DateTime<Utc>> {
    use ReviewDecision as D;
    use ReviewKind as K;
    let against = match review.kind {
        K::Need | K::Offer => matches!(review.decision, Some(D::ChangesRequested | D::Rejected)),
        K::Registration | K::Verification | K::AllianceMembership => {
            review.decision == Some(D::Rejected)
        }
        K::Report => review.decision == Some(D::Upheld),
        K::Suspension => review.decision == Some(D::Suspended),
        // A blocked match is unknown to its sides; an appeal is decided for good; a merge moves what
        // nobody could sort again.
        K::Match | K::Appeal | K::Merge => false,
    };
    review
        .decided_at
        .filter(|_| against)
        .map(|decided| decided + APPEAL)
}

/// A rule on which something can be held against somebody.
pub fn against(rule: ReviewRule) -> Result<ReviewRule> {
    if matches!(rule, ReviewRule::Complete | ReviewRule::GoodFit) {
        return Err(Error::field(
            "rule",
            ErrorCode::InvalidInput,
            say(
                "Chọn quy tắc bị vi phạm.",
                "Choose the rule that was broken.",
            ),
        ));
    }
    Ok(rule)
}

/// A rule in words, for letters.
pub fn words(rule: ReviewRule) -> Sentence {
    use ReviewRule as R;
    match rule {
        R::Complete => say("Đầy đủ và rõ ràng", "Complete and clear"),
        R::UnclearOutcome => say(
            "Kết quả mong muốn chưa rõ hoặc không đo được",
            "The outcome wanted is unclear or cannot be measured",
        ),
        R::Duplicate => say("Nội dung đã có trên sàn", "The same is here already"),
        R::OffTopic => say("Không thuộc đô thị thông minh", "Not about smart cities"),
        R::Advertising => say(
            "Quảng cáo thay cho nội dung",
            "Advertising instead of substance",
        ),
        R::PersonalData => say(
            "Có dữ liệu cá nhân hoặc thông tin mật",
            "Personal or confidential data in the text",
        ),
        R::GoodFit => say("Hai bên phù hợp", "The two fit"),
        R::Conflict => say("Xung đột lợi ích", "A conflict of interest"),
        R::Misleading => say("Sai sự thật hoặc gây hiểu lầm", "False or misleading"),
        R::Impersonation => say(
            "Mạo danh tổ chức hoặc cá nhân",
            "Speaking for somebody without the right to",
        ),
        R::Unlawful => say("Trái pháp luật", "Against the law"),
        R::Abuse => say(
            "Xúc phạm, đe dọa hoặc gây hại cho người khác",
            "Insults, threats, or use that harms others",
        ),
        R::Other => say("Lý do khác", "Another reason"),
    }
}

/// Why a review that is over cannot be decided.
pub fn over() -> Error {
    Error::illegal_transition(say(
        "Việc này không còn chờ quyết định; có thể người khác vừa quyết định.",
        "This is not waiting for a decision any more; somebody may just have decided.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_has_its_decisions() {
        use ReviewKind as K;
        use StaffRole as R;
        let of = |role| -> Vec<_> {
            KINDS
                .into_iter()
                .filter(|kind| decides(role, *kind))
                .collect()
        };
        assert_eq!(of(R::Moderator), [K::Need, K::Offer, K::Match, K::Report]);
        assert_eq!(of(R::Verifier), [K::Registration, K::Verification]);
        assert_eq!(of(R::Administrator), KINDS);
    }

    #[test]
    fn only_faults_are_held_against_somebody() {
        assert!(against(ReviewRule::Complete).is_err() && against(ReviewRule::GoodFit).is_err());
        assert!(against(ReviewRule::Unlawful).is_ok());
    }
}

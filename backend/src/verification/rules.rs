//! Pure: when an organisation may ask, and which checklists allow which decision.

use chrono::{DateTime, Duration, Utc};

use super::{Check, CheckName, CheckResult};
use crate::error::{Error, ErrorCode, Result};
use crate::moderation::ReviewDecision;
use crate::organizations::{Organization, Verification};
use crate::text::{Sentence, clean, say};

/// How long a verification holds (as long as the accounts of the federal challenge site).
pub const LIFETIME: Duration = Duration::days(365);
/// How long before its end it may be asked for anew.
pub const RENEWAL: Duration = Duration::days(60);
/// Days before the end on which the owners are reminded.
pub const REMINDERS: [i64; 2] = [30, 7];
/// Files with one request.
pub const EVIDENCE_MAX: usize = 10;
/// Longest note in characters.
const NOTE_MAX: usize = 2_000;
/// Longest note on one check in characters.
const CHECK_NOTE_MAX: usize = 500;

/// Refuses to ask while a verification holds for long.
pub fn may_ask(organization: &Organization, now: DateTime<Utc>) -> Result<()> {
    let holds = organization.verification == Verification::Verified
        && organization
            .verified_until
            .is_some_and(|until| now < until - RENEWAL);
    if holds {
        return Err(Error::illegal_transition(say(
            "Tổ chức đang được xác thực. Có thể yêu cầu xác thực lại trong 60 ngày cuối trước khi hết hạn.",
            "The organisation is verified. Ask again within the last 60 days before that ends.",
        )));
    }
    if organization.verification == Verification::Suspended {
        return Err(Error::illegal_transition(say(
            "Tổ chức đang bị tạm đình chỉ nên chưa thể yêu cầu xác thực.",
            "The organisation is suspended and cannot ask to be verified.",
        )));
    }
    Ok(())
}

/// A note as stored.
pub fn note(field: &str, text: Option<String>) -> Result<Option<String>> {
    bounded(field, text, NOTE_MAX)
}

fn bounded(field: &str, text: Option<String>, most: usize) -> Result<Option<String>> {
    let text = clean(text);
    if text
        .as_deref()
        .is_some_and(|text| text.chars().count() > most)
    {
        return Err(Error::field(
            field,
            ErrorCode::TooLong,
            say(
                format!("Nội dung này dài tối đa {most} ký tự."),
                format!("This text has at most {most} characters."),
            ),
        ));
    }
    Ok(text)
}

/// A checklist as stored; it must bear the decision.
pub fn checklist(given: Vec<Check>, decision: ReviewDecision) -> Result<Vec<Check>> {
    let mut checks = Vec::new();
    for check in given {
        if checks.iter().any(|known: &Check| known.name == check.name) {
            return Err(refused(say(
                "Mỗi mục kiểm tra chỉ trả lời một lần.",
                "Each check is answered once.",
            )));
        }
        let note = bounded("checklist", check.note, CHECK_NOTE_MAX)?;
        checks.push(Check { note, ..check });
    }
    if decision != ReviewDecision::Approved {
        return Ok(checks);
    }
    let result = |name| {
        checks
            .iter()
            .find(|check| check.name == name)
            .map(|check| check.result)
    };
    if CheckName::ALL.iter().any(|name| result(*name).is_none()) {
        return Err(refused(say(
            "Trả lời đủ các mục kiểm tra trước khi xác thực.",
            "Answer every check before you verify.",
        )));
    }
    let failed = checks
        .iter()
        .any(|check| check.result == CheckResult::Failed);
    let named = result(CheckName::LegalName) == Some(CheckResult::Passed);
    if failed || !named {
        return Err(refused(say(
            "Chỉ xác thực khi không có mục nào không đạt và tên pháp lý đã khớp.",
            "Verify only when no check failed and the legal name is right.",
        )));
    }
    Ok(checks)
}

fn refused(message: Sentence) -> Error {
    Error::field("checklist", ErrorCode::InvalidInput, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(result: CheckResult) -> Vec<Check> {
        let check = |name| Check {
            name,
            result,
            note: None,
        };
        CheckName::ALL.into_iter().map(check).collect()
    }

    #[test]
    fn a_badge_rests_on_a_whole_checklist() {
        let approve = |checks| checklist(checks, ReviewDecision::Approved).is_ok();
        assert!(approve(all(CheckResult::Passed)));
        assert!(!approve(all(CheckResult::NotApplicable)));
        assert!(!approve(Vec::new()) && !approve(all(CheckResult::Passed)[1..].to_vec()));
        let mut one_failed = all(CheckResult::Passed);
        one_failed[4].result = CheckResult::Failed;
        assert!(!approve(one_failed.clone()));
        one_failed[4].result = CheckResult::NotApplicable;
        assert!(approve(one_failed.clone()));
        one_failed.push(one_failed[0].clone());
        assert!(!approve(one_failed));
    }

    #[test]
    fn a_rejection_needs_no_checklist() {
        assert!(checklist(Vec::new(), ReviewDecision::Rejected).is_ok());
        let long = Check {
            name: CheckName::Code,
            result: CheckResult::Failed,
            note: Some("x".repeat(501)),
        };
        assert!(checklist(vec![long], ReviewDecision::Rejected).is_err());
    }
}

//! Pure: which step may follow which state, and what a valid proposal is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ProposalStatus;
use super::document::{ProposalPriceLine, ProposalSectionName, SectionContent, total};
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::money::{Amount, MoneyRangeInput};
use crate::needs::{Need, NeedStatus};
use crate::postings::Check;
use crate::text::{Locale, clean, say};

/// Longest summary in characters.
const SUMMARY_MAX: usize = 2_000;
/// Longest approach in characters.
const APPROACH_MAX: usize = 20_000;
/// Longest label of a line in characters.
const LABEL_MAX: usize = 200;
/// Most lines of a section.
const LINES_MAX: usize = 50;
/// Longest duration in months: ten years.
const DURATION_MAX: i32 = 120;

/// What a proposal says; it replaces the whole content of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Language it is written in.
    pub language: Locale,
    /// In a few sentences.
    pub summary: String,
    /// How.
    pub approach: String,
    /// Đồng.
    pub price_amount: Option<Amount>,
    /// Months.
    pub duration_months: Option<i32>,
}

/// A step in a proposal's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The bidder changes it.
    Edit,
    /// The bidder asks those who propose together with it to sign.
    RequestSignoff,
    /// Somebody of them wants to change it again.
    Recall,
    /// The bidder hands it in.
    Submit,
    /// The bidder takes it back, or the need ends before its deadline.
    Withdraw,
    /// Both sides have opened it after the deadline.
    Open,
    /// The owner begins to evaluate.
    Evaluate,
    /// The owner invites its bidder to an interview.
    Shortlist,
    /// The owner chooses it.
    Select,
    /// The owner does not choose it, or the need ends.
    Decline,
}

/// The state after the step, or why it cannot be taken. Nothing else sets a proposal's status.
pub fn next(status: ProposalStatus, step: Step) -> Result<ProposalStatus> {
    use ProposalStatus as S;
    match (status, step) {
        // What its bidder took back may be taken up again until the deadline.
        (S::Draft | S::Withdrawn, Step::Edit) | (S::AwaitingSignoff, Step::Recall) => Ok(S::Draft),
        (S::Draft, Step::RequestSignoff) => Ok(S::AwaitingSignoff),
        (S::Draft | S::AwaitingSignoff, Step::Submit) => Ok(S::Submitted),
        (S::Draft | S::AwaitingSignoff | S::Submitted, Step::Withdraw) => Ok(S::Withdrawn),
        (S::Submitted, Step::Open) => Ok(S::Opened),
        (S::Opened, Step::Evaluate) => Ok(S::UnderEvaluation),
        (S::UnderEvaluation, Step::Shortlist) => Ok(S::Shortlisted),
        (S::UnderEvaluation | S::Shortlisted, Step::Select) => Ok(S::Selected),
        (S::Opened | S::UnderEvaluation | S::Shortlisted, Step::Decline) => Ok(S::NotSelected),
        _ => Err(Error::illegal_transition(match step {
            Step::Edit => say(
                "Chỉ sửa được bản nháp, hoặc đề xuất đã rút khi nhu cầu còn tiếp nhận. Muốn thay đề xuất đã nộp, hãy rút rồi sửa; đang chờ ký thì bấm «Sửa tiếp».",
                "Only a draft, or a proposal you took back, can be edited. To replace a submitted one, withdraw it first; while it waits for signatures, choose “Change it again”.",
            ),
            Step::RequestSignoff | Step::Recall => say(
                "Chỉ trình ký được bản nháp, và chỉ sửa tiếp được bản đang chờ ký.",
                "Only a draft is put up for signing, and only one that waits for signatures is taken back to be changed.",
            ),
            Step::Submit => say(
                "Đề xuất này đã được nộp hoặc đã kết thúc.",
                "This proposal was submitted already, or has ended.",
            ),
            Step::Withdraw => say(
                "Đề xuất đã mở thì không rút được nữa.",
                "A proposal that was opened can no longer be withdrawn.",
            ),
            Step::Open | Step::Evaluate | Step::Shortlist => say(
                "Đề xuất này không ở bước đó.",
                "This proposal is not at that step.",
            ),
            Step::Select | Step::Decline => say(
                "Hãy bắt đầu đánh giá trước; mỗi đề xuất chỉ được quyết định một lần.",
                "Start the evaluation first; each proposal is decided once.",
            ),
        })),
    }
}

/// Proposals are taken while the need is open and its deadline, by the server's clock, lies ahead.
pub fn accepting(need: &Need, now: DateTime<Utc>) -> Result<()> {
    let ahead = need.closes_at.is_some_and(|at| at > now);
    if need.status == NeedStatus::Open && ahead {
        return Ok(());
    }
    Err(Error::new(
        ErrorCode::IllegalTransition,
        say(
            "Nhu cầu này không còn tiếp nhận đề xuất.",
            "This need takes no more proposals.",
        ),
    ))
}

/// As [`accepting`], and the need is not hidden: what is written and handed in stays as it is meanwhile,
/// and can only be taken back.
pub fn taking(need: &Need, now: DateTime<Utc>) -> Result<()> {
    accepting(need, now)?;
    if !need.is_hidden() {
        return Ok(());
    }
    Err(Error::illegal_transition(say(
        "Nhu cầu này đang tạm ẩn nên chưa nhận đề xuất. Nội dung của bạn vẫn được giữ nguyên.",
        "This need is hidden for now and takes no proposals. What you wrote stays as it is.",
    )))
}

/// What is wrong with a draft: values that could never be right.
pub fn draft_problems(content: &Content) -> Vec<Problem> {
    let mut check = Check::default();
    for (field, text, most) in [
        ("summary", &content.summary, SUMMARY_MAX),
        ("approach", &content.approach, APPROACH_MAX),
    ] {
        if text.chars().count() > most {
            check.add(
                field,
                ErrorCode::TooLong,
                format!("Nội dung này dài tối đa {most} ký tự."),
                format!("This text has at most {most} characters."),
            );
        }
    }
    if let Some(months) = content.duration_months
        && !(1..=DURATION_MAX).contains(&months)
    {
        check.add(
            "durationMonths",
            ErrorCode::OutOfRange,
            format!("Thời gian thực hiện từ 1 đến {DURATION_MAX} tháng."),
            format!("The duration is between 1 and {DURATION_MAX} months."),
        );
    }
    let price = MoneyRangeInput {
        min: content.price_amount,
        max: None,
    };
    if let Some(problem) = price.problem("content.priceAmount") {
        check.problems.push(Problem {
            field: "content.priceAmount".into(),
            ..problem
        });
    }
    check.problems
}

/// What is missing before a proposal can be submitted.
pub fn missing(content: &Content) -> Vec<Problem> {
    let mut check = Check::default();
    let empty = |text: &str| clean(Some(text.to_owned())).is_none();
    check.required(
        empty(&content.summary),
        "summary",
        "Tóm tắt đề xuất trong vài câu.",
        "Sum up the proposal in a few sentences.",
    );
    check.required(
        empty(&content.approach),
        "approach",
        "Nêu cách thực hiện: làm gì, theo trình tự nào, ai chịu trách nhiệm.",
        "Say how: what is done, in which order, who answers for it.",
    );
    check.required(
        content.price_amount.is_none(),
        "priceAmount",
        "Nhập giá đề xuất bằng đồng; thử nghiệm miễn phí thì nhập 0.",
        "Enter the price in đồng; for a free trial enter 0.",
    );
    check.required(
        content.duration_months.is_none(),
        "durationMonths",
        "Nhập thời gian thực hiện, tính bằng tháng.",
        "Enter the duration in months.",
    );
    check.problems
}

/// What is wrong with a section: values that could never be right.
pub fn section_problems(section: ProposalSectionName, content: &SectionContent) -> Vec<Problem> {
    let mut check = Check::default();
    let most = match section {
        ProposalSectionName::Summary => SUMMARY_MAX,
        _ => APPROACH_MAX,
    };
    long(&mut check, "text", &content.text, most);
    if content
        .duration_months
        .is_some_and(|months| !(1..=DURATION_MAX).contains(&months))
    {
        check.add(
            "durationMonths",
            ErrorCode::OutOfRange,
            format!("Thời gian thực hiện từ 1 đến {DURATION_MAX} tháng."),
            format!("The duration is between 1 and {DURATION_MAX} months."),
        );
    }
    few(&mut check, "lines", content.lines.len());
    few(&mut check, "references", content.references.len());
    few(&mut check, "risks", content.risks.len());
    few(&mut check, "indicators", content.indicators.len());
    for (at, line) in content.lines.iter().enumerate() {
        let field = format!("lines.{at}.label");
        named(&mut check, &field, &line.label);
        if line.amount.0 < 0 {
            check.add(
                &format!("lines.{at}.amount"),
                ErrorCode::OutOfRange,
                "Số tiền không được âm.",
                "An amount is not negative.",
            );
        }
    }
    if let Some(problem) = sum_problem(&content.lines) {
        check.problems.push(problem);
    }
    let mut seen = Vec::new();
    for (at, risk) in content.risks.iter().enumerate() {
        long(&mut check, &format!("risks.{at}.note"), &risk.note, 1_000);
        if seen.contains(&risk.category) {
            check.add(
                &format!("risks.{at}.category"),
                ErrorCode::Conflict,
                "Mỗi loại rủi ro chỉ nêu một lần.",
                "Each kind of risk is named once.",
            );
        }
        seen.push(risk.category);
    }
    for (at, indicator) in content.indicators.iter().enumerate() {
        named(
            &mut check,
            &format!("indicators.{at}.name"),
            &indicator.name,
        );
        named(
            &mut check,
            &format!("indicators.{at}.target"),
            &indicator.target,
        );
        long(
            &mut check,
            &format!("indicators.{at}.baseline"),
            &indicator.baseline,
            LABEL_MAX,
        );
    }
    check.problems
}

fn long(check: &mut Check, field: &str, text: &str, most: usize) {
    if text.chars().count() > most {
        check.add(
            field,
            ErrorCode::TooLong,
            format!("Nội dung này dài tối đa {most} ký tự."),
            format!("This text has at most {most} characters."),
        );
    }
}

/// A short text that must be there.
fn named(check: &mut Check, field: &str, text: &str) {
    check.required(
        clean(Some(text.to_owned())).is_none(),
        field,
        "Điền ô này, hoặc xóa cả dòng.",
        "Fill this in, or remove the whole line.",
    );
    long(check, field, text, LABEL_MAX);
}

fn few(check: &mut Check, field: &str, count: usize) {
    if count > LINES_MAX {
        check.add(
            field,
            ErrorCode::OutOfRange,
            format!("Tối đa {LINES_MAX} dòng."),
            format!("At most {LINES_MAX} lines."),
        );
    }
}

fn sum_problem(lines: &[ProposalPriceLine]) -> Option<Problem> {
    if lines.is_empty() {
        return None;
    }
    // More than a number holds is out of range as well.
    let sum = MoneyRangeInput {
        min: Some(total(lines).unwrap_or(Amount(i64::MAX))),
        max: None,
    };
    let problem = sum.problem("content.lines")?;
    Some(Problem {
        field: "content.lines".into(),
        ..problem
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_lives_as_the_diagram_says() {
        use ProposalStatus as S;
        let road = [
            (S::Draft, Step::Submit, S::Submitted),
            (S::Submitted, Step::Open, S::Opened),
            (S::Opened, Step::Evaluate, S::UnderEvaluation),
            (S::UnderEvaluation, Step::Select, S::Selected),
        ];
        for (from, step, to) in road {
            assert_eq!(next(from, step).unwrap(), to);
        }
    }

    #[test]
    fn steps_out_of_order_are_refused() {
        use ProposalStatus as S;
        for (status, step) in [
            (S::Submitted, Step::Edit),
            (S::Submitted, Step::Select),
            (S::Opened, Step::Withdraw),
            (S::Opened, Step::Select),
            (S::Selected, Step::Decline),
            (S::Withdrawn, Step::Submit),
            (S::NotSelected, Step::Edit),
        ] {
            assert_eq!(
                next(status, step).unwrap_err().code,
                ErrorCode::IllegalTransition
            );
        }
    }

    #[test]
    fn four_things_are_required_and_numbers_have_bounds() {
        assert_eq!(missing(&Content::default()).len(), 4);
        let wrong = Content {
            price_amount: Some(Amount(-1)),
            duration_months: Some(0),
            ..Content::default()
        };
        let fields: Vec<_> = draft_problems(&wrong)
            .into_iter()
            .map(|p| p.field)
            .collect();
        assert_eq!(fields, ["content.durationMonths", "content.priceAmount"]);
    }
}

//! Pure: which step may follow which state, and what the board's decision is called.

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::organizations::AllianceStatus;
use crate::text::{Sentence, clean, clean_line, say};

/// Longest application in characters.
const TEXT_MAX: usize = 4_000;
/// Longest number of a decision in characters.
const NUMBER_MAX: usize = 50;
/// The year in which the alliance was founded.
const FOUNDED: i32 = 2021;

/// A step in an organisation's membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An owner applies.
    Apply,
    /// An owner takes the application back.
    TakeBack,
    /// The board admits.
    Admit,
    /// The board does not.
    Reject,
    /// An administrator suspends.
    Suspend,
    /// An administrator ends a suspension.
    Reinstate,
    /// An owner leaves.
    Leave,
}

/// The state after the step, or why it cannot be taken. Nothing else sets the status.
pub fn next(status: AllianceStatus, step: Step) -> Result<AllianceStatus> {
    use AllianceStatus as S;
    match (status, step) {
        (S::None | S::Rejected | S::Left, Step::Apply) => Ok(S::Applied),
        (S::Applied, Step::TakeBack) => Ok(S::None),
        (S::Applied, Step::Admit) | (S::Suspended, Step::Reinstate) => Ok(S::Admitted),
        (S::Applied, Step::Reject) => Ok(S::Rejected),
        (S::Admitted, Step::Suspend) => Ok(S::Suspended),
        (S::Admitted | S::Suspended, Step::Leave) => Ok(S::Left),
        _ => Err(Error::illegal_transition(refusal(step))),
    }
}

fn refusal(step: Step) -> Sentence {
    match step {
        Step::Apply => say(
            "Tổ chức đã là thành viên Liên minh hoặc đơn đang chờ.",
            "The organisation is a member of the alliance, or its application waits.",
        ),
        Step::Admit | Step::Reject => say(
            "Không có đơn nào đang chờ; có thể người khác vừa ghi nhận.",
            "No application waits; somebody may just have recorded the decision.",
        ),
        Step::Suspend => say(
            "Chỉ tạm dừng được tư cách của thành viên Liên minh.",
            "Only a member of the alliance can be suspended.",
        ),
        Step::Reinstate => say(
            "Chỉ khôi phục được tư cách đang tạm dừng.",
            "Only a suspended membership can be restored.",
        ),
        Step::TakeBack | Step::Leave => say(
            "Tổ chức chưa là thành viên Liên minh và không có đơn nào đang chờ.",
            "The organisation is no member of the alliance, and no application waits.",
        ),
    }
}

/// An application as stored.
pub fn application(text: &str) -> Result<String> {
    let text = clean(Some(text.to_owned())).ok_or_else(|| {
        Error::field(
            "text",
            ErrorCode::Required,
            say(
                "Nêu lý do tham gia và đóng góp dự kiến của tổ chức.",
                "Say why the organisation wants to join and what it will contribute.",
            ),
        )
    })?;
    if text.chars().count() > TEXT_MAX {
        return Err(Error::field(
            "text",
            ErrorCode::TooLong,
            say(
                format!("Nội dung này dài tối đa {TEXT_MAX} ký tự."),
                format!("This text has at most {TEXT_MAX} characters."),
            ),
        ));
    }
    Ok(text)
}

/// Number and date of the board's decision, which is not of tomorrow.
pub fn decision(number: &str, date: NaiveDate, today: NaiveDate) -> Result<String> {
    use chrono::Datelike;
    let number = clean_line(Some(number.to_owned())).ok_or_else(|| {
        Error::field(
            "decisionNumber",
            ErrorCode::Required,
            say(
                "Nhập số quyết định của Ban Điều hành.",
                "Enter the number of the board's decision.",
            ),
        )
    })?;
    if number.chars().count() > NUMBER_MAX {
        return Err(Error::field(
            "decisionNumber",
            ErrorCode::TooLong,
            say(
                format!("Số quyết định dài tối đa {NUMBER_MAX} ký tự."),
                format!("A decision's number has at most {NUMBER_MAX} characters."),
            ),
        ));
    }
    if date > today || date.year() < FOUNDED {
        return Err(Error::field(
            "decidedOn",
            ErrorCode::OutOfRange,
            say(
                "Ngày quyết định phải từ năm 2021 đến hôm nay.",
                "The decision's date must lie between 2021 and today.",
            ),
        ));
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_drawn_steps_can_be_taken() {
        use AllianceStatus as S;
        let all = [
            S::None,
            S::Applied,
            S::Admitted,
            S::Suspended,
            S::Left,
            S::Rejected,
        ];
        let from = |step| -> Vec<_> {
            all.into_iter()
                .filter(|status| next(*status, step).is_ok())
                .collect()
        };
        assert_eq!(from(Step::Apply), [S::None, S::Left, S::Rejected]);
        assert_eq!(from(Step::Admit), [S::Applied]);
        assert_eq!(from(Step::Reject), [S::Applied]);
        assert_eq!(from(Step::TakeBack), [S::Applied]);
        assert_eq!(from(Step::Suspend), [S::Admitted]);
        assert_eq!(from(Step::Reinstate), [S::Suspended]);
        assert_eq!(from(Step::Leave), [S::Admitted, S::Suspended]);
    }

    #[test]
    fn a_decision_has_a_number_and_a_past_date() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let today = day(2026, 11, 27);
        assert_eq!(
            decision(" 12/QĐ-BĐH \n", today, today).unwrap(),
            "12/QĐ-BĐH"
        );
        assert!(decision("", today, today).is_err());
        assert!(decision("1", day(2026, 11, 28), today).is_err());
        assert!(decision("1", day(2020, 1, 1), today).is_err());
        assert!(decision(&"1".repeat(51), today, today).is_err());
    }
}

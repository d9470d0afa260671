//! Pure: when questions are taken and answered, and who reads what.

use chrono::{DateTime, Utc};

use super::Question;
use crate::clock::moment;
use crate::error::{Error, ErrorCode, Result};
use crate::needs::brief::{NeedBrief, questions_until};
use crate::needs::{Need, NeedStatus};
use crate::policy::{Action, Decision, Viewer, decide};
use crate::text::{clean, say};

/// Longest question in characters.
pub const QUESTION_MAX: usize = 1000;
/// Longest answer in characters.
pub const ANSWER_MAX: usize = 4000;
/// Most questions of one organisation about one need that wait for an answer.
pub const WAITING_MAX: usize = 10;

/// True while a need takes questions, or comments while the market is consulted.
pub fn takes_questions(need: &Need, brief: &NeedBrief, now: DateTime<Utc>) -> bool {
    matches!(need.status, NeedStatus::Consultation | NeedStatus::Open)
        && !need.is_hidden()
        && questions_until(need, brief).is_some_and(|until| now < until)
}

/// Refuses a question that comes too late, or about a need that is not open.
pub fn must_take_questions(need: &Need, brief: &NeedBrief, now: DateTime<Utc>) -> Result<()> {
    if takes_questions(need, brief, now) {
        return Ok(());
    }
    let takes = matches!(need.status, NeedStatus::Consultation | NeedStatus::Open);
    let until = questions_until(need, brief).filter(|_| takes);
    Err(Error::illegal_transition(match until {
        Some(until) => {
            let until = moment(Some(until));
            say(
                format!("Đã hết hạn đặt câu hỏi ({until}). Các câu trả lời vẫn công khai."),
                format!("Questions ended at {until} (Vietnam's time). The answers stay public."),
            )
        }
        None => say(
            "Nhu cầu này không nhận câu hỏi.",
            "This need takes no questions.",
        ),
    }))
}

/// Answers are given while the market is consulted and while the need is open: what bidders could not consider any more helps nobody.
pub fn must_take_answers(need: &Need, question: &Question, now: DateTime<Utc>) -> Result<()> {
    if question.hidden_at.is_some() {
        return Err(Error::illegal_transition(say(
            "Liên minh đã ẩn câu hỏi này.",
            "The alliance has hidden this question.",
        )));
    }
    let open = need.status == NeedStatus::Open && need.closes_at.is_some_and(|at| now < at);
    if open || need.status == NeedStatus::Consultation {
        return Ok(());
    }
    Err(Error::illegal_transition(say(
        "Nhu cầu đã đóng: không trả lời được nữa.",
        "The need has closed: it is too late for answers.",
    )))
}

/// A text as stored; there must be one, of at most so many characters.
pub fn text(text: &str, most: usize) -> Result<String> {
    let text = clean(Some(text.to_owned())).ok_or_else(|| {
        Error::field(
            "text",
            ErrorCode::Required,
            say("Hãy viết nội dung.", "Write something."),
        )
    })?;
    if text.chars().count() > most {
        return Err(Error::field(
            "text",
            ErrorCode::TooLong,
            say(
                format!("Nội dung này dài tối đa {most} ký tự."),
                format!("This text has at most {most} characters."),
            ),
        ));
    }
    Ok(text)
}

/// What is answered and not hidden is everybody's who sees the need. What waits is the owner's, the
/// asker's, and theirs who may hide it.
pub fn sees(viewer: &Viewer, need: &Need, question: &Question) -> bool {
    let own = viewer.user() == Some(question.asked_by);
    let hides = decide(viewer, Action::ReviewNeed(need)) == Decision::Allow;
    if question.hidden_at.is_some() {
        return own || hides;
    }
    question.answered_at.is_some() || own || hides || viewer.belongs_to(need.organization_id)
}

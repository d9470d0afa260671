//! Pure: which step may follow which state, and what a valid offer is.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::entity::Reference;
use super::{OfferMaturity, OfferStatus};
use crate::domains::Taxonomy;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::money::MoneyRangeInput;
use crate::places::Gazetteer;
use crate::postings::{
    Check, ContractType, DESCRIPTION_MAX, DeliveryModel, SUMMARY_MAX, TITLE_MAX,
};
use crate::text::{BilingualTextInput, Sentence, clean, say};

/// How long a published offer stays public before it must be renewed.
pub const LIFETIME: Duration = Duration::days(365);
/// Most references of one offer.
const REFERENCES_MAX: usize = 20;
/// Longest name of a reference in characters.
const REFERENCE_MAX: usize = 200;

/// What an offer says; it replaces the whole content of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Title.
    pub title: BilingualTextInput,
    /// In a few sentences.
    pub summary: BilingualTextInput,
    /// Everything else.
    pub description: BilingualTextInput,
    /// Domain codes.
    pub domains: Vec<String>,
    /// Place ids; empty means the whole country.
    pub coverage: Vec<String>,
    /// Money.
    pub price: MoneyRangeInput,
    /// Contract types the firm can enter.
    pub contract_types: Vec<ContractType>,
    /// Delivery models the firm can enter.
    pub delivery_models: Vec<DeliveryModel>,
    /// How far it has come.
    pub maturity: Option<OfferMaturity>,
    /// Earlier deliveries.
    pub references: Vec<Reference>,
}

/// A step in an offer's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The owner changes it.
    Edit,
    /// The owner sends it in.
    Submit,
    /// The alliance publishes it.
    Approve,
    /// The alliance sends it back.
    Reject,
    /// The owner hides it for a while.
    Pause,
    /// The owner shows it again.
    Resume,
    /// Its time is over.
    Expire,
    /// The owner puts it away.
    Archive,
}

/// The state after the step, or why it cannot be taken. Nothing else sets an offer's status.
pub fn next(status: OfferStatus, step: Step) -> Result<OfferStatus> {
    use OfferStatus as S;
    match (status, step) {
        (S::Draft | S::Rejected, Step::Edit) => Ok(S::Draft),
        (S::Draft | S::Rejected | S::Expired, Step::Submit) => Ok(S::UnderReview),
        (S::UnderReview, Step::Approve) | (S::Paused, Step::Resume) => Ok(S::Published),
        (S::UnderReview, Step::Reject) => Ok(S::Rejected),
        (S::Published, Step::Pause) => Ok(S::Paused),
        (S::Published | S::Paused, Step::Expire) | (S::Expired, Step::Edit) => Ok(S::Expired),
        (status, Step::Archive) if status != S::Archived => Ok(S::Archived),
        _ => Err(Error::illegal_transition(refusal(step))),
    }
}

fn refusal(step: Step) -> Sentence {
    match step {
        Step::Edit => say(
            "Chỉ sửa được bản nháp, giải pháp bị trả lại hoặc đã hết hạn.",
            "Only a draft, an offer that was sent back, or an expired one can be edited.",
        ),
        Step::Submit => say(
            "Giải pháp này đã được gửi duyệt hoặc đã đăng.",
            "This offer was sent in or published already.",
        ),
        Step::Approve | Step::Reject => say(
            "Giải pháp này không chờ duyệt; có thể người khác vừa quyết định.",
            "This offer is not waiting for review; somebody may just have decided.",
        ),
        Step::Pause => say(
            "Chỉ tạm ẩn được giải pháp đang đăng.",
            "Only a published offer can be paused.",
        ),
        Step::Resume => say(
            "Chỉ đăng lại được giải pháp đang tạm ẩn.",
            "Only a paused offer can be resumed.",
        ),
        Step::Expire => say(
            "Giải pháp này không đang đăng.",
            "This offer is not published.",
        ),
        Step::Archive => say(
            "Giải pháp này đã lưu trữ.",
            "This offer is archived already.",
        ),
    }
}

/// What is wrong with a draft: values that could never be right. Missing ones are no problem yet.
pub fn draft_problems(
    content: &Content,
    this_year: i32,
    gazetteer: &Gazetteer,
    taxonomy: &Taxonomy,
) -> Vec<Problem> {
    let mut check = Check::default();
    check.length("title", &content.title, TITLE_MAX);
    check.length("summary", &content.summary, SUMMARY_MAX);
    check.length("description", &content.description, DESCRIPTION_MAX);
    check.domains(&content.domains, taxonomy);
    check
        .problems
        .extend(content.price.problem("content.price"));
    let unknown = |id: &String| gazetteer.today(id).is_none();
    if content.coverage.iter().any(unknown) {
        unknown_place(&mut check, "coverage");
    }
    for (i, reference) in content.references.iter().enumerate() {
        if reference.place_id.as_ref().is_some_and(unknown) {
            unknown_place(&mut check, &format!("references.{i}.placeId"));
        }
    }
    references(&mut check, &content.references, this_year);
    check.problems
}

fn unknown_place(check: &mut Check, field: &str) {
    check.add(
        field,
        ErrorCode::UnknownPlace,
        "Chọn tỉnh, thành phố trong danh sách 34 đơn vị hiện nay.",
        "Choose from today's 34 provinces and cities.",
    );
}

fn references(check: &mut Check, references: &[Reference], this_year: i32) {
    if references.len() > REFERENCES_MAX {
        check.add(
            "references",
            ErrorCode::OutOfRange,
            format!("Nêu tối đa {REFERENCES_MAX} dự án tham chiếu."),
            format!("Give at most {REFERENCES_MAX} references."),
        );
    }
    for (i, reference) in references.iter().enumerate() {
        let name = clean(Some(reference.name.clone()));
        if name.is_none() {
            check.add(
                &format!("references.{i}.name"),
                ErrorCode::Required,
                "Đặt tên cho dự án tham chiếu hoặc xóa dòng này.",
                "Name the reference, or remove this line.",
            );
        } else if name.is_some_and(|name| name.chars().count() > REFERENCE_MAX) {
            check.add(
                &format!("references.{i}.name"),
                ErrorCode::TooLong,
                format!("Tên dự án tham chiếu dài tối đa {REFERENCE_MAX} ký tự."),
                format!("A reference's name has at most {REFERENCE_MAX} characters."),
            );
        }
        if reference
            .year
            .is_some_and(|year| !(1980..=this_year).contains(&year))
        {
            check.add(
                &format!("references.{i}.year"),
                ErrorCode::OutOfRange,
                format!("Năm phải từ 1980 đến {this_year}."),
                format!("The year must be between 1980 and {this_year}."),
            );
        }
    }
}

/// What is missing before an offer can be sent in.
pub fn missing(content: &Content) -> Vec<Problem> {
    let mut check = Check::default();
    let empty = |text: &BilingualTextInput| {
        clean(text.vi.clone()).is_none() && clean(text.en.clone()).is_none()
    };
    check.required(
        empty(&content.title),
        "title.vi",
        "Đặt tên cho giải pháp.",
        "Name the offer.",
    );
    check.required(
        empty(&content.summary),
        "summary.vi",
        "Nêu trong vài câu: giải pháp giải quyết việc gì, cho ai.",
        "Say in a few sentences what it solves, and for whom.",
    );
    check.required(
        content.domains.is_empty(),
        "domains",
        "Chọn ít nhất một lĩnh vực để hệ thống tìm nhu cầu phù hợp.",
        "Choose at least one domain, so that fitting needs can be found.",
    );
    check.problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_lives_as_the_diagram_says() {
        use OfferStatus as S;
        let road = [
            (S::Draft, Step::Submit, S::UnderReview),
            (S::UnderReview, Step::Reject, S::Rejected),
            (S::Rejected, Step::Edit, S::Draft),
            (S::UnderReview, Step::Approve, S::Published),
            (S::Published, Step::Pause, S::Paused),
            (S::Paused, Step::Resume, S::Published),
            (S::Published, Step::Expire, S::Expired),
            (S::Expired, Step::Submit, S::UnderReview),
            (S::Paused, Step::Archive, S::Archived),
        ];
        for (from, step, to) in road {
            assert_eq!(next(from, step).unwrap(), to);
        }
    }

    #[test]
    fn steps_out_of_order_are_refused() {
        use OfferStatus as S;
        for (status, step) in [
            (S::Published, Step::Edit),
            (S::Draft, Step::Approve),
            (S::Draft, Step::Pause),
            (S::Archived, Step::Archive),
            (S::Archived, Step::Resume),
        ] {
            assert_eq!(
                next(status, step).unwrap_err().code,
                ErrorCode::IllegalTransition
            );
        }
    }

    #[test]
    fn a_reference_has_a_name_and_a_year_that_was() {
        let content = Content {
            references: vec![Reference {
                name: " ".into(),
                place_id: None,
                year: Some(2030),
            }],
            ..Content::default()
        };
        let problems = draft_problems(
            &content,
            2026,
            &Gazetteer::built_in(),
            &Taxonomy::built_in(),
        );
        let fields: Vec<_> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(
            fields,
            ["content.references.0.name", "content.references.0.year"]
        );
    }
}

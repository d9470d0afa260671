//! Pure: which step may follow which state, and what a valid need is.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::NeedStatus;
use super::brief::NeedBrief;
use crate::domains::Taxonomy;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::money::MoneyRangeInput;
use crate::organizations::{Organization, OrganizationKind, Verification};
use crate::places::Gazetteer;
use crate::postings::{
    Check, ContractType, DESCRIPTION_MAX, DeliveryModel, SUMMARY_MAX, TITLE_MAX,
};
use crate::text::{BilingualTextInput, Sentence, clean, say};

/// Longest reason in characters.
pub const REASON_MAX: usize = 2000;
/// A deadline further away is a slip of the keyboard.
pub(crate) const FURTHEST: Duration = Duration::days(3 * 366);

/// What a need says; it replaces the whole content of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Title.
    pub title: BilingualTextInput,
    /// The problem in a few sentences.
    pub summary: BilingualTextInput,
    /// Everything else.
    pub description: BilingualTextInput,
    /// Where.
    pub place_id: Option<String>,
    /// Domain codes.
    pub domains: Vec<String>,
    /// Money.
    pub budget: MoneyRangeInput,
    /// Contract type wanted.
    pub contract_type: Option<ContractType>,
    /// Delivery model wanted.
    pub delivery_model: Option<DeliveryModel>,
    /// Level aimed at: 1 to 3.
    pub maturity_target: Option<i32>,
    /// Deadline.
    pub closes_at: Option<DateTime<Utc>>,
    /// What it says beside its texts.
    pub brief: NeedBrief,
}

/// A step in a need's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The owner changes it.
    Edit,
    /// The owner sends it in.
    Submit,
    /// The alliance publishes it.
    Approve,
    /// The alliance publishes it for the market to comment on.
    Consult,
    /// Its owner opens it for proposals after that.
    Open,
    /// The alliance asks for changes.
    SendBack,
    /// The deadline has come.
    Close,
    /// The owner begins to evaluate.
    StartEvaluation,
    /// A proposal was selected.
    Select,
    /// The owner takes it back.
    Withdraw,
    /// The owner gives it up.
    Cancel,
    /// Nothing came of it.
    Fail,
    /// Both sides signed an agreement about it.
    Agree,
    /// What was agreed is done.
    Complete,
    /// What was agreed ended before it was done.
    Lapse,
    /// It goes on at the national procurement system.
    HandOver,
}

/// The state after the step, or why it cannot be taken. Nothing else sets a need's status.
pub fn next(status: NeedStatus, step: Step) -> Result<NeedStatus> {
    use NeedStatus as S;
    match (status, step) {
        (S::Draft | S::ChangesRequested | S::Consultation, Step::Edit) => Ok(status),
        (S::Draft | S::ChangesRequested, Step::Submit) => Ok(S::UnderReview),
        (S::UnderReview, Step::Approve) | (S::Consultation, Step::Open) => Ok(S::Open),
        (S::UnderReview, Step::Consult) => Ok(S::Consultation),
        (S::UnderReview, Step::SendBack) => Ok(S::ChangesRequested),
        (S::Open, Step::Close) => Ok(S::Closed),
        (S::Closed, Step::StartEvaluation) => Ok(S::Evaluating),
        (S::Evaluating, Step::Select) => Ok(S::Matched),
        (S::Closed | S::Evaluating, Step::Fail) | (S::InAgreement, Step::Lapse) => {
            Ok(S::Unsuccessful)
        }
        (S::Matched, Step::Agree) => Ok(S::InAgreement),
        (S::InAgreement, Step::Complete) => Ok(S::Completed),
        (S::Matched | S::InAgreement | S::Completed, Step::HandOver) => Ok(S::HandedOver),
        (
            S::Draft | S::UnderReview | S::ChangesRequested | S::Consultation | S::Open,
            Step::Withdraw,
        ) => Ok(S::Withdrawn),
        (S::Consultation | S::Open | S::Closed | S::Evaluating, Step::Cancel) => Ok(S::Cancelled),
        _ => Err(Error::illegal_transition(refusal(step))),
    }
}

fn refusal(step: Step) -> Sentence {
    match step {
        Step::Edit => say(
            "Chỉ sửa được bản nháp, nhu cầu được yêu cầu chỉnh sửa hoặc đang tham vấn.",
            "Only a draft, a need that was sent back, or one under consultation can be edited.",
        ),
        Step::Submit => say(
            "Nhu cầu này đã được gửi duyệt hoặc đã đăng.",
            "This need was sent in or published already.",
        ),
        Step::Open => say(
            "Chỉ mở nhận đề xuất được khi nhu cầu đang tham vấn thị trường.",
            "Only a need about which the market is consulted can be opened for proposals.",
        ),
        Step::Approve | Step::Consult | Step::SendBack => say(
            "Nhu cầu này không chờ duyệt; có thể người khác vừa quyết định.",
            "This need is not waiting for review; somebody may just have decided.",
        ),
        Step::Close => say("Nhu cầu này không mở.", "This need is not open."),
        Step::StartEvaluation => say(
            "Chỉ đánh giá được sau khi nhu cầu đóng.",
            "Evaluation begins after the need has closed.",
        ),
        Step::Select => say(
            "Chỉ chọn được đề xuất khi nhu cầu đang được đánh giá.",
            "A proposal can be selected only while the need is being evaluated.",
        ),
        Step::Withdraw => say(
            "Không rút được nhu cầu ở trạng thái này. Sau khi đóng, hãy hủy hoặc ghi nhận không thành.",
            "A need in this state cannot be withdrawn. Once closed, cancel it or record that nothing came of it.",
        ),
        Step::Cancel => say(
            "Không hủy được nhu cầu ở trạng thái này.",
            "A need in this state cannot be cancelled.",
        ),
        Step::Agree | Step::Complete | Step::Lapse | Step::HandOver => say(
            "Bước này theo sau một thỏa thuận về nhu cầu.",
            "This step follows from an agreement about the need.",
        ),
        Step::Fail => say(
            "Chỉ ghi nhận không thành sau khi nhu cầu đóng.",
            "Only a closed need can be recorded as unsuccessful.",
        ),
    }
}

/// What is wrong with a draft: values that could never be right. Missing ones are no problem yet.
pub fn draft_problems(
    content: &Content,
    now: DateTime<Utc>,
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
        .extend(content.budget.problem("content.budget"));
    if content
        .place_id
        .as_deref()
        .is_some_and(|id| gazetteer.today(id).is_none())
    {
        check.add(
            "placeId",
            ErrorCode::UnknownPlace,
            "Chọn tỉnh, thành phố trong danh sách 34 đơn vị hiện nay.",
            "Choose one of today's 34 provinces and cities.",
        );
    }
    if content
        .maturity_target
        .is_some_and(|level| !(1..=3).contains(&level))
    {
        check.add(
            "maturityTarget",
            ErrorCode::OutOfRange,
            "Mức trưởng thành là 1, 2 hoặc 3 (Thông tư 03/2026/TT-BXD).",
            "The maturity level is 1, 2 or 3 (Circular 03/2026/TT-BXD).",
        );
    }
    if let Some(closes_at) = content.closes_at {
        deadline(&mut check, closes_at, now);
    }
    content.brief.check(&mut check);
    check.problems
}

fn deadline(check: &mut Check, closes_at: DateTime<Utc>, now: DateTime<Utc>) {
    if closes_at <= now {
        check.add(
            "closesAt",
            ErrorCode::DeadlinePast,
            "Hạn tiếp nhận phải ở tương lai.",
            "The deadline must lie in the future.",
        );
    } else if closes_at > now + FURTHEST {
        check.add(
            "closesAt",
            ErrorCode::OutOfRange,
            "Hạn tiếp nhận không quá ba năm.",
            "The deadline is at most three years away.",
        );
    }
}

/// What is missing before a need can be sent in: five fields, no more.
pub fn missing(content: &Content) -> Vec<Problem> {
    let mut check = Check::default();
    let empty = |text: &BilingualTextInput| {
        clean(text.vi.clone()).is_none() && clean(text.en.clone()).is_none()
    };
    check.required(
        empty(&content.title),
        "title.vi",
        "Đặt tên cho nhu cầu: kết quả cần đạt, không phải sản phẩm cần mua.",
        "Name the need: the result to be reached, not the product to be bought.",
    );
    check.required(
        empty(&content.summary),
        "summary.vi",
        "Nêu vấn đề trong vài câu: ai đang gặp khó, ở đâu, mức độ nào.",
        "Say the problem in a few sentences: who suffers, where, how much.",
    );
    check.required(
        content.place_id.is_none(),
        "placeId",
        "Chọn tỉnh, thành phố nơi thực hiện.",
        "Choose the province or city where it is to be done.",
    );
    check.required(
        content.domains.is_empty(),
        "domains",
        "Chọn ít nhất một lĩnh vực để hệ thống tìm giải pháp phù hợp.",
        "Choose at least one domain, so that fitting offers can be found.",
    );
    check.required(
        content.closes_at.is_none(),
        "closesAt",
        "Chọn hạn tiếp nhận đề xuất.",
        "Choose the deadline for proposals.",
    );
    check.problems
}

/// The market must have had its say before proposals are due.
pub fn consultation_problems(content: &Content, now: DateTime<Utc>) -> Vec<Problem> {
    let mut check = Check::default();
    let over = content
        .brief
        .consultation_days
        .map(|days| now + Duration::days(days.into()));
    if over
        .zip(content.closes_at)
        .is_some_and(|(over, at)| at <= over)
    {
        check.add(
            "brief.consultationDays",
            ErrorCode::OutOfRange,
            "Tham vấn phải kết thúc trước hạn tiếp nhận. Hãy rút ngắn thời gian tham vấn hoặc lùi hạn tiếp nhận.",
            "The consultation must end before the deadline. Make it shorter, or move the deadline back.",
        );
    }
    check.problems
}

/// Refuses to have completed what is no draft.
pub fn completable(status: NeedStatus) -> Result<()> {
    if matches!(status, NeedStatus::Draft | NeedStatus::ChangesRequested) {
        return Ok(());
    }
    Err(Error::illegal_transition(say(
        "Chỉ nhờ hoàn thiện được bản nháp hoặc nhu cầu được yêu cầu chỉnh sửa.",
        "Only a draft, or a need that was sent back, can be completed by somebody else.",
    )))
}

/// Refuses who cannot complete the owner's needs: only an office of its province can, for a commune.
pub fn may_complete(owner: &Organization, asked: &Organization) -> Result<()> {
    let office = matches!(
        asked.kind,
        OrganizationKind::ProvPc | OrganizationKind::Dept
    ) && asked.is_public()
        && asked.merged_into_id.is_none()
        && asked.verification == Verification::Verified;
    let same = asked.place_id.is_some() && asked.place_id == owner.place_id;
    if owner.kind == OrganizationKind::CommunePc && office && same {
        return Ok(());
    }
    Err(Error::field(
        "organizationId",
        ErrorCode::InvalidInput,
        say(
            "Xã, phường, đặc khu nhờ được UBND hoặc sở, ban, ngành đã xác thực của tỉnh, thành phố mình.",
            "A commune can ask the people's committee or a verified department of its own province.",
        ),
    ))
}

/// A reason as stored; one must be given.
pub fn reason(field: &str, text: &str) -> Result<String> {
    let reason = clean(Some(text.to_owned())).ok_or_else(|| {
        Error::field(
            field,
            ErrorCode::Required,
            say(
                "Nêu lý do; người liên quan sẽ đọc lý do này.",
                "Give a reason; the people concerned will read it.",
            ),
        )
    })?;
    if reason.chars().count() > REASON_MAX {
        return Err(Error::field(
            field,
            ErrorCode::TooLong,
            say(
                format!("Lý do dài tối đa {REASON_MAX} ký tự."),
                format!("A reason has at most {REASON_MAX} characters."),
            ),
        ));
    }
    Ok(reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;

    fn problems(content: &Content) -> Vec<(String, ErrorCode)> {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let (gazetteer, taxonomy) = (Gazetteer::built_in(), Taxonomy::built_in());
        draft_problems(content, now, &gazetteer, &taxonomy)
            .into_iter()
            .map(|problem| (problem.field, problem.code))
            .collect()
    }

    #[test]
    fn a_need_lives_as_the_diagram_says() {
        use NeedStatus as S;
        let road = [
            (S::Draft, Step::Submit, S::UnderReview),
            (S::UnderReview, Step::SendBack, S::ChangesRequested),
            (S::ChangesRequested, Step::Submit, S::UnderReview),
            (S::UnderReview, Step::Consult, S::Consultation),
            (S::Consultation, Step::Edit, S::Consultation),
            (S::Consultation, Step::Open, S::Open),
            (S::UnderReview, Step::Approve, S::Open),
            (S::Open, Step::Close, S::Closed),
            (S::Closed, Step::StartEvaluation, S::Evaluating),
            (S::Evaluating, Step::Select, S::Matched),
        ];
        for (from, step, to) in road {
            assert_eq!(next(from, step).unwrap(), to);
        }
    }

    #[test]
    fn steps_out_of_order_are_refused() {
        use NeedStatus as S;
        for (status, step) in [
            (S::Open, Step::Edit),
            (S::Open, Step::Submit),
            (S::Open, Step::Open),
            (S::Draft, Step::Open),
            (S::Consultation, Step::Submit),
            (S::Consultation, Step::Close),
            (S::Draft, Step::Approve),
            (S::Open, Step::StartEvaluation),
            (S::Matched, Step::Withdraw),
            (S::Closed, Step::Withdraw),
            (S::Withdrawn, Step::Submit),
        ] {
            assert_eq!(
                next(status, step).unwrap_err().code,
                ErrorCode::IllegalTransition
            );
        }
    }

    #[test]
    fn a_draft_may_be_empty_but_not_wrong() {
        assert!(problems(&Content::default()).is_empty());
        let wrong = Content {
            place_id: Some("vn63-74".into()),
            domains: vec!["TRA".into(), "XYZ".into()],
            budget: MoneyRangeInput {
                min: Some(Amount(2)),
                max: Some(Amount(1)),
            },
            maturity_target: Some(4),
            closes_at: DateTime::from_timestamp(1_700_000_000, 0),
            ..Content::default()
        };
        assert_eq!(
            problems(&wrong),
            [
                ("content.domains".into(), ErrorCode::UnknownDomain),
                ("content.budget.max".into(), ErrorCode::BudgetRange),
                ("content.placeId".into(), ErrorCode::UnknownPlace),
                ("content.maturityTarget".into(), ErrorCode::OutOfRange),
                ("content.closesAt".into(), ErrorCode::DeadlinePast),
            ]
        );
    }

    #[test]
    fn a_need_is_complete_with_five_fields() {
        assert_eq!(missing(&Content::default()).len(), 5);
    }
}

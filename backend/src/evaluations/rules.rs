//! Pure: which step may follow which state, what valid criteria are, and the arithmetic of the ranking.
//!
//! All arithmetic is in whole hundredths of a point, rounded half up, so that an officer with a pencil gets
//! the same figures as the page. The price formula is the lowest-price ratio that public buyers commonly
//! publish: score = 100 × lowest price / price.

use std::cmp::Reverse;

use chrono::{DateTime, Duration, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Criterion, CriterionKind, EvaluationStatus, MemberStatus, PanelSeat};
use crate::clock::local_date;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{CriterionId, ProposalId};
use crate::needs::NeedStatus;
use crate::text::{BilingualTextInput, Sentence, clean, say};

/// Most criteria of a need.
pub const CRITERIA_MAX: usize = 20;
/// Longest name of a criterion in characters.
pub const NAME_MAX: usize = 160;
/// Longest description, comment or note in characters.
pub const WORDS_MAX: usize = 2_000;
/// What all weights come to.
pub const WHOLE: i32 = 100;
/// Fewest members whose sheets count.
pub const FEWEST: usize = 3;
/// From this difference between two members' scores on, the panel is to talk about it.
pub const LARGE_SPREAD: i32 = 20;
/// How long members have to score.
pub const SCORING: Duration = Duration::days(14);
/// When before the date those who have not scored are reminded.
pub const REMINDER: Duration = Duration::days(2);
/// Days after the decision in which a bidder may ask for a review.
pub const ASK_DAYS: i64 = 10;
/// Days in which a request is answered.
pub const ANSWER_DAYS: i64 = 15;
/// When before the date those who decide on requests are reminded.
pub const ANSWER_REMINDER: Duration = Duration::days(3);

/// A step in an evaluation's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Scoring begins.
    Start,
    /// The chair begins the consensus.
    Confer,
    /// The chair approves.
    Approve,
    /// The owner invites a few to interviews.
    Shortlist,
    /// The owner decides.
    Decide,
    /// The need ended.
    End,
}

/// The state after the step, or why it cannot be taken. Nothing else sets an evaluation's status.
pub fn next(status: EvaluationStatus, round: i32, step: Step) -> Result<EvaluationStatus> {
    use EvaluationStatus as S;
    match (status, step) {
        (S::Preparing, Step::Start) => Ok(S::Scoring),
        (S::Scoring, Step::Confer) => Ok(S::Consensus),
        (S::Consensus | S::Interview, Step::Approve) => Ok(S::Approved),
        (S::Approved, Step::Shortlist) if round == 1 => Ok(S::Interview),
        (S::Approved, Step::Decide) => Ok(S::Decided),
        (S::Preparing | S::Scoring | S::Consensus | S::Interview | S::Approved, Step::End) => {
            Ok(S::Ended)
        }
        _ => Err(Error::illegal_transition(refusal(step))),
    }
}

fn refusal(step: Step) -> Sentence {
    match step {
        Step::Start => say(
            "Việc đánh giá nhu cầu này đã bắt đầu hoặc đã kết thúc.",
            "The evaluation of this need has begun or ended already.",
        ),
        Step::Confer => say(
            "Chỉ chuyển sang thống nhất khi tổ đánh giá đang chấm riêng.",
            "The consensus follows the individual scores; it has begun already, or these have not.",
        ),
        Step::Approve => say(
            "Chỉ phê duyệt được khi tổ đánh giá đang thống nhất.",
            "Only a consensus that is going on can be approved.",
        ),
        Step::Shortlist => say(
            "Danh sách ngắn được lập một lần, sau khi kết quả thống nhất được phê duyệt.",
            "A shortlist is made once, after the consensus is approved.",
        ),
        Step::Decide => say(
            "Hãy đợi tổ trưởng phê duyệt kết quả đánh giá; kết quả chỉ được quyết định một lần.",
            "Wait until the chair has approved the evaluation; an outcome is decided once.",
        ),
        Step::End => say(
            "Việc đánh giá đã kết thúc.",
            "The evaluation has ended already.",
        ),
    }
}

/// A need with criteria is not decided proposal by proposal.
pub fn decided_elsewhere(status: EvaluationStatus) -> Error {
    Error::illegal_transition(match status {
        EvaluationStatus::Approved => say(
            "Nhu cầu này có tiêu chí đánh giá: hãy quyết định cho tất cả các bên cùng lúc ở trang đánh giá.",
            "This need has criteria: decide for all bidders at once on the evaluation's page.",
        ),
        _ => say(
            "Nhu cầu này có tiêu chí đánh giá: chỉ quyết định được sau khi tổ đánh giá phê duyệt kết quả.",
            "This need has criteria: a decision follows when its panel has approved the evaluation.",
        ),
    })
}

/// Criteria can be written as long as the need is being written, and are frozen when it opens.
pub fn criteria_open(status: NeedStatus) -> Result<()> {
    use NeedStatus as S;
    match status {
        S::Draft | S::ChangesRequested | S::Consultation => Ok(()),
        S::UnderReview => Err(Error::illegal_transition(say(
            "Nhu cầu đang chờ Liên minh duyệt cùng với các tiêu chí. Hãy đợi ý kiến rồi sửa.",
            "The alliance is reviewing the need with its criteria. Wait for its answer, then change them.",
        ))),
        _ => Err(Error::illegal_transition(say(
            "Nhu cầu đã mở tiếp nhận nên tiêu chí và trọng số không thay đổi được nữa: các bên dự tin vào những gì đã công bố.",
            "The need has opened, so its criteria and weights cannot change any more: bidders rely on what was published.",
        ))),
    }
}

/// A criterion as it is sent in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCriterion {
    /// Name.
    pub name: BilingualTextInput,
    /// What is looked for.
    pub description: BilingualTextInput,
    /// 1 to 100.
    pub weight: i32,
    /// Kind.
    pub kind: CriterionKind,
}

/// What is wrong with a list of criteria; an empty list is none.
pub fn criteria_problems(criteria: &[NewCriterion]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |field: String, code, message| {
        problems.push(Problem {
            field,
            code,
            message,
        });
    };
    if criteria.len() > CRITERIA_MAX {
        add(
            "criteria".into(),
            ErrorCode::OutOfRange,
            say(
                format!("Một nhu cầu có tối đa {CRITERIA_MAX} tiêu chí."),
                format!("A need has at most {CRITERIA_MAX} criteria."),
            ),
        );
    }
    for (n, criterion) in criteria.iter().enumerate() {
        let named = [&criterion.name.vi, &criterion.name.en]
            .into_iter()
            .any(|side| clean(side.clone()).is_some());
        if !named {
            add(
                format!("criteria.{n}.name.vi"),
                ErrorCode::Required,
                say("Đặt tên cho tiêu chí này.", "Give this criterion a name."),
            );
        }
        for (part, text, most) in [
            ("name", &criterion.name, NAME_MAX),
            ("description", &criterion.description, WORDS_MAX),
        ] {
            for (side, value) in [("vi", &text.vi), ("en", &text.en)] {
                if value
                    .as_deref()
                    .is_some_and(|text| text.trim().chars().count() > most)
                {
                    add(
                        format!("criteria.{n}.{part}.{side}"),
                        ErrorCode::TooLong,
                        say(
                            format!("Nội dung này dài tối đa {most} ký tự."),
                            format!("This text has at most {most} characters."),
                        ),
                    );
                }
            }
        }
        if !(1..=WHOLE).contains(&criterion.weight) {
            add(
                format!("criteria.{n}.weight"),
                ErrorCode::OutOfRange,
                say(
                    "Trọng số là số nguyên từ 1 đến 100.",
                    "A weight is a whole number from 1 to 100.",
                ),
            );
        }
    }
    if criteria.is_empty() {
        return problems;
    }
    let sum: i64 = criteria.iter().map(|one| i64::from(one.weight)).sum();
    if sum != i64::from(WHOLE) {
        problems.push(Problem {
            field: "criteria".into(),
            code: ErrorCode::OutOfRange,
            message: say(
                format!("Tổng trọng số phải là 100; hiện là {sum}."),
                format!("The weights must come to 100; now they come to {sum}."),
            ),
        });
    }
    let prices = criteria
        .iter()
        .filter(|one| one.kind == CriterionKind::Price)
        .count();
    if prices > 1 || prices == criteria.len() {
        problems.push(Problem {
            field: "criteria".into(),
            code: ErrorCode::InvalidInput,
            message: say(
                "Có tối đa một tiêu chí giá, và ít nhất một tiêu chí chất lượng.",
                "There is at most one price criterion, and at least one of quality.",
            ),
        });
    }
    problems
}

/// The letter of a place: A to Z, then AA.
pub fn label(place: i32) -> String {
    let mut rest = u32::try_from(place).unwrap_or_default();
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        let letter = u8::try_from(rest % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        rest /= 26;
    }
    letters.into_iter().collect()
}

/// A member of a panel as far as it decides whether the panel is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// As what.
    pub seat: PanelSeat,
    /// Leads it.
    pub chair: bool,
    /// What she said.
    pub status: MemberStatus,
    /// Her account is open, and she still is what she sits there as.
    pub holds: bool,
    /// She belongs to a bidder.
    pub blocked: bool,
    /// Her scores are handed in.
    pub submitted: bool,
}

impl Sitting {
    /// Her sheet counts.
    pub fn counts(&self) -> bool {
        self.status == MemberStatus::Accepted && self.holds && !self.blocked
    }
}

/// Why a panel cannot work; nothing while it can.
pub fn panel_lacks(panel: &[Sitting]) -> Option<Sentence> {
    let counting: Vec<&Sitting> = panel.iter().filter(|one| one.counts()).collect();
    if counting.len() < FEWEST {
        let (have, need) = (counting.len(), FEWEST);
        return Some(say(
            format!(
                "Tổ đánh giá cần ít nhất {need} thành viên đã nhận lời và không có xung đột lợi ích; hiện có {have}. Hãy mời thêm người."
            ),
            format!(
                "A panel needs at least {need} members who have accepted and have no conflict of interest; now there are {have}. Invite another."
            ),
        ));
    }
    if !counting.iter().any(|one| one.seat == PanelSeat::Researcher) {
        return Some(say(
            "Tổ đánh giá cần ít nhất một chuyên gia độc lập đã nhận lời. Hãy mời một chuyên gia.",
            "A panel needs at least one independent researcher who has accepted. Invite one.",
        ));
    }
    if counting.iter().filter(|one| one.chair).count() != 1 {
        return Some(say(
            "Tổ đánh giá cần một tổ trưởng đã nhận lời. Hãy chọn tổ trưởng.",
            "A panel needs one chair who has accepted. Name the chair.",
        ));
    }
    None
}

/// Why the individual scores are not all there; nothing when they are.
pub fn scores_lack(panel: &[Sitting]) -> Option<Sentence> {
    if let Some(lacks) = panel_lacks(panel) {
        return Some(lacks);
    }
    let missing = panel
        .iter()
        .filter(|one| one.counts() && !one.submitted)
        .count();
    (missing > 0).then(|| {
        say(
            format!("Còn {missing} thành viên chưa nộp phiếu chấm. Không ai xem được phiếu của người khác trước khi tất cả đã nộp."),
            format!("{missing} of the members have not handed in their scores. Nobody sees another's before all have."),
        )
    })
}

/// 100 × lowest / price, in hundredths, rounded half up. With a lowest price of nothing, who asks nothing
/// gets 100 and the others 0.
pub fn price_score(lowest: i64, price: i64) -> i32 {
    if price <= lowest {
        return 10_000;
    }
    let (lowest, price) = (i128::from(lowest.max(0)), i128::from(price));
    let score = (lowest * 20_000 + price) / (price * 2);
    i32::try_from(score).unwrap_or(10_000)
}

/// Weight × score / 100, in hundredths, rounded half up; the score in hundredths, too.
pub fn points(weight: i32, score: i32) -> i32 {
    (weight * score + 50) / 100
}

/// A bid with what it is ranked by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub proposal: ProposalId,
    /// Its place in the shuffled list: its label.
    pub place: i32,
    /// Đồng.
    pub price: Option<i64>,
    /// Agreed scores by criterion, 0 to 100.
    pub agreed: Vec<(CriterionId, i32)>,
}

/// One line of the arithmetic of a bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// By which criterion.
    pub criterion: CriterionId,
    /// Its weight.
    pub weight: i32,
    /// Hundredths: 0 to 10,000.
    pub score: i32,
    /// Weight × score / 100, in hundredths.
    pub points: i32,
}

/// A ranked bid with its arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Which.
    pub proposal: ProposalId,
    /// Its label's place.
    pub place: i32,
    /// From 1.
    pub rank: i32,
    /// Sum of the lines' points, in hundredths.
    pub total: i32,
    /// Criterion by criterion.
    pub lines: Vec<Line>,
}

/// The bids in the order of their totals. At equal totals the higher price score comes first, then the
/// earlier letter. A criterion that is not agreed yet counts nothing.
///
/// `lowest` is the lowest price of all bids that were evaluated: a shortlist does not change it.
pub fn rank(criteria: &[Criterion], bids: &[Entry], lowest: Option<i64>) -> Vec<Ranked> {
    let score = |bid: &Entry, criterion: &Criterion| match criterion.kind {
        CriterionKind::Price => match (lowest, bid.price) {
            (Some(lowest), Some(price)) => price_score(lowest, price),
            _ => 0,
        },
        CriterionKind::Quality => bid
            .agreed
            .iter()
            .find(|(id, _)| *id == criterion.id)
            .map_or(0, |(_, score)| score * 100),
    };
    let mut ranked: Vec<(i32, Ranked)> = bids
        .iter()
        .map(|bid| {
            let line = |criterion: &Criterion| {
                let score = score(bid, criterion);
                Line {
                    criterion: criterion.id,
                    weight: criterion.weight,
                    score,
                    points: points(criterion.weight, score),
                }
            };
            let lines: Vec<Line> = criteria.iter().map(line).collect();
            let by_price = criteria
                .iter()
                .position(|one| one.kind == CriterionKind::Price);
            let ranked = Ranked {
                proposal: bid.proposal,
                place: bid.place,
                rank: 0,
                total: lines.iter().map(|line| line.points).sum(),
                lines,
            };
            (by_price.map_or(0, |at| ranked.lines[at].score), ranked)
        })
        .collect();
    ranked.sort_by_key(|(price, one)| (Reverse(one.total), Reverse(*price), one.place));
    let numbered = ranked.into_iter().zip(1..);
    numbered
        .map(|((_, one), rank)| Ranked { rank, ..one })
        .collect()
}

/// Until when a bidder may ask for a review: the end of the tenth day after the decision, in Vietnam.
pub fn ask_until(decided_at: DateTime<Utc>) -> DateTime<Utc> {
    end_of_day(decided_at, ASK_DAYS)
}

/// Until when a request is to be answered: the end of the fifteenth day after it, in Vietnam.
pub fn answer_until(asked_at: DateTime<Utc>) -> DateTime<Utc> {
    end_of_day(asked_at, ANSWER_DAYS)
}

fn end_of_day(from: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    let next = local_date(from) + Duration::days(days + 1);
    next.and_time(NaiveTime::MIN).and_utc() - Duration::hours(7) - Duration::seconds(1)
}

/// A score of a member: 0 to 100.
pub fn score_problem(field: &str, score: Option<i32>) -> Option<Problem> {
    score
        .filter(|score| !(0..=100).contains(score))
        .map(|_| Problem {
            field: field.to_owned(),
            code: ErrorCode::OutOfRange,
            message: say(
                "Điểm là số nguyên từ 0 đến 100.",
                "A score is a whole number from 0 to 100.",
            ),
        })
}

/// A comment or note as stored; none when empty.
pub fn words(field: &str, text: Option<String>) -> Result<Option<String>> {
    let text = clean(text);
    if text
        .as_deref()
        .is_some_and(|text| text.chars().count() > WORDS_MAX)
    {
        return Err(Error::field(
            field,
            ErrorCode::TooLong,
            say(
                format!("Nội dung này dài tối đa {WORDS_MAX} ký tự."),
                format!("This text has at most {WORDS_MAX} characters."),
            ),
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests;

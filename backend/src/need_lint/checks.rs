//! Pure: the table of checks. Each finds with one function (`facts` below, texts in `wording`) and says
//! what to do in both languages; `{}` is what was found.

use chrono::{Datelike, Duration, Weekday};

use super::kinds::{CheckReason as Why, FlagSeverity as S};
use super::rules::{Check, Facts};
use super::wording as w;
use super::words::{WORDS, first_word, is_document_number, tokens};
use crate::clock::local_date;
use crate::needs::brief::{BudgetSource, NeedIndicator};
use crate::postings::DeliveryModel as D;

/// Fewest days that a need is open.
const OPEN_DAYS: i64 = 28;
/// More than that is rather a plan than a call.
const FAR_DAYS: i64 = 270;
/// Fewest days between the last question and the deadline.
const ANSWER_DAYS: i64 = 3;
/// Fewest days in which questions can be asked.
const QUESTION_DAYS: i64 = 7;
/// Đồng.
const BILLION: i64 = 1_000_000_000;

const fn check(
    code: &'static str,
    severity: S,
    field: &'static str,
    reason: Why,
    find: fn(&Facts<'_>) -> Option<String>,
    vi: &'static str,
    en: &'static str,
) -> Check {
    Check {
        code,
        severity,
        field,
        reason,
        find,
        vi,
        en,
    }
}

#[rustfmt::skip]
pub(super) static CHECKS: [Check; 55] = [
    // Time
    check("deadline_short", S::Warns, "content.closesAt", Why::Time, deadline_short,
        "Hạn tiếp nhận chỉ còn {} ngày. Hãy để ít nhất 28 ngày.",
        "The deadline is only {} days away. Leave at least 28."),
    check("deadline_far", S::Advice, "content.closesAt", Why::Time, deadline_far,
        "Hạn tiếp nhận còn {} ngày. Doanh nghiệp khó giữ giá lâu như vậy.",
        "The deadline is {} days away. Firms can hardly hold a price for so long."),
    check("deadline_weekend", S::Advice, "content.closesAt", Why::Time, deadline_weekend,
        "Hạn tiếp nhận rơi vào cuối tuần, khi không có ai trả lời câu hỏi.",
        "The deadline falls on a weekend, when nobody answers questions."),
    check("deadline_holiday", S::Advice, "content.closesAt", Why::Time, deadline_holiday,
        "Hạn tiếp nhận rơi vào ngày nghỉ lễ {}.",
        "The deadline falls on the public holiday of {}."),
    check("questions_after_deadline", S::Blocks, "content.brief.questionsUntil", Why::Time, questions_after_deadline,
        "Hạn đặt câu hỏi phải trước hạn tiếp nhận.",
        "Questions have to end before the deadline."),
    check("answers_late", S::Warns, "content.brief.questionsUntil", Why::Time, answers_late,
        "Chỉ còn {} ngày từ hạn đặt câu hỏi đến hạn tiếp nhận: câu trả lời đến quá muộn. Hãy để ít nhất 3 ngày.",
        "Only {} days lie between the last question and the deadline: answers come too late. Leave at least 3."),
    check("questions_short", S::Warns, "content.brief.questionsUntil", Why::Time, questions_short,
        "Bên dự chỉ có {} ngày để đặt câu hỏi. Hãy để ít nhất 7 ngày.",
        "Bidders have only {} days to ask. Leave at least 7."),
    check("date_past", S::Warns, "content.description", Why::Time, w::date_past,
        "Nội dung đặt mốc {}, ngày này đã qua.",
        "The text sets the date {}, which has passed."),
    check("indicator_date_past", S::Warns, "content.brief.indicators", Why::Time, indicator_date_past,
        "Mốc đạt chỉ tiêu {} ở trước hạn tiếp nhận.",
        "The date {} for reaching a target lies before the deadline."),
    // Measure
    check("outcome_unmeasured", S::Warns, "content.description", Why::Measure, outcome_unmeasured,
        "Chưa có con số nào về kết quả. Hãy viết cần đạt bao nhiêu, hoặc thêm một chỉ số đo.",
        "No figure says what is to be reached. Write how much, or add an indicator."),
    check("outcome_no_unit", S::Advice, "content.description", Why::Measure, outcome_no_unit,
        "Có con số nhưng không có đơn vị đo (%, phút, kWh…).",
        "There are figures, but no unit (%, minutes, kWh…)."),
    check("outcome_no_date", S::Advice, "content.description", Why::Measure, outcome_no_date,
        "Chưa nói khi nào cần đạt kết quả.",
        "Nothing says by when the outcome shall be reached."),
    check("indicator_missing", S::Advice, "content.brief.indicators", Why::Measure, indicator_missing,
        "Chưa có chỉ số đo. Hãy chọn một chỉ số, tốt nhất theo ISO 37122.",
        "There is no indicator. Choose one, best of ISO 37122."),
    check("indicator_unnamed", S::Warns, "content.brief.indicators", Why::Measure, indicator_unnamed,
        "Một chỉ số chưa có tên.",
        "An indicator has no name."),
    check("target_missing", S::Warns, "content.brief.indicators", Why::Measure, target_missing,
        "Chỉ số «{}» chưa có mức cần đạt.",
        "The indicator “{}” has no target."),
    check("baseline_missing", S::Advice, "content.brief.indicators", Why::Measure, baseline_missing,
        "Chỉ số «{}» chưa có mức hiện nay: sau này không so sánh được.",
        "The indicator “{}” has no baseline: nothing can be compared later."),
    check("unit_missing", S::Advice, "content.brief.indicators", Why::Measure, unit_missing,
        "Chỉ số «{}» chưa có đơn vị đo.",
        "The indicator “{}” has no unit."),
    check("target_is_baseline", S::Warns, "content.brief.indicators", Why::Measure, target_is_baseline,
        "Chỉ số «{}» có mức cần đạt bằng mức hiện nay.",
        "The target of the indicator “{}” is its baseline."),
    check("indicator_code_odd", S::Advice, "content.brief.indicators", Why::Measure, indicator_code_odd,
        "«{}» không giống số hiệu chỉ số của ISO 37122 (điều 5 đến 23, chẳng hạn 19.1).",
        "“{}” does not look like an indicator of ISO 37122 (clauses 5 to 23, such as 19.1)."),
    check("absolute_promise", S::Advice, "content.description", Why::Measure, w::absolute,
        "«{}» là điều không ai bảo đảm được. Hãy nêu một mức chấp nhận được.",
        "Nobody can promise “{}”. Name a level that is acceptable."),
    // Clarity: the problem
    check("product_named", S::Warns, "content.title", Why::Clarity, w::purchase,
        "Tên bắt đầu bằng «{}»: đó là việc mua, chưa phải vấn đề. Hãy nêu kết quả cần đạt.",
        "The title begins with “{}”: that is a purchase, not a problem. Name the result to be reached."),
    check("affected_missing", S::Advice, "content.brief.affected", Why::Clarity, affected_missing,
        "Chưa nói ai đang chịu ảnh hưởng.",
        "Nothing says who suffers."),
    check("tried_missing", S::Advice, "content.brief.tried", Why::Clarity, tried_missing,
        "Chưa nói đã thử những gì và kết quả ra sao.",
        "Nothing says what was tried and what came of it."),
    check("constraints_missing", S::Advice, "content.brief.constraints", Why::Clarity, constraints_missing,
        "Chưa nói các ràng buộc: hệ thống sẵn có, dữ liệu, an toàn thông tin.",
        "Nothing says what constrains a solution: existing systems, data, security."),
    check("proposal_content_missing", S::Advice, "content.brief.proposalContent", Why::Clarity, proposal_content_missing,
        "Chưa nói đề xuất phải có những nội dung gì.",
        "Nothing says what a proposal must contain."),
    check("summary_short", S::Advice, "content.summary", Why::Clarity, |facts| w::short(&facts.texts.summary, 80),
        "Tóm tắt mới có {} ký tự. Hãy nêu ai gặp khó, ở đâu, mức độ nào.",
        "The summary has only {} characters. Say who suffers, where, and how much."),
    check("description_short", S::Advice, "content.description", Why::Clarity, |facts| w::short(&facts.texts.description, 200),
        "Mô tả mới có {} ký tự; bên dự sẽ phải hỏi nhiều.",
        "The description has only {} characters; bidders will have to ask much."),
    check("title_short", S::Advice, "content.title", Why::Clarity, |facts| w::short(&facts.texts.title, 20),
        "Tên chỉ có {} ký tự.",
        "The title has only {} characters."),
    check("title_long", S::Advice, "content.title", Why::Clarity, |facts| w::long(&facts.texts.title, 120),
        "Tên dài {} ký tự; trong danh sách sẽ bị cắt.",
        "The title has {} characters; lists will cut it."),
    check("title_capitals", S::Warns, "content.title", Why::Clarity, w::capitals,
        "Tên viết toàn chữ hoa, khó đọc và máy đọc màn hình sẽ đánh vần.",
        "The title is in capitals, which is hard to read and is spelt out by screen readers."),
    check("exclamations", S::Advice, "content.description", Why::Clarity, w::exclamations,
        "Dấu chấm than không làm yêu cầu rõ hơn.",
        "Exclamation marks make no requirement clearer."),
    check("summary_repeats", S::Advice, "content.summary", Why::Clarity, w::repeats,
        "Tóm tắt lặp lại tên.",
        "The summary repeats the title."),
    check("vague_words", S::Advice, "content.description", Why::Clarity, |facts| w::word(facts, &WORDS.vague),
        "«{}» không nói gì cụ thể. Hãy nêu mức cần đạt.",
        "“{}” says nothing in particular. Name the level to be reached."),
    check("title_fashion", S::Advice, "content.title", Why::Clarity, w::fashion,
        "Tên dựa vào chữ «{}». Hãy nói việc đó thay đổi điều gì cho ai.",
        "The title rests on the word “{}”. Say what it changes, and for whom."),
    check("acronym_unexplained", S::Advice, "content.description", Why::Clarity, w::acronym,
        "«{}» chưa được giải thích ở lần dùng đầu tiên.",
        "“{}” is not explained where it is first used."),
    check("one_language", S::Advice, "content.title", Why::Clarity, w::one_language,
        "Chỉ có một ngôn ngữ; bên dự nước ngoài hoặc trong nước sẽ không đọc được. Hãy viết ít nhất tên và tóm tắt bằng cả hai.",
        "There is one language only, so firms abroad or at home cannot read it. Write at least title and summary in both."),
    check("same_in_both", S::Warns, "content.summary", Why::Clarity, w::same_in_both,
        "Bản tiếng Việt và tiếng Anh giống hệt nhau.",
        "The Vietnamese and the English text are the same."),
    check("no_diacritics", S::Advice, "content.summary", Why::Clarity, w::no_diacritics,
        "Bản tiếng Việt viết không dấu.",
        "The Vietnamese text is written without diacritics."),
    check("numbers_differ", S::Advice, "content.description", Why::Clarity, w::numbers_differ,
        "Số {} có ở bản này nhưng không có ở bản kia.",
        "The number {} stands in one language and not in the other."),
    check("placeholder", S::Blocks, "content.description", Why::Clarity, w::placeholder,
        "Còn chỗ chưa viết: «{}».",
        "Something is still to be written: “{}”."),
    // Fairness
    check("brand", S::Warns, "content.description", Why::Fairness, |facts| w::word(facts, &WORDS.brands),
        "Nội dung nêu tên «{}». Hãy mô tả tính năng cần có, hoặc giải thích vì sao phải là tên này.",
        "The text names “{}”. Describe what is needed, or say why it has to be this one."),
    check("origin", S::Warns, "content.description", Why::Fairness, w::origin,
        "Yêu cầu về xuất xứ («{}») loại bên dự không vì chất lượng.",
        "A requirement of origin (“{}”) keeps bidders out for other reasons than quality."),
    check("experience_excessive", S::Warns, "content.description", Why::Fairness, w::experience,
        "Yêu cầu {} năm kinh nghiệm là cao so với công nghệ mới; doanh nghiệp trẻ sẽ bị loại.",
        "Asking for {} years of experience is much for a new technology; young firms are kept out."),
    check("criteria_sum", S::Blocks, "criteria", Why::Fairness, criteria_sum,
        "Tổng trọng số của các tiêu chí là {}, phải bằng 100.",
        "The weights of the criteria come to {}; they must come to 100."),
    check("price_rules", S::Warns, "criteria", Why::Fairness, price_rules,
        "Giá chiếm {} % điểm: đề xuất rẻ nhất thắng dù tốt hay không.",
        "The price is {} per cent of the score: the cheapest wins, good or not."),
    // Money
    check("budget_missing", S::Advice, "content.budget", Why::Money, budget_missing,
        "Chưa có kinh phí dự kiến; bên dự không biết quy mô.",
        "There is no budget; bidders cannot tell the size."),
    check("budget_wide", S::Warns, "content.budget", Why::Money, budget_wide,
        "Mức cao gấp {} lần mức thấp: khoảng này không nói gì.",
        "The upper end is {} times the lower: such a range says nothing."),
    check("budget_small", S::Warns, "content.budget", Why::Money, budget_small,
        "Kinh phí tối đa dưới 100 triệu đồng: hãy xem có thiếu số không.",
        "The budget is below 100 million đồng: see whether zeros are missing."),
    check("budget_source_missing", S::Advice, "content.brief.budgetSource", Why::Money, budget_source_missing,
        "Chưa nói nguồn kinh phí.",
        "Nothing says where the money comes from."),
    // Law
    check("contract_without_ppp", S::Warns, "content.contractType", Why::Law, contract_without_ppp,
        "Loại hợp đồng PPP chỉ đi cùng hình thức đối tác công tư.",
        "A contract type of partnerships goes with a public–private partnership alone."),
    check("legal_basis_missing", S::Warns, "content.brief.legalBasis", Why::Law, legal_basis_missing,
        "Đã chọn loại hợp đồng PPP nhưng chưa nêu văn bản làm căn cứ (số, ngày).",
        "A contract type is chosen, and no document is named on which it rests (number, date)."),
    check("document_replaced", S::Warns, "content.brief.legalBasis", Why::Law, w::replaced,
        "{}: văn bản này đã được thay thế.",
        "{}: this document was replaced."),
    check("former_level", S::Advice, "content.description", Why::Law, w::former_level,
        "«{}»: cấp huyện không còn từ ngày 1/7/2025.",
        "“{}”: there are no districts since 1 July 2025."),
    // Privacy
    check("contact_data", S::Warns, "content.description", Why::Privacy, w::contact,
        "Nội dung có thông tin liên hệ: «{}». Câu hỏi đi qua mục Hỏi và đáp.",
        "The text has contact data: “{}”. Questions go through the page's questions and answers."),
    check("web_address", S::Advice, "content.description", Why::Privacy, w::web_address,
        "Có địa chỉ web «{}»; hãy bảo đảm nội dung ở đó còn giữ nguyên đến hạn tiếp nhận.",
        "There is the address “{}”; see that what stands there stays the same until the deadline."),
];

fn days(facts: &Facts<'_>) -> Option<i64> {
    Some((facts.content.closes_at? - facts.at).num_days())
}

fn deadline_short(facts: &Facts<'_>) -> Option<String> {
    let left = facts.content.closes_at? - facts.at;
    (left < Duration::days(OPEN_DAYS)).then(|| left.num_days().max(0).to_string())
}

fn deadline_far(facts: &Facts<'_>) -> Option<String> {
    days(facts)
        .filter(|days| *days > FAR_DAYS)
        .map(|days| days.to_string())
}

fn deadline_weekend(facts: &Facts<'_>) -> Option<String> {
    let day = local_date(facts.content.closes_at?).weekday();
    matches!(day, Weekday::Sat | Weekday::Sun).then(String::new)
}

fn deadline_holiday(facts: &Facts<'_>) -> Option<String> {
    let day = local_date(facts.content.closes_at?);
    let holidays = &WORDS.holidays;
    let fixed = holidays.fixed.contains(&day.format("%m-%d").to_string());
    let tet = holidays
        .tet
        .iter()
        .any(|(from, to)| (*from..=*to).contains(&day));
    (fixed || tet).then(|| day.format("%d/%m/%Y").to_string())
}

fn questions_after_deadline(facts: &Facts<'_>) -> Option<String> {
    let until = facts.content.brief.questions_until?;
    (until >= facts.content.closes_at?).then(String::new)
}

fn answers_late(facts: &Facts<'_>) -> Option<String> {
    let left = facts.content.closes_at? - facts.content.brief.questions_until?;
    (left > Duration::zero() && left < Duration::days(ANSWER_DAYS))
        .then(|| left.num_days().to_string())
}

fn questions_short(facts: &Facts<'_>) -> Option<String> {
    let left = facts.content.brief.questions_until? - facts.at;
    (left < Duration::days(QUESTION_DAYS)).then(|| left.num_days().max(0).to_string())
}

fn indicator_date_past(facts: &Facts<'_>) -> Option<String> {
    let closes_on = local_date(facts.content.closes_at.unwrap_or(facts.at));
    let mut dates = facts
        .content
        .brief
        .indicators
        .iter()
        .filter_map(|one| one.due_on);
    dates
        .find(|due| *due <= closes_on)
        .map(|due| due.format("%d/%m/%Y").to_string())
}

/// A figure in the texts (years and numbers of documents are none), or an indicator with a target.
fn measured(facts: &Facts<'_>) -> bool {
    let lower = &facts.texts.lower;
    let figure = tokens(lower).any(|word| {
        let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let digits = word.chars().next().is_some_and(|c| c.is_ascii_digit());
        digits && !year && !is_document_number(word) && w::date_of(word).is_none()
    });
    figure
        || first_word(lower, &WORDS.figures).is_some()
        || facts
            .content
            .brief
            .indicators
            .iter()
            .any(|one| one.target.is_some())
}

fn outcome_unmeasured(facts: &Facts<'_>) -> Option<String> {
    (!facts.texts.all.trim().is_empty() && !measured(facts)).then(String::new)
}

fn outcome_no_unit(facts: &Facts<'_>) -> Option<String> {
    let united = first_word(&facts.texts.lower, &WORDS.units).is_some()
        || facts
            .content
            .brief
            .indicators
            .iter()
            .any(|one| one.unit.is_some());
    (measured(facts) && !united).then(String::new)
}

fn outcome_no_date(facts: &Facts<'_>) -> Option<String> {
    let lower = &facts.texts.lower;
    let said = facts
        .content
        .brief
        .indicators
        .iter()
        .any(|one| one.due_on.is_some())
        || tokens(lower)
            .any(|word| word.len() == 4 && word.starts_with("20") && word.parse::<u32>().is_ok())
        || ["tháng", "năm", "months", "years", "year"]
            .iter()
            .any(|unit| w::counted(lower, unit));
    (!facts.texts.all.trim().is_empty() && !said).then(String::new)
}

fn indicator_missing(facts: &Facts<'_>) -> Option<String> {
    facts.content.brief.indicators.is_empty().then(String::new)
}

fn indicator_unnamed(facts: &Facts<'_>) -> Option<String> {
    let mut all = facts.content.brief.indicators.iter();
    all.any(|one| one.name.is_none() && one.code.is_none())
        .then(String::new)
}

/// The name of the first indicator of which this holds.
fn indicator(facts: &Facts<'_>, holds: impl Fn(&NeedIndicator) -> bool) -> Option<String> {
    let found = facts
        .content
        .brief
        .indicators
        .iter()
        .find(|one| holds(one))?;
    found.name.clone().or_else(|| found.code.clone())
}

fn target_missing(facts: &Facts<'_>) -> Option<String> {
    indicator(facts, |one| one.target.is_none())
}

fn baseline_missing(facts: &Facts<'_>) -> Option<String> {
    indicator(facts, |one| one.baseline.is_none())
}

fn unit_missing(facts: &Facts<'_>) -> Option<String> {
    indicator(facts, |one| one.unit.is_none())
}

fn target_is_baseline(facts: &Facts<'_>) -> Option<String> {
    indicator(facts, |one| {
        one.target.is_some() && one.target == one.baseline
    })
}

fn indicator_code_odd(facts: &Facts<'_>) -> Option<String> {
    let odd = |code: &String| {
        let clause = code
            .split('.')
            .next()
            .and_then(|clause| clause.parse::<u8>().ok());
        !clause.is_some_and(|clause| (5..=23).contains(&clause))
    };
    let mut codes = facts
        .content
        .brief
        .indicators
        .iter()
        .filter_map(|one| one.code.clone());
    codes.find(odd)
}

fn affected_missing(facts: &Facts<'_>) -> Option<String> {
    let said = !facts.content.brief.affected.is_empty()
        || first_word(&facts.texts.lower, &WORDS.people).is_some();
    (!said).then(String::new)
}

fn tried_missing(facts: &Facts<'_>) -> Option<String> {
    facts.content.brief.tried.is_empty().then(String::new)
}

fn constraints_missing(facts: &Facts<'_>) -> Option<String> {
    let said = !facts.content.brief.constraints.is_empty()
        || first_word(&facts.texts.lower, &WORDS.constraints).is_some();
    (!said).then(String::new)
}

fn proposal_content_missing(facts: &Facts<'_>) -> Option<String> {
    facts
        .content
        .brief
        .proposal_content
        .is_empty()
        .then(String::new)
}

fn criteria_sum(facts: &Facts<'_>) -> Option<String> {
    let sum: i32 = facts.criteria.iter().map(|(weight, _)| weight).sum();
    (!facts.criteria.is_empty() && sum != 100).then(|| sum.to_string())
}

fn price_rules(facts: &Facts<'_>) -> Option<String> {
    let price = facts.criteria.iter().find(|(_, price)| *price)?.0;
    (price >= 80).then(|| price.to_string())
}

fn budget_missing(facts: &Facts<'_>) -> Option<String> {
    let budget = &facts.content.budget;
    (budget.min.is_none() && budget.max.is_none()).then(String::new)
}

fn budget_wide(facts: &Facts<'_>) -> Option<String> {
    let (min, max) = (facts.content.budget.min?.0, facts.content.budget.max?.0);
    (min > 0 && max / min >= 10).then(|| (max / min).to_string())
}

fn budget_small(facts: &Facts<'_>) -> Option<String> {
    let budget = &facts.content.budget;
    let most = budget.max.or(budget.min)?.0;
    (most < BILLION / 10).then(String::new)
}

fn budget_source_missing(facts: &Facts<'_>) -> Option<String> {
    let source = facts.content.brief.budget_source;
    matches!(source, None | Some(BudgetSource::Undecided)).then(String::new)
}

fn contract_without_ppp(facts: &Facts<'_>) -> Option<String> {
    facts.content.contract_type?;
    let ppp = matches!(
        facts.content.delivery_model,
        Some(D::Ppp | D::ScienceTechnologyPpp)
    );
    (!ppp).then(String::new)
}

fn legal_basis_missing(facts: &Facts<'_>) -> Option<String> {
    facts.content.contract_type?;
    let named = !facts.content.brief.legal_basis.is_empty()
        || tokens(&facts.texts.all).any(is_document_number);
    (!named).then(String::new)
}

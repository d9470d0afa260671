//! What an agreement says, and the one form of it that is hashed. Pure.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Agreement, Kind};
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{IndicatorId, MilestoneId, hex};
use crate::postings::ContractType;
use crate::text::{BilingualText, BilingualTextInput, clean, clean_line, is_invisible, say};

/// Most clauses.
const CLAUSES: usize = 60;
/// Most recitals.
const RECITALS: usize = 12;
/// Most milestones.
const MILESTONES: usize = 40;
/// Most indicators.
const INDICATORS: usize = 20;
/// Longest title or heading in characters.
const HEADING: usize = 240;
/// Longest body of a clause in characters.
const BODY: usize = 8_000;
/// Longest short text in characters.
const LINE: usize = 300;
/// Longest duration: fifty years, the most that land is given for.
const MONTHS: i32 = 600;
/// The rule by which texts are written canonically.
const RULE: u8 = 1;

/// A text in both languages; an empty one is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Words {
    /// As somebody sent it, cleaned.
    pub fn of(input: BilingualTextInput) -> Self {
        let side = |text: Option<String>| clean(text.map(visible)).unwrap_or_default();
        Self {
            vi: side(input.vi),
            en: side(input.en),
        }
    }

    /// As [`Words::of`], each on one line.
    pub fn line(input: BilingualTextInput) -> Self {
        let side = |text: Option<String>| clean_line(text.map(visible)).unwrap_or_default();
        Self {
            vi: side(input.vi),
            en: side(input.en),
        }
    }

    /// A text of the product in each language, the other where one is missing.
    pub fn from_text(text: &BilingualText) -> Self {
        use crate::text::Locale;
        Self::line(BilingualTextInput {
            vi: Some(text.pick(Locale::Vi).to_owned()),
            en: Some(text.pick(Locale::En).to_owned()),
        })
    }

    /// As the API answers with it.
    pub fn bilingual(&self) -> BilingualText {
        BilingualText::new(BilingualTextInput {
            vi: Some(self.vi.clone()),
            en: Some(self.en.clone()),
        })
    }

    fn longest(&self) -> usize {
        self.vi.chars().count().max(self.en.chars().count())
    }
}

/// Without what hides or turns round other characters.
fn visible(text: String) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// A line of somebody's, cleaned.
pub fn line(text: &str) -> String {
    clean_line(Some(visible(text.to_owned()))).unwrap_or_default()
}

/// Who a side is, as it stands in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyText {
    /// Legal name.
    pub name: Words,
    /// Address.
    pub address: String,
    /// Tax code, or code of a public body.
    pub code: String,
    /// Who represents it.
    pub representative: String,
    /// As what.
    pub position: String,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// By which versions and comments know it again.
    pub key: String,
    /// Heading.
    pub heading: Words,
    /// What it says.
    pub body: Words,
}

/// Something that is to be done by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedMilestone {
    /// Id that it keeps through all versions.
    pub id: MilestoneId,
    /// What.
    pub title: Words,
    /// By when.
    pub due_on: NaiveDate,
}

/// Something that the agreement measures itself by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedIndicator {
    /// Id that it keeps through all versions.
    pub id: IndicatorId,
    /// What.
    pub name: Words,
    /// In what.
    pub unit: String,
    /// Before.
    pub baseline: f64,
    /// What is aimed at.
    pub target: f64,
}

/// Everything that an agreement says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// Title.
    pub title: Words,
    /// The side with the need.
    pub owner: PartyText,
    /// The side that does something about it.
    pub partner: PartyText,
    /// On what it rests.
    pub recitals: Vec<Words>,
    /// Clauses in order.
    pub clauses: Vec<Clause>,
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// How long.
    pub months: Option<i32>,
    /// Đồng.
    pub value_amount: Option<i64>,
    /// Milestones in order.
    pub milestones: Vec<PlannedMilestone>,
    /// Indicators in order.
    pub indicators: Vec<PlannedIndicator>,
}

impl Content {
    /// Its last day.
    pub fn ends_on(&self) -> Option<NaiveDate> {
        let months = u32::try_from(self.months?).ok()?;
        let after = self.starts_on?.checked_add_months(Months::new(months))?;
        after.pred_opt()
    }
}

/// A version in its one form: these fields in this order, as JSON without spaces.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Canonical {
    rule: u8,
    agreement: String,
    number: String,
    version: i32,
    kind: Kind,
    contract_type: Option<ContractType>,
    need: Option<String>,
    /// Random: who has only the hash cannot try out what the text may be.
    salt: String,
    content: Content,
}

/// Writes a version in its one form.
pub fn canonical(
    agreement: &Agreement,
    version: i32,
    salt: String,
    content: &Content,
) -> Result<String> {
    serde_json::to_string(&Canonical {
        rule: RULE,
        agreement: agreement.id.to_string(),
        number: agreement.number.clone(),
        version,
        kind: agreement.kind,
        contract_type: agreement.contract_type,
        need: agreement.need_id.map(|id| id.to_string()),
        salt,
        content: content.clone(),
    })
    .map_err(|e| Error::internal(e.to_string()))
}

/// What a version says.
pub fn read(canonical: &str) -> Result<Content> {
    let read: Canonical = serde_json::from_str(canonical)
        .map_err(|e| Error::internal(format!("a version that cannot be read: {e}")))?;
    Ok(read.content)
}

/// SHA-256 of a version in its one form, in hexadecimal.
pub fn hash(canonical: &str) -> String {
    hex(&Sha256::digest(canonical))
}

/// What is wrong with a text: what could never be right. What is missing may still come.
pub fn problems(content: &Content) -> Vec<Problem> {
    let mut found = Found::default();
    found.most("content.clauses", content.clauses.len(), CLAUSES);
    found.most("content.recitals", content.recitals.len(), RECITALS);
    found.most("content.milestones", content.milestones.len(), MILESTONES);
    found.most("content.indicators", content.indicators.len(), INDICATORS);
    found.length("content.title", content.title.longest(), HEADING);
    for (i, recital) in content.recitals.iter().enumerate() {
        let field = format!("content.recitals.{i}");
        found.length(&field, recital.longest(), BODY);
    }
    let mut keys = std::collections::BTreeSet::new();
    for (i, clause) in content.clauses.iter().enumerate() {
        let field = format!("content.clauses.{i}");
        found.length(
            &format!("{field}.heading"),
            clause.heading.longest(),
            HEADING,
        );
        found.length(&format!("{field}.body"), clause.body.longest(), BODY);
        let sound = (1..=40).contains(&clause.key.len())
            && clause
                .key
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        if !sound || !keys.insert(clause.key.clone()) {
            found.add(
                &format!("{field}.key"),
                ErrorCode::InvalidInput,
                "Mỗi điều khoản có một mã riêng gồm 1 đến 40 chữ cái không dấu, chữ số, «-» hoặc «_».",
                "Each clause has a key of its own: 1 to 40 letters, digits, “-” or “_”.",
            );
        }
    }
    for (side, party) in [("owner", &content.owner), ("partner", &content.partner)] {
        for (field, text) in [
            ("representative", &party.representative),
            ("position", &party.position),
        ] {
            found.length(
                &format!("content.{side}.{field}"),
                text.chars().count(),
                LINE,
            );
        }
    }
    if content.months.is_some_and(|n| !(1..=MONTHS).contains(&n)) {
        found.add(
            "content.months",
            ErrorCode::OutOfRange,
            "Thời hạn từ 1 đến 600 tháng.",
            "The duration is 1 to 600 months.",
        );
    }
    if content.starts_on.is_some_and(|day| !is_near(day)) {
        found.day("content.startsOn");
    }
    if content
        .value_amount
        .is_some_and(|n| !(0..=crate::money::LARGEST).contains(&n))
    {
        found.add(
            "content.value",
            ErrorCode::OutOfRange,
            "Số tiền phải từ 0 trở lên.",
            "The amount is zero or more.",
        );
    }
    for (i, milestone) in content.milestones.iter().enumerate() {
        let field = format!("content.milestones.{i}");
        found.length(&format!("{field}.title"), milestone.title.longest(), LINE);
        if !is_near(milestone.due_on) {
            found.day(&format!("{field}.dueOn"));
        }
    }
    for (i, indicator) in content.indicators.iter().enumerate() {
        let field = format!("content.indicators.{i}");
        found.length(&format!("{field}.name"), indicator.name.longest(), LINE);
        found.length(
            &format!("{field}.unit"),
            indicator.unit.chars().count(),
            LINE,
        );
        if !indicator.baseline.is_finite() || !indicator.target.is_finite() {
            found.add(
                &field,
                ErrorCode::OutOfRange,
                "Giá trị phải là một số.",
                "The value must be a number.",
            );
        }
    }
    found.0
}

/// What is missing before a text can be put before the other side: both languages of everything, and who
/// the sides are.
pub fn missing(content: &Content) -> Vec<Problem> {
    let mut found = Found::default();
    found.both("content.title", &content.title);
    for (i, recital) in content.recitals.iter().enumerate() {
        found.both(&format!("content.recitals.{i}"), recital);
    }
    if content.clauses.is_empty() {
        found.add(
            "content.clauses",
            ErrorCode::Required,
            "Thỏa thuận cần ít nhất một điều khoản.",
            "An agreement has at least one clause.",
        );
    }
    for (i, clause) in content.clauses.iter().enumerate() {
        found.both(&format!("content.clauses.{i}.heading"), &clause.heading);
        found.both(&format!("content.clauses.{i}.body"), &clause.body);
    }
    if content.starts_on.is_none() {
        found.add(
            "content.startsOn",
            ErrorCode::Required,
            "Chọn ngày bắt đầu.",
            "Choose the first day.",
        );
    }
    if content.months.is_none() {
        found.add(
            "content.months",
            ErrorCode::Required,
            "Nhập thời hạn theo tháng.",
            "Give the duration in months.",
        );
    }
    for (i, milestone) in content.milestones.iter().enumerate() {
        found.both(&format!("content.milestones.{i}.title"), &milestone.title);
        let outside = content.starts_on.is_some_and(|day| milestone.due_on < day)
            || content.ends_on().is_some_and(|day| milestone.due_on > day);
        if outside {
            found.add(
                &format!("content.milestones.{i}.dueOn"),
                ErrorCode::OutOfRange,
                "Mốc tiến độ phải nằm trong thời hạn của thỏa thuận.",
                "A milestone lies within the duration of the agreement.",
            );
        }
    }
    for (i, indicator) in content.indicators.iter().enumerate() {
        found.both(&format!("content.indicators.{i}.name"), &indicator.name);
    }
    found.0
}

/// Days that somebody may mean.
fn is_near(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (2000..2120).contains(&day.year())
}

#[derive(Default)]
struct Found(Vec<Problem>);

impl Found {
    fn add(&mut self, field: &str, code: ErrorCode, vi: &str, en: &str) {
        self.0.push(Problem {
            field: field.to_owned(),
            code,
            message: say(vi, en),
        });
    }

    fn most(&mut self, field: &str, there: usize, most: usize) {
        if there > most {
            self.add(
                field,
                ErrorCode::OutOfRange,
                &format!("Tối đa {most} mục."),
                &format!("At most {most} entries."),
            );
        }
    }

    fn length(&mut self, field: &str, there: usize, most: usize) {
        if there > most {
            self.add(
                field,
                ErrorCode::TooLong,
                &format!("Tối đa {most} ký tự."),
                &format!("At most {most} characters."),
            );
        }
    }

    fn day(&mut self, field: &str) {
        self.add(
            field,
            ErrorCode::OutOfRange,
            "Ngày phải từ năm 2000 đến năm 2119.",
            "The day lies between the years 2000 and 2119.",
        );
    }

    fn both(&mut self, field: &str, words: &Words) {
        if words.vi.is_empty() {
            self.add(
                &format!("{field}.vi"),
                ErrorCode::Required,
                "Thiếu nội dung tiếng Việt.",
                "The Vietnamese is missing.",
            );
        }
        if words.en.is_empty() {
            self.add(
                &format!("{field}.en"),
                ErrorCode::Required,
                "Thiếu nội dung tiếng Anh: thỏa thuận được lập bằng hai thứ tiếng.",
                "The English is missing: an agreement is in both languages.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_characters_does_not_reach_the_text() {
        let words = Words::line(BilingualTextInput {
            vi: Some("Công ty\u{202e} A\n{{ 7 * 7 }}".into()),
            en: Some(" \u{200b} ".into()),
        });
        assert_eq!(words.vi, "Công ty A {{ 7 * 7 }}");
        assert_eq!(words.en, "");
    }

    #[test]
    fn the_last_day_is_the_day_before_the_anniversary() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (starts, months, ends) in [
            ("2026-12-01", 12, "2027-11-30"),
            ("2027-01-31", 1, "2027-02-27"),
        ] {
            let content = Content {
                starts_on: Some(day(starts)),
                months: Some(months),
                ..Content::default()
            };
            assert_eq!(content.ends_on(), Some(day(ends)), "{starts}");
        }
    }

    #[test]
    fn the_smallest_change_changes_the_hash() {
        let one = hash("{\"rule\":1}");
        assert_eq!(one.len(), 64);
        assert_ne!(one, hash("{\"rule\":2}"));
    }
}

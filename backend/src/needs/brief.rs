//! Pure: what a need says beside its texts, and what a valid brief is. Every part is optional: a commune
//! fills in five fields and no more.

use std::ops::RangeInclusive;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use super::{Need, NeedStatus};
use crate::error::ErrorCode;
use crate::postings::Check;
use crate::text::{clean, clean_line};

/// Longest text of a brief in characters.
const TEXT_MAX: usize = 2000;
/// Longest name, unit, number or figure in characters.
const LINE_MAX: usize = 200;
/// Most indicators, most documents.
const LIST_MAX: usize = 10;
/// Questions end so long before the deadline unless the need says otherwise.
const QUESTIONS_END_BEFORE: Duration = Duration::days(10);
/// So many days the market may be consulted.
const CONSULTATION_DAYS: RangeInclusive<i32> = 7..=60;

/// Where the money comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum BudgetSource {
    /// The central budget.
    CentralBudget,
    /// The province's or commune's budget.
    LocalBudget,
    /// The regular budget of the agency, for services.
    RegularSpending,
    /// The private side.
    PrivateCapital,
    /// Official development assistance, or another foreign source.
    ForeignAid,
    /// Several of these.
    Mixed,
    /// Not decided yet.
    Undecided,
}

/// A text in Vietnamese and English; either alone is valid.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject,
)]
#[graphql(input_name = "BriefTextInput")]
#[serde(default)]
pub struct BriefText {
    /// Vietnamese.
    pub vi: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl BriefText {
    /// Both languages on one line.
    pub fn both(&self) -> String {
        let sides = [self.vi.as_deref(), self.en.as_deref()];
        sides.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// True when neither language has anything.
    pub fn is_empty(&self) -> bool {
        self.vi.is_none() && self.en.is_none()
    }

    fn cleaned(self) -> Self {
        Self {
            vi: clean(self.vi),
            en: clean(self.en),
        }
    }
}

/// By what success is measured.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject,
)]
#[graphql(input_name = "NeedIndicatorInput")]
#[serde(default)]
pub struct NeedIndicator {
    /// Number of the indicator in ISO 37122, such as 19.1; at most 200 characters.
    pub code: Option<String>,
    /// What is counted; at most 200 characters.
    pub name: Option<String>,
    /// In what unit.
    pub unit: Option<String>,
    /// How much it is today.
    pub baseline: Option<String>,
    /// How much it shall be.
    pub target: Option<String>,
    /// By when.
    pub due_on: Option<NaiveDate>,
}

/// A document on which a need rests.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject,
)]
#[graphql(input_name = "LegalDocumentInput")]
#[serde(default)]
pub struct LegalDocument {
    /// Number, such as 269/2025/NĐ-CP; at most 200 characters.
    pub number: String,
    /// Date of issue.
    pub issued_on: Option<NaiveDate>,
    /// What it is called.
    pub title: Option<String>,
}

/// What a need says beside its texts.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    SimpleObject,
    InputObject,
    FromJsonQueryResult,
)]
#[graphql(input_name = "NeedBriefInput")]
#[serde(default)]
pub struct NeedBrief {
    /// Who suffers, and how many they are; at most 2,000 characters.
    #[graphql(default)]
    pub affected: BriefText,
    /// What was tried, and what came of it.
    #[graphql(default)]
    pub tried: BriefText,
    /// What constrains a solution.
    #[graphql(default)]
    pub constraints: BriefText,
    /// What a proposal must contain.
    #[graphql(default)]
    pub proposal_content: BriefText,
    /// By what success is measured; at most 10.
    #[graphql(default)]
    pub indicators: Vec<NeedIndicator>,
    /// Where the money comes from.
    pub budget_source: Option<BudgetSource>,
    /// Documents on which it rests; at most 10.
    #[graphql(default)]
    pub legal_basis: Vec<LegalDocument>,
    /// The scheme or plan it belongs to; at most 200 characters.
    pub scheme: Option<String>,
    /// Until when questions are taken; ten days before the deadline when nothing is said.
    pub questions_until: Option<DateTime<Utc>>,
    /// So many days the market is consulted before proposals are taken: 7 to 60; null to take them at once.
    pub consultation_days: Option<i32>,
}

impl NeedBrief {
    /// As stored: trimmed, without empty rows.
    #[must_use]
    pub fn cleaned(self) -> Self {
        let indicators = self.indicators.into_iter().map(|one| NeedIndicator {
            code: clean_line(one.code),
            name: clean_line(one.name),
            unit: clean_line(one.unit),
            baseline: clean_line(one.baseline),
            target: clean_line(one.target),
            due_on: one.due_on,
        });
        let documents = self.legal_basis.into_iter().filter_map(|one| {
            Some(LegalDocument {
                number: clean_line(Some(one.number))?,
                issued_on: one.issued_on,
                title: clean_line(one.title),
            })
        });
        Self {
            affected: self.affected.cleaned(),
            tried: self.tried.cleaned(),
            constraints: self.constraints.cleaned(),
            proposal_content: self.proposal_content.cleaned(),
            indicators: indicators
                .filter(|one| *one != NeedIndicator::default())
                .collect(),
            budget_source: self.budget_source,
            legal_basis: documents.collect(),
            scheme: clean_line(self.scheme),
            questions_until: self.questions_until,
            consultation_days: self.consultation_days,
        }
    }

    /// What is wrong with it: values that could never be right.
    pub fn check(&self, check: &mut Check) {
        for (field, text) in [
            ("affected", &self.affected),
            ("tried", &self.tried),
            ("constraints", &self.constraints),
            ("proposalContent", &self.proposal_content),
        ] {
            for (side, text) in [("vi", &text.vi), ("en", &text.en)] {
                too_long(check, &format!("{field}.{side}"), text.as_deref(), TEXT_MAX);
            }
        }
        if self
            .consultation_days
            .is_some_and(|days| !CONSULTATION_DAYS.contains(&days))
        {
            let (least, most) = (CONSULTATION_DAYS.start(), CONSULTATION_DAYS.end());
            check.add(
                "brief.consultationDays",
                ErrorCode::OutOfRange,
                format!("Thời gian tham vấn từ {least} đến {most} ngày."),
                format!("A consultation takes {least} to {most} days."),
            );
        }
        too_long(check, "scheme", self.scheme.as_deref(), LINE_MAX);
        for (field, count) in [
            ("indicators", self.indicators.len()),
            ("legalBasis", self.legal_basis.len()),
        ] {
            if count > LIST_MAX {
                check.add(
                    &format!("brief.{field}"),
                    ErrorCode::OutOfRange,
                    format!("Danh sách này có tối đa {LIST_MAX} dòng."),
                    format!("This list has at most {LIST_MAX} rows."),
                );
            }
        }
        for (at, one) in self.indicators.iter().enumerate() {
            for (field, text) in [
                ("code", &one.code),
                ("name", &one.name),
                ("unit", &one.unit),
                ("baseline", &one.baseline),
                ("target", &one.target),
            ] {
                let field = format!("indicators.{at}.{field}");
                too_long(check, &field, text.as_deref(), LINE_MAX);
            }
        }
        for (at, one) in self.legal_basis.iter().enumerate() {
            let field = format!("legalBasis.{at}");
            too_long(
                check,
                &format!("{field}.number"),
                Some(&one.number),
                LINE_MAX,
            );
            too_long(
                check,
                &format!("{field}.title"),
                one.title.as_deref(),
                LINE_MAX,
            );
        }
    }

    /// Everything that is text, for reading.
    pub fn words(&self) -> String {
        let mut all = vec![
            self.affected.both(),
            self.tried.both(),
            self.constraints.both(),
            self.proposal_content.both(),
        ];
        for one in &self.indicators {
            all.extend(one.name.clone());
        }
        all.join("\n")
    }
}

fn too_long(check: &mut Check, field: &str, text: Option<&str>, most: usize) {
    if text.is_some_and(|text| text.chars().count() > most) {
        check.add(
            &format!("brief.{field}"),
            ErrorCode::TooLong,
            format!("Nội dung này dài tối đa {most} ký tự."),
            format!("This text has at most {most} characters."),
        );
    }
}

/// Until when the market is consulted about a need; none when it is not.
pub fn consults_until(need: &Need, brief: &NeedBrief) -> Option<DateTime<Utc>> {
    let days = brief
        .consultation_days
        .filter(|_| need.status == NeedStatus::Consultation)?;
    Some(need.published_at? + Duration::days(days.into()))
}

/// Until when a need takes questions, or comments while the market is consulted; none before it has a
/// deadline.
pub fn questions_until(need: &Need, brief: &NeedBrief) -> Option<DateTime<Utc>> {
    if need.status == NeedStatus::Consultation {
        return consults_until(need, brief);
    }
    let closes_at = need.closes_at?;
    let until = brief.questions_until;
    Some(until.map_or(closes_at - QUESTIONS_END_BEFORE, |until| {
        until.min(closes_at)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_rows_are_not_kept() {
        let brief = NeedBrief {
            indicators: vec![NeedIndicator::default()],
            legal_basis: vec![LegalDocument::default()],
            scheme: Some("  ".into()),
            ..NeedBrief::default()
        };
        assert_eq!(brief.cleaned(), NeedBrief::default());
    }

    #[test]
    fn a_long_text_is_named_by_its_field() {
        let brief = NeedBrief {
            tried: BriefText {
                vi: None,
                en: Some("x".repeat(2001)),
            },
            ..NeedBrief::default()
        };
        let mut check = Check::default();
        brief.check(&mut check);
        let fields: Vec<_> = check
            .problems
            .iter()
            .map(|one| one.field.as_str())
            .collect();
        assert_eq!(fields, ["content.brief.tried.en"]);
    }
}

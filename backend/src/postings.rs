//! What needs and offers share: contract types, delivery models, and checks of their texts, places
//! and domains.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domains::Taxonomy;
use crate::error::{ErrorCode, Problem};
use crate::text::{BilingualTextInput, say};

/// Longest title in characters.
pub const TITLE_MAX: usize = 160;
/// Longest summary in characters.
pub const SUMMARY_MAX: usize = 600;
/// Longest description in characters.
pub const DESCRIPTION_MAX: usize = 10_000;
/// Most domains of one posting.
pub const DOMAINS_MAX: usize = 8;

/// Contract type of a public–private partnership (Law 64/2020/QH14, as amended).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ContractType {
    /// Build–Operate–Transfer.
    Bot,
    /// Build–Transfer–Operate.
    Bto,
    /// Build–Own–Operate.
    Boo,
    /// Operate–Manage.
    Om,
    /// Build–Transfer–Lease.
    Btl,
    /// Build–Lease–Transfer.
    Blt,
    /// Build–Transfer.
    Bt,
    /// Mixed contract.
    Mixed,
}

/// How the two sides would work together.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DeliveryModel {
    /// Public–private partnership.
    Ppp,
    /// Direct public investment.
    PublicInvestment,
    /// Lease of a service.
    ServiceLease,
    /// Pilot under control (sandbox).
    Pilot,
    /// Memorandum of understanding.
    Memorandum,
    /// Partnership in science, technology and innovation (Decree 180/2025/NĐ-CP).
    ScienceTechnologyPpp,
}

/// Why a posting is out of sight of everybody but its own organisation and the alliance's staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum HiddenReason {
    /// The alliance suspended its organisation.
    OrganizationSuspended,
    /// The alliance suspended who began it.
    AuthorSuspended,
    /// It was reported, and the alliance upheld the report.
    Report,
    /// Its organisation is closed.
    OrganizationClosed,
}

/// All reasons that hold, in one column; one that is shown has none, and the column is null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct HiddenFor(pub Vec<HiddenReason>);

impl HiddenFor {
    /// The reasons with one more.
    pub fn with(known: Option<Self>, reason: HiddenReason) -> Option<Self> {
        let mut reasons = known.map(|known| known.0).unwrap_or_default();
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
        Some(Self(reasons))
    }

    /// The reasons without one; none when no other holds.
    pub fn without(known: Option<Self>, reason: HiddenReason) -> Option<Self> {
        let mut reasons = known.map(|known| known.0).unwrap_or_default();
        reasons.retain(|other| *other != reason);
        (!reasons.is_empty()).then_some(Self(reasons))
    }

    /// True when one of them is this.
    pub fn has(known: Option<&Self>, reason: HiddenReason) -> bool {
        known.is_some_and(|known| known.0.contains(&reason))
    }
}

/// A short list in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct ContractTypes(pub Vec<ContractType>);

/// A short list in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct DeliveryModels(pub Vec<DeliveryModel>);

/// Collects what is wrong with a posting.
#[derive(Default)]
pub struct Check {
    /// Found so far.
    pub problems: Vec<Problem>,
}

impl Check {
    /// Adds a problem with a field of the content.
    pub fn add(
        &mut self,
        field: &str,
        code: ErrorCode,
        vi: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.problems.push(Problem {
            field: format!("content.{field}"),
            code,
            message: say(vi, en),
        });
    }

    /// What was found, where the fields are the input's own and not a content's.
    pub fn of_input(self) -> Vec<Problem> {
        let bare = |problem: Problem| Problem {
            field: problem.field.trim_start_matches("content.").to_owned(),
            ..problem
        };
        self.problems.into_iter().map(bare).collect()
    }

    /// A text in both languages is at most so long.
    pub fn length(&mut self, field: &str, text: &BilingualTextInput, most: usize) {
        for (side, value) in [("vi", &text.vi), ("en", &text.en)] {
            if value
                .as_deref()
                .is_some_and(|text| text.trim().chars().count() > most)
            {
                self.add(
                    &format!("{field}.{side}"),
                    ErrorCode::TooLong,
                    format!("Nội dung này dài tối đa {most} ký tự."),
                    format!("This text has at most {most} characters."),
                );
            }
        }
    }

    /// Every code is a domain's, and they are few.
    pub fn domains(&mut self, codes: &[String], taxonomy: &Taxonomy) {
        if codes.len() > DOMAINS_MAX {
            self.add(
                "domains",
                ErrorCode::OutOfRange,
                format!(
                    "Chọn tối đa {DOMAINS_MAX} lĩnh vực; ít lĩnh vực thì ghép nối chính xác hơn."
                ),
                format!("Choose at most {DOMAINS_MAX} domains; fewer make better matches."),
            );
        }
        if let Some(unknown) = codes.iter().find(|code| taxonomy.get(code).is_none()) {
            let shown: String = unknown.chars().take(20).collect();
            self.add(
                "domains",
                ErrorCode::UnknownDomain,
                format!("Không có lĩnh vực «{shown}». Hãy chọn trong danh sách."),
                format!("There is no domain “{shown}”. Choose from the list."),
            );
        }
    }

    /// Says that something must be filled before the posting is sent in.
    pub fn required(&mut self, missing: bool, field: &str, vi: &str, en: &str) {
        if missing {
            self.add(field, ErrorCode::Required, vi, en);
        }
    }
}

/// A list without repetition, in the order given.
pub fn distinct<T: Clone + Eq + std::hash::Hash>(items: Vec<T>) -> Vec<T> {
    let mut seen = std::collections::HashSet::new();
    items
        .into_iter()
        .filter(|item| seen.insert(item.clone()))
        .collect()
}

/// The code of an enum as the engine, the search and the API spell it.
pub fn code(value: impl async_graphql::InputType) -> String {
    match value.to_value() {
        async_graphql::Value::Enum(name) => name.to_string(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posting_comes_back_when_no_reason_holds_any_more() {
        use HiddenReason as R;
        let both = HiddenFor::with(HiddenFor::with(None, R::Report), R::OrganizationSuspended);
        assert_eq!(HiddenFor::with(both.clone(), R::Report), both);
        let one = HiddenFor::without(both, R::OrganizationSuspended);
        assert!(HiddenFor::has(one.as_ref(), R::Report));
        assert_eq!(HiddenFor::without(one, R::Report), None);
    }
}

//! Texts of agreements in the API.

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};

use super::objects::AgreementParty;
use super::text::{self, Content, Words};
use super::{Side, Version, paper};
use crate::graphql::{Result, ctx};
use crate::ids::{IndicatorId, MilestoneId};
use crate::loaders::loaders;
use crate::money::Money;
use crate::text::BilingualText;

/// A clause of an agreement.
#[derive(SimpleObject)]
pub struct AgreementClause {
    /// By which versions and comments know it again.
    key: String,
    /// Heading.
    heading: BilingualText,
    /// What it says.
    body: BilingualText,
}

/// A milestone as a text plans it.
#[derive(SimpleObject)]
pub struct PlannedMilestone {
    /// Id that it keeps through all versions.
    id: MilestoneId,
    /// What.
    title: BilingualText,
    /// By when.
    due_on: NaiveDate,
}

/// An indicator as a text plans it.
#[derive(SimpleObject)]
pub struct PlannedIndicator {
    /// Id that it keeps through all versions.
    id: IndicatorId,
    /// What.
    name: BilingualText,
    /// In what.
    unit: String,
    /// Before.
    baseline: f64,
    /// What is aimed at.
    target: f64,
}

/// One version of an agreement's text, whole.
pub struct AgreementVersion {
    agreement: super::Agreement,
    row: Version,
    content: Content,
    inside: bool,
}

impl AgreementVersion {
    pub(super) fn of(agreement: &super::Agreement, row: Version, inside: bool) -> Result<Self> {
        Ok(Self {
            content: text::read(&row.canonical)?,
            agreement: agreement.clone(),
            row,
            inside,
        })
    }
}

/// One version of an agreement's text, whole.
#[Object]
impl AgreementVersion {
    /// From 1.
    async fn number(&self) -> i32 {
        self.row.number
    }

    /// SHA-256 of its canonical text; null while it is not proposed.
    async fn hash(&self) -> Option<&str> {
        self.row.hash.as_deref()
    }

    /// Which side wrote it.
    async fn side(&self) -> Side {
        self.row.side
    }

    /// What its side said to it; to the two sides, else null.
    async fn message(&self) -> Option<&str> {
        self.row.message.as_deref().filter(|_| self.inside)
    }

    /// Who wrote it; to the two sides, else null.
    async fn written_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        match self.row.written_by.filter(|_| self.inside) {
            Some(id) => Ok(Some(loaders(gql).user(id).await?.name)),
            None => Ok(None),
        }
    }

    /// When it was put before both sides.
    async fn proposed_at(&self) -> Option<DateTime<Utc>> {
        self.row.proposed_at
    }

    /// When the side with the need accepted it.
    async fn owner_accepted_at(&self) -> Option<DateTime<Utc>> {
        self.row.owner_accepted_at
    }

    /// When the side that carries it out accepted it.
    async fn partner_accepted_at(&self) -> Option<DateTime<Utc>> {
        self.row.partner_accepted_at
    }

    /// It is in force, or was when the agreement ended.
    async fn in_force(&self) -> bool {
        self.agreement.in_force_version == Some(self.row.number)
    }

    /// Title.
    async fn title(&self) -> BilingualText {
        self.content.title.bilingual()
    }

    /// The two sides as it has them: the side with the need, then the other.
    async fn parties(&self) -> Vec<AgreementParty> {
        let party = |(side, text)| AgreementParty {
            agreement: self.agreement.clone(),
            side,
            text: Some(text),
        };
        let both = [
            (Side::Owner, self.content.owner.clone()),
            (Side::Partner, self.content.partner.clone()),
        ];
        both.into_iter().map(party).collect()
    }

    /// On what it rests.
    async fn recitals(&self) -> Vec<BilingualText> {
        self.content.recitals.iter().map(Words::bilingual).collect()
    }

    /// Clauses in order.
    async fn clauses(&self) -> Vec<AgreementClause> {
        let clause = |one: &text::Clause| AgreementClause {
            key: one.key.clone(),
            heading: one.heading.bilingual(),
            body: one.body.bilingual(),
        };
        self.content.clauses.iter().map(clause).collect()
    }

    /// First day.
    async fn starts_on(&self) -> Option<NaiveDate> {
        self.content.starts_on
    }

    /// How long, in months.
    async fn months(&self) -> Option<i32> {
        self.content.months
    }

    /// Last day.
    async fn ends_on(&self) -> Option<NaiveDate> {
        self.content.ends_on()
    }

    /// What it is worth.
    async fn value(&self) -> Option<Money> {
        self.content.value_amount.map(Money::dong)
    }

    /// Milestones in order.
    async fn milestones(&self) -> Vec<PlannedMilestone> {
        let planned = |one: &text::PlannedMilestone| PlannedMilestone {
            id: one.id,
            title: one.title.bilingual(),
            due_on: one.due_on,
        };
        self.content.milestones.iter().map(planned).collect()
    }

    /// Indicators in order.
    async fn indicators(&self) -> Vec<PlannedIndicator> {
        let planned = |one: &text::PlannedIndicator| PlannedIndicator {
            id: one.id,
            name: one.name.bilingual(),
            unit: one.unit.clone(),
            baseline: one.baseline,
            target: one.target,
        };
        self.content.indicators.iter().map(planned).collect()
    }

    /// The canonical text, byte for byte: what the hash is of.
    async fn canonical_text(&self) -> &str {
        &self.row.canonical
    }

    /// Where it is as a PDF, for a request with the bearer token.
    async fn paper_path(&self) -> String {
        format!(
            "/agreements/{}/paper.pdf?version={}",
            self.row.agreement_id, self.row.number
        )
    }

    /// Where whoever holds its hash can check it: the address behind the code on the paper; null while it
    /// is not proposed.
    async fn verify_url(&self, gql: &Context<'_>) -> Option<String> {
        Some(paper::verify_url(ctx(gql), self.row.hash.as_deref()?))
    }
}

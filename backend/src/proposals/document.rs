//! What a proposal says: one document of nine sections, and the files that belong to it. Pure.

use std::collections::BTreeMap;
use std::fmt;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::rules::Content;
use crate::ids::{AttachmentId, ReferenceId};
use crate::money::Amount;
use crate::text::{Locale, clean};

/// A part of a proposal that is saved, and can conflict, by itself.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum ProposalSectionName {
    /// In a few sentences, and the language of it all.
    Summary,
    /// How.
    Approach,
    /// Who does it.
    Team,
    /// What the bidder has done before, as its profile said when the section was saved.
    References,
    /// In which order, and how long.
    WorkPlan,
    /// The price, line by line.
    Price,
    /// Where the money comes from.
    Financing,
    /// Who bears which risk.
    Risks,
    /// What will be measured, and what is promised.
    Indicators,
}

impl ProposalSectionName {
    /// Every section, in the order of a proposal.
    pub const ALL: [Self; 9] = [
        Self::Summary,
        Self::Approach,
        Self::Team,
        Self::References,
        Self::WorkPlan,
        Self::Price,
        Self::Financing,
        Self::Risks,
        Self::Indicators,
    ];
}

/// The risk categories of OCDS for PPPs (codelist `riskCategory`).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Enum,
)]
#[serde(rename_all = "camelCase")]
pub enum RiskCategory {
    /// Land is there in time.
    LandAvailability,
    /// The environment suffers, or its rules stop the work.
    Environmental,
    /// The design is wrong.
    Design,
    /// Building costs more or takes longer.
    Construction,
    /// It is not completed, or late.
    Completion,
    /// Demand, and so revenue, is lower.
    Revenue,
    /// Prices and exchange rates move.
    InflationAndFx,
    /// The service fails or is poor.
    AvailabilityAndQuality,
    /// Other revenue does not come.
    OtherRevenue,
    /// Finance cannot be had.
    FinanceAvailability,
    /// Finance cannot be replaced.
    Refinancing,
    /// The law changes.
    ChangeInLaw,
    /// Nobody could foresee or prevent it.
    ForceMajeure,
    /// The contract ends early.
    EarlyTermination,
    /// Rules are not kept.
    Compliance,
    /// All of them together.
    All,
}

/// Who bears a risk (OCDS for PPPs, codelist `riskAllocation`; `undefined` there is shared here).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Enum)]
#[serde(rename_all = "camelCase")]
pub enum RiskBearer {
    /// The need's owner.
    PublicAuthority,
    /// The bidder.
    PrivateParty,
    /// Both, or not yet settled.
    #[serde(rename = "undefined")]
    Shared,
}

/// A line of the price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[serde(deny_unknown_fields)]
#[graphql(input_name = "ProposalPriceLineInput")]
pub struct ProposalPriceLine {
    /// What for; at most 200 characters.
    pub label: String,
    /// In đồng.
    pub amount: Amount,
}

/// Who bears a risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[serde(deny_unknown_fields)]
#[graphql(input_name = "ProposalRiskInput")]
pub struct ProposalRisk {
    /// Which.
    pub category: RiskCategory,
    /// Who.
    pub bearer: RiskBearer,
    /// How it is kept small; at most 1,000 characters.
    #[graphql(default)]
    pub note: String,
}

/// Something that will be measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[serde(deny_unknown_fields)]
#[graphql(input_name = "ProposalIndicatorInput")]
pub struct ProposalIndicator {
    /// What, and in which unit; at most 200 characters.
    pub name: String,
    /// As it is today; at most 200 characters.
    #[graphql(default)]
    pub baseline: String,
    /// As it is promised; at most 200 characters.
    pub target: String,
}

/// Something that the bidder has done, as its profile said that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(deny_unknown_fields)]
pub struct ProposalReference {
    /// The entry of the profile that it was copied from.
    pub reference_id: ReferenceId,
    /// What it was.
    pub project: String,
    /// For whom.
    pub client: String,
    /// When it was completed.
    pub year: i32,
    /// What was done.
    pub description: String,
    /// Where one can read about it.
    pub url: Option<String>,
}

/// A key that lies inside the sealed document; never printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret(pub Vec<u8>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// A file that belongs to the proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Id.
    pub id: AttachmentId,
    /// What it is, as the receipt knows it.
    pub about: AttachedFile,
    /// Under which its bytes lie in the storage.
    pub key: Secret,
}

/// What the receipt knows of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachedFile {
    /// Name, cleaned.
    pub name: String,
    /// Type, by its bytes (RFC 6838).
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
}

/// One of several that propose together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsortiumPart {
    /// Which organisation.
    pub organization: String,
    /// What it does.
    pub role: String,
    /// Of the work, in percent; 1 to 99.
    pub share_percent: Option<i32>,
}

/// When a section was saved last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Raised by one at each change.
    pub version: i32,
    /// When.
    pub saved_at: DateTime<Utc>,
}

/// What is sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The rule by which its receipt is computed; see `receipts`.
    pub rule: u8,
    /// Random: without it nobody can guess a content and compare hashes.
    pub salt: String,
    /// Language it is written in.
    pub language: Locale,
    /// The sections' texts.
    pub texts: BTreeMap<ProposalSectionName, String>,
    /// What the bidder has done before.
    pub references: Vec<ProposalReference>,
    /// Months.
    pub duration_months: Option<i32>,
    /// Đồng; the sum of the lines where there are any.
    pub price_amount: Option<Amount>,
    /// The price, line by line.
    pub lines: Vec<ProposalPriceLine>,
    /// Who bears which risk.
    pub risks: Vec<ProposalRisk>,
    /// What will be measured.
    pub indicators: Vec<ProposalIndicator>,
    /// Who proposes together, as it was when it was handed in; empty for one bidder alone.
    #[serde(default)]
    pub consortium: Vec<ConsortiumPart>,
    /// Files that belong to it, in the order in which they came.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// Versions of the sections.
    pub marks: BTreeMap<ProposalSectionName, Mark>,
}

/// A section as it is sent in: what belongs to other sections is not looked at.
#[derive(Clone, Debug, Default)]
pub struct SectionContent {
    /// Of every section.
    pub text: String,
    /// Of the summary.
    pub language: Option<Locale>,
    /// Of the work plan.
    pub duration_months: Option<i32>,
    /// Of the price.
    pub lines: Vec<ProposalPriceLine>,
    /// Of the references.
    pub references: Vec<ProposalReference>,
    /// Of the risks.
    pub risks: Vec<ProposalRisk>,
    /// Of the indicators.
    pub indicators: Vec<ProposalIndicator>,
}

impl Document {
    /// An empty one.
    pub fn new(salt: String) -> Self {
        Self {
            rule: super::receipts::RULE,
            salt,
            ..Self::default()
        }
    }

    /// The text of a section.
    pub fn text(&self, section: ProposalSectionName) -> &str {
        self.texts.get(&section).map_or("", String::as_str)
    }

    /// The version of a section: 0 when it was never saved.
    pub fn version(&self, section: ProposalSectionName) -> i32 {
        self.marks.get(&section).map_or(0, |mark| mark.version)
    }

    /// The parts that every proposal has, as they are sent in together.
    pub fn content(&self) -> Content {
        use ProposalSectionName as S;
        Content {
            language: self.language,
            summary: self.text(S::Summary).to_owned(),
            approach: self.text(S::Approach).to_owned(),
            price_amount: self.price_amount,
            duration_months: self.duration_months,
        }
    }

    /// Takes over a content as a whole; sections that it changes get a new version.
    pub fn set_content(&mut self, content: Content, now: DateTime<Utc>) {
        use ProposalSectionName as S;
        let before = self.clone();
        self.language = content.language;
        self.set_text(S::Summary, content.summary);
        self.set_text(S::Approach, content.approach);
        self.duration_months = content.duration_months;
        // A price in one figure takes the place of lines that do not add up to it.
        if content.price_amount != self.price_amount {
            self.lines.clear();
        }
        self.price_amount = content.price_amount;
        for section in S::ALL {
            if !self.same(&before, section) {
                self.mark(section, now);
            }
        }
    }

    /// Takes over a section. True when that changed something.
    pub fn set_section(
        &mut self,
        section: ProposalSectionName,
        content: SectionContent,
        now: DateTime<Utc>,
    ) -> bool {
        use ProposalSectionName as S;
        let before = self.clone();
        self.set_text(section, content.text);
        match section {
            S::Summary => self.language = content.language.unwrap_or(self.language),
            S::WorkPlan => self.duration_months = content.duration_months,
            S::Price => {
                self.price_amount = total(&content.lines);
                self.lines = content.lines;
            }
            S::References => self.references = content.references,
            S::Risks => self.risks = content.risks,
            S::Indicators => self.indicators = content.indicators,
            S::Approach | S::Team | S::Financing => {}
        }
        let changed = !self.same(&before, section);
        if changed {
            self.mark(section, now);
        }
        changed
    }

    fn set_text(&mut self, section: ProposalSectionName, text: String) {
        match clean(Some(text)) {
            Some(text) => self.texts.insert(section, text),
            None => self.texts.remove(&section),
        };
    }

    fn mark(&mut self, section: ProposalSectionName, now: DateTime<Utc>) {
        let version = self.version(section) + 1;
        let saved_at = now;
        self.marks.insert(section, Mark { version, saved_at });
    }

    fn same(&self, other: &Self, section: ProposalSectionName) -> bool {
        use ProposalSectionName as S;
        self.text(section) == other.text(section)
            && match section {
                S::Summary => self.language == other.language,
                S::WorkPlan => self.duration_months == other.duration_months,
                S::Price => self.price_amount == other.price_amount && self.lines == other.lines,
                S::References => self.references == other.references,
                S::Risks => self.risks == other.risks,
                S::Indicators => self.indicators == other.indicators,
                S::Approach | S::Team | S::Financing => true,
            }
    }
}

/// The sum of the lines; none without lines, or when it is more than a number holds.
pub fn total(lines: &[ProposalPriceLine]) -> Option<Amount> {
    let mut amounts = lines.iter().map(|line| line.amount.0);
    let first = amounts.next()?;
    amounts.try_fold(first, i64::checked_add).map(Amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ProposalSectionName as S;

    fn line(label: &str, amount: i64) -> ProposalPriceLine {
        ProposalPriceLine {
            label: label.into(),
            amount: Amount(amount),
        }
    }

    #[test]
    fn a_section_has_a_version_of_its_own() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let mut document = Document::new("salt".into());
        let text = |text: &str| SectionContent {
            text: text.into(),
            ..SectionContent::default()
        };
        assert!(document.set_section(S::Team, text("Ba người."), now));
        assert!(!document.set_section(S::Team, text(" Ba người. "), now));
        assert!(document.set_section(S::Team, text("Bốn người."), now));
        assert_eq!(
            (document.version(S::Team), document.version(S::Approach)),
            (2, 0)
        );
    }

    #[test]
    fn the_price_is_the_sum_of_its_lines() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let mut document = Document::new("salt".into());
        let content = SectionContent {
            lines: vec![line("Đèn", 7), line("Lắp đặt", 5)],
            ..SectionContent::default()
        };
        document.set_section(S::Price, content, now);
        assert_eq!(document.price_amount, Some(Amount(12)));
        // The same figure keeps the lines, another one is a price without lines.
        document.set_content(document.content(), now);
        assert_eq!(document.lines.len(), 2);
        let other = Content {
            price_amount: Some(Amount(11)),
            ..document.content()
        };
        document.set_content(other, now);
        assert!(document.lines.is_empty());
        assert_eq!(document.version(S::Price), 2);
        assert_eq!(total(&[line("a", i64::MAX), line("b", 1)]), None);
    }
}

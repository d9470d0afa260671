//! A section as it is sent in, before the profile's references were looked up.

use super::Proposal;
use super::document::{
    Document, ProposalIndicator, ProposalPriceLine, ProposalReference, ProposalRisk, SectionContent,
};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::ReferenceId;
use crate::portfolio;
use crate::text::{BilingualText, Locale, say};

/// What is sent in.
#[derive(Clone, Debug, Default)]
pub struct SectionInput {
    /// Of every section.
    pub text: String,
    /// Of the summary.
    pub language: Option<Locale>,
    /// Of the work plan.
    pub duration_months: Option<i32>,
    /// Of the price.
    pub lines: Vec<ProposalPriceLine>,
    /// Entries of the bidder's profile, for the references.
    pub reference_ids: Vec<ReferenceId>,
    /// Of the risks.
    pub risks: Vec<ProposalRisk>,
    /// Of the indicators.
    pub indicators: Vec<ProposalIndicator>,
}

impl SectionInput {
    /// With the references as the bidder's profile has them today; those that were copied before and are
    /// gone from the profile since stay as they were.
    pub async fn content(
        self,
        txn: &Txn,
        proposal: &Proposal,
        before: &Document,
    ) -> Result<SectionContent> {
        let mut references = Vec::new();
        if !self.reference_ids.is_empty() {
            let bidder = proposal.organization_id;
            let profile = portfolio::store::references_of(txn, &[bidder]).await?;
            for id in crate::postings::distinct(self.reference_ids) {
                let entry = profile.iter().find(|entry| entry.id == id).map(|entry| {
                    let said = |text: &BilingualText| text.pick(before.language).to_owned();
                    ProposalReference {
                        reference_id: id,
                        project: said(&entry.project),
                        client: entry.client.clone(),
                        year: entry.year,
                        description: said(&entry.description),
                        url: entry.url.clone(),
                    }
                });
                let kept = before.references.iter().find(|old| old.reference_id == id);
                let entry = entry.or_else(|| kept.cloned());
                references.push(entry.ok_or_else(unknown)?);
            }
        }
        Ok(SectionContent {
            text: self.text,
            language: self.language,
            duration_months: self.duration_months,
            lines: self.lines,
            references,
            risks: self.risks,
            indicators: self.indicators,
        })
    }
}

fn unknown() -> Error {
    Error::field(
        "content.referenceIds",
        ErrorCode::InvalidInput,
        say(
            "Chọn dự án trong hồ sơ năng lực của tổ chức nộp đề xuất.",
            "Choose projects from the profile of the organisation that proposes.",
        ),
    )
}

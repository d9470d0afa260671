//! What is sent in about proposals.

use async_graphql::{Enum, InputObject};

use super::ProposalStatus;
use super::document::{ProposalIndicator, ProposalPriceLine, ProposalRisk, ProposalSectionName};
use super::rules::Content;
use super::sections::SectionInput;
use crate::ids::{AttachmentId, NeedId, OrganizationId, ProposalId, ReferenceId};
use crate::money::Amount;
use crate::text::Locale;

/// The owner's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProposalDecision {
    /// Chosen.
    Selected,
    /// Not chosen.
    NotSelected,
}

/// What a proposal says; it replaces the whole content of a draft.
#[derive(InputObject)]
pub struct ProposalContent {
    /// Language it is written in.
    pub(super) language: Locale,
    /// In a few sentences: at most 2,000 characters.
    pub(super) summary: String,
    /// How; at most 20,000 characters.
    pub(super) approach: String,
    /// Price in đồng.
    pub(super) price_amount: Option<Amount>,
    /// Duration in months: 1 to 120.
    pub(super) duration_months: Option<i32>,
}

impl From<ProposalContent> for Content {
    fn from(input: ProposalContent) -> Self {
        Self {
            language: input.language,
            summary: input.summary,
            approach: input.approach,
            price_amount: input.price_amount,
            duration_months: input.duration_months,
        }
    }
}

/// A new draft.
#[derive(InputObject)]
pub struct CreateProposalInput {
    /// Made by the client; the same key with the same body answers as before.
    pub(super) client_key: String,
    /// For which need.
    pub(super) need_id: NeedId,
    /// Bidder; the viewer writes for it.
    pub(super) organization_id: OrganizationId,
    /// What it says so far.
    pub(super) content: ProposalContent,
}

/// A change to a draft.
#[derive(InputObject)]
pub struct UpdateProposalInput {
    /// Which proposal.
    pub(super) proposal_id: ProposalId,
    /// The version that was read.
    pub(super) version: i32,
    /// The whole new content.
    pub(super) content: ProposalContent,
}

/// A proposal to be handed in.
#[derive(InputObject)]
pub struct SubmitProposalInput {
    /// Which proposal.
    pub(super) proposal_id: ProposalId,
    /// The version that was read; sent twice, it is one submission.
    pub(super) version: i32,
    /// Made by the client; the same key with the same body answers as before.
    pub(super) client_key: Option<String>,
}

/// A section of a draft.
#[derive(InputObject)]
pub struct SaveProposalSectionInput {
    /// Which proposal.
    pub(super) proposal_id: ProposalId,
    /// Which section.
    pub(super) section: ProposalSectionName,
    /// The section's version that was read; 0 when it was never saved.
    pub(super) version: i32,
    /// The whole new content of the section.
    pub(super) content: ProposalSectionInput,
}

/// What a section says; fields that belong to other sections are not looked at.
#[derive(InputObject)]
pub struct ProposalSectionInput {
    /// Of every section: at most 20,000 characters, of the summary 2,000.
    #[graphql(default)]
    pub(super) text: String,
    /// Of the summary: the language of the whole proposal.
    pub(super) language: Option<Locale>,
    /// Of the work plan: 1 to 120 months.
    pub(super) duration_months: Option<i32>,
    /// Of the price: at most 50 lines; the price is their sum.
    #[graphql(default)]
    pub(super) lines: Vec<ProposalPriceLine>,
    /// Of the references: entries of the bidder's profile, copied as they are today.
    #[graphql(default)]
    pub(super) reference_ids: Vec<ReferenceId>,
    /// Of the risks: each category once.
    #[graphql(default)]
    pub(super) risks: Vec<ProposalRisk>,
    /// Of the indicators: at most 50.
    #[graphql(default)]
    pub(super) indicators: Vec<ProposalIndicator>,
}

impl From<ProposalSectionInput> for SectionInput {
    fn from(input: ProposalSectionInput) -> Self {
        Self {
            text: input.text,
            language: input.language,
            duration_months: input.duration_months,
            lines: input.lines,
            reference_ids: input.reference_ids,
            risks: input.risks,
            indicators: input.indicators,
        }
    }
}

/// A file to be taken out of a draft.
#[derive(InputObject)]
pub struct RemoveProposalAttachmentInput {
    /// Which proposal.
    pub(super) proposal_id: ProposalId,
    /// Which file.
    pub(super) attachment_id: AttachmentId,
}

/// A proposal to be taken back.
#[derive(InputObject)]
pub struct WithdrawProposalInput {
    /// Which proposal.
    pub(super) proposal_id: ProposalId,
    /// Why; for the bidder's own record.
    pub(super) reason: String,
}

/// The owner's decision.
#[derive(InputObject)]
pub struct DecideProposalInput {
    /// Which proposal.
    pub(super) proposal_id: ProposalId,
    /// Chosen or not.
    pub(super) decision: ProposalDecision,
    /// Why; the bidder reads it.
    pub(super) reason: String,
}

/// What a list of proposals is narrowed to.
#[derive(InputObject, Default)]
pub struct ProposalFilter {
    /// For one need.
    pub(super) need_id: Option<NeedId>,
    /// Only those of the viewer's organisations.
    pub(super) mine: Option<bool>,
    /// Statuses.
    pub(super) statuses: Option<Vec<ProposalStatus>>,
}

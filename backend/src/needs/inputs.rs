//! What the API takes about needs, and the payloads it answers with.

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};

use super::NeedStatus;
use super::brief::NeedBrief;
use super::graphql::Need;
use super::rules::Content;
use crate::ids::{NeedId, OrganizationId};
use crate::moderation::graphql::ReviewDecisionInput;
use crate::money::MoneyRangeInput;
use crate::postings::{ContractType, DeliveryModel};
use crate::text::BilingualTextInput;

/// Who completes a draft.
#[derive(InputObject)]
pub struct SetNeedFocalPointInput {
    /// Which need.
    pub(super) need_id: NeedId,
    /// An office of the commune's province; null: nobody any more.
    pub(super) organization_id: Option<OrganizationId>,
}

/// How needs are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum NeedSort {
    /// Latest publication first.
    Newest,
    /// Nearest deadline first.
    ClosingSoon,
}

/// How a need ends before it is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum NeedOutcome {
    /// Taken back by its owner before it closed.
    Withdrawn,
    /// Given up by its owner.
    Cancelled,
    /// Nothing came of it.
    Unsuccessful,
}

/// What a need says; it replaces the whole content of a draft.
#[derive(InputObject)]
pub struct NeedContent {
    /// Title; at most 160 characters.
    pub(super) title: Option<BilingualTextInput>,
    /// The problem in a few sentences; at most 600 characters.
    pub(super) summary: Option<BilingualTextInput>,
    /// Everything else; at most 10,000 characters.
    pub(super) description: Option<BilingualTextInput>,
    /// Province or city of today.
    pub(super) place_id: Option<async_graphql::ID>,
    /// Domain codes, at most 8.
    pub(super) domains: Option<Vec<String>>,
    /// Budget in đồng.
    pub(super) budget: Option<MoneyRangeInput>,
    /// Contract type wanted.
    pub(super) contract_type: Option<ContractType>,
    /// Delivery model wanted.
    pub(super) delivery_model: Option<DeliveryModel>,
    /// Maturity level aimed at: 1 to 3.
    pub(super) maturity_target: Option<i32>,
    /// Deadline for proposals.
    pub(super) closes_at: Option<DateTime<Utc>>,
    /// What it says beside its texts.
    pub(super) brief: Option<NeedBrief>,
}

impl From<NeedContent> for Content {
    fn from(input: NeedContent) -> Self {
        Self {
            title: input.title.unwrap_or_default(),
            summary: input.summary.unwrap_or_default(),
            description: input.description.unwrap_or_default(),
            place_id: input.place_id.map(|id| id.0).filter(|id| !id.is_empty()),
            domains: input.domains.unwrap_or_default(),
            budget: input.budget.unwrap_or_default(),
            contract_type: input.contract_type,
            delivery_model: input.delivery_model,
            maturity_target: input.maturity_target,
            closes_at: input.closes_at,
            brief: input.brief.unwrap_or_default().cleaned(),
        }
    }
}

/// A new draft.
#[derive(InputObject)]
pub struct CreateNeedInput {
    /// Made by the client; the same key with the same body answers as before.
    pub(super) client_key: String,
    /// Owner; the viewer writes for it.
    pub(super) organization_id: OrganizationId,
    /// What it says so far.
    pub(super) content: NeedContent,
}

/// A change to a draft.
#[derive(InputObject)]
pub struct UpdateNeedInput {
    /// Which need.
    pub(super) need_id: NeedId,
    /// The version that was read.
    pub(super) version: i32,
    /// The whole new content.
    pub(super) content: NeedContent,
}

/// Names a need.
#[derive(InputObject)]
pub struct NeedIdInput {
    /// The need.
    pub(super) need_id: NeedId,
}

/// The end of a need.
#[derive(InputObject)]
pub struct ConcludeNeedInput {
    /// Which need.
    pub(super) need_id: NeedId,
    /// How it ends.
    pub(super) outcome: NeedOutcome,
    /// Why; published.
    pub(super) reason: String,
}

/// The alliance's decision on a need.
#[derive(InputObject)]
pub struct ReviewNeedInput {
    /// Which need.
    pub(super) need_id: NeedId,
    /// APPROVED or CHANGES_REQUESTED, the rule and the reason.
    #[graphql(flatten)]
    pub(super) verdict: ReviewDecisionInput,
}

/// The need after the change.
#[derive(SimpleObject)]
pub struct NeedPayload {
    /// The need.
    pub(super) need: Need,
}

/// What a list of needs is narrowed to.
#[derive(InputObject, Default)]
pub struct NeedFilter {
    /// Words of the text, with or without diacritics.
    pub(super) query: Option<String>,
    /// Province or city.
    pub(super) place_id: Option<async_graphql::ID>,
    /// Region.
    pub(super) region_code: Option<String>,
    /// Domain.
    pub(super) domain: Option<String>,
    /// Statuses.
    pub(super) statuses: Option<Vec<NeedStatus>>,
    /// Only those of the viewer's organisations, drafts included.
    pub(super) mine: Option<bool>,
    /// Only those that the viewer's organisations were asked to complete.
    pub(super) completing: Option<bool>,
    /// Only those of one organisation.
    pub(super) organization_id: Option<OrganizationId>,
}

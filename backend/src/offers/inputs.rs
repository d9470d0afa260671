//! What the API takes about offers, and the payload it answers with.

use async_graphql::{InputObject, SimpleObject};

use super::graphql::Offer;
use super::rules::Content;
use super::{OfferMaturity, OfferStatus, entity};
use crate::ids::{OfferId, OrganizationId};
use crate::moderation::graphql::ReviewDecisionInput;
use crate::money::MoneyRangeInput;
use crate::postings::{ContractType, DeliveryModel};
use crate::text::BilingualTextInput;

/// An earlier delivery.
#[derive(InputObject)]
pub struct ReferenceInput {
    /// What, for whom; at most 200 characters.
    pub(super) name: String,
    /// Where.
    pub(super) place_id: Option<async_graphql::ID>,
    /// When.
    pub(super) year: Option<i32>,
}

/// What an offer says; it replaces the whole content of a draft.
#[derive(InputObject)]
pub struct OfferContent {
    /// Title; at most 160 characters.
    pub(super) title: Option<BilingualTextInput>,
    /// In a few sentences; at most 600 characters.
    pub(super) summary: Option<BilingualTextInput>,
    /// Everything else; at most 10,000 characters.
    pub(super) description: Option<BilingualTextInput>,
    /// Domain codes, at most 8.
    pub(super) domains: Option<Vec<String>>,
    /// Provinces and cities; empty means the whole country.
    pub(super) coverage: Option<Vec<async_graphql::ID>>,
    /// Price in đồng.
    pub(super) price: Option<MoneyRangeInput>,
    /// Contract types the firm can enter.
    pub(super) contract_types: Option<Vec<ContractType>>,
    /// Delivery models the firm can enter.
    pub(super) delivery_models: Option<Vec<DeliveryModel>>,
    /// How far it has come.
    pub(super) maturity: Option<OfferMaturity>,
    /// Earlier deliveries, at most 20.
    pub(super) references: Option<Vec<ReferenceInput>>,
}

impl From<OfferContent> for Content {
    fn from(input: OfferContent) -> Self {
        let references = input.references.unwrap_or_default().into_iter();
        let id = |id: async_graphql::ID| id.0;
        Self {
            title: input.title.unwrap_or_default(),
            summary: input.summary.unwrap_or_default(),
            description: input.description.unwrap_or_default(),
            domains: input.domains.unwrap_or_default(),
            coverage: input
                .coverage
                .unwrap_or_default()
                .into_iter()
                .map(id)
                .collect(),
            price: input.price.unwrap_or_default(),
            contract_types: input.contract_types.unwrap_or_default(),
            delivery_models: input.delivery_models.unwrap_or_default(),
            maturity: input.maturity,
            references: references
                .map(|r| entity::Reference {
                    name: crate::text::clean_line(Some(r.name)).unwrap_or_default(),
                    place_id: r.place_id.map(id).filter(|id| !id.is_empty()),
                    year: r.year,
                })
                .collect(),
        }
    }
}

/// A new draft.
#[derive(InputObject)]
pub struct CreateOfferInput {
    /// Made by the client; the same key with the same body answers as before.
    pub(super) client_key: String,
    /// Owner; the viewer writes for it.
    pub(super) organization_id: OrganizationId,
    /// What it says so far.
    pub(super) content: OfferContent,
}

/// A change to a draft.
#[derive(InputObject)]
pub struct UpdateOfferInput {
    /// Which offer.
    pub(super) offer_id: OfferId,
    /// The version that was read.
    pub(super) version: i32,
    /// The whole new content.
    pub(super) content: OfferContent,
}

/// Names an offer.
#[derive(InputObject)]
pub struct OfferIdInput {
    /// The offer.
    pub(super) offer_id: OfferId,
}

/// The alliance's decision on an offer.
#[derive(InputObject)]
pub struct ReviewOfferInput {
    /// Which offer.
    pub(super) offer_id: OfferId,
    /// APPROVED, CHANGES_REQUESTED or REJECTED, the rule and the reason.
    #[graphql(flatten)]
    pub(super) verdict: ReviewDecisionInput,
}

/// The offer after the change.
#[derive(SimpleObject)]
pub struct OfferPayload {
    /// The offer.
    pub(super) offer: Offer,
}

/// What a list of offers is narrowed to.
#[derive(InputObject, Default)]
pub struct OfferFilter {
    /// Words of the text, with or without diacritics.
    pub(super) query: Option<String>,
    /// Offers that cover this province or city.
    pub(super) place_id: Option<async_graphql::ID>,
    /// Offers that cover anything of this region.
    pub(super) region_code: Option<String>,
    /// Domain.
    pub(super) domain: Option<String>,
    /// Statuses.
    pub(super) statuses: Option<Vec<OfferStatus>>,
    /// Only those of the viewer's organisations, drafts included.
    pub(super) mine: Option<bool>,
    /// Only those of one organisation.
    pub(super) organization_id: Option<OrganizationId>,
}

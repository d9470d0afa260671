//! What the API takes about organisations, and the payloads it answers with.

use async_graphql::{InputObject, SimpleObject};

use super::graphql::{Membership, Organization};
use super::rules::Profile;
use super::service::NewOrganization;
use super::store::Filter;
use super::{OrganizationKind, Standing};
use crate::ids::{MembershipId, OrganizationId};
use crate::text::{BilingualTextInput, clean_line};

/// An organisation that is new here.
#[derive(InputObject)]
pub struct NewOrganizationInput {
    /// Kind.
    kind: OrganizationKind,
    /// Legal name; one language is enough.
    legal_name: BilingualTextInput,
    /// Tax or enterprise code: 10 digits, for a branch a dash and 3 more.
    tax_code: Option<String>,
    /// Code of a public body (mã định danh cơ quan), such as H31.12.
    establishment_code: Option<String>,
    /// Province or city of its seat.
    place_id: Option<async_graphql::ID>,
    /// Address on the web.
    website: Option<String>,
    /// True after NAME_SIMILAR: it is another organisation, and waits unseen until the alliance has
    /// looked.
    acknowledge_similar_name: Option<bool>,
}

impl From<NewOrganizationInput> for NewOrganization {
    fn from(input: NewOrganizationInput) -> Self {
        Self {
            kind: input.kind,
            legal_name: input.legal_name,
            summary: BilingualTextInput::default(),
            tax_code: clean_line(input.tax_code),
            place_id: input.place_id.map(|id| id.0),
            website: clean_line(input.website),
            establishment_code: clean_line(input.establishment_code),
            acknowledge_similar_name: input.acknowledge_similar_name.unwrap_or_default(),
        }
    }
}

/// An organisation to found; who does owns it.
#[derive(InputObject)]
pub struct CreateOrganizationInput {
    /// Made by the client; the same key with the same body answers as before.
    pub(super) client_key: String,
    /// The organisation.
    pub(super) new_organization: NewOrganizationInput,
}

/// What an organisation says of itself; it replaces the whole profile.
#[derive(InputObject)]
pub struct OrganizationContent {
    /// Kind. A change ends the verification.
    kind: OrganizationKind,
    /// Legal name; one language is enough. A change ends the verification.
    legal_name: BilingualTextInput,
    /// Tax or enterprise code. A change ends the verification.
    tax_code: Option<String>,
    /// Code of a public body (mã định danh cơ quan). A change ends the verification.
    establishment_code: Option<String>,
    /// What it does; at most 600 characters a language.
    summary: Option<BilingualTextInput>,
    /// What it is able to do; at most 5,000 characters a language.
    capabilities: Option<BilingualTextInput>,
    /// Domain codes, at most 12.
    domains: Option<Vec<String>>,
    /// Postal address of the seat; at most 300 characters.
    address: Option<String>,
    /// Province or city of its seat.
    place_id: Option<async_graphql::ID>,
    /// Address on the web.
    website: Option<String>,
}

impl From<OrganizationContent> for Profile {
    fn from(input: OrganizationContent) -> Self {
        Self {
            kind: input.kind,
            legal_name: input.legal_name,
            summary: input.summary.unwrap_or_default(),
            capabilities: input.capabilities.unwrap_or_default(),
            domains: input.domains.unwrap_or_default(),
            tax_code: clean_line(input.tax_code),
            establishment_code: clean_line(input.establishment_code).map(|c| c.to_uppercase()),
            address: input.address,
            place_id: input.place_id.map(|id| id.0).filter(|id| !id.is_empty()),
            website: clean_line(input.website),
        }
    }
}

/// A change of a profile.
#[derive(InputObject)]
pub struct UpdateOrganizationInput {
    /// The organisation.
    pub(super) organization_id: OrganizationId,
    /// The version that was read.
    pub(super) version: i32,
    /// The whole new profile.
    pub(super) content: OrganizationContent,
    /// True after NAME_SIMILAR: it is another organisation, and waits unseen until the alliance has
    /// looked.
    pub(super) acknowledge_similar_name: Option<bool>,
}

/// Names an organisation.
#[derive(InputObject)]
pub struct OrganizationIdInput {
    /// The organisation.
    pub organization_id: OrganizationId,
}

/// The organisation after the change.
#[derive(SimpleObject)]
pub struct OrganizationPayload {
    /// The organisation.
    pub organization: Organization,
}

/// What a list of organisations is narrowed to.
#[derive(InputObject, Default)]
pub struct OrganizationFilter {
    /// Words of the name, with or without diacritics, or a code.
    pub(super) query: Option<String>,
    /// Kinds.
    kinds: Option<Vec<OrganizationKind>>,
    /// Province or city of the seat.
    place_id: Option<async_graphql::ID>,
    /// Domain codes, of which it is able in any.
    domains: Option<Vec<String>>,
    /// Only those that the alliance has verified.
    verified: Option<bool>,
    /// Only members of the alliance.
    alliance_member: Option<bool>,
    /// How they are seen; left out: all that the viewer may see but the closed ones.
    standings: Option<Vec<Standing>>,
}

impl From<OrganizationFilter> for Filter {
    fn from(filter: OrganizationFilter) -> Self {
        use crate::postings::distinct;
        Self {
            query: filter.query,
            kinds: filter.kinds.map(distinct),
            place_id: filter.place_id.map(|id| id.0),
            domains: filter.domains.map(distinct),
            verified: filter.verified.unwrap_or_default(),
            admitted: filter.alliance_member.unwrap_or_default(),
            standings: filter.standings.map(distinct),
        }
    }
}

/// Names a membership.
#[derive(InputObject)]
pub struct MembershipIdInput {
    /// The membership.
    pub membership_id: MembershipId,
}

/// The membership after the change.
#[derive(SimpleObject)]
pub struct MembershipPayload {
    /// The membership.
    pub membership: Membership,
}

//! What the API takes about researchers.

use async_graphql::InputObject;

use super::Publication;
use super::rules::Content;
use super::store::Filter;
use crate::ids::OrganizationId;
use crate::postings::distinct;
use crate::text::BilingualTextInput;

/// Something that was published.
#[derive(InputObject)]
pub struct PublicationInput {
    /// Title; at most 400 characters.
    title: String,
    /// Year.
    year: i32,
    /// Journal, conference or publisher.
    venue: Option<String>,
    /// Digital Object Identifier, such as 10.1000/182; its address is taken too.
    doi: Option<String>,
    /// Where one can read it.
    url: Option<String>,
}

/// What a researcher says of herself; it replaces the whole profile.
#[derive(InputObject)]
pub struct ResearcherContent {
    /// In one line; at most 160 characters a language.
    headline: BilingualTextInput,
    /// In full; at most 4,000 characters a language.
    biography: Option<BilingualTextInput>,
    /// Where she works, if it is here and she belongs to it.
    organization_id: Option<OrganizationId>,
    /// Where she works, in her words; instead of `organizationId`.
    affiliation: Option<String>,
    /// ORCID iD, with or without dashes; its address is taken too.
    orcid: Option<String>,
    /// Domain codes, at most 12.
    domains: Option<Vec<String>>,
    /// What she knows, in her words; at most 30, of 60 characters each.
    keywords: Option<Vec<String>>,
    /// What she published; at most 100.
    publications: Option<Vec<PublicationInput>>,
    /// Languages as ISO 639-1 codes, such as vi and en.
    languages: Option<Vec<String>>,
    /// May be asked to evaluate.
    evaluator: bool,
    /// May be asked to join a consortium.
    consortium_partner: bool,
    /// Interests that could conflict: shares, posts, mandates; read by signed-in people.
    interests: Option<String>,
}

impl From<ResearcherContent> for Content {
    fn from(input: ResearcherContent) -> Self {
        let publications = input.publications.unwrap_or_default();
        Self {
            headline: input.headline,
            biography: input.biography.unwrap_or_default(),
            organization_id: input.organization_id,
            affiliation: input.affiliation,
            orcid: input.orcid,
            domains: input.domains.unwrap_or_default(),
            keywords: input.keywords.unwrap_or_default(),
            publications: publications
                .into_iter()
                .map(|one| Publication {
                    title: one.title,
                    year: one.year,
                    venue: one.venue,
                    doi: one.doi,
                    url: one.url,
                })
                .collect(),
            languages: input.languages.unwrap_or_default(),
            evaluator: input.evaluator,
            consortium_partner: input.consortium_partner,
            interests: input.interests,
        }
    }
}

/// A change of one's profile.
#[derive(InputObject)]
pub struct UpdateResearcherInput {
    /// The version that was read; 0 begins a profile.
    pub(super) version: i32,
    /// The whole new profile.
    pub(super) content: ResearcherContent,
}

/// What a list of researchers is narrowed to.
#[derive(InputObject, Default)]
pub struct ResearcherFilter {
    /// Words of the name, the headline, the affiliation and the keywords, with or without diacritics.
    pub(super) query: Option<String>,
    /// Domain codes, of which she has any.
    domains: Option<Vec<String>>,
    /// Languages, of which she has any.
    languages: Option<Vec<String>>,
    /// Only who may be asked to evaluate.
    evaluator: Option<bool>,
    /// Only who may be asked to join a consortium.
    consortium_partner: Option<bool>,
}

impl From<ResearcherFilter> for Filter {
    fn from(filter: ResearcherFilter) -> Self {
        Self {
            query: filter.query,
            domains: filter.domains.map(distinct),
            languages: filter.languages.map(distinct),
            evaluator: filter.evaluator.unwrap_or_default(),
            consortium_partner: filter.consortium_partner.unwrap_or_default(),
        }
    }
}

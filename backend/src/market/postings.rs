//! Rows as the engine's postings.

use std::collections::HashMap;
use std::sync::Arc;

use matching::{Kind, Posting, PostingText};

use crate::clock::local_date;
use crate::ids::{NeedId, OfferId, OrganizationId};
use crate::needs::Need;
use crate::offers::Offer;
use crate::postings::code;
use crate::researchers::Researcher;
use crate::text::BilingualText;

/// Owners as the engine knows them.
pub(super) type Owners = HashMap<OrganizationId, Arc<matching::Organization>>;

/// What an organisation has shown: certificates and references of its profile.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Certificates.
    pub certificates: Vec<matching::Certificate>,
    /// References.
    pub references: Vec<matching::Reference>,
}

/// What belongs to a researcher beside her row.
#[derive(Clone, Debug, Default)]
pub(super) struct Knows {
    /// Domain codes.
    pub domains: Vec<String>,
    /// Languages.
    pub languages: Vec<String>,
}

/// A posting's texts, a part for each language in which there is anything.
pub(super) fn texts(
    title: &BilingualText,
    summary: &BilingualText,
    body: &BilingualText,
) -> Vec<PostingText> {
    let part =
        |language, title: &Option<String>, summary: &Option<String>, body: &Option<String>| {
            (title.is_some() || summary.is_some() || body.is_some()).then(|| PostingText {
                language,
                title: title.clone().unwrap_or_default(),
                summary: summary.clone().unwrap_or_default(),
                body: body.clone().unwrap_or_default(),
            })
        };
    let vi = part(matching::Language::Vi, &title.vi, &summary.vi, &body.vi);
    let en = part(matching::Language::En, &title.en, &summary.en, &body.en);
    vi.into_iter().chain(en).collect()
}

/// The texts of a need.
pub(super) fn need_texts(need: &Need) -> Vec<PostingText> {
    texts(&need.title, &need.summary, &need.description)
}

/// The texts of an offer.
pub(super) fn offer_texts(offer: &Offer) -> Vec<PostingText> {
    texts(&offer.title, &offer.summary, &offer.description)
}

/// The texts of an expert: what she calls herself is the title.
pub(super) fn expert_texts(row: &Researcher) -> Vec<PostingText> {
    texts(&row.headline, &BilingualText::default(), &row.biography)
}

/// A need as the engine reads it.
pub(super) fn need_posting(
    need: &Need,
    owners: &Owners,
    domains: &HashMap<NeedId, Vec<String>>,
) -> Posting {
    Posting {
        organization: owners
            .get(&need.organization_id)
            .cloned()
            .unwrap_or_default(),
        texts: need_texts(need),
        domains: codes(domains.get(&need.id)),
        places: need.place_id.iter().map(|id| id.as_str().into()).collect(),
        budget: matching::MoneyRange {
            min: need.budget_min,
            max: need.budget_max,
        },
        contract_types: need
            .contract_type
            .map(code)
            .into_iter()
            .map(Into::into)
            .collect(),
        delivery_models: need
            .delivery_model
            .map(code)
            .into_iter()
            .map(Into::into)
            .collect(),
        maturity_target: need
            .maturity_target
            .and_then(|level| u8::try_from(level).ok()),
        closes_on: need.closes_at.map(local_date),
        ..Posting::new(Kind::Need, need.id.to_string())
    }
}

/// An offer as the engine reads it.
pub(super) fn offer_posting(
    offer: &Offer,
    owners: &Owners,
    domains: &HashMap<OfferId, Vec<String>>,
    coverage: &HashMap<OfferId, Vec<String>>,
    shown: &HashMap<OrganizationId, Shown>,
) -> Posting {
    use crate::offers::OfferMaturity as M;
    let references = offer
        .references
        .0
        .iter()
        .map(|reference| matching::Reference {
            name: reference.name.clone(),
            place: reference.place_id.as_deref().map(Into::into),
            year: reference.year,
            value: None,
        });
    let shown = shown
        .get(&offer.organization_id)
        .cloned()
        .unwrap_or_default();
    Posting {
        certificates: shown.certificates,
        organization: owners
            .get(&offer.organization_id)
            .cloned()
            .unwrap_or_default(),
        texts: offer_texts(offer),
        domains: codes(domains.get(&offer.id)),
        places: codes(coverage.get(&offer.id)),
        budget: matching::MoneyRange {
            min: offer.price_min,
            max: offer.price_max,
        },
        contract_types: offer
            .contract_types
            .0
            .iter()
            .copied()
            .map(code)
            .map(Into::into)
            .collect(),
        delivery_models: offer
            .delivery_models
            .0
            .iter()
            .copied()
            .map(code)
            .map(Into::into)
            .collect(),
        maturity: offer.maturity.map(|maturity| match maturity {
            M::Concept => matching::OfferMaturity::Concept,
            M::Prototype => matching::OfferMaturity::Prototype,
            M::Piloted => matching::OfferMaturity::Piloted,
            M::Deployed => matching::OfferMaturity::Deployed,
            M::Scaled => matching::OfferMaturity::Scaled,
        }),
        references: references.chain(shown.references).collect(),
        closes_on: offer.expires_at.map(local_date),
        ..Posting::new(Kind::Offer, offer.id.to_string())
    }
}

fn codes(list: Option<&Vec<String>>) -> Vec<matching::Code> {
    list.into_iter()
        .flatten()
        .map(|code| code.as_str().into())
        .collect()
}

/// A researcher as the engine reads her.
pub(super) fn expert_posting(row: &Researcher, owners: &Owners, knows: &Knows) -> Posting {
    let publication = |publication: &crate::researchers::entity::Publication| matching::Reference {
        name: publication.title.clone(),
        place: None,
        year: Some(publication.year),
        value: None,
    };
    let owner = row.organization_id.and_then(|id| owners.get(&id).cloned());
    Posting {
        organization: owner.unwrap_or_default(),
        texts: expert_texts(row),
        domains: codes(Some(&knows.domains)),
        languages: codes(Some(&knows.languages)),
        tags: codes(Some(&row.keywords.0)),
        references: row.publications.0.iter().map(publication).collect(),
        ..Posting::new(Kind::Expert, row.id.to_string())
    }
}

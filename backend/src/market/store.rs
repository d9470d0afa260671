//! Reads what is on the market: a fixed number of statements, however much is asked for.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use matching::{Posting, PostingText};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::postings::{
    Knows, Owners, Shown, expert_posting, expert_texts, need_posting, need_texts, offer_posting,
    offer_texts,
};
use crate::changes::Affected;
use crate::db::grouped;
use crate::error::Result;
use crate::ids::{NeedId, OfferId, OrganizationId, ResearcherId};
use crate::needs::{self, Need, NeedStatus};
use crate::offers::{self, Offer, OfferStatus};
use crate::organizations::{self, Organization, Verification};
use crate::text::Locale;
use crate::{matches, portfolio, proposals, researchers};

/// Rows read at once while everything is read.
pub(super) const PAGE: u64 = 1_000;

/// A posting that is on the market.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its row's id.
    pub id: Uuid,
    /// As the engine reads it.
    pub posting: Posting,
}

/// What is on the market, and the ids of what is not.
#[derive(Debug, Default)]
pub struct Fresh {
    /// On the market.
    pub postings: Vec<Found>,
    /// Not, or not any more.
    pub gone: Vec<String>,
}

/// Reads these rows as postings: needs that take proposals, published offers, public researchers.
pub async fn read(db: &impl ConnectionTrait, affected: &Affected) -> Result<Fresh> {
    let mut needs = needs::store::find_many(db, &affected.needs).await?;
    needs.retain(|need| need.status == NeedStatus::Open && !need.is_hidden());
    let mut offers = offers::store::find_many(db, &affected.offers).await?;
    offers.retain(|offer| offer.status == OfferStatus::Published && !offer.is_hidden());
    postings(db, affected, needs, offers).await
}

/// A need as the engine would read it if it were on the market now.
pub(super) async fn as_if_open(db: &impl ConnectionTrait, need: &Need) -> Result<Option<Posting>> {
    let affected = Affected::default();
    let fresh = postings(db, &affected, vec![need.clone()], Vec::new()).await?;
    Ok(fresh.postings.into_iter().map(|found| found.posting).next())
}

/// An offer as the engine would read it if it were on the market now.
pub(super) async fn as_if_published(
    db: &impl ConnectionTrait,
    offer: &Offer,
) -> Result<Option<Posting>> {
    let affected = Affected::default();
    let fresh = postings(db, &affected, Vec::new(), vec![offer.clone()]).await?;
    Ok(fresh.postings.into_iter().map(|found| found.posting).next())
}

async fn postings(
    db: &impl ConnectionTrait,
    affected: &Affected,
    needs: Vec<Need>,
    offers: Vec<Offer>,
) -> Result<Fresh> {
    let experts = researchers::store::public_among(db, &affected.researchers).await?;
    let need_ids: Vec<NeedId> = needs.iter().map(|need| need.id).collect();
    let offer_ids: Vec<OfferId> = offers.iter().map(|offer| offer.id).collect();
    let expert_ids: Vec<ResearcherId> = experts.iter().map(|row| row.id).collect();
    let suppliers: BTreeSet<OrganizationId> =
        offers.iter().map(|offer| offer.organization_id).collect();
    let shown = shown(db, &suppliers.iter().copied().collect::<Vec<_>>()).await?;
    let others = needs.iter().map(|need| need.organization_id);
    let others = others.chain(experts.iter().filter_map(|row| row.organization_id));
    let owners: BTreeSet<OrganizationId> = suppliers.into_iter().chain(others).collect();
    let owners = owners_of(db, &owners.into_iter().collect::<Vec<_>>()).await?;
    let need_domains = grouped(needs::store::domains_of(db, &need_ids).await?);
    let offer_domains = grouped(offers::store::domains_of(db, &offer_ids).await?);
    let coverage = grouped(offers::store::coverage_of(db, &offer_ids).await?);
    let mut knows: HashMap<ResearcherId, Knows> = HashMap::new();
    for (id, code) in researchers::store::domains_of(db, &expert_ids).await? {
        knows.entry(id).or_default().domains.push(code);
    }
    for (id, code) in researchers::store::languages_of(db, &expert_ids).await? {
        knows.entry(id).or_default().languages.push(code);
    }
    let mut fresh = Fresh::default();
    missing(&mut fresh.gone, &affected.needs, &need_ids);
    missing(&mut fresh.gone, &affected.offers, &offer_ids);
    missing(&mut fresh.gone, &affected.researchers, &expert_ids);
    let needs = needs.iter().map(|need| Found {
        id: need.id.0,
        posting: need_posting(need, &owners, &need_domains),
    });
    let offers = offers.iter().map(|offer| Found {
        id: offer.id.0,
        posting: offer_posting(offer, &owners, &offer_domains, &coverage, &shown),
    });
    let nothing = Knows::default();
    let experts = experts.iter().map(|row| Found {
        id: row.id.0,
        posting: expert_posting(row, &owners, knows.get(&row.id).unwrap_or(&nothing)),
    });
    fresh.postings.extend(needs.chain(offers).chain(experts));
    Ok(fresh)
}

fn missing<I: Copy + Eq + Hash + ToString>(gone: &mut Vec<String>, asked: &[I], found: &[I]) {
    let found: std::collections::HashSet<I> = found.iter().copied().collect();
    let missing = asked.iter().filter(|id| !found.contains(id));
    gone.extend(missing.map(ToString::to_string));
}

/// The texts of these postings, by their ids; what is no posting's id has none.
pub(super) async fn texts(
    db: &impl ConnectionTrait,
    ids: &[&str],
) -> Result<HashMap<String, Vec<PostingText>>> {
    let needs: Vec<NeedId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let offers: Vec<OfferId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let experts: Vec<ResearcherId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let mut texts = HashMap::new();
    if !needs.is_empty() {
        let rows = needs::store::find_many(db, &needs).await?;
        texts.extend(rows.iter().map(|row| (row.id.to_string(), need_texts(row))));
    }
    if !offers.is_empty() {
        let rows = offers::store::find_many(db, &offers).await?;
        texts.extend(
            rows.iter()
                .map(|row| (row.id.to_string(), offer_texts(row))),
        );
    }
    if !experts.is_empty() {
        let rows = researchers::store::public_among(db, &experts).await?;
        texts.extend(
            rows.iter()
                .map(|row| (row.id.to_string(), expert_texts(row))),
        );
    }
    Ok(texts)
}

async fn owners_of(db: &impl ConnectionTrait, ids: &[OrganizationId]) -> Result<Owners> {
    if ids.is_empty() {
        return Ok(Owners::new());
    }
    let rows = organizations::store::find_many(db, ids).await?;
    let mutual = matches::store::count_mutual(db, ids).await?;
    let selected = proposals::store::count_selected(db, ids).await?;
    let count = |counts: &HashMap<OrganizationId, i64>, id| {
        u32::try_from(counts.get(&id).copied().unwrap_or_default()).unwrap_or(u32::MAX)
    };
    let owner = |row: Organization| {
        let owner = matching::Organization {
            id: row.id.to_string(),
            name: row.legal_name.pick(Locale::Vi).to_owned(),
            verified: row.verification == Verification::Verified,
            past_awards: count(&selected, row.id),
            mutual_matches: count(&mutual, row.id),
            ..matching::Organization::default()
        };
        (row.id, Arc::new(owner))
    };
    Ok(rows.into_iter().map(owner).collect())
}

async fn shown(
    db: &impl ConnectionTrait,
    owners: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Shown>> {
    let mut of: HashMap<OrganizationId, Shown> = HashMap::new();
    if owners.is_empty() {
        return Ok(of);
    }
    for row in portfolio::store::certificates_of(db, owners).await? {
        let certificate = matching::Certificate {
            name: row.standard.unwrap_or(row.name).into(),
            valid_until: row.expires_on,
        };
        let shown = of.entry(row.organization_id).or_default();
        shown.certificates.push(certificate);
    }
    for row in portfolio::store::references_of(db, owners).await? {
        let reference = matching::Reference {
            name: row.project.pick(Locale::Vi).to_owned(),
            place: row.place_id.as_deref().map(Into::into),
            year: Some(row.year),
            value: None,
        };
        let shown = of.entry(row.organization_id).or_default();
        shown.references.push(reference);
    }
    Ok(of)
}

//! Between the rows and the engine: what is published, as the engine's postings.

use std::collections::HashMap;

use matching::{DomainInfo, Engine, Fit, Knowledge, PlaceInfo, PostingText, Statistics, Weights};
use sea_orm::ConnectionTrait;

use super::entity::{Factors, StoredFactor};
use super::store;
use crate::app::Ctx;
use crate::clock::local_date;
use crate::domains::Taxonomy;
use crate::error::Result;
use crate::ids::{NeedId, OfferId, OrganizationId};
use crate::needs::{self, Need};
use crate::offers::{self, Offer};
use crate::organizations::{self, Verification};
use crate::places::Gazetteer;
use crate::text::{BilingualText, Locale};

/// The engine with what it knows of the world.
pub struct Ranking {
    engine: Engine,
}

impl Ranking {
    /// The engine over these places and domains, with the default weights.
    pub fn new(gazetteer: &Gazetteer, taxonomy: &Taxonomy) -> Self {
        let domains = taxonomy.all().iter().map(|domain| DomainInfo {
            code: domain.code.clone(),
            name: matching::Bilingual::new(&domain.name_vi, &domain.name_en),
            area: domain.ascn_area.map(|area| area.code().to_owned()),
            synonyms_vi: domain.synonyms_vi.clone(),
            synonyms_en: domain.synonyms_en.clone(),
        });
        let places = gazetteer.of_today().map(|place| {
            let region = gazetteer.region(&place.region);
            PlaceInfo {
                id: place.id.clone(),
                name: matching::Bilingual::new(&place.name_vi, &place.name_en),
                region: place.region.clone(),
                region_name: region
                    .map(|r| matching::Bilingual::new(&r.name_vi, &r.name_en))
                    .unwrap_or_default(),
                zones: place.economic_zones.clone(),
            }
        });
        let knowledge = Knowledge::new(domains.collect(), places.collect());
        Self {
            engine: Engine::new(knowledge, Weights::default()),
        }
    }
}

/// Everything that is published, as the engine reads it.
pub struct Market {
    needs: Vec<matching::Need>,
    offers: Vec<matching::Offer>,
    statistics: Statistics,
}

impl Market {
    /// Reads what is published: a fixed number of statements, however much that is.
    pub async fn read(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Self> {
        let needs = needs::store::open(db).await?;
        let offers = offers::store::published(db).await?;
        let owners: Vec<OrganizationId> = needs
            .iter()
            .map(|need| need.organization_id)
            .chain(offers.iter().map(|offer| offer.organization_id))
            .collect::<std::collections::HashSet<_>>()
            .into_iter()
            .collect();
        let owners = owners_of(db, &owners).await?;
        let need_ids: Vec<NeedId> = needs.iter().map(|need| need.id).collect();
        let offer_ids: Vec<OfferId> = offers.iter().map(|offer| offer.id).collect();
        let need_domains = grouped(needs::store::domains_of(db, &need_ids).await?);
        let offer_domains = grouped(offers::store::domains_of(db, &offer_ids).await?);
        let coverage = grouped(offers::store::coverage_of(db, &offer_ids).await?);
        let needs: Vec<_> = needs
            .iter()
            .map(|need| need_posting(need, &owners, &need_domains))
            .collect();
        let offers: Vec<_> = offers
            .iter()
            .map(|offer| offer_posting(offer, &owners, &offer_domains, &coverage))
            .collect();
        let texts = needs.iter().map(|need| need.texts.as_slice());
        let texts = texts.chain(offers.iter().map(|offer| offer.texts.as_slice()));
        let statistics = ctx.app.ranking.engine.statistics(texts);
        Ok(Self {
            needs,
            offers,
            statistics,
        })
    }

    /// The best offers for an open need.
    pub fn offers_for(&self, ctx: &Ctx, id: NeedId, most: usize) -> Vec<Fit> {
        let Some(need) = self.needs.iter().find(|need| need.id == id.to_string()) else {
            return Vec::new();
        };
        let today = ctx.app.clock.today();
        ctx.app
            .ranking
            .engine
            .offers_for(need, &self.offers, &self.statistics, today, most)
    }

    /// The best needs for a published offer.
    pub fn needs_for(&self, ctx: &Ctx, id: OfferId, most: usize) -> Vec<Fit> {
        let Some(offer) = self.offers.iter().find(|offer| offer.id == id.to_string()) else {
            return Vec::new();
        };
        let today = ctx.app.clock.today();
        ctx.app
            .ranking
            .engine
            .needs_for(offer, &self.needs, &self.statistics, today, most)
    }

    /// The fit of one pair, if nothing stands in its way.
    pub fn fit(&self, ctx: &Ctx, need: NeedId, offer: OfferId) -> Option<Fit> {
        let need = self
            .needs
            .iter()
            .find(|posting| posting.id == need.to_string())?;
        let offer = self
            .offers
            .iter()
            .find(|posting| posting.id == offer.to_string())?;
        ctx.app
            .ranking
            .engine
            .fit(need, offer, &self.statistics, ctx.app.clock.today())
            .ok()
    }
}

/// An explanation as it is stored.
pub fn factors_of(fit: &Fit) -> Factors {
    let stored = fit.factors.iter().map(|factor| StoredFactor {
        key: factor.key.as_str().to_owned(),
        value: factor.value,
        weight: factor.weight,
        points: factor.points,
        reason_vi: factor.reason.vi.clone(),
        reason_en: factor.reason.en.clone(),
    });
    Factors(stored.collect())
}

type Owners = HashMap<OrganizationId, matching::Organization>;

async fn owners_of(db: &impl ConnectionTrait, ids: &[OrganizationId]) -> Result<Owners> {
    let rows = organizations::store::find_many(db, ids).await?;
    let mutual = store::count_mutual(db, ids).await?;
    let selected = crate::proposals::store::count_selected(db, ids).await?;
    let count = |counts: &HashMap<OrganizationId, i64>, id| {
        u32::try_from(counts.get(&id).copied().unwrap_or_default()).unwrap_or(u32::MAX)
    };
    let owner = |row: organizations::Organization| {
        let owner = matching::Organization {
            id: row.id.to_string(),
            name: row.legal_name.pick(Locale::Vi).to_owned(),
            verified: row.verification == Verification::Verified,
            past_agreements: count(&selected, row.id),
            mutual_matches: count(&mutual, row.id),
        };
        (row.id, owner)
    };
    Ok(rows.into_iter().map(owner).collect())
}

fn grouped<K: std::hash::Hash + Eq, V>(pairs: Vec<(K, V)>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}

fn texts(title: &BilingualText, summary: &BilingualText, body: &BilingualText) -> Vec<PostingText> {
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

/// The code of an enum as the engine and the API spell it.
fn code(value: impl async_graphql::InputType) -> String {
    match value.to_value() {
        async_graphql::Value::Enum(name) => name.to_string(),
        other => other.to_string(),
    }
}

fn need_posting(
    need: &Need,
    owners: &Owners,
    domains: &HashMap<NeedId, Vec<String>>,
) -> matching::Need {
    matching::Need {
        id: need.id.to_string(),
        organization: owners
            .get(&need.organization_id)
            .cloned()
            .unwrap_or_default(),
        texts: texts(&need.title, &need.summary, &need.description),
        domains: domains.get(&need.id).cloned().unwrap_or_default(),
        place: need.place_id.clone(),
        budget: matching::MoneyRange {
            min: need.budget_min,
            max: need.budget_max,
        },
        contract_type: need.contract_type.map(code),
        delivery_model: need.delivery_model.map(code),
        maturity_target: need
            .maturity_target
            .and_then(|level| u8::try_from(level).ok()),
        closes_on: need.closes_at.map(local_date),
    }
}

fn offer_posting(
    offer: &Offer,
    owners: &Owners,
    domains: &HashMap<OfferId, Vec<String>>,
    coverage: &HashMap<OfferId, Vec<String>>,
) -> matching::Offer {
    use crate::offers::OfferMaturity as M;
    let references = offer
        .references
        .0
        .iter()
        .map(|reference| matching::Reference {
            name: reference.name.clone(),
            place: reference.place_id.clone(),
            year: reference.year,
        });
    matching::Offer {
        id: offer.id.to_string(),
        organization: owners
            .get(&offer.organization_id)
            .cloned()
            .unwrap_or_default(),
        texts: texts(&offer.title, &offer.summary, &offer.description),
        domains: domains.get(&offer.id).cloned().unwrap_or_default(),
        coverage: coverage.get(&offer.id).cloned().unwrap_or_default(),
        price: matching::MoneyRange {
            min: offer.price_min,
            max: offer.price_max,
        },
        contract_types: offer.contract_types.0.iter().copied().map(code).collect(),
        delivery_models: offer.delivery_models.0.iter().copied().map(code).collect(),
        maturity: offer.maturity.map(|maturity| match maturity {
            M::Concept => matching::OfferMaturity::Concept,
            M::Prototype => matching::OfferMaturity::Prototype,
            M::Piloted => matching::OfferMaturity::Piloted,
            M::Deployed => matching::OfferMaturity::Deployed,
            M::Scaled => matching::OfferMaturity::Scaled,
        }),
        references: references.collect(),
        expires_on: offer.expires_at.map(local_date),
    }
}

//! Between the rows and the engine: what is published, as the engine's postings.

use std::collections::HashMap;
use std::sync::Arc;

use matching::{Ask, Corpus, Engine, Fit, Kind, Means, Posting, PostingText, Ranked, Weights};
use sea_orm::ConnectionTrait;

use super::entity::{Factors, StoredFactor};
use super::store;
use crate::app::Ctx;
use crate::clock::local_date;
use crate::domains::Taxonomy;
use crate::engine;
use crate::error::Result;
use crate::ids::{NeedId, OfferId, OrganizationId};
use crate::needs::{self, Need};
use crate::offers::{self, Offer};
use crate::organizations::{self, Verification};
use crate::places::Gazetteer;
use crate::postings::code;
use crate::text::{BilingualText, Locale};

/// The most that one organisation may take of a result, of 1.
const SHARE: f64 = 0.4;

/// The engine with what it knows of the world.
pub struct Ranking {
    engine: Arc<Engine>,
    knowledge: Arc<matching::Knowledge>,
}

impl Ranking {
    /// The engine over these places and domains, with the default weights.
    pub fn new(gazetteer: &Gazetteer, taxonomy: &Taxonomy) -> Self {
        let knowledge = engine::built_in(gazetteer, taxonomy);
        let weights = Weights::default().without_meaning();
        Self {
            engine: Arc::new(Engine::new(knowledge.clone(), weights, Means::default())),
            knowledge,
        }
    }
}

impl Ranking {
    /// What the engine knows of the world.
    pub fn knowledge(&self) -> &Arc<matching::Knowledge> {
        &self.knowledge
    }
}

/// Everything that is published, as the engine reads it.
pub struct Market {
    corpus: Corpus,
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
        let needs = needs
            .iter()
            .map(|need| need_posting(need, &owners, &need_domains));
        let offers = offers
            .iter()
            .map(|offer| offer_posting(offer, &owners, &offer_domains, &coverage));
        let engine = &ctx.app.ranking.engine;
        let mut corpus = Corpus::new(engine.clone());
        for posting in needs.chain(offers) {
            corpus.insert(engine.read(posting, Vec::new()));
        }
        corpus.weigh();
        Ok(Self { corpus })
    }

    /// The best offers for an open need.
    pub fn offers_for(&self, ctx: &Ctx, id: NeedId, most: usize) -> Vec<Fit> {
        self.best(ctx, &id.to_string(), Kind::Offer, most)
    }

    /// The best needs for a published offer.
    pub fn needs_for(&self, ctx: &Ctx, id: OfferId, most: usize) -> Vec<Fit> {
        self.best(ctx, &id.to_string(), Kind::Need, most)
    }

    fn best(&self, ctx: &Ctx, id: &str, kind: Kind, most: usize) -> Vec<Fit> {
        let Some(seeker) = self.corpus.get(id) else {
            return Vec::new();
        };
        let share = (most as f64 * SHARE).ceil() as usize;
        let ranked = self.corpus.rank(
            seeker,
            &Ask {
                kind,
                among: None,
                today: ctx.app.clock.today(),
                limit: most,
                share,
            },
        );
        let fit = |found: &Ranked| self.explained(ctx, id, &found.id);
        ranked.iter().filter_map(fit).collect()
    }

    /// The fit of one pair, if nothing stands in its way.
    pub fn fit(&self, ctx: &Ctx, need: NeedId, offer: OfferId) -> Option<Fit> {
        self.explained(ctx, &need.to_string(), &offer.to_string())
    }

    /// The fit of two in words, seen from neither side.
    fn explained(&self, ctx: &Ctx, a: &str, b: &str) -> Option<Fit> {
        let (a, b) = (self.corpus.get(a)?, self.corpus.get(b)?);
        let (need, offer) = if a.posting.kind == Kind::Need {
            (a, b)
        } else {
            (b, a)
        };
        let texts = (&need.posting.texts[..], &offer.posting.texts[..]);
        let fit = self.corpus.fit(need, offer, texts, ctx.app.clock.today());
        fit.ok()
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

type Owners = HashMap<OrganizationId, Arc<matching::Organization>>;

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
            past_awards: count(&selected, row.id),
            mutual_matches: count(&mutual, row.id),
            ..matching::Organization::default()
        };
        (row.id, Arc::new(owner))
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

fn need_posting(need: &Need, owners: &Owners, domains: &HashMap<NeedId, Vec<String>>) -> Posting {
    Posting {
        organization: owners
            .get(&need.organization_id)
            .cloned()
            .unwrap_or_default(),
        texts: texts(&need.title, &need.summary, &need.description),
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

fn offer_posting(
    offer: &Offer,
    owners: &Owners,
    domains: &HashMap<OfferId, Vec<String>>,
    coverage: &HashMap<OfferId, Vec<String>>,
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
    Posting {
        organization: owners
            .get(&offer.organization_id)
            .cloned()
            .unwrap_or_default(),
        texts: texts(&offer.title, &offer.summary, &offer.description),
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
        references: references.collect(),
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

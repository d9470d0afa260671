//! Reads postings, compares two of them, explains what it found.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::advice::Raise;
use crate::embedding::{Embedding, Means, Nearness};
use crate::factors::{
    Finding, Pair, Value, calendar, capacity, delivery, domain, expertise, languages, maturity,
    meaning, money, place, standards, tags, text, track_record,
};
use crate::knowledge::Knowledge;
use crate::model::{Kind, Posting, PostingText};
use crate::obstacle::Obstacle;
use crate::score::{Factor, FactorKey, Fit, Perspective};
use crate::statistics::{Rarities, Statistics};
use crate::text::{Likeness, Profile, Quotes, Texts, compare, quotes};
use crate::weights::Weights;

/// Below this a text or a meaning shares nothing worth the name: the noise of common words.
pub(crate) const NOISE: f64 = 0.02;

/// The matching engine: what it knows and what each factor may give.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    knowledge: Arc<Knowledge>,
    weights: Weights,
    means: Means,
}

/// A posting that was read: ready to be compared.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it says.
    pub posting: Posting,
    pub(crate) profile: Profile,
    pub(crate) embeddings: Vec<Embedding>,
}

impl Reading {
    /// Without its texts, which are most of its size: it can be compared, and explained when
    /// the texts are given again.
    #[must_use]
    pub fn lean(mut self) -> Self {
        self.posting.texts = Vec::new();
        self
    }

    /// Its vectors.
    pub fn embeddings(&self) -> &[Embedding] {
        &self.embeddings
    }
}

/// What each factor gives a pair, before it is put into words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    values: [Value; FactorKey::COUNT],
    /// The sum of all points: 0 to 100.
    pub total: f64,
}

impl Score {
    /// The value of each factor as seen from this end, in the order of [`FactorKey::ALL`].
    pub fn values(&self, from: Perspective) -> [f64; FactorKey::COUNT] {
        self.values.map(|value| from.blend(value))
    }
}

impl Engine {
    /// An engine that knows this. Without a model, give it no means and weights
    /// [without meaning](Weights::without_meaning).
    pub fn new(knowledge: Arc<Knowledge>, weights: Weights, means: Means) -> Self {
        Self {
            knowledge,
            weights,
            means,
        }
    }

    /// What it knows of the world.
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// What each factor may give.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The means of the vectors it compares.
    pub fn means(&self) -> &Means {
        &self.means
    }

    /// The same engine with other weights.
    #[must_use]
    pub fn with_weights(&self, weights: Weights) -> Self {
        Self {
            weights,
            ..self.clone()
        }
    }

    /// Reads a posting with the vectors of its texts.
    pub fn read(&self, posting: Posting, embeddings: Vec<Embedding>) -> Reading {
        Reading {
            profile: Profile::read(&self.knowledge, &posting),
            posting,
            embeddings,
        }
    }

    /// What each factor gives this pair, or why it is none. Both readings must have been
    /// [weighed](Statistics::weigh).
    pub fn score(
        &self,
        demand: &Reading,
        supply: &Reading,
        statistics: &Statistics,
        today: NaiveDate,
        from: Perspective,
    ) -> Result<Score, Obstacle> {
        self.scored(demand, supply, statistics, today, from)
    }

    /// The same by what is remembered of the statistics.
    pub(crate) fn scored(
        &self,
        demand: &Reading,
        supply: &Reading,
        statistics: &impl Rarities,
        today: NaiveDate,
        from: Perspective,
    ) -> Result<Score, Obstacle> {
        let findings = self.look(demand, supply, statistics, today, None)?;
        Ok(findings.score(self.weights.of(supply.posting.kind).all(), from))
    }

    /// The pair's fit in words and figures, or why it is none. `texts` are those of the demand
    /// and of the supply.
    pub fn explain(
        &self,
        demand: &Reading,
        supply: &Reading,
        texts: (&[PostingText], &[PostingText]),
        statistics: &Statistics,
        today: NaiveDate,
        from: Perspective,
    ) -> Result<Fit, Obstacle> {
        let texts = Texts {
            demand: (texts.0, &demand.profile),
            supply: (texts.1, &supply.profile),
        };
        let quotes = quotes(&texts, &self.knowledge, statistics);
        let findings = self.look(demand, supply, statistics, today, Some(quotes))?;
        let weights = self.weights.of(supply.posting.kind).all();
        let score = findings.score(weights, from);
        let side = |from: Perspective| findings.score(weights, from).total;
        let found = findings.all();
        let mut factors = Vec::new();
        let mut raises = Vec::new();
        for ((key, finding), weight) in FactorKey::ALL.into_iter().zip(found).zip(weights) {
            if weight <= 0.0 {
                continue;
            }
            let views = score.values[key as usize];
            let value = from.blend(views);
            factors.push(Factor {
                key,
                value,
                for_demand: views.demand,
                for_supply: views.supply,
                weight,
                points: value * weight,
                reason: finding.reason(&self.knowledge).sentence(),
            });
            raises.extend(
                finding
                    .advice(&self.knowledge)
                    .into_iter()
                    .map(|advice| Raise {
                        key,
                        side: advice.side,
                        points: (advice.value.min(1.0) - value) * weight,
                        text: advice.text.sentence(),
                    }),
            );
        }
        raises.retain(|raise| raise.points > 0.05);
        raises.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.key.cmp(&b.key)));
        Ok(Fit {
            demand_id: demand.posting.id.clone(),
            supply_id: supply.posting.id.clone(),
            score: score.total,
            for_demand: side(Perspective::OnlyDemand),
            for_supply: side(Perspective::OnlySupply),
            factors,
            raises,
        })
    }

    /// The one place where a pair is looked at, whichever end asked.
    fn look<'a>(
        &'a self,
        demand: &'a Reading,
        supply: &'a Reading,
        statistics: &impl Rarities,
        today: NaiveDate,
        quotes: Option<Quotes>,
    ) -> Result<Findings<'a>, Obstacle> {
        let pair = Pair {
            demand: &demand.posting,
            supply: &supply.posting,
            profiles: Some((&demand.profile, &supply.profile)),
            knowledge: &self.knowledge,
            today,
        };
        let owners = (&pair.demand.organization.id, &pair.supply.organization.id);
        if !owners.0.is_empty() && owners.0 == owners.1 {
            return Err(Obstacle::SameOrganization);
        }
        let calendar = calendar::find(&pair)?;
        let place = place::find(&pair)?;
        let likeness = compare(&demand.profile, &supply.profile, statistics);
        let findings = self.findings(&pair, (demand, supply), likeness, calendar, place, quotes);
        if findings.unrelated() {
            return Err(Obstacle::Unrelated);
        }
        Ok(findings)
    }

    fn findings<'a>(
        &self,
        pair: &Pair<'a>,
        (demand, supply): (&'a Reading, &'a Reading),
        likeness: Likeness,
        calendar: calendar::Calendar,
        place: place::Place<'a>,
        quotes: Option<Quotes>,
    ) -> Findings<'a> {
        let silent = demand.profile.is_empty() || supply.profile.is_empty();
        let expert = supply.posting.kind == Kind::Expert;
        Findings {
            text: text::find(pair, likeness, silent, quotes),
            meaning: meaning::Meaning(self.nearness(demand, supply)),
            domain: domain::find(pair),
            place,
            money: money::find(pair),
            delivery: delivery::find(pair),
            calendar,
            maturity: maturity::find(pair),
            standards: standards::find(pair),
            track_record: track_record::find(pair),
            languages: languages::find(pair),
            capacity: capacity::find(pair),
            expertise: expert.then(|| expertise::find(pair, &likeness)),
            tags: tags::find(pair, &likeness),
        }
    }

    /// The nearest of the texts' vectors: inside one language if the two share one.
    pub(crate) fn nearness(&self, a: &Reading, b: &Reading) -> Option<Nearness> {
        let pairs = a
            .embeddings
            .iter()
            .flat_map(|x| b.embeddings.iter().map(move |y| (x, y)));
        let near = pairs.map(|(x, y)| x.nearness(y, &self.means));
        near.reduce(|best, next| match (best.across, next.across) {
            (true, false) => next,
            (false, true) => best,
            _ if next.cosine > best.cosine => next,
            _ => best,
        })
    }
}

/// What every factor found.
struct Findings<'a> {
    text: text::Text,
    meaning: meaning::Meaning,
    domain: domain::Domains<'a>,
    place: place::Place<'a>,
    money: money::Money,
    delivery: delivery::Delivery<'a>,
    calendar: calendar::Calendar,
    maturity: maturity::Maturity,
    standards: standards::Standards<'a>,
    track_record: track_record::TrackRecord<'a>,
    languages: languages::Languages<'a>,
    capacity: capacity::Capacity,
    expertise: Option<expertise::Expertise<'a>>,
    tags: tags::Tags<'a>,
}

/// Found nothing, because there was nothing to look at.
struct Nothing;

impl Finding for Nothing {
    fn value(&self) -> Value {
        Value::both(0.0)
    }

    fn reason(&self, _: &Knowledge) -> crate::Bilingual {
        crate::Bilingual::default()
    }
}

impl Findings<'_> {
    /// In the order of [`FactorKey::ALL`].
    fn all(&self) -> [&dyn Finding; FactorKey::COUNT] {
        let expertise = self
            .expertise
            .as_ref()
            .map_or(&Nothing as &dyn Finding, |e| e);
        [
            &self.text,
            &self.meaning,
            &self.domain,
            &self.place,
            &self.money,
            &self.delivery,
            &self.calendar,
            &self.maturity,
            &self.standards,
            &self.track_record,
            &self.languages,
            &self.capacity,
            expertise,
            &self.tags,
        ]
    }

    /// Whether nothing but circumstances is shared.
    fn unrelated(&self) -> bool {
        let shared = |finding: &dyn Finding, least: f64| {
            let value = finding.value();
            value.demand.max(value.supply) > least
        };
        !(shared(&self.domain, 0.0)
            || shared(&self.tags, 0.0)
            || shared(&self.text, NOISE)
            || shared(&self.meaning, NOISE)
            || self
                .expertise
                .as_ref()
                .is_some_and(|expertise| shared(expertise, 0.0)))
    }

    fn score(&self, weights: [f64; FactorKey::COUNT], from: Perspective) -> Score {
        let values = self.all().map(Finding::value);
        let points = values
            .iter()
            .zip(weights)
            .map(|(value, weight)| from.blend(*value) * weight);
        Score {
            values,
            total: points.sum(),
        }
    }
}

//! Explanations in the API, and how the engine stands, for administrators.

use async_graphql::{Context, Enum, Object, SimpleObject};
use chrono::NaiveDate;

use super::model::ModelState;
use super::rules::Distribution;
use super::service::{self, Quality, Status};
use crate::graphql::{Result, ctx};
use crate::matches::entity::StoredFactor;
use crate::taxonomies::{self, graphql::TaxonomyEdition};
use crate::text::BilingualText;
use crate::weights::graphql::{FactorWeight, WeightsVersion};
use crate::weights::{self};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "matching::FactorKey")]
pub enum FactorKey {
    /// Words and concepts in common.
    Text,
    /// What the texts mean, by the sentence model.
    Meaning,
    /// Domains in common.
    Domain,
    /// Where it is needed and where it is offered.
    Place,
    /// Budget against price.
    Money,
    /// Delivery model and contract type.
    Delivery,
    /// Deadline and validity.
    Calendar,
    /// How far the solution has come against what is aimed at.
    Maturity,
    /// Standards that are asked for and certificates that hold.
    Standards,
    /// What the organisation has achieved.
    TrackRecord,
    /// Languages in common.
    Languages,
    /// Whether it is large enough.
    Capacity,
    /// What a researcher knows.
    Expertise,
    /// Free tags in common, rare ones more.
    Tags,
}

/// One part of the score, with its reason.
#[derive(SimpleObject)]
pub struct Factor {
    /// What is compared.
    key: FactorKey,
    /// How well it fits: 0 to 1.
    value: f64,
    /// Most points it can give; the weights sum to 100.
    weight: f64,
    /// value × weight; the score is the sum of the points.
    points: f64,
    /// Why, in Vietnamese.
    reason_vi: String,
    /// Why, in English.
    reason_en: String,
}

impl Factor {
    /// As it was stored; none if no engine of today knows it.
    pub fn stored(stored: &StoredFactor) -> Option<Self> {
        Some(Self {
            key: matching::FactorKey::named(&stored.key)?.into(),
            value: stored.value,
            weight: stored.weight,
            points: stored.points,
            reason_vi: stored.reason_vi.clone(),
            reason_en: stored.reason_en.clone(),
        })
    }
}

impl From<&matching::Factor> for Factor {
    fn from(factor: &matching::Factor) -> Self {
        Self {
            key: factor.key.into(),
            value: factor.value,
            weight: factor.weight,
            points: factor.points,
            reason_vi: factor.reason.vi.clone(),
            reason_en: factor.reason.en.clone(),
        }
    }
}

/// A text of the engine in the API.
pub fn both(text: &matching::Bilingual) -> BilingualText {
    BilingualText {
        vi: Some(text.vi.clone()),
        en: Some(text.en.clone()),
        ..BilingualText::default()
    }
}

/// How it stands with the sentence model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum SentenceModelState {
    /// None is configured: words, dictionary and taxonomy alone.
    Absent,
    /// One is configured and cannot be read.
    Broken,
    /// It is there.
    Ready,
}

/// The sentence model of this server.
#[derive(SimpleObject)]
pub struct SentenceModel {
    /// How it stands.
    state: SentenceModelState,
    /// Its version.
    version: Option<String>,
    /// What is wrong with it, in English.
    problem: Option<String>,
    /// Vectors that it has computed.
    vectors: u64,
}

/// What the engine of this server holds.
#[derive(SimpleObject)]
pub struct EngineCorpus {
    /// Open needs.
    needs: usize,
    /// Published offers.
    offers: usize,
    /// Public researchers.
    experts: usize,
}

/// The search index of this server.
#[derive(SimpleObject)]
pub struct SearchIndexStatus {
    /// Documents that can be found; null until somebody searched.
    documents: Option<u64>,
    /// While it is built anew: documents that are in it so far.
    built: Option<u64>,
}

/// How the values of a factor are spread over the matches that wait for a decision.
#[derive(SimpleObject)]
pub struct FactorDistribution {
    /// Which factor.
    key: FactorKey,
    /// Matches.
    matches: usize,
    /// Mean value: 0 to 1.
    mean: f64,
    /// How many values lie in each tenth of 0 to 1, the lowest first.
    buckets: Vec<usize>,
}

impl From<Distribution> for FactorDistribution {
    fn from(from: Distribution) -> Self {
        Self {
            key: from.key.into(),
            matches: from.matches,
            mean: from.mean,
            buckets: from.buckets.into(),
        }
    }
}

/// How good the ranking is on one task of the evaluation.
#[derive(SimpleObject)]
pub struct QualityFigure {
    /// The task.
    task: String,
    /// nDCG@10 with the sentence model: 0 to 1.
    with_model: Option<f64>,
    /// The same without it.
    without_model: Option<f64>,
    /// The aim.
    aim: Option<f64>,
}

/// What the evaluation said of the engine when this version was made.
pub struct EngineQuality(Quality);

/// What the evaluation said of the engine when this version was made.
#[Object]
impl EngineQuality {
    /// The day.
    async fn measured_on(&self) -> NaiveDate {
        self.0.measured_on
    }

    /// The figures.
    async fn figures(&self) -> Vec<QualityFigure> {
        let figures = self.0.figures.iter().cloned();
        figures
            .map(|figure| QualityFigure {
                task: figure.task,
                with_model: figure.with_model,
                without_model: figure.without_model,
                aim: figure.aim,
            })
            .collect()
    }
}

/// The matching engine of this server.
pub struct Engine(Status);

/// The matching engine of this server.
#[Object]
impl Engine {
    /// Version of its rules.
    async fn version(&self) -> &str {
        matching::ENGINE_VERSION
    }

    /// Name of the weights that rank.
    async fn weights_version(&self) -> &str {
        &self.0.weights.version
    }

    /// The most points of each factor, a need against an offer.
    async fn weights(&self) -> Vec<FactorWeight> {
        FactorWeight::all(&self.0.weights.offers)
    }

    /// The most points of each factor, a need against a researcher.
    async fn expert_weights(&self) -> Vec<FactorWeight> {
        FactorWeight::all(&self.0.weights.experts)
    }

    /// Weights that were learnt, the newest first.
    async fn learnt_weights(&self, gql: &Context<'_>) -> Result<Vec<WeightsVersion>> {
        let rows = weights::store::all(&ctx(gql).app.db).await?;
        Ok(rows.into_iter().map(WeightsVersion).collect())
    }

    /// The sentence model.
    async fn model(&self) -> SentenceModel {
        let (state, version, problem) = match &self.0.model {
            ModelState::Absent => (SentenceModelState::Absent, None, None),
            ModelState::Broken(problem) => (SentenceModelState::Broken, None, Some(problem)),
            ModelState::Ready(version) => (SentenceModelState::Ready, Some(version), None),
        };
        SentenceModel {
            state,
            version: version.cloned(),
            problem: problem.cloned(),
            vectors: self.0.vectors,
        }
    }

    /// What it holds.
    async fn corpus(&self) -> EngineCorpus {
        EngineCorpus {
            needs: self.0.needs,
            offers: self.0.offers,
            experts: self.0.experts,
        }
    }

    /// The search index.
    async fn search_index(&self, gql: &Context<'_>) -> SearchIndexStatus {
        let search = &ctx(gql).app.search;
        SearchIndexStatus {
            documents: search.documents(),
            built: search.building(),
        }
    }

    /// Edition of the taxonomy's concepts.
    async fn taxonomy_version(&self) -> &str {
        &self.0.taxonomy
    }

    /// How many concepts it has.
    async fn concepts(&self) -> usize {
        self.0.concepts
    }

    /// The concepts that the engine uses now as JSON, to be edited and written as another edition.
    async fn taxonomy(&self, gql: &Context<'_>) -> Result<String> {
        taxonomies::graphql::json(&taxonomies::service::current(ctx(gql)).await?)
    }

    /// Editions of the taxonomy that administrators wrote, the newest first.
    async fn taxonomy_editions(&self, gql: &Context<'_>) -> Result<Vec<TaxonomyEdition>> {
        let rows = taxonomies::store::all(&ctx(gql).app.db).await?;
        Ok(rows.into_iter().map(TaxonomyEdition).collect())
    }

    /// How the factors of the matches that wait for a decision are spread.
    async fn distributions(&self) -> Vec<FactorDistribution> {
        let distributions = self.0.distributions.iter().cloned();
        distributions.map(Into::into).collect()
    }

    /// What the evaluation said of it.
    async fn quality(&self) -> EngineQuality {
        EngineQuality(service::quality())
    }
}

/// Questions about the engine.
#[derive(Default)]
pub struct EngineQuery;

#[Object]
impl EngineQuery {
    /// How the matching engine of this server stands, for administrators.
    async fn engine(&self, gql: &Context<'_>) -> Result<Engine> {
        Ok(Engine(service::status(ctx(gql)).await?))
    }
}

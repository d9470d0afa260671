//! Versions of weights in the API, for administrators.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use matching::Points;

use super::rules::Move;
use super::service;
use crate::engine::graphql::FactorKey;
use crate::graphql::{Result, ctx};
use crate::ids::WeightsId;
use crate::loaders::loaders;
use crate::matches::graphql::Match;

/// The most points that a factor can give.
#[derive(SimpleObject)]
pub struct FactorWeight {
    /// Which factor.
    key: FactorKey,
    /// Points; all factors' sum to 100.
    points: f64,
}

impl FactorWeight {
    /// Those that give anything, in the engine's order.
    pub fn all(points: &Points) -> Vec<Self> {
        let all = matching::FactorKey::ALL.map(|key| Self {
            key: key.into(),
            points: points.get(key),
        });
        all.into_iter()
            .filter(|weight| weight.points > 0.0)
            .collect()
    }
}

/// What weights were learnt from, and what that was worth.
#[derive(SimpleObject)]
pub struct WeightsLesson {
    /// Decisions.
    decisions: usize,
    /// Needs whose matches were decided differently.
    needs: usize,
    /// Pairs of decisions that were compared.
    pairs: usize,
    /// The share of held-back pairs that the defaults order as people did: 0 to 1.
    before: f64,
    /// The same with weights learnt from the other decisions: 0 to 1.
    after: f64,
    /// The difference.
    gain: f64,
    /// The lower end of the difference's 95 % interval.
    gain_low: f64,
    /// Its upper end.
    gain_high: f64,
}

/// A match that other weights would move.
pub struct WeightsMove(Move);

/// A match that other weights would move.
#[Object]
impl WeightsMove {
    /// The match.
    #[graphql(name = "match")]
    async fn found(&self, gql: &Context<'_>) -> Result<Match> {
        Ok(Match(loaders(gql).found_match(self.0.id).await?))
    }

    /// Its score now: 0 to 100.
    async fn score_before(&self) -> f64 {
        self.0.before
    }

    /// Its score with the other weights: 0 to 100.
    async fn score_after(&self) -> f64 {
        self.0.after
    }

    /// Its place among the need's matches now, from 1.
    async fn rank_before(&self) -> usize {
        self.0.rank_before
    }

    /// Its place with the other weights, from 1.
    async fn rank_after(&self) -> usize {
        self.0.rank_after
    }
}

/// Weights that were learnt.
pub struct WeightsVersion(pub super::WeightsVersion);

/// Weights that were learnt.
#[Object]
impl WeightsVersion {
    /// Id.
    async fn id(&self) -> WeightsId {
        self.0.id
    }

    /// Name, which stored matches bear.
    async fn version(&self) -> &str {
        &self.0.version
    }

    /// The most points of each factor, a need against an offer.
    async fn weights(&self) -> Result<Vec<FactorWeight>> {
        Ok(FactorWeight::all(&self.0.weights()?.offers))
    }

    /// What they were learnt from.
    async fn lesson(&self) -> Option<WeightsLesson> {
        let lesson = &self.0.lesson.as_ref()?.0;
        Some(WeightsLesson {
            decisions: lesson.decisions,
            needs: lesson.groups,
            pairs: lesson.pairs,
            before: lesson.before,
            after: lesson.after,
            gain: lesson.gain,
            gain_low: lesson.interval.0,
            gain_high: lesson.interval.1,
        })
    }

    /// When they were learnt.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Since when they rank; null while they do not.
    async fn adopted_at(&self) -> Option<DateTime<Utc>> {
        self.0.adopted_at
    }

    /// Matches waiting for a decision that would move, at most a hundred: those that change places first.
    async fn moves(&self, gql: &Context<'_>) -> Result<Vec<WeightsMove>> {
        let moves = service::compare(ctx(gql), &self.0).await?;
        Ok(moves.into_iter().map(WeightsMove).collect())
    }
}

/// Which weights.
#[derive(InputObject)]
pub struct WeightsIdInput {
    /// Which.
    weights_id: WeightsId,
}

/// The weights after the change.
#[derive(SimpleObject)]
pub struct WeightsPayload {
    /// The weights.
    weights: WeightsVersion,
}

/// What became of going back to the defaults.
#[derive(SimpleObject)]
pub struct DefaultWeightsPayload {
    /// Other weights ranked until now.
    changed: bool,
}

/// Changes of the weights.
#[derive(Default)]
pub struct WeightsMutation;

#[Object]
impl WeightsMutation {
    /// Learns weights from what was decided on matches. They rank only when they are adopted; the same
    /// decisions give the same version.
    async fn learn_weights(&self, gql: &Context<'_>) -> Result<WeightsPayload> {
        let learnt = service::learn(ctx(gql)).await?;
        Ok(WeightsPayload {
            weights: WeightsVersion(learnt),
        })
    }

    /// Ranks with these weights from now on; every open need is ranked anew.
    async fn adopt_weights(
        &self,
        gql: &Context<'_>,
        input: WeightsIdInput,
    ) -> Result<WeightsPayload> {
        let adopted = service::adopt(ctx(gql), input.weights_id).await?;
        Ok(WeightsPayload {
            weights: WeightsVersion(adopted),
        })
    }

    /// Ranks with the defaults again; every open need is ranked anew.
    async fn restore_default_weights(&self, gql: &Context<'_>) -> Result<DefaultWeightsPayload> {
        let changed = service::restore_defaults(ctx(gql)).await?;
        Ok(DefaultWeightsPayload { changed })
    }
}

//! What the market says of a need or an offer beside its matches, in the API.

use async_graphql::{Context, Object, SimpleObject};

use super::rules::Advice;
use super::service;
use crate::engine::graphql::{Factor, FactorKey, both};
use crate::graphql::{Result, ctx};
use crate::ids::{NeedId, OfferId, ResearcherId};
use crate::loaders::loaders;
use crate::offers::graphql::Offer;
use crate::policy::Action;
use crate::researchers::{self, graphql::Researcher};
use crate::text::BilingualText;

/// Researchers that are suggested at most.
const EXPERTS: usize = 20;

/// Something that the owner could add so that the posting fits better.
#[derive(SimpleObject)]
pub struct MatchAdvice {
    /// Which factor it would raise.
    key: FactorKey,
    /// What to do.
    text: BilingualText,
    /// By how many points it would raise the best matches: the mean, at most.
    points: f64,
    /// How many of the best ten it would raise.
    matches: usize,
}

impl From<Advice> for MatchAdvice {
    fn from(from: Advice) -> Self {
        Self {
            key: from.key.into(),
            text: both(&from.text),
            points: from.points,
            matches: from.matches,
        }
    }
}

/// A researcher who knows what a need is about.
pub struct ExpertSuggestion(
    /// Who.
    pub crate::researchers::Researcher,
    /// Why.
    pub matching::Fit,
);

/// A researcher who knows what a need is about.
#[Object]
impl ExpertSuggestion {
    /// The researcher.
    async fn researcher(&self) -> Researcher {
        Researcher::of_everybody(self.0.clone())
    }

    /// 0 to 100: the sum of the factors' points.
    async fn score(&self) -> f64 {
        self.1.score
    }

    /// The explanation: what the score is made of.
    async fn factors(&self) -> Vec<Factor> {
        self.1.factors.iter().map(Into::into).collect()
    }
}

/// Parties that together cover what a need is about.
pub struct ConsortiumSuggestion(pub matching::Consortium);

/// Parties that together cover what a need is about.
#[Object]
impl ConsortiumSuggestion {
    /// Two to four, none of whom could be left out; the one that covers most comes first.
    async fn parties(&self) -> Vec<ConsortiumParty> {
        self.0
            .parties
            .iter()
            .cloned()
            .map(ConsortiumParty)
            .collect()
    }

    /// Codes of the need's domains that nobody covers.
    async fn uncovered(&self) -> Vec<String> {
        self.0.uncovered.iter().map(ToString::to_string).collect()
    }

    /// For each domain the best fit among those who cover it, averaged: 0 to 100.
    async fn score(&self) -> f64 {
        self.0.score
    }
}

/// One party of a consortium.
pub struct ConsortiumParty(matching::Party);

/// One party of a consortium.
#[Object]
impl ConsortiumParty {
    /// The offer, if it is one and may still be seen.
    async fn offer(&self, gql: &Context<'_>) -> Result<Option<Offer>> {
        match self.0.id.parse::<OfferId>() {
            Ok(id) => {
                // Hidden since it was ranked.
                let offer = loaders(gql).offer(id).await?;
                let seen = ctx(gql).may(Action::ViewOffer(&offer));
                Ok(seen.then_some(Offer(offer)))
            }
            Err(_) => Ok(None),
        }
    }

    /// The researcher, if it is one and her profile is still public.
    async fn researcher(&self, gql: &Context<'_>) -> Result<Option<Researcher>> {
        let Ok(id) = self.0.id.parse::<ResearcherId>() else {
            return Ok(None);
        };
        let db = &ctx(gql).app.db;
        let mut rows = researchers::store::public_among(db, &[id]).await?;
        Ok(rows.pop().map(Researcher::of_everybody))
    }

    /// How well it fits alone: 0 to 100.
    async fn score(&self) -> f64 {
        self.0.score
    }

    /// Codes of the need's domains that it covers.
    async fn covers(&self) -> Vec<String> {
        self.0.covers.iter().map(ToString::to_string).collect()
    }

    /// Who covers what, in words.
    async fn reason(&self) -> BilingualText {
        both(&self.0.reason)
    }
}

/// Who else fits a need, and what would raise its matches.
pub struct NeedSuggestions(crate::needs::Need);

/// Who else fits a need, and what would raise its matches.
#[Object]
impl NeedSuggestions {
    /// Researchers who know what it is about, the best first; none while it is not open. At most twenty.
    async fn experts(
        &self,
        gql: &Context<'_>,
        #[graphql(default = 5)] first: i32,
    ) -> Result<Vec<ExpertSuggestion>> {
        let most = usize::try_from(first).unwrap_or_default().min(EXPERTS);
        let found = service::experts(ctx(gql), &self.0, most).await?;
        let found = found.into_iter();
        Ok(found.map(|(row, fit)| ExpertSuggestion(row, fit)).collect())
    }

    /// Parties that together cover its domains, where nobody does alone; none while it is not open.
    async fn consortia(&self, gql: &Context<'_>) -> Result<Vec<ConsortiumSuggestion>> {
        let found = service::consortia(ctx(gql), &self.0).await?;
        Ok(found.into_iter().map(ConsortiumSuggestion).collect())
    }

    /// What its owner could add so that it fits better, the most useful first.
    async fn advice(&self, gql: &Context<'_>) -> Result<Vec<MatchAdvice>> {
        let advice = service::need_advice(ctx(gql), &self.0).await?;
        Ok(advice.into_iter().map(Into::into).collect())
    }
}

/// Questions about what is on the market.
#[derive(Default)]
pub struct MarketQuery;

#[Object]
impl MarketQuery {
    /// Who else fits a need and what would raise its matches, for its writers and the alliance.
    async fn need_suggestions(&self, gql: &Context<'_>, id: NeedId) -> Result<NeedSuggestions> {
        Ok(NeedSuggestions(service::need(ctx(gql), id).await?))
    }

    /// What an offer's owner could add so that it fits better, the most useful first; for its writers and
    /// the alliance.
    async fn offer_advice(&self, gql: &Context<'_>, id: OfferId) -> Result<Vec<MatchAdvice>> {
        let advice = service::offer_advice(ctx(gql), id).await?;
        Ok(advice.into_iter().map(Into::into).collect())
    }
}

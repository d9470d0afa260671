//! What bidders learn of an outcome in the API, and their requests to review it.

use std::sync::Arc;

use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};

use super::bids::{BidLine, lines};
use super::outcome::{Outcome, Requested};
use super::rules::{self, Ranked};
use super::views::{Criterion, Evaluation, figure};
use super::{OutcomeReviewVerdict, service};
use crate::graphql::{Result, ctx};
use crate::ids::{OutcomeReviewId, ProposalId};
use crate::loaders::loaders;
use crate::needs::graphql::Need;
use crate::organizations::graphql::Organization;
use crate::policy::Action;

/// How a proposal was evaluated: what its bidder learns when all is decided.
pub struct ProposalEvaluation {
    /// Everything.
    pub outcome: Arc<Outcome>,
    /// Which proposal.
    pub proposal: crate::proposals::Proposal,
}

impl ProposalEvaluation {
    fn ranked(&self, id: Option<ProposalId>) -> Option<Ranked> {
        let ranking = self.outcome.dossier.ranking();
        ranking.into_iter().find(|one| Some(one.proposal) == id)
    }

    fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.outcome.dossier.evaluation.decided_at
    }
}

/// How a proposal was evaluated: what its bidder learns when all is decided.
#[Object]
impl ProposalEvaluation {
    /// Criteria in order.
    async fn criteria(&self) -> Vec<Criterion> {
        let criteria = &self.outcome.dossier.criteria;
        criteria.iter().cloned().map(Criterion).collect()
    }

    /// Its agreed scores, criterion by criterion, with the arithmetic; not what single members scored.
    async fn lines(&self) -> Vec<BidLine> {
        let ranked = self.ranked(Some(self.proposal.id));
        let of = |ranked: Ranked| lines(&self.outcome.dossier, self.proposal.id, &ranked, false);
        ranked.map(of).unwrap_or_default()
    }

    /// Its total.
    async fn total(&self) -> Option<f64> {
        self.ranked(Some(self.proposal.id))
            .map(|one| figure(one.total))
    }

    /// Its place, from 1.
    async fn rank(&self) -> Option<i32> {
        self.ranked(Some(self.proposal.id)).map(|one| one.rank)
    }

    /// How many bids there were.
    async fn bids(&self) -> usize {
        self.outcome.dossier.bids.len()
    }

    /// Total of who was selected; null when nobody was.
    async fn winner_total(&self) -> Option<f64> {
        let selected = self.outcome.dossier.evaluation.selected_id;
        self.ranked(selected).map(|one| figure(one.total))
    }

    /// Who was selected; null when nobody was.
    async fn winner(&self) -> Option<Organization> {
        self.outcome.winner.clone().map(Organization)
    }

    /// Who was selected did not rank first.
    async fn not_highest(&self) -> bool {
        let selected = self.outcome.dossier.evaluation.selected_id;
        self.ranked(selected).is_some_and(|one| one.rank > 1)
    }

    /// Why it was decided so.
    async fn reason(&self) -> Option<&str> {
        self.outcome.dossier.evaluation.decision_reason.as_deref()
    }

    /// Until when a review can be asked for, once.
    async fn review_until(&self) -> Option<DateTime<Utc>> {
        self.decided_at().map(rules::ask_until)
    }

    /// The request that was made; null without one.
    async fn review(&self, gql: &Context<'_>) -> Result<Option<OutcomeReview>> {
        let Some(review) = &self.outcome.review else {
            return Ok(None);
        };
        Ok(Some(OutcomeReview(
            super::outcome::review(ctx(gql), review.id).await?,
        )))
    }

    /// The viewer may ask for a review now.
    async fn viewer_can_ask(&self, gql: &Context<'_>) -> bool {
        let (ctx, need) = (ctx(gql), &self.outcome.dossier.need);
        let in_time = self
            .decided_at()
            .is_some_and(|at| ctx.now() <= rules::ask_until(at));
        in_time
            && self.outcome.review.is_none()
            && ctx.may(Action::EditProposal(&self.proposal, need))
    }
}

/// A bidder's request to review an outcome.
pub struct OutcomeReview(pub Requested);

/// A bidder's request to review an outcome.
#[Object]
impl OutcomeReview {
    /// Id.
    async fn id(&self) -> OutcomeReviewId {
        self.0.review.id
    }

    /// The need; without what it says while it is hidden.
    async fn need(&self, gql: &Context<'_>) -> Result<Need> {
        let need = loaders(gql).need(self.0.review.need_id).await?;
        let hidden = !ctx(gql).may(Action::ViewNeed(&need));
        Ok(Need(if hidden { need.unread() } else { need }))
    }

    /// The bidder.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        let id = self.0.proposal.organization_id;
        Ok(Organization(loaders(gql).organization(id).await?))
    }

    /// What is to be looked at, and why.
    async fn request(&self) -> &str {
        &self.0.review.request
    }

    /// When.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.review.asked_at
    }

    /// Until when it is to be answered.
    async fn due_at(&self) -> DateTime<Utc> {
        self.0.review.due_at
    }

    /// What was found; null while it waits.
    async fn verdict(&self) -> Option<OutcomeReviewVerdict> {
        self.0.review.verdict
    }

    /// In words.
    async fn answer(&self) -> Option<&str> {
        self.0.review.answer.as_deref()
    }

    /// When it was answered.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.review.decided_at
    }

    /// How it was evaluated; to those who answer, else null.
    async fn evaluation(&self, gql: &Context<'_>) -> Result<Option<Evaluation>> {
        if !ctx(gql).may(Action::DecideOutcomeReview(&self.0.parties)) {
            return Ok(None);
        }
        let seen = service::seen(ctx(gql), self.0.review.need_id).await?;
        Ok(Some(Evaluation::of(seen)))
    }

    /// The viewer may answer it now.
    async fn viewer_can_answer(&self, gql: &Context<'_>) -> bool {
        self.0.review.decided_at.is_none()
            && ctx(gql).may(Action::DecideOutcomeReview(&self.0.parties))
    }
}

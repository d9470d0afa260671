//! The moderation queue in the API.

use async_graphql::{Context, InputObject, Object};
use chrono::{DateTime, Utc};

use super::store::{self, Filter};
use super::{ReviewDecision, ReviewKind, ReviewRule, Verdict, entity};
use crate::graphql::{Result, ctx};
use crate::ids::ReviewId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::matches::graphql::Match;
use crate::needs::graphql::Need;
use crate::offers::graphql::Offer;
use crate::paging::{List, PageArgs};
use crate::policy::Action;

/// Something that waited or waits for the alliance's decision.
pub struct Review(pub entity::Model);

/// Something that waited or waits for the alliance's decision.
#[Object]
impl Review {
    /// Id.
    async fn id(&self) -> ReviewId {
        self.0.id
    }

    /// What kind of thing.
    async fn kind(&self) -> ReviewKind {
        self.0.kind
    }

    /// The need, if it is about one.
    async fn need(&self, gql: &Context<'_>) -> Result<Option<Need>> {
        let Some(id) = self.0.need_id else {
            return Ok(None);
        };
        Ok(Some(Need(loaders(gql).need(id).await?)))
    }

    /// The offer, if it is about one.
    async fn offer(&self, gql: &Context<'_>) -> Result<Option<Offer>> {
        let Some(id) = self.0.offer_id else {
            return Ok(None);
        };
        Ok(Some(Offer(loaders(gql).offer(id).await?)))
    }

    /// The match, if it is about one.
    async fn r#match(&self, gql: &Context<'_>) -> Result<Option<Match>> {
        let Some(id) = self.0.match_id else {
            return Ok(None);
        };
        Ok(Some(Match(loaders(gql).found_match(id).await?)))
    }

    /// Since when it waits.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.0.opened_at
    }

    /// When it was decided.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// How it was decided.
    async fn decision(&self) -> Option<ReviewDecision> {
        self.0.decision
    }

    /// House rule the decision rests on.
    async fn rule(&self) -> Option<ReviewRule> {
        self.0.rule
    }

    /// Why.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Name of who decided for the alliance.
    async fn decided_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        let Some(id) = self.0.decided_by else {
            return Ok(None);
        };
        Ok(Some(loaders(gql).user(id).await?.name))
    }
}

impl Listed for Review {
    type Row = entity::Model;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("need") {
            let needs = loaders
                .fetch_needs(rows.iter().filter_map(|row| row.need_id))
                .await?;
            let needs: Vec<_> = needs.iter().collect();
            Need::fetch_ahead(&needs, &ahead.field("need"), loaders).await?;
        }
        if ahead.asks("offer") {
            let offers = loaders
                .fetch_offers(rows.iter().filter_map(|row| row.offer_id))
                .await?;
            let offers: Vec<_> = offers.iter().collect();
            Offer::fetch_ahead(&offers, &ahead.field("offer"), loaders).await?;
        }
        if ahead.asks("match") {
            let found = loaders
                .fetch_matches(rows.iter().filter_map(|row| row.match_id))
                .await?;
            let found: Vec<_> = found.iter().collect();
            Match::fetch_ahead(&found, &ahead.field("match"), loaders).await?;
        }
        if ahead.asks("decidedBy") {
            loaders
                .fetch_users(rows.iter().filter_map(|row| row.decided_by))
                .await?;
        }
        Ok(())
    }
}

/// A decision of the alliance.
#[derive(InputObject)]
pub struct ReviewDecisionInput {
    /// How.
    pub decision: ReviewDecision,
    /// House rule it rests on.
    pub rule: ReviewRule,
    /// Why; required unless it is approved. The owner reads it.
    pub reason: Option<String>,
}

impl From<ReviewDecisionInput> for Verdict {
    fn from(input: ReviewDecisionInput) -> Self {
        Self {
            decision: input.decision,
            rule: input.rule,
            reason: input.reason,
        }
    }
}

/// What the queue is narrowed to.
#[derive(InputObject, Default)]
pub struct ReviewFilter {
    /// One kind.
    kind: Option<ReviewKind>,
    /// Waiting (true) or decided (false).
    waiting: Option<bool>,
}

/// Questions about reviews.
#[derive(Default)]
pub struct ModerationQuery;

#[Object]
impl ModerationQuery {
    /// What waits for the alliance and what it decided, oldest first; staff only.
    async fn reviews(
        &self,
        gql: &Context<'_>,
        filter: Option<ReviewFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Review>> {
        let ctx = ctx(gql);
        ctx.authorize(Action::ViewReviews)?;
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            kind: filter.kind,
            waiting: filter.waiting,
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx, filter, args)
            .await?
            .connection::<Review>(gql)
            .await
    }
}

//! The moderation queue in the API.

use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, Utc};

use super::inputs::ReviewFilter;
use super::{Case, ReviewDecision, ReviewKind, ReviewRule, appeals, entity, rules, store};
use crate::app::Ctx;
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::ReviewId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::matches::graphql::Match;
use crate::needs::graphql::Need;
use crate::offers::graphql::Offer;
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::policy::Action;

pub use super::inputs::ReviewDecisionInput;
pub use super::mutations::ModerationMutation;

/// Something that waited or waits for the alliance's decision.
pub struct Review(pub entity::Model);

/// What the viewer may do with a review now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ReviewAction {
    /// Take it upon herself for half an hour.
    Claim,
    /// Leave it to others again.
    Release,
    /// Decide on it.
    Decide,
}

impl Review {
    /// The case as the policy sees it, from rows that a list has fetched ahead.
    async fn case(&self, loaders: &Loaders) -> crate::error::Result<Case> {
        let review = &self.0;
        let first = match review.appeal_of {
            Some(id) => Some(loaders.review(id).await?),
            None => None,
        };
        let mut owners = Vec::new();
        if let Some(id) = review.need_id {
            owners.push(loaders.need(id).await?.organization_id);
        }
        if let Some(id) = review.offer_id {
            owners.push(loaders.offer(id).await?.organization_id);
        }
        if let Some(id) = review.match_id {
            let found = loaders.found_match(id).await?;
            owners.extend([found.need_organization_id, found.offer_organization_id]);
        }
        Ok(Case::new(review, first.as_ref(), owners))
    }

    /// Who asked for it, and with which words, is for the alliance's staff; of a report not for those
    /// whom it is about.
    async fn opener_told(&self, ctx: &Ctx, loaders: &Loaders) -> crate::error::Result<bool> {
        if !ctx.viewer.is_staff() {
            return Ok(false);
        }
        let case = self.case(loaders).await?;
        let party = case
            .organizations
            .iter()
            .any(|id| ctx.viewer.belongs_to(*id));
        Ok(!party || case.kind != ReviewKind::Report)
    }
}

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
        let need = loaders(gql).need(id).await?;
        let hidden = !ctx(gql).may(Action::ViewNeed(&need));
        Ok(Some(Need(if hidden { need.unread() } else { need })))
    }

    /// The offer, if it is about one.
    async fn offer(&self, gql: &Context<'_>) -> Result<Option<Offer>> {
        let Some(id) = self.0.offer_id else {
            return Ok(None);
        };
        let offer = loaders(gql).offer(id).await?;
        let hidden = !ctx(gql).may(Action::ViewOffer(&offer));
        Ok(Some(Offer(if hidden { offer.unread() } else { offer })))
    }

    /// The match, if it is about one.
    async fn r#match(&self, gql: &Context<'_>) -> Result<Option<Match>> {
        let Some(id) = self.0.match_id else {
            return Ok(None);
        };
        Ok(Some(Match(loaders(gql).found_match(id).await?)))
    }

    /// The organisation, if it is about one; of a merge the one that goes.
    async fn organization(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        let Some(id) = self.0.organization_id else {
            return Ok(None);
        };
        Ok(Some(Organization(loaders(gql).organization(id).await?)))
    }

    /// Of a merge the organisation that remains.
    async fn other_organization(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        let Some(id) = self.0.other_organization_id else {
            return Ok(None);
        };
        Ok(Some(Organization(loaders(gql).organization(id).await?)))
    }

    /// Name of the person, if it is about one; for staff, else null.
    async fn person(&self, gql: &Context<'_>) -> Result<Option<String>> {
        match self.0.user_id.filter(|_| ctx(gql).viewer.is_staff()) {
            Some(id) => Ok(Some(loaders(gql).user(id).await?.name)),
            None => Ok(None),
        }
    }

    /// Since when it waits.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.0.opened_at
    }

    /// Name of who asked for the decision; for staff, and of a report not for those whom it is about.
    async fn opened_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        let told = self.opener_told(ctx(gql), loaders(gql)).await?;
        match self.0.opened_by.filter(|_| told) {
            Some(id) => Ok(Some(loaders(gql).user(id).await?.name)),
            None => Ok(None),
        }
    }

    /// House rule that a report names; as openedBy.
    async fn opening_rule(&self, gql: &Context<'_>) -> Result<Option<ReviewRule>> {
        let told = self.opener_told(ctx(gql), loaders(gql)).await?;
        Ok(self.0.opening_rule.filter(|_| told))
    }

    /// What was said when it was opened: a report, an appeal, why to merge; as openedBy, and one's own.
    async fn opening_text(&self, gql: &Context<'_>) -> Result<Option<&str>> {
        let own = self.0.opened_by.is_some() && self.0.opened_by == ctx(gql).viewer.user();
        let told = own || self.opener_told(ctx(gql), loaders(gql)).await?;
        Ok(self.0.opening_text.as_deref().filter(|_| told))
    }

    /// Name of who is at it now; for staff, else null.
    async fn claimed_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        let holder = rules::holder(&self.0, ctx(gql).now());
        match holder.filter(|_| ctx(gql).viewer.is_staff()) {
            Some((id, _)) => Ok(Some(loaders(gql).user(id).await?.name)),
            None => Ok(None),
        }
    }

    /// Until when that lasts.
    async fn claimed_until(&self, gql: &Context<'_>) -> Option<DateTime<Utc>> {
        let ctx = ctx(gql);
        let holder = rules::holder(&self.0, ctx.now());
        holder
            .filter(|_| ctx.viewer.is_staff())
            .map(|(_, until)| until)
    }

    /// The viewer is at it.
    async fn claimed_by_viewer(&self, gql: &Context<'_>) -> bool {
        let ctx = ctx(gql);
        let holder = rules::holder(&self.0, ctx.now());
        holder.is_some_and(|(id, _)| Some(id) == ctx.viewer.user())
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

    /// The decision that an appeal is about.
    async fn appeal_of(&self, gql: &Context<'_>) -> Result<Option<Review>> {
        let Some(id) = self.0.appeal_of else {
            return Ok(None);
        };
        Ok(Some(Review(loaders(gql).review(id).await?)))
    }

    /// The appeal against this decision.
    async fn appeal(&self, gql: &Context<'_>) -> Result<Option<Review>> {
        Ok(loaders(gql).appeal(self.0.id).await?.map(Review))
    }

    /// Until when whom it concerns may appeal; null when there is nothing to appeal.
    async fn appealable_until(&self) -> Option<DateTime<Utc>> {
        rules::appealable_until(&self.0)
    }

    /// The viewer may appeal against it now.
    async fn may_appeal(&self, gql: &Context<'_>) -> Result<bool> {
        let ctx = ctx(gql);
        Ok(appeals::may_appeal(ctx, &ctx.app.db, &self.0).await?)
    }

    /// What the viewer may do with it now, for the alliance.
    async fn viewer_can(&self, gql: &Context<'_>) -> Result<Vec<ReviewAction>> {
        let ctx = ctx(gql);
        if self.0.decided_at.is_some() || !ctx.viewer.is_staff() {
            return Ok(Vec::new());
        }
        let case = self.case(loaders(gql)).await?;
        let holder = rules::holder(&self.0, ctx.now());
        let holder = holder.map(|(id, _)| Some(id) == ctx.viewer.user());
        let may = ctx.may(Action::DecideReview(&case)) && holder != Some(false);
        let all = [
            (ReviewAction::Claim, may && holder.is_none()),
            (ReviewAction::Release, holder == Some(true)),
            (ReviewAction::Decide, may),
        ];
        Ok(all
            .into_iter()
            .filter(|(_, may)| *may)
            .map(|(action, _)| action)
            .collect())
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
        // Whether the viewer may decide, and know who asked, hangs on whose the postings are.
        let cases = ["viewerCan", "openedBy", "openingRule", "openingText"];
        let cases = cases.iter().any(|field| ahead.asks(field));
        if cases || ahead.asks("need") {
            let needs = loaders
                .fetch_needs(rows.iter().filter_map(|row| row.need_id))
                .await?;
            let needs: Vec<_> = needs.iter().collect();
            Need::fetch_ahead(&needs, &ahead.field("need"), loaders).await?;
        }
        if cases || ahead.asks("offer") {
            let offers = loaders
                .fetch_offers(rows.iter().filter_map(|row| row.offer_id))
                .await?;
            let offers: Vec<_> = offers.iter().collect();
            Offer::fetch_ahead(&offers, &ahead.field("offer"), loaders).await?;
        }
        if cases || ahead.asks("match") {
            let found = loaders
                .fetch_matches(rows.iter().filter_map(|row| row.match_id))
                .await?;
            let found: Vec<_> = found.iter().collect();
            Match::fetch_ahead(&found, &ahead.field("match"), loaders).await?;
        }
        if cases || ahead.asks("appealOf") {
            loaders
                .fetch_reviews(rows.iter().filter_map(|row| row.appeal_of))
                .await?;
        }
        if ahead.asks("appeal") {
            loaders.fetch_appeals(rows.iter().map(|row| row.id)).await?;
        }
        if ahead.asks("organization") || ahead.asks("otherOrganization") {
            let named = |row: &&Self::Row| [row.organization_id, row.other_organization_id];
            loaders
                .fetch_organizations(rows.iter().flat_map(named).flatten())
                .await?;
        }
        let mut people = Vec::new();
        for row in rows {
            let named = [
                ("decidedBy", row.decided_by),
                ("claimedBy", row.claimed_by),
                ("openedBy", row.opened_by),
                ("person", row.user_id),
            ];
            let asked = named.into_iter().filter(|(field, _)| ahead.asks(field));
            people.extend(asked.filter_map(|(_, id)| id));
        }
        loaders.fetch_users(people).await
    }
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
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx, filter.unwrap_or_default().into(), args)
            .await?
            .connection::<Review>(gql)
            .await
    }

    /// One review: to staff, and once it is decided to those whom it concerns.
    async fn review(&self, gql: &Context<'_>, id: ReviewId) -> Result<Option<Review>> {
        let ctx = ctx(gql);
        let db = &ctx.app.db;
        let review = store::find(db, id).await?.ok_or_else(Error::not_found)?;
        let told = review.decided_at.is_some() || review.appeal_of.is_some();
        if ctx.may(Action::ViewReviews) || (told && appeals::concerns(ctx, db, &review).await?) {
            Ok(Some(Review(review)))
        } else {
            Err(Error::not_found().into())
        }
    }

    /// The decision that a suspended person's letter is about; looking uses the link not up.
    async fn decision_by_link(&self, gql: &Context<'_>, token: String) -> Result<Review> {
        Ok(Review(appeals::look(ctx(gql), &token).await?))
    }
}

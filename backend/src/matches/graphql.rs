//! Matches in the API.

use async_graphql::{Context, Enum, Object, SimpleObject, Subscription};
use chrono::{DateTime, Utc};
use futures_util::{Stream, stream};
use tokio::sync::broadcast::error::RecvError;

use super::inputs::{
    BlockMatchInput, DeclineMatchInput, MatchFilter, MatchIdInput, MatchPayload,
    RefreshMatchesInput, RefreshMatchesPayload,
};
use super::store::Filter;
use super::{MatchSide, MatchStatus, rules, service, store};
use crate::app::Ctx;
use crate::engine::graphql::Factor;
use crate::error::{Error, ErrorCode};
use crate::events::Event;
use crate::graphql::{Result, ctx};
use crate::ids::MatchId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::needs::graphql::Need;
use crate::offers::graphql::Offer;
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::policy::Action;
use crate::sessions;
use crate::text::say;

/// A need and an offer that the engine found for each other.
pub struct Match(pub super::Match);

/// What the viewer may do with a match now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum MatchAction {
    /// Find it sound, for the alliance.
    Review,
    /// Introduce the two, for the alliance.
    Introduce,
    /// Stop it, for the alliance.
    Block,
    /// Accept for the own side.
    Accept,
    /// Decline for the own side.
    Decline,
}

/// Somebody to write to.
#[derive(SimpleObject)]
pub struct Contact {
    /// Whose side.
    side: MatchSide,
    /// Name.
    name: String,
    /// Address.
    email: String,
    /// For whom.
    organization: Organization,
}

/// How an organisation answers the alliance's introductions; of the last year.
#[derive(SimpleObject)]
pub struct Responsiveness {
    /// Introductions that it answered, or whose date has come; at least 1.
    asked: u32,
    /// Of these, answered by the date: within 14 days.
    answered_in_time: u32,
    /// Median of the days from an introduction to the answer, rounded down; null without an answer.
    median_days: Option<u32>,
}

impl From<rules::Responsiveness> for Responsiveness {
    fn from(found: rules::Responsiveness) -> Self {
        Self {
            asked: found.asked,
            answered_in_time: found.answered_in_time,
            median_days: found.median_days,
        }
    }
}

fn actions(ctx: &Ctx, found: &super::Match) -> Vec<MatchAction> {
    use MatchAction as A;
    use MatchStatus as S;
    let waiting = matches!(found.status, S::Suggested | S::Reviewed);
    let moderates = waiting && ctx.may(Action::ModerateMatch(found));
    let introduced = matches!(
        found.status,
        S::Introduced | S::AcceptedByNeed | S::AcceptedByOffer
    );
    let answers = introduced && ctx.may(Action::AnswerMatch(found));
    let may_accept = service::sides(ctx, found).iter().any(|side| match side {
        MatchSide::Need => found.need_accepted_at.is_none(),
        MatchSide::Offer => found.offer_accepted_at.is_none(),
    });
    let all = [
        (A::Review, moderates && found.status == S::Suggested),
        (A::Introduce, moderates),
        (A::Block, moderates),
        (A::Accept, answers && may_accept),
        (A::Decline, answers),
    ];
    all.into_iter()
        .filter(|(_, may)| *may)
        .map(|(action, _)| action)
        .collect()
}

/// A need and an offer that the engine found for each other.
#[Object]
impl Match {
    /// Id.
    async fn id(&self) -> MatchId {
        self.0.id
    }

    /// The need; without what it says while it is hidden.
    async fn need(&self, gql: &Context<'_>) -> Result<Need> {
        let need = loaders(gql).need(self.0.need_id).await?;
        let hidden = !ctx(gql).may(Action::ViewNeed(&need));
        Ok(Need(if hidden { need.unread() } else { need }))
    }

    /// The offer.
    async fn offer(&self, gql: &Context<'_>) -> Result<Offer> {
        let offer = loaders(gql).offer(self.0.offer_id).await?;
        // An old match must not show what its owner is writing anew.
        let hidden = !ctx(gql).may(Action::ViewOffer(&offer));
        Ok(Offer(if hidden { offer.unread() } else { offer }))
    }

    /// Where it stands.
    async fn status(&self) -> MatchStatus {
        self.0.status
    }

    /// 0 to 100: the sum of the factors' points.
    async fn score(&self) -> f64 {
        self.0.score
    }

    /// The explanation: what the score is made of.
    async fn factors(&self) -> Vec<Factor> {
        self.0.factors.0.iter().filter_map(Factor::stored).collect()
    }

    /// Version of the engine that ranked the pair.
    async fn engine_version(&self) -> &str {
        &self.0.engine_version
    }

    /// Version of the weights that it used.
    async fn weights_version(&self) -> &str {
        &self.0.weights_version
    }

    /// Version of the sentence model that it used; null without one.
    async fn model_version(&self) -> Option<&str> {
        Some(&*self.0.model_version).filter(|version| !version.is_empty())
    }

    /// When the alliance introduced the two.
    async fn introduced_at(&self) -> Option<DateTime<Utc>> {
        self.0.introduced_at
    }

    /// By when both sides are to answer; null before the introduction.
    async fn reply_by(&self) -> Option<DateTime<Utc>> {
        rules::reply_by(&self.0)
    }

    /// When the need's owner accepted.
    async fn need_accepted_at(&self) -> Option<DateTime<Utc>> {
        self.0.need_accepted_at
    }

    /// When the offer's owner accepted.
    async fn offer_accepted_at(&self) -> Option<DateTime<Utc>> {
        self.0.offer_accepted_at
    }

    /// Which side declined.
    async fn declined_by(&self) -> Option<MatchSide> {
        self.0.declined_by
    }

    /// Why it ended.
    async fn status_reason(&self) -> Option<&str> {
        self.0.status_reason.as_deref()
    }

    /// When the engine found it.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// Sides that the viewer belongs to.
    async fn viewer_sides(&self, gql: &Context<'_>) -> Vec<MatchSide> {
        let viewer = &ctx(gql).viewer;
        let need = viewer
            .belongs_to(self.0.need_organization_id)
            .then_some(MatchSide::Need);
        let offer = viewer
            .belongs_to(self.0.offer_organization_id)
            .then_some(MatchSide::Offer);
        need.into_iter().chain(offer).collect()
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Result<Vec<MatchAction>> {
        let need = loaders(gql).need(self.0.need_id).await?;
        let offer = loaders(gql).offer(self.0.offer_id).await?;
        let mut all = actions(ctx(gql), &self.0);
        if need.is_hidden() || offer.is_hidden() {
            // Stopping is all that is left.
            all.retain(|action| matches!(action, MatchAction::Block | MatchAction::Decline));
        }
        Ok(all)
    }

    /// People to write to; null until both sides have accepted.
    async fn contacts(&self, gql: &Context<'_>) -> Result<Option<Vec<Contact>>> {
        if !ctx(gql).may(Action::ViewContacts(&self.0)) {
            return Ok(None);
        }
        let mut contacts = Vec::new();
        for (side, owner) in [
            (MatchSide::Need, self.0.need_organization_id),
            (MatchSide::Offer, self.0.offer_organization_id),
        ] {
            for person in loaders(gql).writers(owner).await? {
                let organization = Organization(loaders(gql).organization(owner).await?);
                contacts.push(Contact {
                    side,
                    name: person.name,
                    email: person.email,
                    organization,
                });
            }
        }
        Ok(Some(contacts))
    }
}

impl Listed for Match {
    type Row = super::Match;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        let asks = |name: &str| ahead.asks(name) || ahead.asks("viewerCan");
        if asks("need") {
            let needs = loaders
                .fetch_needs(rows.iter().map(|row| row.need_id))
                .await?;
            let needs: Vec<_> = needs.iter().collect();
            Need::fetch_ahead(&needs, &ahead.field("need"), loaders).await?;
        }
        if asks("offer") {
            let offers = loaders
                .fetch_offers(rows.iter().map(|row| row.offer_id))
                .await?;
            let offers: Vec<_> = offers.iter().collect();
            Offer::fetch_ahead(&offers, &ahead.field("offer"), loaders).await?;
        }
        if ahead.asks("contacts") {
            let sides = |row: &&Self::Row| [row.need_organization_id, row.offer_organization_id];
            let mutual = || rows.iter().filter(|row| row.status.is_mutual());
            loaders.fetch_writers(mutual().flat_map(sides)).await?;
            if ahead.field("contacts").asks("organization") {
                loaders
                    .fetch_organizations(mutual().flat_map(sides))
                    .await?;
            }
        }
        Ok(())
    }
}

/// Questions about matches.
#[derive(Default)]
pub struct MatchQuery;

#[Object]
impl MatchQuery {
    /// Matches the viewer may see, highest score first.
    async fn matches(
        &self,
        gql: &Context<'_>,
        filter: Option<MatchFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Match>> {
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            need_id: filter.need_id,
            offer_id: filter.offer_id,
            statuses: filter.statuses.map(crate::postings::distinct),
            mine: filter.mine.unwrap_or_default(),
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx(gql), filter, args)
            .await?
            .connection::<Match>(gql)
            .await
    }

    /// One match.
    async fn r#match(&self, gql: &Context<'_>, id: MatchId) -> Result<Option<Match>> {
        let ctx = ctx(gql);
        let found = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        ctx.authorize(Action::ViewMatch(&found))?;
        Ok(Some(Match(found)))
    }
}

/// Changes to matches.
#[derive(Default)]
pub struct MatchMutation;

#[Object]
impl MatchMutation {
    /// Runs the engine now for one posting; for its owner and the alliance's staff.
    async fn refresh_matches(
        &self,
        gql: &Context<'_>,
        input: RefreshMatchesInput,
    ) -> Result<RefreshMatchesPayload> {
        let ctx = ctx(gql);
        let found = match (input.need_id, input.offer_id) {
            (Some(id), None) => service::refresh_for_need(ctx, id).await?,
            (None, Some(id)) => service::refresh_for_offer(ctx, id).await?,
            _ => {
                return Err(Error::field(
                    "needId",
                    ErrorCode::InvalidInput,
                    say(
                        "Nêu đúng một trong hai: needId hoặc offerId.",
                        "Give exactly one of needId and offerId.",
                    ),
                )
                .into());
            }
        };
        let visible = found
            .into_iter()
            .filter(|found| ctx.may(Action::ViewMatch(found)));
        Ok(RefreshMatchesPayload {
            matches: visible.map(Match).collect(),
        })
    }

    /// The alliance finds a suggestion sound.
    async fn review_match(&self, gql: &Context<'_>, input: MatchIdInput) -> Result<MatchPayload> {
        Ok(MatchPayload {
            r#match: Match(service::review(ctx(gql), input.match_id).await?),
        })
    }

    /// The alliance introduces the two sides; both get an email.
    async fn introduce_match(
        &self,
        gql: &Context<'_>,
        input: MatchIdInput,
    ) -> Result<MatchPayload> {
        Ok(MatchPayload {
            r#match: Match(service::introduce(ctx(gql), input.match_id).await?),
        })
    }

    /// The alliance stops a match, for instance for a conflict of interest.
    async fn block_match(&self, gql: &Context<'_>, input: BlockMatchInput) -> Result<MatchPayload> {
        let found = service::block(ctx(gql), input.match_id, input.rule, &input.reason).await?;
        Ok(MatchPayload {
            r#match: Match(found),
        })
    }

    /// The viewer's side accepts; when both have, each gets the other's contacts.
    async fn accept_match(&self, gql: &Context<'_>, input: MatchIdInput) -> Result<MatchPayload> {
        Ok(MatchPayload {
            r#match: Match(service::accept(ctx(gql), input.match_id).await?),
        })
    }

    /// The viewer's side declines, with a reason.
    async fn decline_match(
        &self,
        gql: &Context<'_>,
        input: DeclineMatchInput,
    ) -> Result<MatchPayload> {
        let found = service::decline(ctx(gql), input.match_id, &input.reason).await?;
        Ok(MatchPayload {
            r#match: Match(found),
        })
    }
}

/// What is heard about matches.
#[derive(Default)]
pub struct MatchSubscription;

#[Subscription]
impl MatchSubscription {
    /// Matches of the viewer's organisations (to staff: all), as they change.
    async fn match_changed(&self, gql: &Context<'_>) -> Result<impl Stream<Item = Match> + use<>> {
        let ctx = ctx(gql).clone();
        let ticket = ctx.client.ticket.clone();
        let ticket = ticket.ok_or_else(Error::unauthenticated)?;
        let events = ctx.app.bus.subscribe();
        Ok(stream::unfold((events, ctx), move |(mut events, ctx)| {
            let ticket = ticket.clone();
            async move {
                loop {
                    let id = match events.recv().await {
                        Ok(Event::MatchChanged(id)) => id,
                        Ok(_) | Err(RecvError::Lagged(_)) => continue,
                        Err(RecvError::Closed) => return None,
                    };
                    // What is asked for below the match is answered with the rights of the beginning:
                    // when they have changed, or the session has ended, so does the subscription.
                    let viewer = sessions::service::viewer_of(&ctx.app, &ticket).await.ok()?;
                    if !viewer.has_rights_of(&ctx.viewer) {
                        return None;
                    }
                    if let Ok(Some(found)) = store::find(&ctx.app.db, id).await
                        && ctx.may(Action::ViewMatch(&found))
                    {
                        return Some((Match(found), (events, ctx)));
                    }
                }
            }
        }))
    }
}

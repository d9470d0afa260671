//! Needs in the API.

use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, Utc};

use super::brief::{self, NeedBrief};
use super::inputs::{
    ConcludeNeedInput, CreateNeedInput, NeedFilter, NeedIdInput, NeedOutcome, NeedPayload,
    NeedSort, ReviewNeedInput, SetNeedFocalPointInput, UpdateNeedInput,
};
use super::rules::Step;
use super::store::Filter;
use super::{NeedStatus, service, store};
use crate::app::Ctx;
use crate::domains::graphql::Domain;
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::NeedId;
use crate::joint_calls::graphql::JointCall;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::matches::graphql::Match;
use crate::moderation;
use crate::moderation::graphql::Review;
use crate::moderation::reports::Thing;
use crate::money::MoneyRange;
use crate::need_lint::{self, graphql::NeedFlag};
use crate::openings::{self, Opening};
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::places::graphql::Place;
use crate::policy::Action;
use crate::postings::{ContractType, DeliveryModel, HiddenFor, HiddenReason};
use crate::proposals::graphql::Proposal;
use crate::text::BilingualText;

/// What a locality looks for.
pub struct Need(pub super::Need);

/// What the viewer may do with a need now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum NeedAction {
    /// Change it.
    Edit,
    /// Send it in for review.
    Submit,
    /// Open it for proposals after a consultation.
    Open,
    /// Take it back.
    Withdraw,
    /// Decide on it for the alliance.
    Review,
    /// Write a proposal for it.
    Propose,
    /// Open its sealed proposals, for the owner's or the alliance's side.
    OpenProposals,
    /// Begin to evaluate its proposals.
    StartEvaluation,
    /// Cancel it, or record that nothing came of it.
    Conclude,
    /// Run the engine for it.
    RefreshMatches,
}

/// `opening`: of a need that has closed.
fn actions(ctx: &Ctx, need: &super::Need, opening: Option<&Opening>) -> Vec<NeedAction> {
    use NeedAction as A;
    use NeedStatus as S;
    let owner = ctx.may(Action::EditNeed(need));
    let completes = ctx.may(Action::CompleteNeed(need));
    let writes_elsewhere = ctx
        .viewer
        .writable()
        .iter()
        .any(|id| *id != need.organization_id)
        && !ctx.viewer.belongs_to(need.organization_id);
    let draft = matches!(need.status, S::Draft | S::ChangesRequested);
    let consults = need.status == S::Consultation;
    let withdraws = draft || consults || matches!(need.status, S::UnderReview | S::Open);
    let concludes = consults || matches!(need.status, S::Open | S::Closed | S::Evaluating);
    let all = [
        (A::Edit, (completes && draft) || (owner && consults)),
        (A::Submit, owner && draft),
        (A::Open, owner && consults),
        (A::Withdraw, owner && withdraws),
        (
            A::Review,
            need.status == S::UnderReview && ctx.may(Action::ReviewNeed(need)),
        ),
        (A::Propose, need.status == S::Open && writes_elsewhere),
        (
            A::OpenProposals,
            opening.is_some_and(|opening| openings::rules::waits_for(ctx, need, opening)),
        ),
        (
            A::StartEvaluation,
            owner
                && need.status == S::Closed
                && opening.is_none_or(|opening| opening.completed_at.is_some()),
        ),
        (A::Conclude, owner && concludes),
        (
            A::RefreshMatches,
            need.status == S::Open && ctx.may(Action::RankNeed(need)),
        ),
    ];
    all.into_iter()
        .filter(|(_, may)| *may)
        .map(|(action, _)| action)
        .collect()
}

/// What a locality looks for.
#[Object]
impl Need {
    /// Id.
    async fn id(&self) -> NeedId {
        self.0.id
    }

    /// Owner.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        Ok(Organization(
            loaders(gql).organization(self.0.organization_id).await?,
        ))
    }

    /// Province or city where it is to be done.
    async fn place(&self, gql: &Context<'_>) -> Option<Place> {
        ctx(gql)
            .app
            .gazetteer
            .get(self.0.place_id.as_deref()?)
            .cloned()
            .map(Place)
    }

    /// Domains.
    async fn domains(&self, gql: &Context<'_>) -> Result<Vec<Domain>> {
        let codes = loaders(gql).need_domains(self.0.id).await?;
        let taxonomy = &ctx(gql).app.taxonomy;
        Ok(codes
            .iter()
            .filter_map(|code| taxonomy.get(code))
            .cloned()
            .map(Domain)
            .collect())
    }

    /// Title.
    async fn title(&self) -> &BilingualText {
        &self.0.title
    }

    /// The problem in a few sentences.
    async fn summary(&self) -> &BilingualText {
        &self.0.summary
    }

    /// Everything else: what exists, what is wanted, what constrains it.
    async fn description(&self) -> &BilingualText {
        &self.0.description
    }

    /// Budget; null when not stated.
    async fn budget(&self) -> Option<MoneyRange> {
        MoneyRange::of(self.0.budget_min, self.0.budget_max)
    }

    /// Contract type wanted.
    async fn contract_type(&self) -> Option<ContractType> {
        self.0.contract_type
    }

    /// Delivery model wanted.
    async fn delivery_model(&self) -> Option<DeliveryModel> {
        self.0.delivery_model
    }

    /// Maturity level of Circular 03/2026/TT-BXD aimed at: 1 to 3.
    async fn maturity_target(&self) -> Option<i32> {
        self.0.maturity_target
    }

    /// Deadline for proposals.
    async fn closes_at(&self) -> Option<DateTime<Utc>> {
        self.0.closes_at
    }

    /// Until when the market is consulted about it; null when it is not.
    async fn consults_until(&self, gql: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        if self.0.status != NeedStatus::Consultation {
            return Ok(None);
        }
        let brief = self.brief(gql).await?;
        Ok(brief::consults_until(&self.0, &brief))
    }

    /// What it says beside its texts.
    async fn brief(&self, gql: &Context<'_>) -> Result<NeedBrief> {
        let ctx = ctx(gql);
        // Who may know of it and not read it gets the need unread.
        if !ctx.may(Action::ViewNeed(&self.0)) {
            return Ok(NeedBrief::default());
        }
        Ok(store::brief(&ctx.app.db, self.0.id).await?)
    }

    /// What a bidder would stumble over, the gravest first: for its organisation and staff all that the
    /// checks find, for everybody else what was justified.
    async fn flags(&self, gql: &Context<'_>) -> Result<Vec<NeedFlag>> {
        let ctx = ctx(gql);
        if !ctx.may(Action::ViewNeed(&self.0)) {
            return Ok(Vec::new());
        }
        let found = need_lint::service::seen(ctx, &self.0).await?;
        Ok(found.into_iter().map(NeedFlag::from).collect())
    }

    /// Where it stands.
    async fn status(&self) -> NeedStatus {
        self.0.status
    }

    /// Why it ended.
    async fn status_reason(&self) -> Option<&str> {
        self.0.status_reason.as_deref()
    }

    /// Raised by one at each change; send it back when you update.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// True for demonstration data.
    async fn demonstration(&self) -> bool {
        self.0.demonstration
    }

    /// When it became public.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.published_at
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// Out of sight of everybody but its own organisation and the alliance's staff.
    async fn hidden(&self) -> bool {
        self.0.is_hidden()
    }

    /// Why it is out of sight; for its organisation and staff, else empty.
    async fn hidden_for(&self, gql: &Context<'_>) -> Vec<HiddenReason> {
        let told = ctx(gql).may(Action::ViewReviewOf(self.0.organization_id));
        let reasons = self.0.hidden_for.as_ref().filter(|_| told);
        reasons.map(|reasons| reasons.0.clone()).unwrap_or_default()
    }

    /// The decision by which a report hid it, to be read and appealed; for its organisation and staff,
    /// else null.
    async fn hidden_by(&self, gql: &Context<'_>) -> Result<Option<Review>> {
        let ctx = ctx(gql);
        let reported = HiddenFor::has(self.0.hidden_for.as_ref(), HiddenReason::Report);
        if !reported || !ctx.may(Action::ViewReviewOf(self.0.organization_id)) {
            return Ok(None);
        }
        let about = Thing::Need(self.0.id);
        let review = moderation::store::upheld_report(&ctx.app.db, about).await?;
        Ok(review.map(Review))
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Result<Vec<NeedAction>> {
        let opening = match self.0.status {
            NeedStatus::Closed => loaders(gql).opening(self.0.id).await?,
            _ => None,
        };
        Ok(actions(ctx(gql), &self.0, opening.as_ref()))
    }

    /// The last review; for the owner and staff, else null.
    async fn last_review(&self, gql: &Context<'_>) -> Result<Option<Review>> {
        if !ctx(gql).may(Action::ViewReviewOf(self.0.organization_id)) {
            return Ok(None);
        }
        Ok(loaders(gql).need_review(self.0.id).await?.map(Review))
    }

    /// Whether its proposals are evaluated by criteria, which `needCriteria` tells.
    async fn has_criteria(&self, gql: &Context<'_>) -> Result<bool> {
        Ok(loaders(gql).has_criteria(self.0.id).await?)
    }

    /// The joint call with other owners' needs that their owners agreed on; null without one.
    async fn joint_call(&self, gql: &Context<'_>) -> Result<Option<JointCall>> {
        Ok(loaders(gql).agreed_call(self.0.id).await?.map(JointCall))
    }

    /// Who at the province was asked to complete it; for both sides, else null.
    async fn focal_point(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        let Some(id) = self.0.focal_point_id else {
            return Ok(None);
        };
        let viewer = &ctx(gql).viewer;
        if !viewer.belongs_to(id) && !viewer.belongs_to(self.0.organization_id) {
            return Ok(None);
        }
        Ok(Some(Organization(loaders(gql).organization(id).await?)))
    }

    /// Who could be asked to complete it: offices of the commune's province; empty to all but those who may
    /// ask.
    async fn focal_points(&self, gql: &Context<'_>) -> Result<Vec<Organization>> {
        let found = service::focal_points(ctx(gql), &self.0).await?;
        Ok(found.into_iter().map(Organization).collect())
    }

    /// Its matches as far as the viewer may see them, best first.
    async fn matches(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Match>> {
        let filter = crate::matches::store::Filter {
            need_id: Some(self.0.id),
            ..Default::default()
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        crate::matches::store::list(ctx(gql), filter, args)
            .await?
            .connection::<Match>(gql)
            .await
    }

    /// Proposals the viewer may know of: own ones, and to the owner all of them once opened.
    async fn proposals(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Proposal>> {
        let filter = crate::proposals::store::Filter {
            need_id: Some(self.0.id),
            ..Default::default()
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        crate::proposals::store::list(ctx(gql), filter, args)
            .await?
            .connection::<Proposal>(gql)
            .await
    }
}

impl Listed for Need {
    type Row = super::Need;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("organization") {
            loaders
                .fetch_organizations(rows.iter().map(|row| row.organization_id))
                .await?;
        }
        if ahead.asks("domains") {
            loaders
                .fetch_need_domains(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("jointCall") {
            let calls = loaders
                .fetch_agreed_calls(rows.iter().map(|row| row.id))
                .await?;
            let calls: Vec<_> = calls.iter().collect();
            JointCall::fetch_ahead(&calls, &ahead.field("jointCall"), loaders).await?;
        }
        if ahead.asks("viewerCan") {
            let closed = rows.iter().filter(|row| row.status == NeedStatus::Closed);
            loaders.fetch_openings(closed.map(|row| row.id)).await?;
        }
        if ahead.asks("lastReview") {
            loaders
                .fetch_need_reviews(rows.iter().map(|row| row.id))
                .await?;
        }
        Ok(())
    }
}

/// Questions about needs.
#[derive(Default)]
pub struct NeedQuery;

#[Object]
impl NeedQuery {
    /// Published needs; with `mine`, the viewer's own in every state.
    #[expect(
        clippy::too_many_arguments,
        reason = "they are the arguments of the field"
    )]
    async fn needs(
        &self,
        gql: &Context<'_>,
        filter: Option<NeedFilter>,
        sort: Option<NeedSort>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Need>> {
        let filter = filter.unwrap_or_default();
        crate::limits::spend_search(ctx(gql), filter.query.as_deref()).await?;
        let filter = Filter {
            query: filter.query,
            place_id: filter.place_id.map(|id| id.0),
            region: filter.region_code,
            domain: filter.domain,
            statuses: filter.statuses.map(crate::postings::distinct),
            mine: filter.mine.unwrap_or_default(),
            completing: filter.completing.unwrap_or_default(),
            organization_id: filter.organization_id,
            closing_soon: sort == Some(NeedSort::ClosingSoon),
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx(gql), filter, args)
            .await?
            .connection::<Need>(gql)
            .await
    }

    /// One need.
    async fn need(&self, gql: &Context<'_>, id: NeedId) -> Result<Option<Need>> {
        let ctx = ctx(gql);
        let need = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        ctx.authorize(Action::ViewNeed(&need))?;
        Ok(Some(Need(need)))
    }
}

/// Changes to needs.
#[derive(Default)]
pub struct NeedMutation;

#[Object]
impl NeedMutation {
    /// Begins a need as a draft.
    async fn create_need(&self, gql: &Context<'_>, input: CreateNeedInput) -> Result<NeedPayload> {
        let content = input.content.into();
        let need =
            service::create(ctx(gql), &input.client_key, input.organization_id, content).await?;
        Ok(NeedPayload { need: Need(need) })
    }

    /// Replaces the content of a draft, of a need that was sent back, or of one about which the market is
    /// consulted.
    async fn update_need(&self, gql: &Context<'_>, input: UpdateNeedInput) -> Result<NeedPayload> {
        let content = input.content.into();
        let need = service::update(ctx(gql), input.need_id, input.version, content).await?;
        Ok(NeedPayload { need: Need(need) })
    }

    /// Sends a need in for review.
    async fn submit_need(&self, gql: &Context<'_>, input: NeedIdInput) -> Result<NeedPayload> {
        Ok(NeedPayload {
            need: Need(service::submit(ctx(gql), input.need_id).await?),
        })
    }

    /// Asks somebody at the province to complete a commune's draft, takes that back, or hands the draft back.
    async fn set_need_focal_point(
        &self,
        gql: &Context<'_>,
        input: SetNeedFocalPointInput,
    ) -> Result<NeedPayload> {
        let (id, asked) = (input.need_id, input.organization_id);
        Ok(NeedPayload {
            need: Need(service::set_focal_point(ctx(gql), id, asked).await?),
        })
    }

    /// Opens a need for proposals after the market was consulted about it.
    async fn open_need(&self, gql: &Context<'_>, input: NeedIdInput) -> Result<NeedPayload> {
        Ok(NeedPayload {
            need: Need(service::open(ctx(gql), input.need_id).await?),
        })
    }

    /// Begins to evaluate a closed need's proposals.
    async fn start_evaluation(&self, gql: &Context<'_>, input: NeedIdInput) -> Result<NeedPayload> {
        Ok(NeedPayload {
            need: Need(service::start_evaluation(ctx(gql), input.need_id).await?),
        })
    }

    /// Ends a need with a reason.
    async fn conclude_need(
        &self,
        gql: &Context<'_>,
        input: ConcludeNeedInput,
    ) -> Result<NeedPayload> {
        let step = match input.outcome {
            NeedOutcome::Withdrawn => Step::Withdraw,
            NeedOutcome::Cancelled => Step::Cancel,
            NeedOutcome::Unsuccessful => Step::Fail,
        };
        let need = service::conclude(ctx(gql), input.need_id, step, &input.reason).await?;
        Ok(NeedPayload { need: Need(need) })
    }

    /// Publishes a need or sends it back; for the alliance's staff.
    async fn review_need(&self, gql: &Context<'_>, input: ReviewNeedInput) -> Result<NeedPayload> {
        let need = service::review(ctx(gql), input.need_id, input.verdict.into()).await?;
        Ok(NeedPayload { need: Need(need) })
    }
}

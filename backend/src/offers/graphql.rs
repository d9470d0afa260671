//! Offers in the API.

use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, Utc};

use super::inputs::{
    CreateOfferInput, OfferFilter, OfferIdInput, OfferPayload, ReviewOfferInput, UpdateOfferInput,
};
use super::rules::Step;
use super::store::Filter;
use super::{OfferMaturity, OfferStatus, entity, service, store};
use crate::app::Ctx;
use crate::domains::graphql::Domain;
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::OfferId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::matches::graphql::Match;
use crate::moderation;
use crate::moderation::graphql::Review;
use crate::moderation::reports::Thing;
use crate::money::MoneyRange;
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::places::graphql::Place;
use crate::policy::Action;
use crate::postings::{ContractType, DeliveryModel, HiddenFor, HiddenReason};
use crate::text::BilingualText;

/// What a firm can deliver.
pub struct Offer(pub super::Offer);

/// What the viewer may do with an offer now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OfferAction {
    /// Change it.
    Edit,
    /// Send it in for review.
    Submit,
    /// Hide it for a while.
    Pause,
    /// Show it again.
    Resume,
    /// Put it away.
    Archive,
    /// Decide on it for the alliance.
    Review,
    /// Run the engine for it.
    RefreshMatches,
}

fn actions(ctx: &Ctx, offer: &super::Offer) -> Vec<OfferAction> {
    use OfferAction as A;
    use OfferStatus as S;
    let owner = ctx.may(Action::EditOffer(offer));
    let draft = matches!(offer.status, S::Draft | S::Rejected | S::Expired);
    let published = offer.status == S::Published;
    let all = [
        (A::Edit, owner && draft),
        (A::Submit, owner && draft),
        (A::Pause, owner && published),
        (A::Resume, owner && offer.status == S::Paused),
        (A::Archive, owner && offer.status != S::Archived),
        (
            A::Review,
            offer.status == S::UnderReview && ctx.may(Action::ReviewOffer(offer)),
        ),
        (
            A::RefreshMatches,
            published && ctx.may(Action::RankOffer(offer)),
        ),
    ];
    all.into_iter()
        .filter(|(_, may)| *may)
        .map(|(action, _)| action)
        .collect()
}

/// An earlier delivery.
pub struct Reference(entity::Reference);

/// An earlier delivery.
#[Object]
impl Reference {
    /// What, for whom.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Where.
    async fn place_id(&self) -> Option<async_graphql::ID> {
        self.0.place_id.clone().map(Into::into)
    }

    /// Where.
    async fn place(&self, gql: &Context<'_>) -> Option<Place> {
        let place = ctx(gql).app.gazetteer.get(self.0.place_id.as_deref()?)?;
        Some(Place(place.clone()))
    }

    /// When.
    async fn year(&self) -> Option<i32> {
        self.0.year
    }
}

/// What a firm can deliver.
#[Object]
impl Offer {
    /// Id.
    async fn id(&self) -> OfferId {
        self.0.id
    }

    /// Owner.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        Ok(Organization(
            loaders(gql).organization(self.0.organization_id).await?,
        ))
    }

    /// Domains.
    async fn domains(&self, gql: &Context<'_>) -> Result<Vec<Domain>> {
        let codes = loaders(gql).offer_domains(self.0.id).await?;
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

    /// In a few sentences.
    async fn summary(&self) -> &BilingualText {
        &self.0.summary
    }

    /// Everything else.
    async fn description(&self) -> &BilingualText {
        &self.0.description
    }

    /// Provinces and cities it is offered in; empty means the whole country.
    async fn coverage(&self, gql: &Context<'_>) -> Result<Vec<Place>> {
        let ids = loaders(gql).offer_places(self.0.id).await?;
        let gazetteer = &ctx(gql).app.gazetteer;
        Ok(ids
            .iter()
            .filter_map(|id| gazetteer.get(id))
            .cloned()
            .map(Place)
            .collect())
    }

    /// What it costs; null when not stated.
    async fn price(&self) -> Option<MoneyRange> {
        MoneyRange::of(self.0.price_min, self.0.price_max)
    }

    /// Contract types the firm can enter.
    async fn contract_types(&self) -> &[ContractType] {
        &self.0.contract_types.0
    }

    /// Delivery models the firm can enter.
    async fn delivery_models(&self) -> &[DeliveryModel] {
        &self.0.delivery_models.0
    }

    /// How far it has come.
    async fn maturity(&self) -> Option<OfferMaturity> {
        self.0.maturity
    }

    /// Earlier deliveries.
    async fn references(&self) -> Vec<Reference> {
        self.0.references.0.iter().cloned().map(Reference).collect()
    }

    /// Where it stands.
    async fn status(&self) -> OfferStatus {
        self.0.status
    }

    /// Why it was sent back; for its owner and staff, else null.
    async fn status_reason(&self, gql: &Context<'_>) -> Option<&str> {
        let may = ctx(gql).may(Action::ViewReviewOf(self.0.organization_id));
        self.0.status_reason.as_deref().filter(|_| may)
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

    /// Until when it is public.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.0.expires_at
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
        let about = Thing::Offer(self.0.id);
        let review = moderation::store::upheld_report(&ctx.app.db, about).await?;
        Ok(review.map(Review))
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Vec<OfferAction> {
        actions(ctx(gql), &self.0)
    }

    /// The last review; for the owner and staff, else null.
    async fn last_review(&self, gql: &Context<'_>) -> Result<Option<Review>> {
        if !ctx(gql).may(Action::ViewReviewOf(self.0.organization_id)) {
            return Ok(None);
        }
        Ok(loaders(gql).offer_review(self.0.id).await?.map(Review))
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
            offer_id: Some(self.0.id),
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
}

impl Listed for Offer {
    type Row = super::Offer;

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
                .fetch_offer_domains(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("coverage") {
            loaders
                .fetch_offer_places(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("lastReview") {
            loaders
                .fetch_offer_reviews(rows.iter().map(|row| row.id))
                .await?;
        }
        Ok(())
    }
}

/// Questions about offers.
#[derive(Default)]
pub struct OfferQuery;

#[Object]
impl OfferQuery {
    /// Published offers, newest first; with `mine`, the viewer's own in every state.
    async fn offers(
        &self,
        gql: &Context<'_>,
        filter: Option<OfferFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Offer>> {
        let filter = filter.unwrap_or_default();
        crate::limits::spend_search(ctx(gql), filter.query.as_deref()).await?;
        let filter = Filter {
            query: filter.query,
            place_id: filter.place_id.map(|id| id.0),
            region: filter.region_code,
            domain: filter.domain,
            statuses: filter.statuses.map(crate::postings::distinct),
            mine: filter.mine.unwrap_or_default(),
            organization_id: filter.organization_id,
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx(gql), filter, args)
            .await?
            .connection::<Offer>(gql)
            .await
    }

    /// One offer.
    async fn offer(&self, gql: &Context<'_>, id: OfferId) -> Result<Option<Offer>> {
        let ctx = ctx(gql);
        let offer = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        ctx.authorize(Action::ViewOffer(&offer))?;
        Ok(Some(Offer(offer)))
    }
}

/// Changes to offers.
#[derive(Default)]
pub struct OfferMutation;

#[Object]
impl OfferMutation {
    /// Begins an offer as a draft.
    async fn create_offer(
        &self,
        gql: &Context<'_>,
        input: CreateOfferInput,
    ) -> Result<OfferPayload> {
        let content = input.content.into();
        let offer =
            service::create(ctx(gql), &input.client_key, input.organization_id, content).await?;
        Ok(OfferPayload {
            offer: Offer(offer),
        })
    }

    /// Replaces the content of a draft, of an offer that was sent back, or of an expired one.
    async fn update_offer(
        &self,
        gql: &Context<'_>,
        input: UpdateOfferInput,
    ) -> Result<OfferPayload> {
        let content = input.content.into();
        let offer = service::update(ctx(gql), input.offer_id, input.version, content).await?;
        Ok(OfferPayload {
            offer: Offer(offer),
        })
    }

    /// Sends an offer in for review.
    async fn submit_offer(&self, gql: &Context<'_>, input: OfferIdInput) -> Result<OfferPayload> {
        Ok(OfferPayload {
            offer: Offer(service::submit(ctx(gql), input.offer_id).await?),
        })
    }

    /// Hides a published offer for a while.
    async fn pause_offer(&self, gql: &Context<'_>, input: OfferIdInput) -> Result<OfferPayload> {
        let offer = service::step(ctx(gql), input.offer_id, Step::Pause).await?;
        Ok(OfferPayload {
            offer: Offer(offer),
        })
    }

    /// Shows a paused offer again.
    async fn resume_offer(&self, gql: &Context<'_>, input: OfferIdInput) -> Result<OfferPayload> {
        let offer = service::step(ctx(gql), input.offer_id, Step::Resume).await?;
        Ok(OfferPayload {
            offer: Offer(offer),
        })
    }

    /// Puts an offer away.
    async fn archive_offer(&self, gql: &Context<'_>, input: OfferIdInput) -> Result<OfferPayload> {
        let offer = service::step(ctx(gql), input.offer_id, Step::Archive).await?;
        Ok(OfferPayload {
            offer: Offer(offer),
        })
    }

    /// Publishes an offer or sends it back; for the alliance's staff.
    async fn review_offer(
        &self,
        gql: &Context<'_>,
        input: ReviewOfferInput,
    ) -> Result<OfferPayload> {
        let offer = service::review(ctx(gql), input.offer_id, input.verdict.into()).await?;
        Ok(OfferPayload {
            offer: Offer(offer),
        })
    }
}

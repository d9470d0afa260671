//! Every query about reviews.

use sea_orm::sea_query::{Condition, Expr, IntoCondition, SimpleExpr};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::decisions::About;
use super::entity::{Column, Entity, Model, ReviewDecision, ReviewKind};
use super::reports::Thing;
use super::rules;
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{NeedId, OfferId, OrganizationId, ReviewId, UserId};
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;

/// By whom a waiting review is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// The viewer.
    Me,
    /// Nobody, or not any more.
    Nobody,
    /// Somebody else.
    Others,
}

/// What the queue may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Some kinds.
    pub kinds: Option<Vec<ReviewKind>>,
    /// Waiting (true) or decided (false).
    pub waiting: Option<bool>,
    /// Held by.
    pub claimed: Option<Claimed>,
    /// Only what the viewer may decide now.
    pub decidable: bool,
}

/// Reviews, oldest first.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find();
    if let Some(kinds) = filter.kinds {
        query = query.filter(Column::Kind.is_in(kinds));
    }
    match filter.waiting {
        Some(true) => query = query.filter(Column::DecidedAt.is_null()),
        Some(false) => query = query.filter(Column::DecidedAt.is_not_null()),
        None => {}
    }
    if let Some(claimed) = filter.claimed {
        query = query.filter(held(ctx, claimed));
    }
    if filter.decidable {
        query = query.filter(visible::decidable_reviews(&ctx.viewer));
    }
    let order = Order {
        column: Column::OpenedAt,
        id: Column::Id,
        descending: false,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

fn held(ctx: &Ctx, by: Claimed) -> Condition {
    let lasting = Condition::all()
        .add(Column::DecidedAt.is_null())
        .add(Column::ClaimedAt.gt(ctx.now() - rules::CLAIM));
    let me = ctx.viewer.user();
    match by {
        Claimed::Me => lasting.add(Column::ClaimedBy.eq(me)),
        Claimed::Others => lasting.add(Column::ClaimedBy.ne(me)),
        Claimed::Nobody => Condition::all().add(Column::DecidedAt.is_null()).add(
            Condition::any()
                .add(Column::ClaimedAt.is_null())
                .add(Column::ClaimedAt.lte(ctx.now() - rules::CLAIM)),
        ),
    }
}

/// The review with this id.
pub async fn find(db: &impl ConnectionTrait, id: ReviewId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The reviews with these ids.
pub async fn find_many(db: &impl ConnectionTrait, ids: &[ReviewId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// The review with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: ReviewId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Adds a review.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves a review.
pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let id = row.id;
    let row = row.into_active_model().reset_all();
    Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

fn waiting(about: About) -> Condition {
    let subject = match about {
        About::Need(id) => Column::NeedId.eq(id),
        About::Offer(id) => Column::OfferId.eq(id),
        About::Match(id) => Column::MatchId.eq(id),
        About::Registration(id) | About::Verification(id) | About::AllianceMembership(id) => {
            Column::OrganizationId.eq(id)
        }
    };
    Condition::all()
        .add(subject)
        .add(Column::Kind.eq(about.kind()))
        .add(Column::DecidedAt.is_null())
}

/// The review of a thing that waits, locked until the transaction ends.
pub async fn lock_open(db: &impl ConnectionTrait, about: About) -> Result<Option<Model>> {
    let query = Entity::find().filter(waiting(about));
    Ok(for_update(query, db).one(db).await?)
}

/// True while a person's report of this very thing waits.
pub async fn has_open_report(db: &impl ConnectionTrait, like: &Model) -> Result<bool> {
    let same = Entity::find()
        .filter(Column::Kind.eq(ReviewKind::Report))
        .filter(Column::OpenedBy.eq(like.opened_by))
        .filter(Column::DecidedAt.is_null())
        .filter(equal_or_null(Column::NeedId, like.need_id))
        .filter(equal_or_null(Column::OfferId, like.offer_id))
        .filter(equal_or_null(Column::OrganizationId, like.organization_id));
    Ok(same.one(db).await?.is_some())
}

/// The newest decision that keeps the person or organisation of `like` out.
pub async fn newest_suspension(db: &impl ConnectionTrait, like: &Model) -> Result<Option<Model>> {
    let whose = Condition::all()
        .add(equal_or_null(Column::UserId, like.user_id))
        .add(equal_or_null(Column::OrganizationId, like.organization_id));
    newest(db, whose, ReviewKind::Suspension, ReviewDecision::Suspended).await
}

/// True while another report of the same thing was found right, and not undone by an appeal.
pub async fn has_other_upheld(db: &impl ConnectionTrait, like: &Model) -> Result<bool> {
    let others = Entity::find()
        .filter(Column::Kind.eq(ReviewKind::Report))
        .filter(Column::Decision.eq(ReviewDecision::Upheld))
        .filter(Column::Id.ne(like.id))
        .filter(equal_or_null(Column::NeedId, like.need_id))
        .filter(equal_or_null(Column::OfferId, like.offer_id))
        .filter(equal_or_null(Column::OrganizationId, like.organization_id))
        .all(db)
        .await?;
    let ids: Vec<_> = others.iter().map(|review| review.id).collect();
    let appeals = appeals_of(db, &ids).await?;
    let undone = |id: ReviewId| {
        appeals.iter().any(|appeal| {
            appeal.appeal_of == Some(id) && appeal.decision == Some(ReviewDecision::Overturned)
        })
    };
    Ok(ids.into_iter().any(|id| !undone(id)))
}

fn equal_or_null<T: Into<sea_orm::Value>>(column: Column, value: Option<T>) -> SimpleExpr {
    match value {
        Some(value) => column.eq(value),
        None => column.is_null(),
    }
}

/// What a person reported and appealed against, oldest first.
pub async fn asked_by(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::OpenedBy.eq(user))
        .filter(Column::Kind.is_in([ReviewKind::Report, ReviewKind::Appeal]))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// True while one of two organisations is about to become part of another, or the other way round.
pub async fn has_open_merge(
    db: &impl ConnectionTrait,
    organizations: [OrganizationId; 2],
) -> Result<bool> {
    let either = Condition::any()
        .add(Column::OrganizationId.is_in(organizations))
        .add(Column::OtherOrganizationId.is_in(organizations));
    let same = Entity::find()
        .filter(Column::Kind.eq(ReviewKind::Merge))
        .filter(Column::DecidedAt.is_null())
        .filter(either);
    Ok(same.one(db).await?.is_some())
}

/// Gives what waits about one organisation to the one that it became part of. What it asked for itself
/// is void.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    let waiting = || {
        Condition::all()
            .add(Column::OrganizationId.eq(from))
            .add(Column::DecidedAt.is_null())
    };
    Entity::update_many()
        .col_expr(Column::OrganizationId, Expr::value(into))
        .filter(waiting())
        .filter(Column::Kind.eq(ReviewKind::Report))
        .exec(db)
        .await?;
    Entity::delete_many()
        .filter(waiting())
        .filter(Column::Kind.is_in([
            ReviewKind::Registration,
            ReviewKind::Verification,
            ReviewKind::AllianceMembership,
        ]))
        .exec(db)
        .await?;
    Ok(())
}

/// The newest report of this need, this offer or this organisation that was found right.
pub async fn upheld_report(db: &impl ConnectionTrait, about: Thing) -> Result<Option<Model>> {
    let subject = match about {
        Thing::Need(id) => Column::NeedId.eq(id),
        Thing::Offer(id) => Column::OfferId.eq(id),
        Thing::Organization(id) => Column::OrganizationId.eq(id),
    };
    newest(db, subject, ReviewKind::Report, ReviewDecision::Upheld).await
}

/// The newest decision by which an organisation was suspended.
pub async fn suspension_of(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
) -> Result<Option<Model>> {
    let subject = Column::OrganizationId.eq(organization);
    newest(
        db,
        subject,
        ReviewKind::Suspension,
        ReviewDecision::Suspended,
    )
    .await
}

async fn newest(
    db: &impl ConnectionTrait,
    subject: impl IntoCondition,
    kind: ReviewKind,
    decision: ReviewDecision,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(subject)
        .filter(Column::Kind.eq(kind))
        .filter(Column::Decision.eq(decision))
        .order_by_desc(Column::DecidedAt)
        .order_by_desc(Column::Id)
        .one(db)
        .await?)
}

/// The appeals against these decisions.
pub async fn appeals_of(db: &impl ConnectionTrait, ids: &[ReviewId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::AppealOf.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// Registrations that a person asked for and that wait.
pub async fn count_opened_by(db: &impl ConnectionTrait, user: UserId) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::Kind.eq(ReviewKind::Registration))
        .filter(Column::OpenedBy.eq(user))
        .filter(Column::DecidedAt.is_null())
        .count(db)
        .await?)
}

/// Removes the review of a thing that waits; nothing was decided, nothing is lost.
pub async fn delete_open(db: &impl ConnectionTrait, about: About) -> Result<()> {
    Entity::delete_many()
        .filter(waiting(about))
        .exec(db)
        .await?;
    Ok(())
}

/// Decided reviews of these needs, oldest first.
pub async fn of_needs(db: &impl ConnectionTrait, ids: &[NeedId]) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::NeedId.is_in(ids.iter().copied()))
        .filter(Column::Kind.eq(ReviewKind::Need));
    Ok(query
        .filter(Column::DecidedAt.is_not_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Decided reviews of these offers, oldest first.
pub async fn of_offers(db: &impl ConnectionTrait, ids: &[OfferId]) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::OfferId.is_in(ids.iter().copied()))
        .filter(Column::Kind.eq(ReviewKind::Offer));
    Ok(query
        .filter(Column::DecidedAt.is_not_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

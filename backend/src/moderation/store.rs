//! Every query about reviews.

use sea_orm::sea_query::Condition;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::decisions::About;
use super::entity::{Column, Entity, Model, ReviewKind};
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::{NeedId, OfferId, ReviewId, UserId};
use crate::paging::{Order, Page, PageArgs, page};

/// What the queue may be narrowed to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// One kind.
    pub kind: Option<ReviewKind>,
    /// Waiting (true) or decided (false).
    pub waiting: Option<bool>,
}

/// Reviews, oldest first.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find();
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind));
    }
    match filter.waiting {
        Some(true) => query = query.filter(Column::DecidedAt.is_null()),
        Some(false) => query = query.filter(Column::DecidedAt.is_not_null()),
        None => {}
    }
    let order = Order {
        column: Column::OpenedAt,
        id: Column::Id,
        descending: false,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// The review with this id.
pub async fn find(db: &impl ConnectionTrait, id: ReviewId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
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

/// The review of a thing that waits.
pub async fn find_open(db: &impl ConnectionTrait, about: About) -> Result<Option<Model>> {
    Ok(Entity::find().filter(waiting(about)).one(db).await?)
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
    let query = Entity::find().filter(Column::NeedId.is_in(ids.iter().copied()));
    Ok(query
        .filter(Column::DecidedAt.is_not_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Decided reviews of these offers, oldest first.
pub async fn of_offers(db: &impl ConnectionTrait, ids: &[OfferId]) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::OfferId.is_in(ids.iter().copied()));
    Ok(query
        .filter(Column::DecidedAt.is_not_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

//! Every query about offers.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::entity::{self, Column, Entity, Model, OfferStatus};
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{OfferId, OrganizationId, UserId};
use crate::organizations::store::contains;
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;
use crate::postings::HiddenFor;

/// What a list of offers may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of the text, with or without diacritics.
    pub query: Option<String>,
    /// Offers that cover this province or city.
    pub place_id: Option<String>,
    /// Offers that cover anything of this region.
    pub region: Option<String>,
    /// Domain.
    pub domain: Option<String>,
    /// Statuses.
    pub statuses: Option<Vec<OfferStatus>>,
    /// Only those of the viewer's organisations, drafts included.
    pub mine: bool,
    /// Only those of one organisation.
    pub organization_id: Option<OrganizationId>,
}

/// Offers the viewer may see. Without `mine` or an organisation: the public ones.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find().filter(visible::offers(&ctx.viewer));
    if filter.mine {
        query = query.filter(Column::OrganizationId.is_in(ctx.viewer.organizations()));
    } else if filter.organization_id.is_none() {
        query = query.filter(visible::public_offers());
        if filter.statuses.is_none() {
            query = query.filter(Column::Status.eq(OfferStatus::Published));
        }
    }
    if let Some(id) = filter.organization_id {
        query = query.filter(Column::OrganizationId.eq(id));
    }
    if let Some(words) = filter.query.as_deref() {
        query = query.filter(contains(Column::SearchText, words));
    }
    if let Some(place) = filter.place_id {
        query = query.filter(covers(&[place]));
    }
    if let Some(region) = filter.region {
        query = query.filter(covers(&ctx.app.gazetteer.in_region(&region)));
    }
    if let Some(domain) = filter.domain {
        let mut with = Query::select();
        with.column(entity::domain::Column::OfferId)
            .from(entity::domain::Entity)
            .and_where(entity::domain::Column::DomainCode.eq(domain));
        query = query.filter(Column::Id.in_subquery(with));
    }
    if let Some(statuses) = filter.statuses {
        query = query.filter(Column::Status.is_in(statuses));
    }
    let order = Order {
        column: Column::ListedAt,
        id: Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// Offers that name one of the places, or none at all and so cover the country.
fn covers(places: &[String]) -> Condition {
    let mut any = Query::select();
    any.column(entity::place::Column::OfferId)
        .from(entity::place::Entity);
    let mut named = any.clone();
    named.and_where(entity::place::Column::PlaceId.is_in(places.iter().cloned()));
    Condition::any()
        .add(Expr::col((Entity, Column::Id)).in_subquery(named))
        .add(Expr::col((Entity, Column::Id)).not_in_subquery(any))
}

/// What was published between two moments and still stands, newest first.
pub async fn published_between(
    db: &impl ConnectionTrait,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(visible::public_offers())
        .filter(Column::PublishedAt.gte(since))
        .filter(Column::PublishedAt.lt(until))
        .order_by_desc(Column::PublishedAt)
        .limit(most)
        .all(db)
        .await?)
}

/// The offer with this id.
pub async fn find(db: &impl ConnectionTrait, id: OfferId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The offer with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: OfferId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// The offers with these ids.
pub async fn find_many(db: &impl ConnectionTrait, ids: &[OfferId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// Every published offer.
pub async fn published(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Status.eq(OfferStatus::Published))
        .filter(Column::HiddenFor.is_null())
        .all(db)
        .await?)
}

/// Number of published offers.
pub async fn count_published(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::Status.eq(OfferStatus::Published))
        .filter(Column::HiddenFor.is_null())
        .count(db)
        .await?)
}

/// Every one of an organisation, locked until the transaction ends.
pub async fn lock_of(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::OrganizationId.eq(id))
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// Every one that a person began, locked until the transaction ends.
pub async fn lock_by(db: &impl ConnectionTrait, author: UserId) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::CreatedBy.eq(author))
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// Says why it is out of sight, or that it is not. What it says is the same, so its version is, too.
pub async fn set_hidden(
    db: &impl ConnectionTrait,
    id: OfferId,
    hidden_for: Option<HiddenFor>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::HiddenFor, Expr::value(hidden_for))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Gives everything of one organisation to another.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::OrganizationId, Expr::value(into))
        .filter(Column::OrganizationId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Adds an offer with its domains and places.
pub async fn insert(
    db: &impl ConnectionTrait,
    offer: Model,
    domains: &[String],
    coverage: &[String],
) -> Result<()> {
    let id = offer.id;
    Entity::insert(offer.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    insert_sets(db, id, domains, coverage).await
}

/// Saves an offer as it is, if nobody else has since the caller read it; raises its version.
pub async fn update(db: &impl ConnectionTrait, mut offer: Model) -> Result<Model> {
    let read = offer.version;
    offer.version += 1;
    let saved = Entity::update_many()
        .set(offer.clone().into_active_model().reset_all())
        .filter(Column::Id.eq(offer.id))
        .filter(Column::Version.eq(read))
        .exec(db)
        .await?;
    if saved.rows_affected == 1 {
        Ok(offer)
    } else {
        Err(Error::stale())
    }
}

/// Replaces an offer's domains and places.
pub async fn set_sets(
    db: &impl ConnectionTrait,
    id: OfferId,
    domains: &[String],
    coverage: &[String],
) -> Result<()> {
    entity::domain::Entity::delete_many()
        .filter(entity::domain::Column::OfferId.eq(id))
        .exec(db)
        .await?;
    entity::place::Entity::delete_many()
        .filter(entity::place::Column::OfferId.eq(id))
        .exec(db)
        .await?;
    insert_sets(db, id, domains, coverage).await
}

async fn insert_sets(
    db: &impl ConnectionTrait,
    id: OfferId,
    domains: &[String],
    coverage: &[String],
) -> Result<()> {
    if !domains.is_empty() {
        let rows = domains.iter().map(|code| {
            entity::domain::Model {
                offer_id: id,
                domain_code: code.clone(),
            }
            .into_active_model()
            .reset_all()
        });
        entity::domain::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    if !coverage.is_empty() {
        let rows = coverage.iter().map(|place| {
            entity::place::Model {
                offer_id: id,
                place_id: place.clone(),
            }
            .into_active_model()
            .reset_all()
        });
        entity::place::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Domain codes of these offers, as (offer, code).
pub async fn domains_of(
    db: &impl ConnectionTrait,
    ids: &[OfferId],
) -> Result<Vec<(OfferId, String)>> {
    let rows = entity::domain::Entity::find()
        .filter(entity::domain::Column::OfferId.is_in(ids.iter().copied()))
        .order_by_asc(entity::domain::Column::DomainCode)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.offer_id, row.domain_code))
        .collect())
}

/// Place ids of these offers, as (offer, place).
pub async fn coverage_of(
    db: &impl ConnectionTrait,
    ids: &[OfferId],
) -> Result<Vec<(OfferId, String)>> {
    let rows = entity::place::Entity::find()
        .filter(entity::place::Column::OfferId.is_in(ids.iter().copied()))
        .order_by_asc(entity::place::Column::PlaceId)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.offer_id, row.place_id))
        .collect())
}

/// Ids of the offers of these organisations.
pub async fn ids_of_many(
    db: &impl ConnectionTrait,
    owners: &[OrganizationId],
) -> Result<Vec<OfferId>> {
    let query = Entity::find().filter(Column::OrganizationId.is_in(owners.iter().copied()));
    Ok(query
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .all(db)
        .await?)
}

/// Ids after an id, in order.
pub async fn ids_after(
    db: &impl ConnectionTrait,
    after: OfferId,
    limit: u64,
) -> Result<Vec<OfferId>> {
    let query = Entity::find().filter(Column::Id.gt(after));
    Ok(query
        .select_only()
        .column(Column::Id)
        .order_by_asc(Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?)
}

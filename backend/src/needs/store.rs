//! Every query about needs.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::brief::NeedBrief;
use super::entity::{self, Column, Entity, Model, NeedStatus};
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{NeedId, OrganizationId, UserId};
use crate::organizations::store::contains;
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;
use crate::postings::HiddenFor;

/// What a list of needs may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of the text, with or without diacritics.
    pub query: Option<String>,
    /// Province or city.
    pub place_id: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Domain.
    pub domain: Option<String>,
    /// Statuses.
    pub statuses: Option<Vec<NeedStatus>>,
    /// Only those of the viewer's organisations, drafts included.
    pub mine: bool,
    /// Only those that the viewer's organisations were asked to complete.
    pub completing: bool,
    /// Only those of one organisation.
    pub organization_id: Option<OrganizationId>,
    /// By deadline instead of by date of publication.
    pub closing_soon: bool,
}

/// Needs the viewer may see. Without `mine` or an organisation: the published ones.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find().filter(visible::needs(&ctx.viewer));
    if filter.completing {
        query = query.filter(Column::FocalPointId.is_in(ctx.viewer.organizations()));
    } else if filter.mine {
        query = query.filter(Column::OrganizationId.is_in(ctx.viewer.organizations()));
    } else if filter.organization_id.is_none() {
        query = query.filter(visible::public_needs());
    }
    if let Some(id) = filter.organization_id {
        query = query.filter(Column::OrganizationId.eq(id));
    }
    if let Some(words) = filter.query.as_deref() {
        query = query.filter(contains(Column::SearchText, words));
    }
    if let Some(place) = filter.place_id {
        query = query.filter(Column::PlaceId.eq(place));
    }
    if let Some(region) = filter.region {
        query = query.filter(Column::PlaceId.is_in(ctx.app.gazetteer.in_region(&region)));
    }
    if let Some(domain) = filter.domain {
        let mut with = Query::select();
        with.column(entity::domain::Column::NeedId)
            .from(entity::domain::Entity)
            .and_where(entity::domain::Column::DomainCode.eq(domain));
        query = query.filter(Column::Id.in_subquery(with));
    }
    match filter.statuses {
        Some(statuses) => query = query.filter(Column::Status.is_in(statuses)),
        // What closed long ago is not closing soon.
        None if filter.closing_soon => query = query.filter(Column::Status.eq(NeedStatus::Open)),
        None => {}
    }
    let order = if filter.closing_soon {
        query = query.filter(Column::ClosesAt.is_not_null());
        Order {
            column: Column::ClosesAt,
            id: Column::Id,
            descending: false,
        }
    } else {
        Order {
            column: Column::ListedAt,
            id: Column::Id,
            descending: true,
        }
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// What was published between two moments and still stands, newest first.
pub async fn published_between(
    db: &impl ConnectionTrait,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(visible::public_needs())
        .filter(Column::Status.eq(NeedStatus::Open))
        .filter(Column::PublishedAt.gte(since))
        .filter(Column::PublishedAt.lt(until))
        .order_by_desc(Column::PublishedAt)
        .limit(most)
        .all(db)
        .await?)
}

/// The need with this id.
pub async fn find(db: &impl ConnectionTrait, id: NeedId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The need with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: NeedId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Ids of an organisation's needs.
pub async fn ids_of(db: &impl ConnectionTrait, owner: OrganizationId) -> Result<Vec<NeedId>> {
    let rows = Entity::find()
        .filter(Column::OrganizationId.eq(owner))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|need| need.id).collect())
}

/// The needs with these ids, locked one after the other in the order of their ids.
pub async fn lock_many(db: &impl ConnectionTrait, ids: &[NeedId]) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    Ok(for_update(query.order_by_asc(Column::Id), db)
        .all(db)
        .await?)
}

/// The needs with these ids.
pub async fn find_many(db: &impl ConnectionTrait, ids: &[NeedId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// Every need that takes proposals and may be seen.
pub async fn open(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Status.eq(NeedStatus::Open))
        .filter(Column::HiddenFor.is_null())
        .all(db)
        .await?)
}

/// Open needs whose deadline has passed.
pub async fn overdue(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::Status.eq(NeedStatus::Open));
    Ok(query.filter(Column::ClosesAt.lte(now)).all(db).await?)
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
    id: NeedId,
    hidden_for: Option<HiddenFor>,
    at: DateTime<Utc>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::HiddenFor, Expr::value(hidden_for))
        .col_expr(Column::ReleasedAt, Expr::value(at))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// What everybody may know of it has changed, though not what it says: the feed of open data tells it anew.
pub async fn released(db: &impl ConnectionTrait, id: NeedId, at: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ReleasedAt, Expr::value(at))
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
    Entity::update_many()
        .col_expr(Column::FocalPointId, Expr::value(into))
        .filter(Column::FocalPointId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Says who completes a need; that is no change of what it says, so its version stays.
pub async fn set_focal_point(
    db: &impl ConnectionTrait,
    id: NeedId,
    focal_point: Option<OrganizationId>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::FocalPointId, Expr::value(focal_point))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Adds a need with its domains.
pub async fn insert(db: &impl ConnectionTrait, need: Model, domains: &[String]) -> Result<()> {
    let id = need.id;
    Entity::insert(need.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    insert_domains(db, id, domains).await
}

/// Saves a need as it is, if nobody else has since the caller read it; raises its version.
pub async fn update(db: &impl ConnectionTrait, mut need: Model) -> Result<Model> {
    let read = need.version;
    need.version += 1;
    need.released_at = need.released_at.max(need.updated_at);
    let row = need.clone().into_active_model().reset_all();
    let saved = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(need.id))
        .filter(Column::Version.eq(read))
        .exec(db)
        .await?;
    if saved.rows_affected == 1 {
        Ok(need)
    } else {
        Err(Error::stale())
    }
}

/// Replaces a need's domains.
pub async fn set_domains(db: &impl ConnectionTrait, id: NeedId, domains: &[String]) -> Result<()> {
    entity::domain::Entity::delete_many()
        .filter(entity::domain::Column::NeedId.eq(id))
        .exec(db)
        .await?;
    insert_domains(db, id, domains).await
}

async fn insert_domains(db: &impl ConnectionTrait, id: NeedId, domains: &[String]) -> Result<()> {
    if domains.is_empty() {
        return Ok(());
    }
    let rows = domains.iter().map(|code| {
        entity::domain::Model {
            need_id: id,
            domain_code: code.clone(),
        }
        .into_active_model()
        .reset_all()
    });
    entity::domain::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// What a need says beside its texts.
pub async fn brief(db: &impl ConnectionTrait, id: NeedId) -> Result<NeedBrief> {
    let row = entity::brief::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| row.content).unwrap_or_default())
}

/// Replaces what a need says beside its texts; the need is locked, or new.
pub async fn set_brief(db: &impl ConnectionTrait, id: NeedId, content: NeedBrief) -> Result<()> {
    entity::brief::Entity::delete_by_id(id).exec(db).await?;
    if content == NeedBrief::default() {
        return Ok(());
    }
    let row = entity::brief::Model {
        need_id: id,
        content,
    };
    entity::brief::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Domain codes of these needs, as (need, code).
pub async fn domains_of(
    db: &impl ConnectionTrait,
    ids: &[NeedId],
) -> Result<Vec<(NeedId, String)>> {
    let rows = entity::domain::Entity::find()
        .filter(entity::domain::Column::NeedId.is_in(ids.iter().copied()))
        .order_by_asc(entity::domain::Column::DomainCode)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.need_id, row.domain_code))
        .collect())
}

/// Number of open needs in each place.
pub async fn open_by_place(db: &impl ConnectionTrait) -> Result<Vec<(Option<String>, i64)>> {
    let mut query = Query::select();
    query
        .column(Column::PlaceId)
        .expr_as(Expr::cust("COUNT(*)"), "needs")
        .from(Entity)
        .and_where(Column::Status.eq(NeedStatus::Open))
        .and_where(Column::HiddenFor.is_null())
        .group_by_col(Column::PlaceId);
    let rows = db.query_all(&query).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "place_id")?, row.try_get("", "needs")?)))
        .collect::<Result<_, sea_orm::DbErr>>()
        .map_err(Into::into)
}

/// Ids of the needs of these organisations.
pub async fn ids_of_many(
    db: &impl ConnectionTrait,
    owners: &[OrganizationId],
) -> Result<Vec<NeedId>> {
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
    after: NeedId,
    limit: u64,
) -> Result<Vec<NeedId>> {
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

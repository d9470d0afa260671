//! Every query about matches.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entity::{Column, Entity, MatchStatus, Model};
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{MatchId, NeedId, OfferId, OrganizationId};
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;

/// What a list of matches may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of one need.
    pub need_id: Option<NeedId>,
    /// Of one offer.
    pub offer_id: Option<OfferId>,
    /// Statuses.
    pub statuses: Option<Vec<MatchStatus>>,
    /// Only those of the viewer's organisations.
    pub mine: bool,
}

/// Matches the viewer may see, best first.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find().filter(visible::matches(&ctx.viewer));
    if filter.mine {
        let own = ctx.viewer.organizations();
        query = query.filter(
            Condition::any()
                .add(Column::NeedOrganizationId.is_in(own.clone()))
                .add(Column::OfferOrganizationId.is_in(own)),
        );
    }
    if let Some(id) = filter.need_id {
        query = query.filter(Column::NeedId.eq(id));
    }
    if let Some(id) = filter.offer_id {
        query = query.filter(Column::OfferId.eq(id));
    }
    if let Some(statuses) = filter.statuses {
        query = query.filter(Column::Status.is_in(statuses));
    }
    let order = Order {
        column: Column::Score,
        id: Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// The match with this id.
pub async fn find(db: &impl ConnectionTrait, id: MatchId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The matches with these ids.
pub async fn find_many(db: &impl ConnectionTrait, ids: &[MatchId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// The match with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: MatchId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Every match of a need, locked until the transaction ends.
pub async fn lock_of_need(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<Model>> {
    Ok(for_update(Entity::find().filter(Column::NeedId.eq(id)), db)
        .all(db)
        .await?)
}

/// Every match of an offer, locked until the transaction ends.
pub async fn lock_of_offer(db: &impl ConnectionTrait, id: OfferId) -> Result<Vec<Model>> {
    Ok(
        for_update(Entity::find().filter(Column::OfferId.eq(id)), db)
            .all(db)
            .await?,
    )
}

/// Adds a match unless the pair has one; true when added.
pub async fn insert_once(db: &impl ConnectionTrait, row: Model) -> Result<bool> {
    use sea_orm::QueryTrait;
    use sea_orm::sea_query::OnConflict;

    let pair = OnConflict::columns([Column::NeedId, Column::OfferId])
        .do_nothing()
        .to_owned();
    let insert = Entity::insert(row.into_active_model().reset_all())
        .on_conflict(pair)
        .into_query();
    Ok(db.execute(&insert).await?.rows_affected() == 1)
}

/// Gives the sides of one organisation to another.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    for side in [Column::NeedOrganizationId, Column::OfferOrganizationId] {
        Entity::update_many()
            .col_expr(side, Expr::value(into))
            .filter(side.eq(from))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Matches of an organisation with itself, locked until the transaction ends.
pub async fn lock_with_itself(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::NeedOrganizationId.eq(id))
        .filter(Column::OfferOrganizationId.eq(id));
    Ok(for_update(query, db).all(db).await?)
}

/// Saves a match that the caller has locked.
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

/// Number of matches in which both sides accepted, by the offer's owner.
pub async fn count_mutual(
    db: &impl ConnectionTrait,
    owners: &[OrganizationId],
) -> Result<HashMap<OrganizationId, i64>> {
    let mut query = Query::select();
    query
        .column(Column::OfferOrganizationId)
        .expr_as(Expr::cust("COUNT(*)"), "total")
        .from(Entity)
        .and_where(Column::OfferOrganizationId.is_in(owners.iter().copied()))
        .and_where(Column::Status.is_in(MatchStatus::MUTUAL))
        .group_by_col(Column::OfferOrganizationId);
    let rows = db.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            let owner: uuid::Uuid = row.try_get("", "offer_organization_id")?;
            Ok((OrganizationId(owner), row.try_get("", "total")?))
        })
        .collect::<Result<_, sea_orm::DbErr>>()
        .map_err(Into::into)
}

/// Introductions since a moment in which one of these organisations is a side.
pub async fn introduced_since(
    db: &impl ConnectionTrait,
    owners: &[OrganizationId],
    since: DateTime<Utc>,
) -> Result<Vec<Model>> {
    let own = owners.iter().copied();
    Ok(Entity::find()
        .filter(Column::IntroducedAt.gte(since))
        .filter(
            Condition::any()
                .add(Column::NeedOrganizationId.is_in(own.clone()))
                .add(Column::OfferOrganizationId.is_in(own)),
        )
        .all(db)
        .await?)
}

/// Every match on which somebody decided something.
pub async fn decided(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Status.is_not_in([MatchStatus::Suggested, MatchStatus::Expired]))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Every match that waits for a decision.
pub async fn undecided(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Status.is_in([MatchStatus::Suggested, MatchStatus::Reviewed]))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Numbers for the public: introduced at all, and accepted by both.
pub async fn count_introduced(db: &impl ConnectionTrait) -> Result<(u64, u64)> {
    let introduced = Entity::find()
        .filter(Column::IntroducedAt.is_not_null())
        .count(db)
        .await?;
    let mutual = Entity::find()
        .filter(Column::Status.is_in(MatchStatus::MUTUAL))
        .count(db)
        .await?;
    Ok((introduced, mutual))
}

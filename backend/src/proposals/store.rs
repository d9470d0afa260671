//! Every query about proposals.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::entity::{Column, Entity, Model, ProposalStatus};
use crate::app::Ctx;
use crate::db::{for_update, is_unique_violation};
use crate::error::{Error, Result};
use crate::ids::{NeedId, OrganizationId, ProposalId};
use crate::organizations::organization;
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::{is_open_to_owner, visible};
use crate::text::say;

/// What a list of proposals may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// For one need.
    pub need_id: Option<NeedId>,
    /// Only those of the viewer's organisations.
    pub mine: bool,
    /// Statuses.
    pub statuses: Option<Vec<ProposalStatus>>,
}

/// Proposals the viewer may know of, newest first.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find().filter(visible::proposals(&ctx.viewer));
    if filter.mine {
        query = query.filter(Column::OrganizationId.is_in(ctx.viewer.organizations()));
    }
    if let Some(id) = filter.need_id {
        query = query.filter(Column::NeedId.eq(id));
    }
    if let Some(statuses) = filter.statuses {
        query = query.filter(Column::Status.is_in(statuses));
    }
    let order = Order {
        column: Column::CreatedAt,
        id: Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// The proposal with this id.
pub async fn find(db: &impl ConnectionTrait, id: ProposalId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The proposal with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: ProposalId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Every proposal for a need, oldest first, locked until the transaction ends.
pub async fn lock_of_need(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::NeedId.eq(id))
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// Needs for which an organisation has written a proposal.
pub async fn needs_of_bidder(
    db: &impl ConnectionTrait,
    bidder: OrganizationId,
) -> Result<Vec<NeedId>> {
    let query = Entity::find().filter(Column::OrganizationId.eq(bidder));
    let rows = query.all(db).await?;
    Ok(rows.into_iter().map(|proposal| proposal.need_id).collect())
}

/// Every proposal of a bidder, oldest first, locked until the transaction ends.
pub async fn lock_of_bidder(
    db: &impl ConnectionTrait,
    bidder: OrganizationId,
) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::OrganizationId.eq(bidder))
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// Proposals for a need that were opened, whatever became of them since, oldest first.
pub async fn opened(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::NeedId.eq(id));
    let mut rows = query.order_by_asc(Column::Id).all(db).await?;
    rows.retain(|proposal| is_open_to_owner(proposal.status));
    Ok(rows)
}

/// Adds a proposal; one per bidder and need.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    match Entity::insert(row).exec_without_returning(db).await {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(Error::conflict(say(
            "Tổ chức của bạn đã có đề xuất cho nhu cầu này. Hãy mở đề xuất đó.",
            "Your organisation has a proposal for this need already. Open that one.",
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Saves a proposal that the caller has locked; raises its version.
pub async fn update(db: &impl ConnectionTrait, mut row: Model) -> Result<Model> {
    row.version += 1;
    let values = row.clone().into_active_model().reset_all();
    Entity::update_many()
        .set(values)
        .filter(Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(row)
}

/// Number of selected proposals, by bidder; what a bidder won that became part of another counts for
/// that one.
pub async fn count_selected(
    db: &impl ConnectionTrait,
    bidders: &[OrganizationId],
) -> Result<HashMap<OrganizationId, i64>> {
    let now = Func::coalesce([
        Expr::col((organization::Entity, organization::Column::MergedIntoId)),
        Expr::col((organization::Entity, organization::Column::Id)),
    ]);
    let mut query = Query::select();
    query
        .expr_as(now.clone(), "bidder")
        .expr_as(Expr::cust("COUNT(*)"), "total")
        .from(Entity)
        .inner_join(
            organization::Entity,
            Expr::col((organization::Entity, organization::Column::Id))
                .equals((Entity, Column::OrganizationId)),
        )
        .and_where(Expr::expr(now.clone()).is_in(bidders.iter().map(|id| id.0)))
        .and_where(Column::Status.eq(ProposalStatus::Selected))
        .add_group_by([now.into()]);
    let rows = db.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            let bidder: uuid::Uuid = row.try_get("", "bidder")?;
            Ok((OrganizationId(bidder), row.try_get("", "total")?))
        })
        .collect::<Result<_, sea_orm::DbErr>>()
        .map_err(Into::into)
}

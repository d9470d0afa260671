//! Every query about proposals.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder,
};

use super::entity::{Column, Entity, Model, ProposalStatus, attachment, content, key, legacy};
use super::sealing::Sealed;
use crate::app::Ctx;
use crate::db::{Txn, for_update, is_unique_violation};
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, NeedId, OrganizationId, ProposalId};
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
        query = query.filter(visible::own_proposals(ctx.viewer.organizations()));
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

/// The proposals with these ids.
pub async fn find_many(db: &impl ConnectionTrait, ids: &[ProposalId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
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

/// Organisations that have begun a proposal for a need and not taken it back.
pub async fn bidders(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<OrganizationId>> {
    let query = Entity::find()
        .filter(Column::NeedId.eq(id))
        .filter(Column::Status.ne(ProposalStatus::Withdrawn));
    let rows = query.order_by_asc(Column::Id).all(db).await?;
    Ok(rows.into_iter().map(|row| row.organization_id).collect())
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

/// As [`opened`], of several needs.
pub async fn opened_of(db: &impl ConnectionTrait, ids: &[NeedId]) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::NeedId.is_in(ids.iter().copied()));
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

/// Contents and keys of proposals, both sealed: the one place where a key is selected.
pub async fn sealed(db: &impl ConnectionTrait, ids: &[ProposalId]) -> Result<Vec<Sealed>> {
    let ids = || ids.iter().copied();
    let contents = content::Entity::find()
        .filter(content::Column::ProposalId.is_in(ids()))
        .all(db)
        .await?;
    let keys = key::Entity::find()
        .filter(key::Column::ProposalId.is_in(ids()))
        .all(db)
        .await?;
    let mut keys: HashMap<_, _> = keys.into_iter().map(|row| (row.proposal_id, row)).collect();
    Ok(contents
        .into_iter()
        .filter_map(|row| keys.remove(&row.proposal_id).map(|key| (row, key)))
        .collect())
}

/// Adds the content of a new proposal and its key.
pub async fn insert_sealed(txn: &Txn, (content, key): Sealed) -> Result<()> {
    let content = content.into_active_model().reset_all();
    content::Entity::insert(content)
        .exec_without_returning(txn)
        .await?;
    let key = key.into_active_model().reset_all();
    key::Entity::insert(key).exec_without_returning(txn).await?;
    Ok(())
}

/// Saves a content under the key that it has.
pub async fn update_content(txn: &Txn, row: content::Model) -> Result<()> {
    content::Entity::update_many()
        .filter(content::Column::ProposalId.eq(row.proposal_id))
        .set(row.into_active_model().reset_all())
        .exec(txn)
        .await?;
    Ok(())
}

/// Puts a content and a key in the place of what was there.
pub async fn replace_sealed(txn: &Txn, (content, key): Sealed) -> Result<()> {
    key::Entity::update_many()
        .filter(key::Column::ProposalId.eq(key.proposal_id))
        .set(key.into_active_model().reset_all())
        .exec(txn)
        .await?;
    update_content(txn, content).await
}

/// The opening hands the keys of these proposals out.
pub async fn release(txn: &Txn, ids: &[ProposalId], at: DateTime<Utc>) -> Result<()> {
    key::Entity::update_many()
        .col_expr(key::Column::ReleasedAt, Expr::value(Some(at)))
        .filter(key::Column::ProposalId.is_in(ids.iter().copied()))
        .exec(txn)
        .await?;
    Ok(())
}

/// Where the bytes of an attachment lie.
pub async fn attachment(
    db: &impl ConnectionTrait,
    id: AttachmentId,
) -> Result<Option<attachment::Model>> {
    Ok(attachment::Entity::find_by_id(id).one(db).await?)
}

/// Adds an attachment.
pub async fn insert_attachment(txn: &Txn, row: attachment::Model) -> Result<()> {
    attachment::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Removes an attachment of a proposal.
pub async fn delete_attachment(txn: &Txn, of: ProposalId, id: AttachmentId) -> Result<()> {
    attachment::Entity::delete_by_id(id)
        .filter(attachment::Column::ProposalId.eq(of))
        .exec(txn)
        .await?;
    Ok(())
}

/// What was carried along from before proposals were sealed at rest.
pub async fn legacy(db: &impl ConnectionTrait) -> Result<Vec<(legacy::Model, Model)>> {
    let rows = legacy::Entity::find().all(db).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.proposal_id).collect();
    let mut proposals = HashMap::new();
    for ids in ids.chunks(500) {
        let query = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
        proposals.extend(query.all(db).await?.into_iter().map(|row| (row.id, row)));
    }
    Ok(rows
        .into_iter()
        .filter_map(|row| proposals.remove(&row.proposal_id).map(|found| (row, found)))
        .collect())
}

/// Removes what was carried along of one; true when it was still there.
pub async fn delete_legacy(txn: &Txn, id: ProposalId) -> Result<bool> {
    let deleted = legacy::Entity::delete_by_id(id).exec(txn).await?;
    Ok(deleted.rows_affected == 1)
}

/// Rewrites the tables in which plain text stood, so that none of it is left in freed pages. Where the
/// database does not let us, it says so in the log: then it is the operator's to do.
pub async fn scrub(db: &DatabaseConnection) {
    let statements: &[&str] = match db.get_database_backend() {
        DbBackend::Postgres => &["VACUUM FULL proposal", "VACUUM FULL proposal_legacy"],
        _ => &["VACUUM"],
    };
    for statement in statements {
        if let Err(error) = db.execute_unprepared(statement).await {
            tracing::warn!(
                ?error,
                statement,
                "freed pages may still hold old proposals"
            );
        }
    }
}

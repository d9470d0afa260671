//! Every query about joint calls.

use sea_orm::sea_query::{Condition, Expr, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::entity::{Answer, Column, Entity, JointCallStatus, Model, part};
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{JointCallId, NeedId, OrganizationId};
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;

/// What a list of joint calls may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// With this need among its own.
    pub need_id: Option<NeedId>,
    /// Statuses.
    pub statuses: Option<Vec<JointCallStatus>>,
    /// Only those with needs of the viewer's organisations.
    pub mine: bool,
}

/// Ids of the joint calls one of whose needs fulfils this.
pub fn with_part(condition: Condition) -> SelectStatement {
    let mut query = Query::select();
    query
        .column(part::Column::JointCallId)
        .from(part::Entity)
        .cond_where(condition);
    query
}

fn of_owners(owners: Vec<OrganizationId>) -> SelectStatement {
    with_part(Condition::all().add(part::Column::OrganizationId.is_in(owners)))
}

/// Joint calls the viewer may see, newest first.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let own = ctx.viewer.organizations();
    let mut query = Entity::find().filter(visible::joint_calls(&ctx.viewer));
    if filter.mine {
        query = query.filter(Column::Id.in_subquery(of_owners(own.clone())));
    }
    if let Some(id) = filter.need_id {
        let of_need = Condition::all().add(part::Column::NeedId.eq(id));
        let mut shown = Condition::any().add(
            Column::Id.in_subquery(with_part(
                of_need
                    .clone()
                    .add(part::Column::Answer.eq(Answer::Consented)),
            )),
        );
        // That a need was part of it once is for those who took part to know.
        let whole = Column::Id.in_subquery(with_part(of_need));
        shown = if ctx.viewer.is_staff() {
            shown.add(whole)
        } else {
            let own = Column::Id.in_subquery(of_owners(own));
            shown.add(Condition::all().add(whole).add(own))
        };
        query = query.filter(shown);
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

/// The joint call with this id.
pub async fn find(db: &impl ConnectionTrait, id: JointCallId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The joint call with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: JointCallId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Every joint call with one of these needs, locked until the transaction ends.
pub async fn lock_with(db: &impl ConnectionTrait, needs: &[NeedId]) -> Result<Vec<Model>> {
    let with = Condition::all().add(part::Column::NeedId.is_in(needs.iter().copied()));
    lock_all(db, with_part(with)).await
}

/// Every joint call of an organisation that waits for answers, locked until the transaction ends.
pub async fn lock_waiting_of(
    db: &impl ConnectionTrait,
    owner: OrganizationId,
) -> Result<Vec<Model>> {
    let mut all = lock_all(db, of_owners(vec![owner])).await?;
    all.retain(|call| call.status == JointCallStatus::Proposed);
    Ok(all)
}

async fn lock_all(db: &impl ConnectionTrait, ids: SelectStatement) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::Id.in_subquery(ids))
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// The needs of these joint calls, those of one in the order of their ids.
pub async fn parts_of(db: &impl ConnectionTrait, ids: &[JointCallId]) -> Result<Vec<part::Model>> {
    Ok(part::Entity::find()
        .filter(part::Column::JointCallId.is_in(ids.iter().copied()))
        .order_by_asc(part::Column::JointCallId)
        .order_by_asc(part::Column::NeedId)
        .all(db)
        .await?)
}

/// Needs that are part of a joint call that waits or was agreed.
pub async fn taken(db: &impl ConnectionTrait) -> Result<Vec<NeedId>> {
    let mut going_on = Query::select();
    going_on
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::Status.is_in([JointCallStatus::Proposed, JointCallStatus::Agreed]));
    Ok(part::Entity::find()
        .select_only()
        .column(part::Column::NeedId)
        .filter(part::Column::JointCallId.in_subquery(going_on))
        .filter(part::Column::Answer.is_in(Answer::STAYING))
        .into_tuple()
        .all(db)
        .await?)
}

/// The agreed joint call of each of these needs that has one.
pub async fn agreed_of(
    db: &impl ConnectionTrait,
    needs: &[NeedId],
) -> Result<Vec<(NeedId, Model)>> {
    let rows = part::Entity::find()
        .filter(part::Column::NeedId.is_in(needs.iter().copied()))
        .filter(part::Column::Answer.eq(Answer::Consented))
        .order_by_asc(part::Column::JointCallId)
        .all(db)
        .await?;
    let ids = rows.iter().map(|row| row.joint_call_id);
    let calls = Entity::find()
        .filter(Column::Id.is_in(ids))
        .filter(Column::Status.eq(JointCallStatus::Agreed))
        .all(db)
        .await?;
    let of = |row: part::Model| {
        let call = calls.iter().find(|call| call.id == row.joint_call_id)?;
        Some((row.need_id, call.clone()))
    };
    Ok(rows.into_iter().filter_map(of).collect())
}

/// Adds a joint call with its needs.
pub async fn insert(db: &impl ConnectionTrait, row: Model, parts: Vec<part::Model>) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    let parts = parts
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    part::Entity::insert_many(parts)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves a joint call that the caller has locked.
pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let id = row.id;
    Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Saves a need's answer in a joint call that the caller has locked.
pub async fn update_part(db: &impl ConnectionTrait, row: part::Model) -> Result<()> {
    let (call, need) = (row.joint_call_id, row.need_id);
    part::Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(part::Column::JointCallId.eq(call))
        .filter(part::Column::NeedId.eq(need))
        .exec(db)
        .await?;
    Ok(())
}

/// Gives the needs of one organisation to another.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    part::Entity::update_many()
        .col_expr(part::Column::OrganizationId, Expr::value(into))
        .filter(part::Column::OrganizationId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

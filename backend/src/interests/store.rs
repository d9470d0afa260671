//! Every query about interests.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::entity::{Column, Entity, Model};
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{InterestId, NeedId, OrganizationId};
use crate::organizations::organization;
use crate::policy::visible;

/// Most interests that are shown of one need.
pub const SHOWN: u64 = 100;

/// Interests in a need that the viewer sees, those that look for partners first; at most [`SHOWN`]. Of
/// organisations that are not to be seen, nothing.
pub async fn of_need(ctx: &Ctx, id: NeedId) -> Result<Vec<Model>> {
    let shown = organization::Entity::find()
        .filter(visible::organizations(&ctx.viewer))
        .select_only()
        .column(organization::Column::Id);
    Ok(Entity::find()
        .filter(Column::NeedId.eq(id))
        .filter(visible::interests(&ctx.viewer))
        .filter(Column::OrganizationId.in_subquery(sea_orm::QueryTrait::into_query(shown)))
        .order_by_desc(Column::SeeksPartners)
        .order_by_asc(Column::Id)
        .limit(SHOWN)
        .all(&ctx.app.db)
        .await?)
}

/// The interest with this id.
pub async fn find(db: &impl ConnectionTrait, id: InterestId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The interest with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: InterestId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// An organisation's interest in a need, locked.
pub async fn lock_of(
    db: &impl ConnectionTrait,
    need: NeedId,
    organization: OrganizationId,
) -> Result<Option<Model>> {
    let query = Entity::find()
        .filter(Column::NeedId.eq(need))
        .filter(Column::OrganizationId.eq(organization));
    Ok(for_update(query, db).one(db).await?)
}

/// Adds an interest.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Saves an interest that the caller has locked; raises its version.
pub async fn update(db: &impl ConnectionTrait, mut row: Model) -> Result<Model> {
    row.version += 1;
    Entity::update_many()
        .filter(Column::Id.eq(row.id))
        .set(row.clone().into_active_model().reset_all())
        .exec(db)
        .await?;
    Ok(row)
}

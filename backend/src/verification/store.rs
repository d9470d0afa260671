//! Every query about verifications.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::entity::{Column, Entity, Model};
use crate::error::Result;
use crate::ids::{OrganizationId, VerificationRequestId};

/// The request with this id.
pub async fn find(db: &impl ConnectionTrait, id: VerificationRequestId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// An organisation's requests, newest first.
pub async fn of_organization(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::OrganizationId.eq(id))
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// The request of an organisation that waits.
pub async fn waiting(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::OrganizationId.eq(id))
        .filter(Column::DecidedAt.is_null())
        .order_by_desc(Column::Id)
        .one(db)
        .await?)
}

/// Adds a request.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves a request.
pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let id = row.id;
    Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Gives what was decided about one organisation to another; what waits is void.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    Entity::delete_many()
        .filter(Column::OrganizationId.eq(from))
        .filter(Column::Decision.is_null())
        .exec(db)
        .await?;
    Entity::update_many()
        .col_expr(Column::OrganizationId, Expr::value(into))
        .filter(Column::OrganizationId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

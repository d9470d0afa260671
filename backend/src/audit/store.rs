//! Every query about audit records.

use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};

use super::entity::{Column, Entity, Model};
use crate::app::Ctx;
use crate::error::Result;
use crate::paging::{Order, Page, PageArgs, page};

/// Adds a record.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// All records, newest first.
pub async fn list(ctx: &Ctx, args: PageArgs) -> Result<Page<Model>> {
    let order = Order {
        column: Column::At,
        id: Column::Id,
        descending: true,
    };
    page(
        &ctx.app.db,
        Entity::find(),
        order,
        args,
        ctx.app.config.limits.page,
    )
    .await
}

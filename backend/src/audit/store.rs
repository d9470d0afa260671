//! Every query about audit records.

use sea_orm::sea_query::Condition;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::entity::{Column, Entity, Model};
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::UserId;
use crate::paging::{Order, Page, PageArgs, page};

/// Adds a record.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// All records, newest first, but those that would betray a sealed proposal: that it was begun,
/// submitted or withdrawn is its bidder's. Its receipt stands in the record of the opening.
pub async fn list(ctx: &Ctx, args: PageArgs) -> Result<Page<Model>> {
    let order = Order {
        column: Column::At,
        id: Column::Id,
        descending: true,
    };
    let unsealed = Condition::any()
        .add(Column::SubjectKind.ne("proposal"))
        .add(Column::Action.eq("proposal.decided"));
    page(
        &ctx.app.db,
        Entity::find().filter(unsealed),
        order,
        args,
        ctx.app.config.limits.page,
    )
    .await
}

/// What a person did, and what was done about her account, oldest first.
pub async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    let own = Condition::any()
        .add(Column::ActorId.eq(user))
        .add(Column::SubjectId.eq(user.to_string()));
    Ok(Entity::find()
        .filter(own)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

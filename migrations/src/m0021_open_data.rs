//! When what everybody may know of a need changed last: by it the feed of open data is read.

use sea_orm_migration::prelude::*;

use crate::columns::{index, moment};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A column that is never null wants a value for the rows there are; they get their own below.
        let mut column = moment("released_at");
        column.default("1970-01-01T00:00:00+00:00");
        let mut alter = Table::alter();
        alter.table("need").add_column(&mut column);
        manager.alter_table(alter).await?;
        let known = Query::update()
            .table("need")
            .value("released_at", Expr::col("updated_at"))
            .to_owned();
        manager.execute(known).await?;
        manager
            .create_index(index("need", &["released_at", "id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = "idx_need_released_at_id";
        manager
            .drop_index(Index::drop().name(name).table("need").to_owned())
            .await?;
        let mut alter = Table::alter();
        alter.table("need").drop_column("released_at");
        manager.alter_table(alter).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

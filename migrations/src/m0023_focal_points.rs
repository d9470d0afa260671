//! Who at the province completes the need of a commune.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;

use crate::columns::index;

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMN: &str = "focal_point_id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut alter = Table::alter();
        alter.table("need").add_column(uuid_null(COLUMN));
        manager.alter_table(alter).await?;
        manager.create_index(index("need", &[COLUMN])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = format!("idx_need_{COLUMN}");
        manager
            .drop_index(Index::drop().name(name).table("need").to_owned())
            .await?;
        let mut alter = Table::alter();
        alter.table("need").drop_column(COLUMN);
        manager.alter_table(alter).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

//! Postings that are out of sight and why, organisations that became part of another, and one appeal
//! for each decision.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{json_binary_null, uuid_null};

use crate::columns::{create, index, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn added() -> Vec<(&'static str, &'static str, ColumnDef)> {
    vec![
        ("need", "hidden_for", json_binary_null("hidden_for")),
        ("offer", "hidden_for", json_binary_null("hidden_for")),
        (
            "organization",
            "merged_into_id",
            uuid_null("merged_into_id"),
        ),
    ]
}

/// An index is dropped by its table's name on one database and without it on the other.
async fn drop_index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<(), DbErr> {
    let name = format!("idx_{table}_{column}");
    manager
        .drop_index(Index::drop().name(name).table(table).to_owned())
        .await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, _, mut column) in added() {
            let mut alter = Table::alter();
            alter.table(table).add_column(&mut column);
            manager.alter_table(alter).await?;
        }
        drop_index(manager, "review", "appeal_of").await?;
        create(
            manager,
            vec![],
            vec![
                // "Once for each decision" is the database's to keep.
                unique("review", &["appeal_of"]),
                index("organization", &["merged_into_id"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_index(manager, "organization", "merged_into_id").await?;
        drop_index(manager, "review", "appeal_of").await?;
        create(manager, vec![], vec![index("review", &["appeal_of"])]).await?;
        for (table, column, _) in added() {
            let mut alter = Table::alter();
            alter.table(table).drop_column(column);
            manager.alter_table(alter).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

//! Files that belong to a proposal. What is known of one stands in the proposal's sealed document; here
//! is only where its sealed bytes lie.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, uuid};

use crate::columns::{create, drop, id, index, reference};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "proposal_attachment";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table(TABLE)
            .col(id())
            .col(uuid("proposal_id"))
            .col(text("content"))
            .foreign_key(&mut reference(TABLE, "proposal_id", "proposal"))
            .to_owned();
        create(manager, vec![table], vec![index(TABLE, &["proposal_id"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &[TABLE]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

//! Files that people upload: what is known of each, and the contents that lie encrypted in the
//! storage, each once.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, timestamp_with_time_zone_null, uuid};

use crate::columns::{code, create, drop, id, index, moment, reference, reference_to};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = text("sha256");
        key.primary_key();
        let content = Table::create()
            .table("file_content")
            .col(key)
            .col(big_integer("size"))
            .col(moment("created_at"))
            .to_owned();
        // Whose a file is, is a kind and an id: organisations now, other owners later.
        let file = Table::create()
            .table("file")
            .col(id())
            .col(code("owner_kind"))
            .col(uuid("owner_id"))
            .col(code("purpose"))
            .col(uuid("uploaded_by"))
            .col(text("name"))
            .col(code("media_type"))
            .col(big_integer("size"))
            .col(text("sha256"))
            .col(moment("created_at"))
            .col(timestamp_with_time_zone_null("attached_at"))
            .foreign_key(&mut reference("file", "uploaded_by", "user_account"))
            .foreign_key(&mut reference_to(
                "file",
                "sha256",
                "file_content",
                "sha256",
            ))
            .to_owned();
        create(
            manager,
            vec![content, file],
            vec![
                index("file", &["owner_kind", "owner_id"]),
                index("file", &["sha256"]),
                index("file", &["uploaded_by"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["file", "file_content"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

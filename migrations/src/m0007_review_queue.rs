//! The queue of the alliance takes more than needs, offers and matches: registrations and
//! verifications of organisations, membership of the alliance, reports, appeals, merges. A review is
//! claimed by who decides on it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text_null, timestamp_with_time_zone_null, uuid_null};

use crate::columns::{create, index};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("organization_id", uuid_null("organization_id")),
        ("other_organization_id", uuid_null("other_organization_id")),
        ("user_id", uuid_null("user_id")),
        ("appeal_of", uuid_null("appeal_of")),
        ("opened_by", uuid_null("opened_by")),
        ("opening_rule", text_null("opening_rule")),
        ("opening_text", text_null("opening_text")),
        ("claimed_by", uuid_null("claimed_by")),
        ("claimed_at", timestamp_with_time_zone_null("claimed_at")),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (_, mut column) in added() {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table("review").add_column(&mut column).to_owned())
                .await?;
        }
        create(
            manager,
            vec![],
            vec![
                index("review", &["organization_id"]),
                index("review", &["user_id"]),
                index("review", &["appeal_of"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in [
            "idx_review_organization_id",
            "idx_review_user_id",
            "idx_review_appeal_of",
        ] {
            manager
                .drop_index(Index::drop().name(name).table("review").to_owned())
                .await?;
        }
        for (name, _) in added() {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table("review").drop_column(name).to_owned())
                .await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

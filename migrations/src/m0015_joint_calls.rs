//! Needs of several owners that could be one joint call, and what each of them says to that.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    double, text, text_null, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{bilingual, code, create, drop, id, index, moment, reference};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(
            manager,
            vec![joint_call(), joint_call_need()],
            vec![
                index("joint_call", &["status"]),
                index("joint_call", &["created_at"]),
                index("joint_call_need", &["need_id"]),
                index("joint_call_need", &["organization_id"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["joint_call_need", "joint_call"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn joint_call() -> TableCreateStatement {
    Table::create()
        .table("joint_call")
        .col(id())
        .col(code("kind"))
        .col(text("area"))
        .col(double("score"))
        .col(bilingual("reason"))
        .col(code("status"))
        .col(text_null("status_reason"))
        .col(text("engine_version"))
        .col(text("weights_version"))
        .col(text("model_version"))
        .col(moment("created_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .to_owned()
}

fn joint_call_need() -> TableCreateStatement {
    Table::create()
        .table("joint_call_need")
        .col(uuid("joint_call_id"))
        .col(uuid("need_id"))
        // The owner stands here again so that "whose is it" needs no join.
        .col(uuid("organization_id"))
        .col(code("answer"))
        .col(uuid_null("answered_by"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(text_null("reason"))
        .primary_key(Index::create().col("joint_call_id").col("need_id"))
        .foreign_key(&mut reference(
            "joint_call_need",
            "joint_call_id",
            "joint_call",
        ))
        .foreign_key(&mut reference("joint_call_need", "need_id", "need"))
        .foreign_key(&mut reference(
            "joint_call_need",
            "organization_id",
            "organization",
        ))
        .foreign_key(&mut reference(
            "joint_call_need",
            "answered_by",
            "user_account",
        ))
        .to_owned()
}

//! Needs, well formed: the brief beside a need's texts, answers to what the linter flags, questions of
//! bidders, and addenda.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, json_binary, text, text_null, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{create, drop, id, index, moment, reference, unique, version};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(
            manager,
            vec![brief(), flag_answer(), question(), addendum()],
            vec![
                index("need_question", &["need_id"]),
                index("need_question", &["asked_by"]),
                unique("need_addendum", &["need_id", "number"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(
            manager,
            &[
                "need_addendum",
                "need_question",
                "need_flag_answer",
                "need_brief",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn brief() -> TableCreateStatement {
    Table::create()
        .table("need_brief")
        .col(uuid("need_id").primary_key())
        .col(json_binary("content"))
        .foreign_key(&mut reference("need_brief", "need_id", "need"))
        .to_owned()
}

fn flag_answer() -> TableCreateStatement {
    Table::create()
        .table("need_flag_answer")
        .col(uuid("need_id"))
        .col(text("code"))
        .col(text("text"))
        .col(uuid("answered_by"))
        .col(moment("answered_at"))
        .primary_key(Index::create().col("need_id").col("code"))
        .foreign_key(&mut reference("need_flag_answer", "need_id", "need"))
        .foreign_key(&mut reference(
            "need_flag_answer",
            "answered_by",
            "user_account",
        ))
        .to_owned()
}

fn question() -> TableCreateStatement {
    Table::create()
        .table("need_question")
        .col(id())
        .col(uuid("need_id"))
        .col(uuid("organization_id"))
        .col(uuid("asked_by"))
        .col(text("text"))
        .col(moment("asked_at"))
        .col(text_null("answer"))
        .col(uuid_null("answered_by"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone_null("hidden_at"))
        .col(uuid_null("hidden_by"))
        .col(text_null("hidden_reason"))
        .col(version())
        .foreign_key(&mut reference("need_question", "need_id", "need"))
        .foreign_key(&mut reference(
            "need_question",
            "organization_id",
            "organization",
        ))
        .foreign_key(&mut reference("need_question", "asked_by", "user_account"))
        .foreign_key(&mut reference(
            "need_question",
            "answered_by",
            "user_account",
        ))
        .foreign_key(&mut reference("need_question", "hidden_by", "user_account"))
        .to_owned()
}

fn addendum() -> TableCreateStatement {
    Table::create()
        .table("need_addendum")
        .col(id())
        .col(uuid("need_id"))
        .col(integer("number"))
        .col(json_binary("text"))
        .col(timestamp_with_time_zone_null("closed_before"))
        .col(timestamp_with_time_zone_null("closes_at"))
        .col(uuid("published_by"))
        .col(moment("published_at"))
        .foreign_key(&mut reference("need_addendum", "need_id", "need"))
        .foreign_key(&mut reference(
            "need_addendum",
            "published_by",
            "user_account",
        ))
        .to_owned()
}

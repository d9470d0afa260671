//! What waits for a decision, what was decided, what is still to do, and what was mailed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, text, text_null, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{code, create, drop, id, index, list, moment, reference, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(
            manager,
            vec![review(), audit_record(), job(), email(), client_key()],
            vec![
                index("review", &["decided_at", "opened_at"]),
                index("review", &["need_id"]),
                index("review", &["offer_id"]),
                index("review", &["match_id"]),
                index("audit_record", &["at", "id"]),
                index("audit_record", &["subject_id"]),
                index("job", &["status", "run_at"]),
                unique("email", &["message_id"]),
                unique("email", &["dedupe_key"]),
                index("email", &["created_at", "id"]),
                unique("client_key", &["user_id", "key"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(
            manager,
            &["client_key", "email", "job", "audit_record", "review"],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn review() -> TableCreateStatement {
    Table::create()
        .table("review")
        .col(id())
        .col(code("kind"))
        .col(uuid_null("need_id"))
        .col(uuid_null("offer_id"))
        .col(uuid_null("match_id"))
        .col(moment("opened_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(text_null("decision"))
        .col(text_null("rule"))
        .col(text_null("reason"))
        .col(uuid_null("decided_by"))
        .foreign_key(&mut reference("review", "need_id", "need"))
        .foreign_key(&mut reference("review", "offer_id", "offer"))
        .foreign_key(&mut reference("review", "match_id", "match"))
        .foreign_key(&mut reference("review", "decided_by", "user_account"))
        .to_owned()
}

fn audit_record() -> TableCreateStatement {
    Table::create()
        .table("audit_record")
        .col(id())
        .col(moment("at"))
        .col(uuid_null("actor_id"))
        .col(text("actor"))
        .col(text("action"))
        .col(text("subject_kind"))
        .col(text("subject_id"))
        .col(list("detail"))
        .to_owned()
}

fn job() -> TableCreateStatement {
    Table::create()
        .table("job")
        .col(id())
        .col(text("kind"))
        .col(list("payload"))
        .col(code("status"))
        .col(moment("run_at"))
        .col(integer("attempts"))
        .col(text_null("last_error"))
        .col(timestamp_with_time_zone_null("locked_until"))
        .col(moment("created_at"))
        .col(timestamp_with_time_zone_null("finished_at"))
        .to_owned()
}

fn email() -> TableCreateStatement {
    Table::create()
        .table("email")
        .col(id())
        .col(uuid("user_id"))
        .col(text("to_name"))
        .col(text("to_address"))
        .col(text("template"))
        .col(code("locale"))
        .col(text("subject"))
        .col(text("text_body"))
        .col(text("html_body"))
        .col(text("message_id"))
        .col(text("dedupe_key"))
        .col(code("status"))
        .col(integer("attempts"))
        .col(text_null("last_answer"))
        .col(moment("created_at"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .foreign_key(&mut reference("email", "user_id", "user_account"))
        .to_owned()
}

fn client_key() -> TableCreateStatement {
    Table::create()
        .table("client_key")
        .col(id())
        .col(uuid("user_id"))
        .col(text("key"))
        .col(text("operation"))
        .col(text("request_hash"))
        .col(uuid("subject_id"))
        .col(moment("created_at"))
        .to_owned()
}

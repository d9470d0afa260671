//! What the engine found, who accepted whom, and what was proposed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, double, integer_null, text, text_null, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

use crate::columns::{code, create, drop, id, index, list, moment, reference, unique, version};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(
            manager,
            vec![match_(), proposal()],
            vec![
                unique("match", &["need_id", "offer_id"]),
                index("match", &["offer_id"]),
                index("match", &["need_organization_id", "status"]),
                index("match", &["offer_organization_id", "status"]),
                index("match", &["status", "score"]),
                // "One proposal per firm and need" is the database's to keep, not a check's.
                unique("proposal", &["need_id", "organization_id"]),
                index("proposal", &["organization_id"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["proposal", "match"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn match_() -> TableCreateStatement {
    Table::create()
        .table("match")
        .col(id())
        .col(uuid("need_id"))
        .col(uuid("offer_id"))
        // The two owners stand here again so that "whose is it" needs no join.
        .col(uuid("need_organization_id"))
        .col(uuid("offer_organization_id"))
        .col(code("status"))
        .col(double("score"))
        .col(list("factors"))
        .col(text("engine_version"))
        .col(timestamp_with_time_zone_null("introduced_at"))
        .col(timestamp_with_time_zone_null("need_accepted_at"))
        .col(uuid_null("need_accepted_by"))
        .col(timestamp_with_time_zone_null("offer_accepted_at"))
        .col(uuid_null("offer_accepted_by"))
        .col(text_null("declined_by"))
        .col(text_null("status_reason"))
        .col(moment("created_at"))
        .col(moment("updated_at"))
        .foreign_key(&mut reference("match", "need_id", "need"))
        .foreign_key(&mut reference("match", "offer_id", "offer"))
        .foreign_key(&mut reference(
            "match",
            "need_organization_id",
            "organization",
        ))
        .foreign_key(&mut reference(
            "match",
            "offer_organization_id",
            "organization",
        ))
        .foreign_key(&mut reference("match", "need_accepted_by", "user_account"))
        .foreign_key(&mut reference("match", "offer_accepted_by", "user_account"))
        .to_owned()
}

fn proposal() -> TableCreateStatement {
    Table::create()
        .table("proposal")
        .col(id())
        .col(uuid("need_id"))
        .col(uuid("organization_id"))
        .col(uuid("created_by"))
        .col(code("language"))
        .col(text("summary"))
        .col(text("approach"))
        .col(big_integer_null("price_amount"))
        .col(integer_null("duration_months"))
        .col(code("status"))
        .col(text_null("decision_reason"))
        .col(version())
        .col(text_null("receipt"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(uuid_null("decided_by"))
        .col(moment("created_at"))
        .col(moment("updated_at"))
        .foreign_key(&mut reference("proposal", "need_id", "need"))
        .foreign_key(&mut reference(
            "proposal",
            "organization_id",
            "organization",
        ))
        .foreign_key(&mut reference("proposal", "created_by", "user_account"))
        .foreign_key(&mut reference("proposal", "decided_by", "user_account"))
        .to_owned()
}

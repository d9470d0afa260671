//! Interests in needs, and organisations that propose together.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer_null, json_binary, text, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{code, create, drop, id, index, moment, reference, unique, version};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(
            manager,
            vec![interest(), member()],
            vec![
                unique("interest", &["need_id", "organization_id"]),
                index("interest", &["organization_id"]),
                unique("consortium_member", &["proposal_id", "organization_id"]),
                index("consortium_member", &["organization_id"]),
            ],
        )
        .await?;
        let mut alter = Table::alter();
        alter
            .table("proposal")
            .add_column(json_binary("partners").default("[]").to_owned());
        manager.alter_table(alter).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut alter = Table::alter();
        alter.table("proposal").drop_column("partners");
        manager.alter_table(alter).await?;
        drop(manager, &["consortium_member", "interest"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn interest() -> TableCreateStatement {
    Table::create()
        .table("interest")
        .col(id())
        .col(uuid("need_id"))
        .col(uuid("organization_id"))
        .col(boolean("is_public"))
        .col(boolean("seeks_partners"))
        .col(text("note"))
        .col(uuid("registered_by"))
        .col(moment("created_at"))
        .col(moment("updated_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .col(version())
        .foreign_key(&mut reference("interest", "need_id", "need"))
        .foreign_key(&mut reference(
            "interest",
            "organization_id",
            "organization",
        ))
        .foreign_key(&mut reference("interest", "registered_by", "user_account"))
        .to_owned()
}

fn member() -> TableCreateStatement {
    Table::create()
        .table("consortium_member")
        .col(id())
        .col(uuid("proposal_id"))
        .col(uuid("organization_id"))
        .col(text("role"))
        .col(integer_null("share_percent"))
        .col(code("status"))
        .col(uuid("invited_by"))
        .col(moment("invited_at"))
        .col(uuid_null("answered_by"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(integer_null("signed_version"))
        .col(uuid_null("signed_by"))
        .col(timestamp_with_time_zone_null("signed_at"))
        .foreign_key(&mut reference(
            "consortium_member",
            "proposal_id",
            "proposal",
        ))
        .foreign_key(&mut reference(
            "consortium_member",
            "organization_id",
            "organization",
        ))
        .foreign_key(&mut reference(
            "consortium_member",
            "invited_by",
            "user_account",
        ))
        .foreign_key(&mut reference(
            "consortium_member",
            "answered_by",
            "user_account",
        ))
        .foreign_key(&mut reference(
            "consortium_member",
            "signed_by",
            "user_account",
        ))
        .to_owned()
}

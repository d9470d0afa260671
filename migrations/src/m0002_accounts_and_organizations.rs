//! People, their sessions, organisations and who belongs to which.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, text, text_null, timestamp_with_time_zone_null, uuid};

use crate::columns::{bilingual, code, create, drop, id, index, moment, reference, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let user_account = Table::create()
            .table("user_account")
            .col(id())
            .col(text("email"))
            .col(text("email_normalized"))
            .col(text("name"))
            .col(text("password_hash"))
            .col(code("locale"))
            .col(text_null("staff_role"))
            .col(timestamp_with_time_zone_null("suspended_at"))
            .col(moment("created_at"))
            .col(moment("updated_at"))
            .to_owned();
        let session = Table::create()
            .table("session")
            .col(id())
            .col(uuid("user_id"))
            .col(text_null("user_agent"))
            .col(moment("created_at"))
            .col(moment("last_used_at"))
            .col(timestamp_with_time_zone_null("revoked_at"))
            .foreign_key(&mut reference("session", "user_id", "user_account"))
            .to_owned();
        let refresh_token = Table::create()
            .table("refresh_token")
            .col(id())
            .col(uuid("session_id"))
            .col(text("token_hash"))
            .col(moment("issued_at"))
            .col(moment("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(&mut reference("refresh_token", "session_id", "session"))
            .to_owned();
        let organization = Table::create()
            .table("organization")
            .col(id())
            .col(code("kind"))
            .col(bilingual("legal_name"))
            .col(bilingual("summary"))
            .col(text("search_text"))
            .col(text_null("tax_code"))
            .col(text_null("website"))
            .col(text_null("place_id"))
            .col(code("verification"))
            .col(boolean("demonstration"))
            .col(moment("created_at"))
            .col(moment("updated_at"))
            .foreign_key(&mut reference("organization", "place_id", "place"))
            .to_owned();
        let membership = Table::create()
            .table("membership")
            .col(id())
            .col(uuid("organization_id"))
            .col(uuid("user_id"))
            .col(code("role"))
            .col(code("status"))
            .col(moment("created_at"))
            .foreign_key(&mut reference(
                "membership",
                "organization_id",
                "organization",
            ))
            .foreign_key(&mut reference("membership", "user_id", "user_account"))
            .to_owned();
        create(
            manager,
            vec![
                user_account,
                session,
                refresh_token,
                organization,
                membership,
            ],
            vec![
                unique("user_account", &["email_normalized"]),
                index("session", &["user_id"]),
                unique("refresh_token", &["token_hash"]),
                index("refresh_token", &["session_id"]),
                unique("organization", &["tax_code"]),
                index("organization", &["place_id"]),
                unique("membership", &["organization_id", "user_id"]),
                index("membership", &["user_id"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(
            manager,
            &[
                "membership",
                "organization",
                "refresh_token",
                "session",
                "user_account",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

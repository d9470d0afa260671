//! How people prove who they are: passwords apart from accounts, second factors, passkeys,
//! challenges, links in emails, tokens for programs, sign-in by another provider, consent, limits.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, text, text_null,
    timestamp_with_time_zone_null, uuid, uuid_null,
};
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{code, create, drop, id, index, list, moment, reference, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// For a column that must not be empty and is filled right after.
const LONG_AGO: &str = "1970-01-01T00:00:00+00:00";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, tables(), indexes()).await?;
        passwords_move_out(manager).await?;
        sessions_say_how(manager).await?;
        emails_go_to_anybody(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for (table, column) in [
            ("email", "link_id"),
            ("email", "list"),
            ("refresh_token", "successor_hash"),
            ("session", "address"),
            ("session", "device_id"),
            ("session", "method"),
            ("session", "confirmed_at"),
            ("session", "strong_at"),
            ("user_account", "closed_at"),
            ("organization", "requires_second_factor"),
            ("organization", "suspended_at"),
        ] {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table(table).drop_column(column).to_owned())
                .await?;
        }
        add(
            manager,
            "user_account",
            text("password_hash").default("").to_owned(),
        )
        .await?;
        db.execute_unprepared(
            "UPDATE user_account SET password_hash = \
             (SELECT hash FROM password WHERE password.user_id = user_account.id) \
             WHERE EXISTS (SELECT 1 FROM password WHERE password.user_id = user_account.id)",
        )
        .await?;
        drop(
            manager,
            &[
                "rate_limit",
                "consent",
                "oidc_identity",
                "email_change",
                "account_link",
                "access_token",
                "challenge",
                "passkey",
                "recovery_code",
                "totp",
                "known_device",
                "password",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn of_user(table: &'static str) -> ForeignKeyCreateStatement {
    reference(table, "user_id", "user_account")
}

/// A table whose row is a person's one and only.
fn one_per_user(table: &'static str) -> TableCreateStatement {
    let mut key = uuid("user_id");
    key.primary_key();
    Table::create()
        .table(table)
        .col(key)
        .foreign_key(&mut of_user(table))
        .to_owned()
}

/// A table of which a person has many rows.
fn many_per_user(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(id())
        .col(uuid("user_id"))
        .foreign_key(&mut of_user(table))
        .to_owned()
}

fn tables() -> Vec<TableCreateStatement> {
    let mut limit_key = text("key");
    limit_key.primary_key();
    vec![
        one_per_user("password")
            .col(text("hash"))
            .col(boolean("alone"))
            .col(moment("changed_at"))
            .to_owned(),
        many_per_user("known_device")
            .col(text("token_hash"))
            .col(moment("first_seen_at"))
            .col(moment("last_seen_at"))
            .to_owned(),
        one_per_user("totp")
            .col(text("secret"))
            .col(moment("created_at"))
            .col(timestamp_with_time_zone_null("enabled_at"))
            .col(big_integer_null("last_step"))
            .to_owned(),
        many_per_user("recovery_code")
            .col(text("code_hash"))
            .col(moment("created_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .to_owned(),
        many_per_user("passkey")
            .col(text("credential_id"))
            .col(text("name"))
            .col(list("credential"))
            .col(moment("created_at"))
            .col(timestamp_with_time_zone_null("last_used_at"))
            .to_owned(),
        Table::create()
            .table("challenge")
            .col(id())
            .col(code("kind"))
            .col(uuid_null("user_id"))
            .col(text("state"))
            .col(integer("attempts"))
            .col(moment("expires_at"))
            .col(moment("created_at"))
            .foreign_key(&mut of_user("challenge"))
            .to_owned(),
        many_per_user("access_token")
            .col(text("name"))
            .col(text("token_hash"))
            .col(list("scopes"))
            .col(moment("created_at"))
            .col(moment("expires_at"))
            .col(timestamp_with_time_zone_null("last_used_at"))
            .col(timestamp_with_time_zone_null("revoked_at"))
            .to_owned(),
        Table::create()
            .table("account_link")
            .col(id())
            .col(code("kind"))
            .col(uuid_null("user_id"))
            .col(text("address"))
            .col(list("detail"))
            .col(moment("created_at"))
            .col(moment("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(&mut of_user("account_link"))
            .to_owned(),
        many_per_user("email_change")
            .col(text("new_email"))
            .col(text("new_email_normalized"))
            .col(timestamp_with_time_zone_null("old_confirmed_at"))
            .col(timestamp_with_time_zone_null("new_confirmed_at"))
            .col(moment("created_at"))
            .col(moment("expires_at"))
            .col(timestamp_with_time_zone_null("ended_at"))
            .to_owned(),
        many_per_user("oidc_identity")
            .col(text("issuer"))
            .col(text("subject"))
            .col(moment("created_at"))
            .col(moment("last_used_at"))
            .to_owned(),
        many_per_user("consent")
            .col(code("purpose"))
            .col(text("wording_version"))
            .col(moment("given_at"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .to_owned(),
        Table::create()
            .table("rate_limit")
            .col(limit_key)
            .col(big_integer("arrival"))
            .col(moment("idle_at"))
            .to_owned(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("known_device", &["user_id", "token_hash"]),
        unique("recovery_code", &["code_hash"]),
        index("recovery_code", &["user_id"]),
        unique("passkey", &["credential_id"]),
        index("passkey", &["user_id"]),
        index("challenge", &["expires_at"]),
        unique("access_token", &["token_hash"]),
        index("access_token", &["user_id"]),
        index("account_link", &["kind", "address"]),
        index("account_link", &["user_id"]),
        index("email_change", &["user_id"]),
        unique("oidc_identity", &["issuer", "subject"]),
        index("oidc_identity", &["user_id"]),
        index("consent", &["user_id", "purpose"]),
        index("rate_limit", &["idle_at"]),
    ]
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    mut column: ColumnDef,
) -> Result<(), DbErr> {
    let mut alter = Table::alter();
    manager
        .alter_table(alter.table(table).add_column(&mut column).to_owned())
        .await
}

/// A person may have no password (passkeys, another provider); one that is there counts as long
/// enough to stand alone, for no other was taken before.
async fn passwords_move_out(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    db.execute_unprepared(
        "INSERT INTO password (user_id, hash, alone, changed_at) \
         SELECT id, password_hash, TRUE, updated_at FROM user_account",
    )
    .await?;
    let mut alter = Table::alter();
    manager
        .alter_table(
            alter
                .table("user_account")
                .drop_column("password_hash")
                .to_owned(),
        )
        .await?;
    add(
        manager,
        "user_account",
        timestamp_with_time_zone_null("closed_at"),
    )
    .await?;
    let strict = boolean("requires_second_factor").default(false).to_owned();
    add(manager, "organization", strict).await?;
    add(
        manager,
        "organization",
        timestamp_with_time_zone_null("suspended_at"),
    )
    .await
}

async fn sessions_say_how(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    add(manager, "session", text_null("address")).await?;
    add(manager, "session", uuid_null("device_id")).await?;
    add(
        manager,
        "session",
        text("method").default("password").to_owned(),
    )
    .await?;
    add(
        manager,
        "session",
        moment("confirmed_at").default(LONG_AGO).to_owned(),
    )
    .await?;
    add(
        manager,
        "session",
        timestamp_with_time_zone_null("strong_at"),
    )
    .await?;
    add(manager, "refresh_token", text_null("successor_hash")).await?;
    let db = manager.get_connection();
    db.execute_unprepared("UPDATE session SET confirmed_at = created_at")
        .await?;
    Ok(())
}

/// Some letters go to an address that nobody has an account with yet; some carry a link whose secret
/// part is put in when they are sent.
async fn emails_go_to_anybody(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    add(manager, "email", uuid_null("link_id")).await?;
    add(manager, "email", text_null("list")).await?;
    let db = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared("ALTER TABLE email ALTER COLUMN user_id DROP NOT NULL")
            .await?;
        return Ok(());
    }
    // SQLite cannot change a column: the table is made anew.
    let columns = "id, to_name, to_address, template, locale, subject, text_body, html_body, \
         message_id, dedupe_key, status, attempts, last_answer, created_at, sent_at, link_id, list";
    let fresh = Table::create()
        .table("email_anew")
        .col(id())
        .col(uuid_null("user_id"))
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
        .col(uuid_null("link_id"))
        .col(text_null("list"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_email_user_id")
                .from("email_anew", "user_id")
                .to("user_account", "id"),
        )
        .to_owned();
    create(manager, vec![fresh], vec![]).await?;
    db.execute_unprepared(&format!(
        "INSERT INTO email_anew (user_id, {columns}) SELECT user_id, {columns} FROM email"
    ))
    .await?;
    drop(manager, &["email"]).await?;
    db.execute_unprepared("ALTER TABLE email_anew RENAME TO email")
        .await?;
    create(
        manager,
        vec![],
        vec![
            unique("email", &["message_id"]),
            unique("email", &["dedupe_key"]),
            index("email", &["created_at", "id"]),
        ],
    )
    .await
}

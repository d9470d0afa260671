//! What changed, for those who keep a copy of what is public: the search index and the engine's corpus
//! of every process. Triggers write it, so that no statement of ours can forget to. And searches that
//! people saved.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, json_binary, text, timestamp_with_time_zone_null, uuid,
};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use crate::columns::{code, create, drop, id, index, moment, reference};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Table, what of it changed, the column with whose it is, and the columns whose change counts; an empty
/// list is all.
const WATCHED: &[(&str, &str, &str, &str)] = &[
    ("need", "need", "id", ""),
    ("need_domain", "need", "need_id", ""),
    ("offer", "offer", "id", ""),
    ("offer_domain", "offer", "offer_id", ""),
    ("offer_place", "offer", "offer_id", ""),
    ("organization", "organization", "id", ""),
    ("organization_domain", "organization", "organization_id", ""),
    ("certificate", "organization", "organization_id", ""),
    (
        "organization_reference",
        "organization",
        "organization_id",
        "",
    ),
    ("researcher", "researcher", "id", ""),
    ("researcher_domain", "researcher", "researcher_id", ""),
    ("researcher_language", "researcher", "researcher_id", ""),
    ("consent", "user", "user_id", ""),
    (
        "user_account",
        "user",
        "id",
        "name, suspended_at, closed_at",
    ),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let change = Table::create()
            .table("public_change")
            .col(big_integer("seq").auto_increment().primary_key())
            .col(code("kind"))
            .col(uuid("entity_id"))
            .col(big_integer("transaction_id").default(0))
            .to_owned();
        let saved = Table::create()
            .table("saved_search")
            .col(id())
            .col(uuid("user_id"))
            .col(text("name"))
            .col(json_binary("criteria"))
            .col(code("frequency"))
            .col(moment("seen_until"))
            .col(timestamp_with_time_zone_null("alerted_at"))
            .col(moment("created_at"))
            .foreign_key(&mut reference("saved_search", "user_id", "user_account"))
            .to_owned();
        let indexes = vec![
            index("saved_search", &["user_id"]),
            index("public_change", &["transaction_id", "seq"]),
        ];
        create(manager, vec![change, saved], indexes).await?;
        watch(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        for (table, ..) in WATCHED {
            if postgres {
                let sql = format!("DROP TRIGGER {table}_changed ON {table}");
                db.execute_unprepared(&sql).await?;
            } else {
                for event in ["insert", "update", "delete"] {
                    let sql = format!("DROP TRIGGER {table}_changed_{event}");
                    db.execute_unprepared(&sql).await?;
                }
            }
        }
        if postgres {
            db.execute_unprepared("DROP FUNCTION public_changed()")
                .await?;
        }
        drop(manager, &["saved_search", "public_change"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

async fn watch(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(
            "ALTER TABLE public_change ALTER COLUMN transaction_id \
             SET DEFAULT pg_current_xact_id()::text::bigint",
        )
        .await?;
        db.execute_unprepared(
            "CREATE FUNCTION public_changed() RETURNS trigger LANGUAGE plpgsql AS $$ \
             BEGIN \
             IF TG_OP <> 'INSERT' THEN \
             EXECUTE format('INSERT INTO public_change (kind, entity_id) SELECT %L, ($1).%I', TG_ARGV[0], TG_ARGV[1]) USING OLD; \
             END IF; \
             IF TG_OP = 'INSERT' THEN \
             EXECUTE format('INSERT INTO public_change (kind, entity_id) SELECT %L, ($1).%I', TG_ARGV[0], TG_ARGV[1]) USING NEW; \
             END IF; \
             RETURN NULL; END $$",
        )
        .await?;
        for (table, kind, column, columns) in WATCHED {
            let of = if columns.is_empty() {
                String::new()
            } else {
                format!(" OF {columns}")
            };
            let sql = format!(
                "CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE{of} OR DELETE ON {table} \
                 FOR EACH ROW EXECUTE FUNCTION public_changed('{kind}', '{column}')"
            );
            db.execute_unprepared(&sql).await?;
        }
        return Ok(());
    }
    for (table, kind, column, columns) in WATCHED {
        for (event, row) in [("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")] {
            let of = if event == "update" && !columns.is_empty() {
                format!(" OF {columns}")
            } else {
                String::new()
            };
            let sql = format!(
                "CREATE TRIGGER {table}_changed_{event} AFTER {event}{of} ON {table} BEGIN \
                 INSERT INTO public_change (kind, entity_id) VALUES ('{kind}', {row}.{column}); END"
            );
            db.execute_unprepared(&sql).await?;
        }
    }
    Ok(())
}

//! Audit records are chained by hash and can only be added: the database itself refuses to change or
//! remove one. There are two books, each a chain of its own: what the alliance's administrators read,
//! and what would betray a sealed proposal; a gap in the numbers of the first would tell of the second.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, json_binary, text, text_null, uuid_null,
};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use crate::columns::{code, create, drop, id, index, moment, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Columns that stay as they are.
const KEPT: &str = "id, at, actor_id, actor, action, subject_kind, subject_id, detail";
/// What is in the second book.
const SEALED: &str = "subject_kind = 'proposal' AND action <> 'proposal.decided'";
/// Before the first record of a book.
const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            for mut column in added() {
                let mut alter = Table::alter();
                alter.table("audit_record").add_column(&mut column);
                manager.alter_table(alter).await?;
            }
            db.execute_unprepared(
                "ALTER TABLE audit_record ALTER COLUMN detail TYPE text USING detail::text",
            )
            .await?;
        } else {
            // SQLite cannot change a column: the table is made anew.
            let mut fresh = table("audit_record_anew");
            fresh.col(text("detail"));
            for column in added() {
                fresh.col(column);
            }
            replace(manager, fresh).await?;
            create(manager, vec![], old_indexes()).await?;
        }
        db.execute_unprepared(&format!(
            "UPDATE audit_record SET book = 'sealed' WHERE {SEALED}"
        ))
        .await?;
        let head = Table::create()
            .table("audit_head")
            .col(code("book").primary_key())
            .col(big_integer("seq"))
            .col(text("hash"))
            .to_owned();
        let indexes = vec![
            unique("audit_record", &["book", "seq"]),
            index("audit_record", &["actor_id"]),
        ];
        create(manager, vec![head], indexes).await?;
        db.execute_unprepared(&format!(
            "INSERT INTO audit_head (book, seq, hash) VALUES ('open', 0, '{GENESIS}'), ('sealed', 0, '{GENESIS}')"
        ))
        .await?;
        refuse_changes(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            for sql in [
                "DROP TRIGGER audit_record_unchanged ON audit_record",
                "DROP TRIGGER audit_record_untruncated ON audit_record",
                "DROP FUNCTION audit_record_refuse()",
                "DROP INDEX idx_audit_record_book_seq",
                "DROP INDEX idx_audit_record_actor_id",
                "ALTER TABLE audit_record ALTER COLUMN detail TYPE jsonb USING detail::jsonb",
            ] {
                db.execute_unprepared(sql).await?;
            }
            for column in added() {
                let mut alter = Table::alter();
                alter
                    .table("audit_record")
                    .drop_column(column.get_column_name());
                manager.alter_table(alter).await?;
            }
        } else {
            for sql in [
                "DROP TRIGGER audit_record_unchanged",
                "DROP TRIGGER audit_record_undeleted",
            ] {
                db.execute_unprepared(sql).await?;
            }
            let mut fresh = table("audit_record_anew");
            fresh.col(json_binary("detail"));
            replace(manager, fresh).await?;
            create(manager, vec![], old_indexes()).await?;
        }
        drop(manager, &["audit_head"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn added() -> Vec<ColumnDef> {
    vec![
        code("book").default("open").take(),
        big_integer_null("seq"),
        text_null("previous_hash"),
        text_null("hash"),
        text_null("address"),
        uuid_null("session_id"),
    ]
}

/// The columns that stay, but for the detail.
fn table(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(id())
        .col(moment("at"))
        .col(uuid_null("actor_id"))
        .col(text("actor"))
        .col(text("action"))
        .col(text("subject_kind"))
        .col(text("subject_id"))
        .to_owned()
}

fn old_indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("audit_record", &["at", "id"]),
        index("audit_record", &["subject_id"]),
    ]
}

async fn replace(manager: &SchemaManager<'_>, fresh: TableCreateStatement) -> Result<(), DbErr> {
    create(manager, vec![fresh], vec![]).await?;
    let db = manager.get_connection();
    db.execute_unprepared(&format!(
        "INSERT INTO audit_record_anew ({KEPT}) SELECT {KEPT} FROM audit_record"
    ))
    .await?;
    drop(manager, &["audit_record"]).await?;
    db.execute_unprepared("ALTER TABLE audit_record_anew RENAME TO audit_record")
        .await?;
    Ok(())
}

/// Whoever may write to the database must still take the trigger away first, and that shows.
async fn refuse_changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let statements: &[&str] = if manager.get_database_backend() == DbBackend::Postgres {
        &[
            "CREATE FUNCTION audit_record_refuse() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'audit records are never changed or removed'; END $$",
            "CREATE TRIGGER audit_record_unchanged BEFORE UPDATE OR DELETE ON audit_record \
             FOR EACH ROW EXECUTE FUNCTION audit_record_refuse()",
            "CREATE TRIGGER audit_record_untruncated BEFORE TRUNCATE ON audit_record \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_record_refuse()",
        ]
    } else {
        &[
            "CREATE TRIGGER audit_record_unchanged BEFORE UPDATE ON audit_record BEGIN \
             SELECT RAISE(ABORT, 'audit records are never changed or removed'); END",
            "CREATE TRIGGER audit_record_undeleted BEFORE DELETE ON audit_record BEGIN \
             SELECT RAISE(ABORT, 'audit records are never changed or removed'); END",
        ]
    };
    for sql in statements {
        manager.get_connection().execute_unprepared(sql).await?;
    }
    Ok(())
}

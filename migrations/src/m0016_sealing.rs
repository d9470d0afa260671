//! Proposals sealed at rest, the openings that break the seal, and signed receipts.
//!
//! What stood in plain columns moves into `proposal_legacy`, one JSON text a row: a migration does
//! not know the vault's secret. `proposals::sealing::seal_legacy` seals it and empties the table in
//! the same command. Going down brings the columns back empty: what is sealed cannot be read here.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, blob, integer, integer_null, text, text_null, timestamp_with_time_zone_null,
    uuid, uuid_null,
};
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{create, drop, index, moment, reference};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const PLAIN: [&str; 5] = [
    "language",
    "summary",
    "approach",
    "price_amount",
    "duration_months",
];
const SIGNED: [&str; 2] = ["receipt_key", "receipt_signature"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(
            manager,
            vec![content(), key(), legacy(), opening()],
            vec![index("opening", &["completed_at"])],
        )
        .await?;
        let object = match manager.get_database_backend() {
            DbBackend::Postgres => "json_build_object",
            _ => "json_object",
        };
        let fields = PLAIN.map(|name| format!("'{name}', {name}")).join(", ");
        let carry = format!(
            "INSERT INTO proposal_legacy (proposal_id, content) \
             SELECT id, CAST({object}({fields}) AS TEXT) FROM proposal"
        );
        manager.get_connection().execute_unprepared(&carry).await?;
        for name in PLAIN {
            let mut alter = Table::alter();
            alter.table("proposal").drop_column(name);
            manager.alter_table(alter).await?;
        }
        for name in SIGNED {
            let mut alter = Table::alter();
            alter.table("proposal").add_column(text_null(name));
            manager.alter_table(alter).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in SIGNED {
            let mut alter = Table::alter();
            alter.table("proposal").drop_column(name);
            manager.alter_table(alter).await?;
        }
        let mut language = text("language");
        language.default("vi");
        let (mut summary, mut approach) = (text("summary"), text("approach"));
        summary.default("");
        approach.default("");
        for column in [
            language,
            summary,
            approach,
            big_integer_null("price_amount"),
            integer_null("duration_months"),
        ] {
            let mut alter = Table::alter();
            alter.table("proposal").add_column(column);
            manager.alter_table(alter).await?;
        }
        drop(
            manager,
            &[
                "opening",
                "proposal_legacy",
                "proposal_key",
                "proposal_content",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn of_proposal(table: &'static str) -> TableCreateStatement {
    let mut id = uuid("proposal_id");
    id.primary_key();
    Table::create()
        .table(table)
        .col(id)
        .foreign_key(&mut reference(table, "proposal_id", "proposal"))
        .to_owned()
}

fn content() -> TableCreateStatement {
    of_proposal("proposal_content")
        .col(integer("generation"))
        .col(blob("sealed"))
        .to_owned()
}

fn key() -> TableCreateStatement {
    of_proposal("proposal_key")
        .col(integer("generation"))
        .col(blob("wrapped"))
        .col(moment("created_at"))
        .col(timestamp_with_time_zone_null("released_at"))
        .to_owned()
}

fn legacy() -> TableCreateStatement {
    of_proposal("proposal_legacy")
        .col(text("content"))
        .to_owned()
}

fn opening() -> TableCreateStatement {
    let mut need = uuid("need_id");
    need.primary_key();
    Table::create()
        .table("opening")
        .col(need)
        .col(moment("created_at"))
        .col(uuid_null("owner_by"))
        .col(timestamp_with_time_zone_null("owner_at"))
        .col(uuid_null("alliance_by"))
        .col(text_null("alliance_role"))
        .col(timestamp_with_time_zone_null("alliance_at"))
        .col(timestamp_with_time_zone_null("completed_at"))
        .foreign_key(&mut reference("opening", "need_id", "need"))
        .foreign_key(&mut reference("opening", "owner_by", "user_account"))
        .foreign_key(&mut reference("opening", "alliance_by", "user_account"))
        .to_owned()
}

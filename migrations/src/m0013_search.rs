//! What changed, for those who keep a copy of what is public: the search index and the engine's corpus
//! of every process. Triggers write it, so that no statement of ours can forget to. And searches that
//! people saved.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, json_binary, text, timestamp_with_time_zone_null, uuid,
};

use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use crate::columns::{code, create, drop, id, index, moment, reference};
use crate::feed::{self, Watched};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// What is public, table by table.
const WATCHED: &[Watched] = &[
    Watched::whole("need", "need", "id"),
    Watched::whole("need_domain", "need", "need_id"),
    Watched::whole("offer", "offer", "id"),
    Watched::whole("offer_domain", "offer", "offer_id"),
    Watched::whole("offer_place", "offer", "offer_id"),
    Watched::whole("organization", "organization", "id"),
    Watched::whole("organization_domain", "organization", "organization_id"),
    Watched::whole("certificate", "organization", "organization_id"),
    Watched::whole("organization_reference", "organization", "organization_id"),
    Watched::whole("researcher", "researcher", "id"),
    Watched::whole("researcher_domain", "researcher", "researcher_id"),
    Watched::whole("researcher_language", "researcher", "researcher_id"),
    Watched::whole("consent", "user", "user_id"),
    Watched {
        of: "name, suspended_at, closed_at",
        ..Watched::whole("user_account", "user", "id")
    },
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
        let installation = Table::create()
            .table("installation")
            .col(text("id").primary_key())
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
        create(manager, vec![change, installation, saved], indexes).await?;
        // Which database this is: what was copied from another one is not taken for a copy of it.
        let name = match manager.get_database_backend() {
            DbBackend::Postgres => "gen_random_uuid()::text",
            _ => "lower(hex(randomblob(16)))",
        };
        let named = format!("INSERT INTO installation (id) VALUES ({name})");
        manager.get_connection().execute_unprepared(&named).await?;
        feed::prepare(manager).await?;
        feed::watch(manager, WATCHED).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        feed::unwatch(manager, WATCHED).await?;
        feed::clear(manager).await?;
        drop(manager, &["saved_search", "installation", "public_change"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

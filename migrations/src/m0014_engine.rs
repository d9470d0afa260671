//! What the engine needs beside the postings: sentence vectors, versions of its weights, editions of its
//! taxonomy, and in each match which weights and model ranked it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob, json_binary, json_binary_null, text, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{code, create, drop, id, index, moment, reference, unique};
use crate::feed::{self, Watched};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const WATCHED: &[Watched] = &[
    Watched::whole("posting_vector", "posting", "posting_id"),
    Watched::whole("engine_weights", "engine", "id"),
    Watched::whole("taxonomy_edition", "engine", "id"),
    // What counts as an organisation's record here.
    Watched {
        of: "status",
        when: "NEW.status = 'mutual'",
        ..Watched::whole("match", "organization", "offer_organization_id")
    },
    Watched {
        of: "status",
        when: "NEW.status = 'selected'",
        ..Watched::whole("proposal", "organization", "organization_id")
    },
];

/// New columns of `match`.
const ADDED: [&str; 2] = ["weights_version", "model_version"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let vectors = Table::create()
            .table("posting_vector")
            .col(uuid("posting_id"))
            .col(code("language"))
            .col(code("kind"))
            .col(text("model"))
            .col(text("text_hash"))
            .col(blob("vector"))
            .col(moment("computed_at"))
            .primary_key(Index::create().col("posting_id").col("language"))
            .to_owned();
        let weights = Table::create()
            .table("engine_weights")
            .col(id())
            .col(text("version"))
            .col(json_binary("offers"))
            .col(json_binary("experts"))
            .col(json_binary_null("lesson"))
            .col(moment("created_at"))
            .col(uuid_null("created_by"))
            .col(timestamp_with_time_zone_null("adopted_at"))
            .col(uuid_null("adopted_by"))
            .foreign_key(&mut reference(
                "engine_weights",
                "created_by",
                "user_account",
            ))
            .foreign_key(&mut reference(
                "engine_weights",
                "adopted_by",
                "user_account",
            ))
            .to_owned();
        let taxonomies = Table::create()
            .table("taxonomy_edition")
            .col(id())
            .col(text("version"))
            .col(text("note"))
            .col(json_binary("concepts"))
            .col(text("content_hash"))
            .col(moment("created_at"))
            .col(uuid_null("created_by"))
            .col(timestamp_with_time_zone_null("adopted_at"))
            .col(uuid_null("adopted_by"))
            .foreign_key(&mut reference(
                "taxonomy_edition",
                "created_by",
                "user_account",
            ))
            .foreign_key(&mut reference(
                "taxonomy_edition",
                "adopted_by",
                "user_account",
            ))
            .to_owned();
        let indexes = vec![
            unique("taxonomy_edition", &["version"]),
            unique("taxonomy_edition", &["content_hash"]),
            index("taxonomy_edition", &["adopted_at"]),
            unique("engine_weights", &["version"]),
            index("engine_weights", &["adopted_at"]),
        ];
        create(manager, vec![vectors, weights, taxonomies], indexes).await?;
        for column in ADDED {
            let mut alter = Table::alter();
            alter
                .table("match")
                .add_column(text(column).default("").to_owned());
            manager.alter_table(alter).await?;
        }
        feed::watch(manager, WATCHED).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        feed::unwatch(manager, WATCHED).await?;
        for column in ADDED {
            let mut alter = Table::alter();
            alter.table("match").drop_column(column);
            manager.alter_table(alter).await?;
        }
        drop(
            manager,
            &["taxonomy_edition", "engine_weights", "posting_vector"],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

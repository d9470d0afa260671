//! Reference data: administrative units with their validity dates, and the domain taxonomy.
//! The rows come from `backend/data` and are brought up to date after every migration.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{date_null, text, text_null};

use crate::columns::{code, create, drop, index, list};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut place_id = text("id");
        place_id.primary_key();
        let mut domain_code = text("code");
        domain_code.primary_key();
        let place = Table::create()
            .table("place")
            .col(place_id)
            .col(text("code"))
            .col(code("kind"))
            .col(text("name_vi"))
            .col(text("name_en"))
            .col(text("full_name_vi"))
            .col(text("full_name_en"))
            .col(text("region"))
            .col(date_null("valid_from"))
            .col(date_null("valid_until"))
            .col(text_null("successor"))
            .col(list("economic_zones"))
            .to_owned();
        let domain = Table::create()
            .table("domain")
            .col(domain_code)
            .col(code("kind"))
            .col(text("name_vi"))
            .col(text("name_en"))
            .col(text_null("ascn_area"))
            .col(list("synonyms_vi"))
            .col(list("synonyms_en"))
            .to_owned();
        create(
            manager,
            vec![place, domain],
            vec![index("place", &["region"])],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["domain", "place"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

//! What localities need and what firms offer.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, boolean, integer_null, text, text_null, timestamp_with_time_zone_null, uuid,
};

use crate::columns::{
    bilingual, code, create, drop, id, index, list, moment, reference, reference_to, version,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(
            manager,
            vec![
                need(),
                need_domain(),
                offer(),
                offer_domain(),
                offer_place(),
            ],
            vec![
                // Lists walk these in their order and stop after a page.
                index("need", &["listed_at", "id"]),
                index("need", &["closes_at", "id"]),
                index("need", &["status", "listed_at"]),
                index("need", &["status", "closes_at"]),
                index("need", &["organization_id"]),
                index("need", &["place_id"]),
                index("need_domain", &["domain_code"]),
                index("offer", &["listed_at", "id"]),
                index("offer", &["status", "listed_at"]),
                index("offer", &["organization_id"]),
                index("offer_domain", &["domain_code"]),
                index("offer_place", &["place_id"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(
            manager,
            &[
                "offer_place",
                "offer_domain",
                "offer",
                "need_domain",
                "need",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn need() -> TableCreateStatement {
    Table::create()
        .table("need")
        .col(id())
        .col(uuid("organization_id"))
        .col(uuid("created_by"))
        .col(text_null("place_id"))
        .col(bilingual("title"))
        .col(bilingual("summary"))
        .col(bilingual("description"))
        .col(text("search_text"))
        .col(big_integer_null("budget_min"))
        .col(big_integer_null("budget_max"))
        .col(text_null("contract_type"))
        .col(text_null("delivery_model"))
        .col(integer_null("maturity_target"))
        .col(timestamp_with_time_zone_null("closes_at"))
        .col(code("status"))
        .col(text_null("status_reason"))
        .col(version())
        .col(boolean("demonstration"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(moment("listed_at"))
        .col(moment("created_at"))
        .col(moment("updated_at"))
        .foreign_key(&mut reference("need", "organization_id", "organization"))
        .foreign_key(&mut reference("need", "created_by", "user_account"))
        .foreign_key(&mut reference("need", "place_id", "place"))
        .to_owned()
}

fn offer() -> TableCreateStatement {
    Table::create()
        .table("offer")
        .col(id())
        .col(uuid("organization_id"))
        .col(uuid("created_by"))
        .col(bilingual("title"))
        .col(bilingual("summary"))
        .col(bilingual("description"))
        .col(text("search_text"))
        .col(big_integer_null("price_min"))
        .col(big_integer_null("price_max"))
        .col(list("contract_types"))
        .col(list("delivery_models"))
        .col(text_null("maturity"))
        .col(list("references"))
        .col(timestamp_with_time_zone_null("expires_at"))
        .col(code("status"))
        .col(text_null("status_reason"))
        .col(version())
        .col(boolean("demonstration"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(moment("listed_at"))
        .col(moment("created_at"))
        .col(moment("updated_at"))
        .foreign_key(&mut reference("offer", "organization_id", "organization"))
        .foreign_key(&mut reference("offer", "created_by", "user_account"))
        .to_owned()
}

fn need_domain() -> TableCreateStatement {
    Table::create()
        .table("need_domain")
        .col(uuid("need_id"))
        .col(text("domain_code"))
        .primary_key(Index::create().col("need_id").col("domain_code"))
        .foreign_key(&mut reference("need_domain", "need_id", "need"))
        .foreign_key(&mut reference_to(
            "need_domain",
            "domain_code",
            "domain",
            "code",
        ))
        .to_owned()
}

fn offer_domain() -> TableCreateStatement {
    Table::create()
        .table("offer_domain")
        .col(uuid("offer_id"))
        .col(text("domain_code"))
        .primary_key(Index::create().col("offer_id").col("domain_code"))
        .foreign_key(&mut reference("offer_domain", "offer_id", "offer"))
        .foreign_key(&mut reference_to(
            "offer_domain",
            "domain_code",
            "domain",
            "code",
        ))
        .to_owned()
}

fn offer_place() -> TableCreateStatement {
    Table::create()
        .table("offer_place")
        .col(uuid("offer_id"))
        .col(text("place_id"))
        .primary_key(Index::create().col("offer_id").col("place_id"))
        .foreign_key(&mut reference("offer_place", "offer_id", "offer"))
        .foreign_key(&mut reference("offer_place", "place_id", "place"))
        .to_owned()
}

//! Researchers: the public profile of a person, with her domains and languages beside it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, text, text_null, uuid, uuid_null};

use crate::columns::{
    bilingual, create, drop, id, index, list, moment, reference, reference_to, unique, version,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// A short list of a researcher's, one row each.
fn of_researcher(table: &'static str, column: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid("researcher_id"))
        .col(text(column))
        .primary_key(Index::create().col("researcher_id").col(column))
        .foreign_key(&mut reference(table, "researcher_id", "researcher"))
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let researcher = Table::create()
            .table("researcher")
            .col(id())
            .col(uuid("user_id"))
            .col(bilingual("headline"))
            .col(bilingual("biography"))
            .col(uuid_null("organization_id"))
            .col(text_null("affiliation"))
            .col(text_null("orcid"))
            .col(list("keywords"))
            .col(list("publications"))
            .col(boolean("evaluator"))
            .col(boolean("consortium_partner"))
            .col(text_null("interests"))
            .col(text("search_text"))
            .col(version())
            .col(boolean("demonstration"))
            .col(moment("created_at"))
            .col(moment("updated_at"))
            .foreign_key(&mut reference("researcher", "user_id", "user_account"))
            .foreign_key(&mut reference(
                "researcher",
                "organization_id",
                "organization",
            ))
            .to_owned();
        let domain = of_researcher("researcher_domain", "domain_code")
            .foreign_key(&mut reference_to(
                "researcher_domain",
                "domain_code",
                "domain",
                "code",
            ))
            .to_owned();
        let language = of_researcher("researcher_language", "language");
        create(
            manager,
            vec![researcher, domain, language],
            vec![
                unique("researcher", &["user_id"]),
                index("researcher", &["created_at", "id"]),
                index("researcher", &["organization_id"]),
                index("researcher_domain", &["domain_code"]),
                index("researcher_language", &["language"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(
            manager,
            &["researcher_language", "researcher_domain", "researcher"],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

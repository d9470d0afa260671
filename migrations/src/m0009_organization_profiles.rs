//! Organisations in full: profile, names that can be compared, invitations, certificates and
//! references, how the alliance verified them, membership of the alliance.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date, date_null, integer, text, text_null, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{
    bilingual, code, create, drop, id, index, list, moment, reference, reference_to, unique,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Columns that organisations gain.
fn added() -> Vec<(&'static str, ColumnDef)> {
    let mut capabilities = bilingual("capabilities");
    capabilities.default("{}");
    let of_code = |name: &'static str, value: &'static str| code(name).default(value).to_owned();
    vec![
        ("establishment_code", text_null("establishment_code")),
        ("address", text_null("address")),
        ("capabilities", capabilities),
        ("version", integer("version").default(1).to_owned()),
        ("name_key_vi", text_null("name_key_vi")),
        ("name_key_en", text_null("name_key_en")),
        ("standing", of_code("standing", "listed")),
        ("standing_reason", text_null("standing_reason")),
        ("verified_at", timestamp_with_time_zone_null("verified_at")),
        ("verified_by", uuid_null("verified_by")),
        (
            "verified_until",
            timestamp_with_time_zone_null("verified_until"),
        ),
        ("alliance_status", of_code("alliance_status", "none")),
        (
            "alliance_since",
            timestamp_with_time_zone_null("alliance_since"),
        ),
        ("alliance_reason", text_null("alliance_reason")),
    ]
}

const INDEXES: [(&str, bool); 4] = [
    ("establishment_code", true),
    ("name_key_vi", false),
    ("name_key_en", false),
    ("standing", false),
];

/// A table of which an organisation has many rows.
fn of_organization(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(id())
        .col(uuid("organization_id"))
        .foreign_key(&mut reference(table, "organization_id", "organization"))
        .to_owned()
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        Table::create()
            .table("organization_domain")
            .col(uuid("organization_id"))
            .col(text("domain_code"))
            .primary_key(Index::create().col("organization_id").col("domain_code"))
            .foreign_key(&mut reference(
                "organization_domain",
                "organization_id",
                "organization",
            ))
            .foreign_key(&mut reference_to(
                "organization_domain",
                "domain_code",
                "domain",
                "code",
            ))
            .to_owned(),
        of_organization("invitation")
            .col(text("email"))
            .col(text("email_normalized"))
            .col(code("role"))
            .col(code("status"))
            .col(text_null("live_key"))
            .col(uuid("invited_by"))
            .col(moment("created_at"))
            .col(moment("sent_at"))
            .col(integer("letters"))
            .col(moment("expires_at"))
            .col(timestamp_with_time_zone_null("ended_at"))
            .foreign_key(&mut reference("invitation", "invited_by", "user_account"))
            .to_owned(),
        of_organization("certificate")
            .col(text("name"))
            .col(text_null("standard"))
            .col(text("issuer"))
            .col(text_null("number"))
            .col(date("issued_on"))
            .col(date_null("expires_on"))
            .col(uuid_null("evidence_id"))
            .col(moment("created_at"))
            .col(moment("updated_at"))
            .foreign_key(&mut reference("certificate", "evidence_id", "file"))
            .to_owned(),
        of_organization("organization_reference")
            .col(bilingual("project"))
            .col(text("client"))
            .col(text_null("place_id"))
            .col(integer("year"))
            .col(bilingual("description"))
            .col(text_null("url"))
            .col(moment("created_at"))
            .col(moment("updated_at"))
            .foreign_key(&mut reference(
                "organization_reference",
                "place_id",
                "place",
            ))
            .to_owned(),
        of_organization("verification_request")
            .col(code("cause"))
            .col(uuid_null("requested_by"))
            .col(text_null("note"))
            .col(list("evidence"))
            .col(list("former"))
            .col(moment("requested_at"))
            .col(text_null("decision"))
            .col(list("checklist"))
            .col(text_null("reason"))
            .col(uuid_null("decided_by"))
            .col(timestamp_with_time_zone_null("decided_at"))
            .foreign_key(&mut reference(
                "verification_request",
                "requested_by",
                "user_account",
            ))
            .to_owned(),
        of_organization("alliance_application")
            .col(text("text"))
            .col(uuid("applied_by"))
            .col(moment("applied_at"))
            .col(text_null("decision"))
            .col(text_null("decision_number"))
            .col(date_null("decided_on"))
            .col(text_null("reason"))
            .col(uuid_null("recorded_by"))
            .col(timestamp_with_time_zone_null("recorded_at"))
            .foreign_key(&mut reference(
                "alliance_application",
                "applied_by",
                "user_account",
            ))
            .to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (_, mut column) in added() {
            let mut alter = Table::alter();
            manager
                .alter_table(
                    alter
                        .table("organization")
                        .add_column(&mut column)
                        .to_owned(),
                )
                .await?;
        }
        let mut indexes: Vec<_> = INDEXES
            .iter()
            .map(|(column, only)| {
                if *only {
                    unique("organization", &[column])
                } else {
                    index("organization", &[column])
                }
            })
            .collect();
        indexes.extend([
            index("organization_domain", &["domain_code"]),
            // Of the invitations to one address only one is live.
            unique("invitation", &["live_key"]),
            index("invitation", &["organization_id"]),
            index("invitation", &["email_normalized"]),
            index("certificate", &["organization_id"]),
            index("organization_reference", &["organization_id"]),
            index("verification_request", &["organization_id"]),
            index("alliance_application", &["organization_id"]),
        ]);
        create(manager, tables(), indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(
            manager,
            &[
                "alliance_application",
                "verification_request",
                "organization_reference",
                "certificate",
                "invitation",
                "organization_domain",
            ],
        )
        .await?;
        for (column, _) in INDEXES {
            let name = format!("idx_organization_{column}");
            manager
                .drop_index(Index::drop().name(name).table("organization").to_owned())
                .await?;
        }
        for (name, _) in added() {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table("organization").drop_column(name).to_owned())
                .await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

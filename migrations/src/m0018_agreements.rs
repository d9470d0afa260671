//! Agreements: their versions, signatures, witnesses, comments, scans, and what is followed once they are
//! active.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, boolean, date, date_null, double, integer, integer_null, text, text_null,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{
    bilingual, code, create, drop, id, index, moment, reference, unique, version,
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
                agreement(),
                agreement_version(),
                signature(),
                witness(),
                comment(),
                scan(),
                milestone(),
                indicator(),
                measurement(),
                payment(),
            ],
            vec![
                unique("agreement", &["number"]),
                index("agreement", &["listed_at", "id"]),
                index("agreement", &["owner_id"]),
                index("agreement", &["partner_id"]),
                index("agreement", &["need_id"]),
                index("agreement", &["proposal_id"]),
                index("agreement", &["match_id"]),
                unique("agreement_version", &["hash"]),
                index("agreement_signature", &["agreement_id"]),
                index("agreement_witness", &["agreement_id"]),
                index("agreement_comment", &["agreement_id"]),
                unique("agreement_scan", &["file_id"]),
                index("agreement_scan", &["agreement_id"]),
                index("agreement_milestone", &["agreement_id"]),
                index("agreement_indicator", &["agreement_id"]),
                index("agreement_measurement", &["agreement_id"]),
                index("agreement_payment", &["agreement_id"]),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(
            manager,
            &[
                "agreement_payment",
                "agreement_measurement",
                "agreement_indicator",
                "agreement_milestone",
                "agreement_scan",
                "agreement_comment",
                "agreement_witness",
                "agreement_signature",
                "agreement_version",
                "agreement",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn agreement() -> TableCreateStatement {
    Table::create()
        .table("agreement")
        .col(id())
        .col(text("number"))
        .col(code("kind"))
        .col(text_null("contract_type"))
        .col(uuid_null("need_id"))
        .col(uuid_null("proposal_id"))
        .col(uuid_null("match_id"))
        .col(uuid("owner_id"))
        .col(uuid("partner_id"))
        .col(bilingual("owner_name"))
        .col(bilingual("partner_name"))
        .col(bilingual("title"))
        .col(code("status"))
        .col(code("negotiation"))
        .col(text_null("turn"))
        .col(boolean("owner_accepted"))
        .col(boolean("partner_accepted"))
        .col(boolean("owner_signed"))
        .col(boolean("partner_signed"))
        .col(integer("current_version"))
        .col(integer_null("in_force_version"))
        .col(code("owner_publication"))
        .col(code("partner_publication"))
        .col(boolean("historic"))
        .col(date_null("starts_on"))
        .col(date_null("ends_on"))
        .col(big_integer_null("value_amount"))
        .col(timestamp_with_time_zone_null("signed_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(uuid_null("ended_by"))
        .col(text_null("end_reason"))
        .col(text_null("notice_number"))
        .col(text_null("notice_link"))
        .col(timestamp_with_time_zone_null("handed_over_at"))
        .col(uuid_null("handed_over_by"))
        .col(moment("activity_at"))
        .col(version())
        .col(boolean("demonstration"))
        .col(moment("listed_at"))
        .col(uuid_null("created_by"))
        .col(moment("created_at"))
        .col(moment("updated_at"))
        .foreign_key(&mut reference("agreement", "need_id", "need"))
        .foreign_key(&mut reference("agreement", "proposal_id", "proposal"))
        .foreign_key(&mut reference("agreement", "match_id", "match"))
        .foreign_key(&mut reference("agreement", "owner_id", "organization"))
        .foreign_key(&mut reference("agreement", "partner_id", "organization"))
        .foreign_key(&mut reference("agreement", "ended_by", "user_account"))
        .foreign_key(&mut reference(
            "agreement",
            "handed_over_by",
            "user_account",
        ))
        .foreign_key(&mut reference("agreement", "created_by", "user_account"))
        .to_owned()
}

fn agreement_version() -> TableCreateStatement {
    Table::create()
        .table("agreement_version")
        .col(uuid("agreement_id"))
        .col(integer("number"))
        .col(code("side"))
        .col(text("canonical"))
        .col(text_null("hash"))
        .col(text_null("message"))
        .col(uuid_null("written_by"))
        .col(moment("created_at"))
        .col(timestamp_with_time_zone_null("proposed_at"))
        .col(timestamp_with_time_zone_null("owner_accepted_at"))
        .col(uuid_null("owner_accepted_by"))
        .col(timestamp_with_time_zone_null("partner_accepted_at"))
        .col(uuid_null("partner_accepted_by"))
        .primary_key(Index::create().col("agreement_id").col("number"))
        .foreign_key(&mut of("agreement_version"))
        .foreign_key(&mut reference(
            "agreement_version",
            "written_by",
            "user_account",
        ))
        .foreign_key(&mut reference(
            "agreement_version",
            "owner_accepted_by",
            "user_account",
        ))
        .foreign_key(&mut reference(
            "agreement_version",
            "partner_accepted_by",
            "user_account",
        ))
        .to_owned()
}

fn of(table: &'static str) -> ForeignKeyCreateStatement {
    reference(table, "agreement_id", "agreement")
}

/// A table whose rows belong to an agreement.
fn part(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(id())
        .col(uuid("agreement_id"))
        .foreign_key(&mut of(table))
        .to_owned()
}

fn signature() -> TableCreateStatement {
    part("agreement_signature")
        .col(integer("number"))
        .col(code("side"))
        .col(uuid_null("user_id"))
        .col(text("name"))
        .col(text("position"))
        .col(text_null("place"))
        .col(text("hash"))
        .col(text("consent"))
        .col(boolean("second_factor"))
        .col(moment("signed_at"))
        .col(timestamp_with_time_zone_null("voided_at"))
        .foreign_key(&mut reference(
            "agreement_signature",
            "user_id",
            "user_account",
        ))
        .to_owned()
}

fn witness() -> TableCreateStatement {
    part("agreement_witness")
        .col(text("name"))
        .col(text_null("position"))
        .col(text_null("organization"))
        .col(text_null("place"))
        .col(uuid_null("added_by"))
        .col(moment("added_at"))
        .foreign_key(&mut reference(
            "agreement_witness",
            "added_by",
            "user_account",
        ))
        .to_owned()
}

fn comment() -> TableCreateStatement {
    part("agreement_comment")
        .col(integer("number"))
        .col(text_null("clause_key"))
        .col(code("side"))
        .col(uuid("user_id"))
        .col(text("body"))
        .col(moment("created_at"))
        .foreign_key(&mut reference(
            "agreement_comment",
            "user_id",
            "user_account",
        ))
        .to_owned()
}

fn scan() -> TableCreateStatement {
    part("agreement_scan")
        .col(uuid("file_id"))
        .col(code("side"))
        .col(text_null("note"))
        .col(uuid("uploaded_by"))
        .col(moment("uploaded_at"))
        .foreign_key(&mut reference("agreement_scan", "file_id", "file"))
        .foreign_key(&mut reference(
            "agreement_scan",
            "uploaded_by",
            "user_account",
        ))
        .to_owned()
}

fn milestone() -> TableCreateStatement {
    part("agreement_milestone")
        .col(integer("position"))
        .col(bilingual("title"))
        .col(date("due_on"))
        .col(code("status"))
        .col(text_null("reported_status"))
        .col(text_null("evidence"))
        .col(uuid_null("evidence_id"))
        .col(uuid_null("reported_by"))
        .col(timestamp_with_time_zone_null("reported_at"))
        .col(text_null("answer"))
        .col(uuid_null("confirmed_by"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .col(boolean("dropped"))
        .col(version())
        .foreign_key(&mut reference("agreement_milestone", "evidence_id", "file"))
        .foreign_key(&mut reference(
            "agreement_milestone",
            "reported_by",
            "user_account",
        ))
        .foreign_key(&mut reference(
            "agreement_milestone",
            "confirmed_by",
            "user_account",
        ))
        .to_owned()
}

fn indicator() -> TableCreateStatement {
    part("agreement_indicator")
        .col(integer("position"))
        .col(bilingual("name"))
        .col(text("unit"))
        .col(double("baseline"))
        .col(double("target"))
        .col(boolean("dropped"))
        .to_owned()
}

fn measurement() -> TableCreateStatement {
    part("agreement_measurement")
        .col(uuid("indicator_id"))
        .col(double("value"))
        .col(date("measured_on"))
        .col(text_null("note"))
        .col(code("side"))
        .col(uuid("recorded_by"))
        .col(moment("recorded_at"))
        .foreign_key(&mut reference(
            "agreement_measurement",
            "indicator_id",
            "agreement_indicator",
        ))
        .foreign_key(&mut reference(
            "agreement_measurement",
            "recorded_by",
            "user_account",
        ))
        .to_owned()
}

fn payment() -> TableCreateStatement {
    part("agreement_payment")
        .col(code("kind"))
        .col(big_integer_null("amount"))
        .col(text("description"))
        .col(date("given_on"))
        .col(code("side"))
        .col(uuid("recorded_by"))
        .col(moment("recorded_at"))
        .col(uuid_null("confirmed_by"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .foreign_key(&mut reference(
            "agreement_payment",
            "recorded_by",
            "user_account",
        ))
        .foreign_key(&mut reference(
            "agreement_payment",
            "confirmed_by",
            "user_account",
        ))
        .to_owned()
}

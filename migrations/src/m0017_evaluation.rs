//! Criteria of needs, the panels that evaluate proposals by them, what each member scored, what was agreed,
//! and requests of bidders to review the outcome.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, boolean, integer, integer_null, text, text_null,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{
    bilingual, code, create, drop, id, index, moment, reference, reference_to, unique, version,
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
                evaluation(),
                criterion(),
                member(),
                disclosure(),
                bid(),
                score(),
                agreed(),
                review(),
            ],
            vec![
                unique("need_criterion", &["need_id", "position"]),
                unique("panel_member", &["need_id", "user_id"]),
                index("panel_member", &["user_id"]),
                index("evaluated_bid", &["need_id"]),
                unique("outcome_review", &["proposal_id"]),
                index("outcome_review", &["need_id"]),
                index("outcome_review", &["decided_at"]),
            ],
        )
        .await?;
        let mut alter = Table::alter();
        alter
            .table("need")
            .add_column(boolean("bidders_masked").default(false).to_owned());
        manager.alter_table(alter).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut alter = Table::alter();
        alter.table("need").drop_column("bidders_masked");
        manager.alter_table(alter).await?;
        drop(
            manager,
            &[
                "outcome_review",
                "agreed_score",
                "panel_score",
                "evaluated_bid",
                "panel_disclosure",
                "panel_member",
                "need_criterion",
                "need_evaluation",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn evaluation() -> TableCreateStatement {
    Table::create()
        .table("need_evaluation")
        .col(uuid("need_id").primary_key())
        .col(code("status"))
        .col(boolean("anonymous"))
        .col(integer("round"))
        .col(timestamp_with_time_zone_null("scores_due_at"))
        .col(timestamp_with_time_zone_null("started_at"))
        .col(timestamp_with_time_zone_null("approved_at"))
        .col(uuid_null("approved_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(uuid_null("decided_by"))
        .col(uuid_null("selected_id"))
        .col(text_null("decision_reason"))
        .col(version())
        .col(moment("created_at"))
        .col(moment("updated_at"))
        .foreign_key(&mut reference("need_evaluation", "need_id", "need"))
        .foreign_key(&mut reference(
            "need_evaluation",
            "approved_by",
            "user_account",
        ))
        .foreign_key(&mut reference(
            "need_evaluation",
            "decided_by",
            "user_account",
        ))
        .foreign_key(&mut reference("need_evaluation", "selected_id", "proposal"))
        .to_owned()
}

fn criterion() -> TableCreateStatement {
    Table::create()
        .table("need_criterion")
        .col(id())
        .col(uuid("need_id"))
        .col(integer("position"))
        .col(bilingual("name"))
        .col(bilingual("description"))
        .col(integer("weight"))
        .col(code("kind"))
        .foreign_key(&mut reference("need_criterion", "need_id", "need"))
        .to_owned()
}

fn member() -> TableCreateStatement {
    Table::create()
        .table("panel_member")
        .col(id())
        .col(uuid("need_id"))
        .col(uuid("user_id"))
        .col(code("seat"))
        .col(boolean("chair"))
        .col(code("status"))
        .col(text_null("reason"))
        .col(text_null("declared_interest"))
        .col(code("sheet"))
        .col(uuid("invited_by"))
        .col(moment("invited_at"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .foreign_key(&mut reference("panel_member", "need_id", "need"))
        .foreign_key(&mut reference("panel_member", "user_id", "user_account"))
        .foreign_key(&mut reference("panel_member", "invited_by", "user_account"))
        .to_owned()
}

fn disclosure() -> TableCreateStatement {
    Table::create()
        .table("panel_disclosure")
        .col(uuid("member_id"))
        .col(uuid("proposal_id"))
        .col(code("kind"))
        .col(text("reason"))
        .col(moment("disclosed_at"))
        .primary_key(
            Index::create()
                .col("member_id")
                .col("proposal_id")
                .col("kind"),
        )
        .foreign_key(&mut reference(
            "panel_disclosure",
            "member_id",
            "panel_member",
        ))
        .foreign_key(&mut reference(
            "panel_disclosure",
            "proposal_id",
            "proposal",
        ))
        .to_owned()
}

fn bid() -> TableCreateStatement {
    Table::create()
        .table("evaluated_bid")
        .col(uuid("proposal_id").primary_key())
        .col(uuid("need_id"))
        .col(integer("place"))
        .col(boolean("shortlisted"))
        .col(text_null("shortlist_reason"))
        .col(text_null("interview_note"))
        // In hundredths of a point, as they were approved.
        .col(integer_null("total"))
        .col(integer_null("rank"))
        // The price that was scored, in đồng.
        .col(big_integer_null("scored_price"))
        .foreign_key(&mut reference("evaluated_bid", "proposal_id", "proposal"))
        .foreign_key(&mut reference("evaluated_bid", "need_id", "need"))
        .to_owned()
}

fn score() -> TableCreateStatement {
    Table::create()
        .table("panel_score")
        .col(uuid("member_id"))
        .col(uuid("proposal_id"))
        .col(uuid("criterion_id"))
        .col(integer_null("score"))
        .col(text_null("comment"))
        .col(version())
        .col(moment("updated_at"))
        .primary_key(
            Index::create()
                .col("member_id")
                .col("proposal_id")
                .col("criterion_id"),
        )
        .foreign_key(&mut reference("panel_score", "member_id", "panel_member"))
        .foreign_key(&mut reference_to(
            "panel_score",
            "proposal_id",
            "evaluated_bid",
            "proposal_id",
        ))
        .foreign_key(&mut reference(
            "panel_score",
            "criterion_id",
            "need_criterion",
        ))
        .to_owned()
}

fn agreed() -> TableCreateStatement {
    Table::create()
        .table("agreed_score")
        .col(uuid("proposal_id"))
        .col(uuid("criterion_id"))
        .col(integer("round"))
        .col(integer("score"))
        .col(text_null("note"))
        .col(uuid("agreed_by"))
        .col(moment("agreed_at"))
        .primary_key(
            Index::create()
                .col("proposal_id")
                .col("criterion_id")
                .col("round"),
        )
        .foreign_key(&mut reference_to(
            "agreed_score",
            "proposal_id",
            "evaluated_bid",
            "proposal_id",
        ))
        .foreign_key(&mut reference(
            "agreed_score",
            "criterion_id",
            "need_criterion",
        ))
        .foreign_key(&mut reference("agreed_score", "agreed_by", "user_account"))
        .to_owned()
}

fn review() -> TableCreateStatement {
    Table::create()
        .table("outcome_review")
        .col(id())
        .col(uuid("proposal_id"))
        .col(uuid("need_id"))
        .col(uuid("asked_by"))
        .col(text("request"))
        .col(moment("asked_at"))
        .col(moment("due_at"))
        .col(text_null("verdict"))
        .col(text_null("answer"))
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .foreign_key(&mut reference("outcome_review", "proposal_id", "proposal"))
        .foreign_key(&mut reference("outcome_review", "need_id", "need"))
        .foreign_key(&mut reference("outcome_review", "asked_by", "user_account"))
        .foreign_key(&mut reference(
            "outcome_review",
            "decided_by",
            "user_account",
        ))
        .to_owned()
}

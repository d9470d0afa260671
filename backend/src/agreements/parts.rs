//! The tables of what belongs to an agreement: signatures, witnesses, comments, scans, milestones,
//! indicators and payments.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How far a milestone is reached.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MilestoneStatus {
    /// Chưa đến.
    Scheduled,
    /// Đạt.
    Met,
    /// Đạt một phần.
    PartiallyMet,
    /// Không đạt.
    NotMet,
}

/// What was given.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[graphql(name = "AgreementPaymentKind")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// Tiền.
    Money,
    /// Hiện vật, công sức.
    InKind,
}

/// Signatures.
pub mod signature {
    use sea_orm::entity::prelude::*;

    use crate::agreements::Side;
    use crate::ids::{AgreementId, AgreementSignatureId, UserId};

    /// A signature under one version.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_signature")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgreementSignatureId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// Which version.
        pub number: i32,
        /// For which side.
        pub side: Side,
        /// Whose; none in a historic record.
        pub user_id: Option<UserId>,
        /// Name.
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// Position in the organisation.
        #[sea_orm(column_type = "Text")]
        pub position: String,
        /// Where it was signed.
        #[sea_orm(column_type = "Text", nullable)]
        pub place: Option<String>,
        /// Hash of the version.
        #[sea_orm(column_type = "Text")]
        pub hash: String,
        /// What was consented to, as it was shown.
        #[sea_orm(column_type = "Text")]
        pub consent: String,
        /// A second factor proved who it was.
        pub second_factor: bool,
        /// When.
        pub signed_at: DateTimeUtc,
        /// When it lost its meaning: the text was opened again.
        pub voided_at: Option<DateTimeUtc>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Witnesses.
pub mod witness {
    use sea_orm::entity::prelude::*;

    use crate::ids::{AgreementId, UserId, WitnessId};

    /// Somebody who was there when it was signed.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_witness")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: WitnessId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// Name.
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// Position.
        #[sea_orm(column_type = "Text", nullable)]
        pub position: Option<String>,
        /// Organisation.
        #[sea_orm(column_type = "Text", nullable)]
        pub organization: Option<String>,
        /// Where.
        #[sea_orm(column_type = "Text", nullable)]
        pub place: Option<String>,
        /// Who named her.
        pub added_by: Option<UserId>,
        /// When.
        pub added_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Comments.
pub mod comment {
    use sea_orm::entity::prelude::*;

    use crate::agreements::Side;
    use crate::ids::{AgreementCommentId, AgreementId, UserId};

    /// A comment of one side on a version, or on one clause of it.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_comment")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgreementCommentId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// On which version.
        pub number: i32,
        /// On which clause; none for the whole.
        #[sea_orm(column_type = "Text", nullable)]
        pub clause_key: Option<String>,
        /// For which side.
        pub side: Side,
        /// Who.
        pub user_id: UserId,
        /// What.
        #[sea_orm(column_type = "Text")]
        pub body: String,
        /// When.
        pub created_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Scans.
pub mod scan {
    use sea_orm::entity::prelude::*;

    use crate::agreements::Side;
    use crate::ids::{AgreementId, AgreementScanId, FileId, UserId};

    /// A scan of the paper original.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_scan")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgreementScanId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// The file.
        #[sea_orm(unique)]
        pub file_id: FileId,
        /// Of which side.
        pub side: Side,
        /// What it shows.
        #[sea_orm(column_type = "Text", nullable)]
        pub note: Option<String>,
        /// Who.
        pub uploaded_by: UserId,
        /// When.
        pub uploaded_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Milestones.
pub mod milestone {
    use sea_orm::entity::prelude::*;

    use super::MilestoneStatus;
    use crate::ids::{AgreementId, FileId, MilestoneId, UserId};
    use crate::text::BilingualText;

    /// Something that is to be done by a day.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_milestone")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MilestoneId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// From 1.
        pub position: i32,
        /// What.
        pub title: BilingualText,
        /// By when.
        pub due_on: Date,
        /// As the owner confirmed.
        pub status: MilestoneStatus,
        /// As the partner says; none when nothing waits.
        pub reported_status: Option<MilestoneStatus>,
        /// What shows it.
        #[sea_orm(column_type = "Text", nullable)]
        pub evidence: Option<String>,
        /// A file that shows it.
        pub evidence_id: Option<FileId>,
        /// Who said so.
        pub reported_by: Option<UserId>,
        /// When.
        pub reported_at: Option<DateTimeUtc>,
        /// What the owner said to it.
        #[sea_orm(column_type = "Text", nullable)]
        pub answer: Option<String>,
        /// Who confirmed.
        pub confirmed_by: Option<UserId>,
        /// When.
        pub confirmed_at: Option<DateTimeUtc>,
        /// An amendment took it out.
        pub dropped: bool,
        /// Raised by one at each change.
        pub version: i32,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Indicators.
pub mod indicator {
    use sea_orm::entity::prelude::*;

    use crate::ids::{AgreementId, IndicatorId};
    use crate::text::BilingualText;

    /// Something that an agreement measures itself by.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_indicator")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: IndicatorId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// From 1.
        pub position: i32,
        /// What.
        pub name: BilingualText,
        /// In what.
        #[sea_orm(column_type = "Text")]
        pub unit: String,
        /// Before.
        pub baseline: f64,
        /// What is aimed at.
        pub target: f64,
        /// An amendment took it out.
        pub dropped: bool,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Measurements.
pub mod measurement {
    use sea_orm::entity::prelude::*;

    use crate::agreements::Side;
    use crate::ids::{AgreementId, IndicatorId, MeasurementId, UserId};

    /// A value of an indicator on a day.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_measurement")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MeasurementId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// Of which indicator.
        pub indicator_id: IndicatorId,
        /// Value.
        pub value: f64,
        /// On which day.
        pub measured_on: Date,
        /// How.
        #[sea_orm(column_type = "Text", nullable)]
        pub note: Option<String>,
        /// Which side says so.
        pub side: Side,
        /// Who.
        pub recorded_by: UserId,
        /// When.
        pub recorded_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Payments.
pub mod payment {
    use sea_orm::entity::prelude::*;

    use super::PaymentKind;
    use crate::agreements::Side;
    use crate::ids::{AgreementId, PaymentId, UserId};

    /// Money or something in kind that was given.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_payment")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PaymentId,
        /// Agreement.
        pub agreement_id: AgreementId,
        /// Kind.
        pub kind: PaymentKind,
        /// Đồng; of something in kind what it is worth, if anybody said.
        pub amount: Option<i64>,
        /// For what.
        #[sea_orm(column_type = "Text")]
        pub description: String,
        /// When it was given.
        pub given_on: Date,
        /// Which side says so.
        pub side: Side,
        /// Who.
        pub recorded_by: UserId,
        /// When.
        pub recorded_at: DateTimeUtc,
        /// Who confirmed it for the other side.
        pub confirmed_by: Option<UserId>,
        /// When.
        pub confirmed_at: Option<DateTimeUtc>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

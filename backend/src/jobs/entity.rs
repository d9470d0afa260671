//! The table `job`.

use sea_orm::entity::prelude::*;

use crate::ids::JobId;

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum JobStatus {
    /// To be run at its time.
    Queued,
    /// A worker has it.
    Running,
    /// Done.
    Done,
    /// Given up.
    Dead,
}

/// Something to do after a commit.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    /// Name of the kind.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Ids.
    pub payload: Json,
    /// Status.
    pub status: JobStatus,
    /// Not before.
    pub run_at: DateTimeUtc,
    /// Runs so far.
    pub attempts: i32,
    /// What the last run said.
    #[sea_orm(column_type = "Text", nullable)]
    pub last_error: Option<String>,
    /// A worker that has not answered by then is taken for dead.
    pub locked_until: Option<DateTimeUtc>,
    /// When.
    pub created_at: DateTimeUtc,
    /// Done or given up.
    pub finished_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

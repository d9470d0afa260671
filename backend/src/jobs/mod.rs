//! Jobs: what follows a change, as rows inserted in the change's own transaction.
//!
//! ```text
//! queued ─▶ running ─▶ done
//!    ▲         ├─▶ queued again, later (retry)
//!    └─────────┘
//!              └─▶ dead (fail, or too many tries)
//! ```
//!
//! A job's payload is ids; it reads the rest when it runs. It may run twice (a worker can die after
//! the work and before saying so), so what it does must bear that: emails have a key by which they
//! are posted once.

mod entity;
mod registry;
mod store;
pub mod worker;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::JobId;

pub use entity::{Entity, JobStatus, Model};
pub use store::{count_waiting, delete_done, waiting_kinds};

/// Something to do after a commit.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Name in the table; a released name stays readable for ever.
    const KIND: &'static str;

    /// Does it. It may be run again after it was done.
    fn run(self, ctx: &Ctx) -> impl Future<Output = JobResult> + Send;
}

/// How a run of a job ended.
pub type JobResult = std::result::Result<(), Trouble>;

/// Why a job did not do its work.
#[derive(Debug)]
pub enum Trouble {
    /// Try again later.
    Retry(String),
    /// Trying again would not help.
    Fail(String),
}

impl From<Error> for Trouble {
    /// What is away comes back; what is refused stays refused.
    fn from(error: Error) -> Self {
        let text = error.detail().unwrap_or(&error.message.en).to_owned();
        match error.code {
            ErrorCode::Unavailable | ErrorCode::Internal | ErrorCode::StaleVersion => {
                Self::Retry(text)
            }
            _ => Self::Fail(text),
        }
    }
}

/// Inserts a job; see [`Ctx::enqueue`].
pub(crate) async fn enqueue<J: Job>(
    ctx: &Ctx,
    txn: &Txn,
    job: &J,
    run_at: DateTime<Utc>,
) -> Result<()> {
    let payload = serde_json::to_value(job).map_err(|e| Error::internal(e.to_string()))?;
    let row = Model {
        id: JobId(ctx.app.ids.next()),
        kind: J::KIND.to_owned(),
        payload,
        status: JobStatus::Queued,
        run_at,
        attempts: 0,
        last_error: None,
        locked_until: None,
        created_at: ctx.now(),
        finished_at: None,
    };
    store::insert(txn, row).await
}

/// True when a job with this payload was put into the queue before, whatever became of it.
pub async fn is_known<J: Job>(db: &impl sea_orm::ConnectionTrait, job: &J) -> Result<bool> {
    let payload = serde_json::to_value(job).map_err(|e| Error::internal(e.to_string()))?;
    store::is_known(db, J::KIND, &payload).await
}

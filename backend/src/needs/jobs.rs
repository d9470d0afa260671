//! What happens to a need by itself.

use serde::{Deserialize, Serialize};

use super::service;
use crate::app::Ctx;
use crate::ids::NeedId;
use crate::jobs::{Job, JobResult};

/// The deadline has come.
#[derive(Debug, Serialize, Deserialize)]
pub struct CloseNeed {
    /// Which.
    pub need_id: NeedId,
}

impl Job for CloseNeed {
    const KIND: &'static str = "need.close";

    async fn run(self, ctx: &Ctx) -> JobResult {
        Ok(service::close(ctx, self.need_id).await?)
    }
}

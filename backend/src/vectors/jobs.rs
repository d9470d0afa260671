//! Computes vectors.

use serde::{Deserialize, Serialize};

use super::service;
use crate::app::Ctx;
use crate::jobs::{Job, JobResult};

/// Something public has no vector: compute those that are missing.
#[derive(Debug, Serialize, Deserialize)]
pub struct ComputeVectors {}

impl Job for ComputeVectors {
    const KIND: &'static str = "vectors.compute";

    async fn run(self, ctx: &Ctx) -> JobResult {
        service::compute_stale(ctx).await?;
        Ok(())
    }
}

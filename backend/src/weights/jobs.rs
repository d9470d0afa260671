//! What follows when other weights rank.

use serde::{Deserialize, Serialize};

use crate::app::Ctx;
use crate::jobs::{Job, JobResult};
use crate::{matches, needs};

/// Other weights rank: rank every open need anew.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rerank {}

impl Job for Rerank {
    const KIND: &'static str = "weights.rerank";

    async fn run(self, ctx: &Ctx) -> JobResult {
        for need in needs::store::open(&ctx.app.db).await? {
            matches::service::rank_need(ctx, need.id).await?;
        }
        Ok(())
    }
}

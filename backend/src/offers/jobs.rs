//! What happens to an offer by itself.

use serde::{Deserialize, Serialize};

use super::service;
use crate::app::Ctx;
use crate::ids::OfferId;
use crate::jobs::{Job, JobResult};

/// Its year is over.
#[derive(Debug, Serialize, Deserialize)]
pub struct ExpireOffer {
    /// Which.
    pub offer_id: OfferId,
}

impl Job for ExpireOffer {
    const KIND: &'static str = "offer.expire";

    async fn run(self, ctx: &Ctx) -> JobResult {
        Ok(service::expire(ctx, self.offer_id).await?)
    }
}

//! What follows a decision: letters to those whom it concerns.

use serde::{Deserialize, Serialize};

use super::{letters, store};
use crate::app::Ctx;
use crate::ids::ReviewId;
use crate::jobs::{Job, JobResult};
use crate::mail;

/// The alliance decided: tell those whom it concerns.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReviewDecided {
    /// Which.
    pub review_id: ReviewId,
}

impl Job for ReviewDecided {
    const KIND: &'static str = "review.decided";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(review) = store::find(&ctx.app.db, self.review_id).await? else {
            return Ok(());
        };
        let letters = letters::of(ctx, &review).await?;
        let txn = ctx.begin().await?;
        for (person, letter) in letters {
            mail::post(ctx, &txn, &person, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

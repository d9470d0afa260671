//! What owners are told about the alliance's decisions.

use serde::{Deserialize, Serialize};

use super::entity::ReviewDecision;
use super::store;
use crate::app::Ctx;
use crate::clock::moment;
use crate::ids::{OrganizationId, ReviewId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::needs;
use crate::offers;
use crate::organizations;

/// The alliance decided on a need or an offer: tell those who answer for it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReviewDecided {
    /// Which.
    pub review_id: ReviewId,
}

impl Job for ReviewDecided {
    const KIND: &'static str = "review.decided";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(review) = store::find(db, self.review_id).await? else {
            return Ok(());
        };
        let approved = review.decision == Some(ReviewDecision::Approved);
        let Some((owner, letter)) = self.letter(ctx, &review, approved).await? else {
            return Ok(());
        };
        let reason = review.reason.as_deref().unwrap_or_default();
        let txn = ctx.begin().await?;
        for person in organizations::store::writers(&txn, owner).await? {
            mail::post(ctx, &txn, &person, letter.clone().plain("reason", reason)).await?;
        }
        Ok(txn.commit().await?)
    }
}

impl ReviewDecided {
    /// To whom, and what; introductions have letters of their own.
    async fn letter(
        &self,
        ctx: &Ctx,
        review: &super::entity::Model,
        approved: bool,
    ) -> crate::error::Result<Option<(OrganizationId, Letter)>> {
        let db = &ctx.app.db;
        if let Some(id) = review.need_id {
            let Some(need) = needs::store::find(db, id).await? else {
                return Ok(None);
            };
            let (template, path) = if approved {
                ("need_approved", format!("/nhu-cau/{id}"))
            } else {
                ("need_sent_back", format!("/co-quan/nhu-cau/{id}/soan"))
            };
            let letter = Letter::new(template, self.review_id)
                .text("title", &need.title)
                .plain("date", &moment(need.closes_at))
                .link(ctx, &path);
            return Ok(Some((need.organization_id, letter)));
        }
        if let Some(id) = review.offer_id {
            let Some(offer) = offers::store::find(db, id).await? else {
                return Ok(None);
            };
            let (template, path) = if approved {
                ("offer_approved", format!("/giai-phap/{id}"))
            } else {
                ("offer_sent_back", format!("/giai-phap-cua-toi/{id}/soan"))
            };
            let letter = Letter::new(template, self.review_id)
                .text("title", &offer.title)
                .plain("date", &moment(offer.expires_at))
                .link(ctx, &path);
            return Ok(Some((offer.organization_id, letter)));
        }
        Ok(None)
    }
}

//! Who is told of an addendum.

use serde::{Deserialize, Serialize};

use super::store;
use crate::app::Ctx;
use crate::clarifications;
use crate::clock::moment;
use crate::ids::AddendumId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::needs;
use crate::text::say;

/// Something was added to an open need: those who asked and those who write a proposal are told.
#[derive(Debug, Serialize, Deserialize)]
pub struct AddendumPublished {
    /// Which.
    pub addendum_id: AddendumId,
}

impl Job for AddendumPublished {
    const KIND: &'static str = "addendum.published";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(addendum) = store::find(db, self.addendum_id).await? else {
            return Ok(());
        };
        let need = needs::store::find(db, addendum.need_id).await?;
        let Some(need) = need.filter(|need| !need.is_hidden()) else {
            return Ok(());
        };
        let change = match addendum.closes_at {
            Some(at) => {
                let at = moment(Some(at));
                say(
                    format!("Hạn tiếp nhận được lùi đến {at}."),
                    format!("The deadline is moved back to {at} (Vietnam's time)."),
                )
            }
            None => say("Hạn tiếp nhận không đổi.", "The deadline stays."),
        };
        let letter = Letter::new("addendum_published", addendum.id)
            .text("need", &need.title)
            .plain("count", &addendum.number.to_string())
            .sentence("change", change)
            .link(ctx, &format!("/nhu-cau/{}", need.id));
        let txn = ctx.begin().await?;
        for person in clarifications::jobs::concerned(&txn, need.id).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        Ok(txn.commit().await?)
    }
}

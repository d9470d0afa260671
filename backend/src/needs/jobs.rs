//! What happens to a need by itself, and who is told.

use serde::{Deserialize, Serialize};

use super::{Need, NeedStatus, service, store};
use crate::app::Ctx;
use crate::clarifications;
use crate::clock::moment;
use crate::error::Result;
use crate::ids::NeedId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::organizations;

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

/// The market has had its say: the owner is told that it is time to open the need for proposals.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConsultationOver {
    /// Which.
    pub need_id: NeedId,
}

/// The owner opened a need after a consultation: those who commented are told.
#[derive(Debug, Serialize, Deserialize)]
pub struct NeedOpened {
    /// Which.
    pub need_id: NeedId,
}

async fn still(ctx: &Ctx, id: NeedId, status: NeedStatus) -> Result<Option<Need>> {
    let need = store::find(&ctx.app.db, id).await?;
    Ok(need.filter(|need| need.status == status && !need.is_hidden()))
}

fn letter(ctx: &Ctx, template: &'static str, need: &Need) -> Letter {
    Letter::new(template, need.id)
        .text("need", &need.title)
        .plain("date", &moment(need.closes_at))
        .link(ctx, &format!("/nhu-cau/{}", need.id))
}

impl Job for ConsultationOver {
    const KIND: &'static str = "need.consultation_over";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(need) = still(ctx, self.need_id, NeedStatus::Consultation).await? else {
            return Ok(());
        };
        let letter = letter(ctx, "consultation_over", &need);
        let txn = ctx.begin().await?;
        for person in organizations::store::writers(&txn, need.organization_id).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        Ok(txn.commit().await?)
    }
}

impl Job for NeedOpened {
    const KIND: &'static str = "need.opened";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(need) = still(ctx, self.need_id, NeedStatus::Open).await? else {
            return Ok(());
        };
        let letter = letter(ctx, "need_opened", &need);
        let txn = ctx.begin().await?;
        for person in clarifications::jobs::concerned(&txn, need.id).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        Ok(txn.commit().await?)
    }
}

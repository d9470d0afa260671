//! What happens to a need by itself, and who is told.

use serde::{Deserialize, Serialize};

use super::{Need, NeedStatus, service, store};
use crate::app::Ctx;
use crate::clarifications;
use crate::clock::moment;
use crate::error::Result;
use crate::ids::{NeedId, OrganizationId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::organizations::{self, Organization};

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

/// A commune asks somebody at its province to complete its draft: those who write there are told.
#[derive(Debug, Serialize, Deserialize)]
pub struct CompletionAsked {
    /// Which.
    pub need_id: NeedId,
}

/// Who was asked hands the draft back: its owner is told.
#[derive(Debug, Serialize, Deserialize)]
pub struct NeedCompleted {
    /// Which.
    pub need_id: NeedId,
    /// Who completed it.
    pub by: OrganizationId,
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

/// The letter about a draft, which leads to its editor and names the other side.
fn about_draft(ctx: &Ctx, template: &'static str, need: &Need, other: &Organization) -> Letter {
    Letter::new(template, need.id)
        .text("need", &need.title)
        .text("organization", &other.legal_name)
        .link(ctx, &format!("/co-quan/nhu-cau/{}/soan", need.id))
}

impl Job for CompletionAsked {
    const KIND: &'static str = "need.completion_asked";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let need = store::find(db, self.need_id).await?;
        let Some((need, asked)) = need.and_then(|need| Some((need.clone(), need.focal_point_id?)))
        else {
            return Ok(());
        };
        let Some(owner) = organizations::store::find(db, need.organization_id).await? else {
            return Ok(());
        };
        let letter = about_draft(ctx, "need_to_complete", &need, &owner);
        let txn = ctx.begin().await?;
        for person in organizations::store::writers(&txn, asked).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        Ok(txn.commit().await?)
    }
}

impl Job for NeedCompleted {
    const KIND: &'static str = "need.completed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let need = store::find(db, self.need_id).await?;
        let by = organizations::store::find(db, self.by).await?;
        let Some((need, by)) = need.zip(by) else {
            return Ok(());
        };
        let letter = about_draft(ctx, "need_completed", &need, &by);
        let txn = ctx.begin().await?;
        for person in organizations::store::writers(&txn, need.organization_id).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        Ok(txn.commit().await?)
    }
}

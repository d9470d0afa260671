//! What an organisation's owners are told about its membership of the alliance.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::store;
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::{AllianceApplicationId, OrganizationId, ReviewId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::moderation::{self, ReviewDecision};
use crate::organizations::{self, AllianceStatus};

/// The page of an owner's own organisation.
const PATH: &str = "/ban-lam-viec";

/// The board decided on an application.
#[derive(Debug, Serialize, Deserialize)]
pub struct AllianceDecided {
    /// Which.
    pub application_id: AllianceApplicationId,
    /// Its review.
    pub review_id: ReviewId,
}

impl Job for AllianceDecided {
    const KIND: &'static str = "alliance.decided";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let found = store::find(&ctx.app.db, self.application_id).await?;
        let Some(application) = found else {
            return Ok(());
        };
        let (template, path) = match application.decision {
            Some(ReviewDecision::Approved) => ("alliance_admitted", PATH.to_owned()),
            Some(ReviewDecision::Rejected) => (
                "alliance_rejected",
                moderation::appeals::page(self.review_id),
            ),
            _ => return Ok(()),
        };
        let number = application.decision_number.as_deref().unwrap_or_default();
        let date = application.decided_on.map(|day| day.format("%d/%m/%Y"));
        let letter = Letter::new(template, self.application_id)
            .plain("decision", number)
            .plain("date", &date.map(|d| d.to_string()).unwrap_or_default())
            .plain("reason", application.reason.as_deref().unwrap_or_default())
            .link(ctx, &path);
        Ok(tell(ctx, application.organization_id, letter).await?)
    }
}

/// A membership was suspended or restored.
#[derive(Debug, Serialize, Deserialize)]
pub struct AllianceStatusChanged {
    /// Whose.
    pub organization_id: OrganizationId,
    /// When: each change has a letter of its own, unless the next comes before it is written.
    pub at: DateTime<Utc>,
}

impl Job for AllianceStatusChanged {
    const KIND: &'static str = "alliance.status_changed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let found = organizations::store::find(&ctx.app.db, self.organization_id).await?;
        let Some(organization) = found.filter(|row| row.alliance_since == Some(self.at)) else {
            return Ok(());
        };
        let template = match organization.alliance_status {
            AllianceStatus::Suspended => "alliance_suspended",
            AllianceStatus::Admitted => "alliance_restored",
            _ => return Ok(()),
        };
        let about = format!("{}:{}", self.organization_id, self.at.timestamp_micros());
        let reason = organization.alliance_reason.as_deref().unwrap_or_default();
        let letter = Letter::new(template, about)
            .plain("reason", reason)
            .link(ctx, PATH);
        Ok(tell(ctx, self.organization_id, letter).await?)
    }
}

async fn tell(ctx: &Ctx, id: OrganizationId, letter: Letter) -> Result<()> {
    let Some(organization) = organizations::store::find(&ctx.app.db, id).await? else {
        return Ok(());
    };
    let letter = letter.text("organization", &organization.legal_name);
    let txn = ctx.begin().await?;
    for owner in organizations::store::owners(&txn, id).await? {
        mail::post(ctx, &txn, &owner, letter.clone()).await?;
    }
    txn.commit().await
}

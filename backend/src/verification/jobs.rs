//! What an organisation's owners are told about registration and verification.

use serde::{Deserialize, Serialize};

use super::{service, store};
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::Result;
use crate::ids::{OrganizationId, ReviewId, VerificationRequestId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::moderation::{self, ReviewDecision};
use crate::organizations::{self, Organization};

/// The page of an owner's own organisation.
const PATH: &str = "/ban-lam-viec";

/// The alliance decided on a registration.
#[derive(Debug, Serialize, Deserialize)]
pub struct RegistrationDecided {
    /// Which decision.
    pub review_id: ReviewId,
}

impl Job for RegistrationDecided {
    const KIND: &'static str = "registration.decided";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(review) = moderation::store::find(db, self.review_id).await? else {
            return Ok(());
        };
        let Some(id) = review.organization_id else {
            return Ok(());
        };
        let (template, path) = match review.decision {
            Some(ReviewDecision::Approved) => ("registration_approved", PATH.to_owned()),
            Some(ReviewDecision::Rejected) => (
                "registration_rejected",
                moderation::appeals::page(self.review_id),
            ),
            _ => return Ok(()),
        };
        let letter = Letter::new(template, self.review_id)
            .plain("reason", review.reason.as_deref().unwrap_or_default())
            .link(ctx, &path);
        Ok(tell(ctx, id, letter).await?)
    }
}

/// The alliance decided on a verification.
#[derive(Debug, Serialize, Deserialize)]
pub struct VerificationDecided {
    /// Which.
    pub request_id: VerificationRequestId,
    /// Its review.
    pub review_id: ReviewId,
}

impl Job for VerificationDecided {
    const KIND: &'static str = "verification.decided";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(request) = store::find(&ctx.app.db, self.request_id).await? else {
            return Ok(());
        };
        let (template, path) = match request.decision {
            Some(ReviewDecision::Approved) => ("verification_approved", PATH.to_owned()),
            Some(ReviewDecision::Rejected) => (
                "verification_rejected",
                moderation::appeals::page(self.review_id),
            ),
            _ => return Ok(()),
        };
        let until = request.decided_at.map(|at| at + super::rules::LIFETIME);
        let letter = Letter::new(template, self.request_id)
            .plain("date", &moment(until))
            .plain("reason", request.reason.as_deref().unwrap_or_default())
            .link(ctx, &path);
        Ok(tell(ctx, request.organization_id, letter).await?)
    }
}

/// What an organisation was verified by changed, and its badge is gone.
#[derive(Debug, Serialize, Deserialize)]
pub struct VerificationLost {
    /// Which organisation.
    pub organization_id: OrganizationId,
    /// Before the change.
    pub version: i32,
}

impl Job for VerificationLost {
    const KIND: &'static str = "verification.lost";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let about = format!("{}:{}", self.organization_id, self.version);
        let letter = Letter::new("verification_lost", about).link(ctx, PATH);
        Ok(tell(ctx, self.organization_id, letter).await?)
    }
}

/// A verification ends in some days: unless it was renewed meanwhile, say so.
#[derive(Debug, Serialize, Deserialize)]
pub struct VerificationEnding {
    /// Which.
    pub request_id: VerificationRequestId,
    /// Days before.
    pub days: i64,
}

impl Job for VerificationEnding {
    const KIND: &'static str = "verification.ending";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some((organization, request)) = find(ctx, self.request_id).await? else {
            return Ok(());
        };
        // A renewal that waits is all that can be done.
        let renewing = store::waiting(&ctx.app.db, organization.id)
            .await?
            .is_some();
        if renewing || !service::rests_on(&organization, &request) {
            return Ok(());
        }
        let about = format!("{}:{}", self.request_id, self.days);
        let letter = Letter::new("verification_ending", about)
            .plain("count", &self.days.to_string())
            .plain("date", &moment(organization.verified_until))
            .link(ctx, PATH);
        Ok(tell(ctx, organization.id, letter).await?)
    }
}

/// A verification's year is over: unless it was renewed meanwhile, it ends.
#[derive(Debug, Serialize, Deserialize)]
pub struct VerificationEnds {
    /// Which.
    pub request_id: VerificationRequestId,
}

impl Job for VerificationEnds {
    const KIND: &'static str = "verification.ends";

    async fn run(self, ctx: &Ctx) -> JobResult {
        Ok(service::end(ctx, self.request_id).await?)
    }
}

/// A verification has ended: say so.
#[derive(Debug, Serialize, Deserialize)]
pub struct VerificationExpired {
    /// Which.
    pub request_id: VerificationRequestId,
}

impl Job for VerificationExpired {
    const KIND: &'static str = "verification.expired";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some((organization, _)) = find(ctx, self.request_id).await? else {
            return Ok(());
        };
        let letter = Letter::new("verification_expired", self.request_id).link(ctx, PATH);
        Ok(tell(ctx, organization.id, letter).await?)
    }
}

async fn find(
    ctx: &Ctx,
    id: VerificationRequestId,
) -> Result<Option<(Organization, super::VerificationRequest)>> {
    let db = &ctx.app.db;
    let Some(request) = store::find(db, id).await? else {
        return Ok(None);
    };
    let organization = organizations::store::find(db, request.organization_id).await?;
    Ok(organization.map(|organization| (organization, request)))
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

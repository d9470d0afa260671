//! What members are told about their place in an organisation.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::accounts;
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::{MembershipId, OrganizationId, UserId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::organizations::{self, MembershipRole};
use crate::text::{Sentence, say};

/// A role in words.
pub fn role_name(role: MembershipRole) -> Sentence {
    match role {
        MembershipRole::Owner => say("chủ sở hữu", "owner"),
        MembershipRole::Editor => say("biên tập viên", "editor"),
        MembershipRole::Viewer => say("người xem", "viewer"),
    }
}

/// A member's role was changed: tell the member.
#[derive(Debug, Serialize, Deserialize)]
pub struct MembershipChanged {
    /// Which.
    pub membership_id: MembershipId,
    /// To what.
    pub role: MembershipRole,
    /// When: each change has a letter of its own.
    pub at: DateTime<Utc>,
}

impl Job for MembershipChanged {
    const KIND: &'static str = "membership.changed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let found = organizations::store::find_membership(&ctx.app.db, self.membership_id).await?;
        let Some(membership) = found else {
            return Ok(());
        };
        let about = format!("{}:{}", self.membership_id, self.at.timestamp_micros());
        let letter =
            Letter::new("membership_changed", about).sentence("role", role_name(self.role));
        let whose = (membership.user_id, membership.organization_id);
        Ok(tell(ctx, whose, letter).await?)
    }
}

/// A member was removed: tell the person.
#[derive(Debug, Serialize, Deserialize)]
pub struct MembershipEnded {
    /// Who.
    pub user_id: UserId,
    /// From where.
    pub organization_id: OrganizationId,
    /// Which it was.
    pub membership_id: MembershipId,
}

impl Job for MembershipEnded {
    const KIND: &'static str = "membership.ended";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let letter = Letter::new("membership_ended", self.membership_id);
        Ok(tell(ctx, (self.user_id, self.organization_id), letter).await?)
    }
}

/// A request to join was declined: tell the person.
#[derive(Debug, Serialize, Deserialize)]
pub struct MembershipDeclined {
    /// Who.
    pub user_id: UserId,
    /// Where.
    pub organization_id: OrganizationId,
    /// Which it was.
    pub membership_id: MembershipId,
}

impl Job for MembershipDeclined {
    const KIND: &'static str = "membership.declined";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let letter = Letter::new("membership_declined", self.membership_id);
        Ok(tell(ctx, (self.user_id, self.organization_id), letter).await?)
    }
}

/// An organisation asks its members for a second factor: tell them all.
#[derive(Debug, Serialize, Deserialize)]
pub struct SecondFactorRequired {
    /// Which.
    pub organization_id: OrganizationId,
    /// Since when.
    pub at: DateTime<Utc>,
}

impl Job for SecondFactorRequired {
    const KIND: &'static str = "organization.second_factor_required";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(organization) = organizations::store::find(db, self.organization_id).await? else {
            return Ok(());
        };
        let about = format!("{}:{}", organization.id, self.at.timestamp_micros());
        let txn = ctx.begin().await?;
        for person in organizations::store::active_people(&txn, organization.id).await? {
            let letter = Letter::new("second_factor_required", &about)
                .text("organization", &organization.legal_name)
                .link(ctx, "/tai-khoan");
            mail::post(ctx, &txn, &person, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

async fn tell(ctx: &Ctx, whose: (UserId, OrganizationId), letter: Letter) -> Result<()> {
    let db = &ctx.app.db;
    let person = accounts::store::find(db, whose.0).await?;
    let person = person.filter(accounts::User::is_open);
    let organization = organizations::store::find(db, whose.1).await?;
    let Some((person, organization)) = person.zip(organization) else {
        return Ok(());
    };
    let letter = letter
        .text("organization", &organization.legal_name)
        .link(ctx, "/ban-lam-viec");
    let txn = ctx.begin().await?;
    mail::post(ctx, &txn, &person, letter).await?;
    txn.commit().await
}

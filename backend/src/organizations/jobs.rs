//! What follows a request to join.

use serde::{Deserialize, Serialize};

use super::store;
use crate::accounts;
use crate::app::Ctx;
use crate::ids::MembershipId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};

/// Somebody asked to join: tell the owners.
#[derive(Debug, Serialize, Deserialize)]
pub struct MembershipRequested {
    /// Which.
    pub membership_id: MembershipId,
}

impl Job for MembershipRequested {
    const KIND: &'static str = "membership.requested";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(membership) = store::find_membership(db, self.membership_id).await? else {
            return Ok(());
        };
        let organization = store::find(db, membership.organization_id).await?;
        let person = accounts::store::find(db, membership.user_id).await?;
        let Some((organization, person)) = organization.zip(person) else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        for owner in store::owners(&txn, organization.id).await? {
            let letter = Letter::new("membership_requested", self.membership_id)
                .text("organization", &organization.legal_name)
                .plain("person", &person.name)
                .link(ctx, "/ban-lam-viec");
            mail::post(ctx, &txn, &owner, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

/// Somebody was let in: tell the person.
#[derive(Debug, Serialize, Deserialize)]
pub struct MembershipApproved {
    /// Which.
    pub membership_id: MembershipId,
}

impl Job for MembershipApproved {
    const KIND: &'static str = "membership.approved";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(membership) = store::find_membership(db, self.membership_id).await? else {
            return Ok(());
        };
        let organization = store::find(db, membership.organization_id).await?;
        let person = accounts::store::find(db, membership.user_id).await?;
        let Some((organization, person)) = organization.zip(person) else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        let letter = Letter::new("membership_approved", self.membership_id)
            .text("organization", &organization.legal_name)
            .link(ctx, "/ban-lam-viec");
        mail::post(ctx, &txn, &person, letter).await?;
        Ok(txn.commit().await?)
    }
}

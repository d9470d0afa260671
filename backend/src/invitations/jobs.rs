//! What follows an invitation: its letter, and in the end that it is forgotten.

use serde::{Deserialize, Serialize};

use super::store;
use crate::accounts;
use crate::app::Ctx;
use crate::clock::moment;
use crate::ids::InvitationId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter, Recipient};
use crate::members::jobs::role_name;
use crate::organizations;

/// Where the letter leads.
pub const PATH: &str = "/loi-moi";

/// Somebody was invited: write to the address, in its account's language or the inviter's.
#[derive(Debug, Serialize, Deserialize)]
pub struct InvitationSent {
    /// Which.
    pub invitation_id: InvitationId,
}

impl Job for InvitationSent {
    const KIND: &'static str = "invitation.sent";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let found = store::find(db, self.invitation_id).await?;
        let Some(row) = found.filter(|row| row.is_good(ctx.now())) else {
            return Ok(());
        };
        let organization = organizations::store::find(db, row.organization_id).await?;
        let inviter = accounts::store::find(db, row.invited_by).await?;
        let Some((organization, inviter)) = organization.zip(inviter) else {
            return Ok(());
        };
        let account = accounts::store::find_by_email(db, &row.email_normalized).await?;
        let to = match &account {
            // Nobody who is kept out is written to.
            Some(user) if !user.is_open() => return Ok(()),
            Some(user) => Recipient::from(user),
            None => Recipient {
                user_id: None,
                name: row.email.clone(),
                address: row.email.clone(),
                locale: inviter.locale,
            },
        };
        let about = format!("{}:{}", row.id, row.letters);
        let letter = Letter::new("invitation", about)
            .text("organization", &organization.legal_name)
            .plain("person", &inviter.name)
            .sentence("role", role_name(row.role))
            .plain("date", &moment(Some(row.expires_at)))
            .link(ctx, &format!("{PATH}/{}", row.id));
        let txn = ctx.begin().await?;
        mail::post_to(ctx, &txn, &to, letter).await?;
        Ok(txn.commit().await?)
    }
}

/// Long after an invitation ended it is forgotten: it names somebody who may have no account.
#[derive(Debug, Serialize, Deserialize)]
pub struct ForgetInvitation {
    /// Which.
    pub invitation_id: InvitationId,
}

impl Job for ForgetInvitation {
    const KIND: &'static str = "invitation.forget";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let found = store::find(db, self.invitation_id).await?;
        // One that was sent again since has a later job.
        let over = |row: &super::Invitation| {
            let ended = row.ended_at.unwrap_or(row.expires_at);
            ended + super::rules::MEMORY <= ctx.now()
        };
        if let Some(row) = found.filter(over) {
            store::delete(db, row.id).await?;
        }
        Ok(())
    }
}

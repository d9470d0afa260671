//! What follows: letters to people about their accounts, and the sweep of what is no longer needed.

use serde::{Deserialize, Serialize};

use super::registration::{self, NewPerson};
use super::service::{EMAIL_PATH, RESET_PATH};
use super::{User, store};
use crate::app::Ctx;
use crate::ids::{EmailChangeId, LinkId, UserId};
use crate::invitations;
use crate::jobs::{Job, JobResult};
use crate::links;
use crate::mail::{self, Letter, Recipient};

/// A person registered: welcome.
#[derive(Debug, Serialize, Deserialize)]
pub struct Registered {
    /// Who.
    pub user_id: UserId,
}

impl Job for Registered {
    const KIND: &'static str = "account.registered";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(user) = store::find(&ctx.app.db, self.user_id).await? else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        let letter = Letter::new("welcome", self.user_id).link(ctx, "/ban-lam-viec");
        mail::post(ctx, &txn, &user, letter).await?;
        Ok(txn.commit().await?)
    }
}

/// Somebody registers with an address: a letter with the link, or, where there is an account, one that
/// says so.
#[derive(Debug, Serialize, Deserialize)]
pub struct RegistrationRequested {
    /// Which link.
    pub link_id: LinkId,
}

impl Job for RegistrationRequested {
    const KIND: &'static str = "account.registration_requested";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(link) = links::store::find(&ctx.app.db, self.link_id).await? else {
            return Ok(());
        };
        let new: NewPerson = link.detail()?;
        let txn = ctx.begin().await?;
        if let Some(user) = store::find_by_email(&txn, &link.address).await? {
            links::store::set_used(&txn, link.id, ctx.now()).await?;
            if user.is_open() {
                let path = match new.invitation_id {
                    Some(id) => format!("{}/{id}", invitations::jobs::PATH),
                    None => "/dang-nhap".to_owned(),
                };
                let letter = Letter::new("account_exists", link.id).link(ctx, &path);
                mail::post(ctx, &txn, &user, letter).await?;
            }
        } else {
            let to = Recipient {
                user_id: None,
                name: new.name,
                address: new.email,
                locale: new.locale,
            };
            let letter =
                Letter::new("registration", link.id).account_link(ctx, registration::PATH, link.id);
            mail::post_to(ctx, &txn, &to, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

/// Somebody forgot the password of an address: a letter, if there is an account.
#[derive(Debug, Serialize, Deserialize)]
pub struct PasswordResetRequested {
    /// Which link.
    pub link_id: LinkId,
}

impl Job for PasswordResetRequested {
    const KIND: &'static str = "account.password_reset_requested";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(link) = links::store::find(&ctx.app.db, self.link_id).await? else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        let user = store::find_by_email(&txn, &link.address).await?;
        match user.filter(User::is_open) {
            Some(user) => {
                let letter =
                    Letter::new("password_reset", link.id).account_link(ctx, RESET_PATH, link.id);
                mail::post(ctx, &txn, &user, letter).await?;
            }
            // Nobody is written to: the address may be a stranger's who never heard of us.
            None => {
                links::store::set_used(&txn, link.id, ctx.now()).await?;
            }
        }
        Ok(txn.commit().await?)
    }
}

/// Somebody wants another address: a letter to the old one and one to the new one.
#[derive(Debug, Serialize, Deserialize)]
pub struct EmailChangeRequested {
    /// Which.
    pub email_change_id: EmailChangeId,
    /// The old address's link.
    pub old: LinkId,
    /// The new address's link.
    pub new: LinkId,
}

impl Job for EmailChangeRequested {
    const KIND: &'static str = "account.email_change_requested";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let id = self.email_change_id;
        let Some(change) = store::find_email_change(&ctx.app.db, id).await? else {
            return Ok(());
        };
        let user = store::find(&ctx.app.db, change.user_id).await?;
        let Some(user) = user.filter(|_| change.ended_at.is_none()) else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        let letter = Letter::new("email_change_old", id)
            .plain("address", &change.new_email)
            .account_link(ctx, EMAIL_PATH, self.old);
        mail::post(ctx, &txn, &user, letter).await?;
        let taken = store::find_by_email(&txn, &change.new_email_normalized).await?;
        if let Some(other) = taken {
            // The owner of the address learns of it, the one who asked does not.
            links::store::set_used(&txn, self.new, ctx.now()).await?;
            let letter = Letter::new("email_change_taken", id).link(ctx, "/dang-nhap");
            mail::post(ctx, &txn, &other, letter).await?;
        } else {
            let to = Recipient {
                address: change.new_email.clone(),
                ..Recipient::from(&user)
            };
            let letter =
                Letter::new("email_change_new", id).account_link(ctx, EMAIL_PATH, self.new);
            mail::post_to(ctx, &txn, &to, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

/// An address was changed: the new one gets a letter that says so.
#[derive(Debug, Serialize, Deserialize)]
pub struct EmailChanged {
    /// Which.
    pub email_change_id: EmailChangeId,
}

impl Job for EmailChanged {
    const KIND: &'static str = "account.email_changed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let id = self.email_change_id;
        let Some(change) = store::find_email_change(&ctx.app.db, id).await? else {
            return Ok(());
        };
        let Some(user) = store::find(&ctx.app.db, change.user_id).await? else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        let letter = Letter::new("email_changed", id)
            .plain("address", &user.email)
            .link(ctx, "/tai-khoan");
        mail::post(ctx, &txn, &user, letter).await?;
        Ok(txn.commit().await?)
    }
}

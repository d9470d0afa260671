//! The use cases: profile, a forgotten password, another address, consent, the end.

use serde::{Deserialize, Serialize};

use super::entity::{ConsentPurpose, consent, email_change};
use super::jobs::{EmailChangeRequested, EmailChanged, PasswordResetRequested};
use super::rules::EmailAddress;
use super::{StaffRole, User, rules, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys;
use crate::credentials;
use crate::credentials::jobs::{CredentialChange, CredentialChanged};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{ConsentId, EmailChangeId, UserId};
use crate::invitations;
use crate::limits::{self, Limit};
use crate::links::{self, LinkKind};
use crate::mail::{self, Letter, Recipient};
use crate::oidc;
use crate::organizations;
use crate::policy::{Action, Viewer};
use crate::researchers;
use crate::saved_searches;
use crate::sessions;
use crate::staff;
use crate::text::{Locale, say};

/// Where the letter of a reset leads.
pub const RESET_PATH: &str = "/dat-lai-mat-khau";
/// Where the letters of a change of address lead.
pub const EMAIL_PATH: &str = "/doi-email";
/// The words that people agree to; a new wording gets a new date.
pub const CONSENT_WORDING: &str = "2026-11-27";

/// What the letters of a change of address are about.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChangeOf {
    /// Which.
    pub email_change_id: EmailChangeId,
}

/// How far a change of address has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmailChangeState {
    /// The old address has agreed.
    pub old_confirmed: bool,
    /// The new address has agreed.
    pub new_confirmed: bool,
}

/// An account that is planted: its details were checked and its password is hashed.
pub(crate) struct NewAccount {
    /// Id.
    pub id: UserId,
    /// Address.
    pub address: EmailAddress,
    /// Name.
    pub name: String,
    /// PHC string.
    pub password_hash: String,
    /// Language.
    pub locale: Locale,
}

/// Adds an account; the address must be new.
pub(crate) async fn add_account(
    ctx: &Ctx,
    txn: &Txn,
    new: NewAccount,
    staff_role: Option<StaffRole>,
) -> Result<User> {
    let now = ctx.now();
    let user = User {
        id: new.id,
        email: new.address.typed,
        email_normalized: new.address.normalized,
        name: new.name,
        locale: new.locale,
        staff_role,
        suspended_at: None,
        closed_at: None,
        created_at: now,
        updated_at: now,
    };
    store::insert(txn, user.clone()).await?;
    let password = credentials::entity::password::Model {
        user_id: new.id,
        hash: new.password_hash,
        alone: true,
        changed_at: now,
    };
    credentials::store::set_password(txn, password).await?;
    Ok(user)
}

/// Changes one's name or language.
pub async fn update_profile(
    ctx: &Ctx,
    name: Option<String>,
    locale: Option<Locale>,
) -> Result<Viewer> {
    ctx.authorize(Action::EditProfile)?;
    let (id, session) = ctx.session()?;
    let name = name.map(|name| rules::check_name(&name)).transpose();
    let name = match name {
        Ok(name) => name,
        Err(problem) => {
            Error::problems(vec![problem])?;
            None
        }
    };
    let txn = ctx.begin().await?;
    let mut user = own(&txn, id).await?;
    user.name = name.unwrap_or(user.name);
    user.locale = locale.unwrap_or(user.locale);
    user.updated_at = ctx.now();
    store::update_profile(&txn, &user).await?;
    researchers::service::renamed(&txn, id, &user.name).await?;
    audit::record(ctx, &txn, "account.updated", Subject::user(id), &()).await?;
    txn.commit().await?;
    sessions::service::viewer_of_session(&ctx.app, session).await
}

/// Asks for a letter with which a new password can be set; the same answer for every address.
pub async fn request_password_reset(ctx: &Ctx, email: &str) -> Result<()> {
    let address = checked("email", email)?;
    let buckets = [
        (Limit::MailAccount, address.normalized.as_str()),
        (Limit::MailAddress, ctx.client.address.as_str()),
    ];
    let _spent = limits::charge(ctx, &buckets).await?;
    let txn = ctx.begin().await?;
    // Whether there is such an account is looked up by the job, not while somebody waits.
    let kind = LinkKind::PasswordReset;
    let link_id = links::make(ctx, &txn, kind, None, &address.normalized, &ctx.locale).await?;
    ctx.enqueue(&txn, &PasswordResetRequested { link_id })
        .await?;
    txn.commit().await
}

/// Sets a new password by the letter's link. Every session and token ends; second factors stay.
pub async fn reset_password(ctx: &Ctx, token: &str, password: &str) -> Result<()> {
    let kind = LinkKind::PasswordReset;
    let link = links::look(ctx, kind, token).await?;
    let db = &ctx.app.db;
    let user = store::find_by_email(db, &link.address).await?;
    // A letter went out only to an account; this one has gone since.
    let user = user.filter(User::is_open).ok_or_else(Error::not_found)?;
    let whose = credentials::service::whose(ctx, &user).await?;
    let second = credentials::store::has_second_factor(db, user.id).await?;
    let row =
        credentials::service::prepare(ctx, "password", user.id, password, &whose, second).await?;
    let txn = ctx.begin().await?;
    links::take(ctx, &txn, kind, token).await?;
    links::store::end_of(&txn, user.id, ctx.now()).await?;
    credentials::store::set_password(&txn, row).await?;
    sessions::service::end_everything(ctx, &txn, user.id).await?;
    let subject = Subject::user(user.id);
    audit::record(ctx, &txn, "credential.password_reset", subject, &()).await?;
    let job = CredentialChanged {
        user_id: user.id,
        change: CredentialChange::Password,
        at: ctx.now(),
    };
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await
}

/// Asks for another address: a letter goes to both.
pub async fn request_email_change(ctx: &Ctx, email: &str) -> Result<()> {
    let person = ctx.confirmed()?;
    let address = checked("email", email)?;
    let buckets = [
        (Limit::MailAccount, address.normalized.as_str()),
        (Limit::MailAddress, ctx.client.address.as_str()),
    ];
    let _spent = limits::charge(ctx, &buckets).await?;
    let txn = ctx.begin().await?;
    let user = own(&txn, person.id).await?;
    if user.email_normalized == address.normalized {
        return Err(Error::conflict(say(
            "Đây đang là địa chỉ của bạn.",
            "This is your address already.",
        )));
    }
    let now = ctx.now();
    let id = EmailChangeId(ctx.app.ids.next());
    let row = email_change::Model {
        id,
        user_id: user.id,
        new_email: address.typed,
        new_email_normalized: address.normalized,
        old_confirmed_at: None,
        new_confirmed_at: None,
        created_at: now,
        expires_at: now + LinkKind::EmailChangeNew.lifetime(),
        ended_at: None,
    };
    let (of, whose) = (
        ChangeOf {
            email_change_id: id,
        },
        Some(user.id),
    );
    let (kind, to) = (LinkKind::EmailChangeOld, &user.email_normalized);
    let old = links::make(ctx, &txn, kind, whose, to, &of).await?;
    let (kind, to) = (LinkKind::EmailChangeNew, &row.new_email_normalized);
    let new = links::make(ctx, &txn, kind, whose, to, &of).await?;
    store::insert_email_change(&txn, row).await?;
    let subject = Subject::user(user.id);
    audit::record(ctx, &txn, "account.email_change_requested", subject, &()).await?;
    let job = EmailChangeRequested {
        email_change_id: id,
        old,
        new,
    };
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await
}

/// Gives up a change of address.
pub async fn cancel_email_change(ctx: &Ctx) -> Result<()> {
    let person = ctx.in_person()?;
    let txn = ctx.begin().await?;
    store::end_email_changes(&txn, person.id, ctx.now()).await?;
    txn.commit().await
}

/// One of the two addresses agrees; the change is done when both have.
pub async fn confirm_email_change(ctx: &Ctx, token: &str) -> Result<EmailChangeState> {
    let old = links::look(ctx, LinkKind::EmailChangeOld, token).await;
    let (kind, link) = if let Ok(link) = old {
        (LinkKind::EmailChangeOld, link)
    } else {
        let kind = LinkKind::EmailChangeNew;
        (kind, links::look(ctx, kind, token).await?)
    };
    let of: ChangeOf = link.detail()?;
    let now = ctx.now();
    let txn = ctx.begin().await?;
    links::take(ctx, &txn, kind, token).await?;
    let change = store::find_email_change(&txn, of.email_change_id).await?;
    let mut change = change
        .filter(|change| change.ended_at.is_none() && now < change.expires_at)
        .ok_or_else(Error::not_found)?;
    match kind {
        LinkKind::EmailChangeOld => change.old_confirmed_at = Some(now),
        _ => change.new_confirmed_at = Some(now),
    }
    let state = EmailChangeState {
        old_confirmed: change.old_confirmed_at.is_some(),
        new_confirmed: change.new_confirmed_at.is_some(),
    };
    if state.old_confirmed && state.new_confirmed {
        change.ended_at = Some(now);
        let mut user = own(&txn, change.user_id).await?;
        // What went to the old address before there was an account is hers, and goes with her.
        mail::store::claim(&txn, user.id, &user.email).await?;
        links::store::claim(&txn, user.id, &user.email_normalized).await?;
        user.email.clone_from(&change.new_email);
        user.email_normalized
            .clone_from(&change.new_email_normalized);
        user.updated_at = now;
        store::update(&txn, user).await?;
        let subject = Subject::user(change.user_id);
        audit::record(ctx, &txn, "account.email_changed", subject, &()).await?;
        ctx.enqueue(
            &txn,
            &EmailChanged {
                email_change_id: change.id,
            },
        )
        .await?;
    }
    store::update_email_change(&txn, change).await?;
    txn.commit().await?;
    Ok(state)
}

/// Gives or withdraws one's consent to a purpose.
pub async fn set_consent(ctx: &Ctx, purpose: ConsentPurpose, given: bool) -> Result<()> {
    let person = ctx.in_person()?;
    let txn = ctx.begin().await?;
    consent_of(ctx, &txn, person.id, purpose, given).await?;
    txn.commit().await
}

/// As [`set_consent`], for whoever was proven otherwise (a link that leaves a list).
pub async fn consent_of(
    ctx: &Ctx,
    txn: &Txn,
    user_id: UserId,
    purpose: ConsentPurpose,
    given: bool,
) -> Result<()> {
    let now = ctx.now();
    if given == store::agrees(txn, user_id, purpose).await? {
        return Ok(());
    }
    if given {
        let row = consent::Model {
            id: ConsentId(ctx.app.ids.next()),
            user_id,
            purpose,
            wording_version: CONSENT_WORDING.to_owned(),
            given_at: now,
            withdrawn_at: None,
        };
        store::insert_consent(txn, row).await?;
    } else {
        store::withdraw(txn, user_id, Some(purpose), now).await?;
    }
    let action = if given {
        "consent.given"
    } else {
        "consent.withdrawn"
    };
    audit::record(ctx, txn, action, Subject::user(user_id), &purpose).await
}

/// Closes one's account: everything by which it names a person goes; decisions and postings stay, and
/// name nobody.
pub async fn close(ctx: &Ctx) -> Result<()> {
    let person = ctx.confirmed()?;
    let txn = ctx.begin().await?;
    staff::service::leave_an_administrator(&txn, person.id).await?;
    let mut user = own(&txn, person.id).await?;
    organizations::service::leave_all(ctx, &txn, user.id).await?;
    let now = ctx.now();
    // The last letter goes to the address that is about to be forgotten, so it is written here and
    // not by a job.
    let to = Recipient {
        user_id: None,
        ..Recipient::from(&user)
    };
    mail::store::delete_of(&txn, user.id, &user.email).await?;
    mail::post_to(ctx, &txn, &to, Letter::new(mail::store::LAST, user.id)).await?;
    credentials::store::delete_all(&txn, user.id).await?;
    sessions::store::delete_all(&txn, user.id).await?;
    links::store::delete_of(&txn, user.id, &user.email_normalized).await?;
    oidc::store::delete_of(&txn, user.id).await?;
    researchers::store::delete_of(&txn, user.id).await?;
    saved_searches::store::delete_of(&txn, user.id).await?;
    invitations::store::delete_to(&txn, &user.email_normalized).await?;
    client_keys::delete_of(&txn, user.id).await?;
    store::delete_email_changes(&txn, user.id).await?;
    store::withdraw(&txn, user.id, None, now).await?;
    audit::record(ctx, &txn, "account.closed", Subject::user(user.id), &()).await?;
    let nobody = format!("closed-{}@account.invalid", user.id);
    user.email.clone_from(&nobody);
    user.email_normalized = nobody;
    "Người dùng đã đóng tài khoản".clone_into(&mut user.name);
    user.staff_role = None;
    user.closed_at = Some(now);
    user.updated_at = now;
    store::update(&txn, user).await?;
    txn.commit().await
}

fn checked(field: &str, email: &str) -> Result<EmailAddress> {
    match rules::check_email(field, email) {
        Ok(address) => Ok(address),
        Err(problem) => {
            Error::problems(vec![problem])?;
            Err(Error::internal("a problem that is none"))
        }
    }
}

async fn own(txn: &Txn, id: UserId) -> Result<User> {
    store::find(txn, id).await?.ok_or_else(Error::not_found)
}

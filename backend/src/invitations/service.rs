//! The use cases: invite, send again, take back, accept, decline.

use serde::Serialize;

use super::jobs::{ForgetInvitation, InvitationSent};
use super::rules::{self, LIFETIME, MEMORY, WAITING_MAX};
use super::{Invitation, InvitationStatus, store};
use crate::accounts::rules::check_email;
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{InvitationId, OrganizationId};
use crate::limits::{self, Limit};
use crate::organizations::{self, Membership, MembershipRole, MembershipStatus};
use crate::policy::Action;
use crate::text::say;

/// What a record says: the address is nobody's business years later.
#[derive(Serialize)]
struct Detail {
    invitation: InvitationId,
    role: MembershipRole,
}

/// Invites an address.
pub async fn invite(
    ctx: &Ctx,
    organization_id: OrganizationId,
    email: &str,
    role: MembershipRole,
) -> Result<Invitation> {
    let found = organizations::store::find(&ctx.app.db, organization_id).await?;
    let organization = found.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ManageMembers(&organization))?;
    let user = ctx.in_person()?.id;
    let address = match check_email("email", email) {
        Ok(address) => address,
        Err(problem) => {
            Error::problems(vec![problem])?;
            return Err(Error::internal("a problem that is none"));
        }
    };
    charge(ctx, organization_id).await?;
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, organization_id).await?;
    organizations::rules::must_be_listed(&organization)?;
    let now = ctx.now();
    let last = store::last_to(&txn, organization_id, &address.normalized).await?;
    if let Some(last) = &last {
        if last.is_good(now) {
            return Err(store::waits_already());
        }
        store::end(&txn, last.id, InvitationStatus::Expired, now).await?;
    }
    rules::may_write(last.as_ref(), now)?;
    if store::count_good(&txn, organization_id, now).await? >= WAITING_MAX {
        return Err(Error::conflict(say(
            "Tổ chức đang có quá nhiều lời mời chưa trả lời. Hãy thu hồi bớt.",
            "Too many invitations of this organisation wait for an answer. Revoke some.",
        )));
    }
    let id = InvitationId(ctx.app.ids.next());
    let row = Invitation {
        id,
        organization_id,
        live_key: Some(format!("{organization_id} {}", address.normalized)),
        email: address.typed,
        email_normalized: address.normalized,
        role,
        status: InvitationStatus::Waiting,
        invited_by: user,
        created_at: now,
        sent_at: now,
        letters: 1,
        expires_at: now + LIFETIME,
        ended_at: None,
    };
    store::insert(&txn, row.clone()).await?;
    record(ctx, &txn, "invitation.sent", &row).await?;
    ctx.enqueue(&txn, &InvitationSent { invitation_id: id })
        .await?;
    let job = ForgetInvitation { invitation_id: id };
    ctx.enqueue_at(&txn, &job, now + LIFETIME + MEMORY).await?;
    txn.commit().await?;
    Ok(row)
}

/// Sends an invitation's letter again; it is good for another while.
pub async fn resend(ctx: &Ctx, id: InvitationId) -> Result<Invitation> {
    let seen = managed(ctx, id).await?;
    charge(ctx, seen.organization_id).await?;
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, seen.organization_id).await?;
    organizations::rules::must_be_listed(&organization)?;
    let mut row = store::lock(&txn, id).await?;
    let now = ctx.now();
    rules::may_resend(&row, now)?;
    row.letters += 1;
    row.sent_at = now;
    row.expires_at = now + LIFETIME;
    row.status = InvitationStatus::Waiting;
    store::update(&txn, row.clone()).await?;
    record(ctx, &txn, "invitation.resent", &row).await?;
    ctx.enqueue(&txn, &InvitationSent { invitation_id: id })
        .await?;
    let job = ForgetInvitation { invitation_id: id };
    ctx.enqueue_at(&txn, &job, now + LIFETIME + MEMORY).await?;
    txn.commit().await?;
    Ok(row)
}

/// Takes an invitation back.
pub async fn revoke(ctx: &Ctx, id: InvitationId) -> Result<Invitation> {
    managed(ctx, id).await?;
    let txn = ctx.begin().await?;
    let row = store::lock(&txn, id).await?;
    finish(
        ctx,
        txn,
        row,
        InvitationStatus::Revoked,
        "invitation.revoked",
    )
    .await
}

/// The invited person does not want to.
pub async fn decline(ctx: &Ctx, id: InvitationId) -> Result<Invitation> {
    let txn = ctx.begin().await?;
    let (_, row) = own(ctx, &txn, id).await?;
    let action = "invitation.declined";
    finish(ctx, txn, row, InvitationStatus::Declined, action).await
}

async fn finish(
    ctx: &Ctx,
    txn: Txn,
    mut row: Invitation,
    status: InvitationStatus,
    action: &str,
) -> Result<Invitation> {
    if !store::end(&txn, row.id, status, ctx.now()).await? {
        return Err(rules::ended());
    }
    record(ctx, &txn, action, &row).await?;
    txn.commit().await?;
    row.status = status;
    row.ended_at = Some(ctx.now());
    Ok(row)
}

/// The invited person joins; of two who try at once one does.
pub async fn accept(ctx: &Ctx, id: InvitationId) -> Result<Membership> {
    let txn = ctx.begin().await?;
    let (user, row) = own(ctx, &txn, id).await?;
    if row.status_at(ctx.now()) == InvitationStatus::Expired {
        return Err(rules::expired());
    }
    let organization = organizations::service::joinable(&txn, row.organization_id).await?;
    // The organisation first, then the invitation: as its owners do.
    organizations::store::lock(&txn, organization.id).await?;
    if !store::end(&txn, id, InvitationStatus::Accepted, ctx.now()).await? {
        return Err(rules::ended());
    }
    let membership = admit(ctx, &txn, &user, &row).await?;
    txn.commit().await?;
    Ok(membership)
}

/// Somebody registered by an invitation's letter, and so proved that the address is hers. One that has
/// ended meanwhile leads to nothing.
pub(crate) async fn accept_newly_registered(
    ctx: &Ctx,
    txn: &Txn,
    user: &User,
    id: InvitationId,
) -> Result<()> {
    let found = store::find(txn, id).await?;
    let good =
        |row: &Invitation| row.is_good(ctx.now()) && row.email_normalized == user.email_normalized;
    let Some(row) = found.filter(good) else {
        return Ok(());
    };
    if organizations::service::joinable(txn, row.organization_id)
        .await
        .is_err()
    {
        return Ok(());
    }
    organizations::store::lock(txn, row.organization_id).await?;
    if store::end(txn, id, InvitationStatus::Accepted, ctx.now()).await? {
        admit(ctx, txn, user, &row).await?;
    }
    Ok(())
}

/// Refuses an invitation that is not good or not for this address; the two are told apart nowhere.
pub(crate) async fn open_to(
    ctx: &Ctx,
    txn: &Txn,
    id: InvitationId,
    normalized: &str,
) -> Result<()> {
    let found = store::find(txn, id).await?;
    found
        .filter(|row| row.is_good(ctx.now()) && row.email_normalized == normalized)
        .map(drop)
        .ok_or_else(Error::not_found)
}

async fn admit(ctx: &Ctx, txn: &Txn, user: &User, row: &Invitation) -> Result<Membership> {
    let own = organizations::store::memberships_of(txn, user.id).await?;
    let known = own
        .into_iter()
        .find(|membership| membership.organization_id == row.organization_id);
    let detail = Detail {
        invitation: row.id,
        role: row.role,
    };
    let subject = Subject::organization(row.organization_id);
    audit::record(ctx, txn, "invitation.accepted", subject, &detail).await?;
    let id = match known {
        // Who belongs to it keeps her role: an owner changes that, not an old letter.
        Some(known) if known.status == MembershipStatus::Active => return Ok(known),
        Some(known) => {
            organizations::store::set_role(txn, &known, row.role).await?;
            organizations::store::activate(txn, &known).await?;
            known.id
        }
        None => {
            let role = (row.role, MembershipStatus::Active);
            organizations::service::add_member(ctx, txn, row.organization_id, user.id, role).await?
        }
    };
    let membership = organizations::store::find_membership(txn, id).await?;
    membership.ok_or_else(|| Error::internal("a membership that was just made"))
}

/// An invitation of an organisation that the viewer owns.
async fn managed(ctx: &Ctx, id: InvitationId) -> Result<Invitation> {
    let db = &ctx.app.db;
    let row = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ManageInvitation(&row))?;
    ctx.in_person()?;
    Ok(row)
}

/// The viewer, and an invitation to the viewer's own address.
async fn own(ctx: &Ctx, txn: &Txn, id: InvitationId) -> Result<(User, Invitation)> {
    let row = store::find(txn, id).await?.ok_or_else(Error::not_found)?;
    // Without a name there is nothing to tell: as if it were not there.
    let user = ctx.viewer.user().ok_or_else(Error::not_found)?;
    let user = accounts::store::find(txn, user).await?;
    let user = user.ok_or_else(Error::not_found)?;
    if user.email_normalized != row.email_normalized {
        return Err(Error::not_found());
    }
    ctx.in_person()?;
    Ok((user, row))
}

async fn charge(ctx: &Ctx, organization: OrganizationId) -> Result<()> {
    let whose = organization.to_string();
    let _spent = limits::charge(ctx, &[(Limit::Invitation, whose.as_str())]).await?;
    Ok(())
}

async fn record(ctx: &Ctx, txn: &Txn, action: &str, row: &Invitation) -> Result<()> {
    let detail = Detail {
        invitation: row.id,
        role: row.role,
    };
    let subject = Subject::organization(row.organization_id);
    audit::record(ctx, txn, action, subject, &detail).await
}

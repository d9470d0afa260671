//! The use cases: roles, ownership, leaving, declining, second factors for all.

use serde::Serialize;

use super::jobs::{MembershipChanged, MembershipDeclined, MembershipEnded, SecondFactorRequired};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::credentials;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::events::Event;
use crate::ids::{MembershipId, OrganizationId, UserId};
use crate::invitations;
use crate::organizations::{
    Membership, MembershipRole, MembershipStatus, Organization, service, store,
};
use crate::policy::Action;
use crate::text::say;

/// What a record says of a change.
#[derive(Serialize)]
struct Detail {
    user: UserId,
    from: Option<MembershipRole>,
    to: Option<MembershipRole>,
}

/// Changes what a member may do.
pub async fn set_role(ctx: &Ctx, id: MembershipId, role: MembershipRole) -> Result<Membership> {
    let txn = ctx.begin().await?;
    let (_, membership) = locked(ctx, &txn, id).await?;
    active(&membership)?;
    if membership.role == role {
        return Ok(membership);
    }
    if membership.role == MembershipRole::Owner
        && !has_other_owner(&txn, membership.organization_id, id).await?
    {
        return Err(service::last_owner());
    }
    let membership = change(ctx, &txn, membership, role, "membership.role_changed").await?;
    txn.commit().await?;
    Ok(membership)
}

/// Makes another member the owner, and oneself an editor.
pub async fn transfer_ownership(ctx: &Ctx, id: MembershipId) -> Result<Membership> {
    let txn = ctx.begin().await?;
    let (organization, target) = locked(ctx, &txn, id).await?;
    let user = ctx.confirmed()?.id;
    active(&target)?;
    if target.user_id == user {
        return Err(Error::conflict(say(
            "Bạn đang là chủ sở hữu. Hãy chọn một thành viên khác.",
            "You are the owner already. Choose another member.",
        )));
    }
    let all = store::all_members(&txn, organization.id).await?;
    let own = all
        .into_iter()
        .find(|membership| membership.user_id == user);
    let own = own.ok_or_else(Error::not_found)?;
    let action = "membership.ownership_transferred";
    let target = change(ctx, &txn, target, MembershipRole::Owner, action).await?;
    change(ctx, &txn, own, MembershipRole::Editor, action).await?;
    txn.commit().await?;
    Ok(target)
}

async fn change(
    ctx: &Ctx,
    txn: &Txn,
    mut membership: Membership,
    role: MembershipRole,
    action: &str,
) -> Result<Membership> {
    let detail = Detail {
        user: membership.user_id,
        from: Some(membership.role),
        to: Some(role),
    };
    store::set_role(txn, &membership, role).await?;
    if membership.role == MembershipRole::Owner {
        let whose = (membership.organization_id, membership.user_id);
        invitations::store::end_by(txn, whose.0, whose.1, ctx.now()).await?;
    }
    let subject = Subject::organization(membership.organization_id);
    audit::record(ctx, txn, action, subject, &detail).await?;
    // Nobody is told of what she did herself.
    if ctx.viewer.user() != Some(membership.user_id) {
        let job = MembershipChanged {
            membership_id: membership.id,
            role,
            at: ctx.now(),
        };
        ctx.enqueue(txn, &job).await?;
    }
    membership.role = role;
    Ok(membership)
}

/// An owner removes a member, or a person leaves or takes her request back; true when that closed the
/// organisation.
pub async fn remove(ctx: &Ctx, id: MembershipId) -> Result<bool> {
    let txn = ctx.begin().await?;
    let seen = store::find_membership(&txn, id).await?;
    let seen = seen.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::EndMembership(&seen))?;
    let user = ctx.in_person()?.id;
    let organization = store::lock(&txn, seen.organization_id).await?;
    let membership = store::find_membership(&txn, id).await?;
    let membership = membership.ok_or_else(Error::not_found)?;
    let (subject, organization_id) = (Subject::organization(organization.id), organization.id);
    let own = membership.user_id == user;
    if !own {
        owns_still(ctx, &txn, organization_id).await?;
    }
    let action = match (own, membership.status) {
        (true, _) => "membership.left",
        (false, MembershipStatus::Active) => "membership.removed",
        (false, MembershipStatus::Pending) => "membership.declined",
    };
    let detail = Detail {
        user: membership.user_id,
        from: Some(membership.role),
        to: None,
    };
    audit::record(ctx, &txn, action, subject, &detail).await?;
    let closed = service::depart(ctx, &txn, organization, &membership).await?;
    if !own {
        let (user_id, membership_id) = (membership.user_id, membership.id);
        if membership.status == MembershipStatus::Active {
            let job = MembershipEnded {
                user_id,
                organization_id,
                membership_id,
            };
            ctx.enqueue(&txn, &job).await?;
        } else {
            let job = MembershipDeclined {
                user_id,
                organization_id,
                membership_id,
            };
            ctx.enqueue(&txn, &job).await?;
        }
    }
    txn.commit().await?;
    Ok(closed)
}

/// An owner does not let a person in who asked to join.
pub async fn decline(ctx: &Ctx, id: MembershipId) -> Result<()> {
    let txn = ctx.begin().await?;
    let (organization, membership) = locked(ctx, &txn, id).await?;
    if membership.status != MembershipStatus::Pending {
        return Err(Error::illegal_transition(say(
            "Người này đã là thành viên. Nếu cần, hãy gỡ khỏi tổ chức.",
            "This person is a member already. Remove the member instead.",
        )));
    }
    store::delete_membership(&txn, &membership).await?;
    let detail = Detail {
        user: membership.user_id,
        from: None,
        to: None,
    };
    let subject = Subject::organization(organization.id);
    audit::record(ctx, &txn, "membership.declined", subject, &detail).await?;
    let job = MembershipDeclined {
        user_id: membership.user_id,
        organization_id: organization.id,
        membership_id: membership.id,
    };
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await
}

/// An organisation asks all its members for a second factor, or no longer does.
pub async fn set_second_factor_required(
    ctx: &Ctx,
    id: OrganizationId,
    required: bool,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let mut organization = store::lock(&txn, id).await?;
    ctx.authorize(Action::ManageMembers(&organization))?;
    let user = ctx.in_person()?.id;
    if organization.requires_second_factor == required {
        return Ok(organization);
    }
    if required && !credentials::store::has_second_factor(&txn, user).await? {
        return Err(Error::field(
            "required",
            ErrorCode::IllegalTransition,
            say(
                "Hãy thiết lập xác thực hai bước cho tài khoản của bạn trước, nếu không chính bạn sẽ mất quyền.",
                "Set up a second factor of your own first, or you would lose your rights yourself.",
            ),
        ));
    }
    organization.requires_second_factor = required;
    organization.updated_at = ctx.now();
    let organization = store::update(&txn, organization).await?;
    for member in store::all_members(&txn, id).await? {
        txn.publish(Event::ViewerChanged(member.user_id));
    }
    let subject = Subject::organization(id);
    let action = "organization.second_factor_required";
    audit::record(ctx, &txn, action, subject, &required).await?;
    if required {
        let job = SecondFactorRequired {
            organization_id: id,
            at: ctx.now(),
        };
        ctx.enqueue(&txn, &job).await?;
    }
    txn.commit().await?;
    Ok(organization)
}

/// The organisation, locked, and a membership of it that its owner may change.
pub(crate) async fn locked(
    ctx: &Ctx,
    txn: &Txn,
    id: MembershipId,
) -> Result<(Organization, Membership)> {
    let seen = store::find_membership(txn, id).await?;
    let seen = seen.ok_or_else(Error::not_found)?;
    // Who may not do this must not be able to make others wait either.
    ctx.authorize(Action::ManageMembership(&seen))?;
    ctx.in_person()?;
    let organization = store::lock(txn, seen.organization_id).await?;
    let membership = store::find_membership(txn, id).await?;
    owns_still(ctx, txn, organization.id).await?;
    Ok((organization, membership.ok_or_else(Error::not_found)?))
}

/// An owner who lost the right while she waited for the lock comes too late.
async fn owns_still(ctx: &Ctx, txn: &Txn, organization: OrganizationId) -> Result<()> {
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let all = store::all_members(txn, organization).await?;
    let owns = |member: &Membership| {
        member.user_id == user
            && member.role == MembershipRole::Owner
            && member.status == MembershipStatus::Active
    };
    if all.iter().any(owns) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

async fn has_other_owner(
    txn: &Txn,
    organization: OrganizationId,
    except: MembershipId,
) -> Result<bool> {
    let all = store::all_members(txn, organization).await?;
    Ok(all.iter().any(|other| {
        other.id != except
            && other.role == MembershipRole::Owner
            && other.status == MembershipStatus::Active
    }))
}

fn active(membership: &Membership) -> Result<()> {
    if membership.status == MembershipStatus::Active {
        return Ok(());
    }
    Err(Error::illegal_transition(say(
        "Người này chưa là thành viên. Hãy chấp thuận yêu cầu tham gia trước.",
        "This person is not a member yet. Let the person in first.",
    )))
}

//! The use cases: change, ask to join, let in, leave. How organisations come is in `founding`.

use super::closing;
use super::entity::{MembershipRole, MembershipStatus, Standing, Verification};
use super::founding::{named, similar, unclaimed};
use super::jobs::{MembershipApproved, MembershipRequested};
use super::rules::{Identity, Profile};
use super::{Membership, Organization, rules, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{MembershipId, OrganizationId, UserId};
use crate::invitations;
use crate::limits::{self, Limit};
use crate::members;
use crate::moderation::{self, About};
use crate::policy::Action;
use crate::researchers;
use crate::text::say;
use crate::verification;

pub use super::founding::{
    NewOrganization, creatable, create, fill_name_keys, found, problems, register,
};

/// Requests of one person to join organisations that may wait at once.
const REQUESTS_MAX: usize = 10;

/// Replaces what an organisation says of itself. A change of what it was verified by ends the
/// verification; a new name that looks like another's hides it until the alliance has looked.
pub async fn update(
    ctx: &Ctx,
    id: OrganizationId,
    version: i32,
    sent: Profile,
    acknowledged: bool,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let mut row = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditOrganization(&row))?;
    if row.version != version {
        return Err(Error::stale());
    }
    let (gazetteer, taxonomy) = (&ctx.app.gazetteer, &ctx.app.taxonomy);
    Error::problems(rules::problems("content", &sent, gazetteer, taxonomy))?;
    let profile = rules::tidy(sent);
    unclaimed(&txn, "content", &profile, Some(id)).await?;
    let before = Identity::of(&row);
    let domains = profile.domains.clone();
    row = named(with_profile(row, profile));
    row.updated_at = ctx.now();
    let after = Identity::of(&row);
    if !after.same_name(&before) {
        let keys: Vec<_> = [&row.name_key_vi, &row.name_key_en]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        let others = similar(&txn, &keys, Some(id)).await?;
        if !others.is_empty() && !acknowledged {
            return Err(rules::name_similar("content", &others));
        }
        if !others.is_empty() && row.standing == Standing::Listed {
            row.standing = Standing::Waiting;
        }
    }
    if after != before {
        row = identity_changed(ctx, &txn, row, &before).await?;
    }
    let row = store::update(&txn, row).await?;
    store::set_domains(&txn, id, &domains).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, &txn, "organization.updated", subject, &row.version).await?;
    txn.commit().await?;
    Ok(row)
}

/// The alliance looks anew at whom it had verified, or not accepted.
async fn identity_changed(
    ctx: &Ctx,
    txn: &Txn,
    mut row: Organization,
    before: &Identity,
) -> Result<Organization> {
    let subject = Subject::organization(row.id);
    audit::record(ctx, txn, "organization.identity_changed", subject, before).await?;
    if row.standing == Standing::Rejected {
        row.standing = Standing::Waiting;
        row.standing_reason = None;
    }
    let about = About::Registration(row.id);
    let waits = moderation::store::lock_open(txn, about).await?.is_some();
    // Nobody slips another name past the alliance: one that was or is being verified is looked at
    // there, any other as if it were new.
    let verifying = matches!(
        row.verification,
        Verification::Verified | Verification::Pending
    );
    if !waits && (row.standing == Standing::Waiting || !verifying) {
        moderation::open(ctx, txn, about).await?;
    }
    verification::service::identity_changed(ctx, txn, row, before).await
}

fn with_profile(mut row: Organization, profile: Profile) -> Organization {
    row.kind = profile.kind;
    row.legal_name = row.legal_name.revised(profile.legal_name);
    row.summary = row.summary.revised(profile.summary);
    row.capabilities = row.capabilities.revised(profile.capabilities);
    row.tax_code = profile.tax_code;
    row.establishment_code = profile.establishment_code;
    row.address = profile.address;
    row.place_id = profile.place_id;
    row.website = profile.website;
    row
}

/// Refuses what an organisation cannot do while the public may not see it.
pub async fn must_be_listed(txn: &Txn, id: OrganizationId) -> Result<()> {
    rules::must_be_listed(&store::find_there(txn, id).await?)
}

/// The organisation, if one can ask to join it.
pub async fn joinable(txn: &Txn, id: OrganizationId) -> Result<Organization> {
    store::find(txn, id)
        .await?
        .filter(|row| row.is_public() && row.merged_into_id.is_none())
        .ok_or_else(Error::not_found)
}

/// Refuses what would be new in an organisation that is suspended or became part of another.
pub fn still_there(organization: &Organization) -> Result<()> {
    if organization.suspended_at.is_some() {
        return Err(Error::forbidden());
    }
    if organization.merged_into_id.is_none() {
        return Ok(());
    }
    Err(Error::field(
        "organizationId",
        ErrorCode::IllegalTransition,
        say(
            "Tổ chức này đã được nhập vào một tổ chức khác. Hãy làm việc thay mặt tổ chức đó.",
            "This organisation became part of another. Work for that one.",
        ),
    ))
}

/// A signed-in person asks to join; its owners answer.
pub async fn request_membership(ctx: &Ctx, id: OrganizationId) -> Result<Membership> {
    let user = ctx.in_person()?.id;
    // Who was declined may ask again, but not without end.
    let whose = format!("membership {user} {id}");
    let _spent = limits::charge(ctx, &[(Limit::MailAccount, whose.as_str())]).await?;
    let txn = ctx.begin().await?;
    let organization = joinable(&txn, id).await?;
    let own = store::memberships_of(&txn, user).await?;
    if own
        .iter()
        .any(|membership| membership.organization_id == id)
    {
        return Err(Error::conflict(say(
            "Bạn đã là thành viên hoặc đã xin tham gia tổ chức này.",
            "You belong to this organisation already, or have asked to join it.",
        )));
    }
    let waiting = |m: &&Membership| m.status == MembershipStatus::Pending;
    if own.iter().filter(waiting).count() >= REQUESTS_MAX {
        return Err(Error::conflict(say(
            "Bạn đang xin tham gia nhiều tổ chức. Hãy rút bớt yêu cầu hoặc chờ trả lời.",
            "You have asked to join many organisations. Take some requests back, or wait for an answer.",
        )));
    }
    let membership_id = join(ctx, &txn, &organization, user).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, &txn, "membership.requested", subject, &user).await?;
    let membership = store::find_membership(&txn, membership_id).await?;
    txn.commit().await?;
    membership.ok_or_else(|| Error::internal("a membership that was just made"))
}

/// Ends all of a person's memberships; an organisation that others belong to keeps an owner, one that
/// nobody else belongs to is closed.
pub async fn leave_all(ctx: &Ctx, txn: &Txn, user: UserId) -> Result<()> {
    let mut memberships = store::memberships_of(txn, user).await?;
    // Always in one order, so that two who leave never wait for each other.
    memberships.sort_by_key(|membership| membership.organization_id);
    for membership in memberships {
        let organization = store::lock(txn, membership.organization_id).await?;
        depart(ctx, txn, organization, &membership).await?;
    }
    Ok(())
}

/// Ends a membership of a locked organisation; true when that closed it.
pub(crate) async fn depart(
    ctx: &Ctx,
    txn: &Txn,
    organization: Organization,
    membership: &Membership,
) -> Result<bool> {
    let all = store::all_members(txn, organization.id).await?;
    let others: Vec<_> = all
        .into_iter()
        .filter(|other| other.id != membership.id && other.status == MembershipStatus::Active)
        .collect();
    let owner = |m: &Membership| m.role == MembershipRole::Owner;
    let active = membership.status == MembershipStatus::Active;
    if active && owner(membership) && !others.is_empty() && !others.iter().any(owner) {
        return Err(last_owner());
    }
    store::delete_membership(txn, membership).await?;
    let user = membership.user_id;
    researchers::store::unaffiliate(txn, user, organization.id).await?;
    invitations::store::end_by(txn, organization.id, user, ctx.now()).await?;
    if active && others.is_empty() {
        closing::close(ctx, txn, organization).await?;
        return Ok(true);
    }
    Ok(false)
}

/// An organisation keeps at least one owner.
pub fn last_owner() -> Error {
    Error::new(
        ErrorCode::LastOwner,
        say(
            "Bạn là chủ sở hữu duy nhất của một tổ chức còn người khác. Hãy chuyển quyền sở hữu trước.",
            "You are the only owner of an organisation that others belong to. Transfer its ownership first.",
        ),
    )
}

/// Adds a membership as given.
pub async fn add_member(
    ctx: &Ctx,
    txn: &Txn,
    organization_id: OrganizationId,
    user_id: UserId,
    (role, status): (MembershipRole, MembershipStatus),
) -> Result<MembershipId> {
    let id = MembershipId(ctx.app.ids.next());
    let row = Membership {
        id,
        organization_id,
        user_id,
        role,
        status,
        created_at: ctx.now(),
    };
    store::insert_membership(txn, row).await?;
    Ok(id)
}

/// Asks to join: an editor once the owner agrees.
pub async fn join(
    ctx: &Ctx,
    txn: &Txn,
    organization: &Organization,
    user_id: UserId,
) -> Result<MembershipId> {
    let role = (MembershipRole::Editor, MembershipStatus::Pending);
    let membership_id = add_member(ctx, txn, organization.id, user_id, role).await?;
    ctx.enqueue(txn, &MembershipRequested { membership_id })
        .await?;
    Ok(membership_id)
}

/// Lets a person in who asked to join.
pub async fn approve_membership(ctx: &Ctx, id: MembershipId) -> Result<Membership> {
    let txn = ctx.begin().await?;
    // Who lost the right while she waited, or whose request was taken back meanwhile, comes too late.
    let (_, membership) = members::service::locked(ctx, &txn, id).await?;
    if membership.status != MembershipStatus::Pending {
        return Err(Error::illegal_transition(say(
            "Người này đã là thành viên.",
            "This person is a member already.",
        )));
    }
    store::activate(&txn, &membership).await?;
    let subject = Subject::organization(membership.organization_id);
    audit::record(
        ctx,
        &txn,
        "membership.approved",
        subject,
        &membership.user_id,
    )
    .await?;
    ctx.enqueue(&txn, &MembershipApproved { membership_id: id })
        .await?;
    txn.commit().await?;
    Ok(Membership {
        status: MembershipStatus::Active,
        ..membership
    })
}

//! The use cases: create, ask to join, let in.

use serde::{Deserialize, Serialize};

use super::entity::{MembershipRole, MembershipStatus, OrganizationKind, Verification};
use super::jobs::{MembershipApproved, MembershipRequested};
use super::{Membership, Organization, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{MembershipId, OrganizationId, UserId};
use crate::moderation::{self, About};
use crate::policy::{Action, Viewer};
use crate::text::{BilingualText, BilingualTextInput, clean_line, fold, say};

/// What an organisation begins with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewOrganization {
    /// Kind.
    pub kind: OrganizationKind,
    /// Legal name.
    pub legal_name: BilingualTextInput,
    /// What it does.
    pub summary: BilingualTextInput,
    /// Tax or enterprise code.
    pub tax_code: Option<String>,
    /// Seat.
    pub place_id: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
}

/// Adds an organisation that was checked with [`super::rules::problems`].
pub async fn create(ctx: &Ctx, txn: &Txn, new: NewOrganization) -> Result<OrganizationId> {
    let now = ctx.now();
    let id = OrganizationId(ctx.app.ids.next());
    let legal_name = BilingualText::new(new.legal_name);
    let tax_code = clean_line(new.tax_code);
    let search_text = fold(&format!(
        "{} {}",
        legal_name.both(),
        tax_code.as_deref().unwrap_or("")
    ));
    let row = Organization {
        id,
        kind: new.kind,
        legal_name,
        summary: BilingualText::new(new.summary),
        search_text,
        tax_code,
        website: clean_line(new.website),
        place_id: new.place_id,
        verification: Verification::Unverified,
        demonstration: matches!(ctx.viewer, Viewer::System),
        created_at: now,
        updated_at: now,
        requires_second_factor: false,
        suspended_at: None,
        merged_into_id: None,
    };
    store::insert(txn, row).await?;
    audit::record(
        ctx,
        txn,
        "organization.created",
        Subject::organization(id),
        &(),
    )
    .await?;
    Ok(id)
}

/// As [`create`], by somebody who registers: the alliance looks at it.
pub async fn register(
    ctx: &Ctx,
    txn: &Txn,
    new: NewOrganization,
    by: Option<UserId>,
) -> Result<OrganizationId> {
    let id = create(ctx, txn, new).await?;
    moderation::open_by(ctx, txn, About::Registration(id), by).await?;
    Ok(id)
}

/// Refuses a new organisation that is here already.
pub async fn creatable(_ctx: &Ctx, txn: &Txn, path: &str, new: &NewOrganization) -> Result<()> {
    if let Some(code) = clean_line(new.tax_code.clone())
        && store::find_by_tax_code(txn, &code).await?.is_some()
    {
        return Err(store::tax_code_taken(&format!("{path}.taxCode")));
    }
    Ok(())
}

/// The organisation, if one can ask to join it.
pub async fn joinable(txn: &Txn, id: OrganizationId) -> Result<Organization> {
    store::find(txn, id)
        .await?
        .filter(|organization| {
            organization.suspended_at.is_none() && organization.merged_into_id.is_none()
        })
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

/// Ends all of a person's memberships; an organisation that others belong to keeps an owner.
pub async fn leave_all(_ctx: &Ctx, txn: &Txn, user: UserId) -> Result<()> {
    for membership in store::memberships_of(txn, user).await? {
        let all = store::all_members(txn, membership.organization_id).await?;
        let owner = |m: &Membership| {
            m.role == MembershipRole::Owner && m.status == MembershipStatus::Active
        };
        let others = all.iter().filter(|m| m.user_id != user);
        let orphaned =
            owner(&membership) && others.clone().next().is_some() && !others.clone().any(owner);
        if orphaned {
            return Err(last_owner());
        }
        store::delete_membership(txn, &membership).await?;
    }
    Ok(())
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
) -> Result<()> {
    let role = (MembershipRole::Editor, MembershipStatus::Pending);
    let membership_id = add_member(ctx, txn, organization.id, user_id, role).await?;
    ctx.enqueue(txn, &MembershipRequested { membership_id })
        .await
}

/// Lets a person in who asked to join.
pub async fn approve_membership(ctx: &Ctx, id: MembershipId) -> Result<Membership> {
    let txn = ctx.begin().await?;
    let membership = store::find_membership(&txn, id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ApproveMembership(&membership))?;
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

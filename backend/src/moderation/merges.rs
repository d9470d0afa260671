//! Making two organisations one that are the same: one administrator proposes it, another decides.
//!
//! What `from` has posted and agreed goes to `into`; `from` stays as a tombstone whose page is the
//! other's. Two things are kept apart, because no decision of the alliance may open a sealed proposal to
//! anybody, or tell that there is one. Proposals stay with `from` and its members, opened ones too: the
//! receipt of each says in whose name it was handed in. And its members ask to join `into` like anybody
//! else: who lets them in lets them read what `into` has sealed, so that is for its owners to do.

use serde::Serialize;

use super::decisions::{Verdict, blank, settle, wrong_decision};
use super::entity::{Model, ReviewDecision, ReviewKind};
use super::store;
use crate::agreements;
use crate::alliance;
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::files;
use crate::ids::{OrganizationId, ReviewId};
use crate::invitations;
use crate::joint_calls;
use crate::matches;
use crate::needs::{self, rules::reason};
use crate::offers;
use crate::organizations::{self, Membership, MembershipRole, MembershipStatus, Organization};
use crate::policy::Action;
use crate::portfolio;
use crate::researchers;
use crate::text::say;
use crate::verification;

/// Puts it before another administrator that `from` is to become part of `into`.
pub async fn propose(
    ctx: &Ctx,
    key: &str,
    from: OrganizationId,
    into: OrganizationId,
    why: &str,
) -> Result<Model> {
    #[derive(Serialize)]
    struct Body<'a>(OrganizationId, OrganizationId, &'a str);

    ctx.authorize(Action::Suspend)?;
    let user = ctx.in_person()?.id;
    let why = reason("reason", why)?;
    let txn = ctx.begin().await?;
    let body = Body(from, into, &why);
    let id = match client_keys::claim(ctx, &txn, user, "proposeMerge", key, &body).await? {
        Claim::Fresh(id) => ReviewId(id),
        Claim::Repeat(id) => {
            let review = store::find(&txn, ReviewId(id)).await?;
            return review.ok_or_else(Error::not_found);
        }
    };
    possible(ctx, &txn, from, into).await?;
    if store::has_open_merge(&txn, [from, into]).await? {
        return Err(Error::conflict(say(
            "Một trong hai tổ chức đang chờ quyết định nhập khác. Hãy đợi quyết định đó.",
            "Another merge of one of the two waits for a decision. Wait for that one.",
        )));
    }
    let row = Model {
        id,
        organization_id: Some(from),
        other_organization_id: Some(into),
        opened_by: Some(user),
        opening_text: Some(why),
        ..blank(ctx, ReviewKind::Merge)
    };
    store::insert(&txn, row.clone()).await?;
    let subject = Subject::organization(from);
    audit::record(ctx, &txn, "merge.proposed", subject, &into).await?;
    txn.commit().await?;
    Ok(row)
}

/// Locks the two and says why they cannot become one.
async fn possible(
    ctx: &Ctx,
    txn: &Txn,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<(Organization, Organization)> {
    if from == into {
        return Err(Error::field(
            "intoId",
            ErrorCode::InvalidInput,
            say(
                "Chọn hai tổ chức khác nhau.",
                "Choose two different organisations.",
            ),
        ));
    }
    let (one, other) = organizations::store::lock_two(txn, from, into).await?;
    if ctx.viewer.belongs_to(from) || ctx.viewer.belongs_to(into) {
        return Err(Error::new(
            ErrorCode::Forbidden,
            say(
                "Không ai quyết định về tổ chức của chính mình.",
                "Nobody decides on her own organisation.",
            ),
        ));
    }
    for (field, organization) in [("fromId", &one), ("intoId", &other)] {
        let refusal = if organization.merged_into_id.is_some() {
            say(
                "Tổ chức này đã được nhập vào tổ chức khác.",
                "This organisation became part of another already.",
            )
        } else if organization.suspended_at.is_some() {
            say(
                "Tổ chức này đang bị đình chỉ. Hãy khôi phục trước khi nhập.",
                "This organisation is suspended. Reinstate it first.",
            )
        } else {
            continue;
        };
        return Err(Error::field(field, ErrorCode::IllegalTransition, refusal));
    }
    if organizations::store::owners(txn, into).await?.is_empty() {
        return Err(Error::field(
            "intoId",
            ErrorCode::IllegalTransition,
            say(
                "Tổ chức ở lại không có chủ sở hữu nào để nhận thành viên. Hãy nhập theo chiều ngược lại.",
                "The organisation that remains has no owner to let the others in. Merge the other way round.",
            ),
        ));
    }
    Ok((one, other))
}

/// Decides on a merge: approved, it is done at once.
pub async fn decide(ctx: &Ctx, id: ReviewId, verdict: Verdict) -> Result<Model> {
    // It cannot be undone: asked of the same people as a suspension, with a fresh proof as well.
    ctx.authorize(Action::Suspend)?;
    ctx.confirmed()?;
    let approved = match verdict.decision {
        ReviewDecision::Approved => true,
        ReviewDecision::Rejected => false,
        _ => return Err(wrong_decision()),
    };
    let verdict = verdict.checked()?;
    let txn = ctx.begin().await?;
    let seen = store::find(&txn, id).await?;
    let seen = seen
        .filter(|review| review.kind == ReviewKind::Merge)
        .ok_or_else(Error::not_found)?;
    let both = seen.organization_id.zip(seen.other_organization_id);
    let (from, into) = both.ok_or_else(|| Error::internal("a merge of nothing"))?;
    organizations::store::lock_two(&txn, from, into).await?;
    let review = store::lock(&txn, id).await?;
    let review = settle(ctx, &txn, review, &verdict).await?;
    let action = if approved {
        possible(ctx, &txn, from, into).await?;
        join(ctx, &txn, from, into).await?;
        "organization.merged"
    } else {
        "merge.rejected"
    };
    let subject = Subject::organization(from);
    audit::record(ctx, &txn, action, subject, &into).await?;
    txn.commit().await?;
    Ok(review)
}

async fn join(ctx: &Ctx, txn: &Txn, from: OrganizationId, into: OrganizationId) -> Result<()> {
    needs::store::move_to(txn, from, into).await?;
    offers::store::move_to(txn, from, into).await?;
    matches::store::move_to(txn, from, into).await?;
    matches::service::end_with_itself(ctx, txn, into).await?;
    joint_calls::store::move_to(txn, from, into).await?;
    joint_calls::service::end_with_itself(ctx, txn, into).await?;
    agreements::store::move_to(txn, from, into).await?;
    agreements::service::end_with_itself(ctx, txn, into).await?;
    store::move_to(txn, from, into).await?;
    portfolio::store::move_to(txn, from, into).await?;
    files::store::move_to(txn, from, into).await?;
    invitations::store::move_to(txn, from, into, ctx.now()).await?;
    verification::store::move_to(txn, from, into).await?;
    alliance::store::move_to(txn, from, into).await?;
    researchers::store::move_to(txn, from, into).await?;
    copy_members(ctx, txn, from, into).await?;
    organizations::store::set_merged(txn, from, into).await
}

/// Whoever belongs to both keeps the role that `into` gave her, for a role there is its owners' to give:
/// somebody who founds a twin of an organisation must not become its owner by a merge. Whoever is new to
/// `into` asks to join it, at most as an editor.
async fn copy_members(
    ctx: &Ctx,
    txn: &Txn,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    let there = organizations::store::all_members(txn, into).await?;
    for member in organizations::store::all_members(txn, from).await? {
        if there.iter().all(|other| other.user_id != member.user_id) {
            ask_to_join(ctx, txn, &member, into).await?;
        }
    }
    Ok(())
}

async fn ask_to_join(
    ctx: &Ctx,
    txn: &Txn,
    member: &Membership,
    into: OrganizationId,
) -> Result<()> {
    let role = match member.role {
        MembershipRole::Viewer => MembershipRole::Viewer,
        MembershipRole::Editor | MembershipRole::Owner => MembershipRole::Editor,
    };
    let asked_for = (role, MembershipStatus::Pending);
    let membership_id =
        organizations::service::add_member(ctx, txn, into, member.user_id, asked_for).await?;
    let asked = organizations::jobs::MembershipRequested { membership_id };
    ctx.enqueue(txn, &asked).await
}

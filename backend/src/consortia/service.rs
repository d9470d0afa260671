//! The use cases: invite, answer, leave, put up for signing, sign, take back to change.

use serde::Serialize;

use super::jobs::{
    ConsortiumAnswered, ConsortiumInvited, ConsortiumLeft, ConsortiumSigned, SignoffRequested,
};
use super::rules::{self, Step};
use super::{ConsortiumMember, MemberStatus, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{ConsortiumMemberId, OrganizationId, ProposalId};
use crate::needs::{self, Need};
use crate::organizations::{self, Organization};
use crate::policy::Action;
use crate::proposals::document::ConsortiumPart;
use crate::proposals::rules::Step as ProposalStep;
use crate::proposals::{self, Proposal, ProposalStatus};
use crate::text::{Sentence, say};

/// Who is asked, and what it is to do.
#[derive(Clone, Debug, Serialize)]
pub struct Invite {
    /// Who.
    pub organization_id: OrganizationId,
    /// What it is to do.
    pub role: String,
    /// Of the work, in percent.
    pub share_percent: Option<i32>,
}

/// The lead asks an organisation to propose together.
pub async fn invite(ctx: &Ctx, key: &str, id: ProposalId, asked: Invite) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, proposal) = proposals::service::locked(ctx, &txn, id).await?;
    ctx.authorize(Action::LeadProposal(&proposal, &need))?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = (id, &asked);
    let claim = client_keys::claim(ctx, &txn, user, "inviteToProposal", key, &body).await?;
    let Claim::Fresh(fresh) = claim else {
        return Ok(proposal);
    };
    draft(&proposal)?;
    proposals::rules::taking(&need, ctx.now())?;
    let (role, share_percent) = rules::terms(asked.role, asked.share_percent)?;
    let organization = organizations::store::find(&txn, asked.organization_id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ViewOrganization(&organization))?;
    may_be_asked(&organization, &proposal, &need)?;
    let mut members = store::lock_of(&txn, id).await?;
    if members
        .iter()
        .any(|one| one.organization_id == organization.id)
    {
        return Err(refused(say(
            "Tổ chức này đã được mời vào đề xuất này. Mỗi tổ chức chỉ được mời một lần.",
            "This organisation was asked into this proposal before. Each is asked once.",
        )));
    }
    if members.len() >= rules::MEMBERS_MAX {
        let most = rules::MEMBERS_MAX;
        return Err(refused(say(
            format!("Một đề xuất mời tối đa {most} tổ chức."),
            format!("A proposal asks at most {most} organisations."),
        )));
    }
    let member = ConsortiumMember {
        id: ConsortiumMemberId(fresh),
        proposal_id: id,
        organization_id: organization.id,
        role,
        share_percent,
        status: MemberStatus::Invited,
        invited_by: user,
        invited_at: ctx.now(),
        answered_by: None,
        answered_at: None,
        signed_version: None,
        signed_by: None,
        signed_at: None,
    };
    members.push(member.clone());
    Error::problems(rules::share_problem(&members).into_iter().collect())?;
    let member_id = member.id;
    store::insert(&txn, member).await?;
    record(ctx, &txn, "proposal.member_invited", id).await?;
    ctx.enqueue(&txn, &ConsortiumInvited { member_id }).await?;
    txn.commit().await?;
    Ok(proposal)
}

fn may_be_asked(organization: &Organization, proposal: &Proposal, need: &Need) -> Result<()> {
    if organization.id == proposal.organization_id || organization.id == need.organization_id {
        return Err(refused(say(
            "Không mời được chính đơn vị đứng đầu hoặc cơ quan có nhu cầu.",
            "Neither the lead itself nor the need's owner can be asked.",
        )));
    }
    if !organization.kind.posts_offers() || !organization.is_public() {
        return Err(refused(say(
            "Chỉ mời được doanh nghiệp hoặc viện, trường đang hoạt động trên i-Forum.",
            "Only firms and institutes that are active on i-Forum can be asked.",
        )));
    }
    Ok(())
}

fn refused(why: Sentence) -> Error {
    Error::field("organizationId", ErrorCode::InvalidInput, why)
}

fn draft(proposal: &Proposal) -> Result<()> {
    if proposal.status == ProposalStatus::Draft {
        return Ok(());
    }
    Err(Error::illegal_transition(say(
        "Chỉ thay đổi được liên danh khi đề xuất còn là bản nháp.",
        "A consortium changes only while its proposal is a draft.",
    )))
}

/// A member with its need and proposal, locked in the order in which everybody locks them.
async fn locked(
    ctx: &Ctx,
    txn: &Txn,
    id: ConsortiumMemberId,
) -> Result<(Need, Proposal, Vec<ConsortiumMember>, usize)> {
    let seen = store::find(txn, id).await?.ok_or_else(Error::not_found)?;
    let proposal = proposals::store::find(txn, seen.proposal_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let need = needs::store::find(txn, proposal.need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    // Who may not know of it must not be able to make it wait either.
    let member = ctx.viewer.belongs_to(seen.organization_id);
    if !member {
        ctx.authorize(Action::ViewProposal(&proposal, &need))?;
    }
    let need = needs::store::lock(txn, need.id).await?;
    let proposal = proposals::store::lock(txn, proposal.id).await?;
    let members = store::lock_of(txn, proposal.id).await?;
    let at = members.iter().position(|one| one.id == id);
    let at = at.ok_or_else(Error::not_found)?;
    Ok((need, proposal, members, at))
}

/// An organisation answers the invitation. Who takes part in another proposal for the need must say that it
/// knows.
pub async fn answer(
    ctx: &Ctx,
    id: ConsortiumMemberId,
    accept: bool,
    acknowledged: bool,
) -> Result<ConsortiumMember> {
    let txn = ctx.begin().await?;
    let (need, mut proposal, members, at) = locked(ctx, &txn, id).await?;
    let mut member = members[at].clone();
    ctx.authorize(Action::ActAsMember(&member))?;
    let step = if accept { Step::Accept } else { Step::Decline };
    member.status = rules::next(member.status, step)?;
    if accept {
        draft(&proposal)?;
        proposals::rules::taking(&need, ctx.now())?;
        organizations::service::must_be_listed(&txn, member.organization_id).await?;
        let own = [member.organization_id];
        let rivals = store::rivals(&txn, need.id, proposal.id, &own).await?;
        if !rivals.is_empty() && !acknowledged {
            return Err(Error::field(
                "acknowledgeConflict",
                ErrorCode::Conflict,
                say(
                    "Tổ chức của bạn đang tham gia một đề xuất khác cho nhu cầu này. Nếu vẫn tham gia, thành viên của cả hai liên danh sẽ thấy điều đó (không thấy đề xuất nào). Hãy xác nhận để tiếp tục.",
                    "Your organisation takes part in another proposal for this need. If you go on, the members of both see that you do, not in which. Confirm to go on.",
                ),
            ));
        }
        proposal.partners.0.push(member.organization_id);
        proposal.updated_at = ctx.now();
        proposals::store::update(&txn, proposal).await?;
    }
    member.answered_by = ctx.viewer.user();
    member.answered_at = Some(ctx.now());
    store::update(&txn, member.clone()).await?;
    record(ctx, &txn, "proposal.member_answered", member.proposal_id).await?;
    ctx.enqueue(&txn, &ConsortiumAnswered { member_id: id })
        .await?;
    txn.commit().await?;
    Ok(member)
}

/// A member leaves, or the lead ends its part or takes an invitation back. Signatures end with it.
pub async fn leave(ctx: &Ctx, id: ConsortiumMemberId) -> Result<ConsortiumMember> {
    let txn = ctx.begin().await?;
    let (need, proposal, members, at) = locked(ctx, &txn, id).await?;
    let member = members[at].clone();
    if !ctx.may(Action::LeadProposal(&proposal, &need)) {
        ctx.authorize(Action::ActAsMember(&member))?;
    }
    if proposal.submitted_at.is_some() {
        return Err(Error::illegal_transition(say(
            "Đề xuất đã nộp: muốn đổi thành viên, đơn vị đứng đầu phải rút đề xuất trước.",
            "The proposal was handed in: to change its members, the lead must withdraw it first.",
        )));
    }
    let member = end(ctx, &txn, proposal, member).await?;
    txn.commit().await?;
    Ok(member)
}

async fn end(
    ctx: &Ctx,
    txn: &Txn,
    mut proposal: Proposal,
    mut member: ConsortiumMember,
) -> Result<ConsortiumMember> {
    let step = match member.status {
        MemberStatus::Accepted => Step::Leave,
        _ => Step::Decline,
    };
    member.status = rules::next(member.status, step)?;
    member.answered_by = ctx.viewer.user();
    member.answered_at = Some(ctx.now());
    store::update(txn, member.clone()).await?;
    if step == Step::Leave {
        proposal
            .partners
            .0
            .retain(|one| *one != member.organization_id);
        if proposal.status == ProposalStatus::AwaitingSignoff {
            proposal.status = proposals::rules::next(proposal.status, ProposalStep::Recall)?;
        }
        proposal.updated_at = ctx.now();
        proposals::store::update(txn, proposal).await?;
    }
    record(ctx, txn, "proposal.member_left", member.proposal_id).await?;
    let member_id = member.id;
    let by = ctx.viewer.user();
    ctx.enqueue(txn, &ConsortiumLeft { member_id, by }).await?;
    Ok(member)
}

/// The organisation is no more: it leaves what is not handed in. The needs are locked.
pub(crate) async fn leave_all(
    ctx: &Ctx,
    txn: &Txn,
    organization: OrganizationId,
    needs: &[Need],
) -> Result<()> {
    for member in store::lock_of_organization(txn, organization).await? {
        let proposal = proposals::store::lock(txn, member.proposal_id).await?;
        let known = needs.iter().any(|need| need.id == proposal.need_id);
        if known && proposal.submitted_at.is_none() {
            end(ctx, txn, proposal, member).await?;
        }
    }
    Ok(())
}

/// The lead puts the draft up for signing: it is frozen until all have signed or somebody takes it back.
pub async fn request_signoff(ctx: &Ctx, id: ProposalId, version: i32) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, mut proposal) = proposals::service::locked(ctx, &txn, id).await?;
    ctx.authorize(Action::LeadProposal(&proposal, &need))?;
    proposal.status = proposals::rules::next(proposal.status, ProposalStep::RequestSignoff)?;
    if proposal.version != version {
        return Err(Error::stale());
    }
    proposals::rules::taking(&need, ctx.now())?;
    let document = proposals::sealing::read(ctx, &txn, (&proposal, &need)).await?;
    Error::problems(proposals::rules::missing(&document.content()))?;
    let members = store::lock_of(&txn, id).await?;
    if rules::accepted(&members).next().is_none() {
        return Err(Error::illegal_transition(say(
            "Đề xuất này không có thành viên liên danh nào để trình ký; bạn nộp thẳng được.",
            "This proposal has no members to sign it; hand it in at once.",
        )));
    }
    proposal.updated_at = ctx.now();
    let proposal = proposals::store::update(&txn, proposal).await?;
    record(ctx, &txn, "proposal.signoff_requested", id).await?;
    let version = proposal.version;
    let job = SignoffRequested {
        proposal_id: id,
        version,
    };
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await?;
    Ok(proposal)
}

/// Somebody who proposes wants to change it again: the signatures end.
pub async fn recall(ctx: &Ctx, id: ProposalId) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, mut proposal) = proposals::service::locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
    proposal.status = proposals::rules::next(proposal.status, ProposalStep::Recall)?;
    proposal.updated_at = ctx.now();
    let proposal = proposals::store::update(&txn, proposal).await?;
    record(ctx, &txn, "proposal.signoff_recalled", id).await?;
    txn.commit().await?;
    Ok(proposal)
}

/// A member signs the version that it has read, for its organisation.
pub async fn sign(ctx: &Ctx, id: ProposalId, version: i32) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, proposal) = proposals::service::locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
    if proposal.status != ProposalStatus::AwaitingSignoff {
        return Err(Error::illegal_transition(say(
            "Đề xuất này không chờ ký.",
            "This proposal does not wait for signatures.",
        )));
    }
    if proposal.version != version {
        return Err(Error::stale());
    }
    let mut members = store::lock_of(&txn, id).await?;
    let mut signed = false;
    for member in &mut members {
        let own = ctx.viewer.writes_for(member.organization_id);
        if !own || member.status != MemberStatus::Accepted {
            continue;
        }
        signed = true;
        if rules::has_signed(member, version) {
            continue;
        }
        organizations::service::must_be_listed(&txn, member.organization_id).await?;
        member.signed_version = Some(version);
        member.signed_by = ctx.viewer.user();
        member.signed_at = Some(ctx.now());
        store::update(&txn, member.clone()).await?;
        record(ctx, &txn, "proposal.member_signed", id).await?;
    }
    if !signed {
        return Err(Error::forbidden());
    }
    if rules::hindrance(&members, version).is_none() {
        let job = ConsortiumSigned {
            proposal_id: id,
            version,
        };
        ctx.enqueue(&txn, &job).await?;
    }
    txn.commit().await?;
    Ok(proposal)
}

/// Who proposes together, if all of them stand by this version; none for one bidder alone.
pub(crate) async fn ready(txn: &Txn, proposal: &Proposal) -> Result<Vec<ConsortiumPart>> {
    let members = store::lock_of(txn, proposal.id).await?;
    if let Some(why) = rules::hindrance(&members, proposal.version) {
        return Err(Error::illegal_transition(why));
    }
    let mut parts = Vec::new();
    for member in rules::accepted(&members) {
        let organization = organizations::store::find(txn, member.organization_id)
            .await?
            .filter(Organization::is_public);
        if organization.is_none() {
            return Err(Error::illegal_transition(say(
                "Một thành viên liên danh đang bị tạm dừng nên chưa nộp được. Hãy đưa thành viên đó ra khỏi liên danh, hoặc đợi đến khi được khôi phục.",
                "A member of the consortium is suspended, so the proposal cannot be handed in. Remove the member, or wait until it is restored.",
            )));
        }
        parts.push(ConsortiumPart {
            organization: member.organization_id.to_string(),
            role: member.role.clone(),
            share_percent: member.share_percent,
        });
    }
    Ok(parts)
}

/// Those who propose together with the bidders of these proposals.
pub async fn partners(
    db: &impl crate::db::Connection,
    proposals: &[Proposal],
) -> Result<Vec<(ProposalId, Organization)>> {
    let together = proposals
        .iter()
        .flat_map(|one| one.partners.0.iter().map(|of| (one.id, *of)));
    let together: Vec<_> = together.collect();
    let ids: Vec<_> = together.iter().map(|(_, of)| *of).collect();
    let found = organizations::store::find_many(db, &ids).await?;
    let named = |(id, of): (ProposalId, OrganizationId)| {
        let of = found.iter().find(|one| one.id == of)?;
        Some((id, of.clone()))
    };
    Ok(together.into_iter().filter_map(named).collect())
}

/// That it is made together is the bidders' own business until it is opened: no record names anybody.
async fn record(ctx: &Ctx, txn: &Txn, action: &str, id: ProposalId) -> Result<()> {
    audit::record(ctx, txn, action, Subject::proposal(id), &()).await
}

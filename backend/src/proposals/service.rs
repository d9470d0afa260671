//! The use cases: write, submit, withdraw, open, evaluate, decide.

use serde::Serialize;

use super::document::{Document, ProposalSectionName};
use super::jobs::{ProposalDecided, ProposalSubmitted, ProposalsOpened};
use super::rules::{self, Content, Step};
use super::sections::SectionInput;
use super::{Partners, Proposal, ProposalStatus, receipts, sealing, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::consortia;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluations;
use crate::ids::{NeedId, OrganizationId, ProposalId};
use crate::needs::{self, Need, NeedStatus, rules::reason};
use crate::organizations;
use crate::policy::Action;
use crate::text::say;
use crate::vault::Purpose;

/// Begins a proposal as a draft.
pub async fn create(
    ctx: &Ctx,
    key: &str,
    need_id: NeedId,
    organization_id: OrganizationId,
    content: Content,
) -> Result<Proposal> {
    #[derive(Serialize)]
    struct Body<'a>(NeedId, OrganizationId, &'a Content);

    let txn = ctx.begin().await?;
    let need = needs::store::find(&txn, need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let organization = organizations::store::find(&txn, organization_id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::CreateProposal(&need, &organization))?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = Body(need_id, organization_id, &content);
    let id = match client_keys::claim(ctx, &txn, user, "createProposal", key, &body).await? {
        Claim::Fresh(id) => ProposalId(id),
        Claim::Repeat(id) => {
            let proposal = store::find(&txn, ProposalId(id)).await?;
            return proposal.ok_or_else(Error::not_found);
        }
    };
    organizations::service::still_there(&organization)?;
    if !organization.kind.posts_offers() {
        return Err(Error::field(
            "organizationId",
            ErrorCode::InvalidInput,
            say(
                "Loại tổ chức này không nộp đề xuất.",
                "An organisation of this kind does not propose.",
            ),
        ));
    }
    rules::taking(&need, ctx.now())?;
    Error::problems(rules::draft_problems(&content))?;
    let now = ctx.now();
    let proposal = Proposal {
        id,
        need_id,
        organization_id,
        created_by: user,
        partners: Partners::default(),
        status: ProposalStatus::Draft,
        decision_reason: None,
        version: 1,
        receipt: None,
        receipt_key: None,
        receipt_signature: None,
        submitted_at: None,
        decided_at: None,
        decided_by: None,
        created_at: now,
        updated_at: now,
    };
    store::insert(&txn, proposal.clone()).await?;
    let mut document = sealing::blank(ctx);
    document.set_content(content, now);
    sealing::begin(ctx, &txn, id, &document).await?;
    // That it was begun is the bidder's own business until it is opened: no audit entry names it
    // before then beyond its id.
    audit::record(ctx, &txn, "proposal.created", Subject::proposal(id), &()).await?;
    txn.commit().await?;
    Ok(proposal)
}

/// Replaces the parts of a draft that every proposal has.
pub async fn update(ctx: &Ctx, id: ProposalId, version: i32, content: Content) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, proposal) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
    rules::next(proposal.status, Step::Edit)?;
    if proposal.version != version {
        return Err(Error::stale());
    }
    rules::taking(&need, ctx.now())?;
    Error::problems(rules::draft_problems(&content))?;
    let mut document = sealing::read(ctx, &txn, (&proposal, &need)).await?;
    document.set_content(content, ctx.now());
    let proposal = write(ctx, &txn, &need, proposal, document).await?;
    txn.commit().await?;
    Ok(proposal)
}

/// What saving a section came to.
pub struct SavedSection {
    /// The proposal as it stands now.
    pub proposal: Proposal,
    /// What it says now.
    pub document: Document,
    /// Somebody else changed the section after it was read: nothing was saved.
    pub conflict: bool,
}

/// Saves one section of a draft. A stale version saves nothing and answers with what is there; the same
/// content again is no change.
pub async fn save_section(
    ctx: &Ctx,
    id: ProposalId,
    section: ProposalSectionName,
    version: i32,
    input: SectionInput,
) -> Result<SavedSection> {
    let txn = ctx.begin().await?;
    let (need, proposal) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
    rules::next(proposal.status, Step::Edit)?;
    rules::taking(&need, ctx.now())?;
    let before = sealing::read(ctx, &txn, (&proposal, &need)).await?;
    let content = input.content(&txn, &proposal, &before).await?;
    Error::problems(rules::section_problems(section, &content))?;
    let mut document = before.clone();
    let changed = document.set_section(section, content, ctx.now());
    // Sent again because the answer got lost: it is there already.
    let stale = before.version(section) != version;
    if !changed || stale {
        return Ok(SavedSection {
            conflict: changed && stale,
            proposal,
            document: before,
        });
    }
    let proposal = write(ctx, &txn, &need, proposal, document.clone()).await?;
    txn.commit().await?;
    Ok(SavedSection {
        proposal,
        document,
        conflict: false,
    })
}

/// A changed document of a draft, or of what its bidder took back and takes up again.
pub(super) async fn write(
    ctx: &Ctx,
    txn: &Txn,
    need: &Need,
    mut proposal: Proposal,
    mut document: Document,
) -> Result<Proposal> {
    let anew = proposal.status == ProposalStatus::Withdrawn;
    document.rule = receipts::RULE;
    if anew {
        document.salt = sealing::blank(ctx).salt;
    }
    sealing::write(ctx, txn, (&proposal, need), &document, anew).await?;
    proposal.status = rules::next(proposal.status, Step::Edit)?;
    (proposal.receipt, proposal.submitted_at) = (None, None);
    (proposal.receipt_key, proposal.receipt_signature) = (None, None);
    (proposal.decision_reason, proposal.decided_at) = (None, None);
    proposal.updated_at = ctx.now();
    store::update(txn, proposal).await
}

/// Hands a proposal in: sealed from now until the need's proposals are opened. The same key answers as
/// before.
pub async fn submit(
    ctx: &Ctx,
    key: Option<&str>,
    id: ProposalId,
    version: i32,
) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, mut proposal) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::LeadProposal(&proposal, &need))?;
    if let Some(key) = key {
        let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
        let body = (id, version);
        let claim = client_keys::claim(ctx, &txn, user, "submitProposal", key, &body).await?;
        if matches!(claim, Claim::Repeat(_)) {
            return Ok(proposal);
        }
    }
    // The same click twice is one submission.
    if proposal.status == ProposalStatus::Submitted && proposal.version - 1 == version {
        return Ok(proposal);
    }
    proposal.status = rules::next(proposal.status, Step::Submit)?;
    if proposal.version != version {
        return Err(Error::stale());
    }
    let members = consortia::service::ready(&txn, &proposal).await?;
    // The need is locked: its closing waits for us, or we come too late.
    rules::taking(&need, ctx.now())?;
    let mut document = sealing::read(ctx, &txn, (&proposal, &need)).await?;
    Error::problems(rules::missing(&document.content()))?;
    organizations::service::must_be_listed(&txn, proposal.organization_id).await?;
    if document.consortium != members {
        document.consortium = members;
        sealing::write(ctx, &txn, (&proposal, &need), &document, false).await?;
    }
    proposal.submitted_at = Some(ctx.now());
    let signers = ctx.app.vault.signers(Purpose::Receipt)?;
    let signer = signers
        .first()
        .ok_or_else(|| Error::internal("no key signs"))?;
    let mut proposal = receipts::sign(proposal, &document, signer)?;
    proposal.updated_at = ctx.now();
    let proposal = store::update(&txn, proposal).await?;
    audit::record(
        ctx,
        &txn,
        "proposal.submitted",
        Subject::proposal(id),
        &proposal.receipt,
    )
    .await?;
    ctx.enqueue(&txn, &ProposalSubmitted { proposal_id: id })
        .await?;
    txn.commit().await?;
    Ok(proposal)
}

/// The bidder takes a proposal back before it is opened.
pub async fn withdraw(ctx: &Ctx, id: ProposalId, why: &str) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, mut proposal) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::LeadProposal(&proposal, &need))?;
    proposal.status = rules::next(proposal.status, Step::Withdraw)?;
    if proposal.submitted_at.is_some() {
        rules::accepting(&need, ctx.now())?;
    }
    proposal.decision_reason = Some(reason("reason", why)?);
    proposal.updated_at = ctx.now();
    let proposal = store::update(&txn, proposal).await?;
    audit::record(ctx, &txn, "proposal.withdrawn", Subject::proposal(id), &()).await?;
    txn.commit().await?;
    Ok(proposal)
}

/// The owner decides on a proposal, with a reason that the bidder reads.
pub async fn decide(ctx: &Ctx, id: ProposalId, step: Step, why: &str) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, mut proposal) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::DecideProposal(&proposal, &need))?;
    evaluations::service::decides_singly(&txn, need.id).await?;
    proposal.status = rules::next(proposal.status, step)?;
    proposal.decision_reason = Some(reason("reason", why)?);
    proposal.decided_at = Some(ctx.now());
    proposal.decided_by = ctx.viewer.user();
    proposal.updated_at = ctx.now();
    let proposal = store::update(&txn, proposal).await?;
    if step == Step::Select {
        needs::service::select(ctx, &txn, need).await?;
    }
    audit::record(
        ctx,
        &txn,
        "proposal.decided",
        Subject::proposal(id),
        &proposal.status,
    )
    .await?;
    ctx.enqueue(&txn, &ProposalDecided { proposal_id: id })
        .await?;
    txn.commit().await?;
    Ok(proposal)
}

/// Number of proposals for a need that are handed in and sealed.
pub(crate) async fn count_sealed(txn: &Txn, need: NeedId) -> Result<usize> {
    let all = store::lock_of_need(txn, need).await?;
    Ok(all
        .iter()
        .filter(|proposal| proposal.status == ProposalStatus::Submitted)
        .count())
}

/// All sealed proposals of a need are opened and their keys released, in the transaction that completes
/// the opening. The need is locked.
pub(crate) async fn open_all(ctx: &Ctx, txn: &Txn, need: &Need) -> Result<()> {
    let mut receipts = Vec::new();
    for mut proposal in store::lock_of_need(txn, need.id).await? {
        if let Ok(status) = rules::next(proposal.status, Step::Open) {
            proposal.status = status;
            proposal.updated_at = ctx.now();
            let proposal = store::update(txn, proposal).await?;
            receipts.push((proposal.id, proposal.receipt));
        }
    }
    let opened: Vec<ProposalId> = receipts.iter().map(|(id, _)| *id).collect();
    store::release(txn, &opened, ctx.now()).await?;
    audit::record(
        ctx,
        txn,
        "proposals.opened",
        Subject::need(need.id),
        &receipts,
    )
    .await?;
    ctx.enqueue(txn, &ProposalsOpened { need_id: need.id })
        .await
}

/// The owner begins to evaluate: all opened proposals move along.
pub(crate) async fn start_evaluation(ctx: &Ctx, txn: &Txn, need: NeedId) -> Result<()> {
    for mut proposal in store::lock_of_need(txn, need).await? {
        if let Ok(status) = rules::next(proposal.status, Step::Evaluate) {
            proposal.status = status;
            proposal.updated_at = ctx.now();
            store::update(txn, proposal).await?;
        }
    }
    Ok(())
}

/// The need ends without a choice: every bidder learns of it and why. What was still sealed stays
/// sealed for ever: it counts as withdrawn.
pub(crate) async fn end_all(ctx: &Ctx, txn: &Txn, need: &Need, why: &str) -> Result<()> {
    for mut proposal in store::lock_of_need(txn, need.id).await? {
        let step = match proposal.status {
            ProposalStatus::Draft | ProposalStatus::AwaitingSignoff | ProposalStatus::Submitted => {
                Step::Withdraw
            }
            _ => Step::Decline,
        };
        let Ok(status) = rules::next(proposal.status, step) else {
            continue;
        };
        let told = proposal.submitted_at.is_some();
        proposal.status = status;
        proposal.decision_reason = Some(why.to_owned());
        proposal.decided_at = Some(ctx.now());
        proposal.updated_at = ctx.now();
        let proposal = store::update(txn, proposal).await?;
        if told {
            ctx.enqueue(
                txn,
                &ProposalDecided {
                    proposal_id: proposal.id,
                },
            )
            .await?;
        }
    }
    Ok(())
}

/// The bidder is no more: what it has not yet opened to anybody it takes back. The needs are locked.
pub(crate) async fn withdraw_all(
    ctx: &Ctx,
    txn: &Txn,
    bidder: OrganizationId,
    needs: &[Need],
    reason: &str,
) -> Result<()> {
    for mut proposal in store::lock_of_bidder(txn, bidder).await? {
        let Some(need) = needs.iter().find(|need| need.id == proposal.need_id) else {
            continue;
        };
        let Ok(status) = rules::next(proposal.status, Step::Withdraw) else {
            continue;
        };
        // Once the deadline has come it is to be opened like the others.
        if proposal.submitted_at.is_some() && rules::accepting(need, ctx.now()).is_err() {
            continue;
        }
        let id = proposal.id;
        proposal.status = status;
        proposal.decision_reason = Some(reason.to_owned());
        proposal.updated_at = ctx.now();
        store::update(txn, proposal).await?;
        audit::record(ctx, txn, "proposal.withdrawn", Subject::proposal(id), &()).await?;
    }
    Ok(())
}

/// The need, then the proposal, both locked: always in this order, so that nobody waits in a ring.
pub(crate) async fn locked(ctx: &Ctx, txn: &Txn, id: ProposalId) -> Result<(Need, Proposal)> {
    let seen = store::find(txn, id).await?.ok_or_else(Error::not_found)?;
    let need = needs::store::find(txn, seen.need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    // Who may not know of it must not be able to make it wait either.
    ctx.authorize(Action::ViewProposal(&seen, &need))?;
    let need = needs::store::lock(txn, seen.need_id).await?;
    let proposal = store::lock(txn, id).await?;
    Ok((need, proposal))
}

/// True while the bidder may still take the proposal back.
pub fn may_withdraw(proposal: &Proposal, need: &Need, ctx: &Ctx) -> bool {
    match proposal.status {
        ProposalStatus::Draft | ProposalStatus::AwaitingSignoff => true,
        ProposalStatus::Submitted => {
            need.status == NeedStatus::Open && need.closes_at.is_some_and(|at| at > ctx.now())
        }
        _ => false,
    }
}

//! The use cases: write, submit, withdraw, open, evaluate, decide.

use serde::Serialize;

use super::jobs::{ProposalDecided, ProposalSubmitted, ProposalsOpened};
use super::rules::{self, Content, Step};
use super::{Proposal, ProposalStatus, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluations;
use crate::ids::{NeedId, OrganizationId, ProposalId};
use crate::money::Amount;
use crate::needs::{self, Need, NeedStatus, rules::reason};
use crate::organizations;
use crate::policy::Action;
use crate::text::{clean, say};

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
        language: content.language,
        summary: String::new(),
        approach: String::new(),
        price_amount: None,
        duration_months: None,
        status: ProposalStatus::Draft,
        decision_reason: None,
        version: 1,
        receipt: None,
        submitted_at: None,
        decided_at: None,
        decided_by: None,
        created_at: now,
        updated_at: now,
    };
    let proposal = with_content(proposal, content);
    store::insert(&txn, proposal.clone()).await?;
    // That it was begun is the bidder's own business until it is opened: no audit entry names it
    // before then beyond its id.
    audit::record(ctx, &txn, "proposal.created", Subject::proposal(id), &()).await?;
    txn.commit().await?;
    Ok(proposal)
}

/// Replaces the content of a draft.
pub async fn update(ctx: &Ctx, id: ProposalId, version: i32, content: Content) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, mut proposal) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
    proposal.status = rules::next(proposal.status, Step::Edit)?;
    if proposal.version != version {
        return Err(Error::stale());
    }
    rules::taking(&need, ctx.now())?;
    Error::problems(rules::draft_problems(&content))?;
    (proposal.receipt, proposal.submitted_at) = (None, None);
    (proposal.decision_reason, proposal.decided_at) = (None, None);
    proposal.updated_at = ctx.now();
    let proposal = store::update(&txn, with_content(proposal, content)).await?;
    txn.commit().await?;
    Ok(proposal)
}

/// Hands a proposal in: sealed from now until the need's deadline.
pub async fn submit(ctx: &Ctx, id: ProposalId, version: i32) -> Result<Proposal> {
    let txn = ctx.begin().await?;
    let (need, mut proposal) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
    // The same click twice is one submission.
    if proposal.status == ProposalStatus::Submitted && proposal.version - 1 == version {
        return Ok(proposal);
    }
    proposal.status = rules::next(proposal.status, Step::Submit)?;
    if proposal.version != version {
        return Err(Error::stale());
    }
    // The need is locked: its closing waits for us, or we come too late.
    rules::taking(&need, ctx.now())?;
    Error::problems(rules::missing(&content_of(&proposal)))?;
    organizations::service::must_be_listed(&txn, proposal.organization_id).await?;
    proposal.submitted_at = Some(ctx.now());
    proposal.receipt = Some(rules::receipt(&proposal)?);
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
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
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

/// The deadline has come: all sealed proposals are opened, in the transaction that closes the need.
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
async fn locked(ctx: &Ctx, txn: &Txn, id: ProposalId) -> Result<(Need, Proposal)> {
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

fn with_content(mut proposal: Proposal, content: Content) -> Proposal {
    proposal.language = content.language;
    proposal.summary = clean(Some(content.summary)).unwrap_or_default();
    proposal.approach = clean(Some(content.approach)).unwrap_or_default();
    proposal.price_amount = content.price_amount.map(|amount| amount.0);
    proposal.duration_months = content.duration_months;
    proposal
}

fn content_of(proposal: &Proposal) -> Content {
    Content {
        language: proposal.language,
        summary: proposal.summary.clone(),
        approach: proposal.approach.clone(),
        price_amount: proposal.price_amount.map(Amount),
        duration_months: proposal.duration_months,
    }
}

/// True while the bidder may still take the proposal back.
pub fn may_withdraw(proposal: &Proposal, need: &Need, ctx: &Ctx) -> bool {
    match proposal.status {
        ProposalStatus::Draft => true,
        ProposalStatus::Submitted => {
            need.status == NeedStatus::Open && need.closes_at.is_some_and(|at| at > ctx.now())
        }
        _ => false,
    }
}

//! Out of sight, and back: a posting is shown again when no reason to hide it holds any more. What was
//! written, agreed and handed in stays as it is meanwhile.

use crate::app::Ctx;
use crate::db::Txn;
use crate::error::Result;
use crate::ids::{OrganizationId, UserId};
use crate::joint_calls;
use crate::matches;
use crate::matches::jobs::{RankNeed, RankOffer};
use crate::needs::{self, Need, NeedStatus};
use crate::offers::{self, Offer, OfferStatus};
use crate::postings::{HiddenFor, HiddenReason};
use crate::proposals::jobs::ProposalsOpened;

/// Hides a need that the caller has locked.
pub async fn hide_need(ctx: &Ctx, txn: &Txn, need: Need, reason: HiddenReason) -> Result<()> {
    let shown = !need.is_hidden();
    let reasons = HiddenFor::with(need.hidden_for, reason);
    needs::store::set_hidden(txn, need.id, reasons, ctx.now()).await?;
    if shown {
        matches::service::end_suggestions_of_need(ctx, txn, need.id).await?;
        joint_calls::service::leave(ctx, txn, need.id).await?;
    }
    Ok(())
}

/// A reason to hide a need that the caller has locked is gone.
pub async fn show_need(ctx: &Ctx, txn: &Txn, need: Need, reason: HiddenReason) -> Result<()> {
    if !need.is_hidden() {
        return Ok(());
    }
    let reasons = HiddenFor::without(need.hidden_for, reason);
    let shown = reasons.is_none();
    needs::store::set_hidden(txn, need.id, reasons, ctx.now()).await?;
    if !shown {
        return Ok(());
    }
    let need_id = need.id;
    match need.status {
        NeedStatus::Open => ctx.enqueue(txn, &RankNeed { need_id }).await,
        // Its deadline came meanwhile, and its owner was not told.
        NeedStatus::Closed => ctx.enqueue(txn, &ProposalsOpened { need_id }).await,
        _ => Ok(()),
    }
}

/// Hides an offer that the caller has locked.
pub async fn hide_offer(ctx: &Ctx, txn: &Txn, offer: Offer, reason: HiddenReason) -> Result<()> {
    let shown = !offer.is_hidden();
    let reasons = HiddenFor::with(offer.hidden_for, reason);
    offers::store::set_hidden(txn, offer.id, reasons).await?;
    if shown {
        matches::service::end_suggestions_of_offer(ctx, txn, offer.id).await?;
    }
    Ok(())
}

/// A reason to hide an offer that the caller has locked is gone.
pub async fn show_offer(ctx: &Ctx, txn: &Txn, offer: Offer, reason: HiddenReason) -> Result<()> {
    if !offer.is_hidden() {
        return Ok(());
    }
    let reasons = HiddenFor::without(offer.hidden_for, reason);
    let shown = reasons.is_none();
    offers::store::set_hidden(txn, offer.id, reasons).await?;
    if shown && offer.status == OfferStatus::Published {
        let offer_id = offer.id;
        ctx.enqueue(txn, &RankOffer { offer_id }).await?;
    }
    Ok(())
}

/// Hides all that an organisation has posted and is writing.
pub async fn hide_all_of(
    ctx: &Ctx,
    txn: &Txn,
    organization: OrganizationId,
    reason: HiddenReason,
) -> Result<()> {
    for need in needs::store::lock_of(txn, organization).await? {
        hide_need(ctx, txn, need, reason).await?;
    }
    for offer in offers::store::lock_of(txn, organization).await? {
        hide_offer(ctx, txn, offer, reason).await?;
    }
    Ok(())
}

/// As [`hide_all_of`], the other way.
pub async fn show_all_of(
    ctx: &Ctx,
    txn: &Txn,
    organization: OrganizationId,
    reason: HiddenReason,
) -> Result<()> {
    for need in needs::store::lock_of(txn, organization).await? {
        show_need(ctx, txn, need, reason).await?;
    }
    for offer in offers::store::lock_of(txn, organization).await? {
        show_offer(ctx, txn, offer, reason).await?;
    }
    Ok(())
}

/// Hides all that a person began.
pub async fn hide_all_by(ctx: &Ctx, txn: &Txn, author: UserId) -> Result<()> {
    let reason = HiddenReason::AuthorSuspended;
    for need in needs::store::lock_by(txn, author).await? {
        hide_need(ctx, txn, need, reason).await?;
    }
    for offer in offers::store::lock_by(txn, author).await? {
        hide_offer(ctx, txn, offer, reason).await?;
    }
    Ok(())
}

/// As [`hide_all_by`], the other way.
pub async fn show_all_by(ctx: &Ctx, txn: &Txn, author: UserId) -> Result<()> {
    let reason = HiddenReason::AuthorSuspended;
    for need in needs::store::lock_by(txn, author).await? {
        show_need(ctx, txn, need, reason).await?;
    }
    for offer in offers::store::lock_by(txn, author).await? {
        show_offer(ctx, txn, offer, reason).await?;
    }
    Ok(())
}

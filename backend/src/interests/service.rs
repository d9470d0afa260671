//! The use cases: register, withdraw.

use super::rules::{self, Saying};
use super::{Interest, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{InterestId, NeedId, OrganizationId};
use crate::policy::Action;
use crate::text::say;
use crate::{needs, organizations, proposals};

/// An organisation says that a need interests it, or says it differently.
pub async fn register(
    ctx: &Ctx,
    key: &str,
    need_id: NeedId,
    organization_id: OrganizationId,
    said: Saying,
) -> Result<Interest> {
    let txn = ctx.begin().await?;
    let need = needs::store::find(&txn, need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let organization = organizations::store::find(&txn, organization_id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::RegisterInterest(&need, &organization))?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = (need_id, organization_id, &said);
    let claim = client_keys::claim(ctx, &txn, user, "registerInterest", key, &body).await?;
    // Locked, so that two of the same organisation wait for each other.
    let need = needs::store::lock(&txn, need.id).await?;
    let before = store::lock_of(&txn, need_id, organization_id).await?;
    let Claim::Fresh(fresh) = claim else {
        return before.ok_or_else(Error::not_found);
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
    if said.is_public {
        organizations::service::must_be_listed(&txn, organization_id).await?;
    }
    proposals::rules::taking(&need, ctx.now())?;
    let said = rules::saying(said)?;
    let now = ctx.now();
    let row = Interest {
        id: before.as_ref().map_or(InterestId(fresh), |old| old.id),
        need_id,
        organization_id,
        is_public: said.is_public,
        seeks_partners: said.seeks_partners,
        note: said.note,
        registered_by: user,
        created_at: before.as_ref().map_or(now, |old| old.created_at),
        updated_at: now,
        withdrawn_at: None,
        version: before.as_ref().map_or(1, |old| old.version),
    };
    let row = if before.is_some() {
        store::update(&txn, row).await?
    } else {
        store::insert(&txn, row.clone()).await?;
        row
    };
    // As with proposals: the record names nobody.
    audit::record(
        ctx,
        &txn,
        "interest.registered",
        Subject::need(need_id),
        &(),
    )
    .await?;
    txn.commit().await?;
    Ok(row)
}

/// The organisation takes its interest back.
pub async fn withdraw(ctx: &Ctx, id: InterestId) -> Result<Interest> {
    let txn = ctx.begin().await?;
    let seen = store::find(&txn, id).await?.ok_or_else(Error::not_found)?;
    let need = needs::store::find(&txn, seen.need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::EditInterest(&seen, &need))?;
    let mut row = store::lock(&txn, id).await?;
    if row.withdrawn_at.is_some() {
        return Ok(row);
    }
    row.withdrawn_at = Some(ctx.now());
    row.updated_at = ctx.now();
    let row = store::update(&txn, row).await?;
    audit::record(ctx, &txn, "interest.withdrawn", Subject::need(need.id), &()).await?;
    txn.commit().await?;
    Ok(row)
}

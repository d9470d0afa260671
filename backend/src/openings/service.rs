//! The use cases: wait, open, and what there was.

use super::jobs::OpeningWaits;
use super::rules::{self, Side};
use super::{Opening, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::NeedId;
use crate::needs::{self, Need};
use crate::policy::{Action, Viewer};
use crate::proposals;
use crate::text::say;

/// The need closes. With something sealed the opening waits for both sides; with nothing it is complete.
/// The need is locked.
pub(crate) async fn begin(ctx: &Ctx, txn: &Txn, need: &Need) -> Result<()> {
    let sealed = proposals::service::count_sealed(txn, need.id).await?;
    let opening = Opening {
        need_id: need.id,
        created_at: ctx.now(),
        owner_by: None,
        owner_at: None,
        alliance_by: None,
        alliance_role: None,
        alliance_at: None,
        completed_at: (sealed == 0).then(|| ctx.now()),
    };
    store::insert(txn, opening).await?;
    if sealed == 0 {
        return proposals::service::open_all(ctx, txn, need).await;
    }
    let waits = OpeningWaits {
        need_id: need.id,
        reminder: 0,
    };
    ctx.enqueue(txn, &waits).await
}

/// Opens a need's proposals for the viewer's side. The second side's call opens them all.
pub async fn open(ctx: &Ctx, need: NeedId) -> Result<Opening> {
    let person = ctx.in_person()?.id;
    let seen = needs::store::find(&ctx.app.db, need).await?;
    let seen = seen.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::OpenProposals(&seen))?;
    // The clock decides, not the job that closes the need.
    needs::service::close(ctx, need).await?;
    let txn = ctx.begin().await?;
    let need = needs::store::lock(&txn, need).await?;
    ctx.authorize(Action::OpenProposals(&need))?;
    let opening = store::lock(&txn, need.id).await?.ok_or_else(|| {
        Error::illegal_transition(say(
            "Nhu cầu này chưa hết hạn tiếp nhận: chưa mở được đề xuất.",
            "This need's deadline has not come: its proposals cannot be opened yet.",
        ))
    })?;
    if opening.completed_at.is_none() && need.status != needs::NeedStatus::Closed {
        return Err(Error::illegal_transition(say(
            "Nhu cầu này đã kết thúc; đề xuất giữ nguyên niêm phong.",
            "This need has ended; its proposals stay sealed.",
        )));
    }
    let before = opening.clone();
    let opening = rules::opened(opening, side(ctx, &need)?, person, ctx.now())?;
    if opening == before {
        return Ok(opening);
    }
    store::update(&txn, opening.clone()).await?;
    let role = match side(ctx, &need)? {
        Side::Owner => "owner",
        Side::Alliance(_) => "alliance",
    };
    let subject = Subject::need(need.id);
    audit::record(ctx, &txn, "proposals.side_opened", subject, &role).await?;
    if opening.completed_at.is_some() {
        proposals::service::open_all(ctx, &txn, &need).await?;
        // Who bid is public from here on.
        needs::store::released(&txn, need.id, ctx.now()).await?;
    }
    txn.commit().await?;
    Ok(opening)
}

/// For whom the viewer opens; who belongs to the owner never opens for the alliance.
fn side(ctx: &Ctx, need: &Need) -> Result<Side> {
    match &ctx.viewer {
        viewer if viewer.belongs_to(need.organization_id) => Ok(Side::Owner),
        Viewer::Staff(_, role) => Ok(Side::Alliance(*role)),
        _ => Err(Error::forbidden()),
    }
}

/// Nothing goes on before the opening is complete. Needs that closed before openings were by two have
/// none, and were opened.
pub(crate) async fn must_be_complete(txn: &Txn, need: NeedId) -> Result<()> {
    let opening = store::find(txn, need).await?;
    if opening.is_some_and(|opening| opening.completed_at.is_none()) {
        return Err(Error::illegal_transition(say(
            "Các đề xuất còn niêm phong. Bên có nhu cầu và liên minh phải cùng mở trước.",
            "The proposals are still sealed. The need's owner and the alliance have to open them first.",
        )));
    }
    Ok(())
}

/// What there was to open: the record that is everybody's once the opening is complete.
pub struct Record {
    /// The opening.
    pub opening: Opening,
    /// The need.
    pub need: Need,
    /// What was opened, oldest first.
    pub proposals: Vec<proposals::Proposal>,
}

/// The record of a need's opening.
pub async fn record(ctx: &Ctx, need: NeedId) -> Result<Record> {
    let db = &ctx.app.db;
    let need = needs::store::find(db, need).await?;
    let need = need.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ViewNeed(&need))?;
    let opening = store::find(db, need.id).await?;
    let opening = opening
        .filter(|opening| opening.completed_at.is_some())
        .ok_or_else(Error::not_found)?;
    Ok(Record {
        proposals: proposals::store::opened(db, need.id).await?,
        opening,
        need,
    })
}

/// The opening of a need, for those who may open it or belong to its owner; none before its deadline.
pub async fn of_need(ctx: &Ctx, need: NeedId) -> Result<Option<(Need, Opening)>> {
    let db = &ctx.app.db;
    let need = needs::store::find(db, need).await?;
    let need = need.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ViewOpening(&need))?;
    let opening = store::find(db, need.id).await?;
    Ok(opening.map(|opening| (need, opening)))
}

/// Openings that wait, for the alliance.
pub async fn waiting(ctx: &Ctx) -> Result<Vec<Opening>> {
    ctx.authorize(Action::ViewOpenings)?;
    store::waiting(&ctx.app.db).await
}

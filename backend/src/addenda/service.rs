//! The use case: publish an addendum.

use chrono::{DateTime, Utc};

use super::jobs::AddendumPublished;
use super::{Addendum, rules, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::error::{Error, Result};
use crate::ids::{AddendumId, NeedId};
use crate::needs::{self, Need, jobs::CloseNeed};
use crate::policy::Action;
use crate::text::{BilingualText, BilingualTextInput, say};

/// Addenda to a need that the viewer may read.
pub async fn of_need(ctx: &Ctx, id: NeedId) -> Result<Vec<Addendum>> {
    let db = &ctx.app.db;
    let need = needs::store::find(db, id).await?;
    let need = need.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ViewNeed(&need))?;
    store::of_need(db, id).await
}

/// Adds to an open need, and moves its deadline back where that is asked for.
pub async fn publish(
    ctx: &Ctx,
    key: &str,
    id: NeedId,
    version: i32,
    text: &BilingualTextInput,
    closes_at: Option<DateTime<Utc>>,
) -> Result<(Need, Addendum)> {
    // A need whose deadline has passed is closed, even if the job that says so is late.
    let txn = ctx.begin().await?;
    let mut need = needs::store::lock(&txn, id).await?;
    ctx.authorize(Action::EditNeed(&need))?;
    let by = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = (id, version, text, closes_at);
    let addendum = match client_keys::claim(ctx, &txn, by, "publishAddendum", key, &body).await? {
        Claim::Fresh(id) => AddendumId(id),
        Claim::Repeat(id) => {
            let known = store::find(&txn, AddendumId(id)).await?;
            return Ok((need, known.ok_or_else(Error::not_found)?));
        }
    };
    if need.version != version {
        return Err(Error::stale());
    }
    let now = ctx.now();
    let moved = rules::deadline(&need, closes_at, now)?;
    let text = rules::text(text)?;
    let known = store::of_need(&txn, id).await?;
    if known.len() >= rules::MOST {
        return Err(Error::conflict(say(
            "Nhu cầu này đã có quá nhiều bổ sung. Hãy rút và đăng lại.",
            "This need has too many addenda. Withdraw it and publish it anew.",
        )));
    }
    let row = Addendum {
        id: addendum,
        need_id: id,
        number: i32::try_from(known.len()).unwrap_or(i32::MAX) + 1,
        text: BilingualText::new(text),
        closed_before: moved.and(need.closes_at),
        closes_at: moved,
        published_by: by,
        published_at: now,
    };
    store::insert(&txn, row.clone()).await?;
    if let Some(at) = moved {
        shift_questions(&txn, &need, at).await?;
        need.closes_at = Some(at);
        // The job of the old deadline finds that it has not come.
        ctx.enqueue_at(&txn, &CloseNeed { need_id: id }, at).await?;
    }
    need.updated_at = now;
    let need = needs::store::update(&txn, need).await?;
    let detail = (row.number, moved);
    let subject = Subject::need(id);
    audit::record(ctx, &txn, "need.addendum_published", subject, &detail).await?;
    let told = AddendumPublished {
        addendum_id: addendum,
    };
    ctx.enqueue(&txn, &told).await?;
    txn.commit().await?;
    Ok((need, row))
}

/// Questions end as long before the new deadline as they did before the old one.
async fn shift_questions(txn: &crate::db::Txn, need: &Need, at: DateTime<Utc>) -> Result<()> {
    let mut brief = needs::store::brief(txn, need.id).await?;
    if let Some((until, before)) = brief.questions_until.zip(need.closes_at) {
        brief.questions_until = Some(until + (at - before));
        needs::store::set_brief(txn, need.id, brief).await?;
    }
    Ok(())
}

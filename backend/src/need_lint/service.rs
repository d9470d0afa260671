//! The use cases: read a need, justify what was found.

use serde::Serialize;

use super::rules::{self, Facts, Flag};
use super::{FlagAnswer, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::{Connection, Txn};
use crate::error::{Error, Result};
use crate::evaluations;
use crate::ids::NeedId;
use crate::needs::{self, Need, rules as need_rules};
use crate::policy::Action;

/// What the checks find in a need as it stands. Of a published need deadlines are counted from the day
/// when it was published, so that what was published stays true.
pub async fn flags(ctx: &Ctx, db: &impl Connection, need: &Need) -> Result<Vec<Flag>> {
    let domains = needs::store::domains_of(db, &[need.id]).await?;
    let domains = domains.into_iter().map(|(_, code)| code).collect();
    let brief = needs::store::brief(db, need.id).await?;
    let content = needs::service::content_of(need, brief, domains);
    let criteria = evaluations::store::criteria(db, need.id).await?;
    let at = need.published_at.unwrap_or_else(|| ctx.now());
    let answers = store::answers(db, need.id).await?;
    Ok(rules::flags(&Facts::new(&content, &criteria, at), answers))
}

/// As [`flags`], for a viewer: everybody reads what was justified; the owner and the alliance all.
pub async fn seen(ctx: &Ctx, need: &Need) -> Result<Vec<Flag>> {
    let all = flags(ctx, &ctx.app.db, need).await?;
    if ctx.may(Action::ViewReviewOf(need.organization_id)) {
        return Ok(all);
    }
    let justified = |flag: &Flag| flag.justification.is_some();
    Ok(all.into_iter().filter(justified).collect())
}

/// A need is sent in: nothing may hold it up. The need is locked.
pub(crate) async fn must_be_answered(ctx: &Ctx, txn: &Txn, need: &Need) -> Result<()> {
    rules::must_be_answered(&flags(ctx, txn, need).await?)
}

/// Says why something that a check flags is right as it is; an empty text takes that back.
pub async fn justify(
    ctx: &Ctx,
    key: &str,
    id: NeedId,
    version: i32,
    code: &str,
    text: &str,
) -> Result<Need> {
    #[derive(Serialize)]
    struct Body<'a>(NeedId, i32, &'a str, &'a str);

    let txn = ctx.begin().await?;
    let need = needs::store::lock(&txn, id).await?;
    ctx.authorize(Action::CompleteNeed(&need))?;
    let by = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = Body(id, version, code, text);
    if let Claim::Repeat(_) =
        client_keys::claim(ctx, &txn, by, "justifyNeedFlag", key, &body).await?
    {
        return Ok(need);
    }
    need_rules::next(need.status, need_rules::Step::Edit)?;
    if need.version != version {
        return Err(Error::stale());
    }
    let check = rules::answerable(code)?;
    let now = ctx.now();
    match rules::justification(text)? {
        Some(text) => {
            let row = FlagAnswer {
                need_id: id,
                code: check.code.to_owned(),
                text,
                answered_by: by,
                answered_at: now,
            };
            store::put(&txn, row).await?;
        }
        None => store::delete(&txn, id, check.code).await?,
    }
    // What the need says is the same, so its version is, too: a form that is open goes on saving.
    let subject = Subject::need(id);
    audit::record(ctx, &txn, "need.flag_justified", subject, &check.code).await?;
    txn.commit().await?;
    Ok(need)
}

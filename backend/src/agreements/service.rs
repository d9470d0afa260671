//! The use cases around the text: edit in turns, accept, open again, give up, amend, comment.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::checks::{self, locked, note};
use super::jobs::{AgreementNews, News};
use super::rules::{self, State, Step};
use super::text::{self, Content, PartyText, PlannedIndicator, PlannedMilestone, Words};
use super::{Agreement, Comment, Publication, Side, Version, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::{Connection, Txn};
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{AgreementCommentId, AgreementId, IndicatorId, MilestoneId};
use crate::needs::{self, rules::reason};
use crate::policy::{Action, Agreeing};
use crate::text::say;

/// An agreement that the viewer may know of.
pub async fn get(ctx: &Ctx, id: AgreementId) -> Result<Agreement> {
    let row = store::find(&ctx.app.db, id).await?;
    let row = row.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::Agreement(Agreeing::View, &row))?;
    Ok(row)
}

/// A version that is not proposed yet.
pub(super) fn version_of(
    ctx: &Ctx,
    row: &Agreement,
    number: i32,
    side: Side,
    content: &Content,
) -> Result<Version> {
    let salt = crate::ids::hex(&ctx.app.ids.bytes::<16>());
    Ok(Version {
        agreement_id: row.id,
        number,
        side,
        canonical: text::canonical(row, number, salt, content)?,
        hash: None,
        message: None,
        written_by: ctx.viewer.user(),
        created_at: ctx.now(),
        proposed_at: None,
        owner_accepted_at: None,
        owner_accepted_by: None,
        partner_accepted_at: None,
        partner_accepted_by: None,
    })
}

/// The version as it lies before both sides.
pub(super) fn proposed(ctx: &Ctx, mut version: Version, message: Option<String>) -> Version {
    version.hash = Some(text::hash(&version.canonical));
    version.proposed_at = Some(ctx.now());
    version.message = message;
    version
}

/// A side accepts a version.
fn accepted(ctx: &Ctx, mut version: Version, side: Side) -> Version {
    let by = ctx.viewer.user();
    match side {
        Side::Owner => {
            (version.owner_accepted_at, version.owner_accepted_by) = (Some(ctx.now()), by);
        }
        Side::Partner => {
            (version.partner_accepted_at, version.partner_accepted_by) = (Some(ctx.now()), by);
        }
    }
    version
}

/// The version that lies on the table, unless somebody altered it behind our back.
pub(super) async fn current(db: &impl Connection, row: &Agreement) -> Result<Version> {
    let version = store::find_version(db, row.id, row.current_version).await?;
    let version = version.ok_or_else(|| Error::internal("an agreement without its version"))?;
    if version.hash.as_deref() == Some(&text::hash(&version.canonical)) {
        Ok(version)
    } else {
        Err(rules::altered())
    }
}

/// The text that a side is changing and has not proposed yet. The turn decides whose it is.
pub(super) async fn draft(db: &impl Connection, row: &Agreement) -> Result<Option<Version>> {
    let version = store::find_version(db, row.id, row.current_version + 1).await?;
    Ok(version.filter(|version| version.proposed_at.is_none()))
}

/// Saves the agreement after a step.
pub(super) async fn save(ctx: &Ctx, txn: &Txn, mut row: Agreement) -> Result<Agreement> {
    row.updated_at = ctx.now();
    row.activity_at = ctx.now();
    store::update(txn, row).await
}

/// What everybody may know of a published agreement has changed: the open data of its need tell it.
pub(super) async fn released(ctx: &Ctx, txn: &Txn, row: &Agreement) -> Result<()> {
    match row.need_id {
        Some(need) if row.publication() != Publication::Hidden => {
            needs::store::released(txn, need, ctx.now()).await
        }
        _ => Ok(()),
    }
}

/// A letter to those whom it concerns.
pub(super) async fn tell(
    ctx: &Ctx,
    txn: &Txn,
    row: &Agreement,
    news: News,
    by: Option<Side>,
    milestone_id: Option<MilestoneId>,
) -> Result<()> {
    let job = AgreementNews {
        agreement_id: row.id,
        news,
        by,
        milestone_id,
        at: ctx.now(),
    };
    ctx.enqueue(txn, &job).await
}

/// A text as it is sent in: entries that are new have no id yet.
#[derive(Clone, Debug, Default)]
pub struct Edited {
    /// All but the entries and who the sides are.
    pub content: Content,
    /// Who represents the side with the need; none leaves it as it is.
    pub owner: Option<PartyText>,
    /// Who represents the other side; none leaves it as it is.
    pub partner: Option<PartyText>,
    /// Milestones in order.
    pub milestones: Vec<(Option<MilestoneId>, Words, NaiveDate)>,
    /// Indicators in order, each with its unit, baseline and target.
    pub indicators: Vec<(Option<IndicatorId>, Words, String, f64, f64)>,
}

/// Saves what a side is changing; nobody else sees it before it is proposed.
pub async fn save_draft(
    ctx: &Ctx,
    id: AgreementId,
    version: i32,
    edited: Edited,
) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    rules::next(State::of(&row), side, Step::Edit)?;
    let before = text::read(&current(&txn, &row).await?.canonical)?;
    let (owner, partner) = (edited.owner.clone(), edited.partner.clone());
    let content = identified(ctx, &txn, &row, edited).await?;
    // Who the sides are stays as it was when they began.
    let content = Content {
        owner: spoken_for(before.owner, owner),
        partner: spoken_for(before.partner, partner),
        ..content
    };
    Error::problems(text::problems(&content))?;
    let next = version_of(ctx, &row, row.current_version + 1, side, &content)?;
    store::save_version(&txn, next).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(ctx, &txn, "agreement.edited", subject, &row.version).await?;
    txn.commit().await?;
    Ok(row)
}

fn spoken_for(before: PartyText, now: Option<PartyText>) -> PartyText {
    match now {
        Some(now) => PartyText {
            representative: now.representative,
            position: now.position,
            ..before
        },
        None => before,
    }
}

/// The text with ids for what is new. Ids that are sent in are this agreement's own, each once: one of
/// another agreement would take what is known of it along.
async fn identified(ctx: &Ctx, txn: &Txn, row: &Agreement, edited: Edited) -> Result<Content> {
    let mut known = BTreeSet::new();
    for version in store::versions_of(txn, &[row.id]).await? {
        let earlier = text::read(&version.canonical)?;
        known.extend(earlier.milestones.iter().map(|one| one.id.0));
        known.extend(earlier.indicators.iter().map(|one| one.id.0));
    }
    let mut own = |list: &str, i: usize, id: Option<uuid::Uuid>| match id {
        None => Ok(ctx.app.ids.next()),
        // Taken out of what is known: the same a second time is not.
        Some(id) if known.remove(&id) => Ok(id),
        Some(_) => Err(Error::field(
            &format!("content.{list}.{i}.id"),
            ErrorCode::InvalidInput,
            say(
                "Mục này không thuộc thỏa thuận, hoặc xuất hiện hai lần. Hãy thêm mục mới.",
                "This entry is not of this agreement, or is there twice. Add a new one.",
            ),
        )),
    };
    let mut content = edited.content;
    for (i, (id, title, due_on)) in edited.milestones.into_iter().enumerate() {
        let id = MilestoneId(own("milestones", i, id.map(|id| id.0))?);
        content
            .milestones
            .push(PlannedMilestone { id, title, due_on });
    }
    for (i, (id, name, unit, baseline, target)) in edited.indicators.into_iter().enumerate() {
        let id = IndicatorId(own("indicators", i, id.map(|id| id.0))?);
        content.indicators.push(PlannedIndicator {
            id,
            name,
            unit,
            baseline,
            target,
        });
    }
    Ok(content)
}

/// Forgets what a side was changing.
pub async fn discard_draft(ctx: &Ctx, id: AgreementId, version: i32) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    rules::next(State::of(&row), side, Step::Edit)?;
    store::delete_draft(&txn, id).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(
        ctx,
        &txn,
        "agreement.draft_discarded",
        subject,
        &row.version,
    )
    .await?;
    txn.commit().await?;
    Ok(row)
}

/// Puts the text before the other side, which gets the turn: what this side changed, or what lies there
/// already if it changed nothing. This side accepts what it proposes.
pub async fn propose(
    ctx: &Ctx,
    id: AgreementId,
    version: i32,
    message: Option<String>,
) -> Result<Agreement> {
    let message = note("message", message, checks::NOTE)?;
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    let state = rules::next(State::of(&row), side, Step::Propose)?;
    let lies = current(&txn, &row).await?;
    let drafted = draft(&txn, &row).await?;
    let same = |draft: &Version| -> Result<bool> {
        Ok(text::read(&draft.canonical)? == text::read(&lies.canonical)?)
    };
    let next = match drafted {
        Some(drafted) if same(&drafted)? => {
            store::delete_draft(&txn, id).await?;
            lies
        }
        Some(drafted) => proposed(ctx, drafted, message),
        None => lies,
    };
    let content = text::read(&next.canonical)?;
    Error::problems(text::missing(&content))?;
    row.current_version = next.number;
    if row.signed_at.is_none() {
        take_over(&mut row, &content);
    }
    state.put(&mut row);
    let hash = next.hash.clone();
    store::save_version(&txn, accepted(ctx, next, side)).await?;
    let row = save(ctx, &txn, row).await?;
    let detail = (row.current_version, hash);
    audit::record(
        ctx,
        &txn,
        "agreement.proposed",
        Subject::agreement(id),
        &detail,
    )
    .await?;
    tell(ctx, &txn, &row, News::Proposed, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// What lists show of a text.
pub(super) fn take_over(row: &mut Agreement, content: &Content) {
    row.title = content.title.bilingual();
    (row.starts_on, row.ends_on) = (content.starts_on, content.ends_on());
    row.value_amount = content.value_amount;
}

/// Accepts the version that the other side proposed: it is ready to be signed.
pub async fn accept(ctx: &Ctx, id: AgreementId, version: i32, hash: &str) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    let state = rules::next(State::of(&row), side, Step::Accept)?;
    let lies = current(&txn, &row).await?;
    if lies.hash.as_deref() != Some(hash) {
        return Err(rules::other_version());
    }
    if draft(&txn, &row).await?.is_some() {
        return Err(Error::conflict(say(
            "Bạn đang có phần sửa chưa gửi. Hãy gửi bản sửa cho bên kia, hoặc bỏ phần sửa rồi đồng ý.",
            "You have changes that are not proposed. Propose them to the other side, or discard them and accept.",
        )));
    }
    state.put(&mut row);
    store::save_version(&txn, accepted(ctx, lies, side)).await?;
    let row = save(ctx, &txn, row).await?;
    let detail = (row.current_version, hash);
    audit::record(
        ctx,
        &txn,
        "agreement.accepted",
        Subject::agreement(id),
        &detail,
    )
    .await?;
    tell(ctx, &txn, &row, News::Accepted, None, None).await?;
    txn.commit().await?;
    Ok(row)
}

/// Opens the text again before both have signed; a signature under it means nothing any more.
pub async fn reopen(ctx: &Ctx, id: AgreementId, version: i32, why: &str) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    let state = rules::next(State::of(&row), side, Step::Reopen)?;
    let why = reason("reason", why)?;
    state.put(&mut row);
    store::void_signatures(&txn, id, row.current_version, ctx.now()).await?;
    remark(ctx, &txn, &row, side, &why).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(
        ctx,
        &txn,
        "agreement.reopened",
        subject,
        &row.current_version,
    )
    .await?;
    tell(ctx, &txn, &row, News::Reopened, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// Gives up an agreement that was never signed by both.
pub async fn cancel(ctx: &Ctx, id: AgreementId, version: i32, why: &str) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    let state = rules::next(State::of(&row), side, Step::Cancel)?;
    let why = reason("reason", why)?;
    state.put(&mut row);
    (row.ended_at, row.ended_by) = (Some(ctx.now()), ctx.viewer.user());
    row.end_reason = Some(why);
    store::void_signatures(&txn, id, row.current_version, ctx.now()).await?;
    store::delete_draft(&txn, id).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(ctx, &txn, "agreement.cancelled", subject, &()).await?;
    tell(ctx, &txn, &row, News::Cancelled, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// Begins to change what is in force, from the text in force; that holds until both have signed another.
pub async fn amend(ctx: &Ctx, id: AgreementId, version: i32, why: &str) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    let state = rules::next(State::of(&row), side, Step::Amend)?;
    let why = reason("reason", why)?;
    let in_force = row.in_force_version.unwrap_or(row.current_version);
    let in_force = store::find_version(&txn, id, in_force).await?;
    let in_force = in_force.ok_or_else(|| Error::internal("a text in force that is not there"))?;
    let content = text::read(&in_force.canonical)?;
    state.put(&mut row);
    row.current_version += 1;
    let next = version_of(ctx, &row, row.current_version, side, &content)?;
    store::save_version(&txn, proposed(ctx, next, Some(why))).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(
        ctx,
        &txn,
        "agreement.amendment_begun",
        subject,
        &row.current_version,
    )
    .await?;
    tell(ctx, &txn, &row, News::AmendmentBegun, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// Leaves what is in force as it is.
pub async fn drop_amendment(
    ctx: &Ctx,
    id: AgreementId,
    version: i32,
    why: &str,
) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (mut row, side) = locked(ctx, &txn, id, Some(version), Agreeing::Write).await?;
    let state = rules::next(State::of(&row), side, Step::Drop)?;
    let why = reason("reason", why)?;
    state.put(&mut row);
    store::void_signatures(&txn, id, row.current_version, ctx.now()).await?;
    store::delete_draft(&txn, id).await?;
    remark(ctx, &txn, &row, side, &why).await?;
    let row = save(ctx, &txn, row).await?;
    let subject = Subject::agreement(id);
    audit::record(
        ctx,
        &txn,
        "agreement.amendment_dropped",
        subject,
        &row.current_version,
    )
    .await?;
    tell(ctx, &txn, &row, News::AmendmentDropped, Some(side), None).await?;
    txn.commit().await?;
    Ok(row)
}

/// A reason stays where both sides read it.
async fn remark(ctx: &Ctx, txn: &Txn, row: &Agreement, side: Side, body: &str) -> Result<()> {
    let comment = Comment {
        id: AgreementCommentId(ctx.app.ids.next()),
        agreement_id: row.id,
        number: row.current_version,
        clause_key: None,
        side,
        user_id: ctx.viewer.user().ok_or_else(Error::unauthenticated)?,
        body: body.to_owned(),
        created_at: ctx.now(),
    };
    store::insert_comment(txn, comment).await
}

/// What a comment is about and says.
#[derive(Clone, Debug, Serialize)]
pub struct NewComment {
    /// Which agreement.
    pub agreement: AgreementId,
    /// Which clause; none for the whole.
    pub clause_key: Option<String>,
    /// What.
    pub body: String,
}

/// Says something to the version that lies on the table.
pub async fn comment(ctx: &Ctx, key: &str, new: NewComment) -> Result<Agreement> {
    let txn = ctx.begin().await?;
    let (row, side) = locked(ctx, &txn, new.agreement, None, Agreeing::Write).await?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let claim = client_keys::claim(ctx, &txn, user, "commentAgreement", key, &new).await?;
    let Claim::Fresh(id) = claim else {
        return Ok(row);
    };
    let body = checks::must("body", note("body", Some(new.body), checks::NOTE)?)?;
    let content = text::read(&current(&txn, &row).await?.canonical)?;
    let there = |key: &String| content.clauses.iter().any(|clause| clause.key == *key);
    if new.clause_key.as_ref().is_some_and(|key| !there(key)) {
        return Err(Error::field(
            "clauseKey",
            ErrorCode::InvalidInput,
            say(
                "Bản hiện hành không có điều khoản này.",
                "The current version has no such clause.",
            ),
        ));
    }
    if row.negotiation == super::Negotiation::Settled {
        return Err(Error::illegal_transition(say(
            "Không có bản nào đang bàn để góp ý.",
            "Nothing is being negotiated that could be commented on.",
        )));
    }
    let most = 500;
    if store::comments_of(&txn, &[row.id]).await?.len() >= most {
        return Err(Error::conflict(say(
            format!("Mỗi thỏa thuận có tối đa {most} góp ý."),
            format!("An agreement has at most {most} comments."),
        )));
    }
    let comment = Comment {
        id: AgreementCommentId(id),
        agreement_id: row.id,
        number: row.current_version,
        clause_key: new.clause_key,
        side,
        user_id: user,
        body,
        created_at: ctx.now(),
    };
    store::insert_comment(&txn, comment).await?;
    let subject = Subject::agreement(row.id);
    audit::record(
        ctx,
        &txn,
        "agreement.commented",
        subject,
        &row.current_version,
    )
    .await?;
    txn.commit().await?;
    Ok(row)
}

/// Two organisations became one: nobody is bound to herself.
pub(crate) async fn end_with_itself(
    ctx: &Ctx,
    txn: &Txn,
    id: crate::ids::OrganizationId,
) -> Result<()> {
    for mut row in store::lock_with_itself(txn, id).await? {
        let state = State::of(&row);
        let over = rules::next(state, Side::Owner, Step::Cancel)
            .or_else(|_| rules::next(state, Side::Owner, Step::Terminate));
        let Ok(over) = over else { continue };
        over.put(&mut row);
        row.ended_at = Some(ctx.now());
        row.end_reason = Some("Hai bên đã nhập làm một. / The two sides became one.".into());
        store::delete_draft(txn, row.id).await?;
        let row = save(ctx, txn, row).await?;
        let subject = Subject::agreement(row.id);
        audit::record(ctx, txn, "agreement.ended_by_merge", subject, &row.status).await?;
    }
    Ok(())
}

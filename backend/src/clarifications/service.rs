//! The use cases: ask, answer, hide.

use serde::Serialize;

use super::jobs::{QuestionAnswered, QuestionAsked};
use super::rules;
use super::{Question, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{NeedId, OrganizationId, QuestionId};
use crate::needs::{self, Need};
use crate::organizations::{self, Verification};
use crate::policy::Action;
use crate::text::say;

/// Questions about a need as far as the viewer may read them, oldest first.
pub async fn of_need(ctx: &Ctx, id: NeedId) -> Result<(Need, Vec<Question>)> {
    let db = &ctx.app.db;
    let need = needs::store::find(db, id).await?;
    let need = need.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ViewNeed(&need))?;
    let mut questions = store::of_need(db, id).await?;
    questions.retain(|one| rules::sees(&ctx.viewer, &need, one));
    Ok((need, questions))
}

/// Asks about an open need, for an organisation that the alliance has verified.
pub async fn ask(
    ctx: &Ctx,
    key: &str,
    need: NeedId,
    organization: OrganizationId,
    text: &str,
) -> Result<(Need, Question)> {
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, organization).await?;
    let need = needs::store::lock(&txn, need).await?;
    ctx.authorize(Action::AskQuestion(&need, &organization))?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = (need.id, organization.id, text);
    let id = match client_keys::claim(ctx, &txn, user, "askQuestion", key, &body).await? {
        Claim::Fresh(id) => QuestionId(id),
        Claim::Repeat(id) => {
            let known = store::find(&txn, QuestionId(id)).await?;
            return Ok((need, known.ok_or_else(Error::not_found)?));
        }
    };
    organizations::service::still_there(&organization)?;
    if organization.verification != Verification::Verified {
        return Err(Error::field(
            "organizationId",
            ErrorCode::Forbidden,
            say(
                "Chỉ tổ chức đã được Liên minh xác thực mới đặt câu hỏi được.",
                "Only organisations that the alliance has verified can ask.",
            ),
        ));
    }
    let brief = needs::store::brief(&txn, need.id).await?;
    rules::must_take_questions(&need, &brief, ctx.now())?;
    let text = rules::text(text, rules::QUESTION_MAX)?;
    let known = store::of_need(&txn, need.id).await?;
    let waiting = known.iter().filter(|one| {
        one.organization_id == organization.id
            && one.answered_at.is_none()
            && one.hidden_at.is_none()
    });
    if waiting.count() >= rules::WAITING_MAX {
        return Err(Error::conflict(say(
            "Tổ chức của bạn còn nhiều câu hỏi chưa được trả lời. Hãy chờ câu trả lời rồi hỏi tiếp.",
            "Many questions of your organisation wait for an answer. Ask again when they are answered.",
        )));
    }
    let question = Question {
        id,
        need_id: need.id,
        organization_id: organization.id,
        asked_by: user,
        text,
        asked_at: ctx.now(),
        answer: None,
        answered_by: None,
        answered_at: None,
        hidden_at: None,
        hidden_by: None,
        hidden_reason: None,
        version: 1,
    };
    store::insert(&txn, question.clone()).await?;
    let subject = Subject::question(id);
    audit::record(ctx, &txn, "question.asked", subject, &need.id).await?;
    ctx.enqueue(&txn, &QuestionAsked { question_id: id })
        .await?;
    txn.commit().await?;
    Ok((need, question))
}

/// The need and the question, both locked, of a viewer who may read it.
async fn locked(ctx: &Ctx, txn: &Txn, id: QuestionId) -> Result<(Need, Question)> {
    let seen = store::find(txn, id).await?.ok_or_else(Error::not_found)?;
    let need = needs::store::find(txn, seen.need_id).await?;
    let need = need.ok_or_else(Error::not_found)?;
    // Who may not know of it must not be able to make it wait either.
    ctx.authorize(Action::ViewNeed(&need))?;
    if !rules::sees(&ctx.viewer, &need, &seen) {
        return Err(Error::not_found());
    }
    let need = needs::store::lock(txn, need.id).await?;
    Ok((need, store::lock(txn, id).await?))
}

/// Answers a question, or answers it anew; the answer is everybody's.
pub async fn answer(
    ctx: &Ctx,
    key: &str,
    id: QuestionId,
    version: i32,
    text: &str,
) -> Result<(Need, Question)> {
    #[derive(Serialize)]
    struct Body<'a>(QuestionId, i32, &'a str);

    let txn = ctx.begin().await?;
    let (need, mut question) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditNeed(&need))?;
    let by = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = Body(id, version, text);
    if let Claim::Repeat(_) =
        client_keys::claim(ctx, &txn, by, "answerQuestion", key, &body).await?
    {
        return Ok((need, question));
    }
    if question.version != version {
        return Err(Error::stale());
    }
    let now = ctx.now();
    rules::must_take_answers(&need, &question, now)?;
    question.answer = Some(rules::text(text, rules::ANSWER_MAX)?);
    (question.answered_by, question.answered_at) = (Some(by), Some(now));
    let question = store::update(&txn, question).await?;
    let subject = Subject::question(id);
    audit::record(ctx, &txn, "question.answered", subject, &need.id).await?;
    let told = QuestionAnswered {
        question_id: id,
        version: question.version,
    };
    ctx.enqueue(&txn, &told).await?;
    txn.commit().await?;
    Ok((need, question))
}

/// Keeps a question out of sight, with its answer and a reason that the asker reads.
pub async fn hide(
    ctx: &Ctx,
    key: &str,
    id: QuestionId,
    version: i32,
    reason: &str,
) -> Result<(Need, Question)> {
    #[derive(Serialize)]
    struct Body<'a>(QuestionId, i32, &'a str);

    let txn = ctx.begin().await?;
    let (need, mut question) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::ReviewNeed(&need))?;
    let by = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = Body(id, version, reason);
    if let Claim::Repeat(_) = client_keys::claim(ctx, &txn, by, "hideQuestion", key, &body).await? {
        return Ok((need, question));
    }
    if question.version != version {
        return Err(Error::stale());
    }
    if question.hidden_at.is_some() {
        return Err(Error::illegal_transition(say(
            "Câu hỏi này đã được ẩn.",
            "This question is hidden already.",
        )));
    }
    let reason = needs::rules::reason("reason", reason)?;
    (question.hidden_at, question.hidden_by) = (Some(ctx.now()), Some(by));
    question.hidden_reason = Some(reason);
    let question = store::update(&txn, question).await?;
    let subject = Subject::question(id);
    audit::record(ctx, &txn, "question.hidden", subject, &need.id).await?;
    txn.commit().await?;
    Ok((need, question))
}

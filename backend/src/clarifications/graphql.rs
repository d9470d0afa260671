//! Questions in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::{rules, service};
use crate::app::Ctx;
use crate::graphql::{Result, ctx};
use crate::ids::{NeedId, OrganizationId, QuestionId};
use crate::needs::{self, Need, brief::questions_until};
use crate::policy::Action;

/// A question about a need. Who asked stands nowhere.
#[derive(SimpleObject)]
pub struct NeedQuestion {
    /// Id.
    id: QuestionId,
    /// The question.
    text: String,
    /// When it was asked.
    asked_at: DateTime<Utc>,
    /// The owner's answer; null while it waits.
    answer: Option<String>,
    /// When it was answered.
    answered_at: Option<DateTime<Utc>>,
    /// Why the alliance hid it; for the asker and the alliance.
    hidden_reason: Option<String>,
    /// True for the one who asked.
    viewer_asked: bool,
    /// True when the viewer may answer it now.
    viewer_may_answer: bool,
    /// True when the viewer may hide it now.
    viewer_may_hide: bool,
    /// Raised by one at each change; send it back when you change it.
    version: i32,
}

impl NeedQuestion {
    fn of(ctx: &Ctx, need: &Need, row: super::Question) -> Self {
        let answers = ctx.may(Action::EditNeed(need))
            && rules::must_take_answers(need, &row, ctx.now()).is_ok();
        Self {
            viewer_asked: ctx.viewer.user() == Some(row.asked_by),
            viewer_may_answer: answers,
            viewer_may_hide: row.hidden_at.is_none() && ctx.may(Action::ReviewNeed(need)),
            id: row.id,
            text: row.text,
            asked_at: row.asked_at,
            answer: row.answer,
            answered_at: row.answered_at,
            hidden_reason: row.hidden_reason,
            version: row.version,
        }
    }
}

/// Questions about a need, and whether it takes more.
#[derive(SimpleObject)]
pub struct NeedQuestions {
    /// Until when questions are taken; null before the need has a deadline.
    until: Option<DateTime<Utc>>,
    /// True while the need takes questions.
    open: bool,
    /// Organisations for which the viewer may ask now.
    viewer_asks_for: Vec<OrganizationId>,
    /// Number of questions that wait for an answer, as far as the viewer may know of them.
    waiting: i32,
    /// The questions, oldest first; at most 300.
    questions: Vec<NeedQuestion>,
}

/// A question to be asked.
#[derive(InputObject)]
pub struct AskQuestionInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// About which need.
    need_id: NeedId,
    /// For which organisation; it is verified, and is not named.
    organization_id: OrganizationId,
    /// The question; at most 1,000 characters. It is published with the answer.
    text: String,
}

/// The owner's answer.
#[derive(InputObject)]
pub struct AnswerQuestionInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// To which question.
    question_id: QuestionId,
    /// Its version that was read.
    version: i32,
    /// The answer; at most 4,000 characters. It is published.
    text: String,
}

/// A question to be kept out of sight.
#[derive(InputObject)]
pub struct HideQuestionInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// Which question.
    question_id: QuestionId,
    /// Its version that was read.
    version: i32,
    /// Why; the asker reads it.
    reason: String,
}

/// The question after the change.
#[derive(SimpleObject)]
pub struct QuestionPayload {
    /// The question.
    question: NeedQuestion,
}

/// Questions about questions.
#[derive(Default)]
pub struct ClarificationQuery;

#[Object]
impl ClarificationQuery {
    /// Questions about a need that the viewer may read: those that are answered, for everybody.
    async fn need_questions(
        &self,
        gql: &Context<'_>,
        need_id: NeedId,
    ) -> Result<Option<NeedQuestions>> {
        let ctx = ctx(gql);
        let (need, rows) = service::of_need(ctx, need_id).await?;
        let brief = needs::store::brief(&ctx.app.db, need.id).await?;
        let open = rules::takes_questions(&need, &brief, ctx.now());
        let own = ctx.viewer.belongs_to(need.organization_id);
        let asks = open && !own;
        let waits = |row: &&super::Question| row.answered_at.is_none() && row.hidden_at.is_none();
        Ok(Some(NeedQuestions {
            until: questions_until(&need, &brief),
            open,
            viewer_asks_for: if asks {
                ctx.viewer.writable()
            } else {
                Vec::new()
            },
            waiting: i32::try_from(rows.iter().filter(waits).count()).unwrap_or(i32::MAX),
            questions: rows
                .into_iter()
                .map(|row| NeedQuestion::of(ctx, &need, row))
                .collect(),
        }))
    }
}

/// Changes to questions.
#[derive(Default)]
pub struct ClarificationMutation;

#[Object]
impl ClarificationMutation {
    /// Asks about an open need, for a verified organisation; who asked is shown to nobody.
    async fn ask_question(
        &self,
        gql: &Context<'_>,
        input: AskQuestionInput,
    ) -> Result<QuestionPayload> {
        let ctx = ctx(gql);
        let (key, text) = (&input.client_key, &input.text);
        let (need, row) =
            service::ask(ctx, key, input.need_id, input.organization_id, text).await?;
        Ok(QuestionPayload {
            question: NeedQuestion::of(ctx, &need, row),
        })
    }

    /// Answers a question about one's own need; the answer is published.
    async fn answer_question(
        &self,
        gql: &Context<'_>,
        input: AnswerQuestionInput,
    ) -> Result<QuestionPayload> {
        let ctx = ctx(gql);
        let (key, text) = (&input.client_key, &input.text);
        let (need, row) = service::answer(ctx, key, input.question_id, input.version, text).await?;
        Ok(QuestionPayload {
            question: NeedQuestion::of(ctx, &need, row),
        })
    }

    /// Keeps a question out of sight; for the alliance's staff.
    async fn hide_question(
        &self,
        gql: &Context<'_>,
        input: HideQuestionInput,
    ) -> Result<QuestionPayload> {
        let ctx = ctx(gql);
        let (key, reason) = (&input.client_key, &input.reason);
        let (need, row) = service::hide(ctx, key, input.question_id, input.version, reason).await?;
        Ok(QuestionPayload {
            question: NeedQuestion::of(ctx, &need, row),
        })
    }
}

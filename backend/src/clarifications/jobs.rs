//! Who is told of questions and answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Question, store};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::clock::moment;
use crate::db::Connection;
use crate::error::Result;
use crate::ids::{NeedId, QuestionId, UserId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::needs::{self, Need};
use crate::{organizations, proposals};

/// Somebody asked: the owner is told, not who.
#[derive(Debug, Serialize, Deserialize)]
pub struct QuestionAsked {
    /// Which.
    pub question_id: QuestionId,
}

/// The owner answered: the asker and those who write a proposal are told.
#[derive(Debug, Serialize, Deserialize)]
pub struct QuestionAnswered {
    /// Which.
    pub question_id: QuestionId,
    /// Its version: an answer that was changed is another letter.
    pub version: i32,
}

async fn read(ctx: &Ctx, id: QuestionId) -> Result<Option<(Question, Need)>> {
    let db = &ctx.app.db;
    let Some(question) = store::find(db, id).await? else {
        return Ok(None);
    };
    let need = needs::store::find(db, question.need_id).await?;
    // What is out of sight is told to nobody.
    let shown = question.hidden_at.is_none();
    Ok(need
        .filter(|need| shown && !need.is_hidden())
        .map(|need| (question, need)))
}

/// Everybody whom a change of an open need concerns: who asked, and who writes for an organisation that
/// has begun a proposal. Each once.
pub(crate) async fn concerned(db: &impl Connection, need: NeedId) -> Result<Vec<User>> {
    let mut people: BTreeMap<UserId, User> = BTreeMap::new();
    for bidder in proposals::store::bidders(db, need).await? {
        let writers = organizations::store::writers(db, bidder).await?;
        people.extend(writers.into_iter().map(|person| (person.id, person)));
    }
    let askers: Vec<UserId> = store::of_need(db, need)
        .await?
        .iter()
        .map(|question| question.asked_by)
        .collect();
    let askers = accounts::store::find_many(db, &askers).await?;
    people.extend(askers.into_iter().map(|person| (person.id, person)));
    Ok(people.into_values().filter(User::is_open).collect())
}

impl Job for QuestionAsked {
    const KIND: &'static str = "question.asked";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some((question, need)) = read(ctx, self.question_id).await? else {
            return Ok(());
        };
        let letter = Letter::new("question_asked", question.id)
            .text("need", &need.title)
            .plain("date", &moment(need.closes_at))
            .link(ctx, &format!("/nhu-cau/{}", need.id));
        let txn = ctx.begin().await?;
        for person in organizations::store::writers(&txn, need.organization_id).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        Ok(txn.commit().await?)
    }
}

impl Job for QuestionAnswered {
    const KIND: &'static str = "question.answered";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some((question, need)) = read(ctx, self.question_id).await? else {
            return Ok(());
        };
        let about = format!("{}.{}", question.id, self.version);
        let txn = ctx.begin().await?;
        for person in concerned(&txn, need.id).await? {
            let own = person.id == question.asked_by;
            let template = if own {
                "question_answered"
            } else {
                "answer_published"
            };
            let letter = Letter::new(template, &about)
                .text("need", &need.title)
                .plain("date", &moment(need.closes_at))
                .link(ctx, &format!("/nhu-cau/{}", need.id));
            mail::post(ctx, &txn, &person, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

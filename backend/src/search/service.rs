//! Searches: what was found, as the rows that the viewer may see.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::index::{Answer, REACH};
use super::{DocumentKind, FacetKey, Question, Suggestion};
use crate::app::Ctx;
use crate::error::{Error, ErrorCode, Result};
use crate::limits;
use crate::needs::{self, Need};
use crate::offers::{self, Offer};
use crate::organizations::{self, Organization};
use crate::policy::{Action, Viewer};
use crate::researchers::{self, Researcher};
use crate::text::{BilingualText, say};

/// Results of one page at most.
pub const PAGE_MAX: usize = 50;
/// Characters of a question at most; more is no question.
const TEXT_MAX: usize = 100_000;

/// A thing that was found.
#[derive(Clone, Debug)]
pub enum Row {
    /// A need.
    Need(Need),
    /// An offer.
    Offer(Offer),
    /// An organisation.
    Organization(Organization),
    /// A researcher, and her name.
    Researcher(Researcher, String),
}

/// A page of results.
#[derive(Debug)]
pub struct Page {
    /// The rows, the best first.
    pub rows: Vec<Row>,
    /// What else the index said.
    pub answer: Answer,
    /// The index is being built: there may be more.
    pub building: bool,
}

/// What is wrong with a page's bounds.
fn bounds(first: i32, offset: i32) -> Result<(usize, usize)> {
    let refuse = |field: &str, most: usize| {
        Error::field(
            field,
            ErrorCode::OutOfRange,
            say(
                format!("Nhập một số từ 0 đến {most}."),
                format!("Enter a number from 0 to {most}."),
            ),
        )
    };
    let most = REACH - PAGE_MAX;
    let limit = usize::try_from(first)
        .ok()
        .filter(|first| *first <= PAGE_MAX);
    let skip = usize::try_from(offset)
        .ok()
        .filter(|offset| *offset <= most);
    let limit = limit.ok_or_else(|| refuse("first", PAGE_MAX))?;
    Ok((skip.ok_or_else(|| refuse("offset", most))?, limit))
}

/// Searches for everybody: what is public, through the viewer's eyes.
pub async fn search(ctx: &Ctx, question: &Question, first: i32, offset: i32) -> Result<Page> {
    let (skip, limit) = bounds(first, offset)?;
    if question.text.len() > TEXT_MAX {
        return Err(Error::field(
            "query",
            ErrorCode::TooLong,
            say(
                "Câu tìm kiếm quá dài. Hãy nhập vài từ khóa.",
                "The question is too long. Enter some keywords.",
            ),
        ));
    }
    limits::spend_search(ctx, Some(&question.text)).await?;
    let index = ctx.app.search.current(&ctx.app).await?;
    let answer = index.search(&ctx.app.gazetteer, question, skip, limit)?;
    let rows = rows(ctx, &answer).await?;
    Ok(Page {
        rows,
        answer,
        building: ctx.app.search.building().is_some(),
    })
}

/// Titles that begin with what was typed so far.
pub async fn suggest(ctx: &Ctx, text: &str, limit: usize) -> Result<Vec<Suggestion>> {
    let text: String = text.chars().take(200).collect();
    let index = ctx.app.search.current(&ctx.app).await?;
    index.suggest(&ctx.app.gazetteer, &text, limit)
}

/// The rows of an answer in its order, without what the viewer may not see.
async fn rows(ctx: &Ctx, answer: &Answer) -> Result<Vec<Row>> {
    let db = &ctx.app.db;
    let mut found: HashMap<String, Row> = HashMap::new();
    let keys = |kind: DocumentKind| {
        let of_kind = answer.found.iter().filter(move |found| found.kind == kind);
        of_kind.map(|found| found.key.as_str())
    };
    let ids: Vec<_> = keys(DocumentKind::Need)
        .filter_map(|key| key.parse().ok())
        .collect();
    if !ids.is_empty() {
        for row in needs::store::find_many(db, &ids).await? {
            if ctx.may(Action::ViewNeed(&row)) {
                found.insert(row.id.to_string(), Row::Need(row));
            }
        }
    }
    let ids: Vec<_> = keys(DocumentKind::Offer)
        .filter_map(|key| key.parse().ok())
        .collect();
    if !ids.is_empty() {
        for row in offers::store::find_many(db, &ids).await? {
            if ctx.may(Action::ViewOffer(&row)) {
                found.insert(row.id.to_string(), Row::Offer(row));
            }
        }
    }
    let ids: Vec<_> = keys(DocumentKind::Organization)
        .filter_map(|key| key.parse().ok())
        .collect();
    if !ids.is_empty() {
        for row in organizations::store::find_many(db, &ids).await? {
            if ctx.may(Action::ViewOrganization(&row)) {
                found.insert(row.id.to_string(), Row::Organization(row));
            }
        }
    }
    let ids: Vec<_> = keys(DocumentKind::Researcher)
        .filter_map(|key| key.parse().ok())
        .collect();
    if !ids.is_empty() {
        let public = researchers::store::public_among(db, &ids).await?;
        let people: Vec<_> = public.iter().map(|row| row.user_id).collect();
        let people = crate::accounts::store::find_many(db, &people).await?;
        let names: HashMap<_, _> = people
            .into_iter()
            .map(|user| (user.id, user.name))
            .collect();
        for row in public {
            let name = names.get(&row.user_id).cloned().unwrap_or_default();
            found.insert(row.id.to_string(), Row::Researcher(row, name));
        }
    }
    let keys = answer.found.iter().map(|found| &found.key);
    Ok(keys.filter_map(|key| found.remove(key)).collect())
}

/// The values of a facet that were asked for, without repetition.
pub fn chosen(question: &mut Question, facet: FacetKey, values: Option<Vec<String>>) {
    let mut values = values.unwrap_or_default();
    values.sort();
    values.dedup();
    question.facets[facet as usize] = values;
}

/// Titles of what was published after one moment and until another, the best first, and how many there
/// are.
pub async fn found_between(
    ctx: &Ctx,
    question: &Question,
    (after, until): (DateTime<Utc>, DateTime<Utc>),
    limit: usize,
) -> Result<(Vec<BilingualText>, u64)> {
    let question = Question {
        published: Some((after.timestamp_micros(), until.timestamp_micros())),
        ..question.clone()
    };
    let index = ctx.app.search.current(&ctx.app).await?;
    let answer = index.search(&ctx.app.gazetteer, &question, 0, limit)?;
    let everybody = Ctx {
        viewer: Viewer::Anonymous,
        ..ctx.clone()
    };
    let rows = rows(&everybody, &answer).await?;
    let title = |row: Row| match row {
        Row::Need(row) => row.title,
        Row::Offer(row) => row.title,
        Row::Organization(row) => row.legal_name,
        Row::Researcher(_, name) => BilingualText {
            vi: Some(name.clone()),
            en: Some(name),
            ..BilingualText::default()
        },
    };
    Ok((rows.into_iter().map(title).collect(), answer.total))
}

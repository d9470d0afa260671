//! What belongs to agreements and GraphQL does not carry: `GET /agreements/{id}/paper.pdf` and
//! `GET /agreements/{id}/files/{file}`.
//!
//! Setting a paper takes a third of a second of one core: only a few are set at once, and who waits long
//! is asked to come again.

use std::time::Duration;

use axum::extract::{Path, Query, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::files::{context, refusal, saved};
use super::{Web, address};
use crate::agreements::{file as agreement_file, paper};
use crate::app::Ctx;
use crate::error::{Error, Result};

/// Papers that are set at once, in one process.
pub(super) const AT_ONCE: usize = 2;
/// How long one waits for a place.
const WAIT: Duration = Duration::from_secs(10);

/// What stands behind `paper.pdf?`.
#[derive(Deserialize)]
pub struct Which {
    version: Option<i32>,
}

/// The paper, to who may read the text: the version that is asked for, or the one that is shown.
pub async fn paper(
    State(web): State<Web>,
    Path(id): Path<String>,
    which: std::result::Result<Query<Which>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    let ctx = match context(&web, &headers, peer).await {
        Ok(ctx) => ctx,
        Err((locale, error)) => return refusal(locale, error),
    };
    let number = which.ok().and_then(|Query(which)| which.version);
    match set_paper(&web, &ctx, &id, number).await {
        Ok((name, bytes)) => saved(&name, "application/pdf", bytes),
        Err(error) => refusal(ctx.locale, error),
    }
}

async fn set_paper(
    web: &Web,
    ctx: &Ctx,
    id: &str,
    number: Option<i32>,
) -> Result<(String, Vec<u8>)> {
    let id = id.parse().map_err(|_| Error::not_found())?;
    let place = tokio::time::timeout(WAIT, web.papers.acquire()).await;
    let Ok(Ok(_place)) = place else {
        return Err(Error::rate_limited(WAIT));
    };
    paper::print(ctx, id, number).await
}

/// A scan, or what shows that a milestone was reached: to the two sides.
pub async fn file(
    State(web): State<Web>,
    Path((id, file)): Path<(String, String)>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    let ctx = match context(&web, &headers, peer).await {
        Ok(ctx) => ctx,
        Err((locale, error)) => return refusal(locale, error),
    };
    match hand_over(&ctx, &id, &file).await {
        Ok(answer) => answer,
        Err(error) => refusal(ctx.locale, error),
    }
}

async fn hand_over(ctx: &Ctx, id: &str, file: &str) -> Result<Response> {
    let id = id.parse().map_err(|_| Error::not_found())?;
    let file = file.parse().map_err(|_| Error::not_found())?;
    let (file, bytes) = agreement_file(ctx, id, file).await?;
    Ok(saved(&file.name, file.media_type.media_type(), bytes))
}

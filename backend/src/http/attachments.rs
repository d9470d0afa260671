//! Files of proposals, which GraphQL does not carry: `POST /proposals/{id}/attachments` and
//! `GET /attachments/{id}`. They come as in `files`, with the same bounds.

use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Value, json};

use super::files::{context, receive, refusal, saved, taken};
use super::{Web, address};
use crate::app::Ctx;
use crate::error::{Error, Result};
use crate::ids::ProposalId;
use crate::proposals::attachments;

/// The bytes as the body, their type in `Content-Type`, the name in `X-File-Name` as percent-encoded UTF-8.
pub async fn add(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    let ctx = match context(&web, &headers, peer).await {
        Ok(ctx) => ctx,
        Err((locale, error)) => return refusal(locale, error),
    };
    taken(ctx.locale, take(&web, &ctx, &id, &headers, request).await)
}

async fn take(
    web: &Web,
    ctx: &Ctx,
    id: &str,
    headers: &HeaderMap,
    request: Request,
) -> Result<Value> {
    let id: ProposalId = id.parse().map_err(|_| Error::not_found())?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    attachments::admit(ctx, id).await?;
    let sent = receive(web, ctx, user, headers, request).await?;
    let said = (sent.content_type.as_str(), sent.name.as_str());
    let (made, version) = attachments::add(ctx, id, said, sent.bytes).await?;
    let about = made.about;
    Ok(json!({ "attachment": {
        "id": made.id.to_string(),
        "name": about.name,
        "mediaType": about.media_type,
        "size": about.size,
        "sha256": about.sha256,
        "path": format!("/attachments/{}", made.id),
    }, "version": version }))
}

/// The bytes, to who may read the proposal, to be saved.
pub async fn download(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    let ctx = match context(&web, &headers, peer).await {
        Ok(ctx) => ctx,
        Err((locale, error)) => return refusal(locale, error),
    };
    match hand_over(&web, &ctx, &id).await {
        Ok(answer) => answer,
        Err(error) => refusal(ctx.locale, error),
    }
}

async fn hand_over(web: &Web, ctx: &Ctx, id: &str) -> Result<Response> {
    let id = id.parse().map_err(|_| Error::not_found())?;
    // Without a name there is nothing to tell: as if it were not there.
    let user = ctx.viewer.user().ok_or_else(Error::not_found)?;
    let _place = web.transfers.enter(user).await?;
    let (about, bytes) = attachments::read(ctx, id).await?;
    Ok(saved(&about.name, &about.media_type, bytes))
}

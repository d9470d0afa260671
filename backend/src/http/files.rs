//! Files, which GraphQL does not carry: `POST /files` and `GET /files/{id}`.
//!
//! Both want the bearer token, so that no other site can act for a person. The type is known from the
//! bytes; what a browser gets is an attachment that it shows nowhere. How many are in hand at once is
//! bounded, and for each person too: nobody can fill the memory, or keep the others out, by being slow.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::wire::{self, Media};
use super::{Web, address, api};
use crate::app::{Client, Ctx};
use crate::error::{Error, ErrorCode, Result};
use crate::files::{self, File, Purpose, service::Upload};
use crate::ids::{FileId, OrganizationId, UserId};
use crate::text::{Locale, say};

/// Files in hand at once, in one process.
const AT_ONCE: usize = 32;
/// Files in hand at once for one person.
const EACH: usize = 4;
/// How long one waits for a place.
const WAIT: Duration = Duration::from_secs(10);
/// Bytes a second below which an upload is given up.
const SLOWEST: usize = 32 * 1024;
/// Bytes of an answer handed over at a time.
const PIECE: usize = 64 * 1024;
/// What need not be escaped in `filename*` (RFC 8187, attr-char).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Places for files in hand.
#[derive(Clone)]
pub struct Transfers {
    all: Arc<Semaphore>,
    each: Arc<Mutex<HashMap<UserId, usize>>>,
}

impl Default for Transfers {
    fn default() -> Self {
        Self {
            all: Arc::new(Semaphore::new(AT_ONCE)),
            each: Arc::default(),
        }
    }
}

/// A place that is taken, and given back when dropped.
pub(super) struct Place {
    transfers: Transfers,
    user: UserId,
    _permit: OwnedSemaphorePermit,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.transfers.leave(self.user);
    }
}

impl Transfers {
    pub(super) async fn enter(&self, user: UserId) -> Result<Place> {
        let mine = {
            let mut each = self.each.lock().unwrap_or_else(PoisonError::into_inner);
            let mine = each.entry(user).or_default();
            *mine += 1;
            *mine
        };
        let waiting = async {
            if mine > EACH {
                return None;
            }
            let place = Arc::clone(&self.all).acquire_owned();
            tokio::time::timeout(WAIT, place).await.ok()?.ok()
        };
        let Some(permit) = waiting.await else {
            self.leave(user);
            return Err(Error::rate_limited(WAIT));
        };
        Ok(Place {
            transfers: self.clone(),
            user,
            _permit: permit,
        })
    }

    fn leave(&self, user: UserId) {
        let mut each = self.each.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mine) = each.get_mut(&user) {
            *mine -= 1;
            if *mine == 0 {
                each.remove(&user);
            }
        }
    }
}

/// What stands behind `/files?`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Target {
    purpose: Purpose,
    organization_id: String,
}

/// `POST /files?purpose=certificate|verification|agreement&organizationId=…`: the bytes as the body, their type
/// in `Content-Type`, the name in `X-File-Name` as percent-encoded UTF-8.
pub async fn upload(
    State(web): State<Web>,
    target: std::result::Result<Query<Target>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    let ctx = match context(&web, &headers, peer).await {
        Ok(ctx) => ctx,
        Err((locale, error)) => return refusal(locale, error),
    };
    let locale = ctx.locale;
    let Ok(Query(target)) = target else {
        return refusal(locale, wrong_target());
    };
    let made = take(&web, &ctx, target, &headers, request).await;
    taken(locale, made.map(|file| json!({ "file": about(&file) })))
}

async fn take(
    web: &Web,
    ctx: &Ctx,
    target: Target,
    headers: &HeaderMap,
    request: Request,
) -> Result<File> {
    let organization_id: OrganizationId = target
        .organization_id
        .parse()
        .map_err(|_| Error::not_found())?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    files::service::admit(ctx, organization_id).await?;
    let sent = receive(web, ctx, user, headers, request).await?;
    let upload = Upload {
        purpose: target.purpose,
        organization_id,
        content_type: sent.content_type,
        name: sent.name,
    };
    files::service::upload(ctx, upload, sent.bytes).await
}

/// What arrived, and the place that it takes.
pub(super) struct Sent {
    /// Type that the client says.
    pub content_type: String,
    /// Name that the client says.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    _place: Place,
}

/// Receives the bytes of an upload, no more than may be and not for ever.
pub(super) async fn receive(
    web: &Web,
    ctx: &Ctx,
    user: UserId,
    headers: &HeaderMap,
    request: Request,
) -> Result<Sent> {
    let most = ctx.app.config.limits.file_bytes;
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let promised = text(header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if promised.is_some_and(|length| length > most) {
        return Err(files::rules::too_large(most));
    }
    let name = text(HeaderName::from_static("x-file-name")).unwrap_or_default();
    let name = percent_decode_str(name).decode_utf8_lossy().into_owned();
    let place = web.transfers.enter(user).await?;
    let patience = Duration::from_secs(ctx.app.config.limits.read_seconds)
        + Duration::from_secs((most / SLOWEST) as u64);
    let body = tokio::time::timeout(patience, Bytes::from_request(request, &())).await;
    let bytes = match body {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return Err(files::rules::too_large(most));
        }
        _ => return Err(cut_off()),
    };
    Ok(Sent {
        content_type: text(header::CONTENT_TYPE).unwrap_or_default().to_owned(),
        name,
        bytes: bytes.into(),
        _place: place,
    })
}

/// The answer to an upload: what was made of it, or why it was not taken.
pub(super) fn taken(locale: Locale, made: Result<serde_json::Value>) -> Response {
    match made {
        Ok(made) => (StatusCode::CREATED, Json(made)).into_response(),
        Err(error) => {
            let unread = error.code == ErrorCode::PayloadTooLarge;
            let mut answer = refusal(locale, error);
            if unread {
                // The rest of the body is not waited for.
                let close = HeaderValue::from_static("close");
                answer.headers_mut().insert(header::CONNECTION, close);
            }
            answer
        }
    }
}

/// To be saved; should a browser show it after all, nothing in it runs.
pub(super) fn saved(name: &str, media_type: &str, bytes: Vec<u8>) -> Response {
    let mut answer = Body::from(bytes).into_response();
    set(&mut answer, header::CONTENT_TYPE, media_type);
    set(&mut answer, header::CONTENT_DISPOSITION, &attachment(name));
    inert(&mut answer);
    answer
}

/// Nobody keeps it, and nothing in it runs.
fn inert(answer: &mut Response) {
    set(answer, header::CACHE_CONTROL, "private, no-store");
    set(answer, header::VARY, "Authorization");
    set(
        answer,
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; sandbox",
    );
}

fn about(file: &File) -> serde_json::Value {
    json!({
        "id": file.id.to_string(),
        "name": file.name,
        "mediaType": file.media_type.media_type(),
        "size": file.size,
    })
}

/// `GET /files/{id}`: the bytes, to who may read them, to be saved.
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
    match hand_over(&web, &ctx, &id, &headers).await {
        Ok(answer) => answer,
        Err(error) => refusal(ctx.locale, error),
    }
}

async fn hand_over(web: &Web, ctx: &Ctx, id: &str, headers: &HeaderMap) -> Result<Response> {
    let id: FileId = id.parse().map_err(|_| Error::not_found())?;
    // Without a name there is nothing to tell: as if it were not there.
    let user = ctx.viewer.user().ok_or_else(Error::not_found)?;
    let place = web.transfers.enter(user).await?;
    let (file, bytes) = files::service::read(ctx, id).await?;
    let bytes = Bytes::from(bytes);
    let tag = format!("\"{}\"", file.sha256);
    let length = bytes.len();
    let mut answer = match part(headers, &tag, length) {
        Part::Whole => pieces(bytes, place).into_response(),
        Part::Of(from, to) => {
            let mut answer = pieces(bytes.slice(from..=to), place).into_response();
            *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
            let range = format!("bytes {from}-{to}/{length}");
            set(&mut answer, header::CONTENT_RANGE, &range);
            set(
                &mut answer,
                header::CONTENT_LENGTH,
                &(to - from + 1).to_string(),
            );
            answer
        }
        Part::None => {
            let mut answer = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            let range = format!("bytes */{length}");
            set(&mut answer, header::CONTENT_RANGE, &range);
            return Ok(answer);
        }
    };
    if answer.status() == StatusCode::OK {
        set(&mut answer, header::CONTENT_LENGTH, &length.to_string());
    }
    set(
        &mut answer,
        header::CONTENT_TYPE,
        file.media_type.media_type(),
    );
    set(
        &mut answer,
        header::CONTENT_DISPOSITION,
        &attachment(&file.name),
    );
    set(&mut answer, header::ACCEPT_RANGES, "bytes");
    set(&mut answer, header::ETAG, &tag);
    inert(&mut answer);
    Ok(answer)
}

pub(super) fn set(answer: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// The bytes a piece at a time; the place is given back with the last, or when the reader goes away.
fn pieces(bytes: Bytes, place: Place) -> Body {
    let pieces = futures_util::stream::unfold((bytes, place), |(mut rest, place)| async move {
        if rest.is_empty() {
            return None;
        }
        let piece = rest.split_to(rest.len().min(PIECE));
        Some((Ok::<_, std::convert::Infallible>(piece), (rest, place)))
    });
    Body::from_stream(pieces)
}

/// What part of a file is asked for.
enum Part {
    Whole,
    Of(usize, usize),
    None,
}

/// One range; several at once, and one that is no range, are answered with the whole (RFC 9110, 14.2).
fn part(headers: &HeaderMap, tag: &str, length: usize) -> Part {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(range) = text(header::RANGE) else {
        return Part::Whole;
    };
    if text(header::IF_RANGE).is_some_and(|known| known != tag) {
        return Part::Whole;
    }
    let Ok(ranges) = http_range_header::parse_range_header(range) else {
        return Part::Whole;
    };
    match ranges.validate(length as u64).as_deref() {
        Ok([one]) => Part::Of(*one.start() as usize, *one.end() as usize),
        Ok(_) => Part::Whole,
        Err(_) => Part::None,
    }
}

/// To be saved under its name: for old browsers in ASCII, for the others as it is (RFC 6266).
pub(super) fn attachment(name: &str) -> String {
    let plain: String = crate::text::fold(name)
        .chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') => c,
            _ => '_',
        })
        .collect();
    let exact = utf8_percent_encode(name, PLAIN);
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

/// Who asks; a token that is no good is refused in the language of the request.
pub(super) async fn context(
    web: &Web,
    headers: &HeaderMap,
    peer: Option<IpAddr>,
) -> std::result::Result<Ctx, (Locale, Error)> {
    let asked = wire::locale(headers);
    let known = api::viewer(web, api::bearer(headers)).await;
    let (ticket, viewer) = known.map_err(|error| (asked.unwrap_or_default(), error))?;
    let own = viewer.person().map(|person| person.locale);
    let client = Client {
        ticket,
        ..api::client(web, headers, peer)
    };
    let locale = asked.or(own).unwrap_or_default();
    Ok(Ctx {
        client,
        ..Ctx::new(web.app.clone(), viewer, locale)
    })
}

fn wrong_target() -> Error {
    Error::new(
        ErrorCode::BadRequest,
        say(
            "Địa chỉ tải tệp lên phải có purpose (certificate, verification hoặc agreement) và organizationId.",
            "The address of an upload wants purpose (certificate, verification or agreement) and organizationId.",
        ),
    )
}

fn cut_off() -> Error {
    Error::new(
        ErrorCode::BadRequest,
        say(
            "Tệp chưa được gửi đến đầy đủ. Hãy kiểm tra đường truyền rồi tải lên lại.",
            "The file did not arrive whole. Check your connection, then upload it again.",
        ),
    )
}

pub(super) fn refusal(locale: Locale, error: Error) -> Response {
    let status = match error.code {
        ErrorCode::Unauthenticated | ErrorCode::TokenExpired => StatusCode::UNAUTHORIZED,
        ErrorCode::Forbidden => StatusCode::FORBIDDEN,
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::FileRefused => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorCode::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    };
    if let Some(detail) = error.detail() {
        tracing::error!(code = ?error.code, detail, "a file could not be taken or given");
    }
    let wait = error.retry_after;
    let mut answer = wire::refusal(status, Media::Json, locale, error);
    if let Some(seconds) = wait {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    answer
}

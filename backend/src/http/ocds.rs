//! `GET /ocds/…`: the open data, for everybody and for pages of other sites.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Datelike, Utc};
use futures_util::stream;
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::{Web, account, wire};
use crate::app::Ctx;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{NeedId, digest};
use crate::ocds::service::{self, Document, Export};
use crate::ocds::store::Place;
use crate::policy::Viewer;
use crate::text::{Locale, say};

/// Exports at once in this process; each holds some connections of the database now and then.
pub const EXPORTS: usize = 4;
/// Said to whoever finds all places taken.
const WAIT: std::time::Duration = std::time::Duration::from_secs(30);

/// The data are a visitor's, whoever asks.
fn visitor(web: &Web, headers: &HeaderMap) -> (Ctx, Locale) {
    let locale = wire::locale(headers).unwrap_or_default();
    (Ctx::new(web.app.clone(), Viewer::Anonymous, locale), locale)
}

/// `GET /ocds/releases/{ocid}.json`.
pub async fn releases(
    State(web): State<Web>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (ctx, locale) = visitor(&web, &headers);
    let found = async { service::release_package(&ctx, name(&file)?).await };
    answer(&headers, locale, found.await)
}

/// `GET /ocds/records/{ocid}.json`.
pub async fn record(
    State(web): State<Web>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (ctx, locale) = visitor(&web, &headers);
    let found = async { service::record_package(&ctx, name(&file)?).await };
    answer(&headers, locale, found.await)
}

/// `GET /ocds/needs/{id}`: where the record of a need's process is, for links that do not know our prefix.
pub async fn of_need(
    State(web): State<Web>,
    Path(need): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (ctx, locale) = visitor(&web, &headers);
    let ocid = format!("{}-{need}", web.app.config.ocds.prefix);
    match service::record_package(&ctx, &ocid).await {
        Ok(_) => Redirect::temporary(&format!("/ocds/records/{ocid}.json")).into_response(),
        Err(error) => account::refusal(locale, error),
    }
}

fn name(file: &str) -> Result<&str> {
    file.strip_suffix(".json").ok_or_else(Error::not_found)
}

/// What may stand behind the feed's address; empty is as if it were not there.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Since {
    since: String,
    after: String,
}

impl Since {
    fn place(&self) -> Result<Place> {
        let since = if self.since.is_empty() {
            DateTime::UNIX_EPOCH
        } else {
            // A plus sign that was not escaped is a space by now.
            let text = self.since.replace(' ', "+");
            let at = text.parse::<DateTime<Utc>>().ok();
            // Other years are not ours, and not every database's either.
            at.filter(|at| (1970..10_000).contains(&at.year()))
                .ok_or_else(|| not_read("since"))?
        };
        let after = Some(&self.after).filter(|text| !text.is_empty());
        Ok(Place {
            since,
            after: after
                .map(|text| text.parse::<NeedId>().map_err(|_| not_read("after")))
                .transpose()?,
        })
    }
}

fn not_read(field: &str) -> Error {
    Error::field(
        field,
        ErrorCode::InvalidInput,
        say(
            format!("Giá trị của {field} không hợp lệ. Thời điểm viết như 2026-11-27T00:00:00Z."),
            format!("{field} cannot be read. A moment is written like 2026-11-27T00:00:00Z."),
        ),
    )
}

/// `GET /ocds/releases?since=…`.
pub async fn feed(
    State(web): State<Web>,
    Query(since): Query<Since>,
    headers: HeaderMap,
) -> Response {
    let (ctx, locale) = visitor(&web, &headers);
    let found = async { service::feed(&ctx, since.place()?).await };
    answer(&headers, locale, found.await)
}

/// `GET /ocds/records.jsonl`.
pub async fn all(State(web): State<Web>, headers: HeaderMap) -> Response {
    let (ctx, locale) = visitor(&web, &headers);
    let Ok(place) = Arc::clone(&web.exports).try_acquire_owned() else {
        return account::refusal(locale, Error::rate_limited(WAIT));
    };
    // An export that cannot go on is cut off, so that nobody takes it for whole.
    let lines = stream::unfold(Some((Export::begin(ctx), place)), |export| async {
        let (mut export, place) = export?;
        match export.next().await {
            Ok(Some(lines)) => Some((Ok(Bytes::from(lines)), Some((export, place)))),
            Ok(None) => None,
            Err(error) => {
                let text = error.detail().unwrap_or(&error.message.en).to_owned();
                tracing::warn!(detail = text, "an export of the open data was cut off");
                Some((Err(std::io::Error::other(text)), None))
            }
        }
    });
    let kind = [
        (header::CONTENT_TYPE, "application/x-ndjson; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"i-forum-ocds-records.jsonl\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (kind, open(), Body::from_stream(lines)).into_response()
}

/// A place for each export at once.
pub fn places() -> Arc<Semaphore> {
    Arc::new(Semaphore::new(EXPORTS))
}

/// Pages of other sites may read it.
fn open() -> [(HeaderName, HeaderValue); 2] {
    [
        (
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ),
    ]
}

fn answer(headers: &HeaderMap, locale: Locale, found: Result<Document>) -> Response {
    let document = match found {
        Ok(document) => document,
        Err(error) => return account::refusal(locale, error),
    };
    let body = document.body.to_string();
    // Names of organisations change without their needs: what it says decides, not when it changed.
    let tag = format!("\"{}\"", &digest(&body)[..32]);
    let changed = document
        .changed_at
        .format("%a, %d %b %Y %H:%M:%S GMT")
        .to_string();
    let known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| known.trim().trim_start_matches("W/") == tag || known.trim() == "*");
    let about = [
        (header::ETAG, tag),
        (header::LAST_MODIFIED, changed),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    if known {
        return (StatusCode::NOT_MODIFIED, about, open()).into_response();
    }
    let kind = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
    (kind, about, open(), body).into_response()
}

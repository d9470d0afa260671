//! `GET /audit.csv` and `/audit.jsonl`: the open book of the audit, for administrators.

use std::net::IpAddr;

use axum::body::{Body, Bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use futures_util::stream;
use serde::Deserialize;

use super::{Web, account, address, api, wire};
use crate::app::{Client, Ctx};
use crate::audit::export::{Export, Format};
use crate::audit::store::Filter;
use crate::error::{Error, ErrorCode, Result};
use crate::text::say;

/// What may stand behind the address; empty is as if it were not there.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Narrowed {
    actor: String,
    action: String,
    subject: String,
    from: String,
    to: String,
}

impl Narrowed {
    fn filter(self) -> Result<Filter> {
        // No word of ours has a NUL in it, and PostgreSQL keeps none.
        for (name, text) in [("action", &self.action), ("subject", &self.subject)] {
            if text.contains('\0') {
                return Err(not_read(name));
            }
        }
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        let moment = |name: &str, text: String| {
            given(text)
                .map(|text| text.parse::<DateTime<Utc>>().map_err(|_| not_read(name)))
                .transpose()
        };
        Ok(Filter {
            actor: given(self.actor)
                .map(|text| text.parse().map_err(|_| not_read("actor")))
                .transpose()?,
            action: given(self.action),
            subject: given(self.subject),
            from: moment("from", self.from)?,
            to: moment("to", self.to)?,
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

/// `GET /audit.csv`.
pub async fn csv(
    State(web): State<Web>,
    Query(narrowed): Query<Narrowed>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    export(&web, narrowed, &headers, peer, Format::Csv).await
}

/// `GET /audit.jsonl`.
pub async fn jsonl(
    State(web): State<Web>,
    Query(narrowed): Query<Narrowed>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    export(&web, narrowed, &headers, peer, Format::Jsonl).await
}

async fn export(
    web: &Web,
    narrowed: Narrowed,
    headers: &HeaderMap,
    peer: Option<IpAddr>,
    format: Format,
) -> Response {
    let locale = wire::locale(headers).unwrap_or_default();
    let begun = async {
        let (ticket, viewer) = api::viewer(web, api::bearer(headers)).await?;
        let ctx = Ctx {
            client: Client {
                ticket,
                ..api::client(web, headers, peer)
            },
            ..Ctx::new(web.app.clone(), viewer, locale)
        };
        Export::begin(ctx, narrowed.filter()?, format).await
    };
    let export = match begun.await {
        Ok(export) => export,
        Err(error) => return account::refusal(locale, error),
    };
    let (kind, name) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "i-forum-audit.csv"),
        Format::Jsonl => ("application/x-ndjson; charset=utf-8", "i-forum-audit.jsonl"),
    };
    // An export that cannot go on is cut off, so that nobody takes it for whole.
    let lines = stream::unfold(Some(export), |export| async {
        let mut export = export?;
        match export.next().await {
            Ok(Some(bytes)) => Some((Ok(Bytes::from(bytes)), Some(export))),
            Ok(None) => None,
            Err(error) => {
                let text = error.detail().unwrap_or(&error.message.en).to_owned();
                tracing::warn!(detail = text, "an export of the audit was cut off");
                Some((Err(std::io::Error::other(text)), None))
            }
        }
    });
    let saved = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, saved.as_str()),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, Body::from_stream(lines)).into_response()
}

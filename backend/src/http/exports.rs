//! `GET /exports/{what}.csv` and `.xlsx`: lists for spreadsheets, as the viewer may see them.

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Deserialize;

use super::{Web, account, address, api, wire};
use crate::app::{Client, Ctx};
use crate::error::{Error, Result};
use crate::exports::service::{Export, What};
use crate::{needs, offers, organizations};

/// What may stand behind the address; empty is as if it were not there.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Narrowed {
    query: String,
    place_id: String,
    region: String,
    domain: String,
    mine: bool,
}

impl Narrowed {
    fn of(self, what: &str) -> Result<What> {
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        // PostgreSQL keeps no NUL, and no word of ours has one.
        let odd = [&self.query, &self.place_id, &self.region, &self.domain];
        if odd.iter().any(|text| text.contains('\0')) {
            return Err(Error::not_found());
        }
        let (query, place_id) = (given(self.query), given(self.place_id));
        let (region, domain) = (given(self.region), given(self.domain));
        Ok(match what {
            "needs" => What::Needs(needs::store::Filter {
                query,
                place_id,
                region,
                domain,
                mine: self.mine,
                ..Default::default()
            }),
            "offers" => What::Offers(offers::store::Filter {
                query,
                place_id,
                region,
                domain,
                mine: self.mine,
                ..Default::default()
            }),
            "organizations" => What::Organizations(organizations::store::Filter {
                query,
                place_id,
                domains: domain.map(|one| vec![one]),
                ..Default::default()
            }),
            "proposals" => What::Proposals,
            _ => return Err(Error::not_found()),
        })
    }
}

/// `GET /exports/{file}`.
pub async fn export(
    State(web): State<Web>,
    Path(file): Path<String>,
    Query(narrowed): Query<Narrowed>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let locale = wire::locale(&headers).unwrap_or_default();
    let peer = address::peer(&request);
    let begun = async {
        let (what, ending) = file.split_once('.').ok_or_else(Error::not_found)?;
        if !matches!(ending, "csv" | "xlsx") {
            return Err(Error::not_found());
        }
        let (ticket, viewer) = api::viewer(&web, api::bearer(&headers)).await?;
        let ctx = Ctx {
            client: Client {
                ticket,
                ..api::client(&web, &headers, peer)
            },
            ..Ctx::new(web.app.clone(), viewer, locale)
        };
        Export::begin(ctx, narrowed.of(what)?).await
    };
    let export = match begun.await {
        Ok(export) => export,
        Err(error) => return account::refusal(locale, error),
    };
    let saved = format!("attachment; filename=\"i-forum-{file}\"");
    let about = [
        (header::CONTENT_DISPOSITION, saved),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    let extension = std::path::Path::new(&file).extension();
    if extension.is_some_and(|end| end.eq_ignore_ascii_case("xlsx")) {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return match export.book().await {
            Ok(book) => (about, [(header::CONTENT_TYPE, kind)], book).into_response(),
            Err(error) => account::refusal(locale, error),
        };
    }
    // An export that cannot go on is cut off, so that nobody takes it for whole.
    let lines = stream::unfold(Some(export), |export| async {
        let mut export = export?;
        match export.next_csv().await {
            Ok(Some(bytes)) => Some((Ok(Bytes::from(bytes)), Some(export))),
            Ok(None) => None,
            Err(error) => {
                let text = error.detail().unwrap_or(&error.message.en).to_owned();
                tracing::warn!(detail = text, "an export was cut off");
                Some((Err(std::io::Error::other(text)), None))
            }
        }
    });
    let kind = [(header::CONTENT_TYPE, "text/csv; charset=utf-8")];
    (about, kind, Body::from_stream(lines)).into_response()
}

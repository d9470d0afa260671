//! What an account needs beside GraphQL: the public keys, one's own data, leaving a list by mail, and the
//! way to another provider and back.

use axum::Json;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::wire::{self, Media};
use super::{Web, address, api};
use crate::accounts;
use crate::app::{Client, Ctx};
use crate::error::{Error, ErrorCode};
use crate::mail::lists;
use crate::oidc::service::{Arrived, arrive, begin};
use crate::policy::Viewer;
use crate::sessions::cookies;
use crate::sessions::sign_in::SignedIn;
use crate::text::Locale;
use crate::vault::Purpose;
use crate::vault::signing::Signer;

/// The browser's half of a sign-in that is at the provider.
const OIDC_COOKIE: &str = "iforum_oidc";

/// `GET /.well-known/jwks.json`: the keys that sign access tokens.
pub async fn key_set(State(web): State<Web>) -> Response {
    match web.app.tokens.key_set() {
        Ok(keys) => {
            let kept = [(header::CACHE_CONTROL, "public, max-age=300")];
            (kept, Json(keys)).into_response()
        }
        Err(error) => refusal(Locale::Vi, error),
    }
}

/// `GET /.well-known/iforum-receipt-keys.json`: the keys that sign receipts of proposals.
pub async fn receipt_keys(State(web): State<Web>) -> Response {
    match web.app.vault.signers(Purpose::Receipt) {
        Ok(signers) => {
            let keys: Vec<_> = signers.iter().map(Signer::public_jwk).collect();
            let kept = [(header::CACHE_CONTROL, "public, max-age=300")];
            (kept, Json(serde_json::json!({ "keys": keys }))).into_response()
        }
        Err(error) => refusal(Locale::Vi, error),
    }
}

/// `GET /.well-known/change-password`: where password managers send people.
pub async fn change_password() -> Redirect {
    Redirect::to("/tai-khoan")
}

/// `GET /me/export`: everything we have about the person who asks.
pub async fn export(State(web): State<Web>, headers: HeaderMap, request: Request) -> Response {
    let locale = wire::locale(&headers).unwrap_or_default();
    let peer = address::peer(&request);
    let ctx = match api::viewer(&web, api::bearer(&headers)).await {
        Ok((ticket, viewer)) => Ctx {
            client: Client {
                ticket,
                ..api::client(&web, &headers, peer)
            },
            ..Ctx::new(web.app.clone(), viewer, locale)
        },
        Err(error) => return refusal(locale, error),
    };
    match accounts::export::of(&ctx).await {
        Ok(data) => {
            let saved = [(
                header::CONTENT_DISPOSITION,
                "attachment; filename=\"i-forum-du-lieu-cua-toi.json\"",
            )];
            (saved, Json(data)).into_response()
        }
        Err(error) => refusal(locale, error),
    }
}

/// `POST /roi-danh-sach/…`: leaves a list, in the reader's mail program, without signing in (RFC 8058).
pub async fn leave_list(State(web): State<Web>, Path(token): Path<String>) -> Response {
    let left = async {
        let Some((purpose, user)) = lists::named(&web.app, &token)? else {
            return Err(Error::not_found());
        };
        let ctx = Ctx::new(web.app.clone(), Viewer::Anonymous, Locale::Vi);
        let txn = ctx.begin().await?;
        accounts::service::consent_of(&ctx, &txn, user, purpose, false).await?;
        txn.commit().await
    };
    match left.await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refusal(Locale::Vi, error),
    }
}

/// What may stand behind `/oidc/start`.
#[derive(Deserialize)]
pub struct Start {
    /// Language of the page to come back to.
    #[serde(default)]
    lang: String,
}

/// `GET /oidc/start`: sends the browser to the provider.
pub async fn begin_oidc(
    State(web): State<Web>,
    Query(start): Query<Start>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let locale = if start.lang == "en" {
        Locale::En
    } else {
        Locale::Vi
    };
    let mut ctx = Ctx::new(web.app.clone(), Viewer::Anonymous, locale);
    ctx.client = api::client(&web, &headers, address::peer(&request));
    match begin(&ctx).await {
        Ok(begun) => {
            let language = if locale == Locale::En { "en" } else { "vi" };
            let value = format!("{language}~{}", begun.state);
            with_cookies(
                Redirect::to(&begun.address),
                [oidc_cookie(&web, &value, 600)],
            )
        }
        Err(error) => refusal(locale, error),
    }
}

/// What the provider sends back.
#[derive(Deserialize)]
pub struct Callback {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
}

/// `GET /oidc/callback`: comes back from the provider.
///
/// The state must be the one that this browser set out with: else somebody could sign another person in
/// to an account of his own.
pub async fn finish_oidc(
    State(web): State<Web>,
    Query(back): Query<Callback>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let kept = cookies::read(&headers, OIDC_COOKIE).unwrap_or_default();
    let (language, state) = kept.split_once('~').unwrap_or(("vi", ""));
    let base = if language == "en" { "/en" } else { "" };
    let gone = oidc_cookie(&web, "", 0);
    let failed = format!("{base}/dang-nhap#loi=nha-cung-cap");
    if state.is_empty() || state != back.state || back.code.is_empty() {
        return with_cookies(Redirect::to(&failed), [gone]);
    }
    let mut ctx = Ctx::new(web.app.clone(), Viewer::Anonymous, Locale::Vi);
    ctx.client = api::client(&web, &headers, address::peer(&request));
    match arrive(&ctx, state, &back.code).await {
        Ok(Arrived::SignedIn(signed_in)) => match *signed_in {
            SignedIn::Session(session) => {
                let mut all = cookies::of_session(&web.app.config, &session);
                all.push(gone);
                with_cookies(Redirect::to(&format!("{base}/dang-nhap#xong")), all)
            }
            SignedIn::Challenge(asked) => {
                let to = format!("{base}/dang-nhap#buoc-hai={}", asked.challenge);
                with_cookies(Redirect::to(&to), [gone])
            }
        },
        Ok(Arrived::Unknown { email, name }) => {
            let known: String = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("email", &email)
                .append_pair("ten", &name)
                .finish();
            with_cookies(Redirect::to(&format!("{base}/dang-ky#{known}")), [gone])
        }
        Err(error) => {
            if let Some(detail) = error.detail() {
                tracing::warn!(detail, "the provider could not be asked");
            }
            with_cookies(Redirect::to(&failed), [gone])
        }
    }
}

/// Lax: the provider's redirect is a navigation from another site, and the cookie must come along.
fn oidc_cookie(web: &Web, value: &str, seconds: i64) -> String {
    let mark = if cookies::secure(&web.app.config) {
        "; Secure"
    } else {
        ""
    };
    format!("{OIDC_COOKIE}={value}; Path=/oidc; HttpOnly; SameSite=Lax; Max-Age={seconds}{mark}")
}

fn with_cookies(answer: Redirect, cookies: impl IntoIterator<Item = String>) -> Response {
    let mut answer = answer.into_response();
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            answer.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    answer
}

pub(super) fn refusal(locale: Locale, error: Error) -> Response {
    let status = match error.code {
        ErrorCode::Unauthenticated | ErrorCode::TokenExpired => StatusCode::UNAUTHORIZED,
        ErrorCode::Forbidden | ErrorCode::IdentityUnconfirmed => StatusCode::FORBIDDEN,
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::InvalidInput => StatusCode::BAD_REQUEST,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::NOT_FOUND,
    };
    wire::refusal(status, Media::Json, locale, error)
}

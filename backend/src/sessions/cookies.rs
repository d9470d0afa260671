//! The cookies: the refresh token, and the one by which a browser is known again. Neither can be read by
//! a script, neither is sent along by another site.

use async_graphql::Context;
use axum::http::{HeaderMap, header};

use super::service::Session;
use crate::config::Config;
use crate::graphql::ctx;

/// Days for which a browser is known again; browsers keep no cookie longer than 400.
const DEVICE_DAYS: i64 = 400;

/// True where cookies travel over https alone.
pub fn secure(config: &Config) -> bool {
    config.public_url.scheme() == "https"
}

/// Name of the refresh cookie; the prefix makes browsers insist on https and the root path.
pub fn refresh(secure: bool) -> &'static str {
    if secure {
        "__Host-iforum_refresh"
    } else {
        "iforum_refresh"
    }
}

/// Name of the browser's cookie.
pub fn device(secure: bool) -> &'static str {
    if secure {
        "__Host-iforum_device"
    } else {
        "iforum_device"
    }
}

/// A cookie of a request.
pub fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && !value.is_empty())
        .map(|(_, value)| value.to_owned())
}

/// The cookies of a session, as values of `Set-Cookie`.
pub fn of_session(config: &Config, session: &Session) -> Vec<String> {
    let day = 24 * 60 * 60;
    let secure = secure(config);
    let days = config.session.refresh_days;
    let mut cookies = vec![cookie(
        refresh(secure),
        &session.refresh_token,
        days * day,
        secure,
    )];
    if let Some(token) = &session.device_token {
        cookies.push(cookie(device(secure), token, DEVICE_DAYS * day, secure));
    }
    cookies
}

/// Takes the refresh cookie away.
pub fn without_session(config: &Config) -> String {
    let secure = secure(config);
    cookie(refresh(secure), "", 0, secure)
}

/// Puts cookies into the answer of a resolver.
pub fn set(gql: &Context<'_>, session: &Session) {
    for cookie in of_session(&ctx(gql).app.config, session) {
        gql.append_http_header("set-cookie", cookie);
    }
}

fn cookie(name: &str, value: &str, seconds: i64, secure: bool) -> String {
    let mark = if secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{mark}")
}

//! The built single-page application, and the headers of every answer.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::app::App;
use crate::config::Config;

/// Said when the server runs without its pages.
const NOT_BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>i-Forum</title>\
<p>The pages are not built: run <code>make run</code>. The API is at <a href=/graphql>/graphql</a>.";
/// What pages may load and do: only from here, nothing inline.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; \
base-uri 'none'; form-action 'self'; frame-ancestors 'none'; frame-src 'self'";
/// The explorer's editor writes styles of its own; nothing else is relaxed.
const EXPLORER_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// An email in development: its own styles, nothing that runs, only inside our own page.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation";

/// Files of the build; every other address of the product is its start page, in the language that
/// the address says.
pub fn service(config: &Config) -> Router {
    let files = || {
        ServeDir::new(&config.web_root)
            .precompressed_br()
            .precompressed_gzip()
    };
    let pages = files();
    let start_page = tower::service_fn(move |request: Request<Body>| {
        let pages = pages.clone();
        async move { Ok::<_, Infallible>(start_page(request, pages).await) }
    });
    Router::new().fallback_service(files().fallback(start_page))
}

async fn start_page(mut request: Request<Body>, pages: ServeDir) -> Response {
    let path = request.uri().path();
    let english = path == "/en" || path.starts_with("/en/");
    // A file that is not there is not a page; a link that leaves a list has dots and is no file.
    let leaves_list = path
        .strip_prefix("/en")
        .unwrap_or(path)
        .starts_with(&format!("{}/", crate::mail::lists::PATH));
    let is_file = !leaves_list
        && path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.contains('.'));
    if is_file || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let page = if english {
        "/en/index.html"
    } else {
        "/index.html"
    };
    *request.uri_mut() = Uri::from_static(page);
    match pages.oneshot(request).await {
        Ok(answer) if answer.status() != StatusCode::NOT_FOUND => answer.into_response(),
        _ => (StatusCode::NOT_FOUND, Html(NOT_BUILT)).into_response(),
    }
}

/// Security headers on everything, caching on what has a hash in its name.
pub async fn headers(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = if path == "/graphql" {
        EXPLORER_POLICY
    } else if path.starts_with("/dev/outbox/") {
        MAIL_POLICY
    } else {
        POLICY
    };
    let fixed: [(HeaderName, &'static str); 6] = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ];
    for (name, value) in fixed {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if app.config.public_url.scheme() == "https" {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    if path.starts_with("/assets/") && response.status() == StatusCode::OK {
        response.headers_mut().insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        );
    } else {
        response
            .headers_mut()
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-cache"));
    }
    response
}

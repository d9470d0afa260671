//! GraphQL over HTTP, as its specification says: JSON only by POST, queries only by GET.

use std::net::IpAddr;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, RawQuery, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use super::wire::{self, Media};
use super::{Web, address, admission};
use crate::app::{Client, Ctx};
use crate::error::{Error, ErrorCode, Result};
use crate::loaders::Loaders;
use crate::policy::Viewer;
use crate::sessions::viewers::Ticket;
use crate::sessions::{self, cookies};
use crate::text::{Locale, say};

/// The parameters of a request.
#[derive(Debug, Deserialize)]
struct Parameters {
    query: String,
    #[serde(default, rename = "operationName")]
    operation_name: Option<String>,
    #[serde(default)]
    variables: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default)]
    extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

/// `POST /graphql`.
pub async fn post(State(web): State<Web>, headers: HeaderMap, request: Request) -> Response {
    let peer = address::peer(&request);
    let locale = wire::locale(&headers).unwrap_or_default();
    let Some(media) = Media::of(&headers) else {
        return not_acceptable(locale);
    };
    if !is_json(&headers) {
        return wire::refusal(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            media,
            locale,
            bad_request(
                "Gửi nội dung với Content-Type: application/json.",
                "Send the body with Content-Type: application/json.",
            ),
        );
    }
    // The whole body has its time: a client that sends a byte now and then does not renew it.
    let patience = Duration::from_secs(web.app.config.limits.read_seconds);
    let body = tokio::time::timeout(patience, Bytes::from_request(request, &())).await;
    let body = match body {
        Ok(Ok(body)) => body,
        Err(_) => {
            let error = bad_request(
                "Nội dung yêu cầu đến quá chậm.",
                "The body of the request came too slowly.",
            );
            let mut answer = wire::refusal(StatusCode::REQUEST_TIMEOUT, media, locale, error);
            let close = header::HeaderValue::from_static("close");
            answer.headers_mut().insert(header::CONNECTION, close);
            return answer;
        }
        Ok(Err(rejection)) => {
            let status = rejection.into_response().status();
            let error = if status == StatusCode::PAYLOAD_TOO_LARGE {
                too_large(web.app.config.limits.body_bytes)
            } else {
                bad_request(
                    "Không đọc được nội dung yêu cầu.",
                    "The body of the request cannot be read.",
                )
            };
            return wire::refusal(status, media, locale, error);
        }
    };
    match parameters(&body) {
        Ok(parameters) => {
            let asked = Asked {
                media,
                locale,
                peer,
                by_get: false,
            };
            run(&web, &headers, asked, parameters).await
        }
        Err(error) => wire::refusal(StatusCode::BAD_REQUEST, media, locale, error),
    }
}

/// `GET /graphql`: the explorer for a browser, a query for a program.
pub async fn get(
    State(web): State<Web>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let peer = address::peer(&request);
    let locale = wire::locale(&headers).unwrap_or_default();
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    let pairs = query.unwrap_or_default();
    let has_query = url::form_urlencoded::parse(pairs.as_bytes()).any(|(name, _)| name == "query");
    if accept.contains("text/html") && !has_query {
        return explorer(&web).await;
    }
    let Some(media) = Media::of(&headers) else {
        return not_acceptable(locale);
    };
    match query_parameters(&pairs) {
        Ok(parameters) => {
            let asked = Asked {
                media,
                locale,
                peer,
                by_get: true,
            };
            run(&web, &headers, asked, parameters).await
        }
        Err(error) => wire::refusal(StatusCode::BAD_REQUEST, media, locale, error),
    }
}

/// Any other method.
pub async fn wrong_method(headers: HeaderMap) -> Response {
    let locale = wire::locale(&headers).unwrap_or_default();
    let error = bad_request("Dùng POST hoặc GET.", "Use POST or GET.");
    let mut answer = wire::refusal(StatusCode::METHOD_NOT_ALLOWED, Media::Json, locale, error);
    answer
        .headers_mut()
        .insert(header::ALLOW, header::HeaderValue::from_static("GET, POST"));
    answer
}

/// `GET /schema.graphql`.
pub async fn sdl(State(web): State<Web>) -> Response {
    (
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        crate::schema::sdl(&web.schema),
    )
        .into_response()
}

/// How a request came and wants its answer.
struct Asked {
    media: Media,
    locale: Locale,
    peer: Option<IpAddr>,
    by_get: bool,
}

async fn run(web: &Web, headers: &HeaderMap, asked: Asked, parameters: Parameters) -> Response {
    let Asked {
        media,
        locale: asked,
        peer,
        by_get,
    } = asked;
    let started = std::time::Instant::now();
    let mut request = async_graphql::Request::new(parameters.query);
    request.operation_name = parameters.operation_name;
    if let Some(variables) = parameters.variables {
        request.variables =
            async_graphql::Variables::from_json(serde_json::Value::Object(variables));
    }
    let _ = parameters.extensions;
    let admitted = match admission::admit(request, &web.app.config.limits, by_get) {
        Ok(admitted) => admitted,
        Err(error) => {
            let unread =
                error.code == ErrorCode::BadRequest && by_get && error.message.en.contains("GET");
            let status = match media {
                _ if unread => StatusCode::METHOD_NOT_ALLOWED,
                Media::Response => StatusCode::BAD_REQUEST,
                Media::Json => StatusCode::OK,
            };
            return wire::refusal(status, media, asked, error);
        }
    };
    let (ticket, viewer) = match viewer(web, bearer(headers)).await {
        Ok(known) => known,
        Err(error) => {
            let status = match error.code {
                ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
                ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
                _ => StatusCode::UNAUTHORIZED,
            };
            return wire::refusal(status, media, asked, error);
        }
    };
    let own = viewer.person().map(|person| person.locale);
    let locale = wire::locale(headers).or(own).unwrap_or_default();
    let mut ctx = Ctx::new(web.app.clone(), viewer, locale);
    ctx.client = Client {
        ticket,
        ..client(web, headers, peer)
    };
    let loaders = Loaders::new(web.app.clone(), admitted.only_reads);
    let request = admitted.request.data(ctx.clone()).data(loaders);
    let response = web.schema.execute(request).await;
    admitted.mutations.note(&ctx, &response).await;
    metrics::histogram!("iforum_graphql_seconds").record(started.elapsed().as_secs_f64());
    wire::outcome(response, media, locale)
}

/// Who a bearer token belongs to; nobody without one.
pub(super) async fn viewer(web: &Web, token: Option<&str>) -> Result<(Option<Ticket>, Viewer)> {
    let Some(token) = token else {
        return Ok((None, Viewer::Anonymous));
    };
    let ticket = sessions::service::ticket(&web.app, token)?;
    let viewer = sessions::service::viewer_of(&web.app, &ticket).await?;
    Ok((Some(ticket), viewer))
}

pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(token.trim())
}

/// The cookies are only read for pages of our own origin: SameSite already keeps other sites out, this
/// keeps out a sibling host.
pub(super) fn client(web: &Web, headers: &HeaderMap, peer: Option<IpAddr>) -> Client {
    let config = &web.app.config;
    let origin = headers
        .get(header::ORIGIN)
        .and_then(|value| value.to_str().ok());
    let ours = origin.is_none_or(|origin| config.origins().iter().any(|o| o == origin));
    let cookie = |name: &str| cookies::read(headers, name).filter(|_| ours);
    let secure = cookies::secure(config);
    let user_agent = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok());
    Client {
        ticket: None,
        refresh_token: cookie(cookies::refresh(secure)),
        device_token: cookie(cookies::device(secure)),
        address: address::of(config, headers, peer),
        user_agent: user_agent.map(|text| text.chars().take(200).collect()),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let Some((kind, parameters)) = value.map(|text| text.split_once(';').unwrap_or((text, "")))
    else {
        return false;
    };
    let charset = parameters.to_ascii_lowercase().replace([' ', '"'], "");
    kind.trim().eq_ignore_ascii_case("application/json")
        && (!charset.contains("charset=") || charset.contains("charset=utf-8"))
}

fn parameters(body: &[u8]) -> Result<Parameters> {
    let value: serde_json::Value = serde_json::from_slice(body).map_err(|e| {
        bad_request(
            &format!("Nội dung không phải JSON hợp lệ: {e}"),
            &format!("The body is not JSON: {e}"),
        )
    })?;
    if value.is_array() {
        return Err(bad_request(
            "Mỗi yêu cầu chỉ gồm một thao tác; không nhận danh sách.",
            "One request is one operation; batches are not taken.",
        ));
    }
    serde_json::from_value(value).map_err(|e| {
        bad_request(
            &format!("Tham số không hợp lệ: {e}"),
            &format!("The parameters are not valid: {e}"),
        )
    })
}

fn query_parameters(pairs: &str) -> Result<Parameters> {
    let mut fields = serde_json::Map::new();
    for (name, value) in url::form_urlencoded::parse(pairs.as_bytes()) {
        let value = match &*name {
            "query" | "operationName" => serde_json::Value::String(value.into_owned()),
            "variables" | "extensions" => serde_json::from_str(&value).map_err(|e| {
                bad_request(
                    &format!("{name} không phải JSON hợp lệ: {e}"),
                    &format!("{name} is not JSON: {e}"),
                )
            })?,
            _ => continue,
        };
        fields.insert(name.into_owned(), value);
    }
    let body = serde_json::to_vec(&fields).map_err(|e| Error::internal(e.to_string()))?;
    parameters(&body)
}

fn bad_request(vi: &str, en: &str) -> Error {
    Error::new(ErrorCode::BadRequest, say(vi, en))
}

fn too_large(bytes: usize) -> Error {
    Error::new(
        ErrorCode::PayloadTooLarge,
        say(
            format!("Yêu cầu lớn hơn {bytes} byte."),
            format!("The request is larger than {bytes} bytes."),
        ),
    )
}

fn not_acceptable(locale: Locale) -> Response {
    let error = bad_request(
        "Máy chủ trả lời bằng application/graphql-response+json hoặc application/json.",
        "The server answers in application/graphql-response+json or application/json.",
    );
    wire::refusal(StatusCode::NOT_ACCEPTABLE, Media::Json, locale, error)
}

/// GraphiQL, from our own build, so that it works without the internet.
async fn explorer(web: &Web) -> Response {
    let built = web.app.config.web_root.join("graphiql/index.html");
    match tokio::fs::read_to_string(built).await {
        Ok(page) => Html(page).into_response(),
        Err(_) => (
            StatusCode::NOT_FOUND,
            Html("The explorer is not built: run make build."),
        )
            .into_response(),
    }
}

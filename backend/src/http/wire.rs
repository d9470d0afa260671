//! Answers on the wire: status, media type, the reader's language, a code on every error.

use async_graphql::{Pos, Response as GraphqlResponse, ServerError, Value};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::error::{Error, ErrorCode};
use crate::graphql::{Fail, SENTENCE};
use crate::text::Locale;

/// The two media types of GraphQL over HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says whether the request was sound.
    Response,
    /// `application/json`: a request that was understood answers 200, whatever it says.
    Json,
}

impl Media {
    /// The client's choice; `None` when it takes neither.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let Some(accept) = headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
        else {
            return Some(Self::Json);
        };
        accept.split(',').find_map(|part| {
            match part
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase()
                .as_str()
            {
                "application/graphql-response+json" => Some(Self::Response),
                "application/json" | "application/*" | "*/*" => Some(Self::Json),
                _ => None,
            }
        })
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Response => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }
}

/// The language a request asks for.
pub fn locale(headers: &HeaderMap) -> Option<Locale> {
    let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    Locale::from_accept_language(header)
}

/// A request that was refused before it was an operation.
pub fn refusal(status: StatusCode, media: Media, locale: Locale, error: Error) -> Response {
    let error = async_graphql::Error::from(Fail::from(error));
    let mut error = error.into_server_error(Pos::default());
    error.locations.clear();
    let mut body = GraphqlResponse::from_errors(vec![error]);
    speak(&mut body, locale);
    // No `data` entry: nothing was executed.
    let body = json!({ "errors": body.errors });
    answer(status, media, body.to_string())
}

/// The outcome of an operation.
pub fn outcome(mut response: GraphqlResponse, media: Media, locale: Locale) -> Response {
    speak(&mut response, locale);
    let status = status(&response, media);
    let nothing = response.data == Value::Null && !response.errors.is_empty();
    let body = if nothing && response.errors.iter().all(|error| error.path.is_empty()) {
        json!({ "errors": response.errors }).to_string()
    } else {
        serde_json::to_string(&response).unwrap_or_default()
    };
    let mut answer = answer(status, media, body);
    for (name, value) in &response.http_headers {
        answer.headers_mut().append(name, value.clone());
    }
    let wait = match status {
        StatusCode::SERVICE_UNAVAILABLE => Some(5),
        StatusCode::TOO_MANY_REQUESTS => response.errors.iter().find_map(retry_after),
        _ => None,
    };
    if let Some(seconds) = wait {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    answer
}

fn status(response: &GraphqlResponse, media: Media) -> StatusCode {
    let codes: Vec<_> = response.errors.iter().filter_map(code).collect();
    if codes.iter().any(|code| code == "UNAVAILABLE") {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    if codes.iter().any(|code| code == "RATE_LIMITED") {
        return StatusCode::TOO_MANY_REQUESTS;
    }
    let refused = response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty());
    if refused && media == Media::Response {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    }
}

fn retry_after(error: &ServerError) -> Option<u64> {
    match error.extensions.as_ref()?.get("retryAfter")? {
        Value::Number(seconds) => seconds.as_u64(),
        _ => None,
    }
}

fn code(error: &ServerError) -> Option<String> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Some(code.clone()),
        _ => None,
    }
}

/// Puts every error into the reader's language and a code on those that the library made.
pub fn speak(response: &mut GraphqlResponse, locale: Locale) {
    for error in &mut response.errors {
        let extensions = error.extensions.get_or_insert_with(Default::default);
        if extensions.get("code").is_none() {
            // Parsing, validation and coercion: the request is not one this schema takes.
            extensions.set("code", ErrorCode::BadRequest.name());
            if locale == Locale::Vi {
                error.message = format!("Yêu cầu không hợp lệ: {}", error.message);
            }
            continue;
        }
        if let Some(sentence) = extensions
            .get(SENTENCE)
            .and_then(|value| pick(value, locale))
        {
            error.message = sentence;
        }
        extensions.unset(SENTENCE);
        if let Some(Value::List(problems)) = extensions.get("problems").cloned() {
            let spoken: Vec<_> = problems.into_iter().map(|p| problem(p, locale)).collect();
            extensions.set("problems", spoken);
        }
    }
}

fn problem(value: Value, locale: Locale) -> Value {
    let Value::Object(mut fields) = value else {
        return value;
    };
    if let Some(sentence) = fields.shift_remove(SENTENCE).and_then(|s| pick(&s, locale)) {
        fields.insert(async_graphql::Name::new("message"), Value::String(sentence));
    }
    Value::Object(fields)
}

fn pick(sentence: &Value, locale: Locale) -> Option<String> {
    let Value::Object(fields) = sentence else {
        return None;
    };
    let key = match locale {
        Locale::Vi => "vi",
        Locale::En => "en",
    };
    match fields.get(key)? {
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

fn answer(status: StatusCode, media: Media, body: String) -> Response {
    let headers: [(HeaderName, &str); 3] = [
        (header::CONTENT_TYPE, media.content_type()),
        (header::CACHE_CONTROL, "no-store"),
        (header::VARY, "Accept, Accept-Language, Authorization"),
    ];
    (status, headers, body).into_response()
}

/// A handler panicked: the caller learns that it was our mistake, the log has the rest.
#[expect(clippy::needless_pass_by_value, reason = "the layer's signature")]
pub fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response<Body> {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    let error = Error::internal(format!("panic: {text}"));
    refusal(
        StatusCode::INTERNAL_SERVER_ERROR,
        Media::Json,
        Locale::Vi,
        error,
    )
}

//! Development tools, only ever there when `public_url` is local: the outbox and the clock.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use chrono::Duration;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Web;
use crate::accounts;
use crate::credentials;
use crate::events::Event;
use crate::ids::EmailId;
use crate::mail;

/// The tools' routes.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/dev/outbox", get(outbox))
        .route("/dev/outbox/{id}", get(letter))
        .route("/dev/clock", get(clock).post(advance))
        .route("/dev/codes", get(codes))
}

/// The present codes of the planted staff's authenticator apps: nobody has scanned those.
async fn codes(State(web): State<Web>) -> Response {
    let found = async {
        let mut codes = Vec::new();
        for user in accounts::store::staff(&web.app.db).await? {
            let row = credentials::store::find_enabled_totp(&web.app.db, user.id).await?;
            if let Some(row) = row {
                let code = credentials::totp::current(&web.app, &row, web.app.clock.now())?;
                codes.push(json!({ "email": user.email, "name": user.name, "code": code }));
            }
        }
        Ok::<_, crate::error::Error>(codes)
    };
    match found.await {
        Ok(codes) => Json(json!({ "codes": codes })).into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// The newest emails, whole.
async fn outbox(State(web): State<Web>) -> Response {
    match mail::store::latest(&web.app.db, 200).await {
        Ok(emails) => {
            let whole = emails
                .into_iter()
                .filter_map(|one| mail::whole(&web.app, one).ok());
            let emails: Vec<Value> = whole.map(|one| email(&one)).collect();
            Json(json!({ "development": true, "emails": emails })).into_response()
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn email(email: &mail::entity::Model) -> Value {
    json!({
        "id": email.id.to_string(),
        "toName": email.to_name,
        "toAddress": email.to_address,
        "subject": email.subject,
        "text": email.text_body,
        "html": email.html_body,
        "locale": format!("{:?}", email.locale).to_uppercase(),
        "template": email.template,
        "status": format!("{:?}", email.status).to_uppercase(),
        "createdAt": email.created_at.to_rfc3339(),
        "messageId": email.message_id,
        "lastAnswer": email.last_answer,
    })
}

/// One email as its reader sees it: `/dev/outbox/mail_….html`.
async fn letter(State(web): State<Web>, Path(name): Path<String>) -> Response {
    let id = name
        .strip_suffix(".html")
        .and_then(|id| id.parse::<EmailId>().ok());
    let Some(id) = id else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match mail::store::find(&web.app.db, id).await {
        Ok(Some(email)) => match mail::whole(&web.app, email) {
            Ok(email) => Html(email.html_body).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn clock(State(web): State<Web>) -> Json<Value> {
    Json(json!({ "now": web.app.clock.now().to_rfc3339() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Advance {
    advance_seconds: i64,
}

/// Moves this process's clock forward, so that a deadline can be seen to pass.
async fn advance(State(web): State<Web>, Json(body): Json<Advance>) -> Response {
    if !(0..=400 * 24 * 60 * 60).contains(&body.advance_seconds) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    web.app
        .clock
        .advance(Duration::seconds(body.advance_seconds));
    web.app.bus.ring(Event::Work);
    clock(State(web)).await.into_response()
}

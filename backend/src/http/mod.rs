//! The router: the API, its websocket, health, metrics, the built pages, and in development the
//! outbox and the clock.

mod account;
mod address;
mod admission;
mod agreements;
mod api;
mod attachments;
mod audit;
mod development;
mod exports;
mod files;
mod health;
mod ocds;
mod pages;
mod refusals;
mod server;
mod socket;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get, post};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::app::App;
use crate::schema::Schema;

pub use health::start_recording;
pub use server::{Listener, serve};

/// What the handlers share.
#[derive(Clone)]
pub struct Web {
    app: Arc<App>,
    schema: Schema,
    /// Places for websockets, which outlive the requests that opened them.
    sockets: Arc<Semaphore>,
    /// Places for files in hand.
    transfers: files::Transfers,
    /// Places for papers that are being set.
    papers: Arc<Semaphore>,
    /// Places for exports of everything.
    exports: Arc<Semaphore>,
}

/// Every route of the product.
pub fn router(app: Arc<App>, schema: Schema) -> Router {
    let limits = &app.config.limits;
    let body_timeout = Duration::from_secs(limits.read_seconds);
    let body_bytes = limits.body_bytes;
    let development = app.config.development();
    let web = Web {
        app: Arc::clone(&app),
        schema,
        sockets: Arc::new(Semaphore::new(limits.sockets)),
        transfers: files::Transfers::default(),
        papers: Arc::new(Semaphore::new(agreements::AT_ONCE)),
        exports: ocds::places(),
    };
    // A file may be larger than any other body.
    let attach = post(attachments::add).layer(DefaultBodyLimit::max(limits.file_bytes));
    let upload = post(files::upload).layer(DefaultBodyLimit::max(limits.file_bytes));
    let leaving = format!("{}/{{token}}", crate::mail::lists::PATH);
    let mut router = Router::new()
        .route(
            "/graphql",
            get(api::get).post(api::post).fallback(api::wrong_method),
        )
        .route("/graphql/ws", any(socket::upgrade))
        .route("/schema.graphql", get(api::sdl))
        .route("/.well-known/jwks.json", get(account::key_set))
        .route(
            "/.well-known/iforum-receipt-keys.json",
            get(account::receipt_keys),
        )
        .route(
            "/.well-known/change-password",
            get(account::change_password),
        )
        .route("/me/export", get(account::export))
        .route("/files", upload)
        .route("/files/{id}", get(files::download))
        .route("/proposals/{id}/attachments", attach)
        .route("/attachments/{id}", get(attachments::download))
        .route("/agreements/{id}/paper.pdf", get(agreements::paper))
        .route("/agreements/{id}/files/{file}", get(agreements::file))
        .route("/audit.csv", get(audit::csv))
        .route("/audit.jsonl", get(audit::jsonl))
        .route("/exports/{file}", get(exports::export))
        .route("/ocds/needs/{id}", get(ocds::of_need))
        .route("/ocds/releases", get(ocds::feed))
        .route("/ocds/releases/{file}", get(ocds::releases))
        .route("/ocds/records/{file}", get(ocds::record))
        .route("/ocds/records.jsonl", get(ocds::all))
        .route("/oidc/start", get(account::begin_oidc))
        .route("/oidc/callback", get(account::finish_oidc))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics));
    // A person who opens the link gets a page; the mail program's one POST leaves the list.
    router = router.route(
        &leaving,
        post(account::leave_list).get_service(pages::service(&app.config)),
    );
    if development {
        router = router.merge(development::routes());
    }
    router
        .fallback_service(pages::service(&app.config))
        .with_state(web)
        .layer(DefaultBodyLimit::max(body_bytes))
        .layer(RequestBodyTimeoutLayer::new(body_timeout))
        .layer(axum::middleware::from_fn_with_state(app, pages::headers))
        // A panic is one request's trouble.
        .layer(CatchPanicLayer::custom(wire::panicked))
}

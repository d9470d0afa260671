//! Alive, ready, measured.

use std::sync::OnceLock;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::{Web, api};
use crate::db;
use crate::jobs;

/// `GET /healthz`: the process answers.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers and no migration waits.
pub async fn ready(State(web): State<Web>) -> Response {
    let asked = tokio::time::timeout(std::time::Duration::from_secs(3), db::current(&web.app.db));
    match asked.await {
        Ok(Ok(true)) => "ready\n".into_response(),
        Ok(Ok(false)) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "migrations are waiting: run `iforum migrate`\n",
        )
            .into_response(),
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
                .into_response()
        }
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        )
            .into_response(),
    }
}

/// The recorder is the process's; several servers in one test share it.
fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    RECORDER
        .get_or_init(|| PrometheusBuilder::new().install_recorder().ok())
        .as_ref()
}

/// Starts counting.
pub fn start_recording() {
    let _ = recorder();
}

/// `GET /metrics`, for Prometheus.
pub async fn metrics(State(web): State<Web>, headers: HeaderMap) -> Response {
    if !web.app.config.metrics_allowed(api::bearer(&headers)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Ok(waiting) = jobs::count_waiting(&web.app.db, web.app.clock.now()).await {
        metrics::gauge!("iforum_jobs_waiting").set(waiting as f64);
    }
    let text = recorder().map(PrometheusHandle::render).unwrap_or_default();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response()
}

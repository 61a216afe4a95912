//! What belongs to no service: health and the API's description.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use std::sync::Arc;
use timeslot_chassis::App;
use timeslot_store::Error;
use utoipa::openapi::OpenApi;

/// The routes of the server itself.
pub fn routes(document: OpenApi) -> Router<App> {
    let document = Arc::new(document);
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .route("/openapi.json", get(move || async move { Json(document.as_ref().clone()) }))
}

/// Whether the database answers.
async fn ready(State(app): State<App>) -> Response {
    let asked: Result<(i64,), Error> = app
        .db()
        .read(|tx| Box::pin(async move { tx.one("SELECT COUNT(*) FROM schema_steps", &[]).await }))
        .await;
    let (status, text) = match asked {
        Ok(_) => (StatusCode::OK, "ok"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    };
    (status, [(CACHE_CONTROL, "no-store")], text).into_response()
}

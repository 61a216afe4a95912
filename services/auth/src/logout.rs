//! Logging out.

use crate::session::ended;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use timeslot_chassis::caller::token_hash;
use timeslot_chassis::{App, Problem, Refusals, cookie};
use timeslot_store::sessions;

/// Ends the browser's session, if it has one.
#[utoipa::path(post, path = "/api/v1/auth/logout", tag = "auth", responses((status = 204), Refusals))]
pub(crate) async fn log_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    if let Some(hash) = cookie::read(app.settings(), &headers).map(token_hash) {
        let done: Result<(), Problem> = app
            .db()
            .write(move |tx| Box::pin(async move { Ok(sessions::end_by_token(tx, &hash).await?) }))
            .await;
        done?;
    }
    ended(&app)
}

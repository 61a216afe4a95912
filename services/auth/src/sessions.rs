//! The browsers that are logged in, and ending their sessions.

use crate::session::ended;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use timeslot_chassis::page::Page;
use timeslot_chassis::{App, Instant, Path, Problem, Refusals, SessionCaller};
use timeslot_core::id::SessionId;
use timeslot_store::sessions::{self, SessionRow};
use utoipa::ToSchema;
use uuid::Uuid;

/// A logged-in browser.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    id: Uuid,
    /// What the browser calls itself.
    user_agent: String,
    created_at: Instant,
    /// To about ten minutes.
    last_seen_at: Instant,
    /// Whether it is the one that asks.
    is_current: bool,
}

impl Session {
    fn of(row: SessionRow, current: SessionId) -> Self {
        Self {
            id: row.id.0,
            user_agent: row.user_agent,
            created_at: row.created_at.into(),
            last_seen_at: row.last_seen_at.into(),
            is_current: row.id == current,
        }
    }
}

/// The account's sessions, newest first.
#[utoipa::path(get, path = "/api/v1/auth/sessions", tag = "auth",
    responses((status = 200, body = Page<Session>), Refusals))]
pub(crate) async fn list_sessions(
    State(app): State<App>,
    caller: SessionCaller,
) -> Result<Json<Page<Session>>, Problem> {
    let (id, now) = (caller.host.id, app.now());
    let rows: Result<Vec<SessionRow>, Problem> =
        app.db().read(move |tx| Box::pin(async move { Ok(sessions::of_account(tx, id, now).await?) })).await;
    let items = rows?.into_iter().map(|row| Session::of(row, caller.session)).collect();
    Ok(Json(Page::whole(items)))
}

/// Ends one session of the account.
#[utoipa::path(delete, path = "/api/v1/auth/sessions/{id}", tag = "auth", params(("id" = Uuid, Path)),
    responses((status = 204), Refusals))]
pub(crate) async fn revoke_session(
    State(app): State<App>,
    caller: SessionCaller,
    Path(id): Path<SessionId>,
) -> Result<Response, Problem> {
    let account = caller.host.id;
    let found: Result<bool, Problem> =
        app.db().write(move |tx| Box::pin(async move { Ok(sessions::end(tx, account, id).await?) })).await;
    if !found? {
        return Err(Problem::not_found());
    }
    if id == caller.session { ended(&app) } else { Ok(StatusCode::NO_CONTENT.into_response()) }
}

/// Ends every session of the account but the one that asks.
#[utoipa::path(post, path = "/api/v1/auth/sessions/revoke-others", tag = "auth",
    responses((status = 204), Refusals))]
pub(crate) async fn revoke_other_sessions(
    State(app): State<App>,
    caller: SessionCaller,
) -> Result<StatusCode, Problem> {
    let done: Result<(), Problem> = app
        .db()
        .write(move |tx| {
            Box::pin(async move { Ok(sessions::end_others(tx, caller.host.id, caller.session).await?) })
        })
        .await;
    done.map(|()| StatusCode::NO_CONTENT)
}

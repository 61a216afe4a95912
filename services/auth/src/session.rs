//! Sessions: how one begins, and who is logged in.

use crate::user::{self, UserAnswer};
use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use timeslot_chassis::caller::{end_of_session, new_token, token_hash};
use timeslot_chassis::{App, Host, Problem, Refusals, cookie};
use timeslot_core::id::{HostId, SessionId};
use timeslot_store::sessions::SessionRow;

/// Most characters that are kept of what a browser calls itself.
const AGENT_LENGTH: usize = 200;

/// Who is logged in.
#[utoipa::path(get, path = "/api/v1/auth/session", tag = "auth",
    responses((status = 200, body = UserAnswer), Refusals))]
pub(crate) async fn get_session(State(app): State<App>, host: Host) -> Result<Json<UserAnswer>, Problem> {
    user::read(app.db(), host.id).await.map(Json)
}

/// A session that is about to begin: its row, and the token that only the browser will have.
pub(crate) struct NewSession {
    pub row: SessionRow,
    token: String,
}

impl NewSession {
    /// A session of `account` in the browser that calls itself `agent`.
    pub fn new(app: &App, account: HostId, agent: Agent) -> Self {
        let (now, token) = (app.now(), new_token(app.entropy()));
        let row = SessionRow {
            id: SessionId::new(now, app.entropy()),
            account_id: account,
            token_hash: token_hash(&token),
            user_agent: agent.0,
            created_at: now,
            last_seen_at: now,
            expires_at: end_of_session(now),
        };
        Self { row, token }
    }
}

/// The answer that begins a session.
pub(crate) fn begun(
    app: &App,
    status: StatusCode,
    token: &Token,
    user: UserAnswer,
) -> Result<Response, Problem> {
    let cookie = cookie::set(app.settings(), &token.0).ok_or_else(Problem::broken)?;
    Ok((status, [(SET_COOKIE, cookie)], Json(user)).into_response())
}

/// A session's token, on its way into the cookie.
pub(crate) struct Token(String);

impl NewSession {
    /// The row for the database and the token for the browser.
    pub fn split(self) -> (SessionRow, Token) {
        (self.row, Token(self.token))
    }
}

/// The answer without content that also ends the browser's session.
pub(crate) fn ended(app: &App) -> Result<Response, Problem> {
    let cookie = cookie::clear(app.settings()).ok_or_else(Problem::broken)?;
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie)]).into_response())
}

/// What the browser calls itself.
#[derive(Clone, Debug)]
pub(crate) struct Agent(String);

impl Agent {
    fn of(headers: &HeaderMap) -> Self {
        let text = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
        Self(text.unwrap_or_default().chars().take(AGENT_LENGTH).collect())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Agent {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

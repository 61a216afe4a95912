//! Logging in. An address may have one verified account and some unverified ones; the password tells which is meant,
//! and a wrong one costs the same work whether or not there is any.

use crate::password;
use crate::session::{self, Agent, NewSession};
use crate::user::{self, UserAnswer};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use timeslot_chassis::caller::token_hash;
use timeslot_chassis::{App, Body, Network, Problem, Refusals, cookie};
use timeslot_core::text::Email;
use timeslot_store::Tx;
use timeslot_store::accounts::{self, AccountRow};
use timeslot_store::sessions::{self, SessionRow};
use utoipa::ToSchema;

/// Most accounts of one address that a login looks at: the verified one, and as many unverified ones as letters to
/// verify them go out in a day.
const MOST: u32 = 6;

/// Who wants to log in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LoginBody {
    #[schema(example = "ada@example.com")]
    email: String,
    password: String,
}

/// Logs in and begins a session; the one that the browser had ends.
#[utoipa::path(post, path = "/api/v1/auth/login", tag = "auth", request_body = LoginBody,
    responses((status = 200, body = UserAnswer), Refusals))]
pub(crate) async fn log_in(
    State(app): State<App>,
    network: Network,
    agent: Agent,
    headers: HeaderMap,
    Body(body): Body<LoginBody>,
) -> Result<Response, Problem> {
    let email = Email::parse(&body.email).map_err(|refused| Problem::invalid_field("email", refused.0))?;
    app.limits().login(network, email.key())?;
    let account = meant(&app, &email, &body.password).await?.ok_or_else(wrong_credentials)?;
    if account.suspended_at.is_some() {
        return Err(suspended());
    }
    let (row, token) = NewSession::new(&app, account.id, agent).split();
    let before = cookie::read(app.settings(), &headers).map(token_hash);
    let user =
        app.db().write(move |tx| Box::pin(async move { begin(tx, &account, &row, before).await })).await?;
    session::begun(&app, StatusCode::OK, &token, user)
}

/// The account of this address and password, if there is one.
async fn meant(app: &App, email: &Email, password: &str) -> Result<Option<AccountRow>, Problem> {
    let key = email.key().to_owned();
    let found: Result<Vec<AccountRow>, Problem> = app
        .db()
        .read(move |tx| Box::pin(async move { Ok(accounts::candidates(tx, &key, MOST).await?) }))
        .await;
    let mut candidates = found?.into_iter();
    // Always as many hashes as there may be accounts, so that the time tells nothing of their number.
    for _ in 0..MOST {
        let candidate = candidates.next();
        // A closed account has no password.
        let hash =
            candidate.as_ref().map(|account| account.password_hash.clone()).filter(|hash| !hash.is_empty());
        if password::matches(app, password, hash).await? {
            return Ok(candidate);
        }
    }
    Ok(None)
}

/// Begins the session, unless the password was changed while it was checked.
async fn begin(
    tx: &mut Tx,
    account: &AccountRow,
    session: &SessionRow,
    before: Option<Vec<u8>>,
) -> Result<UserAnswer, Problem> {
    let current = accounts::find(tx, account.id).await?;
    let still = current.is_some_and(|current| {
        current.password_hash == account.password_hash && current.suspended_at.is_none()
    });
    if !still {
        return Err(wrong_credentials());
    }
    if let Some(hash) = before {
        sessions::end_by_token(tx, &hash).await?;
    }
    sessions::begin(tx, session).await?;
    user::load(tx, account.id).await
}

fn wrong_credentials() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "wrong-credentials",
        "Address or password is wrong",
        "No account has this address and password. Check both, or ask for a new password.",
    )
}

/// Told only to those who know the password.
pub(crate) fn suspended() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "suspended",
        "The account is suspended",
        "The operator of this instance has suspended this account. Please write to the operator.",
    )
}

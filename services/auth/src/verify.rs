//! Proving an address by the link in a letter. The link alone isn't enough: whoever registered with a stranger's
//! address would have the stranger verify it. So it takes the session that registered, or the password, too.

use crate::login::suspended;
use crate::proof::{password_again, read};
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use timeslot_chassis::token::{Claims, Purpose};
use timeslot_chassis::{App, Body, Host, Network, Problem, Refusals};
use timeslot_core::id::HostId;
use timeslot_core::text::Email;
use timeslot_store::accounts::{self, AccountRow, is_address_taken};
use timeslot_store::{Error, Tx, hosts};
use utoipa::ToSchema;

/// The token of `/verify-email/{token}`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerifyBody {
    token: String,
    /// Needed unless the account is logged in here.
    password: Option<String>,
}

/// Verifies the address of a registration, or the new address of an account.
#[utoipa::path(post, path = "/api/v1/auth/email/verify", tag = "auth", request_body = VerifyBody,
    responses((status = 204), Refusals))]
pub(crate) async fn verify_email(
    State(app): State<App>,
    network: Network,
    caller: Result<Host, Problem>,
    Body(body): Body<VerifyBody>,
) -> Result<StatusCode, Problem> {
    let (purpose, claims) = claims(&app, &body.token).ok_or_else(link_void)?;
    let id = HostId(claims.object);
    let account = read(&app, id).await?.ok_or_else(link_void)?;
    let is_logged_in = match caller {
        Ok(host) => host.id == id && host.session.is_some(),
        Err(problem) if problem.status().is_server_error() => return Err(problem),
        Err(_) => false,
    };
    let is_done = purpose == Purpose::VerifyAddress && account.verified_at.is_some();
    if is_logged_in && is_done {
        return Ok(StatusCode::NO_CONTENT);
    }
    if account.token_generation != claims.generation {
        return Err(link_void());
    }
    if !is_logged_in {
        let password = body.password.ok_or_else(password_needed)?;
        password_again(&app, network, id, "password", &password).await?;
    }
    let now = app.now();
    app.db().write(move |tx| Box::pin(async move { prove(tx, purpose, claims, now).await })).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn claims(app: &App, token: &str) -> Option<(Purpose, Claims)> {
    [Purpose::VerifyAddress, Purpose::ChangeAddress]
        .into_iter()
        .find_map(|purpose| Some((purpose, app.keys().verify(purpose, token, app.now())?)))
}

async fn prove(tx: &mut Tx, purpose: Purpose, claims: Claims, now: jiff::Timestamp) -> Result<(), Problem> {
    let id = HostId(claims.object);
    let account = accounts::find(tx, id).await?;
    let account =
        account.filter(|account| account.token_generation == claims.generation).ok_or_else(link_void)?;
    if account.suspended_at.is_some() {
        return Err(suspended());
    }
    let written = match purpose {
        Purpose::VerifyAddress => accounts::verify(tx, id, now).await,
        _ => change(tx, &account, now).await?,
    };
    written.map_err(|error| if is_address_taken(&error) { address_taken() } else { error.into() })?;
    // The page can be seen from now on: whatever was kept of it is void.
    hosts::raise_version(tx, id).await?;
    Ok(())
}

async fn change(
    tx: &mut Tx,
    account: &AccountRow,
    now: jiff::Timestamp,
) -> Result<Result<(), Error>, Problem> {
    let pending = account.pending_email.as_deref().ok_or_else(link_void)?;
    let email = Email::parse(pending).map_err(|_| link_void())?;
    Ok(accounts::change_address(tx, account.id, email.as_str(), email.key(), now).await)
}

/// For every token in a letter that is not ours, over, used, or void by a newer one.
pub(crate) fn link_void() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "link-void",
        "The link is not valid any more",
        "It was used already, is too old, or a newer one was sent. Please ask for a new one.",
    )
}

fn password_needed() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "password-needed",
        "Please add the password",
        "This browser isn't logged in with the account of this link. Log in, or send the account's password along.",
    )
}

fn address_taken() -> Problem {
    Problem::conflict(
        "address-taken",
        "The address has an account",
        "This address was verified for another account meanwhile. Log in there.",
    )
}

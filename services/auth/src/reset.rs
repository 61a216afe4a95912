//! A new password by the link in a letter. It ends every session.

use crate::letters::{self, Change};
use crate::password::{self, Password};
use crate::proof::read;
use crate::verify::link_void;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Body, Network, Problem, Refusals};
use timeslot_core::id::HostId;
use timeslot_store::{Tx, accounts, sessions};
use utoipa::ToSchema;

/// The token of `/reset-password/{token}` and the password to be set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResetBody {
    token: String,
    /// 8 to 200 characters.
    password: String,
}

/// Sets a new password and ends every session of the account.
#[utoipa::path(post, path = "/api/v1/auth/password/reset", tag = "auth", request_body = ResetBody,
    responses((status = 204), Refusals))]
pub(crate) async fn reset_password(
    State(app): State<App>,
    network: Network,
    Body(body): Body<ResetBody>,
) -> Result<StatusCode, Problem> {
    let claims = app.keys().verify(Purpose::ResetPassword, &body.token, app.now()).ok_or_else(link_void)?;
    let id = HostId(claims.object);
    let account = read(&app, id)
        .await?
        .filter(|account| account.token_generation == claims.generation)
        .ok_or_else(link_void)?;
    let password = Password::parse(body.password, &account.email_key)
        .map_err(|refused| Problem::invalid_field("password", refused.0))?;
    app.limits().login(network, &id.to_string())?;
    let hash = password::hash(&app, password).await?;
    let clerk = app.clone();
    app.db()
        .write(move |tx| Box::pin(async move { reset(tx, &clerk, id, &hash, claims.generation).await }))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn reset(tx: &mut Tx, app: &App, id: HostId, hash: &str, generation: i64) -> Result<(), Problem> {
    let changed = accounts::set_password(tx, id, hash, generation).await?;
    let generation = changed.ok_or_else(link_void)?;
    sessions::end_all(tx, id).await?;
    letters::order_change(tx, app, id, Change::Password, format!("{id}:{generation}")).await
}

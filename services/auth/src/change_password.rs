//! A new password by the old one. It ends the other sessions.

use crate::letters::{self, Change};
use crate::password::{self, Password};
use crate::proof::password_again;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use timeslot_chassis::{App, Body, Network, Problem, Refusals, SessionCaller};
use timeslot_core::id::SessionId;
use timeslot_store::accounts::{self, AccountRow};
use timeslot_store::{Tx, sessions};
use utoipa::ToSchema;

/// The old password and the new.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePasswordBody {
    current_password: String,
    /// 8 to 200 characters.
    password: String,
}

/// Sets a new password and ends the other sessions of the account.
#[utoipa::path(post, path = "/api/v1/auth/password/change", tag = "auth", request_body = ChangePasswordBody,
    responses((status = 204), Refusals))]
pub(crate) async fn change_password(
    State(app): State<App>,
    network: Network,
    caller: SessionCaller,
    Body(body): Body<ChangePasswordBody>,
) -> Result<StatusCode, Problem> {
    let id = caller.host.id;
    let account = password_again(&app, network, id, "current_password", &body.current_password).await?;
    let password = Password::parse(body.password, &account.email_key)
        .map_err(|refused| Problem::invalid_field("password", refused.0))?;
    let hash = password::hash(&app, password).await?;
    let (clerk, session) = (app.clone(), caller.session);
    app.db()
        .write(move |tx| Box::pin(async move { change(tx, &clerk, &account, &hash, session).await }))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn change(
    tx: &mut Tx,
    app: &App,
    account: &AccountRow,
    hash: &str,
    session: SessionId,
) -> Result<(), Problem> {
    let id = account.id;
    let changed = accounts::set_password(tx, id, hash, account.token_generation).await?;
    let generation = changed.ok_or_else(|| {
        let detail =
            "Address or password of this account changed at the same moment. Please look and try again.";
        Problem::conflict("changed-meanwhile", "Something changed meanwhile", detail)
    })?;
    sessions::end_others(tx, id, session).await?;
    letters::order_change(tx, app, id, Change::Password, format!("{id}:{generation}")).await
}

//! Closing an account. Nobody comes in any more at once; its rows are deleted by the next sweep, so that the letters that
//! tell its owner and its customers of the end still find their addresses. An account whose address nobody has proven
//! has written to nobody and goes at once: a mailbox that may be a stranger's hears nothing of it.

use crate::letters::{self, Change};
use crate::proof::password_again;
use crate::session::ended;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use timeslot_chassis::{App, Body, Network, Problem, Refusals, SessionCaller};
use timeslot_store::accounts::AccountRow;
use timeslot_store::{Tx, accounts, api_keys, hosts, sessions};
use utoipa::ToSchema;

/// The account's password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CloseBody {
    password: String,
}

/// Deletes the account with all that is its own. Bookings that still lie ahead must be cancelled first.
#[utoipa::path(delete, path = "/api/v1/auth/account", tag = "auth", request_body = CloseBody,
    responses((status = 204), Refusals))]
pub(crate) async fn close_account(
    State(app): State<App>,
    network: Network,
    caller: SessionCaller,
    Body(body): Body<CloseBody>,
) -> Result<Response, Problem> {
    let account = password_again(&app, network, caller.host.id, "password", &body.password).await?;
    let clerk = app.clone();
    app.db().write(move |tx| Box::pin(async move { close(tx, &clerk, &account).await })).await?;
    ended(&app)
}

async fn close(tx: &mut Tx, app: &App, account: &AccountRow) -> Result<(), Problem> {
    let (id, now) = (account.id, app.now());
    hosts::lock(tx, id).await?;
    if accounts::live_bookings(tx, id, now).await? > 0 {
        let detail = "Bookings still lie ahead. Cancel them first, so that your customers are told.";
        return Err(Problem::conflict("live-bookings", "There are bookings ahead", detail));
    }
    if account.is_operator && accounts::operators(tx).await? == 1 {
        let detail = "This is the only operator's account; without it nobody could run the instance.";
        return Err(Problem::conflict("only-operator", "The operator can't leave", detail));
    }
    sessions::end_all(tx, id).await?;
    api_keys::delete_all(tx, id).await?;
    hosts::raise_version(tx, id).await?;
    if accounts::delete_unverified(tx, id).await? {
        return Ok(());
    }
    accounts::close(tx, id, now).await?;
    letters::order_change(tx, app, id, Change::AccountClosed, id.to_string()).await
}

//! Another address for an account: asked for with the password, told to the old address, proven by a letter to the new.

use crate::letters::{self, Change};
use crate::proof::password_again;
use crate::resend::order_change;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use timeslot_chassis::{App, Body, Network, Problem, Refusals, SessionCaller};
use timeslot_core::text::Email;
use timeslot_store::Tx;
use timeslot_store::accounts::{self, AccountRow};
use utoipa::ToSchema;

/// The address that the account shall have.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeEmailBody {
    #[schema(example = "ada.king@example.com")]
    email: String,
    /// The account's password.
    password: String,
}

/// Asks for another address. The account keeps its old one until the letter to the new one is answered.
#[utoipa::path(post, path = "/api/v1/auth/email/change", tag = "auth", request_body = ChangeEmailBody,
    responses((status = 202), Refusals))]
pub(crate) async fn change_email(
    State(app): State<App>,
    network: Network,
    caller: SessionCaller,
    Body(body): Body<ChangeEmailBody>,
) -> Result<StatusCode, Problem> {
    let email = Email::parse(&body.email).map_err(|refused| Problem::invalid_field("email", refused.0))?;
    let account = password_again(&app, network, caller.host.id, "password", &body.password).await?;
    if account.verified_at.is_some() && account.email_key == email.key() {
        return Err(Problem::invalid_field("email", "is the account's address already"));
    }
    let clerk = app.clone();
    app.db().write(move |tx| Box::pin(async move { ask(tx, &clerk, &account, &email).await })).await?;
    Ok(StatusCode::ACCEPTED)
}

async fn ask(tx: &mut Tx, app: &App, account: &AccountRow, email: &Email) -> Result<(), Problem> {
    let generation = accounts::ask_for_address(tx, account.id, email.as_str()).await?;
    order_change(tx, app, account.id, generation, email.as_str()).await?;
    // An address that was never proven may be a stranger's, who has nothing to be told.
    if account.verified_at.is_some() {
        let key = format!("{}:{generation}", account.id);
        letters::order_change(tx, app, account.id, Change::AddressAsked, key).await?;
    }
    Ok(())
}

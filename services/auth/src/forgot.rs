//! A forgotten password. The answer is the same whether or not there is an account, and so is what is written.

use crate::letters;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use timeslot_chassis::{App, Body, Network, Problem, Refusals};
use timeslot_core::text::Email;
use utoipa::ToSchema;

/// Whose password is forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ForgotBody {
    #[schema(example = "ada@example.com")]
    email: String,
}

/// Sends a link to a new password, if the address has an account. Once a minute.
#[utoipa::path(post, path = "/api/v1/auth/password/forgot", tag = "auth", request_body = ForgotBody,
    responses((status = 202), Refusals))]
pub(crate) async fn forgot_password(
    State(app): State<App>,
    network: Network,
    Body(body): Body<ForgotBody>,
) -> Result<StatusCode, Problem> {
    let email = Email::parse(&body.email).map_err(|refused| Problem::invalid_field("email", refused.0))?;
    app.limits().login(network, email.key())?;
    let clerk = app.clone();
    app.db()
        .write(move |tx| Box::pin(async move { letters::order_reset(tx, &clerk, email.key()).await }))
        .await?;
    Ok(StatusCode::ACCEPTED)
}

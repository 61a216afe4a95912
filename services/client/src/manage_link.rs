//! “Send me the link again”.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Body, Check, Network, Problem};
use timeslot_core::event::AccountEvent;
use timeslot_core::routing::account_jobs_for;
use timeslot_core::text::{Email, Handle};
use timeslot_store::jobs::{Subject, enqueue};
use timeslot_store::{Tx, customers, hosts};
use utoipa::ToSchema;

/// Whose links, from whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ManageLinkBody {
    email: String,
    handle: String,
}

/// Sends the manage links of an address's bookings with a host to that address. Always 202: nothing tells whether there
/// are any.
#[utoipa::path(post, path = "/api/v1/client/manage-link", tag = "client", request_body = ManageLinkBody,
    responses((status = 202), Refusals))]
pub async fn send_manage_link(
    State(app): State<App>,
    network: Network,
    Body(body): Body<ManageLinkBody>,
) -> Result<StatusCode, Problem> {
    request(&app, network, &body.email, &body.handle).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Has the links sent, if there are any.
pub(crate) async fn request(app: &App, network: Network, email: &str, handle: &str) -> Result<(), Problem> {
    app.limits().book(network)?;
    let mut check = Check::new();
    let email = check.take("email", Email::parse(email));
    let handle = check.take("handle", Handle::parse(handle));
    let (email, handle) = check.all((email, handle))?;
    let inside = app.clone();
    app.db().write(move |tx| Box::pin(async move { order(tx, &inside, &handle, &email).await })).await
}

async fn order(tx: &mut Tx, app: &App, handle: &Handle, email: &Email) -> Result<(), Problem> {
    let Some(host) = hosts::public_by_handle(tx, handle.as_str()).await? else { return Ok(()) };
    let Some(customer) = customers::by_email(tx, host.id, email.key()).await? else { return Ok(()) };
    let now = app.now();
    let subject = Subject {
        // Asked twice within a minute, written once.
        key: format!("{}@{}", customer.id, now.as_second() / 60),
        host: Some(host.id),
        booking: None,
        version: 1,
        payload: json!({ "host_id": host.id, "customer_id": customer.id }),
    };
    Ok(enqueue(tx, now, app.entropy(), &subject, &account_jobs_for(AccountEvent::ManageLinksRequested, now))
        .await?)
}

//! The letter with the verification link once more.

use crate::letters;
use axum::extract::State;
use axum::http::StatusCode;
use timeslot_chassis::{App, Problem, Refusals, SessionCaller};
use timeslot_core::event::AccountEvent;
use timeslot_core::id::HostId;
use timeslot_core::text::Email;
use timeslot_store::{Tx, accounts, hosts};

/// Sends the link again: to the new address where a change is under way, else to the unverified one. Once a minute.
#[utoipa::path(post, path = "/api/v1/auth/email/resend", tag = "auth", responses((status = 202), Refusals))]
pub(crate) async fn resend_verification(
    State(app): State<App>,
    caller: SessionCaller,
) -> Result<StatusCode, Problem> {
    let (clerk, id) = (app.clone(), caller.host.id);
    app.db().write(move |tx| Box::pin(async move { resend(tx, &clerk, id).await })).await?;
    Ok(StatusCode::ACCEPTED)
}

async fn resend(tx: &mut Tx, app: &App, id: HostId) -> Result<(), Problem> {
    // The sweeper deletes registrations with their jobs: one that is written meanwhile would stay behind.
    hosts::lock(tx, id).await?.ok_or_else(Problem::unauthorized)?;
    let account = accounts::find(tx, id).await?.ok_or_else(Problem::unauthorized)?;
    let generation = account.token_generation;
    match &account.pending_email {
        Some(pending) => order_change(tx, app, id, generation, pending).await,
        None if account.verified_at.is_none() => {
            letters::order_verification(tx, app, id, generation, &account.email_key).await
        }
        None => Ok(()),
    }
}

/// Orders the letter to a new address; where it has an owner already, the owner is told instead.
pub(crate) async fn order_change(
    tx: &mut Tx,
    app: &App,
    id: HostId,
    generation: i64,
    pending: &str,
) -> Result<(), Problem> {
    let key = Email::parse(pending).map(|email| email.key().to_owned()).unwrap_or_default();
    match accounts::verified(tx, &key).await? {
        Some(owner) => letters::order_taken(tx, app, owner.id).await,
        None => letters::order(tx, app, AccountEvent::AddressChangeRequested, id, generation).await,
    }
}

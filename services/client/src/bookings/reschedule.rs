//! The customer moves a booking.

use super::{ClientBooking, ClientBookingAnswer, at_desk, client_booking, proven_as};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use timeslot_booking::{Moved, reschedule};
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, BearerToken, Body, Instant, Path, Problem};
use timeslot_core::booking::Actor;
use timeslot_store::hosts;
use utoipa::ToSchema;

/// Where to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RescheduleBody {
    start: Instant,
}

/// Moves a booking to another open slot within the cut-off. Where approval is needed the old time stays until the host
/// approves: `proposed_start` then says what was asked for.
#[utoipa::path(post, path = "/api/v1/client/bookings/{id}/reschedule", tag = "client",
    params(("id" = uuid::Uuid, Path)), request_body = RescheduleBody,
    responses((status = 200, body = ClientBookingAnswer), Refusals))]
pub async fn reschedule_client_booking(
    State(app): State<App>,
    Path(id): Path<uuid::Uuid>,
    BearerToken(token): BearerToken,
    Body(body): Body<RescheduleBody>,
) -> Result<Json<ClientBookingAnswer>, Problem> {
    Ok(Json(ClientBookingAnswer { booking: carry_out(&app, token, Some(id), body.start).await? }))
}

/// Moves what `token` proves.
pub(crate) async fn carry_out(
    app: &App,
    token: String,
    id: Option<uuid::Uuid>,
    start: Instant,
) -> Result<ClientBooking, Problem> {
    let inside = app.clone();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let row = proven_as(tx, &inside, &token, id).await?;
                let (desk, row) = at_desk(tx, &inside, &row).await?;
                if hosts::public_by_handle(tx, &desk.host().handle).await?.is_none() {
                    return Err(away());
                }
                match reschedule(tx, &desk, row, start.0, Actor::Customer).await? {
                    Moved::Refused(refusal) => Err(refusal.into()),
                    Moved::Done(row, _) | Moved::Asked(row) => client_booking(tx, *row, inside.now()).await,
                }
            })
        })
        .await
}

/// The host's account is suspended or closed: nothing new is agreed, though a booking can still be cancelled.
fn away() -> Problem {
    let detail = "This host takes no bookings at present, so it can't be moved. You can still cancel it.";
    Problem::conflict("host-away", "The host takes no bookings", detail)
}

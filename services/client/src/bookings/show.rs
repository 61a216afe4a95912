//! A booking by its manage link.

use super::{ClientBookingAnswer, client_booking, proven, proven_as};
use axum::Json;
use axum::extract::State;
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, BearerToken, Path, Problem};

/// The booking that the token in `Authorization: Bearer` proves.
#[utoipa::path(get, path = "/api/v1/client/bookings/{id}", tag = "client", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ClientBookingAnswer), Refusals))]
pub async fn get_client_booking(
    State(app): State<App>,
    Path(id): Path<uuid::Uuid>,
    BearerToken(token): BearerToken,
) -> Result<Json<ClientBookingAnswer>, Problem> {
    let inside = app.clone();
    let booking = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let row = proven_as(tx, &inside, &token, Some(id)).await?;
                client_booking(tx, row, inside.now()).await
            })
        })
        .await?;
    Ok(Json(ClientBookingAnswer { booking }))
}

/// The booking of a manage link's token.
#[utoipa::path(get, path = "/api/v1/client/manage/{token}", tag = "client", params(("token" = String, Path)),
    responses((status = 200, body = ClientBookingAnswer), Refusals))]
pub async fn get_managed_booking(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Json<ClientBookingAnswer>, Problem> {
    let inside = app.clone();
    let booking = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let row = proven(tx, &inside, &token, Purpose::ManageBooking).await?;
                client_booking(tx, row, inside.now()).await
            })
        })
        .await?;
    Ok(Json(ClientBookingAnswer { booking }))
}

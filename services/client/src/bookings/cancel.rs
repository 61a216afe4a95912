//! The customer cancels.

use super::{ClientBooking, ClientBookingAnswer, at_desk, client_booking, proven_as};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use timeslot_booking::{Stepped, cancel};
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, BearerToken, Body, Check, Path, Problem};
use timeslot_core::booking::Actor;
use timeslot_core::text;
use utoipa::ToSchema;

/// Why.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelBody {
    /// A word to the host; may be left out.
    reason: Option<String>,
}

/// Cancels a booking within the cut-off.
#[utoipa::path(post, path = "/api/v1/client/bookings/{id}/cancel", tag = "client", params(("id" = uuid::Uuid, Path)),
    request_body = CancelBody, responses((status = 200, body = ClientBookingAnswer), Refusals))]
pub async fn cancel_client_booking(
    State(app): State<App>,
    Path(id): Path<uuid::Uuid>,
    BearerToken(token): BearerToken,
    Body(body): Body<CancelBody>,
) -> Result<Json<ClientBookingAnswer>, Problem> {
    Ok(Json(ClientBookingAnswer { booking: carry_out(&app, token, Some(id), body.reason).await? }))
}

/// Cancels what `token` proves.
pub(crate) async fn carry_out(
    app: &App,
    token: String,
    id: Option<uuid::Uuid>,
    reason: Option<String>,
) -> Result<ClientBooking, Problem> {
    let mut check = Check::new();
    let reason = check.take_if("reason", reason, |text| text::paragraphs(&text, 500));
    let (reason,) = check.all((reason,))?;
    let reason = reason.filter(|text| !text.is_empty());
    let inside = app.clone();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let row = proven_as(tx, &inside, &token, id).await?;
                let (desk, row) = at_desk(tx, &inside, &row).await?;
                match cancel(tx, &desk, row, Actor::Customer, reason).await? {
                    Stepped::Refused(refusal) => Err(refusal.into()),
                    Stepped::Done(row) => client_booking(tx, *row, inside.now()).await,
                }
            })
        })
        .await
}

//! The host answers a request, or a move that the customer asks for.

use super::cancel::ReasonBody;
use super::reschedule::after_move;
use super::{BookingAnswer, answer, at_desk};
use axum::Json;
use axum::extract::State;
use timeslot_booking::{Stepped, approve, decline};
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;

/// Says yes to a request, or to a move that the customer asks for.
#[utoipa::path(post, path = "/api/v1/user/bookings/{id}/approve", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = BookingAnswer), Refusals))]
pub async fn approve_booking(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<Json<BookingAnswer>, Problem> {
    let desk_app = app.clone();
    let answered = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let (desk, row) = at_desk(tx, &desk_app, &caller, id).await?;
                let moved = approve(tx, &desk, row).await?;
                after_move(tx, caller.id, moved).await
            })
        })
        .await?;
    Ok(Json(answered))
}

/// Says no. A move that is asked for leaves the booking at its old time.
#[utoipa::path(post, path = "/api/v1/user/bookings/{id}/decline", tag = "user", params(("id" = uuid::Uuid, Path)),
    request_body = ReasonBody,
    responses((status = 200, body = BookingAnswer), Refusals))]
pub async fn decline_booking(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
    Body(body): Body<ReasonBody>,
) -> Result<Json<BookingAnswer>, Problem> {
    let reason = body.parse()?;
    let desk_app = app.clone();
    let answered = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let (desk, row) = at_desk(tx, &desk_app, &caller, id).await?;
                match decline(tx, &desk, row, reason).await? {
                    Stepped::Refused(refusal) => Err(refusal.into()),
                    Stepped::Done(row) => answer(tx, caller.id, *row, Vec::new()).await,
                }
            })
        })
        .await?;
    Ok(Json(answered))
}

//! The host moves a booking.

use super::{BookingAnswer, answer, at_desk};
use crate::ahead;
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use timeslot_booking::{Moved, reschedule};
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::booking::Actor;
use timeslot_core::id::HostId;
use timeslot_store::Tx;
use utoipa::ToSchema;

/// Where to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartBody {
    start: Instant,
}

/// Moves a booking to another start. Only the core of another meeting is in the way of a host.
#[utoipa::path(post, path = "/api/v1/user/bookings/{id}/reschedule", tag = "user",
    operation_id = "reschedule_booking", params(("id" = uuid::Uuid, Path)), request_body = StartBody,
    responses((status = 200, body = BookingAnswer), Refusals))]
pub async fn reschedule_booking(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
    Body(body): Body<StartBody>,
) -> Result<Json<BookingAnswer>, Problem> {
    ahead::check(body.start.0, app.now())?;
    let desk_app = app.clone();
    let answered = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let (desk, row) = at_desk(tx, &desk_app, &caller, id).await?;
                let moved = reschedule(tx, &desk, row, body.start.0, Actor::Host).await?;
                after_move(tx, caller.id, moved).await
            })
        })
        .await?;
    Ok(Json(answered))
}

/// The answer to a move, or its problem.
pub(super) async fn after_move(tx: &mut Tx, host: HostId, moved: Moved) -> Result<BookingAnswer, Problem> {
    match moved {
        Moved::Refused(refusal) => Err(refusal.into()),
        Moved::Done(row, warnings) => answer(tx, host, *row, warnings).await,
        Moved::Asked(row) => answer(tx, host, *row, Vec::new()).await,
    }
}

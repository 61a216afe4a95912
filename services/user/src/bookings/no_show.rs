//! The host says that the customer didn't come, or takes it back.

use super::{BookingAnswer, answer, at_desk};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use timeslot_booking::Stepped;
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use utoipa::ToSchema;

/// Whether the customer didn't come.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoShowBody {
    #[serde(default = "yes")]
    #[schema(default = true)]
    no_show: bool,
}

const fn yes() -> bool {
    true
}

/// Marks or unmarks a meeting that is over as missed.
#[utoipa::path(post, path = "/api/v1/user/bookings/{id}/no-show", tag = "user", params(("id" = uuid::Uuid, Path)),
    request_body = NoShowBody,
    responses((status = 200, body = BookingAnswer), Refusals))]
pub async fn mark_no_show(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
    Body(body): Body<NoShowBody>,
) -> Result<Json<BookingAnswer>, Problem> {
    let desk_app = app.clone();
    let answered = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let (desk, row) = at_desk(tx, &desk_app, &caller, id).await?;
                match timeslot_booking::mark_no_show(tx, &desk, row, body.no_show).await? {
                    Stepped::Refused(refusal) => Err(refusal.into()),
                    Stepped::Done(row) => answer(tx, caller.id, *row, Vec::new()).await,
                }
            })
        })
        .await?;
    Ok(Json(answered))
}

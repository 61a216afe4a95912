//! One booking with its timeline.

use super::booking;
use super::timeline::{BookingWithTimeline, MOST, timeline};
use axum::Json;
use axum::extract::State;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::BookingId;
use timeslot_store::{bookings, customers, jobs};

/// One booking, with what happened and every effect that follows.
#[utoipa::path(get, path = "/api/v1/user/bookings/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = BookingWithTimeline), Refusals))]
pub async fn get_booking(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<Json<BookingWithTimeline>, Problem> {
    let shown = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let row =
                    bookings::find(tx, caller.id, BookingId(id)).await?.ok_or_else(Problem::not_found)?;
                let customer =
                    customers::find(tx, caller.id, row.customer_id).await?.ok_or_else(Problem::not_found)?;
                let steps = bookings::steps(tx, caller.id, row.id, MOST).await?;
                let jobs = jobs::of_booking(tx, caller.id, row.id, MOST).await?;
                let timeline = timeline(&row, &customer.email, &steps, &jobs);
                Ok::<_, Problem>(BookingWithTimeline { booking: booking(row, customer.email)?, timeline })
            })
        })
        .await?;
    Ok(Json(shown))
}

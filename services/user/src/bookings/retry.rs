//! “Retry now”: an effect that failed, or waits for its next try, is due at once.

use axum::extract::State;
use axum::http::StatusCode;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::{BookingId, JobId};
use timeslot_store::jobs;

/// Tries a failed effect again now.
#[utoipa::path(post, path = "/api/v1/user/bookings/{id}/jobs/{job_id}/retry", tag = "user", operation_id = "retry_booking_job",
    params(("id" = uuid::Uuid, Path), ("job_id" = uuid::Uuid, Path)),
    responses((status = 202), Refusals))]
pub async fn retry_job(
    State(app): State<App>,
    caller: Host,
    Path((id, job_id)): Path<(uuid::Uuid, uuid::Uuid)>,
) -> Result<StatusCode, Problem> {
    let now = app.now();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let job = jobs::find(tx, JobId(job_id)).await?;
                let own =
                    job.filter(|job| job.host_id == Some(caller.id) && job.booking_id == Some(BookingId(id)));
                let job = own.ok_or_else(Problem::not_found)?;
                if jobs::revive(tx, now, job.id).await? {
                    tx.report().host(caller.id).bookings.push(BookingId(id));
                    return Ok::<_, Problem>(());
                }
                let detail = format!("It is {}; only what failed can be tried again.", job.state);
                Err(Problem::conflict("nothing-to-retry", "Nothing to retry", detail))
            })
        })
        .await?;
    Ok(StatusCode::ACCEPTED)
}

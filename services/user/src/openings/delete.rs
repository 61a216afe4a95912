//! Take an opening back.

use axum::extract::State;
use axum::http::StatusCode;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::OpeningId;
use timeslot_store::{hosts, openings};

/// Takes an opening back. What was booked from it stays booked.
#[utoipa::path(delete, path = "/api/v1/user/openings/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), Refusals))]
pub async fn delete_opening(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<StatusCode, Problem> {
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                hosts::lock(tx, caller.id).await?;
                if !openings::delete(tx, caller.id, OpeningId(id)).await? {
                    return Err(Problem::not_found());
                }
                hosts::raise_version(tx, caller.id).await?;
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

//! Delete an event type, or archive it where bookings refer to it.

use super::show::load;
use axum::extract::State;
use axum::http::StatusCode;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::EventTypeId;
use timeslot_store::{event_types, hosts};

/// Deletes an event type; one that has bookings is archived and they stay.
#[utoipa::path(delete, path = "/api/v1/user/event-types/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), Refusals))]
pub async fn delete_event_type(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<StatusCode, Problem> {
    let now = app.now();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                hosts::lock(tx, caller.id).await?;
                let mut row = load(tx, caller.id, EventTypeId(id)).await?;
                if row.archived_at.is_some() {
                    return Err(Problem::not_found());
                }
                if event_types::has_bookings(tx, caller.id, row.id).await? {
                    row.archived_at = Some(now);
                    row.active = false;
                    event_types::update(tx, &row).await?;
                } else {
                    event_types::delete(tx, caller.id, row.id).await?;
                }
                hosts::raise_version(tx, caller.id).await?;
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

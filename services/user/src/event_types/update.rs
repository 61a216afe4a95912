//! Change an event type.

use super::show::{check_references, load, slug_taken};
use super::{EventType, EventTypeBody, event_type};
use axum::Json;
use axum::extract::State;
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::EventTypeId;
use timeslot_store::{event_types, hosts};

/// Changes what is named of an event type. Bookings keep what was agreed.
#[utoipa::path(patch, path = "/api/v1/user/event-types/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    request_body = EventTypeBody,
    responses((status = 200, body = EventType), Refusals))]
pub async fn update_event_type(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
    Body(body): Body<EventTypeBody>,
) -> Result<Json<EventType>, Problem> {
    let most_guests = app.settings().people.guests;
    let (handle, row) = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let host = hosts::lock(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                let mut row = load(tx, caller.id, EventTypeId(id)).await?;
                if row.archived_at.is_some() {
                    let detail = "It is archived and only kept for its bookings. Make a new one instead.";
                    return Err(Problem::conflict("archived", "The event type is archived", detail));
                }
                let mut check = Check::new();
                body.apply(&mut check, &mut row, most_guests);
                check_references(tx, &mut check, &row).await?;
                check.finish()?;
                event_types::update(tx, &row).await.map_err(slug_taken)?;
                hosts::raise_version(tx, host.id).await?;
                Ok::<_, Problem>((host.handle, row))
            })
        })
        .await?;
    Ok(Json(event_type(&app, &handle, row)?))
}

//! The host's event types.

use super::{EventType, MOST, event_type};
use axum::Json;
use axum::extract::State;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::page::Page;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_store::{event_types, hosts};

/// The host's event types, in the order they were made; archived ones apart.
#[utoipa::path(get, path = "/api/v1/user/event-types", tag = "user",
    responses((status = 200, body = Page<EventType>), Refusals))]
pub async fn list_event_types(
    State(app): State<App>,
    caller: Host,
) -> Result<Json<Page<EventType>>, Problem> {
    let (handle, rows) = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let host = hosts::find(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                Ok::<_, Problem>((host.handle, event_types::list(tx, caller.id, MOST).await?))
            })
        })
        .await?;
    let items: Result<Vec<_>, _> = rows.into_iter().map(|row| event_type(&app, &handle, row)).collect();
    Ok(Json(Page::whole(items?)))
}

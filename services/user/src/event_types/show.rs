//! One event type.

use super::{EventType, event_type};
use axum::Json;
use axum::extract::State;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::{EventTypeId, HostId};
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::{Error, Tx, hosts, schedules};

/// One event type, archived or not.
#[utoipa::path(get, path = "/api/v1/user/event-types/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = EventType), Refusals))]
pub async fn get_event_type(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<Json<EventType>, Problem> {
    let (handle, row) = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let host = hosts::find(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                Ok::<_, Problem>((host.handle, load(tx, caller.id, EventTypeId(id)).await?))
            })
        })
        .await?;
    Ok(Json(event_type(&app, &handle, row)?))
}

/// The event type, unless it is a stranger's.
pub(crate) async fn load(tx: &mut Tx, host: HostId, id: EventTypeId) -> Result<EventTypeRow, Problem> {
    event_types::find(tx, host, id).await?.ok_or_else(Problem::not_found)
}

/// Notes where the row refers to what isn't there, or its slug to another event type.
pub(super) async fn check_references(
    tx: &mut Tx,
    check: &mut Check,
    row: &EventTypeRow,
) -> Result<(), Problem> {
    let schedule = schedules::find(tx, row.host_id, row.schedule_id).await?;
    let usable = schedule.is_some_and(|it| it.archived_at.is_none());
    check.that(usable || row.schedule_id.0.is_nil(), "schedule_id", "is none of your schedules");
    let twin = event_types::by_slug(tx, row.host_id, &row.slug).await?;
    let free = twin.is_none_or(|it| it.id == row.id);
    check.that(free, "slug", format!("“{}” is taken by another of your event types", row.slug));
    Ok(())
}

/// Two requests with one slug at the same time: the database let the first one in.
pub(super) fn slug_taken(error: Error) -> Problem {
    if error.is_constraint("event_types_slug") || error.is_constraint("event_types.slug") {
        Problem::invalid_field("slug", "is taken by another of your event types")
    } else {
        error.into()
    }
}

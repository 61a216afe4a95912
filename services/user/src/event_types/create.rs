//! Make an event type.

use super::show::{check_references, slug_taken};
use super::{EventType, EventTypeBody, MOST, event_type};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::id::{EventTypeId, HostId, ScheduleId};
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::{Json as Document, Minutes, hosts};

/// Makes an event type. Title, slug, duration and schedule are needed; the rest has defaults.
#[utoipa::path(post, path = "/api/v1/user/event-types", tag = "user", request_body = EventTypeBody,
    responses((status = 201, body = EventType), Refusals))]
pub async fn create_event_type(
    State(app): State<App>,
    caller: Host,
    Body(body): Body<EventTypeBody>,
) -> Result<(StatusCode, Json<EventType>), Problem> {
    let (now, id) = (app.now(), EventTypeId::new(app.now(), app.entropy()));
    let most_guests = app.settings().people.guests;
    let (handle, row) = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let host = hosts::lock(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                if event_types::list(tx, host.id, MOST).await?.len() >= MOST as usize {
                    let detail =
                        format!("There are {MOST} event types, which is the most. Delete one first.");
                    return Err(Problem::conflict("too-many", "Too many event types", detail));
                }
                let mut row = blank(id, host.id, now);
                let mut check = Check::new();
                body.check_needed(&mut check);
                body.apply(&mut check, &mut row, most_guests);
                check_references(tx, &mut check, &row).await?;
                check.finish()?;
                row.insert(tx).await.map_err(slug_taken)?;
                hosts::raise_version(tx, host.id).await?;
                Ok::<_, Problem>((host.handle, row))
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(event_type(&app, &handle, row)?)))
}

/// An event type before anything is said about it.
fn blank(id: EventTypeId, host_id: HostId, now: Timestamp) -> EventTypeRow {
    EventTypeRow {
        id,
        host_id,
        schedule_id: ScheduleId(uuid::Uuid::nil()),
        slug: String::new(),
        title: String::new(),
        description: String::new(),
        duration_minutes: Minutes(30),
        slot_interval_minutes: None,
        buffer_before_minutes: Minutes(0),
        buffer_after_minutes: Minutes(0),
        minimum_notice_minutes: Minutes(0),
        horizon_days: None,
        date_from: None,
        date_to: None,
        max_per_day: None,
        max_per_week: None,
        seats: 1,
        price_minor: None,
        currency: None,
        requires_approval: false,
        approval_expires_hours: 24,
        cancel_cutoff_minutes: Minutes(0),
        reschedule_cutoff_minutes: Minutes(0),
        max_guests: 0,
        location_kind: "link".into(),
        location_value: String::new(),
        questions: Document(Vec::new()),
        reminders_minutes: Document(vec![1440, 60]),
        refund_ladder: Document(Vec::new()),
        visibility: "listed".into(),
        active: true,
        archived_at: None,
        created_at: now,
    }
}

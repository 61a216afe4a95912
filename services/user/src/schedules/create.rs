//! Make a schedule.

use super::{MOST, Schedule, ScheduleBody};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::id::ScheduleId;
use timeslot_core::scheduling::Weekly;
use timeslot_store::schedules::{self, ScheduleRow};
use timeslot_store::{Json as Document, hosts};

/// Makes a schedule. Without `time_zone` it is in the profile's; the host's first is the default.
#[utoipa::path(post, path = "/api/v1/user/schedules", tag = "user", request_body = ScheduleBody,
    responses((status = 201, body = Schedule), Refusals))]
pub async fn create_schedule(
    State(app): State<App>,
    caller: Host,
    Body(body): Body<ScheduleBody>,
) -> Result<(StatusCode, Json<Schedule>), Problem> {
    let (now, id) = (app.now(), ScheduleId::new(app.now(), app.entropy()));
    let row = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let host = hosts::lock(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                let others = schedules::list(tx, host.id, MOST).await?;
                if others.len() >= MOST as usize {
                    return Err(Problem::conflict(
                        "too-many",
                        "Too many schedules",
                        format!("There are {MOST} schedules, which is the most. Delete one first."),
                    ));
                }
                let mut row = ScheduleRow {
                    id,
                    host_id: host.id,
                    name: String::new(),
                    time_zone: host.time_zone,
                    weekly: Document(Weekly::default()),
                    overrides: Document(Vec::new()),
                    is_default: false,
                    archived_at: None,
                    created_at: now,
                };
                let mut check = Check::new();
                body.apply(&mut check, &mut row);
                check.that(!row.name.is_empty(), "name", "is needed");
                check.finish()?;
                row.is_default |= others.is_empty();
                row.insert(tx).await?;
                if row.is_default {
                    schedules::make_default(tx, host.id, id).await?;
                }
                hosts::raise_version(tx, host.id).await?;
                Ok::<_, Problem>(row)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(Schedule::from(&row))))
}

//! Delete a schedule, or archive it where old event types refer to it.

use super::show::load;
use axum::extract::State;
use axum::http::StatusCode;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::ScheduleId;
use timeslot_store::{hosts, schedules};

/// Deletes a schedule. One that event types use is refused, and so is the default.
#[utoipa::path(delete, path = "/api/v1/user/schedules/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), Refusals))]
pub async fn delete_schedule(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<StatusCode, Problem> {
    let now = app.now();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                hosts::lock(tx, caller.id).await?;
                let mut row = load(tx, caller.id, ScheduleId(id)).await?;
                let (all, in_use) = schedules::uses(tx, caller.id, row.id).await?;
                if in_use > 0 {
                    let detail = format!(
                        "{in_use} event types keep the hours of “{}”. Give them another schedule first.",
                        row.name
                    );
                    return Err(Problem::conflict("schedule-in-use", "The schedule is in use", detail));
                }
                if row.is_default {
                    let detail =
                        format!("“{}” is the default. Make another schedule the default first.", row.name);
                    return Err(Problem::conflict("default-schedule", "The schedule is the default", detail));
                }
                if all > 0 {
                    row.archived_at = Some(now);
                    schedules::update(tx, &row).await?;
                } else {
                    schedules::delete(tx, caller.id, row.id).await?;
                }
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

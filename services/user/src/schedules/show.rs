//! One schedule.

use super::Schedule;
use axum::Json;
use axum::extract::State;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::{HostId, ScheduleId};
use timeslot_store::Tx;
use timeslot_store::schedules::{self, ScheduleRow};

/// One schedule.
#[utoipa::path(get, path = "/api/v1/user/schedules/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Schedule), Refusals))]
pub async fn get_schedule(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<Json<Schedule>, Problem> {
    let row =
        app.db().read(move |tx| Box::pin(async move { load(tx, caller.id, ScheduleId(id)).await })).await?;
    Ok(Json(Schedule::from(&row)))
}

/// The schedule, unless it is a stranger's or archived.
pub(super) async fn load(tx: &mut Tx, host: HostId, id: ScheduleId) -> Result<ScheduleRow, Problem> {
    let row = schedules::find(tx, host, id).await?;
    row.filter(|row| row.archived_at.is_none()).ok_or_else(Problem::not_found)
}

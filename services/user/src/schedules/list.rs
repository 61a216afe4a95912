//! The host's schedules.

use super::{MOST, Schedule};
use axum::Json;
use axum::extract::State;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::page::Page;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_store::schedules;

/// The host's schedules, in the order they were made.
#[utoipa::path(get, path = "/api/v1/user/schedules", tag = "user",
    responses((status = 200, body = Page<Schedule>), Refusals))]
pub async fn list_schedules(State(app): State<App>, caller: Host) -> Result<Json<Page<Schedule>>, Problem> {
    let rows =
        app.db().read(move |tx| Box::pin(async move { schedules::list(tx, caller.id, MOST).await })).await;
    Ok(Json(Page::whole(rows.map_err(Problem::from)?.iter().map(Schedule::from).collect())))
}

//! Change a schedule.

use super::show::load;
use super::{Schedule, ScheduleBody};
use axum::Json;
use axum::extract::State;
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::id::ScheduleId;
use timeslot_store::{hosts, schedules};

/// Changes what is named of a schedule. Bookings that were made stay where they are.
#[utoipa::path(patch, path = "/api/v1/user/schedules/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    request_body = ScheduleBody,
    responses((status = 200, body = Schedule), Refusals))]
pub async fn update_schedule(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
    Body(body): Body<ScheduleBody>,
) -> Result<Json<Schedule>, Problem> {
    let row = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                hosts::lock(tx, caller.id).await?;
                let mut row = load(tx, caller.id, ScheduleId(id)).await?;
                let was_default = row.is_default;
                let mut check = Check::new();
                body.apply(&mut check, &mut row);
                if was_default && !row.is_default {
                    check.refuse(
                        "is_default",
                        "can't be taken away; make another schedule the default instead",
                    );
                }
                check.finish()?;
                schedules::update(tx, &row).await?;
                if row.is_default && !was_default {
                    schedules::make_default(tx, caller.id, row.id).await?;
                }
                hosts::raise_version(tx, caller.id).await?;
                Ok::<_, Problem>(row)
            })
        })
        .await?;
    Ok(Json(Schedule::from(&row)))
}

//! Publish one opening.

use super::{Opening, leave_room, opening, refusal};
use crate::event_types::show::load;
use crate::event_types::{MoneyBody, price};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::id::{EventTypeId, OpeningId};
use timeslot_core::interval::Interval;
use timeslot_store::openings::OpeningRow;
use timeslot_store::{Error, hosts};
use utoipa::ToSchema;

/// A slot to be published.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOpening {
    event_type_id: uuid::Uuid,
    start: Instant,
    /// The event type's duration after the start unless said otherwise.
    end: Option<Instant>,
    price: Option<MoneyBody>,
}

/// Publishes one slot by hand, inside or outside of the weekly hours.
#[utoipa::path(post, path = "/api/v1/user/openings", tag = "user", request_body = NewOpening,
    responses((status = 201, body = Opening), Refusals))]
pub async fn create_opening(
    State(app): State<App>,
    caller: Host,
    Body(body): Body<NewOpening>,
) -> Result<(StatusCode, Json<Opening>), Problem> {
    let (now, id) = (app.now(), OpeningId::new(app.now(), app.entropy()));
    let row = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                hosts::lock(tx, caller.id).await?;
                let event_type = load(tx, caller.id, EventTypeId(body.event_type_id)).await?;
                let mut check = Check::new();
                check.that(event_type.archived_at.is_none(), "event_type_id", "is archived");
                if let Some(money) = &body.price {
                    check.take("price", price(money));
                }
                let own_end =
                    body.start.0.checked_add(event_type.duration_minutes.duration()).unwrap_or(body.start.0);
                let core = Interval::new(body.start.0, body.end.map_or(own_end, |end| end.0));
                if let Some((field, why)) = refusal(core, now) {
                    check.refuse(field, why);
                }
                check.finish()?;
                leave_room(tx, caller.id, now, 1).await?;
                let row = OpeningRow {
                    id,
                    host_id: caller.id,
                    event_type_id: event_type.id,
                    starts_at: core.start,
                    ends_at: core.end,
                    price_minor: None,
                    currency: None,
                    created_at: now,
                };
                row.insert(tx).await.map_err(start_taken)?;
                hosts::raise_version(tx, caller.id).await?;
                Ok::<_, Problem>(row)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(opening(&row, false)?)))
}

fn start_taken(error: Error) -> Problem {
    if error.is_constraint("openings_start") || error.is_constraint("openings.starts_at") {
        let detail = "An opening of this event type starts at that instant already.";
        Problem::conflict("opening-exists", "The opening exists", detail)
    } else {
        error.into()
    }
}

//! The host's openings.

use super::{Opening, opening};
use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::BTreeSet;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::page::Page;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Query;
use timeslot_core::id::EventTypeId;
use timeslot_core::interval::Interval;
use timeslot_store::{openings, sittings};
use utoipa::IntoParams;

/// Most openings of one answer.
const MOST: u32 = 1000;

/// Which openings.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OpeningQuery {
    /// Those that start at or after this instant; from now on unless said otherwise.
    from: Option<String>,
    /// Those that start before this instant.
    to: Option<String>,
    /// Of one event type only.
    event_type_id: Option<uuid::Uuid>,
}

/// The host's openings by start, the first thousand.
#[utoipa::path(get, path = "/api/v1/user/openings", tag = "user", params(OpeningQuery),
    responses((status = 200, body = Page<Opening>), Refusals))]
pub async fn list_openings(
    State(app): State<App>,
    caller: Host,
    Query(query): Query<OpeningQuery>,
) -> Result<Json<Page<Opening>>, Problem> {
    let span = span(query.from.as_deref(), query.to.as_deref(), app.now())?;
    let event_type = query.event_type_id.map(EventTypeId);
    let (rows, taken) = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let rows = openings::list(tx, caller.id, event_type, span, MOST).await?;
                let taken = sittings::live(tx, caller.id, span, MOST * 10).await?;
                Ok::<_, Problem>((rows, taken))
            })
        })
        .await?;
    let taken: BTreeSet<_> = taken.iter().map(|it| (it.event_type_id, it.starts_at, it.ends_at)).collect();
    let items: Result<Vec<_>, _> = rows
        .iter()
        .map(|row| opening(row, taken.contains(&(row.event_type_id, row.starts_at, row.ends_at))))
        .collect();
    Ok(Json(Page::whole(items?)))
}

/// From `from`, or now, to `to`, or the end of time.
pub(super) fn span(from: Option<&str>, to: Option<&str>, now: Timestamp) -> Result<Interval, Problem> {
    let mut check = Check::new();
    let from = check.take_if("from", from, Instant::parse);
    let to = check.take_if("to", to, Instant::parse);
    let (from, to) = check.all((from, to))?;
    Ok(Interval::new(from.map_or(now, |it| it.0), to.map_or(Instant::LAST.0, |it| it.0)))
}

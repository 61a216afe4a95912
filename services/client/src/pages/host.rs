//! The host's page.

use super::{PublicEventType, PublicHost, find_host, public_event_type};
use axum::Json;
use axum::extract::State;
use jiff::{Timestamp, ToSpan};
use serde::Serialize;
use timeslot_booking::availability::Availability;
use timeslot_chassis::{App, Instant, Path, Problem, problem::Refusals};
use timeslot_core::event_type::Visibility;
use timeslot_core::zone::Zone;
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::hosts::HostRow;
use timeslot_store::{Tx, event_types};
use utoipa::ToSchema;

/// Most event types of one page.
const MOST: u32 = 100;
/// Of so many event types the next open start is told: each costs a look at the calendar.
const MOST_LOOKED_AT: usize = 20;
/// So many days ahead it is looked for.
const DAYS_AHEAD: i64 = 31;

/// A host and what can be booked.
#[derive(Debug, Serialize, ToSchema)]
pub struct HostPage {
    pub(crate) host: PublicHost,
    /// The listed, active ones.
    pub(crate) event_types: Vec<ListedEventType>,
}

/// An event type in its host's list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedEventType {
    #[serde(flatten)]
    pub(crate) event_type: PublicEventType,
    /// The first open start within 31 days; `null` where there is none, and behind the twentieth of a list.
    pub(crate) next_open: Option<Instant>,
}

/// A host's public profile and listed event types.
#[utoipa::path(get, path = "/api/v1/client/pages/{handle}", tag = "client", params(("handle" = String, Path)),
    responses((status = 200, body = HostPage), Refusals))]
pub async fn get_host_page(
    State(app): State<App>,
    Path(handle): Path<String>,
) -> Result<Json<HostPage>, Problem> {
    let now = app.now();
    let page = app.db().read(move |tx| Box::pin(async move { host_page(tx, &handle, now).await })).await?;
    Ok(Json(page))
}

/// The page of `handle`.
pub(crate) async fn host_page(tx: &mut Tx, handle: &str, now: Timestamp) -> Result<HostPage, Problem> {
    let host = find_host(tx, handle, now).await?;
    let rows = event_types::list(tx, host.id, MOST).await?;
    let listed = rows.iter().filter(|row| row.is_bookable() && row.visibility == Visibility::Listed.as_str());
    let mut event_types = Vec::new();
    for (place, row) in listed.enumerate() {
        let next_open = if place < MOST_LOOKED_AT { next_open(tx, &host, row, now).await? } else { None };
        event_types.push(ListedEventType { event_type: public_event_type(row)?, next_open });
    }
    Ok(HostPage { host: PublicHost::from(&host), event_types })
}

/// The first open start, from today on.
async fn next_open(
    tx: &mut Tx,
    host: &HostRow,
    row: &EventTypeRow,
    now: Timestamp,
) -> Result<Option<Instant>, Problem> {
    let Some(zone) = Zone::parse(&host.time_zone) else { return Ok(None) };
    let from = now.to_zoned(zone.time_zone().clone()).date();
    let to = from.saturating_add(DAYS_AHEAD.days());
    let availability = Availability::of_dates(tx, host, row, from, to, zone.time_zone()).await?;
    let open = availability.slots(now, from, to, zone.time_zone());
    Ok(open.first().map(|slot| slot.core.start.into()))
}

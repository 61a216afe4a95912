//! The host's page.

use super::{Holds, PublicEventType, PublicHost, find_host, public_event_type};
use axum::Json;
use axum::extract::State;
use jiff::{Timestamp, ToSpan};
use serde::Serialize;
use timeslot_booking::availability::{Availability, date_span};
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
    Ok(Json(page.0))
}

/// The page of `handle`, and for how long it is that.
pub(crate) async fn host_page(
    tx: &mut Tx,
    handle: &str,
    now: Timestamp,
) -> Result<(HostPage, Holds), Problem> {
    let host = find_host(tx, handle, now).await?;
    let rows = event_types::list(tx, host.id, MOST).await?;
    let is_listed = |row: &&EventTypeRow| row.is_bookable() && row.visibility == Visibility::Listed.as_str();
    let listed: Vec<&EventTypeRow> = rows.iter().filter(is_listed).collect();
    let looked_at = listed[..listed.len().min(MOST_LOOKED_AT)].to_vec();
    let (next_opens, until) = next_opens(tx, &host, looked_at, now).await?;
    let mut next_opens = next_opens.into_iter();
    let event_types: Result<Vec<ListedEventType>, Problem> = listed
        .into_iter()
        .map(|row| {
            let next_open = next_opens.next().flatten();
            Ok(ListedEventType { event_type: public_event_type(row)?, next_open })
        })
        .collect();
    let page = HostPage { host: PublicHost::from(&host), event_types: event_types? };
    Ok((page, Holds::of(&host, now, until)))
}

/// The first open start of each, from today on, and until when these are so.
async fn next_opens(
    tx: &mut Tx,
    host: &HostRow,
    rows: Vec<&EventTypeRow>,
    now: Timestamp,
) -> Result<(Vec<Option<Instant>>, Option<Timestamp>), Problem> {
    let Some(zone) = Zone::parse(&host.time_zone) else { return Ok((Vec::new(), None)) };
    let zone = zone.time_zone();
    let from = now.to_zoned(zone.clone()).date();
    let to = from.saturating_add(DAYS_AHEAD.days());
    let gathered = Availability::gather_all(tx, host, rows, date_span(from, to, zone)).await?;
    // The days that are looked at begin with the host's day.
    let mut until = date_span(from, from, zone).end;
    let mut firsts = Vec::new();
    for (_, availability) in &gathered {
        let calendar = availability.calendar(now, None);
        let open = calendar.slots(from, to, zone);
        until = calendar.valid_until(&open, to, zone).map_or(until, |valid| valid.min(until));
        firsts.push(open.first().map(|slot| Instant::from(slot.core.start)));
    }
    Ok((firsts, Some(until)))
}

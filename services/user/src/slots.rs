//! The host's own slots, tracked: open, booked and past.

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use timeslot_booking::availability::{Availability, date_span};
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::{self, Check};
use timeslot_chassis::instant::Instant;
use timeslot_chassis::page::Page;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Query;
use timeslot_core::booking::State as BookingState;
use timeslot_core::id::EventTypeId;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::MOST_QUERY_DAYS;
use timeslot_core::zone::Zone;
use timeslot_store::bookings::{self, BookingOfCustomer};
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::{Error, Tx};
use utoipa::{IntoParams, ToSchema};

/// Most slots of one answer.
const MOST: usize = 5000;

/// One slot as its host tracks it.
#[derive(Debug, Serialize, ToSchema)]
pub struct HostSlot {
    start: Instant,
    end: Instant,
    event_type_id: uuid::Uuid,
    title: String,
    /// `available`, `booked` or `past`.
    state: String,
    booking_id: Option<uuid::Uuid>,
    customer_name: Option<String>,
    seats_left: Option<u32>,
    /// The opening it comes from, if it was published by hand.
    opening_id: Option<uuid::Uuid>,
}

/// Which slots.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct HostSlotQuery {
    /// The first date in the profile's zone, `YYYY-MM-DD`.
    from: String,
    /// The last date, inclusive; at most 62 days in all.
    to: String,
    /// `available` (unless said otherwise), `booked` or `past`.
    view: Option<String>,
    /// Of one event type only.
    event_type_id: Option<uuid::Uuid>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Available,
    Booked,
    Past,
}

/// The host's slots by start: open ones, booked ones to come, or meetings that are over.
#[utoipa::path(get, path = "/api/v1/user/slots", tag = "user", params(HostSlotQuery),
    responses((status = 200, body = Page<HostSlot>), Refusals))]
pub async fn list_host_slots(
    State(app): State<App>,
    caller: Host,
    Query(query): Query<HostSlotQuery>,
) -> Result<Json<Page<HostSlot>>, Problem> {
    let now = app.now();
    let (from, to) = dates(&query.from, &query.to)?;
    let mut check = Check::new();
    let view = check.take("view", view(query.view.as_deref().unwrap_or("available")));
    let (view,) = check.all((view,))?;
    let only = query.event_type_id.map(EventTypeId);
    let mut slots = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let host = hosts::find(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                match view {
                    View::Available => {
                        available(tx, &host, only, (from, to), now).await.map_err(Problem::from)
                    }
                    _ => taken(tx, &host, only, (from, to), view, now).await.map_err(Problem::from),
                }
            })
        })
        .await?;
    slots.sort_by_key(|slot| slot.start);
    slots.truncate(MOST);
    Ok(Json(Page::whole(slots)))
}

/// Two dates at most 62 days apart.
pub(crate) fn dates(from: &str, to: &str) -> Result<(Date, Date), Problem> {
    let mut check = Check::new();
    let (from, to) = (check.take("from", check::date(from)), check.take("to", check::date(to)));
    let (from, to) = check.all((from, to))?;
    let days = from.until(to).map_or(i32::MAX, |span| span.get_days()) + 1;
    match days {
        ..=0 => Err(Problem::invalid_field("to", format!("is {to}, before {from}"))),
        days if days > MOST_QUERY_DAYS => Err(Problem::invalid_field(
            "to",
            format!("is {days} days from the first date; at most {MOST_QUERY_DAYS} fit"),
        )),
        _ => Ok((from, to)),
    }
}

fn view(text: &str) -> Result<View, &'static str> {
    match text {
        "available" => Ok(View::Available),
        "booked" => Ok(View::Booked),
        "past" => Ok(View::Past),
        _ => Err("is none of available, booked and past"),
    }
}

/// The open slots of the host's active event types.
pub(crate) async fn available(
    tx: &mut Tx,
    host: &HostRow,
    only: Option<EventTypeId>,
    (from, to): (Date, Date),
    now: Timestamp,
) -> Result<Vec<HostSlot>, Error> {
    let zone = zone(host)?;
    let mut slots = Vec::new();
    let all = event_types::list(tx, host.id, crate::event_types::MOST).await?;
    let wanted = |it: &&EventTypeRow| it.is_bookable() && only.is_none_or(|id| id == it.id);
    let span = date_span(from, to, zone.time_zone());
    let each = Availability::gather_all(tx, host, all.iter().filter(wanted).collect(), span).await?;
    for (event_type, availability) in each {
        let open = availability.slots(now, from, to, zone.time_zone());
        slots.extend(open.iter().map(|slot| open_slot(event_type, slot)));
        if slots.len() > MOST {
            break;
        }
    }
    Ok(slots)
}

fn open_slot(event_type: &EventTypeRow, slot: &timeslot_core::scheduling::Slot) -> HostSlot {
    HostSlot {
        start: slot.core.start.into(),
        end: slot.core.end.into(),
        event_type_id: event_type.id.0,
        title: event_type.title.clone(),
        state: "available".into(),
        booking_id: None,
        customer_name: None,
        seats_left: Some(slot.seats_left),
        opening_id: slot.opening.map(|id| id.0),
    }
}

async fn taken(
    tx: &mut Tx,
    host: &HostRow,
    only: Option<EventTypeId>,
    (from, to): (Date, Date),
    view: View,
    now: Timestamp,
) -> Result<Vec<HostSlot>, Error> {
    let span = date_span(from, to, zone(host)?.time_zone());
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let rows = bookings::starting_in(tx, host.id, span, most).await?;
    let mut slots = Vec::new();
    for row in rows {
        let state = row.booking.state()?;
        let fits = match view {
            View::Past => state == BookingState::Confirmed && row.booking.ends_at <= now,
            _ => state.is_live() && row.booking.ends_at > now,
        };
        if fits && only.is_none_or(|id| id == row.booking.event_type_id) {
            slots.push(taken_slot(row, if view == View::Past { "past" } else { "booked" }));
        }
    }
    Ok(slots)
}

fn taken_slot(row: BookingOfCustomer, state: &str) -> HostSlot {
    HostSlot {
        start: row.booking.starts_at.into(),
        end: row.booking.ends_at.into(),
        event_type_id: row.booking.event_type_id.0,
        title: row.booking.title,
        state: state.into(),
        booking_id: Some(row.booking.id.0),
        customer_name: Some(row.booking.name),
        seats_left: None,
        opening_id: None,
    }
}

/// The profile's zone.
pub(crate) fn zone(host: &HostRow) -> Result<Zone, Error> {
    Zone::parse(&host.time_zone)
        .ok_or_else(|| Error::Unexpected(format!("host {} has the unknown zone {}", host.id, host.time_zone)))
}

/// The instants of whole dates in the profile's zone, both inclusive.
pub(crate) fn span_of(host: &HostRow, from: Date, to: Date) -> Result<Interval, Error> {
    Ok(date_span(from, to, zone(host)?.time_zone()))
}

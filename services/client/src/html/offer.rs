//! What the booking page shows: the event type, the month that the address asks for with its slots, and whether the
//! start that it names can still be had.

use super::asked::Asked;
use super::words::date_in;
use crate::pages::event_type::EventTypePage;
use crate::pages::slots::{Dates, Found, Slots, find_slots, next_open};
use crate::pages::{Holds, PublicHost, find_event_type, public_event_type_detail};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use timeslot_booking::availability::Availability;
use timeslot_chassis::{App, Instant, Problem};
use timeslot_core::scheduling::Refusal as Rule;
use timeslot_core::zone::Zone;
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::hosts::HostRow;
use timeslot_store::{Error, Tx};

/// A booking page's data, as its script begins with it.
#[derive(Debug, Serialize)]
pub struct Offer {
    page: &'static str,
    #[serde(flatten)]
    pub data: EventTypePage,
    /// `2027-03`: the month whose slots these are.
    month: String,
    pub slots: Slots,
    /// The first open start of all, whichever month is shown.
    pub next_open: Option<Instant>,
    #[serde(skip)]
    pub place: Place,
    /// Of the start that the address names.
    pub fate: Option<Fate>,
    /// For how long month and next open start are these.
    #[serde(skip)]
    pub holds: Holds,
}

/// Where and when the page is.
#[derive(Clone, Debug)]
pub struct Place {
    pub path: String,
    /// The visitor's zone, or the host's.
    pub zone: Zone,
    pub host_zone: Zone,
    pub today: Date,
    /// The first day of the month that is shown.
    pub first: Date,
    pub date: Option<Date>,
}

/// What can be said about the start that the address names.
#[derive(Clone, Debug, Serialize)]
pub struct Fate {
    pub is: Is,
    pub start: Instant,
    /// Open starts around it, where it can't be had.
    pub near: Vec<Instant>,
    /// Where it is open: an opening may be longer or shorter than its kind.
    pub end: Option<Instant>,
}

/// Whether a start can be had, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Is {
    Open,
    /// A slot that is taken or blocked.
    Closed,
    /// A slot within the notice that the host wants.
    Late,
    Past,
    /// No slot starts then.
    NotOffered,
}

/// Reads it all at one instant.
pub async fn offer(tx: &mut Tx, app: &App, names: (&str, &str), asked: &Asked) -> Result<Offer, Problem> {
    let now = app.now();
    let (host, row) = find_event_type(tx, names.0, names.1, now).await?;
    let place = place(&host, &row, asked, now)?;
    let Shown { slots, next_open, holds } = month(tx, &host, &row, &place, now).await?;
    let fate = match asked.slot {
        Some(start) => Some(fate(tx, &host, &row, start, now).await?),
        None => None,
    };
    let data = EventTypePage { host: PublicHost::from(&host), event_type: public_event_type_detail(&row)? };
    let month = place.first.strftime("%Y-%m").to_string();
    Ok(Offer { page: "event_type", data, month, slots, next_open, place, fate, holds })
}

fn place(host: &HostRow, row: &EventTypeRow, asked: &Asked, now: Timestamp) -> Result<Place, Error> {
    let unknown = || Error::Unexpected(format!("host {} has the unknown zone {}", host.id, host.time_zone));
    let host_zone = Zone::parse(&host.time_zone).ok_or_else(unknown)?;
    let zone = asked.zone.clone().unwrap_or_else(|| host_zone.clone());
    let today = date_in(now, &zone);
    let date = asked.date.filter(|date| *date >= today);
    let month = asked.month.filter(|first| *first >= today.first_of_month());
    Ok(Place {
        path: format!("/{}/{}", host.handle, row.slug),
        first: month.unwrap_or_else(|| date.unwrap_or(today).first_of_month()),
        zone,
        host_zone,
        today,
        date,
    })
}

/// A month's slots, the first open start of all, and for how long they are these.
#[derive(Debug)]
pub struct Shown {
    pub slots: Slots,
    pub next_open: Option<Instant>,
    pub holds: Holds,
}

/// Reads the month that is shown.
pub async fn month(
    tx: &mut Tx,
    host: &HostRow,
    row: &EventTypeRow,
    place: &Place,
    now: Timestamp,
) -> Result<Shown, Error> {
    let dates = Dates { from: place.first, to: place.first.last_of_month(), zone: Some(place.zone.clone()) };
    let Found { slots, until } = find_slots(tx, host, row, dates, now).await?;
    let holds = Holds::of(host, now, until);
    if place.first <= place.today {
        return Ok(Shown { next_open: slots.next_open, slots, holds });
    }
    let yesterday = place.today.yesterday().unwrap_or(place.today);
    let (next, until) = next_open(tx, host, row, yesterday, &place.zone, now).await?;
    let holds = until.map_or(holds, |until| holds.and_until(until));
    Ok(Shown { slots, next_open: next.map(Instant::from), holds })
}

async fn fate(
    tx: &mut Tx,
    host: &HostRow,
    row: &EventTypeRow,
    start: Timestamp,
    now: Timestamp,
) -> Result<Fate, Error> {
    // Near a time that is past are the next ones.
    let around = start.max(now);
    let availability = Availability::around(tx, host, row, around).await?;
    let calendar = availability.calendar(now, None);
    let (is, end) = match calendar.explain(start) {
        _ if start <= now => (Is::Past, None),
        Ok(slot) => (Is::Open, Some(slot.core.end.into())),
        Err(Rule::NotASlot | Rule::Horizon { .. }) => (Is::NotOffered, None),
        Err(Rule::Notice(_)) => (Is::Late, None),
        Err(_) => (Is::Closed, None),
    };
    let near = if is == Is::Open { Vec::new() } else { calendar.alternatives(around) };
    Ok(Fate { is, start: Instant(start), near: near.into_iter().map(Instant::from).collect(), end })
}

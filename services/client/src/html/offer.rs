//! What the booking page shows: the event type, the month that the address asks for with its slots, and whether the
//! start that it names can still be had.

use super::asked::Asked;
use super::words::date_in;
use crate::pages::event_type::EventTypePage;
use crate::pages::slots::{Dates, Slots, next_open, slots};
use crate::pages::{PublicHost, find_event_type, public_event_type_detail};
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
    pub slots: Slots,
    /// The first open start of all, whichever month is shown.
    pub next_open: Option<Instant>,
    #[serde(skip)]
    pub place: Place,
    #[serde(skip)]
    pub fate: Option<Fate>,
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
    /// The host's availability when the page was written.
    pub version: i64,
}

/// What can be said about the start that the address names.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It can be had, until then.
    Open { start: Timestamp, end: Timestamp },
    /// It can't any more; these are near.
    Taken { start: Timestamp, near: Vec<Timestamp> },
    /// No slot starts then; these are near.
    NotOffered { start: Timestamp, near: Vec<Timestamp> },
}

impl Fate {
    pub const fn start(&self) -> Timestamp {
        match self {
            Self::Open { start, .. } | Self::Taken { start, .. } | Self::NotOffered { start, .. } => *start,
        }
    }
}

/// Reads it all at one instant.
pub async fn offer(tx: &mut Tx, app: &App, names: (&str, &str), asked: &Asked) -> Result<Offer, Problem> {
    let now = app.now();
    let (host, row) = find_event_type(tx, names.0, names.1, now).await?;
    let place = place(&host, &row, asked, now)?;
    let (slots, next_open) = month(tx, &host, &row, &place, now).await?;
    let fate = match asked.slot {
        Some(start) => Some(fate(tx, &host, &row, start, now).await?),
        None => None,
    };
    let data = EventTypePage { host: PublicHost::from(&host), event_type: public_event_type_detail(&row)? };
    Ok(Offer { page: "event_type", data, slots, next_open, place, fate })
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
        version: host.availability_version,
    })
}

/// The month's slots and the first open start of all.
pub async fn month(
    tx: &mut Tx,
    host: &HostRow,
    row: &EventTypeRow,
    place: &Place,
    now: Timestamp,
) -> Result<(Slots, Option<Instant>), Error> {
    let dates = Dates { from: place.first, to: place.first.last_of_month(), zone: Some(place.zone.clone()) };
    let slots = slots(tx, host, row, dates, now).await?;
    let next = if place.first <= place.today {
        slots.next_open
    } else {
        let yesterday = place.today.yesterday().unwrap_or(place.today);
        next_open(tx, host, row, yesterday, &place.zone, now).await?.0.map(Instant::from)
    };
    Ok((slots, next))
}

async fn fate(
    tx: &mut Tx,
    host: &HostRow,
    row: &EventTypeRow,
    start: Timestamp,
    now: Timestamp,
) -> Result<Fate, Error> {
    let availability = Availability::around(tx, host, row, start).await?;
    let calendar = availability.calendar(now);
    Ok(match calendar.explain(start) {
        Ok(slot) => Fate::Open { start, end: slot.core.end },
        Err(Rule::NotASlot) => Fate::NotOffered { start, near: calendar.alternatives(start) },
        Err(_) => Fate::Taken { start, near: calendar.alternatives(start) },
    })
}

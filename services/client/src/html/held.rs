//! A booking as its manage page needs it: with the times to which it could be moved.

use super::asked::Asked;
use super::offer::{Place, Shown, month};
use super::words::date_in;
use crate::bookings::{ClientBooking, client_booking, proven};
use crate::pages::slots::Slots;
use crate::pages::{PublicHost, find_event_type};
use jiff::Timestamp;
use timeslot_booking::availability::Availability;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Instant, Problem};
use timeslot_core::booking::State;
use timeslot_core::zone::Zone;
use timeslot_store::Tx;

/// The booking, its customer's clock, and where it could move to.
#[derive(Debug)]
pub struct Held {
    pub booking: ClientBooking,
    pub is_live: bool,
    /// The zone that the address asks for, else the one it was booked in.
    pub zone: Zone,
    /// The nearest open starts.
    pub near: Vec<Timestamp>,
    /// The month that is shown, where it can be moved.
    pub offer: Option<Month>,
}

/// The month to choose from.
#[derive(Debug)]
pub struct Month {
    pub host: PublicHost,
    pub seats: u32,
    pub place: Place,
    pub slots: Slots,
    pub next_open: Option<Instant>,
}

/// Reads the booking that `token` proves.
pub async fn held(tx: &mut Tx, app: &App, token: &str, asked: &Asked) -> Result<Held, Problem> {
    let now = app.now();
    let row = proven(tx, app, token, Purpose::ManageBooking).await?;
    let (id, is_live) = (row.id, row.state()?.is_live());
    let is_open = row.state()? == State::Confirmed;
    let booking = client_booking(tx, row, now).await?;
    let zone = asked.zone.clone().or_else(|| Zone::parse(&booking.time_zone));
    let zone = zone.ok_or_else(Problem::not_found)?;
    let mut held = Held { booking, is_live, zone, near: Vec::new(), offer: None };
    if !is_open || !held.booking.can_reschedule {
        return Ok(held);
    }
    let names = (held.booking.host.handle.clone(), held.booking.event_type.slug.clone());
    // A host who is away, or an event type that is gone, leaves nothing to move to.
    let Ok((host, event_type)) = find_event_type(tx, &names.0, &names.1, now).await else { return Ok(held) };
    let start = held.booking.start.0;
    let availability = Availability::around(tx, &host, &event_type, start).await?;
    held.near = availability.calendar(now, Some(id)).alternatives(start);
    let place = place(asked, &held, now);
    let Shown { slots, next_open, .. } = month(tx, &host, &event_type, &place, now).await?;
    let (seats, host) = (event_type.seats, PublicHost::from(&host));
    held.offer = Some(Month { host, seats, place, slots, next_open });
    Ok(held)
}

fn place(asked: &Asked, held: &Held, now: Timestamp) -> Place {
    let today = date_in(now, &held.zone);
    let date = asked.date.filter(|date| *date >= today);
    let month = asked.month.filter(|first| *first >= today.first_of_month());
    Place {
        path: String::new(),
        first: month.unwrap_or_else(|| date.unwrap_or(today).first_of_month()),
        zone: held.zone.clone(),
        host_zone: held.zone.clone(),
        today,
        date,
    }
}

//! A booking's rows as letters tell of them.

use super::zone;
use crate::letter::{Answer, Meeting, Person, Place};
use crate::said::{Line, Passage};
use timeslot_chassis::worker::HandlerError;
use timeslot_core::booking::State;
use timeslot_core::event_type::LocationKind;
use timeslot_core::job::Recipient;
use timeslot_store::addressees::Addressee;
use timeslot_store::bookings::BookingRow;
use timeslot_store::customers::CustomerRow;
use url::Url;

/// What a letter to `reader` says of the booking. Where it takes place only the host reads before it is agreed.
pub(super) fn meeting(
    booking: &BookingRow,
    host: &Addressee,
    customer: &CustomerRow,
    reader: Recipient,
) -> Result<Meeting, HandlerError> {
    let shows_place = reader == Recipient::Host || booking.state()? == State::Confirmed;
    Ok(Meeting {
        title: Line::new(&booking.title),
        time: booking.core(),
        host: Person {
            name: Line::new(&host.name),
            email: host.email.clone(),
            time_zone: zone(&host.time_zone),
        },
        customer: Person {
            name: Line::new(&booking.name),
            email: customer.email.clone(),
            time_zone: zone(&booking.customer_zone),
        },
        guests: booking.guests.0.clone(),
        place: place(booking).filter(|_| shows_place),
        price: booking.price()?,
        notes: Passage::new(booking.notes.as_deref().unwrap_or_default()),
        answers: answers(booking),
    })
}

fn answers(booking: &BookingRow) -> Vec<Answer> {
    let answers = booking
        .answers
        .0
        .iter()
        .map(|answer| Answer { label: Line::new(&answer.label), value: Passage::new(&answer.value) });
    answers.collect()
}

fn place(booking: &BookingRow) -> Option<Place> {
    let value = booking.location_value.as_str();
    let link = Url::parse(value).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    match LocationKind::parse(&booking.location_kind)? {
        LocationKind::GoogleMeet => Some(Place::Meet(link)),
        _ if value.is_empty() => None,
        LocationKind::Phone => Some(Place::Phone(Line::new(value))),
        LocationKind::Link => Some(link.map_or_else(|| Place::InPerson(Line::new(value)), Place::Link)),
        LocationKind::InPerson => Some(Place::InPerson(Line::new(value))),
    }
}

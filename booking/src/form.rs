//! The booking form as it comes in, parsed at the door for the customer's and the host's side alike.

use crate::book::NewBooking;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use timeslot_core::booking::Actor;
use timeslot_core::event_type::FieldRefused;
use timeslot_core::id::BookingId;
use timeslot_core::money::Money;
use timeslot_core::refusal::Refusal;
use timeslot_core::text::{self, Email, Refused};
use timeslot_core::zone::Zone;

/// Most answers that are looked at.
const MOST_ANSWERS: usize = 50;
/// Most guests that are looked at; how many may come is the event type's.
const MOST_GUESTS: usize = 50;

/// What somebody typed.
#[derive(Clone, Debug)]
pub struct Form {
    /// Which start.
    pub start: Timestamp,
    /// A name.
    pub name: String,
    /// A mail address.
    pub email: String,
    /// An IANA zone.
    pub time_zone: String,
    /// Whatever the customer wants to say.
    pub notes: Option<String>,
    /// Question id and value.
    pub answers: Vec<(String, String)>,
    /// Mail addresses.
    pub guests: Vec<String>,
    /// The price that was on the page.
    pub price: Option<Money>,
    /// How long it takes, as the page said.
    pub length: Option<SignedDuration>,
}

impl Form {
    /// Parses every field of the booking that will be called `id`; all that are wrong are named at once.
    pub fn parse(self, id: BookingId, by: Actor) -> Result<NewBooking, Box<Refusal>> {
        let mut refused: Vec<FieldRefused> = Vec::new();
        let name = take(&mut refused, "name", text::line(&self.name, 100));
        let email = take(&mut refused, "email", Email::parse(&self.email));
        let zone = Zone::parse(&self.time_zone)
            .ok_or_else(|| Refused("is no known time zone; write one such as Europe/Berlin".into()));
        let zone = take(&mut refused, "time_zone", zone);
        let notes = self.notes.map_or(Ok(String::new()), |notes| text::paragraphs(&notes, 2000));
        let notes = take(&mut refused, "notes", notes);
        let guests = take(&mut refused, "guests", guests(&self.guests));
        if self.answers.len() > MOST_ANSWERS {
            refused.push((
                "answers".into(),
                Refused(format!("has {}; at most {MOST_ANSWERS} fit", self.answers.len())),
            ));
        }
        let (Some(name), Some(email), Some(zone), Some(notes), Some(guests), true) =
            (name, email, zone, notes, guests, refused.is_empty())
        else {
            return Err(Box::new(Refusal::fields(refused)));
        };
        Ok(NewBooking {
            id,
            start: self.start,
            name,
            email,
            zone,
            notes: Some(notes).filter(|notes| !notes.is_empty()),
            answers: self.answers,
            guests,
            price: self.price,
            length: self.length,
            by,
        })
    }
}

fn take<T>(refused: &mut Vec<FieldRefused>, field: &str, parsed: Result<T, Refused>) -> Option<T> {
    parsed.map_err(|why| refused.push((field.to_owned(), why))).ok()
}

/// Each address once.
fn guests(addresses: &[String]) -> Result<Vec<Email>, Refused> {
    if addresses.len() > MOST_GUESTS {
        return Err(Refused(format!("has {} addresses; at most {MOST_GUESTS} fit", addresses.len())));
    }
    let mut seen = BTreeSet::new();
    let mut guests = Vec::new();
    for address in addresses.iter().filter(|address| !address.trim().is_empty()) {
        let guest = Email::parse(address)?;
        if seen.insert(guest.key().to_owned()) {
            guests.push(guest);
        }
    }
    Ok(guests)
}

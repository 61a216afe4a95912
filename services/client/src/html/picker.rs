//! Month, day and times, each a plain link: where a customer finds a slot.

use super::asked::Asked;
use super::day::Whose;
use super::month::{Shown, by_date};
use super::offer::Place;
use super::templates::shown;
use super::words::{self, Size, date_in};
use crate::pages::PublicHost;
use crate::pages::slots::Slots;
use jiff::Timestamp;
use minijinja::{Value, context};
use timeslot_chassis::Instant;

/// What the picker is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Picker<'a> {
    pub asked: &'a Asked,
    pub host: &'a PublicHost,
    pub seats: u32,
    pub place: &'a Place,
    pub slots: &'a Slots,
    pub next_open: Option<Instant>,
}

impl Picker<'_> {
    /// The values of `picker.html`.
    pub fn view(self) -> Value {
        let Self { asked, host, seats, place, slots, .. } = self;
        let days = by_date(&slots.slots, &place.zone);
        let selected = place.date.or_else(|| days.keys().next().copied());
        let drawn = Shown {
            asked,
            zone: &place.zone,
            first: place.first,
            today: place.today,
            selected,
            week_start: &host.week_start,
            goes_on: !slots.slots.is_empty() || slots.next_open.is_some(),
        }
        .month(&slots.slots);
        let whose = Whose { asked, zone: &place.zone, host, seats };
        let day = selected.map(|date| whose.day(date, days.get(&date).map_or(&[], Vec::as_slice)));
        context! {
            soon => self.next_open.map(|at| self.soon(at.0)),
            month => shown(&drawn),
            day => shown(&day),
            nothing => words::month(place.first),
            next => slots.next_open.map(|at| self.next(at.0)),
        }
    }

    fn soon(self, at: Timestamp) -> Value {
        let (reader, zone) = (self.asked.reader, &self.place.zone);
        let when = if date_in(at, zone) == self.place.today {
            super::texts::say("booking.today_at", &[("time", reader.time(at, zone))])
        } else {
            reader.moment(at, zone, Size::Medium)
        };
        context! { href => self.asked.href(&[("slot", Some(at.to_string()))]), when => when }
    }

    /// Beyond a month in which nothing is open.
    fn next(self, at: Timestamp) -> Value {
        let date = date_in(at, &self.place.zone).to_string();
        context! {
            href => self.asked.href(&[("date", Some(date)), ("month", None)]),
            when => self.asked.reader.moment(at, &self.place.zone, Size::Medium),
        }
    }
}

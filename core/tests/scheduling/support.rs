//! Words to write worlds with: a host in New York, open Monday to Friday from 9 to 17, who offers calls of 30 minutes.

use jiff::civil::{Date, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use timeslot_core::id::{BookingId, EventTypeId, OpeningId};
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{
    Calendar, Horizon, LiveBooking, LocalTime, Opening, Rules, Schedule, Weekly, Window,
};
use uuid::Uuid;

/// The event type in question.
pub const CALL: EventTypeId = EventTypeId(Uuid::from_u128(1));
/// Another one of the same host.
pub const CLASS: EventTypeId = EventTypeId(Uuid::from_u128(2));

/// Everything that a calendar borrows.
#[derive(Clone, Debug)]
pub struct World {
    pub now: Timestamp,
    pub schedule: Schedule,
    pub rules: Rules,
    pub openings: Vec<Opening>,
    pub blocks: Vec<Interval>,
    pub bookings: Vec<LiveBooking>,
    pub busy: Vec<Interval>,
    pub moving: Option<BookingId>,
    pub held: Option<Interval>,
}

impl World {
    /// An ordinary world at the start of 2026, and one of `zone`.
    pub fn new(zone_name: &str) -> Self {
        Self {
            now: at("2026-01-01T00:00Z"),
            schedule: Schedule {
                time_zone: zone(zone_name),
                weekly: Weekly::default(),
                overrides: BTreeMap::new(),
            },
            rules: rules(30),
            openings: Vec::new(),
            blocks: Vec::new(),
            bookings: Vec::new(),
            busy: Vec::new(),
            moving: None,
            held: None,
        }
    }

    /// The host of New York with ordinary hours.
    pub fn ordinary() -> Self {
        let mut world = Self::new("America/New_York");
        for day in 0..5 {
            world.schedule.weekly.0[day] = vec![window("09:00-17:00")];
        }
        world
    }

    /// The same with the hours of one date.
    pub fn on(mut self, day: &str, windows: &[&str]) -> Self {
        self.schedule.overrides.insert(date(day), windows.iter().map(|text| window(text)).collect());
        self
    }

    /// The same at another now.
    pub fn now(mut self, now: &str) -> Self {
        self.now = at(now);
        self
    }

    /// The same with meetings and a grid of so many minutes.
    pub fn every(mut self, minutes: i64) -> Self {
        self.rules.duration = SignedDuration::from_mins(minutes);
        self.rules.slot_interval = SignedDuration::from_mins(minutes);
        self
    }

    /// The same with a call booked, without buffers.
    pub fn booked(mut self, core: Interval) -> Self {
        self.bookings.push(booking(self.bookings.len() as u128, CALL, core));
        self
    }

    /// What the core is asked with.
    pub fn calendar(&self) -> Calendar<'_> {
        Calendar {
            now: self.now,
            event_type: CALL,
            schedule: &self.schedule,
            rules: &self.rules,
            openings: self.openings.clone(),
            blocks: self.blocks.clone(),
            bookings: self.bookings.clone(),
            busy: self.busy.clone(),
            moving: self.moving,
            held: self.held,
        }
    }

    /// The starts offered on one date of the host.
    pub fn starts(&self, day: &str) -> Vec<Timestamp> {
        self.starts_seen_from(day, &self.schedule.time_zone)
    }

    /// The starts offered on one date of a viewer.
    pub fn starts_seen_from(&self, day: &str, viewer: &TimeZone) -> Vec<Timestamp> {
        let day = date(day);
        self.calendar().slots(day, day, viewer).iter().map(|slot| slot.core.start).collect()
    }
}

/// Meetings and a grid of so many minutes, and nothing else.
pub fn rules(minutes: i64) -> Rules {
    Rules {
        duration: SignedDuration::from_mins(minutes),
        slot_interval: SignedDuration::from_mins(minutes),
        buffer_before: SignedDuration::ZERO,
        buffer_after: SignedDuration::ZERO,
        minimum_notice: SignedDuration::ZERO,
        horizon: Horizon::Unlimited,
        max_per_day: None,
        max_per_week: None,
        host_max_per_day: None,
        week_start: Weekday::Monday,
        seats: 1,
    }
}

/// A live booking without buffers.
pub fn booking(id: u128, event_type: EventTypeId, core: Interval) -> LiveBooking {
    LiveBooking {
        id: BookingId(Uuid::from_u128(id)),
        event_type,
        core,
        buffer_before: SignedDuration::ZERO,
        buffer_after: SignedDuration::ZERO,
    }
}

/// An opening without a price.
pub fn opening(id: u128, core: Interval) -> Opening {
    Opening { id: OpeningId(Uuid::from_u128(id)), core, price: None }
}

/// An instant, written with its offset.
pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Instants, written with their offsets.
pub fn instants(texts: &[&str]) -> Vec<Timestamp> {
    texts.iter().map(|text| at(text)).collect()
}

/// From one instant to another, written with their offsets.
pub fn between(start: &str, end: &str) -> Interval {
    Interval::new(at(start), at(end))
}

/// So many minutes.
pub fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

/// A date.
pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A zone of the bundled database, whatever the machine has.
pub fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap()
}

/// A window, written `09:00-17:00`.
pub fn window(text: &str) -> Window {
    let (start, end) = text.split_once('-').unwrap();
    Window { start: reading(start), end: reading(end) }
}

fn reading(text: &str) -> LocalTime {
    let (hours, minutes) = text.split_once(':').unwrap();
    LocalTime::from_minutes(hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap()).unwrap()
}

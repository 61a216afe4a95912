//! Everything that decides about one event type's slots, gathered.

use super::hours::Schedule;
use crate::id::{BookingId, EventTypeId, OpeningId};
use crate::interval::Interval;
use crate::money::Money;
use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp};

/// How far ahead can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Horizon {
    /// As far as the two years that bound every horizon.
    Unlimited,
    /// Until so many host-local days from today, inclusive.
    Rolling(u16),
    /// Host-local dates, inclusive.
    Range(Date, Date),
}

/// An event type's rules. Durations are whole minutes and none is negative; one without a duration or a step has no
/// grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How long a meeting is.
    pub duration: SignedDuration,
    /// The step of the grid.
    pub slot_interval: SignedDuration,
    /// Time kept free before a meeting.
    pub buffer_before: SignedDuration,
    /// Time kept free after a meeting.
    pub buffer_after: SignedDuration,
    /// How long before its start a slot can last be booked.
    pub minimum_notice: SignedDuration,
    /// How far ahead can be booked.
    pub horizon: Horizon,
    /// Most sittings of this event type on one host-local day. A sitting is of the day on which it starts.
    pub max_per_day: Option<u32>,
    /// Most sittings of this event type in one host-local week.
    pub max_per_week: Option<u32>,
    /// Most sittings over all event types on one host-local day.
    pub host_max_per_day: Option<u32>,
    /// The weekday on which the host's week starts.
    pub week_start: Weekday,
    /// How many bookings share a sitting; at least one.
    pub seats: u32,
}

/// A slot that the host published by hand, for the event type in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Which.
    pub id: OpeningId,
    /// From when to when.
    pub core: Interval,
    /// Its own price, if it has one.
    pub price: Option<Money>,
}

/// A booking that blocks its time: held, awaiting approval or confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiveBooking {
    /// Which.
    pub id: BookingId,
    /// Of which event type.
    pub event_type: EventTypeId,
    /// From when to when.
    pub core: Interval,
    /// The buffer before that it was booked with.
    pub buffer_before: SignedDuration,
    /// The buffer after that it was booked with.
    pub buffer_after: SignedDuration,
}

/// A slot that can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// From when to when.
    pub core: Interval,
    /// How many may still book it; at least one.
    pub seats_left: u32,
    /// The opening it comes from, if it was published by hand.
    pub opening: Option<OpeningId>,
    /// The opening's own price, if it has one.
    pub price: Option<Money>,
}

/// What a refused slot collides with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collision {
    /// A live booking and its footprint: its core and the buffers it was booked with.
    Booking(BookingId, Interval),
    /// A period that the host blocked.
    Block(Interval),
    /// A busy interval of a connected calendar.
    Busy(Interval),
}

/// Why a slot can't be booked: the first rule that refuses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Rules 1 to 3: no slot starts then.
    NotASlot,
    /// Rule 4.
    Conflict(Collision),
    /// Rule 5: every seat is taken.
    Full,
    /// Rule 6: it starts before this first bookable instant.
    Notice(Timestamp),
    /// Rule 7: its host-local date lies outside of these bookable dates.
    Horizon {
        /// The first bookable date, if there is one.
        first: Option<Date>,
        /// The last bookable date.
        last: Date,
    },
    /// Rule 8: as many sittings of the event type as are allowed on that host-local day.
    DayLimit(u32),
    /// Rule 8: as many sittings of the event type as are allowed in that host-local week.
    WeekLimit(u32),
    /// Rule 8: as many sittings of the host as are allowed on that host-local day.
    HostDayLimit(u32),
}

/// Everything that decides which slots of one event type exist at `now`.
///
/// The lists may come in any order, but those that are sorted by start are not copied. They hold at least what
/// could stand in the way of what is asked about, the longest meeting and buffers considered, and with limits also the whole
/// weeks around it. What lies further away does no harm. Slots are whole seconds.
#[derive(Clone, Debug)]
pub struct Calendar<'a> {
    /// The instant of asking.
    pub now: Timestamp,
    /// Whose slots.
    pub event_type: EventTypeId,
    /// The host's hours.
    pub schedule: &'a Schedule,
    /// The event type's rules.
    pub rules: &'a Rules,
    /// Slots published by hand for this event type.
    pub openings: Vec<Opening>,
    /// The host's blocks.
    pub blocks: Vec<Interval>,
    /// The host's live bookings over all event types.
    pub bookings: Vec<LiveBooking>,
    /// Busy intervals of connected calendars.
    pub busy: Vec<Interval>,
    /// A booking that is being rescheduled: it does not stand in its own way.
    pub moving: Option<BookingId>,
    /// A slot that the asking customer already holds: notice doesn't refuse it.
    pub held: Option<Interval>,
}

//! Random worlds around the days on which clocks do something odd.

mod parts;

use super::support::{CALL, CLASS, World, date, minutes, zone};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use parts::{Lists, LooseBooking, Now};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use timeslot_core::id::{BookingId, OpeningId};
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{LiveBooking, Opening, Slot, Weekly};
use uuid::Uuid;

/// Zones and dates on or next to which their clocks change, or which have an odd offset.
const MOMENTS: [(&str, &str); 27] = [
    ("America/New_York", "2026-03-08"),
    ("America/New_York", "2026-11-01"),
    ("America/New_York", "2026-06-10"),
    ("Australia/Lord_Howe", "2026-04-05"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Africa/Casablanca", "2025-02-23"),
    ("Africa/Casablanca", "2025-04-06"),
    ("Africa/Cairo", "2025-04-25"),
    ("Africa/Cairo", "2025-10-30"),
    ("Asia/Beirut", "2026-03-29"),
    ("Asia/Beirut", "2025-10-25"),
    ("Pacific/Apia", "2011-12-30"),
    ("Pacific/Kwajalein", "1993-08-21"),
    ("Pacific/Kwajalein", "1969-09-30"),
    ("Pacific/Kiritimati", "1994-12-31"),
    ("Asia/Kolkata", "2026-05-05"),
    ("Asia/Calcutta", "2026-05-05"),
    ("Asia/Kathmandu", "2026-05-05"),
    ("America/St_Johns", "2010-03-14"),
    ("America/St_Johns", "2010-11-06"),
    ("America/St_Johns", "2026-11-01"),
    ("America/Nuuk", "2026-03-28"),
    ("America/Nuuk", "2026-10-24"),
    ("America/Havana", "2026-11-01"),
    ("America/Santiago", "2026-04-04"),
    ("Antarctica/Troll", "2026-03-29"),
    ("UTC", "2028-02-29"),
];

const VIEWERS: [&str; 6] = [
    "UTC",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
];

/// The minutes of an ordinary day.
const DAY: i64 = 24 * 60;

/// A world, and a query of dates in it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub world: World,
    pub from: Date,
    pub to: Date,
    pub viewer: TimeZone,
}

impl Asked {
    /// The midnight (UTC) of the first queried date.
    pub fn midnight(&self) -> Timestamp {
        self.from.to_zoned(TimeZone::UTC).unwrap().timestamp()
    }

    /// Everything that can matter to the query, and then some.
    pub fn around(&self) -> Interval {
        Interval::new(self.midnight() - minutes(5 * DAY), self.midnight() + minutes((self.days() + 6) * DAY))
    }

    /// Every minute at which a slot of the answer could start, and a day more.
    pub fn lattice(&self) -> impl Iterator<Item = Timestamp> + use<> {
        let (start, days) = (self.midnight() - minutes(DAY), self.days() + 2);
        (0..days * DAY).map(move |minute| start + minutes(minute))
    }

    fn days(&self) -> i64 {
        i64::from((self.to - self.from).get_days()) + 1
    }

    fn published(&self) -> Vec<Slot> {
        let (before, after) = (self.from.yesterday().unwrap(), self.to.tomorrow().unwrap());
        self.world.calendar().grid(before, after, &TimeZone::UTC)
    }

    /// So many quarters of an hour, from a whole quarter on.
    fn period(&self, (minute, quarters): (i64, i64)) -> Interval {
        let start = self.midnight() + minutes(minute.div_euclid(15) * 15);
        Interval::new(start, start + minutes(quarters * 15))
    }
}

/// Any world and a query of one to three dates in it.
pub fn worlds() -> impl Strategy<Value = Asked> {
    let query = (select(&MOMENTS), -1_i64..=1, 0_i64..=2, proptest::option::of(select(&VIEWERS)));
    let rules = (parts::rules(), parts::horizons());
    let asking = (parts::now(), parts::perhaps(any::<Index>()), parts::perhaps(any::<Index>()));
    (query, parts::hours(), rules, parts::lists(), asking).prop_map(|(query, hours, rules, lists, asking)| {
        let ((name, day), shift, more_days, viewer) = query;
        let from = date(day) + shift.days();
        let mut world = World::new(name);
        world.schedule.weekly = Weekly(hours.weekly);
        world.schedule.overrides =
            hours.overrides.into_iter().map(|(day, open)| (from + day.days(), open)).collect();
        world.rules = rules.0;
        world.rules.horizon = rules.1.around(from);
        let viewer = zone(viewer.unwrap_or(name));
        furnished(Asked { world, from, to: from + more_days.days(), viewer }, lists, asking)
    })
}

/// The same with all that stands at instants.
fn furnished(
    mut asked: Asked,
    lists: Lists,
    (now, moving, held): (Now, Option<Index>, Option<Index>),
) -> Asked {
    asked.world.now =
        asked.midnight() + SignedDuration::from_secs(now.seconds) - minutes(now.days_earlier * DAY);
    asked.world.blocks = lists.blocks.into_iter().map(|period| asked.period(period)).collect();
    asked.world.busy = lists.busy.into_iter().map(|period| asked.period(period)).collect();
    for (n, (period, price)) in (0..).zip(lists.openings) {
        let id = OpeningId(Uuid::from_u128(n));
        asked.world.openings.push(Opening { id, core: asked.period(period), price });
    }
    let published = asked.published();
    let pick = |index: Index| (!published.is_empty()).then(|| index.get(&published).core);
    for loose in lists.bookings {
        let core = loose.slot.and_then(pick).unwrap_or_else(|| asked.period(loose.period));
        book(&mut asked.world, core, &loose);
    }
    let bookings = &asked.world.bookings;
    asked.world.moving = moving.filter(|_| !bookings.is_empty()).map(|index| index.get(bookings).id);
    asked.world.held = held.and_then(pick);
    asked
}

fn book(world: &mut World, core: Interval, loose: &LooseBooking) {
    for _ in 0..loose.copies {
        world.bookings.push(LiveBooking {
            id: BookingId(Uuid::from_u128(world.bookings.len() as u128)),
            event_type: if loose.is_call { CALL } else { CLASS },
            core,
            buffer_before: minutes(loose.buffers.0),
            buffer_after: minutes(loose.buffers.1),
        });
    }
}

/// Any minute around a query, after its midnight.
pub fn minutes_around() -> impl Strategy<Value = SignedDuration> {
    (-DAY..4 * DAY).prop_map(minutes)
}

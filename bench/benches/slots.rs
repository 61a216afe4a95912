//! How long the core takes for one answer: a month of 30-minute slots, Monday to Friday from 9 to 17 in New York, against
//! 1,000 sorted busy intervals.

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::{Date, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::hint::black_box;
use timeslot_core::id::EventTypeId;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Calendar, Horizon, LocalTime, Rules, Schedule, Weekly, Window};
use uuid::Uuid;

const BUSY: i64 = 1000;

criterion_group!(benches, month);
criterion_main!(benches);

fn month(criterion: &mut Criterion) {
    let zones = TimeZoneDatabase::bundled();
    let (Ok(zone), Ok(viewer)) = (zones.get("America/New_York"), zones.get("Europe/Berlin")) else { return };
    let schedule = office_hours(zone);
    let (from, to) = (Date::constant(2026, 3, 1), Date::constant(2026, 3, 31));
    let start = Timestamp::constant(1_772_341_200, 0);
    for (name, every, length, buffered) in [
        ("no slot taken, busy within the month", 44, 0, false),
        ("most slots taken, busy within the month", 44, 20, false),
        ("busy spread over a year around it", 525, 60, false),
        ("busy spread over a year around it, with buffers", 525, 60, true),
    ] {
        let rules = half_hours(buffered);
        let first = if every > 100 { start - SignedDuration::from_hours(24 * 180) } else { start };
        let calendar = calendar(&schedule, &rules, start, busy(first, every, length));
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| calendar.slots(black_box(from), black_box(to), black_box(&viewer)));
        });
    }
}

fn busy(first: Timestamp, every: i64, length: i64) -> Vec<Interval> {
    let start = |n| first + SignedDuration::from_mins(n * every);
    (0..BUSY).map(|n| Interval::new(start(n), start(n) + SignedDuration::from_mins(length))).collect()
}

fn calendar<'a>(
    schedule: &'a Schedule,
    rules: &'a Rules,
    now: Timestamp,
    busy: Vec<Interval>,
) -> Calendar<'a> {
    Calendar {
        now,
        event_type: EventTypeId(Uuid::from_u128(1)),
        schedule,
        rules,
        openings: Vec::new(),
        blocks: Vec::new(),
        bookings: Vec::new(),
        busy,
        moving: None,
        held: None,
    }
}

fn office_hours(time_zone: TimeZone) -> Schedule {
    let hours = LocalTime::from_minutes(9 * 60).zip(LocalTime::from_minutes(17 * 60));
    let windows: Vec<Window> = hours.map(|(start, end)| Window { start, end }).into_iter().collect();
    let weekly = std::array::from_fn(|day| if day < 5 { windows.clone() } else { Vec::new() });
    Schedule { time_zone, weekly: Weekly(weekly), overrides: BTreeMap::new() }
}

fn half_hours(buffered: bool) -> Rules {
    let buffer = |minutes| SignedDuration::from_mins(if buffered { minutes } else { 0 });
    Rules {
        duration: SignedDuration::from_mins(30),
        slot_interval: SignedDuration::from_mins(30),
        buffer_before: buffer(5),
        buffer_after: buffer(10),
        minimum_notice: SignedDuration::from_hours(2),
        horizon: Horizon::Unlimited,
        max_per_day: None,
        max_per_week: None,
        host_max_per_day: None,
        week_start: Weekday::Monday,
        seats: 1,
    }
}

//! How long one answer takes: a month of 30-minute slots, Monday to Friday from 9 to 17 in New York, against 1,000 busy
//! intervals. Run with `cargo run --release -p timeslot-core --example slots_speed`.

use jiff::civil::{Date, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;
use timeslot_core::id::EventTypeId;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Calendar, Horizon, LocalTime, Rules, Schedule, Weekly, Window};
use uuid::Uuid;

const BUSY: i64 = 1000;
const ROUNDS: u32 = 2_000;

fn main() -> Result<(), jiff::Error> {
    let schedule = office_hours(TimeZoneDatabase::bundled().get("America/New_York")?);
    let rules = half_hours();
    let march = (Date::constant(2026, 3, 1), Date::constant(2026, 3, 31));
    let start: Timestamp = "2026-03-01T00:00-05:00".parse()?;
    for (name, every, length) in [
        ("no slot taken, busy within the month", 44, 0),
        ("most slots taken, busy within the month", 44, 20),
        ("busy spread over a year around it", 525, 60),
        ("busy spread over a year around it, with buffers", 525, 60),
    ] {
        let mut rules = rules.clone();
        if name.ends_with("buffers") {
            rules.buffer_before = SignedDuration::from_mins(5);
            rules.buffer_after = SignedDuration::from_mins(10);
        }
        let first = if every > 100 { start - SignedDuration::from_hours(24 * 180) } else { start };
        let calendar = calendar(&schedule, &rules, start, busy(first, every, length));
        report(name, &calendar, march);
    }
    Ok(())
}

/// Prints the fastest and the median time of one answer.
fn report(name: &str, calendar: &Calendar<'_>, (from, to): (Date, Date)) {
    let viewer = TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC);
    let answer = || calendar.slots(black_box(from), black_box(to), black_box(&viewer));
    let mut times: Vec<_> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            black_box(answer());
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{name}: {} slots, fastest {:?}, median {:?}", answer().len(), times[0], times[times.len() / 2]);
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

fn half_hours() -> Rules {
    Rules {
        duration: SignedDuration::from_mins(30),
        slot_interval: SignedDuration::from_mins(30),
        buffer_before: SignedDuration::ZERO,
        buffer_after: SignedDuration::ZERO,
        minimum_notice: SignedDuration::from_hours(2),
        horizon: Horizon::Unlimited,
        max_per_day: None,
        max_per_week: None,
        host_max_per_day: None,
        week_start: Weekday::Monday,
        seats: 1,
    }
}

//! Rule 8: how many a day, how many a week.

use crate::support::{CALL, CLASS, World, at, between, booking, window};
use jiff::civil::Weekday;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::Refusal;

fn hour(start: &str, end: &str) -> Interval {
    between(&format!("2026-06-{start}-04:00"), &format!("2026-06-{end}-04:00"))
}

fn counts(world: &World, days: [&str; 3]) -> [usize; 3] {
    days.map(|day| world.starts(&format!("2026-06-{day}")).len())
}

#[test]
fn a_day_may_be_full() {
    let mut world =
        World::ordinary().booked(hour("10T09:00", "10T09:30")).booked(hour("10T10:00", "10T10:30"));
    world.rules.max_per_day = Some(2);
    assert_eq!(counts(&world, ["09", "10", "11"]), [16, 0, 16]);
    assert_eq!(world.calendar().explain(at("2026-06-10T11:00-04:00")), Err(Refusal::DayLimit(2)));
    world.bookings[1].event_type = CLASS;
    assert_eq!(counts(&world, ["09", "10", "11"]), [16, 14, 16], "only its own event type counts");
    world.rules.host_max_per_day = Some(2);
    assert_eq!(counts(&world, ["09", "10", "11"]), [16, 0, 16]);
    assert_eq!(world.calendar().explain(at("2026-06-10T11:00-04:00")), Err(Refusal::HostDayLimit(2)));
}

#[test]
fn days_are_the_hosts() {
    // 01:00 UTC of the 11th.
    let mut world = World::ordinary().booked(hour("10T21:00", "10T21:30"));
    world.rules.max_per_day = Some(1);
    assert_eq!(counts(&world, ["09", "10", "11"]), [16, 0, 16]);
}

#[test]
fn a_week_starts_when_the_host_says() {
    let mut world = World::ordinary().booked(hour("14T21:00", "14T21:30"));
    world.schedule.weekly.0[6] = vec![window("09:00-17:00")];
    world.rules.max_per_week = Some(1);
    assert_eq!(counts(&world, ["12", "14", "15"]), [0, 0, 16], "the 14th is a Sunday, the last of its week");
    assert_eq!(world.calendar().explain(at("2026-06-12T09:00-04:00")), Err(Refusal::WeekLimit(1)));
    world.rules.week_start = Weekday::Sunday;
    assert_eq!(counts(&world, ["12", "14", "15"]), [16, 0, 0], "or the first");
    world.rules.week_start = Weekday::Saturday;
    assert_eq!(counts(&world, ["12", "19", "22"]), [16, 0, 16]);
}

#[test]
fn a_sitting_counts_once() {
    let nine = hour("10T09:00", "10T09:30");
    let mut world = World::ordinary().booked(nine).booked(nine);
    world.rules.seats = 3;
    world.rules.max_per_day = Some(2);
    world.rules.host_max_per_day = Some(2);
    assert_eq!(world.starts("2026-06-10").len(), 16);
    world = world.booked(hour("10T10:00", "10T10:30"));
    let open = [at("2026-06-10T09:00-04:00"), at("2026-06-10T10:00-04:00")];
    assert_eq!(world.starts("2026-06-10"), open, "who joins a sitting adds none");
    world.rules.max_per_day = Some(1);
    assert_eq!(world.starts("2026-06-10"), [], "nor does a sitting make more of them lawful");
}

#[test]
fn a_booking_that_moves_does_not_count() {
    let mut world = World::ordinary();
    world.bookings = vec![booking(1, CALL, hour("10T09:00", "10T09:30"))];
    world.rules.max_per_day = Some(1);
    world.rules.max_per_week = Some(1);
    world.rules.host_max_per_day = Some(1);
    assert_eq!(counts(&world, ["09", "10", "11"]), [0, 0, 0]);
    world.moving = Some(world.bookings[0].id);
    assert_eq!(counts(&world, ["09", "10", "11"]), [16, 16, 16]);
}

#[test]
fn a_limit_of_none_leaves_none() {
    let mut world = World::ordinary();
    world.rules.max_per_day = Some(0);
    assert_eq!(world.starts("2026-06-10"), []);
    assert_eq!(world.calendar().explain(at("2026-06-10T09:00-04:00")), Err(Refusal::DayLimit(0)));
}

#[test]
fn the_day_of_a_clock_change_is_one_day() {
    let mut world = World::ordinary().on("2026-11-01", &["00:00-24:00"]).every(60);
    world = world.booked(between("2026-11-01T01:00-04:00", "2026-11-01T02:00-04:00"));
    world.rules.max_per_day = Some(2);
    assert_eq!(world.starts("2026-11-01").len(), 24);
    world = world.booked(between("2026-11-01T23:00-05:00", "2026-11-02T00:00-05:00"));
    assert_eq!(world.starts("2026-11-01"), []);
}

//! What else there is, and what there is next.

use crate::random::{Asked, minutes_around, worlds};
use crate::support::{World, at, between, date, instants, minutes, opening};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use timeslot_core::scheduling::{Horizon, MOST_QUERY_DAYS, Slot};

#[test]
fn the_three_nearest_are_told_in_order() {
    let alternatives = World::ordinary().calendar().alternatives(at("2026-06-10T12:00-04:00"));
    let told = ["2026-06-10T11:00-04:00", "2026-06-10T11:30-04:00", "2026-06-10T12:30-04:00"];
    assert_eq!(alternatives, instants(&told));
}

#[test]
fn nothing_past_is_an_alternative() {
    let world = World::ordinary().now("2026-06-10T11:40-04:00");
    let told = ["2026-06-10T12:30-04:00", "2026-06-10T13:00-04:00", "2026-06-10T13:30-04:00"];
    assert_eq!(world.calendar().alternatives(at("2026-06-10T12:00-04:00")), instants(&told));
}

#[test]
fn alternatives_lie_within_thirty_days() {
    let mut world = World::new("UTC");
    let open = |day: &str, n| opening(n, between(&format!("{day}T10:00Z"), &format!("{day}T10:30Z")));
    world.openings =
        vec![open("2026-07-10", 1), open("2026-07-11", 2), open("2026-05-11", 3), open("2026-05-10", 4)];
    let told = instants(&["2026-05-11T10:00Z", "2026-07-10T10:00Z"]);
    assert_eq!(world.calendar().alternatives(at("2026-06-10T10:00Z")), told);
}

#[test]
fn the_next_open_slot_may_be_the_very_instant() {
    let calendar = World::ordinary();
    let next = |from: &str| calendar.calendar().next_open(at(from)).map(|slot| slot.core.start);
    assert_eq!(next("2026-06-12T16:30-04:00"), Some(at("2026-06-12T16:30-04:00")));
    assert_eq!(next("2026-06-12T16:31-04:00"), Some(at("2026-06-15T09:00-04:00")));
    assert_eq!(next("2020-01-01T00:00Z"), Some(at("2026-01-01T09:00-05:00")));
}

#[test]
fn the_next_open_slot_is_sought_for_four_hundred_days() {
    let mut world = World::new("UTC");
    let open = |day: &str| opening(1, between(&format!("{day}T10:00Z"), &format!("{day}T10:30Z")));
    world.openings = vec![open("2027-02-05")];
    let next =
        |world: &World| world.calendar().next_open(at("2026-01-01T10:01Z")).map(|slot| slot.core.start);
    assert_eq!(next(&world), Some(at("2027-02-05T10:00Z")));
    world.openings = vec![open("2027-02-06")];
    assert_eq!(next(&world), None);
}

#[test]
fn an_opening_beyond_the_horizon_is_next_when_the_grid_has_ended() {
    let mut world = World::ordinary();
    world.rules.horizon = Horizon::Range(date("2026-01-02"), date("2026-01-05"));
    world.openings = vec![opening(1, between("2026-05-01T20:00Z", "2026-05-01T21:00Z"))];
    let next = |from: &str| world.calendar().next_open(at(from)).map(|slot| slot.core.start);
    assert_eq!(next("2026-01-01T00:00Z"), Some(at("2026-01-02T09:00-05:00")));
    assert_eq!(next("2026-01-06T00:00Z"), Some(at("2026-05-01T20:00Z")));
}

fn offered_within(asked: &Asked, start: Timestamp, end: Timestamp) -> Vec<Slot> {
    let (mut date, last) = (TimeZone::UTC.to_datetime(start).date(), TimeZone::UTC.to_datetime(end).date());
    let mut slots = Vec::new();
    while date <= last {
        let to = last.min(date + (i64::from(MOST_QUERY_DAYS) - 1).days());
        slots.extend(asked.world.calendar().slots(date, to, &TimeZone::UTC));
        date = to.tomorrow().unwrap();
    }
    slots.retain(|slot| start <= slot.core.start && slot.core.start <= end);
    slots
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn alternatives_are_the_nearest_of_the_answer(asked in worlds(), near in minutes_around()) {
        let near = asked.midnight() + near;
        let days = SignedDuration::from_hours(30 * 24);
        let mut slots = offered_within(&asked, near - days, near + days);
        slots.retain(|slot| slot.core.start != near && slot.core.start >= asked.world.now);
        slots.sort_by_key(|slot| near.duration_since(slot.core.start).abs());
        let mut nearest: Vec<Timestamp> = slots.iter().take(3).map(|slot| slot.core.start).collect();
        nearest.sort();
        prop_assert_eq!(asked.world.calendar().alternatives(near), nearest);
    }

    #[test]
    fn the_next_open_slot_is_the_first_of_the_answer(asked in worlds(), from in minutes_around()) {
        let from = asked.midnight() + from;
        let sought = from.max(asked.world.now);
        let slots = offered_within(&asked, sought, sought + minutes(400 * 24 * 60) - SignedDuration::from_nanos(1));
        prop_assert_eq!(asked.world.calendar().next_open(from), slots.first().copied());
    }
}

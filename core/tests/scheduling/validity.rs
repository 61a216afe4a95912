//! How long an answer stays true if nothing but time passes.

use crate::random::worlds;
use crate::support::{World, at, between, date, minutes, zone};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use timeslot_core::scheduling::Horizon;

const NANOSECOND: SignedDuration = SignedDuration::from_nanos(1);

fn valid_until(world: &World, day: &str) -> Option<Timestamp> {
    let (calendar, day) = (world.calendar(), date(day));
    let offered = calendar.slots(day, day, &world.schedule.time_zone);
    calendar.valid_until(&offered, day, &world.schedule.time_zone)
}

#[test]
fn notice_moves_over_the_first_slot() {
    let mut world = World::ordinary().now("2026-06-10T09:10-04:00");
    world.rules.minimum_notice = minutes(60);
    assert_eq!(valid_until(&world, "2026-06-10"), Some(at("2026-06-10T09:30-04:00") + NANOSECOND));
}

#[test]
fn the_slot_that_notice_has_just_reached_is_the_first_to_go() {
    let world = World::ordinary().now("2026-06-10T09:30-04:00");
    assert_eq!(world.starts("2026-06-10")[0], at("2026-06-10T09:30-04:00"));
    assert_eq!(valid_until(&world, "2026-06-10"), Some(at("2026-06-10T09:30-04:00") + NANOSECOND));
}

#[test]
fn a_slot_that_is_held_does_not_go() {
    let mut world = World::ordinary().now("2026-06-10T09:10-04:00");
    world.held = Some(between("2026-06-10T09:30-04:00", "2026-06-10T10:00-04:00"));
    assert_eq!(valid_until(&world, "2026-06-10"), Some(at("2026-06-10T10:00-04:00") + NANOSECOND));
}

#[test]
fn a_past_day_stays_as_empty_as_it_is() {
    assert_eq!(valid_until(&World::ordinary().now("2026-06-10T09:10-04:00"), "2026-06-09"), None);
}

#[test]
fn the_rolling_horizon_moves_at_the_hosts_midnight() {
    let mut world = World::ordinary().now("2026-06-10T22:10-04:00");
    world.rules.horizon = Horizon::Rolling(2);
    assert_eq!(valid_until(&world, "2026-06-15"), Some(at("2026-06-11T00:00-04:00")));
    assert_eq!(valid_until(&world, "2026-06-12"), Some(at("2026-06-12T09:00-04:00") + NANOSECOND));
}

#[test]
fn a_range_never_moves_by_itself() {
    let mut world = World::ordinary().now("2026-06-10T22:10-04:00");
    world.rules.horizon = Horizon::Range(date("2026-06-01"), date("2026-06-12"));
    assert_eq!(valid_until(&world, "2026-06-15"), None);
}

#[test]
fn the_bound_of_two_years_moves_like_a_rolling_horizon() {
    let mut world = World::ordinary().now("2026-06-10T22:10-04:00");
    assert_eq!(valid_until(&world, "2028-06-12"), Some(at("2026-06-11T00:00-04:00")));
    world.rules.horizon = Horizon::Range(date("2026-06-01"), date("2030-01-01"));
    assert_eq!(valid_until(&world, "2028-06-12"), Some(at("2026-06-11T00:00-04:00")));
}

#[test]
fn a_horizon_may_move_back_where_the_clock_is_turned_back_over_midnight() {
    let mut world = World::new("America/St_Johns").now("2010-11-07T00:00:30-02:30");
    world.rules.horizon = Horizon::Rolling(1);
    assert_eq!(valid_until(&world, "2010-11-08"), Some(at("2010-11-06T23:01-03:30")));
    assert_eq!(
        valid_until(&world.now("2010-11-06T23:01-03:30"), "2010-11-08"),
        Some(at("2010-11-07T00:00-03:30"))
    );
}

#[test]
fn a_query_may_end_where_dates_alternate() {
    let mut world = World::new("America/St_Johns").now("2010-11-06T12:00Z");
    world.rules.horizon = Horizon::Rolling(0);
    let viewer = zone("America/Argentina/Buenos_Aires");
    let until = world.calendar().valid_until(&[], date("2010-11-06"), &viewer);
    assert_eq!(until, Some(at("2010-11-07T00:00-02:30")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_is_valid_until_it_is_said_to_be(mut asked in worlds(), later in prop::collection::vec(1_i64..20_000, 8)) {
        let offered = asked.world.calendar().slots(asked.from, asked.to, &asked.viewer);
        let until = asked.world.calendar().valid_until(&offered, asked.to, &asked.viewer);
        let (now, notice) = (asked.world.now, asked.world.rules.minimum_notice);
        prop_assert!(until.is_none_or(|until| until > now));
        let mut nows: Vec<Timestamp> = later.into_iter().map(|minute| now + minutes(minute)).collect();
        nows.extend(offered.iter().flat_map(|slot| [slot.core.start - notice, slot.core.start - notice + NANOSECOND]));
        nows.extend(until.map(|until| until - NANOSECOND));
        for later in nows.into_iter().filter(|at| now <= *at && until.is_none_or(|until| *at < until)) {
            asked.world.now = later;
            let offered_later = asked.world.calendar().slots(asked.from, asked.to, &asked.viewer);
            prop_assert_eq!(&offered_later, &offered, "at {}", later);
        }
    }
}

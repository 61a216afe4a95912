//! Rules 1, 3, 6, 7 and 9: ordinary windows, the grid, and which days are asked about.

use crate::support::{World, at, between, date, instants, minutes, window, zone};
use jiff::SignedDuration;
use timeslot_core::scheduling::{Horizon, Refusal};

#[test]
fn an_ordinary_day_is_full_of_slots() {
    let starts = World::ordinary().starts("2026-06-10");
    assert_eq!(starts.len(), 16);
    assert_eq!((starts[0], starts[15]), (at("2026-06-10T09:00-04:00"), at("2026-06-10T16:30-04:00")));
    assert_eq!(World::ordinary().starts("2026-06-13"), []);
}

#[test]
fn an_override_replaces_the_hours_of_its_date() {
    let world = World::ordinary().on("2026-06-10", &["12:00-13:00"]).on("2026-06-11", &[]);
    assert_eq!(world.starts("2026-06-10"), instants(&["2026-06-10T12:00-04:00", "2026-06-10T12:30-04:00"]));
    assert_eq!(world.starts("2026-06-11"), []);
    assert_eq!(world.starts("2026-06-12").len(), 16);
}

#[test]
fn windows_that_touch_or_overlap_are_one() {
    let starts =
        |windows: &[&str]| World::ordinary().every(60).on("2026-06-10", windows).starts("2026-06-10");
    let one = instants(&["2026-06-10T09:00-04:00", "2026-06-10T10:00-04:00", "2026-06-10T11:00-04:00"]);
    assert_eq!(starts(&["10:15-12:00", "09:00-10:15"]), one);
    assert_eq!(starts(&["09:00-11:30", "09:30-12:00"]), one);
    assert_eq!(starts(&["09:00-12:00", "09:30-10:00", "11:00-11:00"]), one);
    let two = instants(&["2026-06-10T09:00-04:00", "2026-06-10T10:20-04:00"]);
    assert_eq!(starts(&["09:00-10:15", "10:20-12:00"]), two);
}

#[test]
fn a_slot_ends_by_the_end_of_its_window() {
    let mut world = World::ordinary().every(15);
    world.rules.duration = minutes(60);
    let starts = world.starts("2026-06-10");
    assert_eq!(starts.len(), 29);
    assert_eq!(starts.last(), Some(&at("2026-06-10T16:00-04:00")));
}

#[test]
fn a_slot_may_run_past_midnight_if_the_next_date_is_open() {
    let world = World::new("UTC").every(60).on("2026-06-10", &["22:15-24:00"]);
    assert_eq!(world.starts("2026-06-10"), instants(&["2026-06-10T22:15Z"]));
    let world = world.on("2026-06-11", &["00:00-02:00"]);
    assert_eq!(world.starts("2026-06-10"), instants(&["2026-06-10T22:15Z", "2026-06-10T23:15Z"]));
    let anew = instants(&["2026-06-11T00:00Z", "2026-06-11T01:00Z"]);
    assert_eq!(world.starts("2026-06-11"), anew, "the grid begins anew on each date");
}

#[test]
fn a_slot_may_be_longer_than_a_day() {
    let mut world = World::new("UTC").every(36 * 60);
    world.schedule.weekly.0.fill(vec![window("00:00-24:00")]);
    world = world.on("2026-06-13", &[]);
    assert_eq!(world.starts("2026-06-11"), instants(&["2026-06-11T00:00Z"]));
    assert_eq!(world.starts("2026-06-12"), []);
}

#[test]
fn the_grid_never_moves() {
    let mut world = World::ordinary().every(60).now("2026-06-10T09:20-04:00");
    world.busy = vec![between("2026-06-10T10:10-04:00", "2026-06-10T10:40-04:00")];
    world = world.booked(between("2026-06-10T13:10-04:00", "2026-06-10T13:20-04:00"));
    let starts =
        ["11:00", "12:00", "14:00", "15:00", "16:00"].map(|time| at(&format!("2026-06-10T{time}-04:00")));
    assert_eq!(world.starts("2026-06-10"), starts);
    let (day, viewer) = (date("2026-06-10"), zone("America/New_York"));
    assert_eq!(world.calendar().grid(day, day, &viewer).len(), 8);
}

#[test]
fn slots_are_whole_seconds() {
    let calendar = World::ordinary();
    let within = at("2026-06-10T09:00:00.5-04:00");
    assert_eq!(calendar.calendar().explain(within), Err(Refusal::NotASlot));
}

#[test]
fn rules_without_length_publish_nothing() {
    assert_eq!(World::ordinary().every(0).starts("2026-06-10"), []);
}

#[test]
fn notice_is_kept_to_the_minute() {
    let mut world = World::ordinary().now("2026-06-10T09:00-04:00");
    world.rules.minimum_notice = minutes(120);
    assert_eq!(world.starts("2026-06-10")[0], at("2026-06-10T11:00-04:00"));
    world.now += SignedDuration::from_nanos(1);
    assert_eq!(world.starts("2026-06-10")[0], at("2026-06-10T11:30-04:00"));
    let earliest = Refusal::Notice(at("2026-06-10T11:00-04:00") + SignedDuration::from_nanos(1));
    assert_eq!(world.calendar().explain(at("2026-06-10T11:00-04:00")), Err(earliest));
}

#[test]
fn notice_does_not_refuse_what_is_held() {
    let mut world = World::ordinary().now("2026-06-10T10:00-04:00");
    world.rules.minimum_notice = minutes(120);
    world.held = Some(between("2026-06-10T11:00-04:00", "2026-06-10T11:30-04:00"));
    let starts = world.starts("2026-06-10");
    assert_eq!(starts[..2], instants(&["2026-06-10T11:00-04:00", "2026-06-10T12:00-04:00"]));
    world.held = Some(between("2026-06-10T11:00-04:00", "2026-06-10T11:45-04:00"));
    assert_eq!(world.starts("2026-06-10")[0], at("2026-06-10T12:00-04:00"));
}

#[test]
fn a_rolling_horizon_counts_the_hosts_days() {
    // In New York it is still the 10th.
    let mut world = World::ordinary().now("2026-06-11T03:59Z");
    world.rules.horizon = Horizon::Rolling(1);
    assert_eq!(world.starts("2026-06-11").len(), 16);
    assert_eq!(world.starts("2026-06-12"), []);
    let refusal = Refusal::Horizon { first: None, last: date("2026-06-11") };
    assert_eq!(world.calendar().explain(at("2026-06-12T09:00-04:00")), Err(refusal));
    world = world.now("2026-06-11T04:00Z");
    assert_eq!(world.starts("2026-06-12").len(), 16);
}

#[test]
fn a_range_holds_its_dates() {
    let mut world = World::ordinary();
    world.rules.horizon = Horizon::Range(date("2026-06-10"), date("2026-06-11"));
    let counts = ["2026-06-09", "2026-06-10", "2026-06-11", "2026-06-12"].map(|day| world.starts(day).len());
    assert_eq!(counts, [0, 16, 16, 0]);
    let refusal = Refusal::Horizon { first: Some(date("2026-06-10")), last: date("2026-06-11") };
    assert_eq!(world.calendar().explain(at("2026-06-09T09:00-04:00")), Err(refusal));
}

#[test]
fn no_horizon_is_past_two_years() {
    let mut world = World::ordinary().now("2026-06-08T12:00Z");
    let last = date("2028-06-08");
    for horizon in [Horizon::Unlimited, Horizon::Rolling(9999), Horizon::Range(last, date("2100-01-01"))] {
        world.rules.horizon = horizon;
        assert_eq!(world.starts("2028-06-08").len(), 16);
        assert_eq!(world.starts("2028-06-09"), []);
        let refusal = world.calendar().explain(at("2028-06-09T09:00-04:00")).unwrap_err();
        assert!(matches!(refusal, Refusal::Horizon { last: told, .. } if told == last));
    }
}

#[test]
fn a_viewer_sees_the_same_instants_on_other_dates() {
    let world = World::ordinary();
    let kiritimati = world.starts_seen_from("2026-06-11", &zone("Pacific/Kiritimati"));
    assert_eq!(kiritimati, world.starts("2026-06-10"));
    let tokyo = world.starts_seen_from("2026-06-11", &zone("Asia/Tokyo"));
    assert_eq!(tokyo.len(), 16);
    assert_eq!(tokyo[..2], instants(&["2026-06-10T11:00-04:00", "2026-06-10T11:30-04:00"]));
    assert_eq!(tokyo.last(), Some(&at("2026-06-11T10:30-04:00")));
}

#[test]
fn a_viewers_date_that_does_not_exist_has_no_slots() {
    let mut world = World::new("UTC").now("2011-12-01T00:00Z").every(60);
    world.schedule.weekly.0.fill(vec![window("00:00-24:00")]);
    let apia = zone("Pacific/Apia");
    assert_eq!(world.starts_seen_from("2011-12-30", &apia), []);
    assert_eq!(world.starts_seen_from("2011-12-29", &apia).last(), Some(&at("2011-12-30T09:00Z")));
    assert_eq!(world.starts_seen_from("2011-12-31", &apia)[0], at("2011-12-30T10:00Z"));
}

#[test]
fn a_query_that_ends_before_it_starts_is_empty() {
    let world = World::ordinary();
    assert_eq!(world.calendar().slots(date("2026-06-11"), date("2026-06-10"), &world.schedule.time_zone), []);
}

#[test]
fn the_ends_of_time_are_survived() {
    let world = World::ordinary();
    assert_eq!(world.calendar().explain(jiff::Timestamp::MAX), Err(Refusal::NotASlot));
    assert_eq!(world.calendar().explain(jiff::Timestamp::MIN), Err(Refusal::NotASlot));
    assert_eq!(world.starts("9999-12-31"), []);
    assert_eq!(world.starts("-009999-01-01"), []);
}

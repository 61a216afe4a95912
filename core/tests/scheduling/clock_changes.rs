//! Rule 2: days on which the host's clock jumps.

use crate::support::{World, at, date, instants, window};
use jiff::tz::TimeZone;
use timeslot_core::scheduling::Horizon;

fn hosted(zone: &str, day: &str, windows: &[&str]) -> World {
    World::new(zone).now("2011-01-01T00:00Z").on(day, windows).every(30)
}

/// A host who is open around the clock.
fn always(zone: &str, now: &str) -> World {
    let mut world = World::new(zone).now(now).every(60);
    world.schedule.weekly.0.fill(vec![window("00:00-24:00")]);
    world
}

#[test]
fn new_york_skips_an_hour() {
    let starts = |windows: &[&str]| World::ordinary().on("2026-03-08", windows).starts("2026-03-08");
    let night = [
        "2026-03-08T01:00-05:00",
        "2026-03-08T01:30-05:00",
        "2026-03-08T03:00-04:00",
        "2026-03-08T03:30-04:00",
    ];
    assert_eq!(starts(&["01:00-04:00"]), instants(&night));
    assert_eq!(starts(&["02:15-04:00"]), instants(&night[2..]), "a start in the gap is the gap's end");
    assert_eq!(starts(&["01:00-02:45"]), instants(&night[..2]), "an end in the gap is the gap's end");
    assert_eq!(starts(&["02:00-02:45"]), [], "both in the gap leave nothing");
    assert_eq!(starts(&["01:00-02:00", "03:00-04:00"]), instants(&night), "what the gap parts is one window");
}

#[test]
fn steps_are_of_elapsed_time() {
    let starts = World::ordinary().every(60).on("2026-03-08", &["01:30-05:00"]).starts("2026-03-08");
    assert_eq!(starts, instants(&["2026-03-08T01:30-05:00", "2026-03-08T03:30-04:00"]));
}

#[test]
fn new_york_repeats_an_hour() {
    let starts = |windows: &[&str]| World::ordinary().on("2026-11-01", windows).starts("2026-11-01");
    let night = [
        "2026-11-01T00:30-04:00",
        "2026-11-01T01:00-04:00",
        "2026-11-01T01:30-04:00",
        "2026-11-01T01:00-05:00",
        "2026-11-01T01:30-05:00",
        "2026-11-01T02:00-05:00",
    ];
    assert_eq!(starts(&["00:30-02:30"]), instants(&night));
    assert_eq!(starts(&["01:30-02:30"]), instants(&night[2..]), "a start in the fold is the earlier one");
    assert_eq!(starts(&["00:30-01:30"]), instants(&night[..4]), "an end in the fold is the later one");
    assert_eq!(starts(&["01:00-01:30"]), instants(&night[1..4]));
    assert_eq!(starts(&["00:30-01:00"]), instants(&night[..3]), "01:00 occurs twice, too");
    assert_eq!(starts(&["02:00-02:30"]), instants(&night[5..]), "and 02:00 once");
    assert_eq!(starts(&["01:30-01:00"]), [], "a window written backwards is empty on every day");
    assert_eq!(starts(&["01:30-01:30"]), []);
    assert_eq!(
        starts(&["00:30-01:15", "01:45-02:30"]),
        instants(&night),
        "what the fold joins is one window"
    );
}

#[test]
fn lord_howe_changes_by_half_an_hour() {
    let autumn = hosted("Australia/Lord_Howe", "2026-04-05", &["01:00-02:30"]).now("2026-01-01T00:00Z");
    let repeated = [
        "2026-04-05T01:00+11:00",
        "2026-04-05T01:30+11:00",
        "2026-04-05T01:30+10:30",
        "2026-04-05T02:00+10:30",
    ];
    assert_eq!(autumn.starts("2026-04-05"), instants(&repeated));
    let spring = hosted("Australia/Lord_Howe", "2026-10-04", &["01:30-03:30"]).now("2026-01-01T00:00Z");
    let skipped = ["2026-10-04T01:30+10:30", "2026-10-04T02:30+11:00", "2026-10-04T03:00+11:00"];
    assert_eq!(spring.starts("2026-10-04"), instants(&skipped));
}

#[test]
fn casablanca_turns_its_clock_back_for_ramadan() {
    let world = |day| hosted("Africa/Casablanca", day, &["01:00-04:00"]).now("2025-01-01T00:00Z").every(60);
    let before = [
        "2025-02-23T01:00+01:00",
        "2025-02-23T02:00+01:00",
        "2025-02-23T02:00+00:00",
        "2025-02-23T03:00+00:00",
    ];
    assert_eq!(world("2025-02-23").starts("2025-02-23"), instants(&before));
    let after = ["2025-04-06T01:00+00:00", "2025-04-06T03:00+01:00"];
    assert_eq!(world("2025-04-06").starts("2025-04-06"), instants(&after));
}

#[test]
fn a_day_in_cairo_starts_at_one() {
    let night = hosted("Africa/Cairo", "2025-04-25", &["00:00-02:00"]).now("2025-01-01T00:00Z");
    let starts = ["2025-04-25T01:00+03:00", "2025-04-25T01:30+03:00"];
    assert_eq!(night.starts("2025-04-25"), instants(&starts));
    assert_eq!(night.on("2025-04-25", &["00:00-01:00"]).starts("2025-04-25"), []);
}

#[test]
fn a_day_in_cairo_has_its_last_hour_twice() {
    let evening = hosted("Africa/Cairo", "2025-10-30", &["23:00-24:00"]).now("2025-01-01T00:00Z");
    let starts = [
        "2025-10-30T23:00+03:00",
        "2025-10-30T23:30+03:00",
        "2025-10-30T23:00+02:00",
        "2025-10-30T23:30+02:00",
    ];
    assert_eq!(evening.starts("2025-10-30"), instants(&starts));
    assert_eq!(evening.starts("2025-10-31"), []);
}

#[test]
fn a_day_in_beirut_starts_at_one() {
    let world = always("Asia/Beirut", "2026-01-01T00:00Z");
    let starts = world.starts("2026-03-29");
    assert_eq!(starts.len(), 23);
    assert_eq!(starts[0], at("2026-03-29T01:00+03:00"));
    assert_eq!(world.starts("2026-03-28").last(), Some(&at("2026-03-28T23:00+02:00")));
}

#[test]
fn a_day_in_nuuk_ends_an_hour_early() {
    let evening =
        hosted("America/Nuuk", "2026-03-28", &["22:00-23:30", "23:45-24:00"]).now("2026-01-01T00:00Z");
    let starts = ["2026-03-28T22:00-02:00", "2026-03-28T22:30-02:00"];
    assert_eq!(evening.starts("2026-03-28"), instants(&starts));
    assert_eq!(evening.schedule.open_on(date("2026-03-28"))[0].end, at("2026-03-29T00:00-01:00"));
}

#[test]
fn a_date_that_apia_skips_has_no_slots() {
    let mut world = always("Pacific/Apia", "2011-12-01T00:00Z");
    assert_eq!(world.starts("2011-12-30"), []);
    assert_eq!(world.schedule.open_on(date("2011-12-30")), []);
    assert_eq!(world.starts("2011-12-29").last(), Some(&at("2011-12-29T23:00-10:00")));
    assert_eq!(world.starts("2011-12-31")[0], at("2011-12-31T00:00+14:00"));
    world = world.every(120).on("2011-12-29", &["23:00-24:00"]);
    let over_the_gap = world.calendar().explain(at("2011-12-29T23:00-10:00")).unwrap();
    assert_eq!(over_the_gap.core.end, at("2011-12-31T01:00+14:00"));
    world = world.on("2011-12-31", &[]).on("2011-12-30", &["00:00-24:00"]);
    assert_eq!(world.starts("2011-12-29"), []);
}

#[test]
fn dates_may_alternate_where_st_johns_turned_its_clock_back_over_midnight() {
    let world = hosted("America/St_Johns", "2010-11-07", &["00:00-01:00"]).now("2010-01-01T00:00Z");
    let world = world.on("2010-11-06", &["23:00-24:00"]);
    let sixth = ["2010-11-06T23:00-02:30", "2010-11-06T23:30-02:30", "2010-11-06T23:30-03:30"];
    assert_eq!(world.starts("2010-11-06"), instants(&sixth));
    let seventh = ["2010-11-07T00:00-02:30", "2010-11-07T00:00-03:30", "2010-11-07T00:30-03:30"];
    assert_eq!(world.starts("2010-11-07"), instants(&seventh));
}

#[test]
fn a_horizon_may_end_between_dates_that_alternate() {
    let world = hosted("America/St_Johns", "2010-11-07", &["00:00-01:00"]).now("2010-01-01T00:00Z");
    let mut world = world.on("2010-11-06", &["23:00-24:00"]);
    world.rules.horizon = Horizon::Range(date("2010-11-01"), date("2010-11-06"));
    let sixth = ["2010-11-06T23:00-02:30", "2010-11-06T23:30-02:30", "2010-11-06T23:30-03:30"];
    let (from, to) = (date("2010-11-05"), date("2010-11-08"));
    let open = world.calendar().slots(from, to, &world.schedule.time_zone);
    assert_eq!(open.iter().map(|slot| slot.core.start).collect::<Vec<_>>(), instants(&sixth));
}

#[test]
fn two_dates_may_be_open_at_once() {
    let world = hosted("America/St_Johns", "2010-11-07", &["00:00-01:00"]).now("2010-01-01T00:00Z");
    let both =
        |sixth: &str| world.clone().on("2010-11-06", &[sixth]).starts_seen_from("2010-11-07", &TimeZone::UTC);
    let apart = ["01:10", "01:40", "02:10", "02:30", "02:40", "03:00", "03:10", "03:30", "04:00"];
    assert_eq!(both("22:40-23:45"), apart.map(|time| at(&format!("2010-11-07T{time}Z"))));
    let together = ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30", "04:00"];
    assert_eq!(
        both("22:30-23:45"),
        together.map(|time| at(&format!("2010-11-07T{time}Z"))),
        "each start once"
    );
}

#[test]
fn a_window_may_hold_instants_of_the_next_date() {
    let world = hosted("America/St_Johns", "2010-11-06", &["23:30-23:45"]).now("2010-01-01T00:00Z");
    assert!(world.calendar().explain(at("2010-11-07T00:00-02:30")).is_ok());
    assert_eq!(world.starts("2010-11-07"), instants(&["2010-11-07T00:00-02:30"]));
}

#[test]
fn offsets_may_be_halves_and_quarters_of_hours() {
    for (zone, start) in [
        ("Asia/Kolkata", "2026-06-10T03:30Z"),
        ("Asia/Calcutta", "2026-06-10T03:30Z"),
        ("Asia/Kathmandu", "2026-06-10T03:15Z"),
        ("America/St_Johns", "2026-06-10T11:30Z"),
    ] {
        let world = hosted(zone, "2026-06-10", &["09:00-09:30"]).now("2026-01-01T00:00Z");
        assert_eq!(world.starts("2026-06-10"), instants(&[start]), "{zone}");
    }
}

#[test]
fn a_day_is_as_long_as_its_calendar_says() {
    let world = always("America/New_York", "2026-01-01T00:00Z");
    assert_eq!(world.starts("2026-03-07").len(), 24);
    assert_eq!(world.starts("2026-03-08").len(), 23);
    assert_eq!(world.starts("2026-11-01").len(), 25);
}

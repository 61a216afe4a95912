//! Slots that the host publishes by hand.

use crate::support::{CLASS, World, at, between, booking, date, instants, minutes, opening};
use timeslot_core::money::Money;
use timeslot_core::scheduling::{Horizon, Refusal};

#[test]
fn an_opening_is_one_slot_outside_of_the_hours() {
    let mut world = World::ordinary();
    world.openings = vec![opening(1, between("2026-06-13T20:10-04:00", "2026-06-13T21:40-04:00"))];
    assert_eq!(world.starts("2026-06-13"), instants(&["2026-06-13T20:10-04:00"]));
    let slot = world.calendar().explain(at("2026-06-13T20:10-04:00")).unwrap();
    assert_eq!((slot.core, slot.opening), (world.openings[0].core, Some(world.openings[0].id)));
}

#[test]
fn an_opening_neither_moves_the_grid_nor_opens_time() {
    let mut world = World::new("UTC").every(60).on("2026-06-10", &["09:00-10:30"]);
    world.openings = vec![opening(1, between("2026-06-10T10:30Z", "2026-06-10T11:30Z"))];
    assert_eq!(world.starts("2026-06-10"), instants(&["2026-06-10T09:00Z", "2026-06-10T10:30Z"]));
}

#[test]
fn an_opening_wins_over_the_grid() {
    let mut world = World::ordinary();
    let price = Some(Money { amount_minor: 90_000, currency: "INR".parse().unwrap() });
    world.openings = vec![opening(1, between("2026-06-10T09:30-04:00", "2026-06-10T09:40-04:00"))];
    world.openings[0].price = price;
    assert_eq!(world.starts("2026-06-10").len(), 16);
    let slot = world.calendar().explain(at("2026-06-10T09:30-04:00")).unwrap();
    assert_eq!((slot.core, slot.price), (world.openings[0].core, price));
    world.bookings = vec![booking(1, CLASS, between("2026-06-10T09:35-04:00", "2026-06-10T09:40-04:00"))];
    assert_eq!(world.starts("2026-06-10").len(), 15, "even if it is refused");
}

#[test]
fn of_openings_with_one_start_the_first_published_wins() {
    let mut world = World::new("UTC");
    let until = |end: &str| between("2026-06-10T09:00Z", end);
    world.openings = vec![opening(2, until("2026-06-10T09:10Z")), opening(1, until("2026-06-10T09:20Z"))];
    assert_eq!(world.starts("2026-06-10"), instants(&["2026-06-10T09:00Z"]));
    assert_eq!(world.calendar().explain(at("2026-06-10T09:00Z")).unwrap().core, until("2026-06-10T09:20Z"));
}

#[test]
fn an_opening_has_no_horizon_but_every_other_rule() {
    let mut world = World::new("UTC").now("2026-06-10T00:00Z");
    world.rules.horizon = Horizon::Range(date("2026-06-10"), date("2026-06-10"));
    let ten = between("2030-06-11T10:00Z", "2030-06-11T10:30Z");
    world.openings = vec![opening(1, ten)];
    assert_eq!(world.starts("2030-06-11").len(), 1);
    world.rules.max_per_day = Some(0);
    assert_eq!(world.calendar().explain(ten.start), Err(Refusal::DayLimit(0)));
    world.rules.minimum_notice = minutes(10_000_000);
    assert!(matches!(world.calendar().explain(ten.start), Err(Refusal::Notice(_))));
    assert!(matches!(world.clone().booked(ten).calendar().explain(ten.start), Err(Refusal::Full)));
    world.rules.buffer_after = minutes(1);
    world.busy = vec![between("2030-06-11T10:30Z", "2030-06-11T11:00Z")];
    assert!(matches!(world.calendar().explain(ten.start), Err(Refusal::Conflict(_))));
}

#[test]
fn openings_may_overlap() {
    let mut world = World::new("UTC");
    world.openings = vec![
        opening(1, between("2026-06-10T09:00Z", "2026-06-10T10:00Z")),
        opening(2, between("2026-06-10T09:15Z", "2026-06-10T09:30Z")),
        opening(3, between("2026-06-10T09:20Z", "2026-06-10T09:20Z")),
    ];
    world.busy = vec![between("2026-06-10T09:30Z", "2026-06-10T09:40Z")];
    assert_eq!(world.starts("2026-06-10"), instants(&["2026-06-10T09:15Z"]));
}

//! Rules 4 and 5: what stands in the way, and what is shared.

use crate::support::{CALL, CLASS, World, at, between, booking, instants, minutes};
use jiff::Timestamp;
use timeslot_core::scheduling::{Collision, Refusal};

/// Open from 9 to 12, in half hours.
fn morning() -> World {
    World::new("UTC").on("2026-06-10", &["09:00-12:00"])
}

fn starts(world: &World) -> Vec<Timestamp> {
    world.starts("2026-06-10")
}

fn hours(times: &[&str]) -> Vec<Timestamp> {
    times.iter().map(|time| at(&format!("2026-06-10T{time}Z"))).collect()
}

#[test]
fn what_touches_does_not_meet() {
    let mut world = morning();
    world.busy = vec![between("2026-06-10T09:30Z", "2026-06-10T10:30Z")];
    world.blocks = vec![between("2026-06-10T11:00Z", "2026-06-10T11:30Z")];
    assert_eq!(starts(&world), hours(&["09:00", "10:30", "11:30"]));
}

#[test]
fn an_interval_without_length_is_in_nobodys_way() {
    let mut world = morning();
    world.busy = vec![between("2026-06-10T09:10Z", "2026-06-10T09:10Z")];
    world = world.booked(between("2026-06-10T10:10Z", "2026-06-10T10:10Z"));
    assert_eq!(starts(&world).len(), 6);
}

#[test]
fn buffers_keep_their_distance_from_blocks_and_busy_intervals() {
    let mut world = morning();
    world.rules.buffer_before = minutes(10);
    world.rules.buffer_after = minutes(15);
    world.busy = vec![between("2026-06-10T10:10Z", "2026-06-10T10:20Z")];
    assert_eq!(starts(&world), hours(&["09:00", "10:30", "11:00", "11:30"]), "just as far as it needs to be");
    world.busy = vec![between("2026-06-10T10:14Z", "2026-06-10T10:21Z")];
    assert_eq!(starts(&world), hours(&["09:00", "11:00", "11:30"]));
    world.blocks = std::mem::take(&mut world.busy);
    assert_eq!(starts(&world), hours(&["09:00", "11:00", "11:30"]));
}

#[test]
fn buffers_may_reach_outside_of_the_hours() {
    let mut world = morning();
    world.rules.buffer_before = minutes(60);
    world.rules.buffer_after = minutes(60);
    assert_eq!(starts(&world).len(), 6);
}

#[test]
fn neighbours_share_a_buffer() {
    let mut world = morning().every(20).booked(between("2026-06-10T10:00Z", "2026-06-10T10:20Z"));
    world.rules.buffer_before = minutes(5);
    world.rules.buffer_after = minutes(5);
    world.bookings[0].buffer_before = minutes(20);
    world.bookings[0].buffer_after = minutes(20);
    let around = ["09:00", "09:20", "10:40", "11:00", "11:20", "11:40"];
    assert_eq!(starts(&world), hours(&around), "the gap is the booking's 20 minutes");
    world.rules.buffer_before = minutes(20);
    world.rules.buffer_after = minutes(20);
    assert_eq!(starts(&world), hours(&around), "two of 20 minutes are still 20");
    world.bookings[0].buffer_before = minutes(5);
    world.bookings[0].buffer_after = minutes(5);
    assert_eq!(starts(&world), hours(&around), "the gap is the slot's 20 minutes");
    world.rules.buffer_after = minutes(21);
    assert_eq!(starts(&world), hours(&[&["09:00"], &around[2..]].concat()));
}

#[test]
fn a_collision_is_named_with_its_buffers() {
    let mut world = morning().booked(between("2026-06-10T10:00Z", "2026-06-10T10:20Z"));
    world.bookings[0].event_type = CLASS;
    world.bookings[0].buffer_after = minutes(20);
    let with_buffer = between("2026-06-10T10:00Z", "2026-06-10T10:40Z");
    let refusal = Refusal::Conflict(Collision::Booking(world.bookings[0].id, with_buffer));
    assert_eq!(world.calendar().explain(at("2026-06-10T10:30Z")), Err(refusal));
}

#[test]
fn bookings_are_named_before_blocks_and_blocks_before_busy_intervals() {
    let mut world = morning();
    let said = |world: &World| world.calendar().explain(at("2026-06-10T10:00Z")).unwrap_err();
    world.busy = vec![
        between("2026-06-10T09:00Z", "2026-06-10T12:00Z"),
        between("2026-06-10T10:00Z", "2026-06-10T10:10Z"),
    ];
    assert_eq!(said(&world), Refusal::Conflict(Collision::Busy(world.busy[0])));
    world.blocks = vec![between("2026-06-10T10:05Z", "2026-06-10T10:10Z")];
    assert_eq!(said(&world), Refusal::Conflict(Collision::Block(world.blocks[0])));
    world.bookings = vec![booking(1, CLASS, between("2026-06-10T10:20Z", "2026-06-10T10:40Z"))];
    let booked = Collision::Booking(world.bookings[0].id, world.bookings[0].core);
    assert_eq!(said(&world), Refusal::Conflict(booked));
}

#[test]
fn busy_intervals_may_contain_each_other() {
    let mut world = morning();
    world.busy = vec![
        between("2026-06-09T00:00Z", "2026-06-10T10:30Z"),
        between("2026-06-09T10:00Z", "2026-06-09T11:00Z"),
        between("2026-06-10T09:10Z", "2026-06-10T09:20Z"),
        between("2026-06-10T11:40Z", "2026-06-10T11:50Z"),
    ];
    assert_eq!(starts(&world), hours(&["10:30", "11:00"]));
}

#[test]
fn a_sitting_is_open_while_seats_are_left() {
    let ten = between("2026-06-10T10:00Z", "2026-06-10T10:30Z");
    let mut world = morning().booked(ten).booked(ten);
    world.rules.seats = 3;
    world.rules.buffer_before = minutes(30);
    world.bookings[1].buffer_after = minutes(30);
    assert_eq!(starts(&world), hours(&["09:00", "09:30", "10:00", "11:00", "11:30"]));
    let slot = world.calendar().explain(at("2026-06-10T10:00Z")).unwrap();
    assert_eq!(slot.seats_left, 1);
    world = world.booked(ten);
    assert_eq!(world.calendar().explain(at("2026-06-10T10:00Z")), Err(Refusal::Full));
    assert_eq!(world.calendar().explain(at("2026-06-10T09:00Z")).unwrap().seats_left, 3);
}

#[test]
fn a_sitting_has_one_event_type_one_start_and_one_end() {
    let mut world = morning();
    world.rules.seats = 5;
    for (event_type, core) in [
        (CLASS, between("2026-06-10T10:00Z", "2026-06-10T10:30Z")),
        (CALL, between("2026-06-10T10:00Z", "2026-06-10T10:20Z")),
        (CALL, between("2026-06-10T10:10Z", "2026-06-10T10:30Z")),
    ] {
        world.bookings = vec![booking(7, event_type, core)];
        let refusal = Refusal::Conflict(Collision::Booking(world.bookings[0].id, core));
        assert_eq!(world.calendar().explain(at("2026-06-10T10:00Z")), Err(refusal));
    }
}

#[test]
fn a_booking_that_moves_is_not_in_its_own_way() {
    let mut world = morning().booked(between("2026-06-10T10:00Z", "2026-06-10T10:30Z"));
    world.rules.buffer_before = minutes(30);
    assert_eq!(starts(&world).len(), 4);
    world.moving = Some(world.bookings[0].id);
    assert_eq!(starts(&world).len(), 6);
    assert_eq!(starts(&world)[2..3], instants(&["2026-06-10T10:00Z"]));
}

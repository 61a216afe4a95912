//! The host is freer than the customer.

use crate::agreement::is_said;
use crate::random::{minutes_around, worlds};
use crate::reference::Reference;
use crate::support::{CLASS, World, between, booking, date, minutes, opening};
use jiff::civil::Date;
use proptest::prelude::*;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Collision, Horizon, LiveBooking, Refusal};

fn nine_to_half_past() -> Interval {
    between("2026-06-10T09:00-04:00", "2026-06-10T09:30-04:00")
}

#[test]
fn a_slot_that_is_open_needs_no_warning() {
    assert_eq!(World::ordinary().calendar().explain_host(nine_to_half_past()), Ok(vec![]));
}

#[test]
fn a_live_core_stands_in_the_way() {
    let world = World::ordinary().booked(between("2026-06-10T09:20-04:00", "2026-06-10T09:50-04:00"));
    let collision = Collision::Booking(world.bookings[0].id, world.bookings[0].core);
    assert_eq!(world.calendar().explain_host(nine_to_half_past()), Err(collision));
}

#[test]
fn of_several_cores_the_first_is_named() {
    let mut world = World::ordinary()
        .booked(between("2026-06-10T09:20-04:00", "2026-06-10T09:50-04:00"))
        .booked(between("2026-06-10T08:50-04:00", "2026-06-10T09:10-04:00"));
    world.bookings[1].buffer_after = minutes(10);
    let with_buffer = between("2026-06-10T08:50-04:00", "2026-06-10T09:20-04:00");
    let collision = Collision::Booking(world.bookings[1].id, with_buffer);
    assert_eq!(world.calendar().explain_host(nine_to_half_past()), Err(collision));
}

#[test]
fn the_booking_that_is_moved_does_not_stand_in_its_own_way() {
    let mut world = World::ordinary().booked(nine_to_half_past());
    world.moving = Some(world.bookings[0].id);
    assert_eq!(world.calendar().explain_host(nine_to_half_past()), Ok(vec![]));
}

#[test]
fn a_sitting_is_joined_while_seats_are_left() {
    let mut world = World::ordinary().booked(nine_to_half_past());
    let full = Collision::Booking(world.bookings[0].id, nine_to_half_past());
    assert_eq!(world.calendar().explain_host(nine_to_half_past()), Err(full));
    world.rules.seats = 2;
    assert_eq!(world.calendar().explain_host(nine_to_half_past()), Ok(vec![]));
    world.bookings[0].event_type = CLASS;
    assert_eq!(world.calendar().explain_host(nine_to_half_past()), Err(full));
}

#[test]
fn every_other_rule_warns_in_its_place() {
    let mut world = World::ordinary().now("2026-06-10T12:00Z");
    let after = between("2026-06-10T09:40-04:00", "2026-06-10T10:00-04:00");
    world.bookings = vec![booking(1, CLASS, after)];
    world.rules.buffer_after = minutes(30);
    world.rules.minimum_notice = minutes(120);
    world.rules.horizon = Horizon::Range(date("2026-07-01"), date("2026-07-31"));
    world.rules.max_per_day = Some(0);
    world.rules.max_per_week = Some(0);
    world.rules.host_max_per_day = Some(1);
    world.blocks = vec![between("2026-06-10T13:30Z", "2026-06-10T14:30Z")];
    world.busy = vec![between("2026-06-10T13:00Z", "2026-06-10T13:10Z")];
    let warnings = vec![
        Refusal::NotASlot,
        Refusal::Conflict(Collision::Booking(world.bookings[0].id, after)),
        Refusal::Conflict(Collision::Block(world.blocks[0])),
        Refusal::Conflict(Collision::Busy(world.busy[0])),
        Refusal::Notice("2026-06-10T14:00Z".parse().unwrap()),
        Refusal::Horizon { first: Some(date("2026-07-01")), last: date("2026-07-31") },
        Refusal::DayLimit(0),
        Refusal::WeekLimit(0),
        Refusal::HostDayLimit(1),
    ];
    let odd = between("2026-06-10T09:01-04:00", "2026-06-10T09:31-04:00");
    assert_eq!(world.calendar().explain_host(odd), Ok(warnings));
}

#[test]
fn a_meeting_of_another_length_is_not_a_slot() {
    let longer = between("2026-06-10T09:00-04:00", "2026-06-10T10:00-04:00");
    assert_eq!(World::ordinary().calendar().explain_host(longer), Ok(vec![Refusal::NotASlot]));
}

#[test]
fn an_opening_is_known_by_its_own_length_and_has_no_horizon() {
    let mut world = World::ordinary();
    let evening = between("2026-06-10T20:00-04:00", "2026-06-10T21:00-04:00");
    world.openings = vec![opening(1, evening)];
    world.rules.horizon = Horizon::Range(Date::constant(2026, 7, 1), Date::constant(2026, 7, 31));
    assert_eq!(world.calendar().explain_host(evening), Ok(vec![]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_host_is_refused_by_live_cores_alone(asked in worlds(), start in minutes_around(), length in 5_i64..120) {
        let calendar = asked.world.calendar();
        let reference = Reference::new(&calendar, asked.around());
        let start = asked.midnight() + start;
        let published = reference.published().map(|slot| slot.core).step_by(7);
        let mut cores: Vec<Interval> = published.chain(calendar.bookings.iter().map(|live| live.core)).collect();
        cores.push(Interval::new(start, start + minutes(length)));
        for core in cores {
            let live = calendar.bookings.iter().filter(|live| Some(live.id) != calendar.moving);
            let (sitting, others): (Vec<_>, Vec<_>) = live
                .filter(|live| live.core.meets(core))
                .partition(|live| live.event_type == calendar.event_type && live.core == core);
            let is_free = others.is_empty() && sitting.len() < calendar.rules.seats.max(1) as usize;
            match calendar.explain_host(core) {
                Ok(warnings) => {
                    prop_assert!(is_free);
                    let may_be_said = reference.explain_core(core);
                    prop_assert!(is_said(&warnings, &may_be_said), "{warnings:?}, not {may_be_said:?}");
                }
                Err(Collision::Booking(id, _)) => {
                    prop_assert!(!is_free);
                    prop_assert!(sitting.iter().chain(&others).any(|live: &&LiveBooking| live.id == id));
                }
                Err(other) => prop_assert!(false, "{other:?} stops the host"),
            }
        }
    }
}

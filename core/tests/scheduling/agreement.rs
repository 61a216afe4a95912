//! Offered, accepted and explained are one thing, and the thing that the contract says.

use crate::random::{Asked, worlds};
use crate::reference::Reference;
use crate::support::zone;
use jiff::Timestamp;
use proptest::prelude::*;
use std::collections::BTreeSet;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Refusal, Slot};

/// Whether each thing said is one that the rule in its place may say.
pub fn is_said(said: &[Refusal], may_be_said: &[Vec<Refusal>]) -> bool {
    said.len() == may_be_said.len() && said.iter().zip(may_be_said).all(|(said, may)| may.contains(said))
}

fn starts(slots: &[Slot]) -> BTreeSet<Timestamp> {
    slots.iter().map(|slot| slot.core.start).collect()
}

fn offered(asked: &Asked) -> Vec<Slot> {
    asked.world.calendar().slots(asked.from, asked.to, &asked.viewer)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_answer_is_that_of_the_reference(asked in worlds()) {
        let calendar = asked.world.calendar();
        let reference = Reference::new(&calendar, asked.around());
        prop_assert_eq!(offered(&asked), reference.slots(asked.from, asked.to, &asked.viewer));
    }

    #[test]
    fn the_open_windows_are_those_of_the_reference(asked in worlds()) {
        let calendar = asked.world.calendar();
        let reference = Reference::new(&calendar, asked.around());
        for date in [asked.from.yesterday().unwrap(), asked.from, asked.to, asked.to.tomorrow().unwrap()] {
            prop_assert_eq!(asked.world.schedule.open_on(date), reference.open_on(date));
        }
    }

    #[test]
    fn no_offered_slot_meets_a_live_booking(asked in worlds()) {
        for slot in offered(&asked) {
            let meeting = asked.world.bookings.iter().filter(|booking| booking.core.meets(slot.core));
            for booking in meeting.filter(|booking| Some(booking.id) != asked.world.moving) {
                prop_assert_eq!((booking.event_type, booking.core), (asked.world.calendar().event_type, slot.core));
            }
        }
    }

    #[test]
    fn the_order_of_the_lists_does_not_matter(asked in worlds(), turns in 0_usize..8) {
        let mut other = asked.clone();
        let world = &mut other.world;
        world.bookings.reverse();
        world.openings.reverse();
        let turn = |list: &mut Vec<Interval>| {
            let by = turns.min(list.len());
            list.rotate_left(by);
        };
        turn(&mut world.busy);
        turn(&mut world.blocks);
        let mut sorted = asked.clone();
        sorted.world.busy.sort();
        sorted.world.blocks.sort();
        prop_assert_eq!(offered(&other), offered(&asked));
        prop_assert_eq!(offered(&sorted), offered(&asked));
        for start in asked.lattice().step_by(15) {
            let explained = asked.world.calendar().explain(start);
            prop_assert_eq!(other.world.calendar().explain(start), explained);
            prop_assert_eq!(sorted.world.calendar().explain(start), explained);
        }
    }

    #[test]
    fn the_viewer_only_chooses_the_dates(asked in worlds()) {
        let all = starts(&offered(&asked));
        let (before, after) = (asked.from.yesterday().unwrap(), asked.to.tomorrow().unwrap());
        for viewer in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "America/St_Johns"] {
            let wider = starts(&asked.world.calendar().slots(before, after, &zone(viewer)));
            let queried = |at: &Timestamp| (asked.from..=asked.to).contains(&asked.viewer.to_datetime(*at).date());
            let inside: BTreeSet<Timestamp> = wider.into_iter().filter(queried).collect();
            prop_assert!(inside.is_subset(&all));
            let missed = all.difference(&inside).filter(|at| {
                (before..=after).contains(&zone(viewer).to_datetime(**at).date())
            });
            prop_assert_eq!(missed.count(), 0);
        }
    }

    #[test]
    fn what_is_published_is_what_would_be_offered_to_nobody_in_the_way(asked in worlds()) {
        let calendar = asked.world.calendar();
        let published = calendar.grid(asked.from, asked.to, &asked.viewer);
        let reference = Reference::new(&calendar, asked.around());
        let queried = |slot: &Slot| {
            (asked.from..=asked.to).contains(&asked.viewer.to_datetime(slot.core.start).date())
        };
        prop_assert_eq!(published, reference.published().filter(queried).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn offered_accepted_and_explained_agree_on_every_minute(asked in worlds()) {
        let calendar = asked.world.calendar();
        let reference = Reference::new(&calendar, asked.around());
        let offered = offered(&asked);
        for start in asked.lattice() {
            let is_queried = (asked.from..=asked.to).contains(&asked.viewer.to_datetime(start).date());
            match calendar.explain(start) {
                Ok(slot) => prop_assert_eq!(offered.contains(&slot), is_queried),
                Err(refusal) => {
                    prop_assert!(offered.iter().all(|slot| slot.core.start != start));
                    let may_be_said = reference.explain(start);
                    prop_assert!(is_said(&[refusal], &may_be_said[..1]), "{refusal:?}, not {may_be_said:?}");
                }
            }
        }
    }
}

//! The core against the slow and obvious reference: whatever the world, both offer the same slots and refuse alike.

use super::random::worlds;
use super::reference::Reference;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The worlds of the core's own tests; the first 32 bytes are the seed of their dice.
pub fn holds(data: &[u8]) {
    let mut seed = [0; 32];
    seed.iter_mut().zip(data).for_each(|(place, byte)| *place = *byte);
    let dice = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let Ok(tree) = worlds().new_tree(&mut TestRunner::new_with_rng(Config::default(), dice)) else { return };
    let asked = tree.current();
    let calendar = asked.world.calendar();
    let reference = Reference::new(&calendar, asked.around());
    let offered = calendar.slots(asked.from, asked.to, &asked.viewer);
    assert_eq!(offered, reference.slots(asked.from, asked.to, &asked.viewer));
    // The quarters of an hour are where worlds happen.
    for start in asked.lattice().step_by(15) {
        let may_be_said = reference.explain(start);
        match calendar.explain(start) {
            Ok(slot) => assert!(may_be_said.is_empty(), "{slot:?} is offered, not {may_be_said:?}"),
            Err(refusal) => {
                let is_said = may_be_said.first().is_some_and(|first| first.contains(&refusal));
                assert!(is_said, "{refusal:?}, not {may_be_said:?}");
            }
        }
    }
}

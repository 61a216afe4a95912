//! The system's own clock and randomness: the only place that reads them.

use jiff::Timestamp;
use rand::Rng;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use timeslot_core::clock::{Clock, Entropy};

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the Clock that all others are told to ask")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The operating system's randomness. A machine that has none to give can't go on: it ends the process.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        UnwrapErr(SysRng).fill_bytes(bytes);
    }
}

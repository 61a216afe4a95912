//! Time that stands still until it is told to pass, and randomness that is the same in every run.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use timeslot_core::clock::{Clock, Entropy};

/// A clock that moves when it is told to.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that stands at `instant`.
    #[must_use]
    pub fn at(instant: &str) -> Self {
        let clock = Self(AtomicI64::new(0));
        clock.set(instant);
        clock
    }

    /// Puts it to `instant`.
    pub fn set(&self, instant: &str) {
        let instant: Timestamp = instant.parse().expect("an instant like 2027-03-01T08:00:00Z");
        self.0.store(instant.as_second(), Ordering::SeqCst);
    }

    /// Lets `time` pass.
    pub fn wait(&self, time: SignedDuration) {
        self.0.fetch_add(time.as_secs(), Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).expect("an instant within the calendar")
    }
}

/// A sequence of bytes that looks random and never changes.
#[derive(Debug)]
pub struct SeededEntropy {
    seed: u64,
    drawn: AtomicU64,
}

impl SeededEntropy {
    /// The sequence of `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, drawn: AtomicU64::new(0) }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let number = self.drawn.fetch_add(1, Ordering::SeqCst);
            let mut hasher = Sha256::new();
            hasher.update(self.seed.to_be_bytes());
            hasher.update(number.to_be_bytes());
            chunk.copy_from_slice(&hasher.finalize()[..chunk.len()]);
        }
    }
}

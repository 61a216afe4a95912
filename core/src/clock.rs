//! Time and randomness as arguments. The system's own stand in `timeslot-chassis`, the fixed ones in its test world.

use jiff::Timestamp;

/// Tells what time it is.
pub trait Clock: Send + Sync + 'static {
    /// The current instant, UTC.
    fn now(&self) -> Timestamp;
}

/// A source of random bytes, good enough for tokens.
pub trait Entropy: Send + Sync + 'static {
    /// Fills `bytes` with fresh random bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// `instant` without its fraction of a second: what the API and the database speak of is whole seconds.
#[must_use]
pub fn whole_second(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(Timestamp::UNIX_EPOCH)
}

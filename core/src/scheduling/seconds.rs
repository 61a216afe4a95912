//! Periods as plain numbers: comparing them is most of what an answer costs.

use crate::interval::Interval;
use jiff::{SignedDuration, Timestamp};

/// From one whole second since 1970 to another, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seconds {
    pub start: i64,
    pub end: i64,
}

impl Seconds {
    /// The whole seconds that lie in `range`.
    pub fn starts_in(range: Interval) -> Self {
        Self { start: ceil(range.start), end: ceil(range.end) }
    }

    /// The same as instants; `None` beyond the range of representable time.
    pub fn interval(self) -> Option<Interval> {
        Some(Interval::new(Timestamp::from_second(self.start).ok()?, Timestamp::from_second(self.end).ok()?))
    }

    /// What the two share.
    pub fn overlap(self, other: Self) -> Self {
        Self { start: self.start.max(other.start), end: self.end.min(other.end) }
    }

    /// How many there are.
    pub fn length(self) -> i64 {
        (self.end - self.start).max(0)
    }

    /// Whether the two share an instant.
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end && !self.is_empty() && !other.is_empty()
    }

    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    pub fn contains(self, at: Timestamp) -> bool {
        (self.start..self.end).contains(&floor(at))
    }

    /// With `before` and `after` added at its ends.
    pub fn widen(self, before: SignedDuration, after: SignedDuration) -> Self {
        Self {
            start: self.start.saturating_sub(before.as_secs()),
            end: self.end.saturating_add(after.as_secs()),
        }
    }
}

impl From<Interval> for Seconds {
    /// Slots are whole seconds. What stands in their way may begin and end within one, which it then takes up.
    fn from(interval: Interval) -> Self {
        Self { start: floor(interval.start), end: ceil(interval.end) }
    }
}

/// The second in which `at` lies.
fn floor(at: Timestamp) -> i64 {
    at.as_second() - i64::from(at.subsec_nanosecond() < 0)
}

/// The first whole second that is not before `at`.
fn ceil(at: Timestamp) -> i64 {
    at.as_second() + i64::from(at.subsec_nanosecond() > 0)
}

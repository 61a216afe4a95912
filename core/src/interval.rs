//! Half-open periods of time.

use jiff::{SignedDuration, Timestamp};

/// The instants from `start` to just before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first instant inside.
    pub start: Timestamp,
    /// The first instant after it.
    pub end: Timestamp,
}

impl Interval {
    /// `[start, end)`.
    #[must_use]
    pub const fn new(start: Timestamp, end: Timestamp) -> Self {
        Self { start, end }
    }

    /// Whether the two share an instant. Intervals that touch do not meet, and an empty one meets nothing.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end && !self.is_empty() && !other.is_empty()
    }

    /// What the two share; empty if they don't meet.
    #[must_use]
    pub fn overlap(self, other: Self) -> Self {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// Whether nothing lies inside.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// This interval with `before` and `after` added at its ends; `None` beyond the range of representable time.
    #[must_use]
    pub fn widen(self, before: SignedDuration, after: SignedDuration) -> Option<Self> {
        Some(Self::new(self.start.checked_sub(before).ok()?, self.end.checked_add(after).ok()?))
    }

    /// How long it is.
    #[must_use]
    pub fn duration(self) -> SignedDuration {
        self.end.duration_since(self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::Interval;
    use jiff::{SignedDuration, Timestamp};

    fn hours(start: i64, end: i64) -> Interval {
        let at = |hour: i64| Timestamp::from_second(hour * 3600).unwrap();
        Interval::new(at(start), at(end))
    }

    #[test]
    fn touching_intervals_do_not_meet() {
        assert!(!hours(1, 2).meets(hours(2, 3)));
        assert!(!hours(2, 3).meets(hours(1, 2)));
        assert!(hours(1, 3).meets(hours(2, 4)));
        assert!(hours(1, 4).meets(hours(2, 3)));
    }

    #[test]
    fn an_empty_interval_meets_nothing() {
        assert!(!hours(2, 2).meets(hours(1, 3)));
        assert!(!hours(1, 3).meets(hours(2, 2)));
    }

    #[test]
    fn what_overlaps_is_in_both() {
        assert_eq!(hours(1, 3).overlap(hours(2, 4)), hours(2, 3));
        assert!(hours(1, 2).overlap(hours(3, 4)).is_empty());
    }

    #[test]
    fn widening_moves_both_ends() {
        let hour = SignedDuration::from_hours(1);
        assert_eq!(hours(2, 3).widen(hour, hour * 2), Some(hours(1, 5)));
    }
}

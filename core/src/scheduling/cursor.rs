//! Passing once through what may stand in the way.

use super::seconds::Seconds;
use crate::interval::Interval;
use std::borrow::Cow;

/// Intervals in order of their starts, some of which are over for good. It is asked with footprints in order of their
/// starts, so that a whole answer costs one pass.
pub(super) struct Cursor<'c> {
    intervals: Cow<'c, [Interval]>,
    /// All before this one ended before the footprint that was last asked about.
    at: usize,
}

impl<'c> Cursor<'c> {
    /// Copies the list only if it has to be sorted.
    pub fn new(intervals: &'c [Interval]) -> Self {
        let mut intervals = Cow::Borrowed(intervals);
        // Nearly always the seconds decide, which are much faster to compare.
        if !intervals.is_sorted_by(|one, next| one.start.as_second() < next.start.as_second() || one <= next)
        {
            intervals.to_mut().sort_unstable();
        }
        Self { intervals, at: 0 }
    }

    /// When the next one starts, after a footprint that met none.
    pub fn next_start(&self) -> i64 {
        self.intervals.get(self.at).map_or(i64::MAX, |interval| Seconds::from(*interval).start)
    }

    /// The first interval that `footprint` meets. The first that is not over starts first, so that no other needs to
    /// be looked at, however they overlap among themselves.
    pub fn first_met(&mut self, footprint: Seconds) -> Option<Interval> {
        while let Some(interval) = self.intervals.get(self.at) {
            let seconds = Seconds::from(*interval);
            if seconds.end > footprint.start && !seconds.is_empty() {
                return (seconds.start < footprint.end).then_some(*interval);
            }
            self.at += 1;
        }
        None
    }
}

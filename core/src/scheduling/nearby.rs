//! What to offer instead of a slot that is gone, and what there is next.

use super::calendar::{Calendar, Slot};
use super::slots::MOST_QUERY_DAYS;
use super::sweep::Sweep;
use crate::interval::Interval;
use jiff::{SignedDuration, Timestamp};

/// How far from a slot its alternatives lie.
const NEARBY: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many alternatives there are.
const MOST_ALTERNATIVES: usize = 3;
/// How far ahead the next open slot is sought, and how far at a time.
const MOST_AHEAD: SignedDuration = SignedDuration::from_hours(400 * 24);
const STRETCH: SignedDuration = SignedDuration::from_hours(MOST_QUERY_DAYS as i64 * 24);

impl Calendar<'_> {
    /// The open starts nearest to `near`, sorted: three at most, none of them `near` itself or past, and none more than
    /// 30 times 24 hours away. Of two equally near the earlier one is nearer.
    #[must_use]
    pub fn alternatives(&self, near: Timestamp) -> Vec<Timestamp> {
        let range = Interval::new(
            near.checked_sub(NEARBY).unwrap_or(Timestamp::MIN).max(self.now),
            near.checked_add(NEARBY + SignedDuration::from_nanos(1)).unwrap_or(Timestamp::MAX),
        );
        let open = Sweep::new(self).open(range);
        let mut starts: Vec<Timestamp> =
            open.iter().map(|slot| slot.core.start).filter(|at| *at != near).collect();
        starts.sort_by_key(|at| near.duration_since(*at).abs());
        starts.truncate(MOST_ALTERNATIVES);
        starts.sort_unstable();
        starts
    }

    /// The first open slot that starts at or after `from` (and now), no further than 400 times 24 hours ahead.
    #[must_use]
    pub fn next_open(&self, from: Timestamp) -> Option<Slot> {
        let from = from.max(self.now);
        let end = from.checked_add(MOST_AHEAD).unwrap_or(Timestamp::MAX);
        let later = |at: &Timestamp| at.checked_add(STRETCH).ok();
        let stretches = std::iter::successors(Some(from), later).take_while(|start| *start < end);
        let mut sweep = Sweep::new(self);
        stretches
            .map(|start| Interval::new(start, later(&start).unwrap_or(end).min(end)))
            .find_map(|stretch| sweep.open(stretch).first().copied())
    }
}

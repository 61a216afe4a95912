//! The answer: which slots are open, and why one is not.

use super::calendar::{Calendar, Refusal, Slot};
use super::dates::Dates;
use super::sweep::Sweep;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The most days that one query may span, both ends included. Callers refuse longer ones.
pub const MOST_QUERY_DAYS: i32 = 62;

impl Calendar<'_> {
    /// The open slots that start on the dates `from` to `to` of the viewer, inclusive: sorted, each start once.
    #[must_use]
    pub fn slots(&self, from: Date, to: Date, viewer: &TimeZone) -> Vec<Slot> {
        let queried = Dates::new(viewer, Some(from), to);
        let mut slots = Sweep::new(self).open(queried.all());
        queried.narrow(&mut slots);
        slots
    }

    /// The open slot that starts at `start`, or the first rule that refuses it. Exactly what [`Self::slots`] offers is
    /// `Ok`.
    pub fn explain(&self, start: Timestamp) -> Result<Slot, Refusal> {
        let mut slot = self.published_at(start).ok_or(Refusal::NotASlot)?;
        Sweep::new(self).first_refusal(&mut slot).map_or(Ok(slot), Err)
    }
}

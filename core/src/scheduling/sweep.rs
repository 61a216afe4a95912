//! Rules 4 to 8, in their order. Offering, accepting and explaining all ask here. What is asked for most slots of
//! an answer is inlined: that is a third of its cost.

use super::bookings::{Bookings, collision};
use super::calendar::{Calendar, Collision, Refusal, Slot};
use super::cursor::Cursor;
use super::horizon::Bookable;
use super::limits::Limits;
use super::seconds::Seconds;
use crate::interval::Interval;
use jiff::Timestamp;
use std::ops::ControlFlow;

/// A calendar, made ready to be asked about slots in order of their starts.
pub(super) struct Sweep<'c> {
    calendar: &'c Calendar<'c>,
    bookings: Bookings<'c>,
    blocks: Cursor<'c>,
    busy: Cursor<'c>,
    earliest: Timestamp,
    bookable: Bookable<'c>,
    limits: Option<Limits<'c>>,
    /// Nothing stands in the way of a slot that ends by then.
    clear_until: i64,
}

impl<'c> Sweep<'c> {
    pub fn new(calendar: &'c Calendar<'c>) -> Self {
        Self {
            calendar,
            bookings: Bookings::new(calendar),
            blocks: Cursor::new(&calendar.blocks),
            busy: Cursor::new(&calendar.busy),
            earliest: calendar.now.checked_add(calendar.rules.minimum_notice).unwrap_or(Timestamp::MAX),
            bookable: Bookable::new(calendar),
            limits: Limits::new(calendar),
            clear_until: i64::MIN,
        }
    }

    /// The open slots that start in `range`, which lies after those that were asked about before.
    pub fn open(&mut self, range: Interval) -> Vec<Slot> {
        let of_hours = range.overlap(self.bookable.dates.all());
        let mut slots = self.calendar.published(range, of_hours);
        slots.retain_mut(|slot| self.is_open(slot));
        slots
    }

    /// Whether nothing refuses `slot`. Most follow an open one with nothing new in between, and needn't be judged.
    fn is_open(&mut self, slot: &mut Slot) -> bool {
        if Seconds::from(slot.core).end <= self.clear_until {
            return true;
        }
        let is_open = self.first_refusal(slot).is_none();
        if is_open {
            self.clear_until = self.clear_after(slot);
        }
        is_open
    }

    /// Until when nothing can refuse those that follow `slot`, which was just found open. Who shares its sitting began
    /// before it ends, so that the next slot is judged again.
    fn clear_after(&self, slot: &Slot) -> i64 {
        let rules = self.calendar.rules;
        if slot.core.start < self.earliest || self.limits.is_some() {
            return i64::MIN;
        }
        let next = self.blocks.next_start().min(self.busy.next_start());
        let next = next.saturating_sub(rules.buffer_after.as_secs()).min(self.bookings.next_start());
        next.min(self.bookable.dates.surely_until(slot.core.start))
    }

    /// The first rule that refuses `slot`.
    #[inline]
    pub fn first_refusal(&mut self, slot: &mut Slot) -> Option<Refusal> {
        self.judge(slot, ControlFlow::Break).break_value()
    }

    /// Every rule that refuses `slot`.
    pub fn refusals(&mut self, slot: &mut Slot) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        let _always_continues = self.judge(slot, |refusal| {
            refusals.push(refusal);
            ControlFlow::Continue(())
        });
        refusals
    }

    /// Counts the seats that `slot` has left, and tells `refuse` of each rule that refuses it, until that has enough.
    #[inline]
    fn judge(
        &mut self,
        slot: &mut Slot,
        mut refuse: impl FnMut(Refusal) -> ControlFlow<Refusal>,
    ) -> ControlFlow<Refusal> {
        let mut said = |refusal: Option<Refusal>| refusal.map_or(ControlFlow::Continue(()), &mut refuse);
        let rules = self.calendar.rules;
        let met = self.bookings.met(slot.core);
        let footprint = Seconds::from(slot.core).widen(rules.buffer_before, rules.buffer_after);
        slot.seats_left = rules.seats.saturating_sub(met.sharing);
        said(met.in_the_way.map(collision).map(Refusal::Conflict))?;
        said(self.blocks.first_met(footprint).map(Collision::Block).map(Refusal::Conflict))?;
        said(self.busy.first_met(footprint).map(Collision::Busy).map(Refusal::Conflict))?;
        said((slot.seats_left == 0).then_some(Refusal::Full))?;
        said(self.notice(slot))?;
        said(self.horizon(slot))?;
        if let Some(limits) = &mut self.limits {
            said(limits.day(slot))?;
            said(limits.week(slot))?;
            said(limits.host_day(slot))?;
        }
        ControlFlow::Continue(())
    }

    fn notice(&self, slot: &Slot) -> Option<Refusal> {
        let refused = slot.core.start < self.earliest && self.calendar.held != Some(slot.core);
        refused.then_some(Refusal::Notice(self.earliest))
    }

    #[inline]
    fn horizon(&self, slot: &Slot) -> Option<Refusal> {
        let refused = slot.opening.is_none() && !self.bookable.dates.contains(slot.core.start);
        refused.then(|| self.bookable.refusal())
    }
}

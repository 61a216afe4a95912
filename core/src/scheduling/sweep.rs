//! Rules 4 to 8, in their order. Offering, accepting and explaining all ask here.

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
}

impl<'c> Sweep<'c> {
    pub fn new(calendar: &'c Calendar<'c>) -> Self {
        Self {
            calendar,
            bookings: Bookings::new(calendar),
            blocks: Cursor::new(&calendar.blocks),
            busy: Cursor::new(&calendar.busy),
            earliest: calendar
                .now
                .checked_add(calendar.rules.minimum_notice)
                .unwrap_or(Timestamp::MAX),
            bookable: Bookable::new(calendar),
            limits: Limits::new(calendar),
        }
    }

    /// The open slots that start in `range`.
    pub fn open(&mut self, range: Interval) -> Vec<Slot> {
        let of_hours = range.overlap(self.bookable.dates.all());
        let mut slots = self.calendar.published(range, of_hours);
        slots.retain_mut(|slot| self.first_refusal(slot).is_none());
        slots
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
        const NEXT: ControlFlow<Refusal> = ControlFlow::Continue(());
        let rules = self.calendar.rules;
        let met = self.bookings.met(slot.core);
        let footprint = Seconds::from(slot.core).widen(rules.buffer_before, rules.buffer_after);
        slot.seats_left = rules.seats.saturating_sub(met.sharing);
        met.in_the_way
            .map(|booking| Refusal::Conflict(collision(booking)))
            .map_or(NEXT, &mut refuse)?;
        self.block(footprint).map_or(NEXT, &mut refuse)?;
        self.busy(footprint).map_or(NEXT, &mut refuse)?;
        (slot.seats_left == 0)
            .then_some(Refusal::Full)
            .map_or(NEXT, &mut refuse)?;
        self.notice(slot).map_or(NEXT, &mut refuse)?;
        self.horizon(slot).map_or(NEXT, &mut refuse)?;
        if let Some(limits) = &mut self.limits {
            limits.day(slot).map_or(NEXT, &mut refuse)?;
            limits.week(slot).map_or(NEXT, &mut refuse)?;
            limits.host_day(slot).map_or(NEXT, &mut refuse)?;
        }
        NEXT
    }

    fn block(&mut self, footprint: Seconds) -> Option<Refusal> {
        self.blocks
            .first_met(footprint)
            .map(|block| Refusal::Conflict(Collision::Block(block)))
    }

    fn busy(&mut self, footprint: Seconds) -> Option<Refusal> {
        self.busy
            .first_met(footprint)
            .map(|busy| Refusal::Conflict(Collision::Busy(busy)))
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

//! The live bookings, and how near a slot may come to each.

use super::calendar::{Calendar, Collision, LiveBooking};
use super::seconds::Seconds;
use crate::interval::Interval;

/// A live booking with what a slot's core must not meet. Neighbours share a buffer, so that this is the booking's core
/// and on each side the larger of its own buffer and the slot's.
struct Standing<'c> {
    shadow: Seconds,
    booking: &'c LiveBooking,
}

/// The live bookings in order of their shadows, without the one that is moving. Asked about slots in order of their
/// starts, it passes once through them.
pub(super) struct Bookings<'c> {
    calendar: &'c Calendar<'c>,
    standing: Vec<Standing<'c>>,
    /// All before this one were over before the core that was last asked about.
    at: usize,
}

/// What a slot finds among the bookings.
pub(super) struct Met<'c> {
    /// Rule 4: the first that it comes too near to.
    pub in_the_way: Option<&'c LiveBooking>,
    /// Rule 5: how many share its sitting.
    pub sharing: u32,
}

impl<'c> Bookings<'c> {
    pub fn new(calendar: &'c Calendar<'c>) -> Self {
        let bookings = calendar.live().filter(|booking| !booking.core.is_empty());
        let mut standing: Vec<Standing<'c>> =
            bookings.map(|booking| Standing { shadow: calendar.shadow(booking), booking }).collect();
        standing
            .sort_unstable_by_key(|standing| (standing.shadow, standing.booking.core, standing.booking.id));
        Self { calendar, standing, at: 0 }
    }

    #[inline]
    pub fn met(&mut self, core: Interval) -> Met<'c> {
        let seconds = Seconds::from(core);
        let is_over = |standing: &&Standing<'_>| standing.shadow.end <= seconds.start;
        self.at += self.standing[self.at..].iter().take_while(is_over).count();
        let begun =
            self.standing[self.at..].iter().take_while(|standing| standing.shadow.start < seconds.end);
        let mut met = Met { in_the_way: None, sharing: 0 };
        for standing in begun.filter(|standing| standing.shadow.meets(seconds)) {
            if self.calendar.shares_sitting(standing.booking, core) {
                met.sharing += 1;
            } else {
                met.in_the_way = met.in_the_way.or(Some(standing.booking));
            }
        }
        met
    }

    /// When the next one's shadow starts, after a core with none in its way: before the core ends, if it shares a sitting.
    pub fn next_start(&self) -> i64 {
        self.standing.get(self.at).map_or(i64::MAX, |standing| standing.shadow.start)
    }
}

impl Calendar<'_> {
    /// The bookings that count: all but the one that is moving.
    pub(super) fn live(&self) -> impl Iterator<Item = &LiveBooking> {
        self.bookings.iter().filter(|booking| Some(booking.id) != self.moving)
    }

    /// Rule 5: whether `booking` is of the sitting that `core` is or would be.
    pub(super) fn shares_sitting(&self, booking: &LiveBooking, core: Interval) -> bool {
        booking.event_type == self.event_type && booking.core == core
    }

    fn shadow(&self, booking: &LiveBooking) -> Seconds {
        let before = booking.buffer_before.max(self.rules.buffer_after);
        let after = booking.buffer_after.max(self.rules.buffer_before);
        Seconds::from(booking.core).widen(before, after)
    }
}

/// What is told of a booking that stands in the way: its core with the buffers it was booked with.
pub(super) fn collision(booking: &LiveBooking) -> Collision {
    let footprint = booking.core.widen(booking.buffer_before, booking.buffer_after);
    Collision::Booking(booking.id, footprint.unwrap_or(booking.core))
}

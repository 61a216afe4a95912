//! What the host may do that a customer may not.

use super::bookings::collision;
use super::calendar::{Calendar, Collision, Refusal};
use super::sweep::Sweep;
use crate::interval::Interval;

impl Calendar<'_> {
    /// Whether the host may put a meeting at `core`, and what the rules say against it.
    ///
    /// Only the core of a live booking stops the host, and not even that if it is of the same sitting and seats are
    /// left. Whatever else would refuse the slot to a customer is a warning: each rule at most once, rule 4 once for
    /// bookings, blocks and busy intervals each, in the order of the rules.
    pub fn explain_host(&self, core: Interval) -> Result<Vec<Refusal>, Collision> {
        if let Some(collision) = self.core_met(core) {
            return Err(collision);
        }
        let published = self.published_at(core.start).filter(|slot| slot.core == core);
        let mut slot = published.unwrap_or_else(|| self.slot(core));
        let not_a_slot = published.is_none().then_some(Refusal::NotASlot);
        Ok(not_a_slot.into_iter().chain(Sweep::new(self).refusals(&mut slot)).collect())
    }

    /// The first live booking whose core meets `core`, unless they are one sitting with seats left.
    fn core_met(&self, core: Interval) -> Option<Collision> {
        let met = || self.live().filter(|booking| booking.core.meets(core));
        let taken = met().filter(|booking| self.shares_sitting(booking, core)).count();
        let has_seats = usize::try_from(self.rules.seats).is_ok_and(|seats| taken < seats);
        met()
            .filter(|booking| !(has_seats && self.shares_sitting(booking, core)))
            .min_by_key(|booking| (booking.core, booking.id))
            .map(collision)
    }
}

//! The time that a booking takes, and the sitting that guards it.

use crate::desk::Desk;
use jiff::Timestamp;
use timeslot_core::id::SittingId;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Calendar, Slot};
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::sittings::SittingRow;

/// The meeting that the host puts at `start`: the slot's own, or one of the event type's length. `None` where it would
/// have begun already, or reaches beyond the calendar.
pub(crate) fn meeting(
    calendar: &Calendar<'_>,
    start: Timestamp,
    event_type: &EventTypeRow,
) -> Option<Interval> {
    if start <= calendar.now {
        return None;
    }
    if let Ok(slot) = calendar.explain(start) {
        return Some(slot.core);
    }
    let end = start.checked_add(event_type.duration_minutes.duration()).ok()?;
    Some(Interval::new(start, end))
}

/// The slot that the host makes of a time of the host's own choice.
pub(crate) fn own_slot(core: Interval, event_type: &EventTypeRow) -> Slot {
    Slot { core, seats_left: event_type.seats, opening: None, price: None }
}

/// A sitting of that slot, with the booker in its first seat.
pub(crate) fn fresh_sitting(desk: &Desk<'_>, event_type: &EventTypeRow, slot: &Slot) -> SittingRow {
    SittingRow {
        id: SittingId::new(desk.now, desk.entropy),
        host_id: desk.host.id,
        event_type_id: event_type.id,
        starts_at: slot.core.start,
        ends_at: slot.core.end,
        capacity: event_type.seats,
        taken: 1,
    }
}

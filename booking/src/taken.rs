//! Taken: what somebody is told who can't have a time.

use crate::availability::Availability;
use crate::desk::Desk;
use jiff::Timestamp;
use timeslot_core::id::BookingId;
use timeslot_core::refusal::Refusal;
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::{Error, Tx};

/// The refusal of `start`, with the nearest open starts; `moving` is the booking that was to be moved there. They are
/// looked for only now: weeks of bookings are read for them, and most people get what they ask for.
pub(crate) async fn taken(
    tx: &mut Tx,
    desk: &Desk<'_>,
    event_type: &EventTypeRow,
    start: Timestamp,
    moving: Option<BookingId>,
) -> Result<Refusal, Error> {
    // A request may be answered when its time has passed: what is near it now is what comes next.
    let near = start.max(desk.now);
    let availability = Availability::around(tx, &desk.host, event_type, near).await?;
    Ok(Refusal::taken(start, availability.calendar(desk.now, moving).alternatives(near)))
}

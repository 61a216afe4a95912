//! Taken: what somebody is told who can't have a time.

use crate::availability::Availability;
use crate::desk::Desk;
use jiff::Timestamp;
use timeslot_core::id::BookingId;
use timeslot_core::refusal::Refusal;
use timeslot_core::scheduling::Calendar;
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
    let availability = Availability::around(tx, &desk.host, event_type, start).await?;
    let calendar = Calendar { moving, ..availability.calendar(desk.now) };
    Ok(Refusal::taken(start, calendar.alternatives(start)))
}

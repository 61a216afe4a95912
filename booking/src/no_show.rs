//! No-show: the host says that the customer didn't come, or takes it back.

use crate::Stepped;
use crate::desk::Desk;
use timeslot_core::booking::Actor;
use timeslot_core::event::BookingEvent;
use timeslot_core::refusal::Refusal;
use timeslot_store::bookings::BookingRow;
use timeslot_store::{Error, Tx};

/// Marks or unmarks a booking whose meeting is over.
pub async fn mark_no_show(
    tx: &mut Tx,
    desk: &Desk<'_>,
    mut booking: BookingRow,
    missed: bool,
) -> Result<Stepped, Error> {
    if let Err(refused) = booking.state()?.mark_no_show(&booking.facts(desk.now)) {
        return Ok(Refusal::step(refused).into());
    }
    if booking.no_show != missed {
        booking.no_show = missed;
        desk.emit(tx, &mut booking, BookingEvent::NoShow { missed }, Actor::Host).await?;
    }
    Ok(Stepped::Done(Box::new(booking)))
}

//! Expire: holds that nobody paid and requests that nobody answered free their time.

use crate::Stepped;
use crate::desk::Desk;
use timeslot_core::booking::Actor;
use timeslot_core::event::BookingEvent;
use timeslot_core::refusal::Refusal;
use timeslot_store::bookings::{self, BookingRow};
use timeslot_store::{Error, Tx};

/// Most outdated bookings that one step clears away; the sweeper has the rest.
const AT_ONCE: u32 = 100;

/// Ends a hold or a request whose time is over.
pub async fn expire(tx: &mut Tx, desk: &Desk<'_>, mut booking: BookingRow) -> Result<Stepped, Error> {
    let was = booking.state()?;
    match was.expire(&booking.facts(desk.now)) {
        Err(refused) => Ok(Refusal::step(refused).into()),
        Ok(state) => {
            desk.free(tx, &booking).await?;
            booking.state = state.as_str().into();
            booking.version += 1;
            desk.emit(tx, &mut booking, BookingEvent::Expired { was }, Actor::Clock).await?;
            Ok(Stepped::Done(Box::new(booking)))
        }
    }
}

/// Expires what is outdated of the desk's host.
pub(crate) async fn expire_outdated(tx: &mut Tx, desk: &Desk<'_>) -> Result<(), Error> {
    for booking in bookings::outdated(tx, desk.host.id, desk.now, AT_ONCE).await? {
        let id = booking.id;
        if let Stepped::Refused(refused) = expire(tx, desk, booking).await? {
            return Err(Error::Unexpected(format!(
                "booking {id} is outdated and can't expire: {}",
                refused.detail
            )));
        }
    }
    Ok(())
}

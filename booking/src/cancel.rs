//! Cancel: the time is free again, and both sides hear of it.

use crate::Stepped;
use crate::desk::Desk;
use timeslot_core::booking::{Actor, State};
use timeslot_core::event::BookingEvent;
use timeslot_core::refusal::Refusal;
use timeslot_store::bookings::BookingRow;
use timeslot_store::{Error, Tx, customers};

/// Cancels: the customer within the cut-off, the host always.
pub async fn cancel(
    tx: &mut Tx,
    desk: &Desk<'_>,
    booking: BookingRow,
    by: Actor,
    reason: Option<String>,
) -> Result<Stepped, Error> {
    let was = booking.state()?;
    match was.cancel(by, &booking.facts(desk.now)) {
        Err(refused) => Ok(Refusal::step(refused).into()),
        Ok(state) => end(tx, desk, booking, was, state, by, reason).await,
    }
}

/// The reason that a booking carries which the owner of the address didn't make.
pub const DISOWNED: &str = "I didn’t book this";

/// “I didn't book this”: cancels whatever the cut-off says, and stops letters to that address from this host.
pub async fn disown(tx: &mut Tx, desk: &Desk<'_>, booking: BookingRow) -> Result<(), Error> {
    customers::stop_letters(tx, desk.host.id, booking.customer_id, desk.now).await?;
    let was = booking.state()?;
    if was.is_live() && booking.ends_at > desk.now {
        end(tx, desk, booking, was, State::Cancelled, Actor::Customer, Some(DISOWNED.into())).await?;
    }
    Ok(())
}

async fn end(
    tx: &mut Tx,
    desk: &Desk<'_>,
    mut booking: BookingRow,
    was: State,
    state: State,
    by: Actor,
    reason: Option<String>,
) -> Result<Stepped, Error> {
    desk.free(tx, &booking).await?;
    booking.state = state.as_str().into();
    booking.expires_at = None;
    booking.proposed_starts_at = None;
    booking.cancel_reason = reason;
    booking.cancelled_by = Some(by.as_str().into());
    booking.version += 1;
    desk.emit(tx, &mut booking, BookingEvent::Cancelled { by, was }, by).await?;
    Ok(Stepped::Done(Box::new(booking)))
}

//! Approve and decline: the host's answer to a request, or to a move that the customer asks for.

use crate::Stepped;
use crate::desk::Desk;
use crate::reschedule::{Moved, approve_move};
use serde_json::json;
use timeslot_core::booking::{Actor, State};
use timeslot_core::event::BookingEvent;
use timeslot_core::refusal::Refusal;
use timeslot_store::bookings::BookingRow;
use timeslot_store::{Error, Tx};

/// The host says yes. A move that is asked for is carried out, if its time is still free of other meetings.
pub async fn approve(tx: &mut Tx, desk: &Desk<'_>, mut booking: BookingRow) -> Result<Moved, Error> {
    if let (State::Confirmed, Some(start)) = (booking.state()?, booking.proposed_starts_at) {
        return approve_move(tx, desk, booking, start).await;
    }
    match booking.state()?.approve() {
        Err(refused) => Ok(Refusal::step(refused).into()),
        Ok(state) => {
            booking.state = state.as_str().into();
            booking.expires_at = None;
            booking.version += 1;
            desk.emit(tx, &mut booking, BookingEvent::Confirmed { approved: true }, Actor::Host).await?;
            Ok(Moved::Done(Box::new(booking), Vec::new()))
        }
    }
}

/// The host says no. A move that is asked for leaves the booking at its old time.
pub async fn decline(
    tx: &mut Tx,
    desk: &Desk<'_>,
    mut booking: BookingRow,
    reason: Option<String>,
) -> Result<Stepped, Error> {
    if booking.state()? == State::Confirmed
        && let Some(proposed) = booking.proposed_starts_at.take()
    {
        booking.cancel_reason = reason;
        let told = json!({ "proposed": proposed });
        desk.emit_telling(tx, &mut booking, BookingEvent::MoveDeclined, Actor::Host, told).await?;
        return Ok(Stepped::Done(Box::new(booking)));
    }
    match booking.state()?.decline() {
        Err(refused) => Ok(Refusal::step(refused).into()),
        Ok(state) => {
            desk.free(tx, &booking).await?;
            booking.state = state.as_str().into();
            booking.expires_at = None;
            booking.cancel_reason = reason;
            booking.cancelled_by = Some(Actor::Host.as_str().into());
            booking.version += 1;
            desk.emit(tx, &mut booking, BookingEvent::Declined, Actor::Host).await?;
            Ok(Stepped::Done(Box::new(booking)))
        }
    }
}

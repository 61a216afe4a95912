//! Reschedule: the new time is taken and the old one freed, in one transaction and for the same booking.

use crate::availability::Availability;
use crate::desk::Desk;
use crate::seat::{fresh_sitting, meeting, own_slot};
use crate::taken::taken;
use crate::warning::{Warning, warnings};
use jiff::Timestamp;
use serde_json::json;
use timeslot_core::booking::Actor;
use timeslot_core::event::BookingEvent;
use timeslot_core::refusal::Refusal;
use timeslot_core::scheduling::{Refusal as Rule, Slot};
use timeslot_store::bookings::BookingRow;
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::sittings::{self, Seat};
use timeslot_store::{Error, Tx};

/// What came of a move.
#[derive(Debug)]
pub enum Moved {
    /// The booking stands at the new time, or did already.
    Done(Box<BookingRow>, Vec<Warning>),
    /// The host is asked; until then the old time stays.
    Asked(Box<BookingRow>),
    /// Nothing changed.
    Refused(Box<Refusal>),
}

impl From<Refusal> for Moved {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// Moves a booking to `start`.
pub async fn reschedule(
    tx: &mut Tx,
    desk: &Desk<'_>,
    booking: BookingRow,
    start: Timestamp,
    by: Actor,
) -> Result<Moved, Error> {
    if let Err(refused) = booking.state()?.reschedule(by, &booking.facts(desk.now)) {
        return Ok(Refusal::step(refused).into());
    }
    if booking.starts_at == start {
        return stay(tx, desk, booking, by).await;
    }
    let event_type = event_type_of(tx, &booking).await?;
    let availability = Availability::at(tx, &desk.host, &event_type, start).await?;
    let calendar = availability.calendar(desk.now, Some(booking.id));
    if by != Actor::Customer {
        let Some(core) = meeting(&calendar, start, &event_type) else {
            return Ok(Refusal::not_a_slot(start).into());
        };
        return match calendar.explain_host(core) {
            Ok(refusals) => {
                let slot = own_slot(core, &event_type);
                let warnings = warnings(&refusals, &desk.host_zone()?);
                place(tx, desk, booking, &event_type, Move { slot, by, warnings }).await
            }
            Err(_) => Ok(taken(tx, desk, &event_type, start, Some(booking.id)).await?.into()),
        };
    }
    let slot = match calendar.explain(start) {
        Ok(slot) => slot,
        Err(Rule::NotASlot) => return Ok(Refusal::not_a_slot(start).into()),
        Err(_) => return Ok(taken(tx, desk, &event_type, start, Some(booking.id)).await?.into()),
    };
    let new_price = slot.price.or(event_type.price()?).filter(|price| price.amount_minor > 0);
    if new_price != booking.price()? {
        return Ok(Refusal::terms_changed(new_price).into());
    }
    if booking.requires_approval {
        return ask(tx, desk, booking, start).await;
    }
    place(tx, desk, booking, &event_type, Move { slot, by, warnings: Vec::new() }).await
}

/// To where it stands already is no move; it takes back the wish for another time.
async fn stay(tx: &mut Tx, desk: &Desk<'_>, mut booking: BookingRow, by: Actor) -> Result<Moved, Error> {
    if by == Actor::Customer && booking.proposed_starts_at.take().is_some() {
        desk.emit(tx, &mut booking, BookingEvent::MoveWithdrawn, by).await?;
    }
    Ok(Moved::Done(Box::new(booking), Vec::new()))
}

/// Writes down the time that the customer asks for.
async fn ask(
    tx: &mut Tx,
    desk: &Desk<'_>,
    mut booking: BookingRow,
    start: Timestamp,
) -> Result<Moved, Error> {
    if booking.proposed_starts_at != Some(start) {
        booking.proposed_starts_at = Some(start);
        booking.cancel_reason = None;
        let told = json!({ "proposed": start });
        desk.emit_telling(tx, &mut booking, BookingEvent::MoveRequested, Actor::Customer, told).await?;
    }
    Ok(Moved::Asked(Box::new(booking)))
}

struct Move {
    slot: Slot,
    by: Actor,
    warnings: Vec<Warning>,
}

async fn place(
    tx: &mut Tx,
    desk: &Desk<'_>,
    mut booking: BookingRow,
    event_type: &EventTypeRow,
    step: Move,
) -> Result<Moved, Error> {
    desk.free(tx, &booking).await?;
    let fresh = fresh_sitting(desk, event_type, &step.slot);
    // The guard is the last word; where it refuses what the rules allowed, the old seat is taken again.
    let Seat::Taken(sitting) = sittings::sit(tx, &fresh).await? else {
        sittings::rejoin(tx, desk.host.id, booking.sitting_id).await?;
        return Ok(taken(tx, desk, event_type, step.slot.core.start, Some(booking.id)).await?.into());
    };
    // Letters name the time that holds no longer.
    let told = json!({ "from": booking.starts_at, "until": booking.ends_at });
    booking.sitting_id = sitting;
    booking.starts_at = step.slot.core.start;
    booking.ends_at = step.slot.core.end;
    booking.proposed_starts_at = None;
    booking.cancel_reason = None;
    booking.version += 1;
    if step.by == Actor::Customer {
        booking.moves += 1;
    }
    let event = BookingEvent::Rescheduled { by: step.by };
    desk.emit_telling(tx, &mut booking, event, step.by, told).await?;
    Ok(Moved::Done(Box::new(booking), step.warnings))
}

/// Carries out the move that the customer asked for, once the host approves it.
pub(crate) async fn approve_move(
    tx: &mut Tx,
    desk: &Desk<'_>,
    mut booking: BookingRow,
    start: Timestamp,
) -> Result<Moved, Error> {
    let event_type = event_type_of(tx, &booking).await?;
    let availability = Availability::at(tx, &desk.host, &event_type, start).await?;
    let calendar = availability.calendar(desk.now, Some(booking.id));
    let explained = meeting(&calendar, start, &event_type).map(|core| (core, calendar.explain_host(core)));
    let Some((core, Ok(refusals))) = explained else {
        return Ok(taken(tx, desk, &event_type, start, Some(booking.id)).await?.into());
    };
    booking.moves += 1;
    let slot = own_slot(core, &event_type);
    let step = Move { slot, by: Actor::Host, warnings: warnings(&refusals, &desk.host_zone()?) };
    place(tx, desk, booking, &event_type, step).await
}

pub(crate) async fn event_type_of(tx: &mut Tx, booking: &BookingRow) -> Result<EventTypeRow, Error> {
    event_types::find(tx, booking.host_id, booking.event_type_id)
        .await?
        .ok_or_else(|| Error::Unexpected(format!("booking {} has no event type", booking.id)))
}

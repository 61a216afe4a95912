//! Book: from a start that somebody picked to a booking that blocks its time, or the reason why not.

use crate::availability::Availability;
use crate::desk::Desk;
use crate::seat::{fresh_sitting, meeting, own_slot};
use crate::taken::taken;
use crate::warning::{Warning, warnings};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Document;
use timeslot_core::booking::{Actor, State, approval_expiry};
use timeslot_core::event::BookingEvent;
use timeslot_core::event_type::{Answer, FieldRefused, check_answers};
use timeslot_core::id::{BookingId, CustomerId, SittingId};
use timeslot_core::money::Money;
use timeslot_core::refusal::Refusal;
use timeslot_core::scheduling::{Refusal as Rule, Slot};
use timeslot_core::text::{Email, Refused as TextRefused};
use timeslot_core::zone::Zone;
use timeslot_store::bookings::{self, BookingRow};
use timeslot_store::customers::{self, CustomerRow};
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::sittings::{self, Seat};
use timeslot_store::{Error, Json, Tx};

/// What somebody wants to book.
#[derive(Clone, Debug)]
pub struct NewBooking {
    /// The id that it will have; given out beforehand, so that what will be answered can be kept before it is carried out.
    pub id: BookingId,
    /// Which start.
    pub start: Timestamp,
    /// The customer's name.
    pub name: String,
    /// The customer's address.
    pub email: Email,
    /// The customer's zone.
    pub zone: Zone,
    /// What the customer wrote.
    pub notes: Option<String>,
    /// Question id and value.
    pub answers: Vec<(String, String)>,
    /// The guests' addresses.
    pub guests: Vec<Email>,
    /// The price that was on the page.
    pub price: Option<Money>,
    /// How long it takes, as the page said.
    pub length: Option<SignedDuration>,
    /// The customer, or the host for a customer.
    pub by: Actor,
}

/// A booking that was made.
#[derive(Debug)]
pub struct Made {
    /// The booking.
    pub booking: BookingRow,
    /// Who is coming.
    pub customer: CustomerRow,
    /// What the host overrode.
    pub warnings: Vec<Warning>,
}

/// What came of it.
#[derive(Debug)]
pub enum Booked {
    /// The time is taken.
    Done(Box<Made>),
    /// Nothing was booked.
    Refused(Box<Refusal>),
}

impl From<Refusal> for Booked {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// Books. The caller has seen to it that the event type is the host's and can be booked.
pub async fn book(
    tx: &mut Tx,
    desk: &Desk<'_>,
    event_type: &EventTypeRow,
    new: NewBooking,
) -> Result<Booked, Error> {
    let answers = match check_form(desk, event_type, &new) {
        Ok(answers) => answers,
        Err(fields) => return Ok(Refusal::fields(fields).into()),
    };
    let known = customers::ask_by_email(tx, desk.host.id, new.email.key()).await?;
    let availability = Availability::at(tx, &desk.host, event_type, new.start).await?;
    let known = known.first().await?;
    let calendar = availability.calendar(desk.now, None);
    let (slot, warned) = match new.by {
        Actor::Customer => match calendar.explain(new.start) {
            Ok(slot) => (slot, Vec::new()),
            Err(Rule::NotASlot) => return Ok(Refusal::not_a_slot(new.start).into()),
            Err(_) => return Ok(taken(tx, desk, event_type, new.start, None).await?.into()),
        },
        Actor::Host | Actor::Clock => {
            let Some(core) = meeting(&calendar, new.start, event_type) else {
                return Ok(Refusal::not_a_slot(new.start).into());
            };
            match calendar.explain_host(core) {
                Ok(refusals) => (own_slot(core, event_type), warnings(&refusals, &desk.host_zone()?)),
                Err(_) => return Ok(taken(tx, desk, event_type, new.start, None).await?.into()),
            }
        }
    };
    if new.by == Actor::Customer && new.length.is_some_and(|seen| seen != slot.core.duration()) {
        return Ok(Refusal::length_changed(slot.core.duration()).into());
    }
    let price = slot.price.or(event_type.price()?).filter(|price| price.amount_minor > 0);
    if new.by == Actor::Customer && price != new.price.filter(|price| price.amount_minor > 0) {
        return Ok(Refusal::terms_changed(price).into());
    }
    if price.is_some() {
        return Ok(Refusal::no_payments().into());
    }
    if let Some(refused) = people_limits(tx, desk, &new, known.as_ref()).await? {
        return Ok(refused.into());
    }
    let Seat::Taken(sitting) = sittings::sit(tx, &fresh_sitting(desk, event_type, &slot)).await? else {
        return Ok(taken(tx, desk, event_type, new.start, None).await?.into());
    };
    let by = new.by;
    let customer = customers::meet(tx, known, fresh_customer(desk, &new)).await?;
    let booking =
        fresh_booking(desk, event_type, new, Place { slot, sitting, customer: customer.id, answers, price });
    booking.send(tx).await?;
    let event = first_event(booking.state()?);
    bookings::record_first_step(tx, &booking, event.name(), by).await?;
    desk.follow_up(tx, &booking, event, Document::Null).await?;
    Ok(Booked::Done(Box::new(Made { booking, customer, warnings: warned })))
}

const fn first_event(state: State) -> BookingEvent {
    match state {
        State::Held => BookingEvent::Held,
        State::AwaitingApproval => BookingEvent::Requested,
        _ => BookingEvent::Confirmed { approved: false },
    }
}

fn check_form(
    desk: &Desk<'_>,
    event_type: &EventTypeRow,
    new: &NewBooking,
) -> Result<Vec<Answer>, Vec<FieldRefused>> {
    let mut refused = Vec::new();
    let most = event_type.max_guests.min(desk.limits.guests);
    if new.guests.len() > usize::from(most) {
        let why = format!("has {} addresses; at most {most} can come along", new.guests.len());
        refused.push(("guests".to_owned(), TextRefused(why)));
    }
    // A host who books by telephone need not answer the own questions.
    let asked: &[_] = if new.by == Actor::Customer { &event_type.questions.0 } else { &[] };
    match check_answers(asked, if new.by == Actor::Customer { &new.answers } else { &[] }) {
        Ok(answers) if refused.is_empty() => return Ok(answers),
        Ok(_) => {}
        Err(fields) => refused.extend(fields),
    }
    Err(refused)
}

async fn people_limits(
    tx: &mut Tx,
    desk: &Desk<'_>,
    new: &NewBooking,
    known: Option<&CustomerRow>,
) -> Result<Option<Refusal>, Error> {
    let Some(customer) = known.filter(|_| new.by == Actor::Customer) else {
        return Ok(None);
    };
    if customer.letters_stopped_at.is_some() {
        let why = format!(
            "belongs to somebody who wants no more letters from {}; please use another address, or ask {} directly",
            desk.host.name, desk.host.name
        );
        return Ok(Some(Refusal::fields(vec![("email".into(), TextRefused(why))])));
    }
    let most = desk.limits.live_per_customer;
    let live = bookings::live_of_customer(tx, desk.host.id, customer.id, desk.now).await?;
    Ok((live >= i64::from(most)).then(|| Refusal::too_many_bookings(most)))
}

fn fresh_customer(desk: &Desk<'_>, new: &NewBooking) -> CustomerRow {
    CustomerRow {
        id: CustomerId::new(desk.now, desk.entropy),
        host_id: desk.host.id,
        email: new.email.as_str().to_owned(),
        email_key: new.email.key().to_owned(),
        name: new.name.clone(),
        letters_stopped_at: None,
        created_at: desk.now,
    }
}

/// What has been decided about a booking before its row is written.
struct Place {
    slot: Slot,
    sitting: SittingId,
    customer: CustomerId,
    answers: Vec<Answer>,
    price: Option<Money>,
}

fn fresh_booking(desk: &Desk<'_>, event_type: &EventTypeRow, new: NewBooking, place: Place) -> BookingRow {
    // What the host books needs no approval of the host.
    let asks = event_type.requires_approval && new.by == Actor::Customer;
    let state = State::first(place.price.is_some(), asks);
    let expires_at = (state == State::AwaitingApproval)
        .then(|| approval_expiry(desk.now, event_type.approval_expires_hours, new.start));
    BookingRow {
        id: new.id,
        host_id: desk.host.id,
        event_type_id: event_type.id,
        sitting_id: place.sitting,
        customer_id: place.customer,
        state: state.as_str().into(),
        starts_at: place.slot.core.start,
        ends_at: place.slot.core.end,
        buffer_before_minutes: event_type.buffer_before_minutes,
        buffer_after_minutes: event_type.buffer_after_minutes,
        title: event_type.title.clone(),
        location_kind: event_type.location_kind.clone(),
        location_value: event_type.location_value.clone(),
        price_minor: place.price.map(|price| price.amount_minor),
        currency: place.price.map(|price| price.currency.code().to_owned()),
        requires_approval: event_type.requires_approval,
        cancel_cutoff_minutes: event_type.cancel_cutoff_minutes,
        reschedule_cutoff_minutes: event_type.reschedule_cutoff_minutes,
        refund_ladder: event_type.refund_ladder.clone(),
        reminders_minutes: event_type.reminders_minutes.clone(),
        name: new.name,
        customer_zone: new.zone.name().to_owned(),
        host_zone: desk.host.time_zone.clone(),
        notes: new.notes,
        answers: Json(place.answers),
        guests: Json(new.guests.iter().map(|guest| guest.as_str().to_owned()).collect()),
        version: 1,
        manage_generation: 1,
        expires_at,
        proposed_starts_at: None,
        cancel_reason: None,
        cancelled_by: None,
        no_show: false,
        moves: 0,
        booked_by: new.by.as_str().into(),
        created_at: desk.now,
        updated_at: desk.now,
    }
}

//! Booking, and what the manage link can do.

pub mod calendar;
pub mod cancel;
pub mod create;
pub mod not_me;
pub mod reschedule;
pub mod show;

use crate::pages::Money;
use jiff::Timestamp;
use serde::Serialize;
use timeslot_booking::{Circumstances, Desk};
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Instant, Problem};
use timeslot_core::booking::Actor;
use timeslot_core::id::BookingId;
use timeslot_store::bookings::{self, BookingRow};
use timeslot_store::hosts::HostRow;
use timeslot_store::{Error, Tx, customers, event_types, hosts};
use utoipa::ToSchema;

/// A booking as its customer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClientBooking {
    pub(crate) id: uuid::Uuid,
    /// `held`, `awaiting_approval`, `confirmed`, `cancelled`, `declined` or `expired`.
    pub(crate) state: String,
    pub(crate) start: Instant,
    pub(crate) end: Instant,
    pub(crate) event_type: ClientEventType,
    pub(crate) host: ClientHost,
    pub(crate) location: ClientLocation,
    pub(crate) price: Option<Money>,
    /// When a hold or a request runs out.
    pub(crate) expires_at: Option<Instant>,
    pub(crate) name: String,
    pub(crate) email: String,
    /// The customer's zone when booking.
    pub(crate) time_zone: String,
    pub(crate) guests: Vec<String>,
    pub(crate) notes: Option<String>,
    pub(crate) can_cancel: bool,
    pub(crate) can_reschedule: bool,
    /// The last instant to cancel, where there is a cut-off.
    pub(crate) cancel_until: Option<Instant>,
    /// The last instant to move it, where there is a cut-off.
    pub(crate) reschedule_until: Option<Instant>,
    pub(crate) cancel_reason: Option<String>,
    /// `customer` or `host`.
    pub(crate) cancelled_by: Option<String>,
    /// The time that the customer asks to move to.
    pub(crate) proposed_start: Option<Instant>,
    pub(crate) version: i64,
}

/// What was booked, as it was agreed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClientEventType {
    /// Empty where the event type is gone.
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) duration_minutes: i64,
}

/// With whom.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClientHost {
    pub(crate) handle: String,
    pub(crate) name: String,
    /// The host's zone when it was booked.
    pub(crate) time_zone: String,
    /// The host's language tag, by which sums are written.
    pub(crate) locale: String,
}

/// Where.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClientLocation {
    /// `google_meet`, `link`, `phone` or `in_person`.
    kind: String,
    /// The link, number or place; told once it is confirmed.
    pub(crate) value: Option<String>,
}

/// A booking after a step.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClientBookingAnswer {
    pub(crate) booking: ClientBooking,
}

/// The booking that a link for `purpose` proves.
pub(crate) async fn proven(
    tx: &mut Tx,
    app: &App,
    token: &str,
    purpose: Purpose,
) -> Result<BookingRow, Problem> {
    let claims = app.keys().verify(purpose, token, app.now()).ok_or_else(Problem::not_found)?;
    let row = bookings::by_id(tx, BookingId(claims.object)).await?;
    row.filter(|row| i64::from(row.manage_generation) == claims.generation).ok_or_else(Problem::not_found)
}

/// The booking of a token; where the address names an id too, it must be the same.
async fn proven_as(
    tx: &mut Tx,
    app: &App,
    token: &str,
    id: Option<uuid::Uuid>,
) -> Result<BookingRow, Problem> {
    let row = proven(tx, app, token, Purpose::ManageBooking).await?;
    if id.is_none_or(|id| row.id.0 == id) { Ok(row) } else { Err(Problem::not_found()) }
}

/// The manage link's token. It is written into letters too, so it is made of what is stored.
pub(crate) fn manage_token(app: &App, row: &BookingRow) -> String {
    app.keys().sign(Purpose::ManageBooking, row.id.0, i64::from(row.manage_generation), None)
}

/// What a step is told from outside.
pub(crate) fn circumstances(app: &App) -> Circumstances<'_> {
    Circumstances { now: app.now(), entropy: app.entropy(), limits: app.settings().people.of_bookings() }
}

/// The desk of the booking's host, and the booking as it stands under the host's lock.
async fn at_desk<'a>(tx: &mut Tx, app: &'a App, row: &BookingRow) -> Result<(Desk<'a>, BookingRow), Problem> {
    let desk = Desk::open(tx, circumstances(app), row.host_id).await?.ok_or_else(Problem::not_found)?;
    let row = bookings::find(tx, row.host_id, row.id).await?.ok_or_else(Problem::not_found)?;
    Ok((desk, row))
}

/// The booking as the API shows it to its customer.
pub(crate) async fn client_booking(
    tx: &mut Tx,
    row: BookingRow,
    now: Timestamp,
) -> Result<ClientBooking, Problem> {
    let host = hosts::find(tx, row.host_id).await?.ok_or_else(Problem::not_found)?;
    let customer = customers::find(tx, row.host_id, row.customer_id).await?.ok_or_else(Problem::not_found)?;
    let event_type = event_types::find(tx, row.host_id, row.event_type_id).await?;
    let slug =
        event_type.filter(event_types::EventTypeRow::is_bookable).map_or_else(String::new, |it| it.slug);
    Ok(shape(row, host, customer.email, slug, now)?)
}

/// The same of rows that have been read.
pub(crate) fn shape(
    row: BookingRow,
    host: HostRow,
    email: String,
    slug: String,
    now: Timestamp,
) -> Result<ClientBooking, Error> {
    let (state, facts) = (row.state()?, row.facts(now));
    let is_agreed = state == timeslot_core::booking::State::Confirmed;
    Ok(ClientBooking {
        id: row.id.0,
        can_cancel: state.cancel(Actor::Customer, &facts).is_ok(),
        can_reschedule: state.reschedule(Actor::Customer, &facts).is_ok() && !slug.is_empty(),
        cancel_until: state.is_live().then(|| facts.cancel_until().into()),
        reschedule_until: state.is_live().then(|| facts.reschedule_until().into()),
        price: row.price()?.map(Money::from),
        event_type: ClientEventType {
            slug,
            title: row.title,
            duration_minutes: row.ends_at.duration_since(row.starts_at).as_mins(),
        },
        host: ClientHost {
            handle: host.handle,
            name: host.name,
            time_zone: row.host_zone,
            locale: host.locale,
        },
        location: ClientLocation {
            kind: row.location_kind,
            value: Some(row.location_value).filter(|value| is_agreed && !value.is_empty()),
        },
        state: row.state,
        start: row.starts_at.into(),
        end: row.ends_at.into(),
        expires_at: row.expires_at.map(Instant::from),
        name: row.name,
        email,
        time_zone: row.customer_zone,
        guests: row.guests.0,
        notes: row.notes,
        cancel_reason: row.cancel_reason,
        cancelled_by: row.cancelled_by,
        proposed_start: row.proposed_starts_at.map(Instant::from),
        version: row.version,
    })
}

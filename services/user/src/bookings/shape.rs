//! A booking as its host sees it.

use crate::event_types::{LocationBody, MoneyBody, money};
use serde::Serialize;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::Problem;
use timeslot_core::event_type::Answer;
use timeslot_store::bookings::BookingRow;
use utoipa::ToSchema;

/// A booking.
#[derive(Debug, Serialize, ToSchema)]
pub struct Booking {
    pub(super) id: uuid::Uuid,
    /// `held`, `awaiting_approval`, `confirmed`, `cancelled`, `declined` or `expired`.
    pub(super) state: String,
    pub(super) start: Instant,
    pub(super) end: Instant,
    event_type: BookedType,
    customer: BookingCustomer,
    guests: Vec<String>,
    answers: Vec<AnswerBody>,
    notes: Option<String>,
    location: LocationBody,
    price: Option<MoneyBody>,
    no_show: bool,
    cancel_reason: Option<String>,
    /// `customer` or `host`.
    cancelled_by: Option<String>,
    /// When a hold or a request runs out.
    expires_at: Option<Instant>,
    /// The time that the customer asks to move to.
    proposed_start: Option<Instant>,
    /// The host's zone when it was booked.
    time_zone: String,
    /// `customer` or `host`.
    booked_by: String,
    version: i64,
    created_at: Instant,
}

/// What was booked, as it was agreed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BookedEventType)]
pub struct BookedType {
    id: uuid::Uuid,
    title: String,
    duration_minutes: i64,
}

/// Who booked.
#[derive(Debug, Serialize, ToSchema)]
pub struct BookingCustomer {
    id: uuid::Uuid,
    name: String,
    email: String,
    /// The customer's zone when booking.
    time_zone: String,
}

/// An answer with its question.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Answer)]
pub struct AnswerBody {
    question_id: String,
    label: String,
    value: String,
}

/// The booking as the API shows it to its host.
pub(crate) fn booking(row: BookingRow, email: String) -> Result<Booking, Problem> {
    Ok(Booking {
        id: row.id.0,
        price: money(row.price()?),
        event_type: BookedType {
            id: row.event_type_id.0,
            title: row.title,
            duration_minutes: row.ends_at.duration_since(row.starts_at).as_mins(),
        },
        state: row.state,
        start: row.starts_at.into(),
        end: row.ends_at.into(),
        customer: BookingCustomer {
            id: row.customer_id.0,
            name: row.name,
            email,
            time_zone: row.customer_zone,
        },
        guests: row.guests.0,
        answers: row.answers.0.into_iter().map(answer).collect(),
        notes: row.notes,
        location: LocationBody { kind: row.location_kind, value: row.location_value },
        no_show: row.no_show,
        cancel_reason: row.cancel_reason,
        cancelled_by: row.cancelled_by,
        expires_at: row.expires_at.map(Instant::from),
        proposed_start: row.proposed_starts_at.map(Instant::from),
        time_zone: row.host_zone,
        booked_by: row.booked_by,
        version: row.version,
        created_at: row.created_at.into(),
    })
}

fn answer(it: Answer) -> AnswerBody {
    AnswerBody { question_id: it.question_id, label: it.label, value: it.value }
}

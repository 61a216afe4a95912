//! Event types: what can be booked.

mod body;
pub mod create;
pub mod delete;
pub mod list;
pub mod show;
pub mod update;

pub use body::EventTypeBody;
pub(crate) use body::price;

use serde::{Deserialize, Serialize};
use timeslot_chassis::App;
use timeslot_chassis::problem::Problem;
use timeslot_core::event_type::{Question, RefundStep};
use timeslot_store::event_types::EventTypeRow;
use utoipa::ToSchema;

/// Most event types of one host.
pub(crate) const MOST: u32 = 100;

/// A sum of money.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Money)]
#[serde(deny_unknown_fields)]
pub struct MoneyBody {
    /// In the currency's smallest unit.
    pub amount_minor: i64,
    /// ISO 4217.
    #[schema(example = "INR")]
    pub currency: String,
}

/// Host-local dates, both inclusive.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DateRange {
    /// `YYYY-MM-DD`.
    from: String,
    /// `YYYY-MM-DD`.
    to: String,
}

/// Where a meeting takes place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Location)]
#[serde(deny_unknown_fields)]
pub struct LocationBody {
    /// `google_meet`, `link`, `phone` or `in_person`.
    #[schema(example = "link")]
    pub kind: String,
    /// The link, number or place; may be empty where the host tells it later.
    #[serde(default)]
    pub value: String,
}

/// A question to everyone who books.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Question)]
#[serde(deny_unknown_fields)]
pub struct QuestionBody {
    /// The host's word for it, unique in the event type.
    id: String,
    /// `text`, `long_text`, `phone`, `choice` or `checkbox`.
    kind: String,
    /// What is asked.
    label: String,
    /// Whether one can't book without an answer.
    #[serde(default)]
    required: bool,
    /// What can be chosen, for a choice.
    #[serde(default)]
    choices: Vec<String>,
}

/// One rung of the refund ladder.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = RefundStep)]
#[serde(deny_unknown_fields)]
pub struct RefundStepBody {
    /// Cancelled at least so many hours before the start …
    hours_before: u32,
    /// … so much of the price comes back.
    percent: u8,
}

/// An event type.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventType {
    id: uuid::Uuid,
    slug: String,
    title: String,
    description: String,
    duration_minutes: u32,
    slot_interval_minutes: Option<u32>,
    buffer_before_minutes: u32,
    buffer_after_minutes: u32,
    minimum_notice_minutes: u32,
    horizon_days: Option<u16>,
    date_range: Option<DateRange>,
    max_per_day: Option<u32>,
    max_per_week: Option<u32>,
    seats: u32,
    price: Option<MoneyBody>,
    requires_approval: bool,
    approval_expires_hours: u32,
    cancel_cutoff_minutes: u32,
    reschedule_cutoff_minutes: u32,
    max_guests: u8,
    location: LocationBody,
    schedule_id: uuid::Uuid,
    questions: Vec<QuestionBody>,
    reminders_minutes: Vec<u32>,
    refund_ladder: Vec<RefundStepBody>,
    /// `listed` or `unlisted`.
    visibility: String,
    /// Whether it can be booked now.
    active: bool,
    /// Whether it is only kept for its bookings.
    archived: bool,
    /// The booking page's address.
    url: String,
}

/// Money as the API writes it.
pub(crate) fn money(row: Option<timeslot_core::money::Money>) -> Option<MoneyBody> {
    row.map(|it| MoneyBody { amount_minor: it.amount_minor, currency: it.currency.code().to_owned() })
}

/// The event type as the API shows it.
pub(crate) fn event_type(app: &App, handle: &str, row: EventTypeRow) -> Result<EventType, Problem> {
    let range = row.date_from.zip(row.date_to);
    Ok(EventType {
        url: app.settings().link(&format!("/{handle}/{}", row.slug)),
        price: money(row.price()?),
        id: row.id.0,
        slug: row.slug,
        title: row.title,
        description: row.description,
        duration_minutes: row.duration_minutes.0,
        slot_interval_minutes: row.slot_interval_minutes.map(|it| it.0),
        buffer_before_minutes: row.buffer_before_minutes.0,
        buffer_after_minutes: row.buffer_after_minutes.0,
        minimum_notice_minutes: row.minimum_notice_minutes.0,
        horizon_days: row.horizon_days,
        date_range: range.map(|(from, to)| DateRange { from: from.to_string(), to: to.to_string() }),
        max_per_day: row.max_per_day,
        max_per_week: row.max_per_week,
        seats: row.seats,
        requires_approval: row.requires_approval,
        approval_expires_hours: row.approval_expires_hours,
        cancel_cutoff_minutes: row.cancel_cutoff_minutes.0,
        reschedule_cutoff_minutes: row.reschedule_cutoff_minutes.0,
        max_guests: row.max_guests,
        location: LocationBody { kind: row.location_kind, value: row.location_value },
        schedule_id: row.schedule_id.0,
        questions: row.questions.0.into_iter().map(question).collect(),
        reminders_minutes: row.reminders_minutes.0,
        refund_ladder: row.refund_ladder.0.into_iter().map(refund_step).collect(),
        visibility: row.visibility,
        active: row.active,
        archived: row.archived_at.is_some(),
    })
}

fn question(it: Question) -> QuestionBody {
    QuestionBody {
        id: it.id,
        kind: it.kind.as_str().to_owned(),
        label: it.label,
        required: it.required,
        choices: it.choices,
    }
}

const fn refund_step(it: RefundStep) -> RefundStepBody {
    RefundStepBody { hours_before: it.hours_before, percent: it.percent }
}

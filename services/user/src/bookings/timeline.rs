//! A booking's timeline: what happened, and what follows from it with what became of it.

use super::Booking;
use jiff::Timestamp;
use serde::Serialize;
use timeslot_chassis::instant::Instant;
use timeslot_core::job::Recipient;
use timeslot_store::bookings::{BookingRow, StepRow};
use timeslot_store::jobs::JobRow;
use utoipa::ToSchema;

/// Most lines of one timeline.
pub(super) const MOST: u32 = 200;

/// A booking with its timeline.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BookingDetail)]
pub struct BookingWithTimeline {
    #[serde(flatten)]
    pub(super) booking: Booking,
    pub(super) timeline: Vec<TimelineLine>,
}

/// One line of a timeline: a step that was taken, or an effect that follows.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineLine {
    /// The effect's job; a step has none.
    id: Option<uuid::Uuid>,
    /// When it happened, or is to happen.
    at: Instant,
    /// The step's or the job's name.
    what: String,
    /// `step` or `effect`.
    kind: String,
    /// Who took the step: `customer`, `host` or `clock`.
    by: Option<String>,
    /// Whom the effect is for: `customer`, `guest` or `host`.
    recipient: Option<String>,
    /// Their address.
    to: Option<String>,
    /// `done`, `waiting`, `running`, `retrying`, `failed` or `skipped`.
    state: String,
    /// How often it was tried.
    tries: u32,
    /// What went wrong last.
    last_error: Option<String>,
    /// When it is tried next.
    next_try_at: Option<Instant>,
    /// Whether “retry now” does something.
    can_retry: bool,
}

/// The timeline, in the order of time.
pub(super) fn timeline(
    row: &BookingRow,
    email: &str,
    steps: &[StepRow],
    jobs: &[JobRow],
) -> Vec<TimelineLine> {
    let mut lines: Vec<TimelineLine> = steps.iter().map(step_line).collect();
    let effects = jobs.iter().filter(|job| job.recipient() != Recipient::Nobody);
    lines.extend(effects.map(|job| effect_line(row, email, job)));
    // Stable: at one instant the step stands before what follows from it.
    lines.sort_by_key(|line| line.at);
    lines
}

fn step_line(step: &StepRow) -> TimelineLine {
    TimelineLine {
        id: None,
        at: step.at.into(),
        what: step.step.clone(),
        kind: "step".into(),
        by: Some(step.taken_by.clone()),
        recipient: None,
        to: None,
        state: "done".into(),
        tries: 0,
        last_error: None,
        next_try_at: None,
        can_retry: false,
    }
}

fn effect_line(row: &BookingRow, email: &str, job: &JobRow) -> TimelineLine {
    let (recipient, to) = match job.recipient() {
        Recipient::Guest(place) => ("guest", row.guests.0.get(usize::from(place)).cloned()),
        Recipient::Customer => ("customer", Some(email.to_owned())),
        Recipient::Host | Recipient::Account | Recipient::Nobody => ("host", None),
    };
    let state = if job.state == "ready" && job.version != row.version { "skipped" } else { state(job) };
    TimelineLine {
        id: Some(job.id.0),
        at: at(job).into(),
        what: job.kind.clone(),
        kind: "effect".into(),
        by: None,
        recipient: Some(recipient.into()),
        to,
        tries: job.attempts,
        last_error: job.last_error.clone(),
        next_try_at: matches!(state, "waiting" | "retrying").then(|| job.run_at.into()),
        can_retry: matches!(state, "failed" | "retrying"),
        state: state.into(),
    }
}

fn state(job: &JobRow) -> &'static str {
    match (job.state.as_str(), job.last_error.is_some()) {
        ("done", _) => "done",
        ("skipped", _) => "skipped",
        ("running", _) => "running",
        ("dead", _) => "failed",
        (_, true) => "retrying",
        (_, false) => "waiting",
    }
}

/// When the effect ended, or is to happen.
fn at(job: &JobRow) -> Timestamp {
    job.finished_at.unwrap_or(job.run_at)
}

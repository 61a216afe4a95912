//! What a job about a booking is news of, to each of its readers.

use crate::letter::{By, CustomerNews, GuestNews, HostNews};
use crate::said::Passage;
use jiff::Timestamp;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::booking::Actor;
use timeslot_core::interval::Interval;
use timeslot_core::job::JobKind;
use timeslot_store::bookings::{BookingRow, StepRow};
use timeslot_store::jobs::JobRow;

/// What news is made of.
pub(super) struct Happened<'a> {
    pub kind: JobKind,
    pub job: &'a JobRow,
    pub booking: &'a BookingRow,
    /// The last step that was taken, for who moved the booking.
    pub moved_by: By,
}

/// Who took the last of `steps` that moved the booking.
pub(super) fn mover(steps: &[StepRow]) -> By {
    let last = steps.iter().rev().find(|step| step.step == "rescheduled");
    match last.and_then(|step| Actor::parse(&step.taken_by)) {
        Some(Actor::Customer) => By::Customer,
        _ => By::Host,
    }
}

impl Happened<'_> {
    pub fn to_customer(&self) -> Result<CustomerNews, HandlerError> {
        Ok(match self.kind {
            JobKind::Confirmed | JobKind::Approved => CustomerNews::Confirmed,
            JobKind::Changed => CustomerNews::Moved { from: self.from()?, by: self.moved_by },
            JobKind::Cancelled => CustomerNews::Cancelled { by: self.cancelled_by(), reason: self.reason() },
            JobKind::Awaiting => CustomerNews::AwaitingApproval { until: self.until() },
            JobKind::Declined => CustomerNews::Declined { reason: self.reason() },
            JobKind::Expired => CustomerNews::Expired,
            JobKind::MoveDeclined => {
                CustomerNews::MoveDeclined { proposed: self.proposed()?, reason: self.reason() }
            }
            JobKind::Reminder => CustomerNews::Reminder,
            _ => return Err(self.unheard_of("customers")),
        })
    }

    pub fn to_guest(&self) -> Result<GuestNews, HandlerError> {
        Ok(match self.kind {
            JobKind::Confirmed | JobKind::Approved => GuestNews::Confirmed,
            JobKind::Changed => GuestNews::Moved { from: self.from()? },
            JobKind::Cancelled => GuestNews::Cancelled { by: self.cancelled_by() },
            JobKind::Reminder => GuestNews::Reminder,
            _ => return Err(self.unheard_of("guests")),
        })
    }

    pub fn to_host(&self) -> Result<HostNews, HandlerError> {
        Ok(match self.kind {
            JobKind::Confirmed | JobKind::Approved => HostNews::Booked,
            JobKind::Awaiting => HostNews::ApprovalAsked { until: self.until() },
            JobKind::Changed => HostNews::Moved { from: self.from()?, by: self.moved_by },
            JobKind::MoveRequested => HostNews::MoveAsked { proposed: self.proposed()? },
            JobKind::Cancelled => HostNews::Cancelled { by: self.cancelled_by(), reason: self.reason() },
            JobKind::Expired => HostNews::Expired,
            JobKind::Reminder => HostNews::Reminder,
            _ => return Err(self.unheard_of("hosts")),
        })
    }

    fn unheard_of(&self, readers: &str) -> HandlerError {
        HandlerError(format!("there is no letter “{}” to {readers}", self.job.kind))
    }

    /// The time that holds no longer.
    fn from(&self) -> Result<Interval, HandlerError> {
        Ok(Interval::new(self.told("from")?, self.told("until")?))
    }

    /// The time that is asked for.
    fn proposed(&self) -> Result<Interval, HandlerError> {
        let start = self.told("proposed")?;
        let end = start.checked_add(self.booking.core().duration())?;
        Ok(Interval::new(start, end))
    }

    fn told(&self, name: &str) -> Result<Timestamp, HandlerError> {
        told(self.job, name)
            .ok_or_else(|| HandlerError(format!("the job doesn't tell the instant “{name}” of the move")))
    }

    fn until(&self) -> Timestamp {
        self.booking.expires_at.unwrap_or(self.booking.starts_at)
    }

    fn cancelled_by(&self) -> By {
        match self.booking.cancelled_by.as_deref().and_then(Actor::parse) {
            Some(Actor::Customer) => By::Customer,
            _ => By::Host,
        }
    }

    fn reason(&self) -> Passage {
        Passage::new(self.booking.cancel_reason.as_deref().unwrap_or_default())
    }
}

/// The instant that a job was told under `name`.
pub(super) fn told(job: &JobRow, name: &str) -> Option<Timestamp> {
    job.payload.0.get(name)?.as_str()?.parse().ok()
}

//! The routing table: which jobs follow from which event. One page, so that it can be read.

use crate::booking::{Actor, State};
use crate::event::{AccountEvent, BookingEvent};
use crate::job::{JobKind, JobSpec, Recipient};
use jiff::{SignedDuration, Timestamp};

/// Which of the host's own notices are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostNotices {
    /// Of new bookings.
    pub booked: bool,
    /// Of cancelled requests; of the end of a meeting one always hears.
    pub cancelled: bool,
    /// Of moved ones.
    pub rescheduled: bool,
}

/// What the jobs of a booking's event depend on.
#[derive(Clone, Copy, Debug)]
pub struct BookingFacts<'a> {
    /// When it happened.
    pub now: Timestamp,
    /// When the meeting starts, after the step.
    pub starts_at: Timestamp,
    /// When a hold or a request runs out.
    pub expires_at: Option<Timestamp>,
    /// How many guests there are.
    pub guests: u8,
    /// Lead times of reminders, in minutes.
    pub reminders_minutes: &'a [u32],
    /// The host's wishes.
    pub notices: HostNotices,
}

/// The jobs that follow from what happened to a booking.
#[must_use]
pub fn jobs_for(event: BookingEvent, facts: &BookingFacts<'_>) -> Vec<JobSpec> {
    let mut jobs = Jobs { facts, list: Vec::new() };
    match event {
        BookingEvent::Held => jobs.expiry(),
        BookingEvent::Requested => {
            jobs.letter(JobKind::Awaiting, Recipient::Customer);
            // Always: nobody else can answer.
            jobs.letter(JobKind::Awaiting, Recipient::Host);
            jobs.expiry();
        }
        BookingEvent::Confirmed { approved: false } => {
            jobs.customer_side(JobKind::Confirmed);
            jobs.host(JobKind::Confirmed, facts.notices.booked);
            jobs.reminders();
        }
        BookingEvent::Confirmed { approved: true } => {
            jobs.customer_side(JobKind::Approved);
            jobs.host(JobKind::Approved, facts.notices.booked);
            jobs.reminders();
        }
        BookingEvent::Rescheduled { by } => {
            jobs.customer_side(JobKind::Changed);
            jobs.host(JobKind::Changed, by == Actor::Host || facts.notices.rescheduled);
            jobs.reminders();
        }
        BookingEvent::MoveRequested => jobs.letter(JobKind::MoveRequested, Recipient::Host),
        BookingEvent::MoveDeclined => jobs.letter(JobKind::MoveDeclined, Recipient::Customer),
        BookingEvent::Cancelled { by, was } => {
            jobs.ended(JobKind::Cancelled, was);
            // The host's calendar holds the meeting, so the host hears of the end of one that was confirmed.
            jobs.host(
                JobKind::Cancelled,
                was == State::Confirmed || (by == Actor::Customer && facts.notices.cancelled),
            );
        }
        BookingEvent::Declined => jobs.letter(JobKind::Declined, Recipient::Customer),
        BookingEvent::Expired { was: State::AwaitingApproval } => {
            jobs.letter(JobKind::Expired, Recipient::Customer);
            jobs.letter(JobKind::Expired, Recipient::Host);
        }
        BookingEvent::Expired { .. } | BookingEvent::NoShow { .. } | BookingEvent::MoveWithdrawn => {}
    }
    jobs.list
}

/// The jobs that follow from what happened to an account.
#[must_use]
pub fn account_jobs_for(event: AccountEvent, now: Timestamp) -> Vec<JobSpec> {
    let kind = match event {
        AccountEvent::Registered => JobKind::VerifyAddress,
        AccountEvent::RegisteredAgain => JobKind::AddressTaken,
        AccountEvent::ResetRequested => JobKind::ResetPassword,
        AccountEvent::AddressChangeRequested => JobKind::ChangeAddress,
        AccountEvent::CredentialsChanged => JobKind::CredentialsChanged,
        AccountEvent::Invited => JobKind::Invitation,
        AccountEvent::ManageLinksRequested => JobKind::ManageLinks,
    };
    let recipient =
        if event == AccountEvent::ManageLinksRequested { Recipient::Customer } else { Recipient::Account };
    vec![JobSpec { kind, recipient, occurrence: 0, run_at: now }]
}

struct Jobs<'a> {
    facts: &'a BookingFacts<'a>,
    list: Vec<JobSpec>,
}

impl Jobs<'_> {
    fn letter(&mut self, kind: JobKind, recipient: Recipient) {
        self.list.push(JobSpec { kind, recipient, occurrence: 0, run_at: self.facts.now });
    }

    /// The customer and each guest.
    fn customer_side(&mut self, kind: JobKind) {
        self.letter(kind, Recipient::Customer);
        for place in 0..self.facts.guests {
            self.letter(kind, Recipient::Guest(place));
        }
    }

    fn host(&mut self, kind: JobKind, wanted: bool) {
        if wanted {
            self.letter(kind, Recipient::Host);
        }
    }

    /// Guests never heard of what was not confirmed.
    fn ended(&mut self, kind: JobKind, was: State) {
        match was {
            State::Confirmed => self.customer_side(kind),
            _ => self.letter(kind, Recipient::Customer),
        }
    }

    fn reminders(&mut self) {
        for &minutes in self.facts.reminders_minutes {
            let at = self.facts.starts_at.checked_sub(SignedDuration::from_mins(i64::from(minutes)));
            // A lead time that has passed already would be a second letter beside the confirmation.
            let Some(run_at) = at.ok().filter(|at| *at > self.facts.now) else {
                continue;
            };
            let before = self.list.len();
            self.customer_side(JobKind::Reminder);
            self.letter(JobKind::Reminder, Recipient::Host);
            for job in &mut self.list[before..] {
                job.occurrence = minutes;
                job.run_at = run_at;
            }
        }
    }

    fn expiry(&mut self) {
        if let Some(run_at) = self.facts.expires_at {
            self.list.push(JobSpec {
                kind: JobKind::ExpireBooking,
                recipient: Recipient::Nobody,
                occurrence: 0,
                run_at,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BookingFacts, HostNotices, jobs_for};
    use crate::booking::{Actor, State};
    use crate::event::BookingEvent;
    use crate::job::{JobKind, Recipient};
    use jiff::Timestamp;

    const ALL: HostNotices = HostNotices { booked: true, cancelled: true, rescheduled: true };
    const NONE: HostNotices = HostNotices { booked: false, cancelled: false, rescheduled: false };

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn told(event: BookingEvent, facts: &BookingFacts<'_>) -> Vec<(JobKind, Recipient, u32)> {
        jobs_for(event, facts).into_iter().map(|job| (job.kind, job.recipient, job.occurrence)).collect()
    }

    fn facts(notices: HostNotices) -> BookingFacts<'static> {
        BookingFacts {
            now: at("2027-03-03T08:50:00Z"),
            starts_at: at("2027-03-09T08:00:00Z"),
            expires_at: Some(at("2027-03-04T08:50:00Z")),
            guests: 2,
            reminders_minutes: &[1440, 60],
            notices,
        }
    }

    #[test]
    fn two_reminders_and_two_guests_are_four_letters_to_guests() {
        let jobs = told(BookingEvent::Confirmed { approved: false }, &facts(ALL));
        let reminders = |guest| {
            jobs.iter().filter(|job| job.0 == JobKind::Reminder && job.1 == Recipient::Guest(guest)).count()
        };
        assert_eq!((reminders(0), reminders(1)), (2, 2));
        assert!(jobs.contains(&(JobKind::Confirmed, Recipient::Host, 0)));
    }

    #[test]
    fn a_lead_time_that_has_passed_brings_no_reminder() {
        let soon = BookingFacts { starts_at: at("2027-03-03T12:00:00Z"), ..facts(ALL) };
        let jobs = told(BookingEvent::Confirmed { approved: false }, &soon);
        assert!(jobs.contains(&(JobKind::Reminder, Recipient::Customer, 60)));
        assert!(!jobs.contains(&(JobKind::Reminder, Recipient::Customer, 1440)));
    }

    #[test]
    fn a_host_who_wants_no_notices_is_still_asked_for_approval() {
        let jobs = told(BookingEvent::Requested, &facts(NONE));
        assert!(jobs.contains(&(JobKind::Awaiting, Recipient::Host, 0)));
        let jobs = told(BookingEvent::Confirmed { approved: false }, &facts(NONE));
        assert!(!jobs.contains(&(JobKind::Confirmed, Recipient::Host, 0)));
    }

    #[test]
    fn guests_hear_of_the_end_of_what_they_had_heard_of() {
        let cancelled = |was| told(BookingEvent::Cancelled { by: Actor::Customer, was }, &facts(ALL));
        let guest = (JobKind::Cancelled, Recipient::Guest(0), 0);
        assert!(cancelled(State::Confirmed).contains(&guest));
        assert!(!cancelled(State::AwaitingApproval).contains(&guest));
    }
}

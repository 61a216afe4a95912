//! Letters about a booking.

use super::meeting::meeting;
use super::news::{Happened, mover, told};
use super::{BookingEdition, Care, Draft, Drafted, held_back, held_back_from_host};
use crate::letter::{CustomerLinks, Letter, Meeting, ToCustomer, ToGuest, ToHost};
use crate::links;
use crate::said::Line;
use jiff::Timestamp;
use timeslot_chassis::App;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::booking::State;
use timeslot_core::job::{JobKind, Recipient};
use timeslot_store::addressees::{self, Addressee};
use timeslot_store::bookings::{self, BookingRow};
use timeslot_store::customers::{self, CustomerRow};
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::jobs::JobRow;
use timeslot_store::{Error, Tx};

/// Most steps of a booking that are looked at.
const MOST_STEPS: u32 = 1000;

pub(super) async fn draft(
    tx: &mut Tx,
    app: &App,
    kind: JobKind,
    job: &JobRow,
) -> Result<Drafted, HandlerError> {
    let Some(found) = Found::read(tx, job).await? else {
        return Ok(Drafted::Outdated);
    };
    if is_outdated(&found.booking, kind, job, app.now())? {
        return Ok(Drafted::Outdated);
    }
    let Some(to) = found.address(job.recipient()) else {
        return Ok(Drafted::Outdated);
    };
    let held = match job.recipient() {
        Recipient::Host => held_back_from_host(app.now(), &found.account),
        _ => held_back(tx, app.now(), kind, &found.account, &to).await?,
    };
    if let Some(held) = held {
        return Ok(held);
    }
    let steps = bookings::steps(tx, found.host.id, found.booking.id, MOST_STEPS).await?;
    let happened = Happened { kind, job, booking: &found.booking, moved_by: mover(&steps) };
    let letter = found.letter(app, &happened, job.recipient(), &to)?;
    Ok(found.draft(letter, job.recipient(), to).into())
}

/// Whether the booking has moved on since the job was written, or the meeting that it reminds of has begun.
fn is_outdated(
    booking: &BookingRow,
    kind: JobKind,
    job: &JobRow,
    now: Timestamp,
) -> Result<bool, HandlerError> {
    let has_moved_on = booking.version != job.version;
    let is_over = match kind {
        JobKind::Reminder => booking.state()? != State::Confirmed || booking.starts_at <= now,
        // Answered, or replaced by another wish: the version tells neither.
        JobKind::MoveRequested => booking.proposed_starts_at != told(job, "proposed"),
        _ => false,
    };
    Ok(has_moved_on || is_over)
}

/// The rows that a letter is made of.
struct Found {
    booking: BookingRow,
    host: HostRow,
    account: Addressee,
    customer: CustomerRow,
    event_type: Option<EventTypeRow>,
}

impl Found {
    async fn read(tx: &mut Tx, job: &JobRow) -> Result<Option<Self>, Error> {
        let (Some(host), Some(booking)) = (job.host_id, job.booking_id) else {
            return Ok(None);
        };
        let Some(booking) = bookings::find(tx, host, booking).await? else {
            return Ok(None);
        };
        let customer = customers::find(tx, host, booking.customer_id).await?;
        let (host, account) = (hosts::find(tx, host).await?, addressees::account(tx, host).await?);
        let (Some(customer), Some(host), Some(account)) = (customer, host, account) else {
            return Ok(None);
        };
        let event_type = event_types::find(tx, host.id, booking.event_type_id).await?;
        Ok(Some(Self { booking, host, account, customer, event_type }))
    }

    fn address(&self, reader: Recipient) -> Option<String> {
        match reader {
            Recipient::Customer => Some(self.customer.email.clone()),
            Recipient::Guest(place) => self.booking.guests.0.get(usize::from(place)).cloned(),
            Recipient::Host | Recipient::Account => Some(self.account.email.clone()),
            Recipient::Nobody => None,
        }
    }

    fn letter(
        &self,
        app: &App,
        happened: &Happened<'_>,
        reader: Recipient,
        to: &str,
    ) -> Result<Letter, HandlerError> {
        let meeting = meeting(&self.booking, &self.account, &self.customer, reader)?;
        Ok(match reader {
            Recipient::Customer => Letter::ToCustomer(self.to_customer(app, happened, meeting)?),
            Recipient::Guest(_) => Letter::ToGuest(ToGuest {
                email: to.to_owned(),
                meeting,
                news: happened.to_guest()?,
                invites: true,
            }),
            _ => Letter::ToHost(ToHost {
                meeting,
                link: links::dashboard(app, self.booking.id)?,
                news: happened.to_host()?,
                invites: true,
                is_last_of_day: false,
            }),
        })
    }

    fn to_customer(
        &self,
        app: &App,
        happened: &Happened<'_>,
        meeting: Meeting,
    ) -> Result<ToCustomer, HandlerError> {
        let bookable = self.event_type.as_ref().filter(|it| it.is_bookable());
        let slug = bookable.map_or_else(String::new, |it| format!("/{}", it.slug));
        Ok(ToCustomer {
            meeting,
            links: CustomerLinks {
                manage: links::manage(app, &self.booking)?,
                not_me: links::not_me(app, &self.booking)?,
                page: links::page(app, &format!("/{}{slug}", self.host.handle))?,
            },
            news: happened.to_customer()?,
            invites: true,
        })
    }

    /// Others hear from the host, and answer the host; the host answers the customer.
    fn draft(&self, letter: Letter, reader: Recipient, to: String) -> Draft {
        let is_own = reader == Recipient::Host;
        let other = if is_own { &self.customer.email } else { &self.account.email };
        Draft {
            letter,
            to,
            host: (!is_own).then(|| Line::new(&self.host.name)),
            reply_to: Some(other.clone()),
            edition: Some(BookingEdition {
                booking: self.booking.id,
                version: self.booking.version,
                stamp: self.booking.updated_at,
            }),
            care: if is_own { Care::Notice } else { Care::Others(Some(self.host.id)) },
        }
    }
}

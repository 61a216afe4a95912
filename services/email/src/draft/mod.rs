//! From a job to the letter it orders: the rows are read again, so what they say now is what is written.

mod account;
mod booking;
mod manage_links;
mod meeting;
mod news;

use crate::letter::Letter;
use crate::said::Line;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::App;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::id::{BookingId, HostId};
use timeslot_core::job::{JobKind, Recipient};
use timeslot_core::zone::Zone;
use timeslot_store::addressees::Addressee;
use timeslot_store::jobs::JobRow;
use timeslot_store::{Tx, customers};

/// How soon it is looked again whether a host's address is verified.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_mins(1);

/// A letter that is to be sent.
pub(crate) struct Draft {
    /// What it says.
    pub letter: Letter,
    /// Whose mailbox.
    pub to: String,
    /// The host in whose name it goes out.
    pub host: Option<Line>,
    /// The other side's address.
    pub reply_to: Option<String>,
    /// The booking whose calendar part it may carry.
    pub edition: Option<BookingEdition>,
    /// Which limits it is under.
    pub care: Care,
}

/// Which version of which booking a letter is about.
#[derive(Clone, Copy)]
pub(crate) struct BookingEdition {
    /// The booking.
    pub booking: BookingId,
    /// Its version.
    pub version: i64,
    /// When that was made.
    pub stamp: Timestamp,
}

/// Which of the limits that protect people a letter is under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Care {
    /// The few a day that let somebody into an account.
    Access,
    /// As few of those that tell what changed about the way in.
    Told,
    /// A host's own notices.
    Notice,
    /// Those of an address and, where a host's booking brings it about, of a new host.
    Others(Option<HostId>),
}

/// What is to become of a job.
pub(crate) enum Drafted {
    /// This letter.
    Letter(Box<Draft>),
    /// Nothing: what it speaks of has changed or is gone.
    Outdated,
    /// It is looked at again at this instant.
    Wait(Timestamp),
    /// The letter isn't wanted, for a reason that the timeline shows.
    Unwanted {
        /// Whose mailbox.
        to: String,
        /// Why.
        why: &'static str,
    },
}

impl From<Draft> for Drafted {
    fn from(draft: Draft) -> Self {
        Self::Letter(Box::new(draft))
    }
}

/// Reads what the job is about and drafts its letter.
pub(crate) async fn draft(
    tx: &mut Tx,
    app: &App,
    kind: JobKind,
    job: &JobRow,
) -> Result<Drafted, HandlerError> {
    match (kind, job.recipient()) {
        (JobKind::ManageLinks, _) => manage_links::draft(tx, app, job).await,
        (_, Recipient::Account) => account::draft(tx, app, kind, job).await,
        _ => booking::draft(tx, app, kind, job).await,
    }
}

/// Whether letters about a host's bookings may go to others now, and if not, what becomes of this one to `to`.
async fn held_back(
    tx: &mut Tx,
    now: Timestamp,
    kind: JobKind,
    account: &Addressee,
    to: &str,
) -> Result<Option<Drafted>, HandlerError> {
    let unwanted = |why| Some(Drafted::Unwanted { to: to.to_owned(), why });
    // A suspended or closed account leaves nobody waiting: of the end of a meeting one hears all the same.
    let ends = matches!(kind, JobKind::Cancelled | JobKind::Declined | JobKind::Expired);
    if account.suspended_at.is_some() && !ends {
        return Ok(unwanted("the host's account is suspended"));
    }
    let known = customers::by_email(tx, account.id, &to.to_ascii_lowercase()).await?;
    if known.is_some_and(|customer| customer.letters_stopped_at.is_some()) {
        return Ok(unwanted("this address wants no more letters from this host"));
    }
    if account.verified_at.is_none() && !account.is_closed {
        return Ok(Some(look_again(now)));
    }
    Ok(None)
}

/// An address that nobody has proven may be a stranger's: notices wait until it is, or the registration is gone.
fn held_back_from_host(now: Timestamp, account: &Addressee) -> Option<Drafted> {
    account.verified_at.is_none().then(|| look_again(now))
}

fn look_again(now: Timestamp) -> Drafted {
    Drafted::Wait(now.checked_add(LOOK_AGAIN).unwrap_or(now))
}

/// The zone called `name`, or UTC where the database has forgotten it.
fn zone(name: &str) -> TimeZone {
    Zone::parse(name).map_or(TimeZone::UTC, |zone| zone.time_zone().clone())
}

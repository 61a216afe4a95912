//! Limits that protect people: so many letters an address gets in a day, and a new host sends.

use crate::draft::{Care, Draft};
use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::App;
use timeslot_core::id::HostId;
use timeslot_store::deliveries::{self, Counted, DeliveryRow};
use timeslot_store::jobs::JobRow;
use timeslot_store::{Error, Tx, addressees};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// How long a letter waits for room at its address before it is given up.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(3 * 24);

/// Whether a letter may go out.
pub(crate) enum Room {
    /// It may, and more after it.
    Free,
    /// It may, and is the last one that its address gets within a day.
    Last,
    /// It must not, and this is why.
    Full(String),
    /// It has to wait until then, for this reason.
    NotBefore(Timestamp, String),
}

/// The room that the limits leave for a letter now.
pub(crate) async fn room(
    tx: &mut Tx,
    app: &App,
    job: &JobRow,
    draft: &Draft,
    delivery: &DeliveryRow,
) -> Result<Room, Error> {
    let address_hash = &delivery.address_hash;
    let people = &app.settings().people;
    let (counted, most, host) = match draft.care {
        Care::Access => (Counted::Access, people.access_letters_per_address_per_day, None),
        Care::Told => (Counted::Told, people.access_letters_per_address_per_day, None),
        Care::Notice => (Counted::Notices, people.notices_per_host_per_day, None),
        Care::Others(host) => (Counted::Others, people.letters_per_address_per_day, host),
    };
    deliveries::hold_count(tx, address_hash).await?;
    let since = app.now().checked_sub(DAY).unwrap_or(Timestamp::MIN);
    let left = i64::from(most) - deliveries::to_address(tx, address_hash, since, counted, job.id).await?;
    if left <= 0 {
        let why = format!("this address has had {most} letters of this kind within a day, which is the most");
        let nth = deliveries::nth_last_to_address(tx, address_hash, counted, most).await?;
        return Ok(
            match nth.and_then(|at| at.checked_add(DAY).ok()).filter(|_| can_wait(app, delivery, counted)) {
                Some(room) => Room::NotBefore(room, format!("{why}; this one follows when there is room")),
                None => Room::Full(format!("{why}; retry later")),
            },
        );
    }
    let waits = match host {
        Some(host) => of_new_host(tx, app, job, host).await?,
        None => None,
    };
    Ok(match waits {
        Some((until, why)) => Room::NotBefore(until, why),
        None if left == 1 => Room::Last,
        None => Room::Free,
    })
}

/// What a booking brings about is late then, but not lost; a way into an account is asked for anew instead.
fn can_wait(app: &App, delivery: &DeliveryRow, counted: Counted) -> bool {
    matches!(counted, Counted::Notices | Counted::Others)
        && app.now().duration_since(delivery.created_at) < LONGEST_WAIT
}

/// Until when a new host's letter waits, and why: what was promised to a customer is late then, but not lost.
async fn of_new_host(
    tx: &mut Tx,
    app: &App,
    job: &JobRow,
    host: HostId,
) -> Result<Option<(Timestamp, String)>, Error> {
    let most = app.settings().people.letters_of_new_host;
    let Some(account) = addressees::account(tx, host).await? else {
        return Ok(None);
    };
    if app.now().duration_since(account.created_at) >= DAY {
        return Ok(None);
    }
    deliveries::hold_count(tx, host.0.as_bytes()).await?;
    let sent = deliveries::of_host_since(tx, host, account.created_at, job.id).await?;
    let until = account.created_at.checked_add(DAY).unwrap_or(Timestamp::MAX);
    let why =
        || format!("a new host sends at most {most} letters on the first day; this one follows after it");
    Ok((sent >= i64::from(most)).then(|| (until, why())))
}

//! Limits that protect people: so many letters an address gets in a day, and a new host sends.

use crate::draft::{Care, Draft};
use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::App;
use timeslot_core::id::HostId;
use timeslot_store::deliveries::{self, Counted};
use timeslot_store::jobs::JobRow;
use timeslot_store::{Error, Tx, addressees};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Why the letter must not go out now, if it mustn't.
pub(crate) async fn reached(
    tx: &mut Tx,
    app: &App,
    job: &JobRow,
    draft: &Draft,
    address_hash: &[u8],
) -> Result<Option<String>, Error> {
    let people = &app.settings().people;
    let (counted, most, host) = match draft.care {
        Care::Free => return Ok(None),
        Care::Access => (Counted::Access, people.access_letters_per_address_per_day, None),
        Care::Told => (Counted::Told, people.access_letters_per_address_per_day, None),
        Care::Others(host) => (Counted::Others, people.letters_per_address_per_day, host),
    };
    deliveries::hold_count(tx, address_hash).await?;
    let since = app.now().checked_sub(DAY).unwrap_or(Timestamp::MIN);
    if deliveries::to_address(tx, address_hash, since, counted, job.id).await? >= i64::from(most) {
        return Ok(Some(format!(
            "this address has had {most} letters of this kind within a day, which is the most; retry later"
        )));
    }
    match host {
        Some(host) => of_new_host(tx, app, job, host).await,
        None => Ok(None),
    }
}

async fn of_new_host(tx: &mut Tx, app: &App, job: &JobRow, host: HostId) -> Result<Option<String>, Error> {
    let most = app.settings().people.letters_of_new_host;
    let Some(account) = addressees::account(tx, host).await? else {
        return Ok(None);
    };
    if app.now().duration_since(account.created_at) >= DAY {
        return Ok(None);
    }
    deliveries::hold_count(tx, host.0.as_bytes()).await?;
    let sent = deliveries::of_host_since(tx, host, account.created_at, job.id).await?;
    Ok((sent >= i64::from(most))
        .then(|| format!("a new host sends at most {most} letters on the first day; retry after it")))
}

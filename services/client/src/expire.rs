//! The job that ends a hold or a request whose time is over. Booking clears the way by itself; this keeps lists and
//! live pages tidy, and sends the letters.

use crate::bookings::circumstances;
use timeslot_booking::{Desk, Stepped, expire};
use timeslot_chassis::App;
use timeslot_chassis::worker::HandlerError;
use timeslot_store::bookings::BookingRow;
use timeslot_store::jobs::{Ended, JobRow};
use timeslot_store::{Error, Tx, bookings};

/// Expires the job's booking, if it still waits and its time is over.
pub async fn expire_booking(app: App, job: JobRow) -> Result<Ended, HandlerError> {
    let inside = app.clone();
    let ended = app.db().write(move |tx| Box::pin(async move { end(tx, &inside, &job).await })).await;
    ended.map_err(|error: Error| HandlerError::from(error))
}

async fn end(tx: &mut Tx, app: &App, job: &JobRow) -> Result<Ended, Error> {
    let (Some(host), Some(id)) = (job.host_id, job.booking_id) else { return Ok(Ended::Skipped) };
    // Most were answered long ago; opening the desk for them would void what is kept of the host for nothing.
    let waits = |row: &BookingRow| Ok::<_, Error>(row.state()?.is_live() && row.expires_at.is_some());
    let Some(row) = bookings::find(tx, host, id).await? else { return Ok(Ended::Skipped) };
    if !waits(&row)? {
        return Ok(Ended::Done);
    }
    // Opening the desk expires what is outdated already, this booking among it.
    let Some(desk) = Desk::open(tx, circumstances(app), host).await? else { return Ok(Ended::Skipped) };
    let Some(row) = bookings::find(tx, host, id).await? else { return Ok(Ended::Skipped) };
    if !waits(&row)? {
        return Ok(Ended::Done);
    }
    match expire(tx, &desk, row).await? {
        Stepped::Done(_) => Ok(Ended::Done),
        Stepped::Refused(_) => Ok(Ended::Skipped),
    }
}

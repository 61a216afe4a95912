//! Tracking: the host's bookings, and the host's steps with them.

pub mod answer;
pub mod cancel;
pub mod create;
pub mod list;
pub mod no_show;
pub mod reschedule;
pub mod retry;
mod shape;
pub mod show;
mod timeline;

pub(crate) use shape::{Booking, booking};

use serde::Serialize;
use timeslot_booking::{Circumstances, Desk, Warning};
use timeslot_chassis::App;
use timeslot_chassis::Problem;
use timeslot_chassis::caller::Host;
use timeslot_core::id::{BookingId, HostId};
use timeslot_store::bookings::{self, BookingRow};
use timeslot_store::{Tx, accounts, customers};
use utoipa::ToSchema;

/// A booking after a step, with what the rules would have said to a customer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BookingStep)]
pub struct BookingAnswer {
    booking: Booking,
    warnings: Vec<WarningBody>,
}

/// What a rule would have said to a customer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Warning)]
pub struct WarningBody {
    /// A stable word for the rule.
    code: String,
    /// A sentence.
    message: String,
}

impl From<Warning> for WarningBody {
    fn from(it: Warning) -> Self {
        Self { code: it.code.to_owned(), message: it.message }
    }
}

/// What a step is told from outside.
pub(crate) fn circumstances(app: &App) -> Circumstances<'_> {
    Circumstances { now: app.now(), entropy: app.entropy(), limits: app.settings().people.of_bookings() }
}

/// The host's desk, unless it was the account's suspension or closing that was waited for.
async fn open_desk<'a>(tx: &mut Tx, app: &'a App, host: HostId) -> Result<Desk<'a>, Problem> {
    let desk = Desk::open(tx, circumstances(app), host).await?.ok_or_else(Problem::not_found)?;
    if accounts::is_suspended(tx, host).await? {
        return Err(Problem::unauthorized());
    }
    Ok(desk)
}

/// The caller's desk, and the booking on it.
async fn at_desk<'a>(
    tx: &mut Tx,
    app: &'a App,
    caller: &Host,
    id: uuid::Uuid,
) -> Result<(Desk<'a>, BookingRow), Problem> {
    let desk = open_desk(tx, app, caller.id).await?;
    let row = bookings::find(tx, caller.id, BookingId(id)).await?.ok_or_else(Problem::not_found)?;
    Ok((desk, row))
}

/// The booking as the host sees it after a step.
async fn answer(
    tx: &mut Tx,
    host: HostId,
    row: BookingRow,
    warnings: Vec<Warning>,
) -> Result<BookingAnswer, Problem> {
    let customer = customers::find(tx, host, row.customer_id).await?.ok_or_else(Problem::not_found)?;
    Ok(BookingAnswer {
        booking: booking(row, customer.email)?,
        warnings: warnings.into_iter().map(WarningBody::from).collect(),
    })
}

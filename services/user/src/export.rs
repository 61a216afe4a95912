//! Export: everything that the host's account holds, as one document.

use crate::bookings::{Booking, booking};
use crate::customers::Customer;
use crate::schedules::Schedule;
use axum::Json;
use axum::extract::State;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::Problem;
use timeslot_core::interval::Interval;
use timeslot_store::{bookings, customers, schedules};
use utoipa::ToSchema;

/// Most rows of each list.
const MOST: u32 = 20_000;

/// What the account holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct Export {
    exported_at: Instant,
    schedules: Vec<Schedule>,
    customers: Vec<Customer>,
    /// By start, the first twenty thousand.
    bookings: Vec<Booking>,
}

/// The host's schedules, customers and bookings as one document to keep.
#[utoipa::path(get, path = "/api/v1/user/export", tag = "user", responses((status = 200, body = Export)))]
pub async fn export_data(State(app): State<App>, caller: Host) -> Result<Response, Problem> {
    let now = app.now();
    let export = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let all = Interval::new(jiff::Timestamp::UNIX_EPOCH, Instant::LAST.0);
                let rows = bookings::starting_in(tx, caller.id, all, MOST).await?;
                let bookings: Result<Vec<_>, _> =
                    rows.into_iter().map(|row| booking(row.booking, row.email)).collect();
                let customers = customers::list(tx, caller.id, now, None, "", MOST).await?;
                Ok::<_, Problem>(Export {
                    exported_at: now.into(),
                    schedules: schedules::list(tx, caller.id, MOST)
                        .await?
                        .iter()
                        .map(Schedule::from)
                        .collect(),
                    customers: customers.into_iter().map(Customer::from).collect(),
                    bookings: bookings?,
                })
            })
        })
        .await?;
    Ok(([(CONTENT_DISPOSITION, "attachment; filename=\"timeslot-export.json\"")], Json(export))
        .into_response())
}

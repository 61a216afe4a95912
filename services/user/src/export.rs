//! Export: everything that the host's account holds, as one document.

use crate::bookings::{Booking, booking};
use crate::customers::Customer;
use crate::event_types::{EventType, event_type};
use crate::openings::blocks::Block;
use crate::openings::{Opening, opening};
use crate::profile::{self, Profile};
use crate::schedules::Schedule;
use axum::Json;
use axum::extract::State;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::interval::Interval;
use timeslot_store::{Tx, bookings, customers, event_types, openings, schedules};
use utoipa::ToSchema;

/// Most rows of each list.
const MOST: u32 = 20_000;

/// What the account holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct Export {
    exported_at: Instant,
    profile: Profile,
    schedules: Vec<Schedule>,
    event_types: Vec<EventType>,
    openings: Vec<Opening>,
    blocks: Vec<Block>,
    customers: Vec<Customer>,
    /// By start, the first twenty thousand.
    bookings: Vec<Booking>,
}

/// Everything that the account holds as one document to keep: its profile, availability, customers and bookings.
#[utoipa::path(get, path = "/api/v1/user/export", tag = "user", responses((status = 200, body = Export), Refusals))]
pub async fn export_data(State(app): State<App>, caller: Host) -> Result<Response, Problem> {
    let inside = app.clone();
    let export = app.db().read(move |tx| Box::pin(async move { export(tx, &inside, &caller).await })).await?;
    let headers = [(CONTENT_DISPOSITION, "attachment; filename=\"timeslot-export.json\"")];
    Ok((headers, Json(export)).into_response())
}

async fn export(tx: &mut Tx, app: &App, caller: &Host) -> Result<Export, Problem> {
    let (host, now) = (caller.id, app.now());
    let all = Interval::new(jiff::Timestamp::UNIX_EPOCH, Instant::LAST.0);
    let (profile_row, is_public) = profile::load(tx, caller).await?;
    let handle = profile_row.handle.clone();
    let event_types = event_types::list(tx, host, MOST).await?;
    let openings = openings::list(tx, host, None, all, MOST).await?;
    let bookings = bookings::starting_in(tx, host, all, MOST).await?;
    Ok(Export {
        exported_at: now.into(),
        profile: profile::profile(app, profile_row, is_public),
        schedules: schedules::list(tx, host, MOST).await?.iter().map(Schedule::from).collect(),
        event_types: event_types
            .into_iter()
            .map(|row| event_type(app, &handle, row))
            .collect::<Result<_, _>>()?,
        openings: openings.iter().map(|row| opening(row, false)).collect::<Result<_, _>>()?,
        blocks: openings::blocks(tx, host, all, MOST).await?.iter().map(Block::from).collect(),
        customers: customers::list(tx, host, now, None, "", MOST)
            .await?
            .into_iter()
            .map(Customer::from)
            .collect(),
        bookings: bookings
            .into_iter()
            .map(|row| booking(row.booking, row.email))
            .collect::<Result<_, _>>()?,
    })
}

//! The overview: what is next, what waits, and the first steps.

use crate::bookings::{Booking, booking};
use crate::slots::{available, span_of, zone};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::Serialize;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::booking::State as BookingState;
use timeslot_store::bookings::{self, Search, View};
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::{Tx, event_types, schedules};
use utoipa::ToSchema;

/// Most bookings of one day that are shown.
const MOST_TODAY: u32 = 100;
/// How far ahead open slots are counted, in days.
const AHEAD: i64 = 14;

/// The business at a glance.
#[derive(Debug, Serialize, ToSchema)]
pub struct Overview {
    now: Instant,
    /// The meeting that runs, or the next one.
    next: Option<Booking>,
    /// Today's live bookings in the profile's zone.
    today: Vec<Booking>,
    counts: OverviewCounts,
    steps: FirstSteps,
}

/// How many.
#[derive(Debug, Serialize, ToSchema)]
pub struct OverviewCounts {
    /// Confirmed and to come.
    upcoming: i64,
    /// Waiting for the host or for payment.
    pending: i64,
    /// Held in the last 30 days.
    past_30_days: i64,
    /// Open slots of the next two weeks.
    available: usize,
    /// The last date that was counted.
    available_until: String,
}

/// What a new host has done.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each step is done or not, in any order")]
pub struct FirstSteps {
    verified: bool,
    hours: bool,
    event_type: bool,
    link_shared: bool,
    booked: bool,
}

/// What is next, what waits, and the first steps.
#[utoipa::path(get, path = "/api/v1/user/overview", tag = "user", responses((status = 200, body = Overview), Refusals))]
pub async fn get_overview(State(app): State<App>, caller: Host) -> Result<Json<Overview>, Problem> {
    let now = app.now();
    let overview = app.db().read(move |tx| Box::pin(async move { overview(tx, &caller, now).await })).await?;
    Ok(Json(overview))
}

async fn overview(tx: &mut Tx, caller: &Host, now: Timestamp) -> Result<Overview, Problem> {
    let host = hosts::find(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
    let today = now.to_zoned(zone(&host)?.time_zone().clone()).date();
    let search = Search { view: View::Upcoming, event_type: None, text: String::new(), after: None, most: 1 };
    let next = bookings::list(tx, host.id, now, &search).await?.into_iter().next();
    let of_today = bookings::starting_in(tx, host.id, span_of(&host, today, today)?, MOST_TODAY).await?;
    let mut live = Vec::new();
    for row in of_today {
        if row.booking.state()?.is_live() {
            live.push(booking(row.booking, row.email)?);
        }
    }
    let until = today.saturating_add(AHEAD.days());
    let open = available(tx, &host, None, (today, until), now).await?.len();
    let month_ago = now.checked_sub(SignedDuration::from_hours(30 * 24)).unwrap_or(now);
    let (upcoming, pending, past) = bookings::counts(tx, host.id, now, month_ago).await?;
    Ok(Overview {
        now: now.into(),
        next: next.map(|row| booking(row.booking, row.email)).transpose()?,
        today: live,
        counts: OverviewCounts {
            upcoming,
            pending,
            past_30_days: past,
            available: open,
            available_until: until.to_string(),
        },
        steps: first_steps(tx, caller, &host).await?,
    })
}

async fn first_steps(tx: &mut Tx, caller: &Host, host: &HostRow) -> Result<FirstSteps, Problem> {
    Ok(FirstSteps {
        verified: caller.is_verified,
        hours: !schedules::list(tx, host.id, 1).await?.is_empty(),
        event_type: !event_types::list(tx, host.id, 1).await?.is_empty(),
        link_shared: host.link_shared_at.is_some(),
        booked: bookings::has_been(tx, host.id, BookingState::Confirmed).await?,
    })
}

/// Notes that the host has copied the link: the last of the first steps that only the host can tell.
#[utoipa::path(post, path = "/api/v1/user/overview/link-shared", tag = "user", responses((status = 204), Refusals))]
pub async fn mark_link_shared(State(app): State<App>, caller: Host) -> Result<StatusCode, Problem> {
    let now = app.now();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let mut host = hosts::lock(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                host.link_shared_at = host.link_shared_at.or(Some(now));
                hosts::update(tx, &host).await?;
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

//! The booking as a calendar file.

use super::proven;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Path, Problem};
use timeslot_core::booking::State as BookingState;
use timeslot_core::icalendar::{Event, Method, Organizer, Status, write};
use timeslot_store::bookings::BookingRow;
use timeslot_store::hosts::{self, HostRow};

/// The booking of a manage link as an iCalendar file, to be kept by hand.
#[utoipa::path(get, path = "/api/v1/client/manage/{token}/calendar.ics", tag = "client",
    params(("token" = String, Path)),
    responses((status = 200, content_type = "text/calendar", body = String), Refusals))]
pub async fn get_booking_calendar(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Problem> {
    let inside = app.clone();
    let file = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let row = proven(tx, &inside, &token, Purpose::ManageBooking).await?;
                let host = hosts::find(tx, row.host_id).await?.ok_or_else(Problem::not_found)?;
                calendar_file(&inside, &row, &host)
            })
        })
        .await?;
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"booking.ics\""),
    ];
    Ok((headers, file).into_response())
}

fn calendar_file(app: &App, row: &BookingRow, host: &HostRow) -> Result<String, Problem> {
    let settings = app.settings();
    let place = settings.public_url.host_str().unwrap_or("localhost");
    let is_agreed = row.state()? == BookingState::Confirmed;
    let location = Some(row.location_value.as_str()).filter(|value| is_agreed && !value.is_empty());
    Ok(write(
        Method::Publish,
        &Event {
            uid: &format!("{}@{place}", row.id),
            sequence: u32::try_from(row.version).unwrap_or(u32::MAX),
            stamp: row.updated_at,
            time: row.core(),
            status: match row.state()? {
                BookingState::Confirmed => Status::Confirmed,
                BookingState::Held | BookingState::AwaitingApproval => Status::Tentative,
                _ => Status::Cancelled,
            },
            summary: &format!("{} with {}", row.title, host.name),
            description: "",
            location,
            url: None,
            organizer: Organizer { name: &host.name, email: sender(&settings.mail_from) },
            attendees: &[],
        },
    ))
}

/// The address of `Name <address>`.
fn sender(from: &str) -> &str {
    from.rsplit_once('<').map_or(from, |(_, rest)| rest.trim_end_matches('>')).trim()
}

//! The pages behind the links in letters. Opening one never changes anything: the page asks, a POST acts.

use super::face::{Face, or_not_found, page};
use crate::bookings::{ClientBooking, client_booking, proven};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use minijinja::context;
use serde::Serialize;
use timeslot_chassis::{App, Path, Problem};

#[derive(Serialize)]
struct ManageData {
    page: &'static str,
    booking: ClientBooking,
}

/// See, move or cancel a booking.
pub async fn manage(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Problem> {
    show(app, token, "manage", "Your booking").await
}

/// “I didn't book this”.
pub async fn not_me(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Problem> {
    show(app, token, "not_me", "Not your booking?").await
}

async fn show(app: App, token: String, name: &'static str, heading: &str) -> Result<Response, Problem> {
    let inside = app.clone();
    let found = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let row = proven(tx, &inside, &token, name == "not_me").await?;
                client_booking(tx, row, inside.now()).await
            })
        })
        .await;
    let face = Face {
        title: format!("{heading} · Timeslot"),
        description: heading.to_owned(),
        path: "/".into(),
        is_private: true,
        status: StatusCode::OK,
        body: context! { heading => heading },
    };
    let made = found.and_then(|booking| page(&app, face, &ManageData { page: name, booking }));
    or_not_found(&app, made)
}

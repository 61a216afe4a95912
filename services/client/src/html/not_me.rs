//! “I didn't book this”. Opening the page changes nothing: it asks, a POST acts.

use super::asked::{Asked, PageQuery};
use super::face::{Face, page};
use super::templates::shown;
use super::texts::say;
use super::words::{Size, date_in};
use crate::bookings::{ClientBooking, client_booking, not_me, proven};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use minijinja::context;
use serde_json::json;
use timeslot_booking::DISOWNED;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Path, Problem, Query};
use timeslot_core::zone::Zone;

/// Asks.
pub async fn ask(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = Asked::read(&[], query, &headers);
    let booking = load(&app, token).await?;
    let is_done = booking.state == "cancelled" && booking.cancel_reason.as_deref() == Some(DISOWNED);
    show(&app, &asked, &booking, is_done)
}

/// Cancels it, and stops letters from this host to the address.
pub async fn report(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = Asked::read(&[], PageQuery::default(), &headers);
    let booking = load(&app, token.clone()).await?;
    not_me::carry_out(&app, token, None).await?;
    show(&app, &asked, &booking, true)
}

async fn load(app: &App, token: String) -> Result<ClientBooking, Problem> {
    let inside = app.clone();
    app.db()
        .read(move |tx| {
            Box::pin(async move {
                let row = proven(tx, &inside, &token, Purpose::NotMe).await?;
                client_booking(tx, row, inside.now()).await
            })
        })
        .await
}

fn show(app: &App, asked: &Asked, booking: &ClientBooking, is_done: bool) -> Result<Response, Problem> {
    let zone = asked.zone.clone().or_else(|| Zone::parse(&booking.time_zone));
    let when = zone.map(|zone| {
        let reader = asked.reader.on(date_in(app.now(), &zone));
        reader.moment(booking.start.0, &zone, Size::Medium)
    });
    let title = say("notme.title", &[]);
    let face = Face {
        template: "not_me.html",
        title: format!("{title} – Timeslot"),
        description: title,
        path: "/".into(),
        is_private: true,
        status: StatusCode::OK,
        body: context! { booking => shown(booking), when => when, is_done => is_done },
    };
    page(app, &face, &json!({ "page": "not_me", "booking": booking, "is_done": is_done }))
}

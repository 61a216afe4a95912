//! The host's bookings by view.

use super::{Booking, booking};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::page::{Cursor, ListQuery, Page};
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Query;
use timeslot_core::id::{BookingId, EventTypeId};
use timeslot_core::text;
use timeslot_store::bookings::{self, Search, View};
use utoipa::IntoParams;

/// Which bookings.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BookingQuery {
    /// `upcoming` (unless said otherwise), `past`, `cancelled` or `pending`.
    view: Option<String>,
    /// Of one event type only.
    event_type_id: Option<uuid::Uuid>,
    /// A part of a name, an address or a title.
    q: Option<String>,
    /// How many items: 50 unless asked otherwise, 200 at most.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// The host's bookings: upcoming and pending ones by start, past and cancelled ones newest first.
#[utoipa::path(get, path = "/api/v1/user/bookings", tag = "user", params(BookingQuery),
    responses((status = 200, body = Page<Booking>), Refusals))]
pub async fn list_bookings(
    State(app): State<App>,
    caller: Host,
    Query(query): Query<BookingQuery>,
) -> Result<Json<Page<Booking>>, Problem> {
    let now = app.now();
    let mut check = Check::new();
    let view = check.take("view", view(query.view.as_deref().unwrap_or("upcoming")));
    let q = check.take("q", text::optional_line(query.q.as_deref().unwrap_or_default(), 100));
    let (view, text) = check.all((view, q))?;
    let window = ListQuery { limit: query.limit, cursor: query.cursor }.window()?;
    let search = Search {
        view,
        event_type: query.event_type_id.map(EventTypeId),
        text,
        after: window.after.map(|after| (after.at, BookingId(after.id))),
        most: window.rows(),
    };
    let rows = app
        .db()
        .read(move |tx| Box::pin(async move { bookings::list(tx, caller.id, now, &search).await }))
        .await
        .map_err(Problem::from)?;
    let page = window.page(
        rows,
        |row| Cursor::new(row.booking.starts_at, row.booking.id.0),
        |row| booking(row.booking, row.email),
    );
    let items: Result<Vec<_>, _> = page.items.into_iter().collect();
    Ok(Json(Page { items: items?, next_cursor: page.next_cursor }))
}

fn view(text: &str) -> Result<View, &'static str> {
    match text {
        "upcoming" => Ok(View::Upcoming),
        "past" => Ok(View::Past),
        "cancelled" => Ok(View::Cancelled),
        "pending" => Ok(View::Pending),
        _ => Err("is none of upcoming, past, cancelled and pending"),
    }
}

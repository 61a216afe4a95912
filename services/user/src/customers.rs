//! Customers with their history.

use crate::bookings::{Booking, booking};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::page::{Cursor, ListQuery, Page};
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::{Path, Query};
use timeslot_core::id::CustomerId;
use timeslot_core::text;
use timeslot_store::bookings;
use timeslot_store::customers::{self, CustomerSummary};
use utoipa::{IntoParams, ToSchema};

/// Most bookings of one customer that are shown.
const MOST_BOOKINGS: u32 = 200;

/// One who books with the host.
#[derive(Debug, Serialize, ToSchema)]
pub struct Customer {
    id: uuid::Uuid,
    name: String,
    email: String,
    /// Confirmed bookings, past and to come.
    bookings: i64,
    /// How many of them were missed.
    missed: i64,
    /// The first confirmed one's start.
    first_at: Option<Instant>,
    /// The last one's that has begun.
    last_at: Option<Instant>,
    /// The next one's.
    next_at: Option<Instant>,
    /// Whether they want no more letters from this host.
    letters_stopped: bool,
}

/// A customer with the bookings, newest meeting first.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerHistory {
    customer: Customer,
    bookings: Vec<Booking>,
}

/// Which customers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CustomerQuery {
    /// A part of a name or an address.
    q: Option<String>,
    /// How many items: 50 unless asked otherwise, 200 at most.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

impl From<CustomerSummary> for Customer {
    fn from(it: CustomerSummary) -> Self {
        Self {
            id: it.customer.id.0,
            name: it.customer.name,
            email: it.customer.email,
            bookings: it.bookings,
            missed: it.missed,
            first_at: it.first_at.map(Instant::from),
            last_at: it.last_at.map(Instant::from),
            next_at: it.next_at.map(Instant::from),
            letters_stopped: it.customer.letters_stopped_at.is_some(),
        }
    }
}

/// The host's customers, the newest first.
#[utoipa::path(get, path = "/api/v1/user/customers", tag = "user", params(CustomerQuery),
    responses((status = 200, body = Page<Customer>), Refusals))]
pub async fn list_customers(
    State(app): State<App>,
    caller: Host,
    Query(query): Query<CustomerQuery>,
) -> Result<Json<Page<Customer>>, Problem> {
    let now = app.now();
    let mut check = Check::new();
    let q = check.take("q", text::optional_line(query.q.as_deref().unwrap_or_default(), 100));
    let (search,) = check.all((q,))?;
    let window = ListQuery { limit: query.limit, cursor: query.cursor }.window()?;
    let before = window.after.map(|after| CustomerId(after.id));
    let rows = app
        .db()
        .read(move |tx| {
            Box::pin(async move { customers::list(tx, caller.id, now, before, &search, window.rows()).await })
        })
        .await
        .map_err(Problem::from)?;
    Ok(Json(window.page(rows, |row| Cursor::new(row.customer.created_at, row.customer.id.0), Customer::from)))
}

/// One customer with the bookings.
#[utoipa::path(get, path = "/api/v1/user/customers/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = CustomerHistory), Refusals))]
pub async fn get_customer(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<Json<CustomerHistory>, Problem> {
    let now = app.now();
    let (summary, rows) = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let summary = customers::summary(tx, caller.id, CustomerId(id), now).await?;
                let summary = summary.ok_or_else(Problem::not_found)?;
                let rows = bookings::of_customer(tx, caller.id, CustomerId(id), MOST_BOOKINGS).await?;
                Ok::<_, Problem>((summary, rows))
            })
        })
        .await?;
    let email = summary.customer.email.clone();
    let bookings: Result<Vec<_>, _> = rows.into_iter().map(|row| booking(row, email.clone())).collect();
    Ok(Json(CustomerHistory { customer: summary.into(), bookings: bookings? }))
}

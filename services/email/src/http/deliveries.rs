//! The host's deliveries: which letter went to whom, and what became of it.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use timeslot_chassis::caller::Host;
use timeslot_chassis::page::{Cursor, ListQuery, Page, Window};
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Instant, Problem, Query};
use timeslot_core::id::DeliveryId;
use timeslot_store::addressees::{self, Addressed};
use utoipa::{IntoParams, ToSchema};

/// What may become of a letter.
const STATES: [&str; 5] = ["queued", "accepted", "refused", "failed", "suppressed"];

/// One letter to one address.
#[derive(Debug, Serialize, ToSchema)]
pub struct Delivery {
    id: uuid::Uuid,
    /// The job that writes it, which can be retried.
    job_id: uuid::Uuid,
    /// Whose booking or account it is about; an invitation's is the inviter's.
    host_id: Option<uuid::Uuid>,
    /// The letter: `confirmed`, `cancelled`, `reminder` and so on.
    letter: String,
    /// `customer`, `guest:0` to `guest:4`, `host` or `account`.
    recipient: String,
    /// The address, where it is still known.
    to: Option<String>,
    /// `queued`, `accepted` (the mail server took it), `refused` (it never will), `failed` (it is tried again) or
    /// `suppressed` (it isn't wanted, or a limit is reached).
    state: String,
    booking_id: Option<uuid::Uuid>,
    /// How often it was handed to the mail server.
    tries: u32,
    /// What went wrong last.
    last_error: Option<String>,
    /// When it was first tried.
    created_at: Instant,
    /// When the mail server took it.
    accepted_at: Option<Instant>,
}

impl From<Addressed> for Delivery {
    fn from(it: Addressed) -> Self {
        let row = it.delivery;
        Self {
            id: row.id.0,
            job_id: row.job_id.0,
            host_id: row.host_id.map(|id| id.0),
            letter: row.letter,
            recipient: row.recipient,
            to: it.to,
            state: row.state,
            booking_id: row.booking_id.map(|id| id.0),
            tries: row.tries,
            last_error: row.last_error,
            created_at: row.created_at.into(),
            accepted_at: row.accepted_at.map(Instant::from),
        }
    }
}

/// Which deliveries.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeliveryQuery {
    /// `queued`, `accepted`, `refused`, `failed` or `suppressed`; all of them unless it is given.
    state: Option<String>,
    /// How many items: 50 unless asked otherwise, 200 at most.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// The host's deliveries, newest first.
#[utoipa::path(get, path = "/api/v1/email/deliveries", tag = "email", params(DeliveryQuery),
    responses((status = 200, body = Page<Delivery>), Refusals))]
pub async fn list_deliveries(
    State(app): State<App>,
    caller: Host,
    Query(query): Query<DeliveryQuery>,
) -> Result<Json<Page<Delivery>>, Problem> {
    let state = query.state.as_deref().map(state).transpose()?;
    let list = ListQuery { limit: query.limit, cursor: query.cursor };
    let window = list.window()?;
    let rows = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                addressees::deliveries(tx, caller.id, state, before(&window), window.rows()).await
            })
        })
        .await;
    Ok(Json(page(window, rows.map_err(Problem::from)?)))
}

fn state(text: &str) -> Result<&'static str, Problem> {
    STATES
        .into_iter()
        .find(|state| *state == text)
        .ok_or_else(|| Problem::invalid_field("state", format!("is none of {}", STATES.join(", "))))
}

/// Where the window begins, as the store reads it.
pub(super) fn before(window: &Window) -> Option<(jiff::Timestamp, DeliveryId)> {
    window.after.map(|after| (after.at, DeliveryId(after.id)))
}

/// One page of deliveries.
pub(super) fn page(window: Window, rows: Vec<Addressed>) -> Page<Delivery> {
    let place = |row: &Addressed| Cursor::new(row.delivery.created_at, row.delivery.id.0);
    window.page(rows, place, Delivery::from)
}

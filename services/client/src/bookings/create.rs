//! Book.

use super::{ClientBooking, circumstances, client_booking, manage_token, shape};
use crate::pages::{Money, open_desk};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use timeslot_booking::{Booked as Outcome, Form, Made, NewBooking as Asked, book};
use timeslot_chassis::idempotency::{self, Begun, IdempotencyKey, Scope, Ticket};
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Body, Instant, Network, Problem, check};
use timeslot_core::booking::Actor;
use timeslot_core::id::BookingId;
use timeslot_store::bookings::BookingRow;
use timeslot_store::{Tx, bookings};
use utoipa::ToSchema;

const ROUTE: &str = "POST /api/v1/client/bookings";

/// What somebody wants to book.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBooking {
    pub(crate) handle: String,
    pub(crate) slug: String,
    pub(crate) start: Instant,
    pub(crate) name: String,
    pub(crate) email: String,
    /// The customer's IANA zone.
    pub(crate) time_zone: String,
    pub(crate) notes: Option<String>,
    #[serde(default)]
    pub(crate) answers: Vec<GivenAnswer>,
    /// Mail addresses of those who come along.
    #[serde(default)]
    pub(crate) guests: Vec<String>,
    /// The price that was on the page.
    pub(crate) price: Option<Money>,
    /// How long the slot was on the page; 409 `terms-changed` if it is another length now.
    pub(crate) duration_minutes: Option<u32>,
}

/// An answer to one of the host's questions.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenAnswer {
    pub(crate) question_id: String,
    pub(crate) value: String,
}

/// A booking, and the token of its manage link.
#[derive(Debug, Serialize, ToSchema)]
pub struct Booked {
    pub(crate) booking: ClientBooking,
    pub(crate) manage_token: String,
}

/// Books a slot. 409 `slot-taken`, with the nearest open starts, where the slot exists and can't be had; 422
/// `not-a-slot` where no slot starts then.
#[utoipa::path(post, path = "/api/v1/client/bookings", tag = "client", request_body = NewBooking,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = Booked), Refusals))]
pub async fn create_booking(
    State(app): State<App>,
    network: Network,
    key: IdempotencyKey,
    Body(body): Body<NewBooking>,
) -> Result<(StatusCode, Json<Booked>), Problem> {
    Ok((StatusCode::CREATED, Json(create(&app, network, key, body).await?)))
}

/// Counts the try against the network's limit, and books: what the API and the plain form do alike.
pub(crate) async fn create(
    app: &App,
    network: Network,
    key: IdempotencyKey,
    body: NewBooking,
) -> Result<Booked, Problem> {
    app.limits().book(network)?;
    let ticket = Ticket::of(Scope::Network(network), ROUTE, key, &body)?;
    carry_out(app, ticket, body).await
}

/// Books in one transaction: the ticket with the answer that is kept, and the booking with its jobs.
async fn carry_out(app: &App, ticket: Option<Ticket>, body: NewBooking) -> Result<Booked, Problem> {
    let (handle, slug, asked) = parse(body, BookingId::new(app.now(), app.entropy()))?;
    let inside = app.clone();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if let Some(ticket) = &ticket {
                    let (now, answer) = (inside.now(), json!({ "booking": asked.id }));
                    let begun = idempotency::begin(tx, ticket, now, answer).await?;
                    if let Begun::Again(answer) = begun {
                        let row = again(tx, &answer).await?;
                        return booked(tx, &inside, row).await;
                    }
                }
                let (desk, event_type) = open_desk(tx, circumstances(&inside), &handle, &slug).await?;
                let Made { booking: row, customer, .. } = match book(tx, &desk, &event_type, asked).await? {
                    Outcome::Done(made) => *made,
                    Outcome::Refused(refusal) => return Err(refusal.into()),
                };
                let manage_token = manage_token(&inside, &row);
                let host = desk.host().clone();
                let booking = shape(row, host, customer.email, event_type.slug, inside.now())?;
                Ok(Booked { booking, manage_token })
            })
        })
        .await
}

fn parse(body: NewBooking, id: BookingId) -> Result<(String, String, Asked), Problem> {
    let price = body.price.map(|price| check::money(price.amount_minor, &price.currency));
    let price = price.transpose().map_err(|why| Problem::invalid_field("price", why))?;
    let length = body.duration_minutes.map(|minutes| SignedDuration::from_mins(minutes.into()));
    let form = Form {
        length,
        start: body.start.0,
        name: body.name,
        email: body.email,
        time_zone: body.time_zone,
        notes: body.notes,
        answers: body.answers.into_iter().map(|it| (it.question_id, it.value)).collect(),
        guests: body.guests,
        price,
    };
    Ok((body.handle, body.slug, form.parse(id, Actor::Customer)?))
}

/// The booking of the first answer, as it stands now.
async fn again(tx: &mut Tx, answer: &serde_json::Value) -> Result<BookingRow, Problem> {
    let id = answer["booking"].as_str().and_then(|text| text.parse::<BookingId>().ok());
    let row = match id {
        Some(id) => bookings::by_id(tx, id).await?,
        None => None,
    };
    row.ok_or_else(Problem::not_found)
}

async fn booked(tx: &mut Tx, app: &App, row: BookingRow) -> Result<Booked, Problem> {
    let manage_token = manage_token(app, &row);
    Ok(Booked { booking: client_booking(tx, row, app.now()).await?, manage_token })
}

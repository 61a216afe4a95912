//! The host books for a customer.

use super::{BookingAnswer, answer, open_desk};
use crate::ahead;
use crate::event_types::show::load;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use timeslot_booking::{Booked, Form, Made, NewBooking, book};
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::idempotency::{self, Begun, IdempotencyKey, Scope, Ticket};
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::booking::Actor;
use timeslot_core::id::{BookingId, EventTypeId, HostId};
use timeslot_store::{Tx, bookings};
use utoipa::ToSchema;

const ROUTE: &str = "POST /api/v1/user/bookings";

/// A booking that the host makes for a customer.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = NewHostBooking)]
#[serde(deny_unknown_fields)]
pub struct HostBooking {
    event_type_id: uuid::Uuid,
    start: Instant,
    /// The customer's name.
    name: String,
    /// The customer's address; the letters go there.
    email: String,
    /// The customer's IANA zone.
    time_zone: String,
    notes: Option<String>,
    #[serde(default)]
    guests: Vec<String>,
}

/// Books for a customer. The host is freer than a customer: only the core of another meeting is in the way; what the
/// other rules would have said is in `warnings`.
#[utoipa::path(post, path = "/api/v1/user/bookings", tag = "user", operation_id = "create_host_booking", request_body = HostBooking,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = BookingAnswer), Refusals))]
pub async fn create_booking(
    State(app): State<App>,
    caller: Host,
    key: IdempotencyKey,
    Body(body): Body<HostBooking>,
) -> Result<(StatusCode, Json<BookingAnswer>), Problem> {
    let ticket = Ticket::of(Scope::Host(caller.id), ROUTE, key, &body)?;
    ahead::check(body.start.0, app.now())?;
    let (event_type, new) = parse(body, BookingId::new(app.now(), app.entropy()))?;
    let desk_app = app.clone();
    let made = app
        .db()
        .write(move |tx| {
            Box::pin(async move { carry_out(tx, &desk_app, caller.id, ticket, event_type, new).await })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

fn parse(body: HostBooking, id: BookingId) -> Result<(EventTypeId, NewBooking), Problem> {
    let form = Form {
        start: body.start.0,
        name: body.name,
        email: body.email,
        time_zone: body.time_zone,
        notes: body.notes,
        answers: Vec::new(),
        guests: body.guests,
        price: None,
        length: None,
    };
    Ok((EventTypeId(body.event_type_id), form.parse(id, Actor::Host)?))
}

async fn carry_out(
    tx: &mut Tx,
    app: &App,
    host: HostId,
    ticket: Option<Ticket>,
    event_type: EventTypeId,
    new: NewBooking,
) -> Result<BookingAnswer, Problem> {
    if let Some(ticket) = &ticket {
        let will_be = json!({ "booking": new.id });
        let begun = idempotency::begin(tx, ticket, app.now(), will_be).await?;
        if let Begun::Again(kept) = begun {
            return again(tx, host, &kept).await;
        }
    }
    let desk = open_desk(tx, app, host).await?;
    let event_type = load(tx, host, event_type).await?;
    if event_type.archived_at.is_some() {
        return Err(Problem::invalid_field("event_type_id", "is archived"));
    }
    match book(tx, &desk, &event_type, new).await? {
        Booked::Refused(refusal) => Err(refusal.into()),
        Booked::Done(made) => {
            let Made { booking, warnings, .. } = *made;
            answer(tx, host, booking, warnings).await
        }
    }
}

/// The first answer again, as its booking stands now.
async fn again(tx: &mut Tx, host: HostId, kept: &serde_json::Value) -> Result<BookingAnswer, Problem> {
    let id = kept["booking"].as_str().and_then(|text| text.parse::<BookingId>().ok());
    let row = match id {
        Some(id) => bookings::find(tx, host, id).await?,
        None => None,
    };
    answer(tx, host, row.ok_or_else(Problem::not_found)?, Vec::new()).await
}

//! The same request twice is the same answer twice: `Idempotency-Key`, kept for a day in the transaction of the step.

use crate::network::Network;
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use timeslot_core::id::HostId;
use timeslot_store::idempotency::{self as rows, Taken};
use timeslot_store::{Json, Tx};

/// How long an answer is kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// When the second of two requests may come again while the first still runs, in seconds.
const RETRY: u64 = 1;

/// The header field `Idempotency-Key`, if it was sent: 1 to 255 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let mut values = parts.headers.get_all("idempotency-key").iter();
        let refusal = || {
            Problem::invalid_field(
                "Idempotency-Key",
                "is one header field of 1 to 255 visible ASCII characters",
            )
        };
        match (values.next(), values.next()) {
            (None, _) => Ok(Self(None)),
            (Some(value), None) => {
                let text = value.to_str().map_err(|_| refusal())?;
                let fits = (1..=255).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_graphic());
                fits.then(|| Self(Some(text.to_owned()))).ok_or_else(refusal)
            }
            _ => Err(refusal()),
        }
    }
}

/// Who is asking: keys of different callers never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A host.
    Host(HostId),
    /// Nobody, from this network.
    Network(Network),
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Host(id) => write!(f, "host:{id}"),
            Self::Network(network) => write!(f, "network:{network}"),
        }
    }
}

/// One request that may come again.
#[derive(Clone, Debug)]
pub struct Ticket {
    /// Who asks.
    pub scope: Scope,
    /// For what: the route's template.
    pub route: &'static str,
    /// The key that was sent, or one that the server made.
    pub key: String,
    /// What tells another body.
    pub body_hash: Vec<u8>,
}

impl Ticket {
    /// The ticket of a request with `body`, as it was parsed; `None` where no key was sent.
    pub fn of<B: Serialize>(
        scope: Scope,
        route: &'static str,
        key: IdempotencyKey,
        body: &B,
    ) -> Result<Option<Self>, Problem> {
        let Some(key) = key.0 else { return Ok(None) };
        Ok(Some(Self { scope, route, key, body_hash: hash(body)? }))
    }
}

/// The hash of a body as it was parsed: white space and the order of fields don't count.
fn hash<B: Serialize>(body: &B) -> Result<Vec<u8>, Problem> {
    // Two bodies without a text would count as one, and the second be given the answer of the first.
    let text = serde_json::to_vec(body).map_err(|error| {
        tracing::error!(%error, "a body can't be written down");
        Problem::broken()
    })?;
    Ok(Sha256::digest(text).to_vec())
}

/// What [`begin`] finds.
#[derive(Clone, Debug, PartialEq)]
pub enum Begun {
    /// The request is new: carry it out.
    Fresh,
    /// It was carried out before, and this was kept of its answer; tokens in it are derived again from its ids.
    Again(Value),
}

/// Takes the ticket at the head of a transaction that makes something, and keeps the ids of what the answer will be, never
/// secrets. A request that is refused is rolled back, and this with it. Of two at once the second waits for the first,
/// or is told to.
pub async fn begin(tx: &mut Tx, ticket: &Ticket, now: Timestamp, answer: Value) -> Result<Begun, Problem> {
    let over = now.checked_sub(KEPT).unwrap_or(now);
    let row = rows::KeyRow {
        scope: ticket.scope.to_string(),
        route: ticket.route.to_owned(),
        key: ticket.key.clone(),
        body_hash: ticket.body_hash.clone(),
        status: StatusCode::CREATED.as_u16(),
        answer: Json(answer),
        created_at: now,
    };
    match rows::take(tx, &row, over).await? {
        Taken::Mine => Ok(Begun::Fresh),
        Taken::Busy => Err(in_progress()),
        Taken::Before(first) if first.body_hash != ticket.body_hash => Err(mismatch()),
        Taken::Before(first) => Ok(Begun::Again(first.answer.0)),
    }
}

fn in_progress() -> Problem {
    let detail = "The first request with this Idempotency-Key still runs; please ask again for its answer.";
    Problem::conflict("in-progress", "Still running", detail).retry_after(RETRY)
}

fn mismatch() -> Problem {
    let detail = "This Idempotency-Key was used with another body. Send a new key with a new request.";
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "idempotency-mismatch",
        "The key was used for another request",
        detail,
    )
}

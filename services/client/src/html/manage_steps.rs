//! What a manage page does without script: each is a POST of its own, answered by the page as it stands then.

use super::asked::{Asked, PageQuery, path};
use super::fields::Fields;
use super::manage::{Refused, show};
use crate::bookings::{cancel, reschedule};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use timeslot_chassis::{App, Instant, Path, Problem, Query};

/// A step's address that is opened again, from the history for instance, leads to the booking.
pub async fn back(Path(token): Path<String>) -> Redirect {
    Redirect::temporary(&path(&["manage", &token]))
}

/// Cancels, with a word to the host.
pub async fn cancel_booking(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let asked = Asked::read(&["manage", &token], query, &headers);
    let reason = fields.one("reason").to_owned();
    match cancel::carry_out(&app, token.clone(), None, Some(reason.clone())).await {
        Ok(_) => Ok(done(&asked, "cancelled")),
        Err(problem) => refuse(&app, &asked, token, Refused { step: "cancel", typed: reason, problem }).await,
    }
}

/// Moves it to the start that the address names.
pub async fn move_booking(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let asked = Asked::read(&["manage", &token], query, &headers);
    let start = Instant::parse(fields.one("start")).map_err(|why| Problem::invalid_field("start", why))?;
    match reschedule::carry_out(&app, token.clone(), None, start).await {
        Ok(_) => Ok(done(&asked, "moved")),
        Err(problem) => {
            refuse(&app, &asked, token, Refused { step: "move", typed: String::new(), problem }).await
        }
    }
}

fn done(asked: &Asked, what: &str) -> Response {
    let changes = [("slot", None), ("date", None), ("month", None), ("done", Some(what.to_owned()))];
    Redirect::to(&asked.href(&changes)).into_response()
}

async fn refuse(app: &App, asked: &Asked, token: String, refused: Refused) -> Result<Response, Problem> {
    if refused.problem.status() == StatusCode::NOT_FOUND {
        return Err(refused.problem);
    }
    show(app, asked, token, Some(&refused)).await
}

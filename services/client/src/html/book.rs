//! The booking form without script: the same request as the API's, answered by pages.

use super::asked::{Asked, PageQuery};
use super::details::details;
use super::event_type::load;
use super::fields::Fields;
use super::typed::{Target, Typed};
use crate::bookings::create::create;
use crate::pages::Money;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use timeslot_chassis::idempotency::IdempotencyKey;
use timeslot_chassis::{App, Instant, Network, Path, Problem, Query};

/// Letters and figures of a fresh token.
const ATTEMPT: usize = 43;

/// Books, or shows the form again with what was typed and why not. A press on one of the nearest times (`take`) shows
/// the form for that one and books nothing.
pub async fn book(
    State(app): State<App>,
    network: Network,
    Path((handle, slug)): Path<(String, String)>,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let asked = Asked::read(&[&handle, &slug], query, &headers);
    let Some(start) = asked.slot.map(Instant) else {
        return Ok(Redirect::to(&asked.href(&[])).into_response());
    };
    let typed = Typed::of(&fields);
    let problem = match fields.one("move_to") {
        "" => {
            let time_zone = fields.one("time_zone").to_owned();
            let target = Target { handle: handle.clone(), slug: slug.clone(), start, time_zone };
            let key = key(&fields);
            match create(&app, network, key, typed.wish(target, terms(&fields))).await {
                Ok(booked) => return Ok(done(&asked, &booked.manage_token)),
                Err(problem) => Some(problem),
            }
        }
        _ => None,
    };
    let offer = load(&app, handle, slug, &asked).await?;
    match (offer.fate.clone(), problem) {
        (Some(fate), problem) => details(&app, &asked, &offer, &fate, &typed, problem.as_ref()),
        (None, Some(problem)) => Err(problem),
        (None, None) => Err(Problem::not_found()),
    }
}

/// To a page of its own, which can be loaded again without booking again.
fn done(asked: &Asked, token: &str) -> Response {
    let changes = [("slot", None), ("date", None), ("month", None), ("done", Some("booked".to_owned()))];
    Redirect::to(&asked.to(&format!("/manage/{token}"), &changes)).into_response()
}

/// The form's own: sent twice it books once, and a fresh form may book again what was cancelled meanwhile. Nobody else
/// can guess it, and so be answered with somebody's booking. A form that was written without it has none.
fn key(fields: &Fields) -> IdempotencyKey {
    let attempt = fields.one("attempt");
    let is_ours = attempt.len() == ATTEMPT && attempt.bytes().all(|it| it.is_ascii_graphic());
    IdempotencyKey(is_ours.then(|| format!("plain-form:{attempt}")))
}

/// The price and the length that were on the page.
fn terms(fields: &Fields) -> (Option<Money>, Option<u32>) {
    let amount = fields.one("price_amount").parse().ok();
    let price =
        amount.map(|amount_minor| Money { amount_minor, currency: fields.one("price_currency").to_owned() });
    (price, fields.one("minutes").parse().ok())
}

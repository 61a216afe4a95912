//! The booking page: month, day and times, or the form for the start that the address names.

use super::asked::{Asked, PageQuery};
use super::details::details;
use super::face::{Face, clock};
use super::kept::{Otherwise, kept, made};
use super::offer::{Offer, offer};
use super::picker::Picker;
use super::templates::shown;
use super::texts::say;
use super::typed::Typed;
use crate::pages::find_host;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use minijinja::context;
use serde_json::json;
use timeslot_chassis::cache::Made;
use timeslot_chassis::{App, Path, Problem, Query};
use timeslot_store::Tx;

/// The booking page, in the host's zone unless the address names one. A given-up handle redirects.
pub async fn event_type(
    State(app): State<App>,
    Path((handle, slug)): Path<(String, String)>,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = Asked::read(&[&handle, &slug], query, &headers);
    if asked.is_by_city {
        return Ok(Redirect::temporary(&asked.href(&[])).into_response());
    }
    if asked.slot.is_none() {
        return kept(&app, &asked, &headers, || times(&app, handle, slug, &asked)).await;
    }
    let offer = load(&app, handle, slug, &asked).await?;
    match (elsewhere(&asked, &offer), &offer.fate) {
        (Some(address), _) => Ok(Redirect::temporary(&address).into_response()),
        // Whether a start can be had is told to each who asks.
        (None, Some(fate)) => details(&app, &asked, &offer, fate, &Typed::default(), None),
        (None, None) => Err(Problem::not_found()),
    }
}

/// The page's present address, where the one that was asked for isn't it.
fn elsewhere(asked: &Asked, offer: &Offer) -> Option<String> {
    let present = asked.to(&offer.place.path, &[]);
    (present != asked.href(&[])).then_some(present)
}

/// Reads what the page shows.
pub async fn load(app: &App, handle: String, slug: String, asked: &Asked) -> Result<Offer, Problem> {
    let (inside, asked) = (app.clone(), asked.clone());
    app.db()
        .read(move |tx| {
            Box::pin(async move {
                match offer(tx, &inside, (&handle, &slug), &asked).await {
                    Err(problem) if problem.status() == StatusCode::NOT_FOUND => {
                        Err(whose(tx, &inside, &handle, problem).await)
                    }
                    other => other,
                }
            })
        })
        .await
}

/// What is not offered leads to what the host does offer, where there is such a host.
async fn whose(tx: &mut Tx, app: &App, handle: &str, problem: Problem) -> Problem {
    match find_host(tx, handle, app.now()).await {
        Ok(host) => problem.with("host", json!({ "handle": host.handle, "name": host.name })),
        Err(_) => problem,
    }
}

/// Title and description of the page and of what comes after it.
pub fn face(offer: &Offer, template: &'static str, status: StatusCode, body: minijinja::Value) -> Face {
    let (host, event_type) = (&offer.data.host, &offer.data.event_type.event_type);
    let what = [("title", event_type.title.clone()), ("name", host.name.clone())];
    let length = super::words::duration(i64::from(event_type.duration_minutes));
    Face {
        template,
        title: say("booking.with", &what),
        description: say("booking.description", &[("length", length), ("name", host.name.clone())]),
        path: offer.place.path.clone(),
        is_private: false,
        status,
        body,
    }
}

/// Month, day and times.
async fn times(app: &App, handle: String, slug: String, asked: &Asked) -> Result<Made, Otherwise> {
    let offer = load(app, handle, slug, asked).await?;
    match elsewhere(asked, &offer) {
        Some(address) => Err(Otherwise::Elsewhere(address)),
        None => Ok(made(app, &picker(app, asked, &offer), &offer, offer.holds)?),
    }
}

fn picker(app: &App, asked: &Asked, offer: &Offer) -> Face {
    let (host, event_type) = (&offer.data.host, &offer.data.event_type.event_type);
    let today = asked.on(offer.place.today);
    let picker = Picker {
        asked: &today,
        host,
        seats: event_type.seats,
        place: &offer.place,
        slots: &offer.slots,
        next_open: offer.next_open,
    };
    let whose = if asked.zone.is_none() { host.name.as_str() } else { "" };
    let body = context! {
        host => shown(host),
        event_type => shown(event_type),
        clock => clock(app, asked, &offer.place.zone, whose),
        ..picker.view()
    };
    face(offer, "booking.html", StatusCode::OK, body)
}

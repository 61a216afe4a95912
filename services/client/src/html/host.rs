//! A host's page: what can be booked, and “send me the link again”.

use super::asked::{Asked, PageQuery};
use super::face::{Face, page, with_headers};
use super::fields::Fields;
use super::kept::{Otherwise, kept, made};
use super::templates::shown;
use super::texts::say;
use super::typed::sentence;
use super::words::{Size, date_in};
use crate::manage_link::request;
use crate::pages::Holds;
use crate::pages::host::{HostPage, host_page};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use minijinja::{Value, context};
use serde::Serialize;
use timeslot_chassis::cache::Made;
use timeslot_chassis::{App, Network, Path, Problem, Query};
use timeslot_core::zone::Zone;

#[derive(Serialize)]
struct HostData {
    page: &'static str,
    #[serde(flatten)]
    data: HostPage,
}

/// What became of “send me the link again”.
#[derive(Default)]
struct Lost {
    email: String,
    problem: Option<Problem>,
    is_sent: bool,
}

/// A host's page. A given-up handle redirects.
pub async fn host(
    State(app): State<App>,
    Path(handle): Path<String>,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = Asked::read(&[&handle], query, &headers);
    kept(&app, &asked, &headers, || list(&app, handle, &asked)).await
}

/// What can be booked.
async fn list(app: &App, handle: String, asked: &Asked) -> Result<Made, Otherwise> {
    let (data, holds) = load(app, handle.clone()).await?;
    if data.host.handle != handle {
        return Err(Otherwise::Elsewhere(format!("/{}", data.host.handle)));
    }
    let face = face(app, asked, &data, &Lost::default());
    Ok(made(app, &face, &HostData { page: "host", data }, holds)?)
}

/// Sends the manage links of an address to it. The page never tells whether there are any.
pub async fn send_link(
    State(app): State<App>,
    network: Network,
    Path(handle): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let asked = Asked::read(&[&handle], PageQuery::default(), &headers);
    let (data, _) = load(&app, handle).await?;
    let email = fields.one("email").to_owned();
    let sent = request(&app, network, &email, &data.host.handle).await;
    let lost = Lost { email, is_sent: sent.is_ok(), problem: sent.err() };
    let face = face(&app, &asked, &data, &lost);
    Ok(with_headers(page(&app, &face, &HostData { page: "host", data })?, lost.problem.as_ref()))
}

async fn load(app: &App, handle: String) -> Result<(HostPage, Holds), Problem> {
    let now = app.now();
    app.db().read(move |tx| Box::pin(async move { host_page(tx, &handle, now).await })).await
}

fn face(app: &App, asked: &Asked, data: &HostPage, lost: &Lost) -> Face {
    let name = data.host.name.clone();
    let zone = Zone::parse(&data.host.time_zone);
    let next = |at: jiff::Timestamp| {
        let zone = zone.as_ref()?;
        let reader = asked.reader.on(date_in(app.now(), zone));
        Some(reader.moment(at, zone, Size::Medium))
    };
    let rows: Vec<Value> = data
        .event_types
        .iter()
        .map(|it| context! { next => it.next_open.and_then(|at| next(at.0)), ..shown(it) })
        .collect();
    let problem = lost.problem.as_ref();
    Face {
        template: "host.html",
        title: say("host.title", &[("name", name.clone())]),
        description: say("host.description", &[("name", name)]),
        path: format!("/{}", data.host.handle),
        is_private: lost.is_sent || problem.is_some(),
        status: problem.map_or(StatusCode::OK, Problem::status),
        body: context! {
            host => shown(&data.host),
            event_types => rows,
            now => zone.as_ref().map(|zone| asked.reader.time(app.now(), zone)),
            lost => context! {
                email => lost.email.clone(),
                is_sent => lost.is_sent,
                error => problem.map(told),
            },
        },
    }
}

/// What is wrong with the address, or with the request as a whole.
fn told(problem: &Problem) -> String {
    let error = problem.errors().first().map(|error| error.message.clone());
    error.map_or_else(|| problem.detail().to_owned(), |message| sentence(&message))
}

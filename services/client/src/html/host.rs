//! A host's page: what can be booked, and “send me the link again”.

use super::asked::{Asked, PageQuery};
use super::face::{Face, page, with_headers};
use super::fields::Fields;
use super::templates::shown;
use super::texts::say;
use super::typed::sentence;
use super::words::Size;
use crate::manage_link::request;
use crate::pages::find_host;
use crate::pages::host::{HostPage, host_page};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use minijinja::{Value, context};
use serde::Serialize;
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
    let asked = Asked::read(&format!("/{handle}"), query, &headers);
    let (data, present) = load(&app, handle.clone()).await?;
    if present != handle {
        return Ok(Redirect::temporary(&format!("/{present}")).into_response());
    }
    show(&app, &asked, data, &Lost::default())
}

/// Sends the manage links of an address to it. The page never tells whether there are any.
pub async fn send_link(
    State(app): State<App>,
    network: Network,
    Path(handle): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let asked = Asked::read(&format!("/{handle}"), PageQuery::default(), &headers);
    let (data, handle) = load(&app, handle).await?;
    let email = fields.one("email").to_owned();
    let sent = request(&app, network, &email, &handle).await;
    let lost = Lost { email, is_sent: sent.is_ok(), problem: sent.err() };
    show(&app, &asked, data, &lost)
}

async fn load(app: &App, handle: String) -> Result<(HostPage, String), Problem> {
    let now = app.now();
    app.db()
        .read(move |tx| {
            Box::pin(async move {
                let present = find_host(tx, &handle, now).await?.handle;
                Ok((host_page(tx, &present, now).await?, present))
            })
        })
        .await
}

fn show(app: &App, asked: &Asked, data: HostPage, lost: &Lost) -> Result<Response, Problem> {
    let name = data.host.name.clone();
    let zone = Zone::parse(&data.host.time_zone);
    let next = |at: jiff::Timestamp| zone.as_ref().map(|zone| asked.reader.moment(at, zone, Size::Medium));
    let rows: Vec<Value> = data
        .event_types
        .iter()
        .map(|it| context! { next => it.next_open.and_then(|at| next(at.0)), ..shown(it) })
        .collect();
    let problem = lost.problem.as_ref();
    let face = Face {
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
    };
    Ok(with_headers(page(app, face, &HostData { page: "host", data })?, problem))
}

/// What is wrong with the address, or with the request as a whole.
fn told(problem: &Problem) -> String {
    let error = problem.errors().first().map(|error| error.message.clone());
    error.map_or_else(|| problem.detail().to_owned(), |message| sentence(&message))
}

//! The host's page and the booking page.

use super::face::{Face, or_not_found, page};
use crate::pages::event_type::{EventTypePage, event_type_page};
use crate::pages::host::{HostPage, host_page};
use crate::pages::slots::{Slots, slots, this_month};
use crate::pages::{find_event_type, find_host};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use minijinja::{Value, context};
use serde::Serialize;
use timeslot_chassis::{App, Path, Problem};
use timeslot_store::Tx;

#[derive(Serialize)]
struct HostData {
    page: &'static str,
    #[serde(flatten)]
    data: HostPage,
}

#[derive(Serialize)]
struct EventTypeData {
    page: &'static str,
    #[serde(flatten)]
    data: EventTypePage,
    slots: Option<Slots>,
}

/// A host's page. A given-up handle redirects.
pub async fn host(State(app): State<App>, Path(handle): Path<String>) -> Result<Response, Problem> {
    let (now, asked) = (app.now(), handle.clone());
    let found = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let present = find_host(tx, &handle, now).await?.handle;
                Ok::<_, Problem>((host_page(tx, &present, now).await?, present))
            })
        })
        .await;
    or_not_found(
        &app,
        found.and_then(|(data, present)| {
            if present == asked {
                show_host(&app, data, &present)
            } else {
                Ok(Redirect::temporary(&format!("/{present}")).into_response())
            }
        }),
    )
}

fn show_host(app: &App, data: HostPage, handle: &str) -> Result<Response, Problem> {
    let links: Vec<Value> = data
        .event_types
        .iter()
        .map(|it| context! { href => format!("/{handle}/{}", it.slug), text => format!("{}, {} minutes", it.title, it.duration_minutes) })
        .collect();
    let face = Face {
        title: format!("Book {}", data.host.name),
        description: format!("Find a time with {}.", data.host.name),
        path: format!("/{handle}"),
        is_private: false,
        status: StatusCode::OK,
        body: context! { heading => &data.host.name, text => &data.host.bio, links => links },
    };
    page(app, face, &HostData { page: "host", data })
}

/// A booking page, with the first month's slots in it. A given-up handle redirects.
pub async fn event_type(
    State(app): State<App>,
    Path((handle, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let inside = app.clone();
    let asked = handle.clone();
    let found =
        app.db().read(move |tx| Box::pin(async move { load(tx, &inside, &handle, &slug).await })).await;
    or_not_found(
        &app,
        found.and_then(|(data, path)| {
            if path.starts_with(&format!("/{asked}/")) {
                show_event_type(&app, &data, path)
            } else {
                Ok(Redirect::temporary(&path).into_response())
            }
        }),
    )
}

async fn load(tx: &mut Tx, app: &App, handle: &str, slug: &str) -> Result<(EventTypeData, String), Problem> {
    let now = app.now();
    let (host, row) = find_event_type(tx, handle, slug, now).await?;
    let data = event_type_page(tx, &host.handle, &row.slug, now).await?;
    let slots = match this_month(&host, now) {
        Some(dates) => Some(slots(tx, &host, &row, dates, now).await?),
        None => None,
    };
    let path = format!("/{}/{}", host.handle, row.slug);
    Ok((EventTypeData { page: "event_type", data, slots }, path))
}

fn show_event_type(app: &App, data: &EventTypeData, path: String) -> Result<Response, Problem> {
    let (title, minutes) =
        (&data.data.event_type.event_type.title, data.data.event_type.event_type.duration_minutes);
    let name = &data.data.host.name;
    let face = Face {
        title: format!("{title} with {name}"),
        description: format!("{minutes} minutes with {name}. Pick a time that suits you."),
        path,
        is_private: false,
        status: StatusCode::OK,
        body: context! {
            heading => title,
            text => format!("{minutes} minutes with {name}"),
        },
    };
    page(app, face, data)
}

//! An event type's booking page.

use super::{PublicEventTypeDetail, PublicHost, find_event_type, public_event_type_detail};
use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use timeslot_chassis::{App, Path, Problem, problem::Refusals};
use timeslot_store::Tx;
use utoipa::ToSchema;

/// A host and one event type.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventTypePage {
    pub(crate) host: PublicHost,
    pub(crate) event_type: PublicEventTypeDetail,
}

/// One event type, listed or not.
#[utoipa::path(get, path = "/api/v1/client/pages/{handle}/{slug}", tag = "client",
    params(("handle" = String, Path), ("slug" = String, Path)),
    responses((status = 200, body = EventTypePage), Refusals))]
pub async fn get_event_type_page(
    State(app): State<App>,
    Path((handle, slug)): Path<(String, String)>,
) -> Result<Json<EventTypePage>, Problem> {
    let now = app.now();
    let page = app
        .db()
        .glance(move |tx| Box::pin(async move { event_type_page(tx, &handle, &slug, now).await }))
        .await?;
    Ok(Json(page))
}

/// The page of an event type.
pub(crate) async fn event_type_page(
    tx: &mut Tx,
    handle: &str,
    slug: &str,
    now: Timestamp,
) -> Result<EventTypePage, Problem> {
    let (host, event_type) = find_event_type(tx, handle, slug, now).await?;
    Ok(EventTypePage { host: PublicHost::from(&host), event_type: public_event_type_detail(&event_type)? })
}

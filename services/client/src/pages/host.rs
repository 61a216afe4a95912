//! The host's page.

use super::{PublicEventType, PublicHost, find_host, public_event_type};
use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use timeslot_chassis::{App, Path, Problem, problem::Refusals};
use timeslot_core::event_type::Visibility;
use timeslot_store::{Tx, event_types};
use utoipa::ToSchema;

/// Most event types of one page.
const MOST: u32 = 100;

/// A host and what can be booked.
#[derive(Debug, Serialize, ToSchema)]
pub struct HostPage {
    pub(crate) host: PublicHost,
    /// The listed, active ones.
    pub(crate) event_types: Vec<PublicEventType>,
}

/// A host's public profile and listed event types.
#[utoipa::path(get, path = "/api/v1/client/pages/{handle}", tag = "client", params(("handle" = String, Path)),
    responses((status = 200, body = HostPage), Refusals))]
pub async fn get_host_page(
    State(app): State<App>,
    Path(handle): Path<String>,
) -> Result<Json<HostPage>, Problem> {
    let now = app.now();
    let page = app.db().read(move |tx| Box::pin(async move { host_page(tx, &handle, now).await })).await?;
    Ok(Json(page))
}

/// The page of `handle`.
pub(crate) async fn host_page(tx: &mut Tx, handle: &str, now: Timestamp) -> Result<HostPage, Problem> {
    let host = find_host(tx, handle, now).await?;
    let rows = event_types::list(tx, host.id, MOST).await?;
    let listed = rows.iter().filter(|row| row.is_bookable() && row.visibility == Visibility::Listed.as_str());
    let event_types: Result<Vec<_>, _> = listed.map(public_event_type).collect();
    Ok(HostPage { host: PublicHost::from(&host), event_types: event_types? })
}

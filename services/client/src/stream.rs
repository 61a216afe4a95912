//! The public page's live stream: slots taken and freed.

use crate::pages::find_event_type;
use axum::extract::State;
use axum::response::Response;
use serde_json::json;
use timeslot_chassis::sse::{Live, named};
use timeslot_chassis::{App, Network, Path, Problem, problem::Refusals};
use timeslot_store::hosts;

/// Server-sent events of an event type: `hello` and `slots`, each with the availability version; `catch_up` where some
/// were missed. Whoever hears of a new version reads the slots again.
#[utoipa::path(get, path = "/api/v1/client/pages/{handle}/{slug}/stream", tag = "client",
    params(("handle" = String, Path), ("slug" = String, Path)),
    responses((status = 200, content_type = "text/event-stream", body = String), Refusals))]
pub async fn stream_slots(
    State(app): State<App>,
    Path((handle, slug)): Path<(String, String)>,
    network: Network,
) -> Result<Response, Problem> {
    let now = app.now();
    let (host, _) = app
        .db()
        .read(move |tx| Box::pin(async move { find_event_type(tx, &handle, &slug, now).await }))
        .await?;
    let live = Live::open(&app, network, host.id)?;
    // Read again now that nothing is missed any more.
    let id = host.id;
    let host = app.db().read(move |tx| Box::pin(async move { hosts::find(tx, id).await })).await;
    let host = host.map_err(Problem::from)?.ok_or_else(Problem::not_found)?;
    Ok(live.answer(host.availability_version, |change| {
        let version = change.availability_version;
        version.map(|version| named("slots", &json!({ "version": version }))).into_iter().collect()
    }))
}

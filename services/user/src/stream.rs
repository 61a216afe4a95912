//! The host's live stream: bookings, slots and deliveries as they happen.

use axum::extract::State;
use axum::response::Response;
use serde_json::json;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::network::Network;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::sse::{Live, named};
use timeslot_store::hosts;

/// Server-sent events of the host: `hello` with the availability version, `slots` with a new one, `booking` with an
/// id, `delivery`. It ends where some were missed, and when a session or key of the host ends; the lists are read again
/// after it was opened anew.
#[utoipa::path(get, path = "/api/v1/user/stream", tag = "user",
    responses((status = 200, content_type = "text/event-stream", body = String), Refusals))]
pub async fn stream_host(
    State(app): State<App>,
    caller: Host,
    network: Network,
) -> Result<Response, Problem> {
    // Subscribed before the version is read, so that nothing falls between the two.
    let live = Live::open(&app, network, caller.id)?.own();
    let host = app.db().read(move |tx| Box::pin(async move { hosts::find(tx, caller.id).await })).await;
    let host = host.map_err(Problem::from)?.ok_or_else(Problem::not_found)?;
    Ok(live.answer(host.availability_version, |change| {
        let mut events = Vec::new();
        if let Some(version) = change.availability_version {
            events.push(named("slots", &json!({ "version": version })));
        }
        let mut ids: Vec<_> = change.bookings.iter().map(ToString::to_string).collect();
        ids.dedup();
        events.extend(ids.into_iter().map(|id| named("booking", &json!({ "id": id }))));
        if change.deliveries {
            events.push(named("delivery", &json!({})));
        }
        events
    }))
}

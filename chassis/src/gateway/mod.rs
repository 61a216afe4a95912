//! The gateway layers that wrap every router alike, so that a service run alone is not an open door.

mod access;
mod face;
mod headers;
pub mod host;
mod net;
mod request_id;

pub use request_id::RequestId;

use crate::app::App;
use crate::body::MOST_BYTES;
use crate::origin;
use crate::service::Face;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// Brotli's fourth of eleven levels: a third of the size, at a cost that is not felt.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(4);

/// `router` behind every layer, ready to be served with the peers' addresses. What any of them refuses has the `face`.
pub fn wrap(router: Router<App>, app: App, face: Option<Face>) -> Router {
    // The first line is the innermost layer.
    router
        .layer(from_fn(net::whole_body))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(from_fn(net::declared_length))
        .layer(from_fn(net::deadline))
        .layer(from_fn_with_state(app.clone(), origin::guard))
        .layer(from_fn_with_state(app.clone(), net::read_limit))
        .layer(from_fn_with_state(app.clone(), host::guard))
        .layer(from_fn(net::catch_panic))
        .layer(from_fn_with_state(face, face::show))
        .layer(from_fn(access::log))
        .layer(from_fn_with_state(app.clone(), request_id::give))
        .layer(from_fn_with_state(app.clone(), headers::add))
        .layer(CompressionLayer::new().quality(COMPRESSION))
        .with_state(app)
}

/// Addresses that load balancers ask under whatever name they know us by.
fn is_health(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz" | "/metrics")
}

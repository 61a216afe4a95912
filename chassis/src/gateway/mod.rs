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
    // The first line is the outermost layer. They are one layer to the router: each of them copies what it wraps for every
    // request, and would copy a box in a box in a box.
    let layers = (
        CompressionLayer::new().quality(COMPRESSION),
        from_fn_with_state(app.clone(), headers::add),
        from_fn_with_state(app.clone(), request_id::give),
        from_fn(access::log),
        from_fn_with_state(face, face::show),
        from_fn(net::catch_panic),
        from_fn_with_state(app.clone(), host::guard),
        from_fn_with_state(app.clone(), net::read_limit),
        from_fn_with_state(app.clone(), origin::guard),
        from_fn(net::deadline),
        from_fn(net::declared_length),
        DefaultBodyLimit::max(MOST_BYTES),
        from_fn(net::whole_body),
    );
    router.layer(layers).with_state(app)
}

/// Addresses that load balancers ask under whatever name they know us by.
fn is_health(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz" | "/metrics")
}

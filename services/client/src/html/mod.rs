//! Public pages as HTML: written by the server with the data in them, taken over by the client's script.

mod asset;
mod face;
mod landing;
mod manage;
mod public;

use axum::Router;
use axum::routing::get;
use timeslot_chassis::App;

/// Addresses of the dashboard and of what stands before it: one static page, whose script looks at the address.
const SHELL: &[&str] = &[
    "/app",
    "/app/{*rest}",
    "/login",
    "/register",
    "/forgot-password",
    "/reset-password/{token}",
    "/verify-email/{token}",
];

/// The pages and files.
pub fn routes() -> Router<App> {
    let pages = Router::new()
        .route("/", get(landing::landing))
        .route("/{handle}", get(public::host))
        .route("/{handle}/{slug}", get(public::event_type))
        .route("/manage/{token}", get(manage::manage))
        .route("/not-me/{token}", get(manage::not_me))
        .route("/favicon.svg", get(asset::favicon))
        .route("/robots.txt", get(asset::robots))
        .route("/assets/{*path}", get(asset::asset));
    SHELL.iter().fold(pages, |pages, path| pages.route(path, get(asset::shell)))
}

#[cfg(test)]
mod tests {
    use super::SHELL;
    use timeslot_core::text::RESERVED;

    #[test]
    fn every_first_segment_in_use_is_reserved() {
        let pages =
            ["/manage", "/not-me", "/assets", "/favicon", "/robots", "/api", "/dev", "/healthz", "/readyz"];
        let pages = pages.iter().chain(SHELL).chain(&["/metrics", "/openapi", "/problems", "/embed"]);
        for path in pages {
            let word = path.trim_start_matches('/').split('/').next().unwrap_or_default();
            assert!(RESERVED.contains(&word), "{word}");
        }
    }
}

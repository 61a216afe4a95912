//! Public pages as HTML: written by the server so that they can be read and used as they are, taken over by the client's
//! script where there is one.

mod asked;
mod asset;
mod book;
mod day;
mod details;
mod door;
mod drawing;
mod event_type;
mod face;
mod fields;
mod held;
mod host;
mod icons;
mod kept;
mod landing;
mod manage;
mod manage_steps;
mod month;
mod not_me;
mod offer;
mod picker;
mod said;
mod slash;
mod templates;
mod texts;
mod two_zones;
mod typed;
mod words;

pub use said::refusal;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;
use timeslot_chassis::App;

/// Addresses of the dashboard and of what stands before it: one static page, whose script looks at the address.
const SHELL: &[&str] = &[
    "/app",
    "/app/{*rest}",
    "/register",
    "/forgot-password",
    "/reset-password/{token}",
    "/verify-email/{token}",
];

/// The pages and files.
pub fn routes() -> Router<App> {
    let pages = Router::new()
        .route("/", get(landing::landing))
        .route("/{handle}", get(host::host).post(host::send_link))
        .route("/{handle}/{slug}", get(event_type::event_type).post(book::book))
        .route("/{handle}/", get(slash::host))
        .route("/{handle}/{slug}/", get(slash::event_type))
        .route("/manage/{token}", get(manage::manage))
        .route("/manage/{token}/cancel", get(manage_steps::back).post(manage_steps::cancel_booking))
        .route("/manage/{token}/reschedule", get(manage_steps::back).post(manage_steps::move_booking))
        .route("/not-me/{token}", get(not_me::ask).post(not_me::report))
        .layer(from_fn(said::faces));
    let files = Router::new()
        .route("/login", get(door::login))
        .route("/favicon.svg", get(asset::favicon))
        .route("/preview.png", get(asset::preview))
        .route("/robots.txt", get(asset::robots))
        .route("/assets/{*path}", get(asset::asset));
    SHELL.iter().fold(pages.merge(files), |pages, path| pages.route(path, get(asset::shell)))
}

#[cfg(test)]
mod tests {
    use super::SHELL;
    use timeslot_core::text::RESERVED;

    #[test]
    fn every_first_segment_in_use_is_reserved() {
        let pages = [
            "/login", "/manage", "/not-me", "/assets", "/favicon", "/robots", "/api", "/dev", "/healthz",
            "/readyz",
        ];
        let pages =
            pages.iter().chain(SHELL).chain(&["/metrics", "/openapi", "/problems", "/embed", "/preview"]);
        for path in pages {
            let word = path.trim_start_matches('/').split('/').next().unwrap_or_default();
            assert!(RESERVED.contains(&word), "{word}");
        }
    }
}

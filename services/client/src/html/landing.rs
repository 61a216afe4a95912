//! The landing page: what it is, in one screen.

use super::face::{Face, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use minijinja::context;
use serde_json::json;
use timeslot_chassis::{App, Problem};

const TEXT: &str = "Publish the time you can be booked, share one link, and meet. No back-and-forth.";

/// What Timeslot is.
pub async fn landing(State(app): State<App>) -> Result<Response, Problem> {
    let links = [("/register", "Make your page"), ("/login", "Log in")];
    let face = Face {
        title: "Timeslot: appointments without the back-and-forth".into(),
        description: TEXT.into(),
        path: "/".into(),
        is_private: false,
        status: StatusCode::OK,
        body: context! {
            heading => "Your open time, ready to be booked.",
            text => TEXT,
            links => links.map(|(href, text)| context! { href => href, text => text }).to_vec(),
        },
    };
    page(&app, face, &json!({ "page": "landing" }))
}

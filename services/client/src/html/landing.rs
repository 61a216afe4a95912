//! The landing page: what it is, in one screen.

use super::face::{Face, page};
use super::texts::say;
use super::words::Reader;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use minijinja::{Value, context};
use serde_json::json;
use timeslot_chassis::{App, Problem};

/// A day to look at, as the client has it: kind, length in quarters of an hour, and minutes since midnight.
const DAY: &[(&str, i64, i64)] = &[
    ("o", 3, 540),
    ("o", 3, 585),
    ("k", 4, 630),
    ("o", 3, 690),
    ("n", 3, 735),
    ("k", 4, 780),
    ("o", 3, 840),
    ("n", 3, 885),
    ("o", 3, 930),
    ("o", 3, 975),
    ("n", 4, 1020),
];

/// What Timeslot is.
pub async fn landing(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    let reader = Reader::of(&headers);
    let day: Vec<Value> = DAY
        .iter()
        .map(|(kind, length, minutes)| {
            context! { kind => *kind, length => *length, time => reader.clock(*minutes) }
        })
        .collect();
    let face = Face {
        template: "landing.html",
        title: say("landing.head", &[]),
        description: say("landing.lead", &[]),
        path: "/".into(),
        is_private: false,
        status: StatusCode::OK,
        body: context! { day => day },
    };
    page(&app, &face, &json!({ "page": "landing" }))
}

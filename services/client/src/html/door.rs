//! The login page; who is logged in already goes on to the dashboard.

use super::asset::shell;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use timeslot_chassis::caller::SessionCaller;
use timeslot_chassis::{Problem, Query};

#[derive(Debug, Deserialize)]
pub struct Next {
    /// The page of the dashboard that was asked for.
    next: Option<String>,
}

/// The page with the form, or the way to where the host wanted to go.
pub async fn login(
    caller: Result<SessionCaller, Problem>,
    Query(asked): Query<Next>,
    headers: HeaderMap,
) -> Response {
    match caller {
        Ok(_) => Redirect::temporary(asked.next.as_deref().filter(is_ours).unwrap_or("/app")).into_response(),
        Err(_) => shell(headers).await,
    }
}

/// Only addresses of the dashboard are gone to, never another site.
fn is_ours(next: &&str) -> bool {
    let is_inside =
        next.strip_prefix("/app").is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    is_inside && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn nobody_is_led_elsewhere() {
        for next in ["/app", "/app/bookings?view=past", "/app?x=1"] {
            assert!(is_ours(&next), "{next}");
        }
        for next in [
            "",
            "/",
            "/apple",
            "//evil.example",
            "https://evil.example/app",
            "/ada",
            "/app/\n",
            "/app/é",
            "/app/\\x",
        ] {
            assert!(!is_ours(&next), "{next}");
        }
    }
}

//! Public pages from the cache: written once for all who ask alike, until something of the host changes or time does.

use super::asked::Asked;
use super::face::{Face, MEDIA_TYPE, text};
use crate::pages::Holds;
use axum::http::header::VARY;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use timeslot_chassis::cache::{self, Made};
use timeslot_chassis::{App, Problem};

const MINUTE: i64 = 60;

/// What is found instead of a page that can be kept.
#[derive(Debug)]
pub enum Otherwise {
    /// It can't be shown.
    Problem(Problem),
    /// It has moved to this address.
    Elsewhere(String),
}

impl From<Problem> for Otherwise {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Answers with the page that is kept for what was asked, or with what `make` gives.
pub async fn kept<M, F>(app: &App, asked: &Asked, headers: &HeaderMap, make: M) -> Result<Response, Problem>
where
    M: FnOnce() -> F + Send,
    F: Future<Output = Result<Made, Otherwise>> + Send,
{
    match cache::answer(app, headers, asked.key(), make).await {
        Ok(mut response) => {
            // Twelve or twenty-four hours go by the language.
            response.headers_mut().append(VARY, HeaderValue::from_static("accept-language"));
            Ok(response)
        }
        Err(Otherwise::Elsewhere(address)) => Ok(Redirect::temporary(&address).into_response()),
        Err(Otherwise::Problem(problem)) => Err(problem),
    }
}

/// The page that holds as long as `holds`, but no longer than the minute at which its clock stands.
pub fn made<D: Serialize>(app: &App, face: &Face, data: &D, holds: Holds) -> Result<Made, Problem> {
    let data = serde_json::to_value(data).map_err(super::face::broken)?;
    let holds = holds.and_until(minute_after(holds.at));
    Ok(holds.made(MEDIA_TYPE, text(app, face, &data)?.into_bytes()))
}

/// The first instant of the minute after that of `at`.
fn minute_after(at: Timestamp) -> Timestamp {
    let begun = Timestamp::from_second(at.as_second().div_euclid(MINUTE) * MINUTE).unwrap_or(at);
    begun.checked_add(SignedDuration::from_secs(MINUTE)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::minute_after;

    #[test]
    fn a_page_ends_with_the_minute_that_it_shows() {
        for (at, after) in [
            ("2027-03-01T08:00:00Z", "2027-03-01T08:01:00Z"),
            ("2027-03-01T08:00:59.9Z", "2027-03-01T08:01:00Z"),
            ("2027-02-28T23:59:30Z", "2027-03-01T00:00:00Z"),
        ] {
            assert_eq!(minute_after(at.parse().unwrap()), after.parse().unwrap(), "{at}");
        }
    }
}

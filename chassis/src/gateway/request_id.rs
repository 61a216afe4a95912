//! One id for a request, in its answer, in its problem and in the log.

use crate::app::App;
use crate::problem::Problem;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use timeslot_core::id::uuid_v7;

const FIELD: &str = "x-request-id";

/// The id of this request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);

/// Takes the id that a proxy gave, or makes one.
pub(super) async fn give(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = given(request.headers()).unwrap_or_else(|| uuid_v7(app.now(), app.entropy()).to_string());
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).await;
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        response = with_id(response, problem, &id);
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(FIELD, value);
    }
    response
}

/// An id that may stand in a log line as it is.
fn given(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(FIELD)?.to_str().ok()?;
    let is_plain = text.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.:".contains(&it));
    (is_plain && (1..=128).contains(&text.len())).then(|| text.to_owned())
}

/// The same answer with the id in its problem, so that a person can quote it.
fn with_id(response: Response, problem: Problem, id: &str) -> Response {
    let (mut parts, _) = response.into_parts();
    let (fresh, body) = problem.with("request_id", id).into_response().into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.extend(fresh.headers);
    Response::from_parts(parts, body)
}

#[cfg(test)]
mod tests {
    use super::given;
    use axum::http::HeaderMap;

    #[test]
    fn only_plain_ids_are_taken_over() {
        let taken = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-request-id", text.parse().unwrap());
            given(&headers)
        };
        assert_eq!(taken("req-42_a.b:c"), Some("req-42_a.b:c".into()));
        for bad in ["", "a b", "<script>", &"x".repeat(129)] {
            assert_eq!(taken(bad), None, "{bad}");
        }
    }
}

//! What a refusal looks like to a person: whoever opened an address in a browser gets a page, whichever layer refused.

use super::RequestId;
use crate::problem::Problem;
use crate::service::Face;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{ACCEPT, CONTENT_LENGTH, VARY};
use axum::middleware::Next;
use axum::response::Response;

pub(super) async fn show(State(face): State<Option<Face>>, request: Request, next: Next) -> Response {
    let path = is_opened(&request).then(|| request.uri().path().to_owned());
    let id = request.extensions().get::<RequestId>().cloned();
    let response = next.run(request).await;
    let (Some(face), Some(path)) = (face, path) else { return response };
    let Some(mut problem) = response.extensions().get::<Problem>().cloned() else { return response };
    if let Some(RequestId(id)) = id {
        problem = problem.with("request_id", id);
    }
    match face(&path, &problem) {
        Some(page) => with_fields_of(response, page),
        None => response,
    }
}

/// Whether a person opened it: browsers ask for HTML when they go to an address, scripts and the API's callers don't.
fn is_opened(request: &Request) -> bool {
    let mut accepted = request.headers().get_all(ACCEPT).iter();
    let wants_page = accepted.any(|value| value.to_str().is_ok_and(|kinds| kinds.contains("text/html")));
    wants_page && !request.uri().path().starts_with("/api/")
}

/// The page with what the refusal says in its header fields, such as `Retry-After` and `Allow`.
fn with_fields_of(refusal: Response, mut page: Response) -> Response {
    let (mut refusal, _) = refusal.into_parts();
    refusal.headers.remove(CONTENT_LENGTH);
    for (name, value) in &refusal.headers {
        page.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    page.headers_mut().append(VARY, HeaderValue::from_static("accept"));
    page
}

//! What keeps one request from hurting the others: caps, deadlines, limits, and a net under panics.

use super::is_health;
use crate::app::App;
use crate::body::MOST_BYTES;
use crate::limits;
use crate::network::Network;
use crate::problem::Problem;
use axum::body::{Bytes, HttpBody};
use axum::extract::{FromRequest, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

/// How long a request may take until its answer begins. A live stream's answer begins at once.
const DEADLINE: Duration = Duration::from_secs(30);

/// How long a body may take to arrive: who sends it drop by drop is told so, and is no failure of ours.
const BODY_DEADLINE: Duration = Duration::from_secs(15);

/// Refuses a body that is announced as too large, whether or not the handler would have read it.
pub(super) async fn declared_length(request: Request, next: Next) -> Response {
    let length =
        request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    match length {
        Some(length) if length > MOST_BYTES => Problem::too_large(MOST_BYTES).into_response(),
        _ => next.run(request).await,
    }
}

/// Waits for the whole of a body before anything is done with it.
pub(super) async fn whole_body(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let arriving = Bytes::from_request(Request::from_parts(parts.clone(), body), &());
    match tokio::time::timeout(BODY_DEADLINE, arriving).await {
        Ok(Ok(bytes)) => next.run(Request::from_parts(parts, bytes.into())).await,
        Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::too_large(MOST_BYTES).into_response()
        }
        Ok(Err(_)) => Problem::malformed("The body ended before it was complete.").into_response(),
        Err(_) => Problem::slow(BODY_DEADLINE.as_secs()).into_response(),
    }
}

pub(super) async fn deadline(request: Request, next: Next) -> Response {
    tokio::time::timeout(DEADLINE, next.run(request)).await.unwrap_or_else(|_| {
        tracing::warn!("a request took longer than its deadline");
        Problem::unavailable().into_response()
    })
}

/// A panic is one request's misfortune.
pub(super) async fn catch_panic(request: Request, next: Next) -> Response {
    AssertUnwindSafe(next.run(request)).catch_unwind().await.unwrap_or_else(|_| {
        tracing::error!("a request ended in a panic");
        Problem::broken().into_response()
    })
}

/// Limits reading requests by network and tells where the network stands.
pub(super) async fn read_limit(
    State(app): State<App>,
    network: Network,
    request: Request,
    next: Next,
) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_read || is_health(request.uri().path()) {
        return next.run(request).await;
    }
    match app.limits().read(network) {
        Some(verdict) if !verdict.allowed => Problem::from(verdict).into_response(),
        Some(verdict) => {
            let mut response = next.run(request).await;
            limits::tell(verdict, response.headers_mut());
            response
        }
        None => next.run(request).await,
    }
}

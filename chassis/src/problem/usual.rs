//! The problems that any handler may meet.

use super::{FieldError, Problem};
use axum::http::header::WWW_AUTHENTICATE;
use axum::http::{HeaderValue, StatusCode};

/// When a request that met a busy or missing database may come again, in seconds.
const RETRY_UNAVAILABLE: u64 = 2;

impl Problem {
    /// 400: the request can't be read.
    #[must_use]
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed", "The request can't be read", detail)
    }

    /// 401: nobody is logged in.
    #[must_use]
    pub fn unauthorized() -> Self {
        let detail = "Log in, or send an API key as `Authorization: Bearer ts_…`.";
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "Please log in", detail)
            .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    }

    /// 403: the caller is known and may not.
    #[must_use]
    pub fn forbidden(why: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "That is not allowed", why)
    }

    /// 404: there is nothing here, or it is a stranger's.
    #[must_use]
    pub fn not_found() -> Self {
        let detail = "There is nothing at this address, or it is not yours.";
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail)
    }

    /// 405: the address is right, the method isn't.
    #[must_use]
    pub fn wrong_method() -> Self {
        let detail = "This address doesn't take this method; the Allow field names those that it takes.";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed", detail)
    }

    /// 409: the state of things doesn't allow it.
    #[must_use]
    pub fn conflict(slug: &str, title: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, slug, title, detail)
    }

    /// 413: more than is read.
    #[must_use]
    pub fn too_large(most: usize) -> Self {
        let detail = format!("A request's body may have {most} bytes at most.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "The request is too large", detail)
    }

    /// 408: the body took too long to arrive.
    #[must_use]
    pub fn slow(seconds: u64) -> Self {
        let detail =
            format!("A request's body has to arrive within {seconds} seconds. Please send it again.");
        Self::new(StatusCode::REQUEST_TIMEOUT, "slow", "The request took too long to arrive", detail)
    }

    /// 415: not JSON.
    #[must_use]
    pub fn not_json() -> Self {
        let detail = "Send the body as JSON, with `Content-Type: application/json`.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json", "The body is not JSON", detail)
    }

    /// 422: these fields are wrong.
    #[must_use]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        let detail = format!("Please mend: {}.", fields.join(", "));
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", "Some fields are not right", detail)
            .with_errors(errors)
    }

    /// 422: one field is wrong.
    #[must_use]
    pub fn invalid_field(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::invalid(vec![FieldError { field: field.into(), message: message.into() }])
    }

    /// 429: too many of these; `retry_after` in seconds.
    #[must_use]
    pub fn too_many(retry_after: u64) -> Self {
        let unit = if retry_after == 1 { "second" } else { "seconds" };
        let detail = format!("Too many requests of this kind. Please try again in {retry_after} {unit}.");
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail)
            .retry_after(retry_after)
    }

    /// 503: something is lacking for now, and nothing was written by halves.
    #[must_use]
    pub fn unavailable() -> Self {
        let detail = "The service can't answer just now. Nothing was changed; please try again.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", "Please try again", detail)
            .retry_after(RETRY_UNAVAILABLE)
    }

    /// 500: our own fault; the cause stands in the log under the request's id.
    #[must_use]
    pub fn broken() -> Self {
        let detail = "Something went wrong on our side. The request's id leads to it in the log.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "broken", "Something went wrong", detail)
    }
}

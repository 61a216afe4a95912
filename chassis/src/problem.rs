//! Problems (RFC 9457): how every refusal is told.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

/// The media type of problems.
pub const MEDIA_TYPE: &str = "application/problem+json";
/// When a request that met a busy or missing database may come again, in seconds.
const RETRY_UNAVAILABLE: u64 = 2;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// The field, with a path where it lies deeper: `questions[0].label`.
    #[schema(example = "email")]
    pub field: String,
    /// What is wrong with it and what to do.
    pub message: String,
}

/// A refusal that says what was wrong and what to do.
#[derive(Clone, Debug)]
pub struct Problem(Box<Parts>);

#[derive(Clone, Debug, Serialize)]
struct Parts {
    #[serde(rename = "type")]
    kind: String,
    title: String,
    #[serde(serialize_with = "as_number")]
    status: StatusCode,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    #[serde(flatten)]
    more: Map<String, Value>,
    #[serde(skip)]
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over like this")]
fn as_number<S: serde::Serializer>(status: &StatusCode, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u16(status.as_u16())
}

impl Problem {
    /// A problem of type `/problems/{slug}`.
    #[must_use]
    pub fn new(status: StatusCode, slug: &str, title: &str, detail: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            kind: format!("/problems/{slug}"),
            title: title.to_owned(),
            status,
            detail: detail.into(),
            errors: Vec::new(),
            more: Map::new(),
            headers: Vec::new(),
        }))
    }

    /// 400: the request can't be read.
    #[must_use]
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "malformed",
            "The request can't be read",
            detail,
        )
    }

    /// 401: nobody is logged in.
    #[must_use]
    pub fn unauthorized() -> Self {
        let detail = "Log in, or send an API key as `Authorization: Bearer ts_…`.";
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "Please log in", detail)
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
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "Method not allowed",
            detail,
        )
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
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            "The request is too large",
            detail,
        )
    }

    /// 415: not JSON.
    #[must_use]
    pub fn not_json() -> Self {
        let detail = "Send the body as JSON, with `Content-Type: application/json`.";
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not-json",
            "The body is not JSON",
            detail,
        )
    }

    /// 422: these fields are wrong.
    #[must_use]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        let detail = format!("Please mend: {}.", fields.join(", "));
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
            "Some fields are not right",
            detail,
        )
        .with_errors(errors)
    }

    /// 422: one field is wrong.
    #[must_use]
    pub fn invalid_field(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::invalid(vec![FieldError {
            field: field.into(),
            message: message.into(),
        }])
    }

    /// 429: too many of these; `retry_after` in seconds.
    #[must_use]
    pub fn too_many(retry_after: u64) -> Self {
        let detail = format!("Too many requests of this kind. Please try again in {retry_after} seconds.");
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests",
            detail,
        )
        .retry_after(retry_after)
    }

    /// 503: something is lacking for now, and nothing was written by halves.
    #[must_use]
    pub fn unavailable() -> Self {
        let detail = "The service can't answer just now. Nothing was changed; please try again.";
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "Please try again",
            detail,
        )
        .retry_after(RETRY_UNAVAILABLE)
    }

    /// 500: our own fault; the cause stands in the log under the request's id.
    #[must_use]
    pub fn broken() -> Self {
        let detail = "Something went wrong on our side. The request's id leads to it in the log.";
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "broken",
            "Something went wrong",
            detail,
        )
    }

    /// Adds a member to the problem, such as `alternatives`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.more.insert(name.to_owned(), value.into());
        self
    }

    /// Names the fields that it is about.
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<FieldError>) -> Self {
        self.0.errors = errors;
        self
    }

    /// Adds a header field to the answer.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: impl Into<HeaderValue>) -> Self {
        self.0.headers.push((name, value.into()));
        self
    }

    /// Says when to come again, in seconds.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        self.with_header(RETRY_AFTER, seconds)
    }

    /// The status of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The type of the problem, `/problems/{slug}`.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.0.kind
    }

    /// What it says.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.detail
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.detail)?;
        self.0.errors.iter().try_for_each(|error| write!(f, " {} {}.", error.field, error.message))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        let mut response = (self.0.status, [(CONTENT_TYPE, MEDIA_TYPE)], body).into_response();
        for (name, value) in &self.0.headers {
            response.headers_mut().insert(name, value.clone());
        }
        // The gateway finds it here and adds the request's id.
        response.extensions_mut().insert(self);
        response
    }
}

impl From<timeslot_store::Error> for Problem {
    fn from(error: timeslot_store::Error) -> Self {
        if matches!(error, timeslot_store::Error::Unavailable(_)) {
            tracing::warn!(%error, "a request met an unavailable database");
            Self::unavailable()
        } else {
            tracing::error!(%error, "a request met a defect");
            Self::broken()
        }
    }
}

/// How problems are described in `/openapi.json`.
#[derive(ToSchema)]
#[schema(as = Problem)]
#[expect(dead_code, reason = "read by the document's generator only")]
struct ProblemSchema {
    /// Stable and relative to the public address.
    #[schema(rename = "type", example = "/problems/not-found")]
    kind: String,
    /// The same for all problems of a type.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong here and what to do.
    detail: String,
    /// The fields that are wrong, with status 422.
    errors: Option<Vec<FieldError>>,
    /// Three open starts, with `/problems/slot-taken`.
    #[schema(value_type = Option<Vec<String>>)]
    alternatives: Option<Vec<crate::Instant>>,
    /// Leads to the log.
    request_id: Option<String>,
}

impl PartialSchema for Problem {
    fn schema() -> RefOr<utoipa::openapi::Schema> {
        ProblemSchema::schema()
    }
}

impl ToSchema for Problem {
    fn name() -> std::borrow::Cow<'static, str> {
        "Problem".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<utoipa::openapi::Schema>)>) {
        ProblemSchema::schemas(schemas);
    }
}

/// The answers that every operation may give: `responses((status = 200, …), Refusals)`.
#[derive(Clone, Copy, Debug)]
pub struct Refusals;

impl IntoResponses for Refusals {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let content = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name("Problem")))
            .build();
        let response = ResponseBuilder::new()
            .description("Refused; the problem says why")
            .content(MEDIA_TYPE, content)
            .build();
        BTreeMap::from([("default".to_owned(), RefOr::T(response))])
    }
}

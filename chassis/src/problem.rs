//! Problems (RFC 9457): how every refusal is told.

mod schema;
mod usual;

pub use schema::Refusals;

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};
use timeslot_core::refusal::{Kind, Refusal};
use utoipa::ToSchema;

/// The media type of problems.
pub const MEDIA_TYPE: &str = "application/problem+json";

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

    /// What is wrong, in a few words.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// The fields that it is about.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.0.errors
    }

    /// The header fields of the answer, such as `Retry-After`.
    #[must_use]
    pub fn headers(&self) -> &[(HeaderName, HeaderValue)] {
        &self.0.headers
    }

    /// The problem as its JSON body has it.
    pub fn to_json(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(&self.0)
    }

    /// What it says.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.detail
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal.kind {
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let fields = refusal.fields.into_iter().map(|(field, why)| FieldError { field, message: why.0 });
        let problem =
            Self::new(status, refusal.slug, refusal.title, refusal.detail).with_errors(fields.collect());
        let problem = match refusal.price {
            Some(price) => problem.with("price", serde_json::json!(price)),
            None => problem,
        };
        match refusal.alternatives {
            Some(starts) => {
                problem.with("alternatives", starts.iter().map(ToString::to_string).collect::<Vec<_>>())
            }
            None => problem,
        }
    }
}

impl From<Box<Refusal>> for Problem {
    fn from(refusal: Box<Refusal>) -> Self {
        Self::from(*refusal)
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

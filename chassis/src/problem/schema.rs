//! How problems stand in `/openapi.json`.

use super::{FieldError, MEDIA_TYPE, Problem};
use std::collections::BTreeMap;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

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
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new()
            .description("Refused; the problem says why")
            .content(MEDIA_TYPE, content)
            .build();
        BTreeMap::from([("default".to_owned(), RefOr::T(response))])
    }
}

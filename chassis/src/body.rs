//! JSON bodies, and how what is wrong with them is told.

use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;

/// Most bytes of a request's body.
pub const MOST_BYTES: usize = 64 * 1024;
/// Most characters of a parser's message that are shown.
const MESSAGE_LENGTH: usize = 200;

/// A JSON body of type `T`. Refusals: 415 not JSON, 413 too large, 400 malformed, 422 with the field for a wrong type,
/// a missing or an unknown field.
#[derive(Clone, Copy, Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::not_json());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE {
                Problem::too_large(MOST_BYTES)
            } else {
                Problem::malformed("The body ended before it was complete.")
            }
        })?;
        parse(&bytes).map(Self)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let text = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = text.and_then(|text| text.split(';').next()).map(str::trim);
    essence.is_some_and(|it| it.eq_ignore_ascii_case("application/json"))
}

/// Reads a JSON object; the problem names the field. What is no JSON at all is told before what is wrong in it.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice::<IgnoredAny>(bytes).map_err(|error| problem_of(".", &error))?;
    // Serde would take an array for a struct.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(Problem::invalid_field("body", "is to be a JSON object"));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| problem_of(&error.path().to_string(), error.inner()))
}

fn problem_of(path: &str, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    match error.classify() {
        Category::Syntax | Category::Eof | Category::Io => {
            Problem::malformed(format!("The body is no JSON document: {}.", shortened(&message)))
        }
        Category::Data => {
            let text = message.rsplit_once(" at line ").map_or(message.as_str(), |(text, _)| text);
            field_problem(path, text)
        }
    }
}

/// The problem of what serde says about the value at `path`.
pub(crate) fn field_problem(path: &str, message: &str) -> Problem {
    let field = match (path, named_field(message)) {
        (".", Some(name)) => name.to_owned(),
        (path, Some(name)) if path.rsplit('.').next() != Some(name) => format!("{path}.{name}"),
        (".", None) => "body".to_owned(),
        (path, _) => path.to_owned(),
    };
    let message = match message.split_once(" `") {
        Some(("missing field", _)) => "is missing; please fill it in".to_owned(),
        Some(("unknown field", _)) => "is not known here; please leave it out".to_owned(),
        Some(("duplicate field", _)) => "stands there twice".to_owned(),
        _ => shortened(message),
    };
    Problem::invalid_field(shortened(&field), message)
}

/// The field that serde's own message names.
fn named_field(message: &str) -> Option<&str> {
    let names = ["missing field `", "unknown field `", "duplicate field `"];
    let rest = names.iter().find_map(|head| message.strip_prefix(head))?;
    rest.split('`').next()
}

fn shortened(text: &str) -> String {
    text.chars().filter(|it| !it.is_control()).take(MESSAGE_LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::problem::Problem;
    use axum::http::StatusCode;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is looked at")]
    struct Form {
        email: String,
        #[serde(default)]
        answers: Vec<Answer>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is looked at")]
    struct Answer {
        value: u8,
    }

    fn refused(text: &str) -> Problem {
        parse::<Form>(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn the_field_is_named_with_its_path() {
        for (text, field) in [
            (r#"{"email": 5}"#, "email"),
            (r"{}", "email"),
            (r#"{"email": "a", "x": 1}"#, "x"),
            (r#"{"email": "a", "email": "b"}"#, "email"),
            (r#"{"email": "a", "answers": [{"value": 1}, {"value": "x"}]}"#, "answers[1].value"),
            (r#"{"email": "a", "answers": [{}]}"#, "answers[0].value"),
            (r#"{"email": "a", "answers": [{"value": 1, "y": 2}]}"#, "answers[0].y"),
            (r#"{"email": "a", "answers": [{"value": 256}]}"#, "answers[0].value"),
            (r#"["a"]"#, "body"),
            (r"5", "body"),
            (r"null", "body"),
        ] {
            let problem = refused(text);
            assert_eq!(problem.status(), StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            assert_eq!(problem.detail(), format!("Please mend: {field}."), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        let deep = "[".repeat(100_000);
        for text in ["", "{", "{\"email\": \"a\"} x", "{'email': 'a'}", "{\"email\": \"\\ud800\"}", &deep] {
            assert_eq!(refused(text).status(), StatusCode::BAD_REQUEST, "{text:.20}");
        }
        assert_eq!(parse::<Form>(b"{\"email\": \"\xff\"}").unwrap_err().status(), StatusCode::BAD_REQUEST);
    }
}

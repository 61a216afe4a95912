//! What a form without script sends.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use timeslot_chassis::body::MOST_BYTES;
use timeslot_chassis::{App, Problem};

/// Names and values in the order in which they stand in the form. Refusals: 415 no form, 413 too large, 400 malformed.
#[derive(Clone, Debug)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of that name, trimmed of nothing; empty where there is none.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    /// All values of that name.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(it, _)| it == name).map(|(_, value)| value.clone()).collect()
    }

    /// The values whose name begins so, by the rest of their names.
    pub fn under(&self, head: &str) -> Vec<(String, String)> {
        let named = self.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(head)?, value)));
        named.map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let form = Form::<Vec<(String, String)>>::from_request(request, app).await;
        form.map(|Form(fields)| Self(fields)).map_err(refused)
    }
}

fn refused(rejection: FormRejection) -> Problem {
    if matches!(rejection, FormRejection::InvalidFormContentType(_)) {
        let detail = "Send the form as `application/x-www-form-urlencoded`, as the page does.";
        return Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-a-form", "The body is no form", detail);
    }
    match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(MOST_BYTES),
        _ => Problem::malformed("The form ended before it was complete."),
    }
}

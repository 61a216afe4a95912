//! Pages that only say something: nothing is here, or a refusal that has no better place.

use super::face::{Face, broken, write};
use super::texts::say;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use minijinja::context;
use serde_json::json;
use timeslot_chassis::Problem;

/// Turns whatever a page's handler refuses into a page for people.
pub async fn faces(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    let Ok(mut made) = face_of(&path, &problem) else {
        response.extensions_mut().insert(problem);
        return response;
    };
    for (name, value) in problem.headers() {
        made.headers_mut().insert(name, value.clone());
    }
    made
}

fn face_of(path: &str, problem: &Problem) -> Result<Response, Problem> {
    let is_missing = problem.status() == StatusCode::NOT_FOUND;
    let (title, text) = if is_missing {
        let proves = path.starts_with("/manage/") || path.starts_with("/not-me/");
        (say("missing.title", &[]), say(if proves { "missing.link" } else { "missing.page" }, &[]))
    } else {
        (problem.title().to_owned(), problem.to_string())
    };
    let face = Face {
        template: "said.html",
        title: format!("{title} – Timeslot"),
        description: text.clone(),
        path: "/".into(),
        is_private: true,
        status: problem.status(),
        body: context! { heading => title, text => text },
    };
    let data = if is_missing {
        json!({ "page": "not_found" })
    } else {
        json!({ "page": "refused", "problem": problem.to_json().map_err(broken)? })
    };
    write(&face, &data)
}

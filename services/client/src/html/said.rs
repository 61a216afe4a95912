//! Pages that only say something: nothing is here, or a refusal that has no better place.

use super::face::{Face, broken, write};
use super::templates::shown;
use super::texts::say;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use minijinja::context;
use serde_json::json;
use timeslot_chassis::Problem;

/// What any layer refuses to somebody who opened `path`, as a page.
pub fn refusal(path: &str, problem: &Problem) -> Option<Response> {
    face_of(path, problem).ok()
}

/// Turns whatever a page's handler refuses into a page, whatever was asked for: at these addresses there is nothing else.
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
    let told = problem.to_json().map_err(broken)?;
    // An address that takes forms only has nothing to open.
    let is_missing = matches!(problem.status(), StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED);
    let host = told.get("host").cloned();
    let name = host.as_ref().and_then(|host| host["name"].as_str());
    let (title, text) = if is_missing {
        (say("missing.title", &[]), missing(path, name))
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
        body: context! { heading => title, text => text, host => host.as_ref().map(shown), passes => passes(problem) },
    };
    let data = if is_missing {
        json!({ "page": "not_found", "host": host })
    } else {
        json!({ "page": "refused", "problem": told })
    };
    write(&face, &data)
}

/// What is worth another try, a moment later.
fn passes(problem: &Problem) -> bool {
    problem.status() == StatusCode::TOO_MANY_REQUESTS || problem.status().is_server_error()
}

/// Why there may be nothing: an old link, a host's event type that is gone, or a mistyped address.
fn missing(path: &str, host: Option<&str>) -> String {
    let proves = path.starts_with("/manage/") || path.starts_with("/not-me/");
    match host {
        Some(name) => say("missing.type", &[("name", name.to_owned())]),
        None if proves => say("missing.link", &[]),
        None => say("missing.page", &[]),
    }
}

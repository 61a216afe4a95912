//! The frame of a public page: head, a body that can be read and used as it is, the data, and the script that takes over.

use super::asked::Asked;
use super::templates::TEMPLATES;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use minijinja::{Value, context};
use serde::Serialize;
use serde_json::json;
use timeslot_chassis::{App, Problem};
use timeslot_core::zone::Zone;

/// The picture that link previews show: a fixed one, since names come in every script and the fonts to draw them all
/// would be larger than the program. The name stands in the preview's title.
const PICTURE: &str = "/preview.png";

/// What a page says about itself.
#[derive(Debug)]
pub struct Face {
    /// The template of the body.
    pub template: &'static str,
    /// In the browser's title.
    pub title: String,
    /// For search engines and link previews.
    pub description: String,
    /// The page's own path, for the canonical address.
    pub path: String,
    /// A page that proves something by its address: not indexed, not cached, its address not told to others.
    pub is_private: bool,
    /// The answer's status.
    pub status: StatusCode,
    /// What the template shows.
    pub body: Value,
}

/// What pages are.
pub const MEDIA_TYPE: &str = "text/html; charset=utf-8";

/// The page with `data` in it, made for this request alone: its data tell the server's time.
pub fn page<D: Serialize>(app: &App, face: &Face, data: &D) -> Result<Response, Problem> {
    let mut data = serde_json::to_value(data).map_err(broken)?;
    if let Some(fields) = data.as_object_mut() {
        fields.insert("now".into(), json!(app.now().to_string()));
    }
    Ok(response(face, text(app, face, &data)?))
}

/// A page without links to it.
pub fn write(face: &Face, data: &serde_json::Value) -> Result<Response, Problem> {
    Ok(response(face, render(face, None, data)?))
}

/// The text of a page with `data` in it.
pub fn text(app: &App, face: &Face, data: &serde_json::Value) -> Result<String, Problem> {
    let links = (!face.is_private).then(|| (app.settings().link(&face.path), app.settings().link(PICTURE)));
    render(face, links.as_ref(), data)
}

/// The text; `links` are its canonical address and the picture of its preview, where others may link to it.
fn render(
    face: &Face,
    links: Option<&(String, String)>,
    data: &serde_json::Value,
) -> Result<String, Problem> {
    let entry = timeslot_web::public_entry();
    let values = context! {
        template => face.template,
        title => face.title.clone(),
        description => face.description.clone(),
        address => links.map(|(address, _)| address),
        picture => links.map(|(_, picture)| picture),
        script => entry.script,
        styles => entry.styles,
        modules => entry.modules,
        data => Value::from_safe_string(inside_html(data)),
        ..face.body.clone()
    };
    TEMPLATES.get_template("page.html").and_then(|template| template.render(values)).map_err(broken)
}

fn response(face: &Face, html: String) -> Response {
    let mut response = (face.status, [(CONTENT_TYPE, MEDIA_TYPE)], html).into_response();
    let headers = response.headers_mut();
    let cache = if face.is_private { "no-store" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    // Twelve or twenty-four hours go by the language.
    headers.append(VARY, HeaderValue::from_static("accept-language"));
    response
}

/// The zone whose clock a page shows, and what one needs to choose another without script.
pub fn clock(app: &App, asked: &Asked, zone: &Zone, whose: &str) -> Value {
    let other = if asked.reader.hours12 { "24" } else { "12" };
    context! {
        name => zone.name(),
        city => zone.city(),
        now => asked.reader.time(app.now(), zone),
        whose => whose,
        unknown => asked.unknown_zone.clone(),
        kept => asked.kept(&["zone"]),
        hours12 => asked.reader.hours12,
        other => asked.href(&[("hours", Some(other.to_owned()))]),
    }
}

/// JSON that can't end the element it stands in.
fn inside_html(data: &serde_json::Value) -> String {
    data.to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The answer with the header fields of the problem that it tells of, such as `Retry-After`.
pub fn with_headers(mut response: Response, problem: Option<&Problem>) -> Response {
    if let Some(problem) = problem {
        response.headers_mut().extend(problem.headers().iter().cloned());
    }
    response
}

pub fn broken(error: impl std::error::Error) -> Problem {
    let cause = error.source().map(ToString::to_string);
    tracing::error!(%error, cause, "a page can't be written");
    Problem::broken()
}

#[cfg(test)]
mod tests {
    use super::inside_html;
    use serde_json::json;

    #[test]
    fn data_can_not_end_its_element() {
        let text = inside_html(&json!({ "name": "</script><script>alert(1)</script>&\u{2028}" }));
        assert!(
            !text.contains('<') && !text.contains('>') && !text.contains('&') && !text.contains('\u{2028}')
        );
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["name"], "</script><script>alert(1)</script>&\u{2028}");
    }
}

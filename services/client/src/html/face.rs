//! The frame of a public page: head, a readable body, the data, and the script that takes over.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY};
use axum::response::{IntoResponse, Response};
use minijinja::{Environment, Output, State, Value, context};
use serde::Serialize;
use serde_json::json;
use std::fmt::Write;
use std::sync::LazyLock;
use timeslot_chassis::{App, Problem};

static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_formatter(escape);
    // The names end in .html, which is what makes the values in them escaped.
    for (name, text) in [
        ("page.html", include_str!("../../templates/page.html")),
        ("body.html", include_str!("../../templates/body.html")),
    ] {
        if let Err(error) = templates.add_template(name, text) {
            tracing::error!(name, %error, "a template can't be read");
        }
    }
    templates
});

/// What a page says about itself.
#[derive(Debug)]
pub struct Face {
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
    /// What the readable body shows before the script takes over.
    pub body: Value,
}

/// The page with `data` in it.
pub fn page<D: Serialize>(app: &App, face: Face, data: &D) -> Result<Response, Problem> {
    let mut data = serde_json::to_value(data).map_err(broken)?;
    if let Some(fields) = data.as_object_mut() {
        fields.insert("now".into(), json!(app.now().to_string()));
    }
    let entry = timeslot_web::public_entry();
    let values = context! {
        title => face.title,
        description => face.description,
        address => app.settings().link(&face.path),
        is_private => face.is_private,
        script => entry.script,
        styles => entry.styles,
        modules => entry.modules,
        body => face.body,
        data => Value::from_safe_string(inside_html(&data)),
    };
    let html =
        TEMPLATES.get_template("page.html").and_then(|template| template.render(values)).map_err(broken)?;
    let mut response = (face.status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    let headers = response.headers_mut();
    let cache = if face.is_private { "no-store" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, axum::http::HeaderValue::from_static(cache));
    headers.insert(REFERRER_POLICY, axum::http::HeaderValue::from_static("same-origin"));
    Ok(response)
}

/// Escapes what HTML needs escaped, and no more: a slash in an address stays one.
fn escape(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    let text = if value.is_undefined() || value.is_none() { String::new() } else { value.to_string() };
    if value.is_safe() {
        return Ok(out.write_str(&text)?);
    }
    for it in text.chars() {
        match it {
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '&' => out.write_str("&amp;")?,
            '"' => out.write_str("&quot;")?,
            '\'' => out.write_str("&#39;")?,
            other => out.write_char(other)?,
        }
    }
    Ok(())
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

fn broken(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "a page can't be written");
    Problem::broken()
}

/// The page for an address at which there is nothing.
pub fn not_found(app: &App) -> Result<Response, Problem> {
    let face = Face {
        title: "Nothing here · Timeslot".into(),
        description: "There is nothing at this address.".into(),
        path: "/".into(),
        is_private: true,
        status: StatusCode::NOT_FOUND,
        body: context! {
            heading => "Nothing here",
            text => "There is nothing at this address. It may have been mistyped, or the page is not public any more.",
        },
    };
    page(app, face, &json!({ "page": "not_found" }))
}

/// The page, or that for nothing where `made` is a 404.
pub fn or_not_found(app: &App, made: Result<Response, Problem>) -> Result<Response, Problem> {
    match made {
        Err(problem) if problem.status() == StatusCode::NOT_FOUND => not_found(app),
        other => other,
    }
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

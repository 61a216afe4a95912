//! Files of the built client.

use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use std::borrow::Cow;
use timeslot_chassis::Problem;
use timeslot_web::Asset;

/// A file whose name changes with its content.
pub async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let asset = timeslot_web::asset(&format!("assets/{path}")).ok_or_else(Problem::not_found)?;
    Ok(serve(asset, &headers))
}

/// The mark in the browser's tab.
pub async fn favicon(headers: HeaderMap) -> Result<Response, Problem> {
    let asset = timeslot_web::asset("favicon.svg").ok_or_else(Problem::not_found)?;
    Ok(serve(asset, &headers))
}

/// What link previews show.
pub async fn preview(headers: HeaderMap) -> Result<Response, Problem> {
    let asset = timeslot_web::asset("preview.png").ok_or_else(Problem::not_found)?;
    Ok(serve(asset, &headers))
}

/// The dashboard's page.
pub async fn shell(headers: HeaderMap) -> Response {
    let mut response = serve(timeslot_web::shell(), &headers);
    // The shell's addresses may hold tokens of letters.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What search engines may look at: public pages.
pub async fn robots() -> Response {
    let text = "User-agent: *\nDisallow: /app\nDisallow: /api/\nDisallow: /manage/\nDisallow: /not-me/\n";
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

fn serve(asset: Asset, headers: &HeaderMap) -> Response {
    let cache = if asset.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|tags| tags.split(',').any(|tag| tag.trim() == asset.etag)) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, asset.etag), (CACHE_CONTROL, cache.to_owned())])
            .into_response();
    }
    let fields = [
        (CONTENT_TYPE, asset.content_type.clone()),
        (ETAG, asset.etag.clone()),
        (CACHE_CONTROL, cache.to_owned()),
    ];
    let (bytes, encoding) = encoded(asset, headers);
    let mut response = (fields, bytes.into_owned()).into_response();
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// The smallest form that the browser reads.
fn encoded(asset: Asset, headers: &HeaderMap) -> (Cow<'static, [u8]>, Option<&'static str>) {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts =
        |name: &str| accepted.split(',').any(|it| it.split(';').next().is_some_and(|it| it.trim() == name));
    match (asset.br, asset.gz) {
        (Some(br), _) if accepts("br") => (br, Some("br")),
        (_, Some(gz)) if accepts("gzip") => (gz, Some("gzip")),
        _ => (asset.bytes, None),
    }
}

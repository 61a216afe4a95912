//! Files of the built client.

use std::borrow::Cow;

use rust_embed::{EmbeddedFile, RustEmbed};

const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Timeslot</title>\
    <p>The web client is not built yet. Run <code>make build</code>, then load this page again.</p></html>";

#[derive(RustEmbed)]
#[folder = "dist/"]
struct Dist;

/// One file of the client with its compressed forms.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The file as it is.
    pub bytes: Cow<'static, [u8]>,
    /// The media type, with `charset=utf-8` for text.
    pub content_type: String,
    /// A strong entity tag with its quotes, made from the content.
    pub etag: String,
    /// The same file compressed with Brotli, if that is smaller.
    pub br: Option<Cow<'static, [u8]>>,
    /// The same file compressed with gzip, if that is smaller.
    pub gz: Option<Cow<'static, [u8]>>,
    /// Whether the name changes with the content, so that a browser may keep the file for a year.
    pub immutable: bool,
}

/// The file at `path` (such as `assets/public-1a2b3c4d.js` or `favicon.svg`, with or without the leading slash).
///
/// `None` for unknown files and for those that aren't meant for browsers: pages, manifests and compressed forms.
#[must_use]
pub fn asset(path: &str) -> Option<Asset> {
    let path = path.trim_start_matches('/');
    let hidden = path.starts_with('.')
        || [".html", ".br", ".gz"].iter().any(|ending| path.ends_with(ending))
        || path.split('/').any(|part| part == "..");
    if hidden { None } else { load(path) }
}

/// The dashboard's page (`app.html`), for `/app/…`, `/login` and the other addresses of the dashboard.
///
/// If the client was never built, a page of one line that says so.
#[must_use]
pub fn shell() -> Asset {
    load("app.html").unwrap_or_else(|| Asset {
        bytes: Cow::Borrowed(NOT_BUILT.as_bytes()),
        content_type: "text/html; charset=utf-8".to_owned(),
        etag: "\"not-built\"".to_owned(),
        br: None,
        gz: None,
        immutable: false,
    })
}

/// The raw bytes of any file in `dist`.
pub(crate) fn raw(path: &str) -> Option<Cow<'static, [u8]>> {
    Dist::get(path).map(|file| file.data)
}

fn load(path: &str) -> Option<Asset> {
    let file = Dist::get(path)?;
    Some(Asset {
        content_type: content_type(&file),
        etag: etag(&file),
        br: raw(&format!("{path}.br")),
        gz: raw(&format!("{path}.gz")),
        immutable: path.starts_with("assets/"),
        bytes: file.data,
    })
}

fn content_type(file: &EmbeddedFile) -> String {
    let media_type = file.metadata.mimetype();
    let text =
        media_type.starts_with("text/") || media_type.ends_with("javascript") || media_type.ends_with("json");
    if text { format!("{media_type}; charset=utf-8") } else { media_type.to_owned() }
}

fn etag(file: &EmbeddedFile) -> String {
    use std::fmt::Write as _;
    file.metadata.sha256_hash()[..12].iter().fold(String::from("\""), |mut tag, byte| {
        // Writing to a String cannot fail.
        let _ = write!(tag, "{byte:02x}");
        tag
    }) + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_is_always_a_page() {
        let shell = shell();
        assert!(shell.content_type.starts_with("text/html"));
        assert!(shell.bytes.starts_with(b"<!doctype html>"));
        assert!(!shell.immutable);
    }

    #[test]
    fn what_is_not_for_browsers_is_not_served() {
        for path in ["app.html", ".vite/manifest.json", "assets/x.js.br", "/../Cargo.toml", "nothing.js"] {
            assert!(asset(path).is_none(), "{path} must not be served");
        }
    }
}

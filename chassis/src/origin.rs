//! Whose page sent an unsafe request: only our own may. Requests of scripts carry neither field and pass; they have no
//! cookie that a stranger's page could borrow.

use crate::app::App;
use crate::gateway::host;
use crate::problem::Problem;
use crate::settings::Settings;
use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses unsafe requests that come from another origin than the public address's.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe || is_ours(app.settings(), request.headers()) {
        next.run(request).await
    } else {
        let why = "This request was sent by a page of another site. Please use Timeslot's own pages.";
        Problem::forbidden(why).into_response()
    }
}

fn is_ours(settings: &Settings, headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let same_site = matches!(site, None | Some(b"same-origin" | b"none"));
    let same_origin = headers
        .get_all(ORIGIN)
        .iter()
        .all(|origin| origin.to_str().is_ok_and(|origin| is_own_origin(settings, headers, origin)));
    same_site && same_origin
}

/// On this machine's own address the page may have been opened under any of its names: the page's must then be the
/// one that the request was sent to.
fn is_own_origin(settings: &Settings, headers: &HeaderMap, origin: &str) -> bool {
    if origin.eq_ignore_ascii_case(&settings.origin()) {
        return true;
    }
    let sent_to = headers.get(HOST).and_then(|value| value.to_str().ok());
    !settings.is_public()
        && sent_to.is_some_and(|sent_to| {
            host::is_loopback_name(sent_to)
                && origin.eq_ignore_ascii_case(&format!("{}://{sent_to}", settings.public_url.scheme()))
        })
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use crate::settings::Settings;
    use axum::http::HeaderMap;

    fn passes(public: &str, fields: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in fields {
            headers.append(*name, value.parse().unwrap());
        }
        is_ours(&Settings::new(public.parse().unwrap()), &headers)
    }

    #[test]
    fn only_our_own_pages_and_scripts_pass() {
        let public = "https://book.example.com";
        assert!(passes(public, &[]));
        assert!(passes(public, &[("origin", public), ("sec-fetch-site", "same-origin")]));
        for fields in [
            &[("origin", "https://evil.example")][..],
            &[("origin", "null")],
            &[("origin", "https://book.example.com:8443")],
            &[("origin", "http://book.example.com")],
            &[("origin", "https://book.example.com.evil.example")],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("origin", public), ("sec-fetch-site", "cross-site")],
            &[("origin", public), ("origin", "https://evil.example")],
            &[("host", "localhost"), ("origin", "https://localhost")],
        ] {
            assert!(!passes(public, fields), "{fields:?}");
        }
    }

    #[test]
    fn this_machine_has_several_names() {
        let own = "http://127.0.0.1:8080";
        assert!(passes(own, &[("host", "localhost:8080"), ("origin", "http://localhost:8080")]));
        assert!(!passes(own, &[("host", "127.0.0.1:8080"), ("origin", "http://localhost:3000")]));
        assert!(!passes(own, &[("host", "evil.example"), ("origin", "http://evil.example")]));
    }
}

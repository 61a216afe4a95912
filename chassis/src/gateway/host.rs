//! Under which name we are asked: links are made from the public address only, so a request for another name is
//! misdirected.

use super::is_health;
use crate::app::App;
use crate::problem::Problem;
use crate::settings::Settings;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::http::uri::Authority;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;

/// Answers 421 to a request for a foreign host.
pub(super) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_ours = asked(&request).is_some_and(|asked| is_ours(app.settings(), asked));
    if is_ours || is_health(request.uri().path()) {
        return next.run(request).await;
    }
    let detail = "This instance is not reached under this name. The operator sets its address with \
                  TIMESLOT_PUBLIC_URL.";
    Problem::new(StatusCode::MISDIRECTED_REQUEST, "misdirected", "Wrong address", detail).into_response()
}

/// The one name that the request asks for; `None` where it names none, or several that differ.
fn asked(request: &Request) -> Option<&str> {
    let fields = request.headers().get_all(HOST).iter().map(|value| value.to_str().ok());
    let mut names = request.uri().authority().map(Authority::as_str).map(Some).into_iter().chain(fields);
    let first = names.next()??;
    names.all(|name| name == Some(first)).then_some(first)
}

fn is_ours(settings: &Settings, asked: &str) -> bool {
    let Ok(asked) = asked.parse::<Authority>() else {
        return false;
    };
    if asked.as_str().contains('@') {
        return false;
    }
    // A container's or a tunnel's port differs from our own; the name must still be this machine's.
    if !settings.is_public() && is_loopback_name(asked.as_str()) {
        return true;
    }
    let usual = settings.public_url.port_or_known_default();
    let port = asked.port_u16().or(if settings.is_https() { Some(443) } else { Some(80) });
    settings.public_url.host_str().is_some_and(|own| own.eq_ignore_ascii_case(asked.host())) && port == usual
}

/// Whether `authority`, a name with or without a port, is a name of this machine itself.
pub(crate) fn is_loopback_name(authority: &str) -> bool {
    let Ok(authority) = authority.parse::<Authority>() else {
        return false;
    };
    let name = authority.host().trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use crate::settings::Settings;

    fn ours(public: &str, asked: &str) -> bool {
        is_ours(&Settings::new(public.parse().unwrap()), asked)
    }

    #[test]
    fn only_the_public_name_is_ours() {
        let public = "https://book.example.com";
        for asked in ["book.example.com", "BOOK.example.com:443"] {
            assert!(ours(public, asked), "{asked}");
        }
        for asked in [
            "example.com",
            "book.example.com:80",
            "localhost",
            "127.0.0.1",
            "book.example.com.evil",
            "",
            "a b",
        ] {
            assert!(!ours(public, asked), "{asked}");
        }
        assert!(ours("http://192.168.1.4:8080", "192.168.1.4:8080"));
        assert!(!ours("http://192.168.1.4:8080", "192.168.1.4"));
    }

    #[test]
    fn this_machine_has_several_names() {
        for asked in ["localhost:8080", "127.0.0.1:9000", "[::1]:8080", "localhost"] {
            assert!(ours("http://127.0.0.1:8080", asked), "{asked}");
        }
        assert!(!ours("http://127.0.0.1:8080", "rebound.example:8080"));
    }
}

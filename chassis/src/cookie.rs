//! The session's cookie.

use crate::settings::Settings;
use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// Its life in the browser, 400 days, the most that browsers keep: how long the session lives is the server's affair.
const MAX_AGE: u32 = 34_560_000;

/// Its name: on https the prefix makes browsers refuse one that was set for a wider domain or over http.
fn name(settings: &Settings) -> &'static str {
    if settings.is_https() { "__Host-timeslot_session" } else { "timeslot_session" }
}

/// The token that the browser sent, if any.
#[must_use]
pub fn read<'h>(settings: &Settings, headers: &'h HeaderMap) -> Option<&'h str> {
    let wanted = name(settings);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == wanted).then_some(value))
}

/// `Set-Cookie` of a session that begins. The token is base64url, so it needs no quoting.
#[must_use]
pub fn set(settings: &Settings, token: &str) -> Option<HeaderValue> {
    build(settings, token, MAX_AGE)
}

/// `Set-Cookie` of a session that has ended.
#[must_use]
pub fn clear(settings: &Settings) -> Option<HeaderValue> {
    build(settings, "", 0)
}

fn build(settings: &Settings, token: &str, max_age: u32) -> Option<HeaderValue> {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    let text =
        format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}", name(settings));
    let mut value = HeaderValue::try_from(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::{read, set};
    use crate::settings::Settings;
    use axum::http::HeaderMap;

    #[test]
    fn on_https_it_is_secure_and_bound_to_the_host() {
        let settings = Settings::new("https://book.example.com".parse().unwrap());
        let cookie = set(&settings, "abc").unwrap();
        assert_eq!(
            cookie.to_str().unwrap(),
            "__Host-timeslot_session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure"
        );
        let mut headers = HeaderMap::new();
        headers.insert("cookie", "timeslot_session=x; __Host-timeslot_session=abc".parse().unwrap());
        assert_eq!(read(&settings, &headers), Some("abc"));
    }
}

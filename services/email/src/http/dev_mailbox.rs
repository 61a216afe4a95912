//! The mailbox of an instance that is being tried out: every letter it wrote, to whoever sits at this machine.

use super::operator::MailboxLetter;
use crate::route::MailRoute;
use crate::when;
use axum::extract::{ConnectInfo, FromRequestParts, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use minijinja::Environment;
use minijinja::value::{Serde, Value};
use serde::Serialize;
use std::net::{IpAddr, SocketAddr};
use std::sync::LazyLock;
use timeslot_chassis::{App, Path, Problem};
use timeslot_store::mailbox;

/// Most letters that are shown.
const MOST: u32 = 500;
/// The list: our own words and styles, and nothing else.
const LIST_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                           frame-ancestors 'none'";
/// A letter: as little as a mail program allows.
const LETTER_POLICY: &str = "sandbox allow-top-navigation-by-user-activation; default-src 'none'; \
                             style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Fields by which proxies tell that they stand between.
const FORWARDING: [&str; 6] =
    ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

static PAGES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut pages = Environment::new();
    pages.add_filter("moment", said);
    let added = pages.add_template("dev_mailbox.html", include_str!("../../templates/dev_mailbox.html"));
    if let Err(error) = added {
        tracing::error!(%error, "the page of the mailbox is broken");
    }
    pages
});

/// `Tuesday 9 March 2027, 09:00 (UTC)`.
fn said(instant: &str) -> String {
    instant.parse::<Timestamp>().map_or_else(|_| instant.to_owned(), |at| when::moment(at, &TimeZone::UTC))
}

/// `/dev/mailbox`, and each letter beneath it. Everybody else gets 404: whoever isn't at this machine, everybody where
/// the public address is not this machine's own, and all where letters go to a mail server.
pub fn dev_mailbox(mail: &MailRoute) -> Router<App> {
    Router::new()
        .route("/dev/mailbox", get(list))
        .route("/dev/mailbox/{id}", get(letter))
        .layer(Extension(mail.clone()))
}

/// Somebody at this machine, at an instance that is being tried out.
struct AtThisMachine;

impl FromRequestParts<App> for AtThisMachine {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let is_kept = matches!(parts.extensions.get(), Some(MailRoute::Mailbox));
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let is_near = peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback());
        let is_direct = !FORWARDING.iter().any(|name| parts.headers.contains_key(*name));
        let allowed =
            is_kept && !app.settings().is_public() && is_near && is_direct && asks_this_machine(parts);
        if allowed { Ok(Self) } else { Err(Problem::not_found()) }
    }
}

/// A page elsewhere whose name was made to lead to this machine asks for that name.
fn asks_this_machine(parts: &Parts) -> bool {
    let field = parts.headers.get(HOST).and_then(|value| value.to_str().ok());
    let asked = field.or_else(|| parts.uri.authority().map(Authority::as_str));
    let Some(asked) = asked.and_then(|asked| asked.parse::<Authority>().ok()) else {
        return false;
    };
    let name = asked.host().trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

/// Everything that is in the mailbox.
#[derive(Serialize)]
struct Mailbox {
    items: Vec<MailboxLetter>,
}

async fn list(State(app): State<App>, _: AtThisMachine, headers: HeaderMap) -> Result<Response, Problem> {
    let letters = app
        .db()
        .read(move |tx| Box::pin(async move { mailbox::list(tx, None, MOST).await }))
        .await
        .map_err(Problem::from)?;
    let wants_json = headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json"));
    let mailbox = Mailbox { items: letters.into_iter().map(MailboxLetter::from).collect() };
    if wants_json {
        return Ok(([(CACHE_CONTROL, "no-store")], Json(mailbox)).into_response());
    }
    page(mailbox)
}

/// The list for people.
fn page(mailbox: Mailbox) -> Result<Response, Problem> {
    let html = PAGES
        .get_template("dev_mailbox.html")
        .and_then(|template| template.render(Value::from(Serde(mailbox))))
        .map_err(|error| {
            tracing::error!(%error, "the page of the mailbox is broken");
            Problem::broken()
        })?;
    Ok(shown(LIST_POLICY, html))
}

async fn letter(
    State(app): State<App>,
    _: AtThisMachine,
    Path(id): Path<uuid::Uuid>,
) -> Result<Response, Problem> {
    let letter = app.db().read(move |tx| Box::pin(async move { mailbox::find(tx, id).await })).await;
    let letter = letter.map_err(Problem::from)?.ok_or_else(Problem::not_found)?;
    Ok(shown(LETTER_POLICY, letter.html))
}

fn shown(policy: &'static str, html: String) -> Response {
    let fields: [(HeaderName, &str); 2] = [(CONTENT_SECURITY_POLICY, policy), (CACHE_CONTROL, "no-store")];
    (fields, Html(html)).into_response()
}

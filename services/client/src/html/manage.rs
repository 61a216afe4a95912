//! The page behind the manage link: see, move, cancel. Opening it never changes anything.

use super::asked::{Asked, PageQuery};
use super::face::{Face, clock, page};
use super::held::{Held, held};
use super::picker::Picker;
use super::templates::shown;
use super::texts::say;
use super::two_zones::{Host, TwoZones};
use super::words::{Reader, Size, date_in, is_same_clock};
use crate::bookings::ClientBooking;
use crate::pages::slots::Slots;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use minijinja::{Value, context};
use serde::Serialize;
use timeslot_chassis::{App, Instant, Path, Problem, Query};
use timeslot_core::zone::Zone;

#[derive(Serialize)]
struct ManageData<'a> {
    page: &'static str,
    booking: &'a ClientBooking,
    /// The nearest open starts to which it could be moved.
    near: Vec<Instant>,
    /// The month to choose from, where the address asks for one.
    slots: Option<&'a Slots>,
    next_open: Option<Instant>,
}

/// What was tried without script and refused: which step, what was typed, and why not.
#[derive(Debug)]
pub struct Refused {
    pub step: &'static str,
    pub typed: String,
    pub problem: Problem,
}

/// See, move or cancel a booking.
pub async fn manage(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = Asked::read(&["manage", &token], query, &headers);
    if asked.is_by_city {
        return Ok(Redirect::temporary(&asked.href(&[])).into_response());
    }
    show(&app, &asked, token, None).await
}

/// The page, with what was refused if something was.
pub async fn show(
    app: &App,
    asked: &Asked,
    token: String,
    refused: Option<&Refused>,
) -> Result<Response, Problem> {
    let (inside, own, proof) = (app.clone(), asked.clone(), token.clone());
    let held =
        app.db().read(move |tx| Box::pin(async move { held(tx, &inside, &proof, &own).await })).await?;
    let asked = &asked.on(date_in(app.now(), &held.zone));
    let is_done = asked.done.as_deref() == Some("booked") && held.is_live;
    let name = [("name", held.booking.host.name.clone())];
    let face = Face {
        template: if is_done { "done.html" } else { "manage.html" },
        title: format!("{} – Timeslot", title(&held.booking)),
        description: say("title.manage", &name),
        path: "/".into(),
        is_private: true,
        status: refused.map_or(StatusCode::OK, |it| it.problem.status()),
        body: context! {
            steps => steps(asked, &held, refused),
            clock => clock(app, asked, &held.zone, ""),
            ..summary(asked.reader, asked, &held, &token)
        },
    };
    let month = held.offer.as_ref().filter(|_| asked.month.is_some() || asked.date.is_some());
    let data = ManageData {
        page: "manage",
        booking: &held.booking,
        near: held.near.iter().copied().map(Instant::from).collect(),
        slots: month.map(|month| &month.slots),
        next_open: month.and_then(|month| month.next_open),
    };
    page(app, &face, &data)
}

/// How it stands, and what it is.
fn title(booking: &ClientBooking) -> String {
    let with = [("title", booking.event_type.title.clone()), ("name", booking.host.name.clone())];
    let state = match booking.state.as_str() {
        "awaiting_approval" => say("title.requested", &[]),
        state => say(&format!("state.{state}"), &[]),
    };
    say("title.state", &[("state", state), ("what", say("booking.with", &with))])
}

/// What is booked, as both faces of the page show it.
fn summary(reader: Reader, asked: &Asked, held: &Held, token: &str) -> Value {
    let (booking, zone) = (&held.booking, &held.zone);
    let (start, end) = (booking.start.0, booking.end.0);
    let moment = |at: &Option<Instant>| at.map(|at| reader.moment(at.0, zone, Size::Medium));
    let host_zone = Zone::parse(&booking.host.time_zone);
    let host = host_zone.as_ref().map(|zone| Host { name: &booking.host.name, zone });
    let theirs = host_zone.as_ref().filter(|other| !is_same_clock((start, end), zone, other));
    context! {
        booking => shown(booking),
        is_live => held.is_live,
        iso => booking.start.to_string(),
        date => reader.date(date_in(start, zone), Size::Medium),
        short => reader.moment(start, zone, Size::Short),
        moment => reader.moment(start, zone, Size::Medium),
        theirs => theirs.map(|other| reader.range_there(start, end, zone, other)),
        range => reader.range(start, end, zone),
        here => zone.city(),
        zones => host.map(|host| shown(&TwoZones::new((start, end), zone, host, "k", reader))),
        expires => moment(&booking.expires_at),
        proposed => moment(&booking.proposed_start),
        cancel_until => moment(&booking.cancel_until),
        reschedule_until => moment(&booking.reschedule_until),
        manage => asked.to(&format!("/manage/{token}"), &[]),
        calendars => calendars(booking, token),
        news => news(asked, held),
    }
}

/// What has just been done, where that is how the booking stands.
fn news(asked: &Asked, held: &Held) -> Option<String> {
    let when = |at: Timestamp| asked.reader.moment(at, &held.zone, Size::Medium);
    let booking = &held.booking;
    match (asked.done.as_deref()?, booking.state.as_str(), booking.proposed_start) {
        ("cancelled", "cancelled", _) => Some(say("manage.cancelled_now", &[])),
        ("moved", "confirmed", None) => Some(say("manage.moved", &[("when", when(booking.start.0))])),
        _ => None,
    }
}

/// The ways into the customer's own calendar, where it is agreed.
fn calendars(booking: &ClientBooking, token: &str) -> Option<Value> {
    if booking.state != "confirmed" {
        return None;
    }
    let title = say(
        "booking.with",
        &[("title", booking.event_type.title.clone()), ("name", booking.host.name.clone())],
    );
    // To a calendar an empty place is none.
    let place = booking.location.value.clone().unwrap_or_default();
    let compact = |at: Instant| at.to_string().replace(['-', ':'], "");
    let query = |pairs: &[(&str, &str)]| {
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    };
    let dates = format!("{}/{}", compact(booking.start), compact(booking.end));
    let (start, end) = (booking.start.to_string(), booking.end.to_string());
    let google = query(&[("action", "TEMPLATE"), ("text", &title), ("dates", &dates), ("location", &place)]);
    let outlook = query(&[
        ("path", "/calendar/action/compose"),
        ("rru", "addevent"),
        ("subject", &title),
        ("startdt", &start),
        ("enddt", &end),
        ("location", &place),
    ]);
    Some(context! {
        google => format!("https://calendar.google.com/calendar/render?{google}"),
        outlook => format!("https://outlook.live.com/calendar/0/deeplink/compose?{outlook}"),
        file => format!("/api/v1/client/manage/{token}/calendar.ics"),
    })
}

/// What can be done with it: another time, or out.
fn steps(asked: &Asked, held: &Held, refused: Option<&Refused>) -> Value {
    let moment = |at: Timestamp, size| asked.reader.moment(at, &held.zone, size);
    let link = |at: &Timestamp| {
        context! { href => asked.href(&[("slot", Some(at.to_string()))]), text => moment(*at, Size::Short) }
    };
    let chosen = asked.slot.filter(|_| held.booking.can_reschedule).map(|at| {
        context! {
            instant => at.to_string(),
            when => moment(at, Size::Medium),
            short => moment(at, Size::Short),
            drop => asked.href(&[("slot", None)]),
        }
    });
    let offer = held.offer.as_ref().filter(|_| asked.slot.is_none());
    let picker = offer.filter(|_| asked.month.is_some() || asked.date.is_some()).map(|offer| {
        let picker = Picker {
            asked,
            host: &offer.host,
            seats: offer.seats,
            place: &offer.place,
            slots: &offer.slots,
            next_open: offer.next_open,
        };
        picker.view()
    });
    let this_month = date_in(held.booking.start.0, &held.zone).strftime("%Y-%m").to_string();
    context! {
        chosen => chosen,
        near => held.near.iter().map(link).collect::<Vec<_>>(),
        picker => picker,
        all => asked.href(&[("month", Some(this_month))]),
        cancel => asked.below("cancel"),
        reschedule => asked.below("reschedule"),
        refused => refused.map(|it| context! {
            step => it.step,
            typed => it.typed.clone(),
            text => it.problem.detail(),
            is_taken => it.problem.kind() == "/problems/slot-taken",
        }),
    }
}

//! The form for one start: empty, or as it was typed with what was refused.

use super::asked::Asked;
use super::event_type::face;
use super::face::{broken, page, with_headers};
use super::offer::{Fate, Is, Offer};
use super::templates::shown;
use super::texts::say;
use super::two_zones::{Host, TwoZones};
use super::typed::{Typed, placed};
use super::words::{Size, date_in};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use minijinja::{Value, context};
use serde_json::json;
use std::collections::BTreeMap;
use timeslot_chassis::caller::new_token;
use timeslot_chassis::{App, Problem};

/// Most inputs for guests that a form without script shows at once.
const MOST_GUESTS: u8 = 5;

/// The page with the form, answering `problem` if there is one.
pub fn details(
    app: &App,
    asked: &Asked,
    offer: &Offer,
    fate: &Fate,
    typed: &Typed,
    problem: Option<&Problem>,
) -> Result<Response, Problem> {
    let asked = &asked.on(offer.place.today);
    let errors = problem.map_or_else(BTreeMap::new, |problem| placed(problem, &offer.data.event_type));
    let event_type = &offer.data.event_type.event_type;
    let body = context! {
        host => shown(&offer.data.host),
        event_type => shown(event_type),
        chosen => chosen(asked, offer, fate),
        action => asked.href(&[]),
        time_zone => offer.place.zone.name(),
        attempt => new_token(app.entropy()),
        typed => shown(typed),
        errors => shown(&errors),
        questions => questions(offer, typed, &errors),
        guests => guests(offer, typed),
        note => note(problem, &errors),
        nearest => nearest(asked, offer, fate, problem),
        is_open => fate.is == Is::Open,
        // A form that can't be sent is not begun; what was typed stays.
        is_begun => fate.is == Is::Open || problem.is_some() || !typed.is_empty(),
    };
    let status = problem.map_or(StatusCode::OK, Problem::status);
    let mut page_face = face(offer, "details.html", status, body);
    let what = [("what", page_face.title.clone())];
    page_face.title = say("title.details", &what);
    page_face.is_private = problem.is_some();
    let mut data = serde_json::to_value(offer).map_err(broken)?;
    if let (Some(fields), Some(problem)) = (data.as_object_mut(), problem) {
        fields.insert("typed".into(), json!(typed));
        fields.insert("problem".into(), problem.to_json().map_err(broken)?);
    }
    Ok(with_headers(page(app, &page_face, &data)?, problem))
}

/// The time that is being booked, on both clocks.
fn chosen(asked: &Asked, offer: &Offer, fate: &Fate) -> Value {
    let (reader, place, start) = (asked.reader, &offer.place, fate.start.0);
    let end = fate
        .end
        .map_or_else(|| after(start, offer.data.event_type.event_type.duration_minutes), Timestamp::from);
    let host = Host { name: &offer.data.host.name, zone: &place.host_zone };
    let date = date_in(start, &place.zone);
    context! {
        start => start.to_string(),
        moment => reader.moment(start, &place.zone, Size::Long),
        date => reader.date(date, Size::Medium),
        time => reader.time(start, &place.zone),
        range => reader.range(start, end, &place.zone),
        minutes => end.duration_since(start).as_mins(),
        back => asked.href(&[("slot", None), ("date", Some(date.to_string()))]),
        zones => shown(&TwoZones::new((start, end), &place.zone, host, "o", reader)),
    }
}

fn after(start: Timestamp, minutes: u32) -> Timestamp {
    start.checked_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(start)
}

/// The host's questions with what was answered.
fn questions(offer: &Offer, typed: &Typed, errors: &BTreeMap<String, String>) -> Vec<Value> {
    let asked = offer.data.event_type.questions.iter();
    asked
        .map(|question| {
            context! {
                value => typed.answers.get(&question.id),
                error => errors.get(&format!("answers.{}", question.id)),
                ..shown(question)
            }
        })
        .collect()
}

/// One input for each guest who may come along.
fn guests(offer: &Offer, typed: &Typed) -> Vec<String> {
    let most = usize::from(offer.data.event_type.max_guests.min(MOST_GUESTS)).max(typed.guests.len());
    // Who was not typed yet is an empty input.
    (0..most).map(|nth| typed.guests.get(nth).cloned().unwrap_or_default()).collect()
}

/// What was refused as a whole; what is wrong with a field stands there, and a slot that is gone has its own note.
fn note(problem: Option<&Problem>, errors: &BTreeMap<String, String>) -> Option<String> {
    let problem = problem?;
    match problem.kind() {
        "/problems/slot-taken" | "/problems/not-a-slot" => None,
        "/problems/idempotency-mismatch" => Some(say("form.already", &[])),
        _ if errors.is_empty() => Some(problem.detail().to_owned()),
        _ => errors.get("form").cloned(),
    }
}

/// What to do when the time is gone: the nearest open ones, one press away. What was typed goes along with the form, so
/// each of them is a button of it.
fn nearest(asked: &Asked, offer: &Offer, fate: &Fate, problem: Option<&Problem>) -> Option<Value> {
    let is = |kind: &str| problem.is_some_and(|it| it.kind() == kind);
    let key = match fate.is {
        _ if is("/problems/idempotency-mismatch") => return None,
        Is::Open => return None,
        Is::Closed if is("/problems/slot-taken") => "taken.title",
        Is::Closed => "taken.closed",
        Is::Late => "taken.late",
        Is::Past => "taken.past",
        Is::NotOffered => "taken.not_offered",
    };
    let time = |at: Timestamp| asked.reader.moment(at, &offer.place.zone, Size::Medium);
    let starts = fate.near.iter().map(|at| {
        context! { href => asked.href(&[("slot", Some(at.to_string()))]), text => time(at.0) }
    });
    Some(context! {
        title => say(key, &[("time", asked.reader.time(fate.start.0, &offer.place.zone))]),
        starts => starts.collect::<Vec<_>>(),
    })
}

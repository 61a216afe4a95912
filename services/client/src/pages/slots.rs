//! The open slots of an event type.

use super::{Holds, Money, find_event_type};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use timeslot_booking::availability::{Availability, date_span};
use timeslot_chassis::cache::{self, Made, NotModified};
use timeslot_chassis::check::{self, Check};
use timeslot_chassis::{App, Instant, InstantWriter, Path, Problem, Query, problem::Refusals};
use timeslot_core::scheduling::{MOST_QUERY_DAYS, Slot as CoreSlot};
use timeslot_core::zone::Zone;
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::hosts::HostRow;
use timeslot_store::{Error, Tx};
use utoipa::{IntoParams, ToSchema};

/// How many more times the dates are looked at, for the next open slot beyond an empty answer.
const MORE: i32 = 6;

/// Which dates, in which zone.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SlotQuery {
    /// The first date in `time_zone`, `YYYY-MM-DD`.
    from: String,
    /// The last date, inclusive; at most 62 days in all.
    to: String,
    /// The viewer's IANA zone; the host's unless said otherwise.
    time_zone: Option<String>,
}

/// Open slots.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the API calls the list of slots `slots`")]
pub struct Slots {
    /// The zone in which the dates were meant.
    pub(crate) time_zone: String,
    /// By start, each start once.
    pub(crate) slots: Vec<Slot>,
    /// The first open start from the first date on, be it beyond the last one.
    pub(crate) next_open: Option<Instant>,
}

/// A slot that can be booked.
#[derive(Debug, Serialize, ToSchema)]
pub struct Slot {
    pub(crate) start: Instant,
    pub(crate) end: Instant,
    /// How many may still book it.
    pub(crate) seats_left: u32,
    /// The price, if it differs from the event type's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) price: Option<Money>,
}

impl From<&CoreSlot> for Slot {
    fn from(slot: &CoreSlot) -> Self {
        Self {
            start: slot.core.start.into(),
            end: slot.core.end.into(),
            seats_left: slot.seats_left,
            price: slot.price.map(Money::from),
        }
    }
}

impl Slots {
    /// What serde would write, in a fraction of the time: there are hundreds of slots in a month.
    fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut json = Vec::with_capacity(128 + 96 * self.slots.len());
        json.extend(br#"{"time_zone":"#);
        serde_json::to_writer(&mut json, &self.time_zone)?;
        json.extend(br#","slots":["#);
        let mut instants = InstantWriter::default();
        for (number, slot) in self.slots.iter().enumerate() {
            if number > 0 {
                json.push(b',');
            }
            slot.write(&mut json, &mut instants)?;
        }
        json.extend(br#"],"next_open":"#);
        serde_json::to_writer(&mut json, &self.next_open)?;
        json.push(b'}');
        Ok(json)
    }
}

impl Slot {
    fn write(&self, json: &mut Vec<u8>, instants: &mut InstantWriter) -> Result<(), serde_json::Error> {
        for (name, at) in [(&br#"{"start":""#[..], self.start), (br#"","end":""#, self.end)] {
            json.extend(name);
            instants.push(json, at);
        }
        json.extend(br#"","seats_left":"#);
        serde_json::to_writer(&mut *json, &self.seats_left)?;
        if let Some(price) = &self.price {
            json.extend(br#","price":"#);
            serde_json::to_writer(&mut *json, price)?;
        }
        json.push(b'}');
        Ok(())
    }
}

/// A query that has been read.
#[derive(Clone, Debug)]
pub(crate) struct Dates {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) zone: Option<Zone>,
}

impl Dates {
    /// The zone in which they are meant on the host's page.
    fn zone_at(&self, host: &HostRow) -> Result<Zone, Error> {
        self.zone.clone().or_else(|| Zone::parse(&host.time_zone)).ok_or_else(|| {
            Error::Unexpected(format!("host {} has the unknown zone {}", host.id, host.time_zone))
        })
    }
}

/// The open slots of an event type that start on dates of the viewer's zone.
#[utoipa::path(get, path = "/api/v1/client/pages/{handle}/{slug}/slots", tag = "client",
    params(("handle" = String, Path), ("slug" = String, Path), SlotQuery),
    responses((status = 200, body = Slots), NotModified, Refusals))]
pub async fn list_slots(
    State(app): State<App>,
    Path((handle, slug)): Path<(String, String)>,
    Query(query): Query<SlotQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let dates = parse(query)?;
    let zone = dates.zone.as_ref().map_or("", Zone::name);
    let key = format!("slots {handle} {slug} {} {} {zone}", dates.from, dates.to);
    cache::answer(&app, &headers, key, || make(&app, handle, slug, dates)).await
}

/// The answer as it is kept.
async fn make(app: &App, handle: String, slug: String, dates: Dates) -> Result<Made, Problem> {
    let at = app.now();
    let asked = (handle.clone(), slug.clone(), dates.clone());
    let glanced: Result<_, Problem> = app
        .db()
        .glance(move |tx| {
            Box::pin(async move {
                let (handle, slug, dates) = asked;
                let (host, event_type) = find_event_type(tx, &handle, &slug, at).await?;
                let found = open_slots(tx, &host, &event_type, &dates, at).await?;
                Ok((host, found))
            })
        })
        .await;
    let (host, found) = match glanced? {
        (_, found) if found.slots.slots.is_empty() => look_on(app, handle.clone(), slug, dates, at).await?,
        found => found,
    };
    let body = found.slots.to_json().map_err(|error| {
        Error::Unexpected(format!("the slots of host {} can't be written: {error}", host.id))
    })?;
    let holds = Holds::of(&host, at, found.until);
    // Somebody else may get a given-up handle one day, so what it leads to isn't kept.
    let holds = if host.handle == handle { holds } else { holds.not_kept() };
    Ok(holds.made("application/json", body))
}

/// The answer of a reader's thread: where nothing is open a year is looked through, which is no glance.
async fn look_on(
    app: &App,
    handle: String,
    slug: String,
    dates: Dates,
    at: Timestamp,
) -> Result<(HostRow, Found), Problem> {
    app.db()
        .read(move |tx| {
            Box::pin(async move {
                let (host, event_type) = find_event_type(tx, &handle, &slug, at).await?;
                let found = find_slots(tx, &host, &event_type, dates, at).await?;
                Ok((host, found))
            })
        })
        .await
}

fn parse(query: SlotQuery) -> Result<Dates, Problem> {
    let mut check = Check::new();
    let from = check.take("from", check::date(&query.from));
    let to = check.take("to", check::date(&query.to));
    let zone = check.take_if("time_zone", query.time_zone, |name| check::zone(&name));
    let (from, to, zone) = check.all((from, to, zone))?;
    let days = from.until(to).map_or(i32::MAX, |span| span.get_days()) + 1;
    match days {
        ..=0 => Err(Problem::invalid_field("to", format!("is {to}, before {from}"))),
        days if days > MOST_QUERY_DAYS => {
            Err(Problem::invalid_field("to", format!("makes {days} days; at most {MOST_QUERY_DAYS} fit")))
        }
        _ => Ok(Dates { from, to, zone }),
    }
}

/// The answer to a query.
pub(crate) struct Found {
    pub(crate) slots: Slots,
    /// The first instant at which it may be another though nothing was changed.
    pub(crate) until: Option<Timestamp>,
}

/// What is open on the dates; where nothing is, [`find_slots`] finds what comes next.
async fn open_slots(
    tx: &mut Tx,
    host: &HostRow,
    event_type: &EventTypeRow,
    dates: &Dates,
    now: Timestamp,
) -> Result<Found, Error> {
    let zone = dates.zone_at(host)?;
    let (open, until) = open(tx, host, event_type, (dates.from, dates.to), &zone, now).await?;
    let slots = Slots {
        slots: open.iter().map(Slot::from).collect(),
        next_open: open.first().map(|slot| slot.core.start.into()),
        time_zone: zone.name().to_owned(),
    };
    Ok(Found { slots, until })
}

/// The whole answer to a query.
pub(crate) async fn find_slots(
    tx: &mut Tx,
    host: &HostRow,
    event_type: &EventTypeRow,
    dates: Dates,
    now: Timestamp,
) -> Result<Found, Error> {
    let mut found = open_slots(tx, host, event_type, &dates, now).await?;
    if found.slots.slots.is_empty() {
        let (next, valid) = next_open(tx, host, event_type, dates.to, &dates.zone_at(host)?, now).await?;
        found.slots.next_open = next.map(Instant::from);
        found.until = found.until.into_iter().chain(valid).min();
    }
    Ok(found)
}

async fn open(
    tx: &mut Tx,
    host: &HostRow,
    event_type: &EventTypeRow,
    (from, to): (Date, Date),
    zone: &Zone,
    now: Timestamp,
) -> Result<(Vec<CoreSlot>, Option<Timestamp>), Error> {
    let availability = Availability::of_dates(tx, host, event_type, from, to, zone.time_zone()).await?;
    let calendar = availability.calendar(now, None);
    let open = calendar.slots(from, to, zone.time_zone());
    let until = calendar.valid_until(&open, to, zone.time_zone());
    Ok((open, until))
}

/// The first open start behind `to`, within about a year, and until when that is so.
pub(crate) async fn next_open(
    tx: &mut Tx,
    host: &HostRow,
    event_type: &EventTypeRow,
    to: Date,
    zone: &Zone,
    now: Timestamp,
) -> Result<(Option<Timestamp>, Option<Timestamp>), Error> {
    let today = now.to_zoned(zone.time_zone().clone()).date();
    let mut from = to.saturating_add(1.day()).max(today);
    // The year begins with the viewer's day.
    let mut until = date_span(today, today, zone.time_zone()).end;
    for _ in 0..MORE {
        let last = from.saturating_add((MOST_QUERY_DAYS - 1).days());
        let (open, valid) = open(tx, host, event_type, (from, last), zone, now).await?;
        until = valid.map_or(until, |valid| valid.min(until));
        if let Some(slot) = open.first() {
            return Ok((Some(slot.core.start), Some(until)));
        }
        from = last.saturating_add(1.day());
    }
    Ok((None, Some(until)))
}

#[cfg(test)]
mod tests {
    use super::{Money, Slot, Slots};
    use jiff::{SignedDuration, Timestamp};
    use timeslot_chassis::Instant;

    #[test]
    fn slots_are_written_as_serde_writes_them() {
        let price = Some(Money { amount_minor: 50_000, currency: "INR".into() });
        let slot = |hour: i64, seats_left, price| {
            let start = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(500_000 + hour);
            let end = start + SignedDuration::from_mins(90);
            Slot { start: Instant(start), end: Instant(end), seats_left, price }
        };
        let all = [slot(0, 1, None), slot(1, 20, price), slot(25, 3, None)];
        for (number, next_open) in [(0, None), (1, Some(all[0].start)), (3, Some(Instant::LAST))] {
            let first = all.iter().take(number);
            let slots = first.map(|it| Slot { price: it.price.clone(), ..*it }).collect();
            let slots = Slots { time_zone: "Europe/Berlin \"\n".into(), slots, next_open };
            let written = String::from_utf8(slots.to_json().unwrap()).unwrap();
            assert_eq!(written, serde_json::to_string(&slots).unwrap());
        }
    }
}

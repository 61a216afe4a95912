//! Publish a series of openings: the same hours on the same weekday, week after week.

use super::{Opening, leave_room, opening, refusal};
use crate::event_types::show::load;
use crate::event_types::{MoneyBody, price};
use crate::patch::range;
use crate::profile::zone;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::{Check, date};
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::id::{EventTypeId, HostId, OpeningId};
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{LocalTime, Schedule, Weekly, Window};
use timeslot_core::zone::Zone;
use timeslot_store::openings::{self, OpeningRow};
use timeslot_store::{Tx, hosts};
use utoipa::ToSchema;

/// Why a week of a series is left out where its clock never reads such an hour.
const NO_SUCH_DATE: &str = "the clock of this time zone has no such hour on that date";

/// Hours to be published week after week.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSeries {
    event_type_id: uuid::Uuid,
    /// The first date, `YYYY-MM-DD`.
    date: String,
    /// When the first slot of each date starts, `HH:MM`.
    start: String,
    /// How many slots follow one another on each date, 1 to 24.
    count_per_day: i64,
    /// How many weeks, 1 to 52.
    weeks: i64,
    price: Option<MoneyBody>,
    /// The profile's zone unless said otherwise.
    time_zone: Option<String>,
}

/// What came of a series.
#[derive(Debug, Serialize, ToSchema)]
pub struct Series {
    /// What was published.
    items: Vec<Opening>,
    /// What was not, and why.
    skipped: Vec<Skipped>,
}

/// A slot of a series that was not published.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkippedOpening)]
pub struct Skipped {
    start: Instant,
    reason: String,
}

/// Publishes slots on one weekday for several weeks, at the same local time across clock changes.
#[utoipa::path(post, path = "/api/v1/user/openings/series", tag = "user", request_body = NewSeries,
    responses((status = 201, body = Series), Refusals))]
pub async fn create_opening_series(
    State(app): State<App>,
    caller: Host,
    Body(body): Body<NewSeries>,
) -> Result<(StatusCode, Json<Series>), Problem> {
    let worker = app.clone();
    let series = app
        .db()
        .write(move |tx| Box::pin(async move { publish(tx, &worker, caller.id, body).await }))
        .await?;
    Ok((StatusCode::CREATED, Json(series)))
}

async fn publish(tx: &mut Tx, app: &App, host: HostId, body: NewSeries) -> Result<Series, Problem> {
    let now = app.now();
    let profile = hosts::lock(tx, host).await?.ok_or_else(Problem::not_found)?;
    let event_type = load(tx, host, EventTypeId(body.event_type_id)).await?;
    let mut check = Check::new();
    check.that(event_type.archived_at.is_none(), "event_type_id", "is archived");
    if let Some(money) = &body.price {
        check.take("price", price(money));
    }
    let first = check.take("date", date(&body.date));
    let start = check.take("start", body.start.parse::<LocalTime>());
    let count = check.take("count_per_day", range::<u16>(body.count_per_day, 1, 24));
    let weeks = check.take("weeks", range::<u16>(body.weeks, 1, 52));
    let zone = check.take("time_zone", zone(body.time_zone.as_deref().unwrap_or(&profile.time_zone)));
    check.that(
        start != Some(LocalTime::END_OF_DAY),
        "start",
        "is the end of the day; begin at 23:59 or earlier",
    );
    let (first, start, count, weeks, zone) = check.all((first, start, count, weeks, zone))?;
    let zone = Zone::parse(&zone).ok_or_else(|| Problem::invalid_field("time_zone", "is no IANA zone"))?;
    leave_room(tx, host, now, usize::from(count) * usize::from(weeks)).await?;

    let mut series = Series { items: Vec::new(), skipped: Vec::new() };
    for week in 0..weeks {
        // Past the end of the calendar nothing can be published, and its last dates are refused as too far ahead.
        let Ok(date) = first.checked_add(i32::from(week).weeks()) else { break };
        let Some(from) = first_instant(date, start, &zone) else {
            series.skipped.push(Skipped { start: next_instant(date, &zone)?, reason: NO_SUCH_DATE.into() });
            continue;
        };
        let row = starts(from, event_type.duration_minutes.duration(), count);
        for core in row {
            put(tx, app, &event_type, core, &mut series).await?;
        }
    }
    if !series.items.is_empty() {
        hosts::raise_version(tx, host).await?;
    }
    Ok(series)
}

/// The first instant of `date` at which the zone's clock reads `start` or later: the same rule as for weekly hours.
fn first_instant(date: Date, start: LocalTime, zone: &Zone) -> Option<Timestamp> {
    let window = Window { start, end: LocalTime::END_OF_DAY };
    let schedule = Schedule {
        time_zone: zone.time_zone().clone(),
        weekly: Weekly::default(),
        overrides: std::iter::once((date, vec![window])).collect(),
    };
    schedule.open_on(date).first().map(|open| open.start)
}

/// Where the zone's clock goes on that has no such date, or no such hour on it.
fn next_instant(date: Date, zone: &Zone) -> Result<Instant, Problem> {
    let there = date.to_zoned(zone.time_zone().clone());
    let there = there.map_err(|_| {
        Problem::invalid_field("date", "is at the end of the calendar; choose an earlier one")
    })?;
    Ok(there.timestamp().into())
}

fn starts(from: Timestamp, length: SignedDuration, count: u16) -> impl Iterator<Item = Interval> {
    (0..i32::from(count)).filter_map(move |place| {
        let start = from.checked_add(length * place).ok()?;
        Some(Interval::new(start, start.checked_add(length).ok()?))
    })
}

async fn put(
    tx: &mut Tx,
    app: &App,
    event_type: &timeslot_store::event_types::EventTypeRow,
    core: Interval,
    series: &mut Series,
) -> Result<(), Problem> {
    let only = Interval::new(core.start, core.start + SignedDuration::from_secs(1));
    let exists = !openings::list(tx, event_type.host_id, Some(event_type.id), only, 1).await?.is_empty();
    let reason = match refusal(core, app.now()) {
        Some((field, why)) => Some(format!("{field} {why}")),
        None => exists.then(|| "an opening starts then already".to_owned()),
    };
    if let Some(reason) = reason {
        series.skipped.push(Skipped { start: core.start.into(), reason });
        return Ok(());
    }
    let row = OpeningRow {
        id: OpeningId::new(app.now(), app.entropy()),
        host_id: event_type.host_id,
        event_type_id: event_type.id,
        starts_at: core.start,
        ends_at: core.end,
        price_minor: None,
        currency: None,
        created_at: app.now(),
    };
    row.insert(tx).await?;
    series.items.push(opening(&row, false)?);
    Ok(())
}

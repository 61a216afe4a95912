//! Insights: offered, booked, cancelled and missed over a range of dates.

mod count;

use crate::event_types::MOST as MOST_EVENT_TYPES;
use axum::Json;
use axum::extract::State;
use count::{Counts, tally};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use timeslot_booking::availability::date_span;
use timeslot_chassis::App;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::{self, Check};
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Query;
use timeslot_core::zone::Zone;
use timeslot_store::{event_types, hosts, insights};
use utoipa::{IntoParams, ToSchema};

/// Longest range, in days.
const LONGEST: i32 = 400;
/// Most bookings that are counted in one answer.
const MOST_BOOKINGS: u32 = 50_000;

/// Which dates.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InsightQuery {
    /// The first date, `YYYY-MM-DD`.
    from: String,
    /// The last date, inclusive; at most 400 days in all.
    to: String,
    /// In which zone bookings fall on dates; the profile's unless said otherwise.
    time_zone: Option<String>,
}

/// What was offered and what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Insights {
    from: String,
    to: String,
    time_zone: String,
    totals: Counts,
    /// Every date of the range.
    days: Vec<DayCounts>,
    event_types: Vec<TypeCounts>,
}

/// The counts of one date.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InsightDay)]
pub struct DayCounts {
    date: String,
    #[serde(flatten)]
    counts: Counts,
}

/// The counts of one event type.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InsightEventType)]
pub struct TypeCounts {
    event_type_id: uuid::Uuid,
    title: String,
    #[serde(flatten)]
    counts: Counts,
}

/// What was offered (kept by a daily job), booked, cancelled and missed in a range of dates.
#[utoipa::path(get, path = "/api/v1/user/insights", tag = "user", params(InsightQuery),
    responses((status = 200, body = Insights), Refusals))]
pub async fn get_insights(
    State(app): State<App>,
    caller: Host,
    Query(query): Query<InsightQuery>,
) -> Result<Json<Insights>, Problem> {
    let (from, to) = range(&query)?;
    let asked = query.time_zone.map(|name| check::zone(&name));
    let asked = asked.transpose().map_err(|why| Problem::invalid_field("time_zone", why))?;
    let answer = app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                let host = hosts::find(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
                let zone = match asked {
                    Some(zone) => zone,
                    None => crate::slots::zone(&host)?,
                };
                let offers = insights::daily(tx, host.id, from, to, MOST_BOOKINGS).await?;
                let span = date_span(from, to, zone.time_zone());
                let outcomes = insights::outcomes(tx, host.id, span, MOST_BOOKINGS).await?;
                let types = event_types::list(tx, host.id, MOST_EVENT_TYPES).await?;
                let titles = types.into_iter().map(|row| (row.id, row.title)).collect();
                let tallied = tally(&offers, &outcomes, &zone, &titles);
                Ok::<_, Problem>(insights_of(from, to, &zone, tallied))
            })
        })
        .await?;
    Ok(Json(answer))
}

fn range(query: &InsightQuery) -> Result<(Date, Date), Problem> {
    let mut check = Check::new();
    let from = check.take("from", check::date(&query.from));
    let to = check.take("to", check::date(&query.to));
    let (from, to) = check.all((from, to))?;
    let days = from.until(to).map_or(i32::MAX, |span| span.get_days()) + 1;
    if (1..=LONGEST).contains(&days) {
        return Ok((from, to));
    }
    Err(Problem::invalid_field("to", format!("is {to}; it can be {from} or at most {LONGEST} days with it")))
}

fn insights_of(from: Date, to: Date, zone: &Zone, mut tallied: count::Tally) -> Insights {
    let days = from.series(jiff::ToSpan::day(1)).take_while(|date| *date <= to);
    Insights {
        from: from.to_string(),
        to: to.to_string(),
        time_zone: zone.name().to_owned(),
        days: days
            .map(|date| DayCounts {
                date: date.to_string(),
                counts: tallied.days.remove(&date).unwrap_or_default(),
            })
            .collect(),
        totals: tallied.totals,
        event_types: tallied
            .types
            .into_iter()
            .map(|(id, (title, counts))| TypeCounts { event_type_id: id.0, title, counts })
            .collect(),
    }
}

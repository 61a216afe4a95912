//! Bookings over HTTP, each on disk before it is answered: distinct slots of many hosts, letters and all.

use super::{CONNECTIONS, expect, mebibytes, millis};
use crate::client::post;
use crate::load::{Measured, Requests, run};
use crate::place::{Place, product};
use crate::process::Server;
use crate::report::{Goal, Report};
use crate::rows::SLUG;
use crate::scenario::postgres;
use crate::seed::Hosts;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;
use timeslot_chassis::clock::SystemClock;
use timeslot_core::clock::Clock;

/// Where bookings are made.
pub const BOOKINGS: &str = "/api/v1/client/bookings";
/// Hosts who share them.
pub const HOSTS: Hosts = Hosts { name: "booked", number: 200, bookings: 0 };

/// Measures on SQLite, and on PostgreSQL where there is one.
pub async fn measure(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let data = place.fresh_data("bookings", &[HOSTS]).await?;
    let server = Server::start(&product()?, &data, None).await?;
    let measured = book(place, &server).await?;
    report.line("bookings on SQLite, 64 connections", measured.rate(), "/s", Goal::AtLeast(2000.0));
    report.line("bookings on SQLite: half within", millis(measured.percentile(0.5)), "ms", Goal::None);
    report.line(
        "bookings on SQLite: 99 % within",
        millis(measured.percentile(0.99)),
        "ms",
        Goal::AtMost(50.0),
    );
    report.line("bookings on SQLite: processor time", measured.processor_micros(), "µs", Goal::None);
    report.line(
        "resident memory under this load",
        mebibytes(measured.resident_kib),
        "MiB",
        Goal::AtMost(60.0),
    );
    drop(server);
    if let Some(address) = &place.postgres {
        postgres::measure(place, report, address).await?;
    }
    Ok(())
}

/// Books one slot after the other until the time is over.
pub async fn book(place: &Place, server: &Server) -> anyhow::Result<Measured> {
    let measured =
        run(server.address, server.pid(), CONNECTIONS, place.most, requests(server.address)).await?;
    expect(&measured, 201)?;
    Ok(measured)
}

fn requests(address: SocketAddr) -> Requests {
    let slots: Vec<Timestamp> = slots(SystemClock.now());
    let hosts = u64::try_from(HOSTS.number).unwrap_or(1);
    Arc::new(move |number| {
        let start = slots.get(usize::try_from(number / hosts).ok()?)?;
        let handle = format!("{}-{}", HOSTS.name, number % hosts);
        let body = wish(&handle, *start, &format!("customer{number}@example.com"));
        Some(post(address, BOOKINGS, &format!("booking-{number}"), &body))
    })
}

/// The slots of the weekdays from the third day on.
pub fn slots(now: Timestamp) -> Vec<Timestamp> {
    let first = now.to_zoned(TimeZone::UTC).date();
    let days = (3..600).map(|day| first.saturating_add(day.days()));
    let days = days.filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    let mornings = days.filter_map(|day| Some(day.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).ok()?.timestamp()));
    let of_day = |morning: Timestamp| (0..16).map(move |slot| morning + SignedDuration::from_mins(30 * slot));
    mornings.flat_map(of_day).collect()
}

/// What a customer sends.
pub fn wish(handle: &str, start: Timestamp, email: &str) -> String {
    json!({
        "handle": handle, "slug": SLUG, "start": start, "name": "A customer", "email": email,
        "time_zone": "Europe/Berlin", "notes": "Looking forward to it."
    })
    .to_string()
}

//! The slots of one month: from the cache against the yardstick in the same run, and computed for every request.

use super::{CONNECTIONS, expect, mebibytes, millis};
use crate::client::get;
use crate::load::{Measured, Requests, run};
use crate::place::{Place, with_yardstick};
use crate::process::Server;
use crate::report::{Goal, Report};
use crate::rows::SLUG;
use crate::seed::Hosts;
use crate::serve::YARDSTICK;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::Arc;
use std::time::Duration;
use timeslot_chassis::clock::SystemClock;
use timeslot_core::clock::Clock;
use timeslot_core::zone::Zone;

/// Turns of yardstick and slots, of which the middle ratio counts.
const TURNS: usize = 5;
/// Connections where every answer is computed: as many as keep the server busy.
const FEW: usize = 4;
/// Of one host each: no booking, a thousand, ten thousand; and the most processor time that an answer may cost, in ms.
const OWN: [(Hosts, f64); 3] = [
    (Hosts { name: "none", number: 1, bookings: 0 }, 0.15),
    (Hosts { name: "thousand", number: 1, bookings: 1_000 }, 0.2),
    (Hosts { name: "ten-thousand", number: 1, bookings: 10_000 }, 0.3),
];
/// A million bookings of others.
const OTHERS: Hosts = Hosts { name: "other", number: 500, bookings: 2_000 };

/// Measures both.
pub async fn measure(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let own = OWN.map(|(hosts, _)| hosts);
    let alone = place.data("slots-alone", &own).await?;
    let server = Server::start(&with_yardstick()?, &alone, None).await?;
    cached(place, report, &server).await?;
    let mut costs = Vec::new();
    for (hosts, most) in OWN {
        let cost = computed(place, &server, hosts).await?;
        let what = format!("slots computed, {} bookings of the host: processor time", hosts.bookings);
        report.line(&what, cost, "ms", Goal::AtMost(most));
        costs.push(cost);
    }
    drop(server);
    let all: Vec<Hosts> = own.into_iter().chain([OTHERS]).collect();
    let crowded = place.data("slots-crowded", &all).await?;
    let server = Server::start(&with_yardstick()?, &crowded, None).await?;
    for ((hosts, _), before) in OWN.into_iter().zip(costs) {
        let cost = computed(place, &server, hosts).await?;
        let what = format!("the same, {} of the host and a million of others: more by", hosts.bookings);
        report.line(&what, (cost / before - 1.0) * 100.0, "%", Goal::AtMost(20.0));
    }
    Ok(())
}

async fn cached(place: &Place, report: &mut Report, server: &Server) -> anyhow::Result<()> {
    let month = today();
    let path = path("thousand-0", month, month.saturating_add(30.days()), "Europe/Berlin");
    let mut turns = Vec::new();
    for _ in 0..TURNS {
        let yardstick = same(place, server, YARDSTICK, "br").await?;
        turns.push((same(place, server, &path, "br").await?, yardstick));
    }
    let ratio = |(slots, yardstick): &(Measured, Measured)| slots.rate() / yardstick.rate() * 100.0;
    turns.sort_by(|one, other| ratio(one).total_cmp(&ratio(other)));
    let middle = &turns[TURNS / 2];
    let (slots, yardstick) = middle;
    report.line("yardstick, 64 connections", yardstick.rate(), "/s", Goal::None);
    report.line("slots from the cache, 64 connections", slots.rate(), "/s", Goal::None);
    report.line("slots from the cache, of the yardstick's rate", ratio(middle), "%", Goal::AtLeast(60.0));
    report.line("yardstick: processor time", yardstick.processor_micros(), "µs", Goal::None);
    report.line("slots from the cache: processor time", slots.processor_micros(), "µs", Goal::None);
    report.line("slots from the cache: 99 % within", millis(slots.percentile(0.99)), "ms", Goal::None);
    report.line("resident memory under this load", mebibytes(slots.resident_kib), "MiB", Goal::AtMost(60.0));
    let plain = same(place, server, &path, "").await?;
    report.line("slots from the cache, not compressed", plain.rate(), "/s", Goal::None);
    page(place, report, server).await
}

/// The booking page as HTML, beside the yardstick too.
async fn page(place: &Place, report: &mut Report, server: &Server) -> anyhow::Result<()> {
    let yardstick = same(place, server, YARDSTICK, "br").await?;
    let page = same(place, server, &format!("/thousand-0/{SLUG}"), "br").await?;
    report.line("booking page from the cache, 64 connections", page.rate(), "/s", Goal::None);
    let share = page.rate() / yardstick.rate() * 100.0;
    report.line("booking page from the cache, of the yardstick's rate", share, "%", Goal::None);
    report.line("booking page from the cache: processor time", page.processor_micros(), "µs", Goal::None);
    Ok(())
}

/// Asks for one path over and over.
async fn same(place: &Place, server: &Server, path: &str, encoding: &str) -> anyhow::Result<Measured> {
    let request = get(server.address, path, encoding);
    let requests: Requests = Arc::new(move |_| Some(request.clone()));
    // One answer first, so that making it isn't measured.
    run(server.address, server.pid(), 1, Duration::from_millis(200), Arc::clone(&requests)).await?;
    let measured = run(server.address, server.pid(), CONNECTIONS, place.most, requests).await?;
    expect(&measured, 200)?;
    Ok(measured)
}

/// The processor time, in milliseconds, of answers none of which was asked for before.
async fn computed(place: &Place, server: &Server, hosts: Hosts) -> anyhow::Result<f64> {
    let handle = format!("{}-0", hosts.name);
    let known = jiff::tz::db().available().map(|name| name.to_string());
    let zones: Vec<String> = known.filter(|name| Zone::parse(name).is_some()).collect();
    let (first, address) = (today(), server.address);
    let requests: Requests = Arc::new(move |number| {
        let number = usize::try_from(number).ok()?;
        let day = i64::try_from(number / zones.len()).ok().filter(|day| *day < 90)?;
        let from = first.saturating_add((day % 30).days());
        let to = from.saturating_add((28 + day / 30).days());
        Some(get(address, &path(&handle, from, to, &zones[number % zones.len()]), ""))
    });
    let measured = run(server.address, server.pid(), FEW, place.most, requests).await?;
    expect(&measured, 200)?;
    Ok(measured.processor_micros() / 1000.0)
}

fn today() -> Date {
    SystemClock.now().to_zoned(TimeZone::UTC).date()
}

fn path(handle: &str, from: Date, to: Date, zone: &str) -> String {
    // In a query, a bare + is a space: `Etc/GMT+5`.
    let zone = zone.replace('+', "%2B");
    format!("/api/v1/client/pages/{handle}/{SLUG}/slots?from={from}&to={to}&time_zone={zone}")
}

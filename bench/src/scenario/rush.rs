//! Two hundred who want the same slot, each with a key of their own, while others look at the host's page.

use super::{expect, millis};
use crate::client::{Client, get, post};
use crate::load::{Requests, run};
use crate::place::{Place, product};
use crate::process::Server;
use crate::report::{Goal, Report};
use crate::scenario::bookings::{BOOKINGS, HOSTS, slots, wish};
use anyhow::Context;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use timeslot_chassis::clock::SystemClock;
use timeslot_core::clock::Clock;
use tokio::task::JoinSet;

/// How many want it.
const MANY: usize = 200;
/// Visitors meanwhile.
const VISITORS: usize = 4;

/// Measures it.
pub async fn measure(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let data = place.fresh_data("rush", &[HOSTS]).await?;
    let server = Server::start(&product()?, &data, None).await?;
    let host = format!("{}-0", HOSTS.name);
    let page = get(server.address, &format!("/{host}"), "");
    let pages: Requests = Arc::new(move |_| Some(page.clone()));
    let visits = run(server.address, server.pid(), VISITORS, Duration::from_secs(1), pages);
    let (visited, (statuses, took)) = tokio::try_join!(visits, want(&server, &host))?;
    expect(&visited, 200)?;
    let number = |status: u16| f64::from(statuses.get(&status).copied().unwrap_or(0));
    let others =
        statuses.iter().filter(|(status, _)| ![201, 409].contains(*status)).map(|(_, number)| number);
    report.line("200 want one slot: booked", number(201), "", Goal::AtMost(1.0));
    report.line("200 want one slot: told that it is taken", number(409), "", Goal::AtLeast(199.0));
    report.line("200 want one slot: other answers", f64::from(others.sum::<u32>()), "", Goal::AtMost(0.0));
    report.line("200 want one slot: all answered within", millis(took), "ms", Goal::AtMost(1000.0));
    report.line("pages meanwhile: 99 % within", millis(visited.percentile(0.99)), "ms", Goal::None);
    Ok(())
}

async fn want(server: &Server, host: &str) -> anyhow::Result<(BTreeMap<u16, u32>, Duration)> {
    let start = slots(SystemClock.now()).into_iter().next().context("no slot is there to be wanted")?;
    let mut ready = Vec::new();
    for number in 0..MANY {
        let body = wish(host, start, &format!("customer{number}@example.com"));
        let request = post(server.address, BOOKINGS, &format!("wish-{number}"), &body);
        ready.push((Client::connect(server.address).await?, request));
    }
    let begun = Instant::now();
    let mut tasks = JoinSet::new();
    for (mut client, request) in ready {
        tasks.spawn(async move { client.ask(&request).await });
    }
    let mut statuses = BTreeMap::new();
    while let Some(answer) = tasks.join_next().await {
        *statuses.entry(answer??.status).or_default() += 1;
    }
    Ok((statuses, begun.elapsed()))
}

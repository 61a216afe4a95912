//! Bookings on PostgreSQL, against what its own pgbench makes of the least that a booking is (the host's lock and one
//! guarded row in a commit) and of all that it is: the very statements of a booking.

use super::{CONNECTIONS, millis};
use crate::place::{Place, database_at, product};
use crate::process::Server;
use crate::report::{Goal, Report};
use crate::scenario::bookings::{HOSTS, book};
use crate::seed::seed;
use anyhow::{Context, ensure};
use std::process::Command;
use timeslot_store::Db;

/// One host's lock and one guarded insert, at a time of its own: a number that is never drawn twice.
const LEAST: &str = "\\set host random(1, 200)
BEGIN;
SELECT id FROM bench_hosts WHERE number = :host FOR NO KEY UPDATE;
INSERT INTO bench_sittings (host, during)
  SELECT :host, tstzrange(to_timestamp(n * 1800), to_timestamp(n * 1800 + 1800)) FROM (SELECT nextval('bench_slots') AS n) it
  WHERE NOT EXISTS (SELECT 1 FROM bench_sittings WHERE host = :host
    AND during && tstzrange(to_timestamp(it.n * 1800), to_timestamp(it.n * 1800 + 1800)));
COMMIT;
";

/// Everything that a booking asks.
const STATEMENTS: &str = include_str!("booking.sql");
/// What the product tells its sessions, too.
const SESSION: &str = "-c enable_seqscan=off -c jit=off";

/// The tables of [`LEAST`].
const TABLES: &[&str] = &[
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    "CREATE TABLE bench_hosts (id BIGINT PRIMARY KEY, number INT UNIQUE)",
    "INSERT INTO bench_hosts SELECT n, n FROM generate_series(1, 200) n",
    "CREATE SEQUENCE bench_slots",
    "CREATE TABLE bench_sittings (host INT, during TSTZRANGE, EXCLUDE USING gist (host WITH =, during WITH &&))",
];

/// Measures all three on databases of their own.
pub async fn measure(place: &Place, report: &mut Report, server: &str) -> anyhow::Result<()> {
    let url = fresh(server, "bench_least").await?;
    statements(&url, TABLES).await?;
    let least = pgbench(place, &url, LEAST).await?;
    let url = fresh(server, "bench_statements").await?;
    seed(&Db::open_postgres(&url)?, &[HOSTS]).await?;
    let all = pgbench(place, &url, STATEMENTS).await?;
    let url = fresh(server, "bench_bookings").await?;
    seed(&Db::open_postgres(&url)?, &[HOSTS]).await?;
    let data = place.fresh_data("bookings-postgres", &[]).await?;
    let running = Server::start(&product()?, &data, Some(&url)).await?;
    let measured = book(place, &running).await?;
    let share = |of: f64| measured.rate() / of * 100.0;
    report.line("PostgreSQL: host's lock and one insert by pgbench, 64 clients", least, "/s", Goal::None);
    report.line("PostgreSQL: the statements of a booking by pgbench, 64 clients", all, "/s", Goal::None);
    report.line("bookings on PostgreSQL, 64 connections", measured.rate(), "/s", Goal::None);
    report.line(
        "bookings on PostgreSQL, of pgbench's rate with the least",
        share(least),
        "%",
        Goal::AtLeast(70.0),
    );
    report.line(
        "bookings on PostgreSQL, of pgbench's rate with their statements",
        share(all),
        "%",
        Goal::None,
    );
    report.line("bookings on PostgreSQL: 99 % within", millis(measured.percentile(0.99)), "ms", Goal::None);
    report.line("bookings on PostgreSQL: our processor time", measured.processor_micros(), "µs", Goal::None);
    Ok(())
}

/// A database called `name`, made anew.
async fn fresh(server: &str, name: &'static str) -> anyhow::Result<String> {
    statements(
        server,
        &[&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"), &format!("CREATE DATABASE {name}")],
    )
    .await?;
    Ok(database_at(server, name))
}

async fn statements(url: &str, statements: &[&str]) -> anyhow::Result<()> {
    let statements: Vec<String> = statements.iter().map(|it| (*it).to_owned()).collect();
    let done: Result<(), timeslot_store::Error> = Db::open_postgres(url)?
        .read(move |tx| {
            Box::pin(async move {
                for statement in &statements {
                    tx.execute(statement, &[]).await?;
                }
                Ok(())
            })
        })
        .await;
    Ok(done?)
}

/// Transactions a second of `script`.
async fn pgbench(place: &Place, url: &str, script: &str) -> anyhow::Result<f64> {
    let data = place.fresh_data("pgbench", &[]).await?;
    let file = data.join("script.sql");
    std::fs::write(&file, script)?;
    let clients = CONNECTIONS.to_string();
    let seconds = place.most.as_secs().to_string();
    let output = Command::new("pgbench")
        .args(["-n", "-M", "prepared", "-j", "2", "-c", &clients, "-T", &seconds, "-D", "i=0", "-f"])
        .arg(&file)
        .arg(url)
        .env("PGOPTIONS", SESSION)
        .output()
        .context("pgbench is missing; it comes with PostgreSQL's server")?;
    let told = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "pgbench failed: {}", String::from_utf8_lossy(&output.stderr));
    let line = told.lines().find_map(|line| line.strip_prefix("tps = ")).context("pgbench told no rate")?;
    let rate = line.split_whitespace().next().context("pgbench told no rate")?;
    Ok(rate.parse()?)
}

//! What is asked of the database: by plans that read no table through and begin with the host, and no oftener for a long
//! list than for a short one.

use jiff::SignedDuration;
use serde_json::json;
use std::collections::BTreeMap;
use timeslot_chassis::both;
use timeslot_chassis::world::{Statement, World, tell};
use timeslot_core::job::JobKind;
use timeslot_store::{Dialect, Error, jobs};
use timeslot_tests::ada::{Ada, Held, ada, book, starts, wish};
use timeslot_tests::open;

/// Tables whose rows are a host's.
const OF_HOSTS: &[&str] = &[
    "schedules",
    "event_types",
    "openings",
    "blocks",
    "customers",
    "sittings",
    "bookings",
    "booking_steps",
    "daily_offers",
    "deliveries",
];

/// By what else a row of theirs may be found: its own id, the job whose delivery it is, and the address whose letters are
/// counted over all hosts.
const KEYS: &[&str] = &["id", "job_id", "address_hash"];

/// Lists, each of which holds more the more is booked.
const LISTS: &[&str] = &[
    "/api/v1/user/bookings?view=upcoming",
    "/api/v1/user/bookings?view=past",
    "/api/v1/user/bookings?view=pending",
    "/api/v1/user/bookings?view=cancelled",
    "/api/v1/user/customers",
    "/api/v1/user/event-types",
    "/api/v1/user/schedules",
    "/api/v1/user/openings",
    "/api/v1/user/blocks",
    "/api/v1/user/slots?from=2027-03-01&to=2027-03-12&view=booked",
    "/api/v1/user/slots?from=2027-03-01&to=2027-03-12&view=available",
    "/api/v1/user/overview",
    "/api/v1/user/insights?from=2027-03-01&to=2027-03-12&time_zone=Asia/Kolkata",
    "/api/v1/email/deliveries",
    "/api/v1/client/pages/ada",
];

/// What is swept away at night over all hosts, and the index by which its old rows are found.
const SWEPT: &[(&str, &str)] = &[
    ("accounts", "accounts_unverified"),
    ("deliveries", "deliveries_age"),
    ("idempotency_keys", "idempotency_keys_age"),
    ("jobs", "jobs_finished"),
    ("mailbox_letters", "mailbox_letters_age"),
    ("sessions", "sessions_expiry"),
];

/// What pgbench is given as the statements of a booking.
const BENCHED: &str = include_str!("../../../bench/src/scenario/booking.sql");

/// Each text once, with arguments that it was run with.
fn distinct(statements: Vec<Statement>) -> BTreeMap<String, Statement> {
    statements.into_iter().map(|it| (it.sql.clone(), it)).collect()
}

/// The lines of a statement's plan.
async fn plan(world: &World, statement: Statement) -> Vec<String> {
    let lines: Result<Vec<String>, Error> = world
        .app
        .db()
        .read(move |tx| {
            Box::pin(async move {
                if tx.dialect() == Dialect::Sqlite {
                    let sql = format!("EXPLAIN QUERY PLAN {}", statement.sql);
                    let rows: Vec<(i64, i64, i64, String)> = tx.all(&sql, &statement.args).await?;
                    return Ok(rows.into_iter().map(|row| row.3).collect());
                }
                // The plan that is kept for whatever arguments come. Of reading a table through, every session is told not to.
                tx.execute("SET plan_cache_mode = force_generic_plan", &[]).await?;
                let sql = format!("EXPLAIN (COSTS OFF) {}", statement.sql);
                let rows: Vec<(String,)> = tx.all(&sql, &statement.args).await?;
                Ok(rows.into_iter().map(|row| row.0.trim().to_owned()).collect())
            })
        })
        .await;
    lines.unwrap()
}

/// What is wrong with a plan of SQLite: `SEARCH bookings USING INDEX bookings_host (host_id=? AND starts_at>?)` is right.
fn wrong_in_sqlite(lines: &[String]) -> Option<String> {
    let is_wrong = |line: &&String| {
        let mut words = line.split_whitespace();
        match (words.next(), words.next()) {
            // Rows that the statement itself names are no table's, and of restores that still park letters there is one.
            (Some("SCAN"), Some("restores")) => !line.contains("restores_parked"),
            (Some("SCAN"), Some(table)) => {
                table != "CONSTANT" && !table.ends_with("-ROW") && !is_selected(lines, table)
            }
            (Some("SEARCH"), Some(_)) => {
                let index = line.split_once('(').map_or("", |(_, condition)| condition);
                let is_key = KEYS.iter().any(|key| index.starts_with(&format!("{key}=?")));
                // One kind's jobs, however many of the others wait.
                (line.contains("jobs_due") && !index.starts_with("kind=?"))
                    || is_of_host(line) && !is_key && !index.starts_with("host_id=?")
            }
            _ => false,
        }
    };
    lines.iter().find(is_wrong).cloned()
}

/// Whether `name` is what the statement calls rows that another part of it selects.
fn is_selected(lines: &[String], name: &str) -> bool {
    ["CO-ROUTINE", "MATERIALIZE"].iter().any(|made| lines.contains(&format!("{made} {name}")))
}

/// Whether an index of a host's table is used; SQLite names an index after the table it is of.
fn is_of_host(line: &str) -> bool {
    OF_HOSTS.iter().any(|table| {
        line.contains(&format!("INDEX {table}_"))
            || line.contains(&format!("INDEX sqlite_autoindex_{table}_"))
    })
}

/// What is wrong with a plan of PostgreSQL: an index is used by a condition that names the host, or the row's own id.
fn wrong_in_postgres(lines: &[String]) -> Option<String> {
    for (at, line) in lines.iter().enumerate() {
        if line.contains("Seq Scan on") {
            return Some(line.clone());
        }
        let is_index = line.contains("Index Scan") || line.contains("Index Only Scan");
        if !is_index {
            continue;
        }
        let condition = lines[at + 1..].iter().find(|line| line.starts_with("Index Cond:"));
        let named =
            condition.map_or("", |line| line.trim_start_matches("Index Cond: ").trim_start_matches('('));
        let is_by = |column: &str| {
            named.starts_with(&format!("{column} =")) || named.contains(&format!("({column} ="))
        };
        let is_host = is_by("host_id");
        let is_key = KEYS.iter().any(|key| is_by(key));
        let is_of_host = OF_HOSTS.iter().any(|table| line.contains(&format!(" {table}_")));
        let is_by_another =
            line.contains(" jobs_due") && !named.contains("kind =") && !named.contains("kind)");
        if is_by_another || is_of_host && !is_host && !is_key {
            return Some(format!("{line} / {named}"));
        }
    }
    None
}

async fn assert_plans(world: &World, statements: Vec<Statement>) {
    let statements = distinct(statements);
    let is_sqlite = world.app.db().dialect() == Dialect::Sqlite;
    let mut wrong = Vec::new();
    for (sql, statement) in statements {
        let lines = plan(world, statement).await;
        let found = if is_sqlite { wrong_in_sqlite(&lines) } else { wrong_in_postgres(&lines) };
        wrong.extend(found.map(|found| format!("{found}\n  in {sql}\n  by {lines:#?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a statement does to which table: `INSERT sittings`.
fn gist(sql: &str) -> Option<String> {
    let words: Vec<&str> = sql.split_whitespace().collect();
    let after = |word: &str| words.iter().position(|it| *it == word).and_then(|place| words.get(place + 1));
    let table = match *words.first()? {
        "INSERT" => after("INTO"),
        "UPDATE" => after("UPDATE"),
        "SELECT" => after("FROM"),
        _ => None,
    };
    Some(format!("{} {}", words[0], table?))
}

async fn fill(ada: &Ada, world: &World, from: &str, number: usize) -> Vec<Held> {
    let grace = world.person("grace");
    let open = starts(&grace, "intro", from, from, "Asia/Kolkata").await;
    let mut held = Vec::new();
    for (place, start) in open.iter().take(number).enumerate() {
        let mut wish = wish("intro", start);
        wish["email"] = json!(format!("customer{from}-{place}@example.com"));
        held.push(Held::of(&book(&grace, wish).await.expect(201)));
        let slug = format!("more-{from}-{place}");
        let body = json!({ "slug": slug, "title": slug, "duration_minutes": 15 });
        ada.event_type(body).await;
        let opening =
            json!({ "event_type_id": ada.intro, "start": format!("2027-04-{:02}T06:00:00Z", 10 + place) });
        let _ = ada.person.post("/api/v1/user/openings", opening).await;
    }
    held
}

both! {
    async fn hot_statements_read_no_table_through_and_begin_with_the_host(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let held = fill(&ada, &world, "2027-03-02", 3).await;
        world.run_due().await;
        let _ = world.statements();
        let grace = world.person("grace");
        let open = starts(&grace, "intro", "2027-03-01", "2027-03-31", "Europe/Berlin").await;
        let key = grace.post_once("once", "/api/v1/client/bookings", wish("intro", &open[9])).await.expect(201);
        Held::of(&key).step(&world, "reschedule", json!({ "start": open[12] })).await.gives(200);
        held[0].step(&world, "cancel", json!({})).await.gives(200);
        ada.person.get(&format!("/api/v1/user/bookings/{}", held[1].id)).await.gives(200);
        for list in LISTS {
            ada.person.get(list).await.gives(200);
        }
        // Letters, and how jobs are claimed and ended.
        assert!(world.run_due().await > 4);
        let statements = world.statements();
        assert!(distinct(statements.clone()).len() > 50, "only {} texts", distinct(statements).len());
        assert_plans(&world, statements).await;
    }

    async fn what_is_old_is_swept_away_by_its_age(world) {
        let world = open(world);
        let (inside, now) = (world.app.clone(), world.now());
        let ordered: Result<(), Error> = world.app.db().write(move |tx| Box::pin(async move {
            jobs::enqueue_tick(tx, now, inside.entropy(), JobKind::Sweep, SignedDuration::from_hours(1)).await
        })).await;
        ordered.unwrap();
        let _ = world.statements();
        world.run_due().await;
        let asked = distinct(world.statements());
        for (table, index) in SWEPT {
            let head = format!("DELETE FROM {table} WHERE");
            let (sql, statement) = asked.iter().find(|(sql, _)| sql.starts_with(&head)).unwrap_or_else(|| panic!("{table} isn't swept"));
            let lines = plan(&world, statement.clone()).await;
            let is_used = lines.iter().any(|line| line.contains(&format!(" {index}")));
            let is_read_through = |line: &String| line.contains("Seq Scan") || line == &format!("SCAN {table}");
            assert!(is_used && !lines.iter().any(is_read_through), "{index} isn't used in {sql}\n  by {lines:#?}");
        }
        world.leave_jobs();
    }

    async fn a_longer_list_asks_no_oftener(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let mut counts: Vec<Vec<usize>> = Vec::new();
        for (day, number) in [("2027-03-02", 1), ("2027-03-03", 6)] {
            let held = fill(&ada, &world, day, number).await;
            held[0].step(&world, "cancel", json!({})).await.gives(200);
            world.run_due().await;
            let mut of_lists = Vec::new();
            for list in LISTS {
                let _ = world.statements();
                let answer = ada.person.get(list).await.expect(200);
                of_lists.push((world.statements().len(), answer.text.len()));
            }
            let lengths: Vec<usize> = of_lists.iter().map(|(_, length)| *length).collect();
            assert!(lengths.iter().all(|length| *length > 2), "{lengths:?}");
            counts.push(of_lists.into_iter().map(|(count, _)| count).collect());
        }
        assert!(counts[0].iter().all(|count| *count > 0), "{counts:?}");
        let more: Vec<_> = LISTS.iter().zip(counts[0].iter().zip(&counts[1])).filter(|(_, (one, six))| one != six).collect();
        assert!(more.is_empty(), "the longer list asks oftener: {more:?}");
        world.leave_jobs();
    }

    async fn kept_slots_ask_nothing(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let first = starts(&grace, "intro", "2027-03-01", "2027-03-31", "Europe/Berlin").await;
        // Once the database is asked for the version, as it is every second.
        let _ = starts(&grace, "intro", "2027-03-01", "2027-03-31", "Europe/Berlin").await;
        let _ = world.statements();
        let second = starts(&grace, "intro", "2027-03-01", "2027-03-31", "Europe/Berlin").await;
        assert_eq!(first, second);
        assert_eq!(world.statements().len(), 0);
        world.leave_jobs();
    }
}

/// On PostgreSQL their rows are looked up too.
#[test]
fn live_bookings_are_read_from_their_index_alone() {
    tell(async {
        let world = open(World::sqlite().await);
        let _ada = ada(&world).await;
        // What was asked until here is no part of it.
        let _ = world.statements();
        let open = starts(&world.person("grace"), "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await;
        assert!(!open.is_empty());
        let asked =
            world.statements().into_iter().find(|it| gist(&it.sql).as_deref() == Some("SELECT bookings"));
        let lines = plan(&world, asked.unwrap()).await;
        assert!(lines.len() == 1 && lines[0].contains("USING COVERING INDEX bookings_host"), "{lines:#?}");
        world.leave_jobs();
    });
}

/// Else the figure that bookings on PostgreSQL are held against would be that of something else.
#[test]
fn pgbench_asks_what_a_booking_asks() {
    tell(async {
        let world = open(World::postgres().await);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let open = starts(&grace, "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await;
        // What was asked until here is no part of it.
        let _ = world.statements();
        grace.post_once("key", "/api/v1/client/bookings", wish("intro", &open[0])).await.gives(201);
        let asked: Vec<String> = world.statements().iter().filter_map(|it| gist(&it.sql)).collect();
        let benched: Vec<String> = BENCHED.lines().filter_map(gist).collect();
        assert!(asked.len() > 10, "{asked:?}");
        assert_eq!(asked, benched);
        world.leave_jobs();
    });
}

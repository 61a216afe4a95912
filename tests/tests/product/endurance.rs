//! A full disk, a clock that jumps, a database that stalls, and two servers on one database.

use futures::future::join_all;
use jiff::SignedDuration;
use serde_json::json;
use std::net::SocketAddr;
use std::time::Duration;
use timeslot_chassis::both;
use timeslot_chassis::world::{Person, World};
use timeslot_store::{Error, args};
use timeslot_tests::ada::{Held, ada, book, starts, wish};
use timeslot_tests::house::{House, Running};
use timeslot_tests::letters::letters_to;
use timeslot_tests::{is_long, open};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpSocket;

const NINE: &str = "2027-03-02T03:30:00Z";
const TEN: &str = "2027-03-02T04:30:00Z";

/// Registers Ada over HTTP, on a server of her own.
async fn register(server: &Running) -> Person {
    let ada = server.person("ada");
    let registration = json!({
        "email": "ada@example.com", "password": "correct horse battery", "name": "Ada", "time_zone": "UTC"
    });
    ada.post("/api/v1/auth/register", registration).await.gives(201);
    ada
}

/// A connection from 127.0.0.`from` that sends `begins` and then nothing; gives what comes back until it is closed.
async fn dawdle(from: u8, address: &str, begins: &str) -> String {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, from], 0))).unwrap();
    let mut socket = socket.connect(address.parse().unwrap()).await.unwrap();
    socket.write_all(begins.as_bytes()).await.unwrap();
    let mut answer = String::new();
    let closed = tokio::time::timeout(Duration::from_secs(40), socket.read_to_string(&mut answer)).await;
    let _bytes = closed.expect("a connection that dawdles is closed").unwrap_or_default();
    answer
}

/// How many pages the database's file may have; SQLite answers as on a full disk beyond it.
async fn pages(world: &World, most: i64) {
    let set: Result<(i64,), Error> = world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move { tx.one(&format!("PRAGMA max_page_count = {most}"), args![]).await })
        })
        .await;
    set.unwrap();
}

async fn wishes(grace: &Person, starts: &[String]) -> Vec<(String, u16)> {
    let booked = join_all(starts.iter().enumerate().map(|(number, start)| {
        let mut wish = wish("intro", start);
        wish["email"] = json!(format!("customer{number}@example.com"));
        wish["notes"] = json!("x".repeat(900));
        book(grace, wish)
    }));
    starts.iter().cloned().zip(booked.await.iter().map(|answer| answer.status)).collect()
}

#[test]
fn a_full_disk_refuses_and_forgets_nothing() {
    timeslot_chassis::world::tell(async {
        let world = open(World::sqlite().await);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let offered = starts(&grace, "intro", "2027-03-02", "2027-03-12", "Asia/Kolkata").await;
        // The file is as large as it may become from here on.
        pages(&world, 1).await;
        let told = wishes(&grace, &offered[..100]).await;
        assert!(told.iter().all(|(_, status)| [201, 503].contains(status)), "{told:?}");
        let refused = told.iter().filter(|(_, status)| *status == 503).count();
        assert!(refused > 0, "the disk never was full");
        let left = starts(&grace, "intro", "2027-03-02", "2027-03-12", "Asia/Kolkata").await;
        for (start, status) in &told {
            assert_eq!(left.contains(start), *status == 503, "{start}: {status}");
        }
        // Room again, and everything goes on.
        pages(&world, 1_000_000).await;
        let again: Vec<String> =
            told.into_iter().filter(|(_, status)| *status == 503).map(|(start, _)| start).collect();
        assert!(wishes(&grace, &again).await.iter().all(|(_, status)| *status == 201));
        world.leave_jobs();
    });
}

both! {
    async fn a_clock_that_jumps_spoils_nothing(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let first = Held::of(&grace.post_once("key", "/api/v1/client/bookings", wish("intro", NINE)).await.expect(201));
        // Back by a day: the booking stands, the key still knows it, and what is due later is not done now.
        world.wait(-SignedDuration::from_hours(24));
        let again = Held::of(&grace.post_once("key", "/api/v1/client/bookings", wish("intro", NINE)).await.expect(201));
        assert_eq!(first.id, again.id);
        let _ = book(&grace, wish("intro", NINE)).await.refused(409, "slot-taken");
        let second = Held::of(&book(&grace, wish("intro", TEN)).await.expect(201));
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 1, "that of the second booking is due already");
        // Ahead by a month, with everything over, and back to where we were.
        world.wait(SignedDuration::from_hours(24 * 31));
        let _ = second.step(&world, "cancel", json!({})).await.refused(409, "cut-off-passed");
        world.wait(-SignedDuration::from_hours(24 * 30));
        let letters = letters_to(&world, "grace@example.com").await.len();
        assert!(letters >= 2, "{letters} letters");
        assert_eq!(first.look(&world).await.expect(200).text_at("/booking/state"), "confirmed");
        ada.person.get("/api/v1/user/bookings").await.gives(200);
        second.step(&world, "cancel", json!({})).await.gives(200);
        book(&grace, wish("intro", TEN)).await.gives(201);
        world.leave_jobs();
    }
}

#[test]
#[ignore = "it waits for 15 seconds; `make prove` runs it"]
fn a_stalled_database_is_told_within_the_deadline_and_forgotten_after() {
    timeslot_chassis::world::tell(async {
        let world = open(World::postgres().await);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let (stalled, told) = tokio::sync::oneshot::channel::<()>();
        let (free, freed) = tokio::sync::oneshot::channel::<()>();
        let db = world.app.db().clone();
        let stall = tokio::spawn(async move {
            let held: Result<(), Error> = db
                .write(|tx| {
                    Box::pin(async move {
                        tx.execute("SET LOCAL idle_in_transaction_session_timeout = 0", args![]).await?;
                        tx.execute("LOCK TABLE hosts IN ACCESS EXCLUSIVE MODE", args![]).await?;
                        let _ = stalled.send(());
                        let _ = freed.await;
                        Ok(())
                    })
                })
                .await;
            held.unwrap();
        });
        told.await.unwrap();
        let answers = join_all((0..30).map(|_| book(&grace, wish("intro", NINE)))).await;
        assert!(
            answers.iter().all(|answer| answer.status == 503),
            "{:?}",
            answers.iter().map(|it| it.status).collect::<Vec<_>>()
        );
        free.send(()).unwrap();
        stall.await.unwrap();
        book(&grace, wish("intro", NINE)).await.gives(201);
        world.leave_jobs();
    });
}

#[test]
fn two_servers_on_one_database_sell_a_slot_once() {
    timeslot_chassis::world::tell(async {
        let world = World::postgres().await;
        let twin = open(world.twin());
        let world = open(world);
        let _ada = ada(&world).await;
        let (here, there) = (world.person("grace"), twin.person("rosa"));
        let count = if is_long() { 400 } else { 100 };
        let wishes = (0..count).map(|number| {
            let mut wish = wish("intro", [NINE, TEN][number / 2 % 2]);
            wish["email"] = json!(format!("customer{number}@example.com"));
            book([&here, &there][number % 2], wish)
        });
        let answers = join_all(wishes).await;
        let sold = answers.iter().filter(|answer| answer.status == 201).count();
        assert_eq!(sold, 2);
        assert!(answers.iter().all(|answer| [201, 409].contains(&answer.status)));
        // Each sees at once what was sold at the other.
        let seen = starts(&there, "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await;
        assert!(!seen.contains(&NINE.to_owned()) && !seen.contains(&TEN.to_owned()));
        world.leave_jobs();
        twin.leave_jobs();
    });
}

#[test]
#[ignore = "it needs a disk of its own (unshare, mount); `make prove` runs it"]
fn a_disk_that_is_really_full_refuses_and_forgets_nothing() {
    timeslot_chassis::world::tell(async {
        let world = World::sqlite().await;
        let house = House::new(&world, "smtp://127.0.0.1:9?tls=none").on_a_small_disk(8);
        let server = house.start().await;
        let ada = register(&server).await;
        let (mut kept, mut refused) = (Vec::new(), 0);
        for number in 0..4000 {
            let start = format!(
                "2027-{:02}-{:02}T{:02}:00:00Z",
                1 + number / 28 / 24 % 12,
                1 + number / 24 % 28,
                number % 24
            );
            let body = json!({ "start": start, "end": start.replace(":00:00Z", ":30:00Z"), "reason": "x".repeat(190) });
            let answer = ada.post("/api/v1/user/blocks", body).await;
            match answer.status {
                201 => kept.push(answer.text_at("/id")),
                503 => refused += 1,
                422 if answer.text.contains("blocks") => break,
                other => panic!("{other}: {}", answer.text),
            }
            if refused == 20 {
                break;
            }
        }
        assert_eq!(refused, 20, "the disk never was full; {} blocks fitted", kept.len());
        // Reading goes on, and everything goes on once there is room.
        ada.get("/api/v1/user/profile").await.gives(200);
        server.drop_ballast(&house).await;
        let more = json!({ "start": "2028-01-01T00:00:00Z", "end": "2028-01-01T01:00:00Z" });
        kept.push(ada.post("/api/v1/user/blocks", more).await.expect(201).text_at("/id"));
        for id in &kept {
            ada.delete(&format!("/api/v1/user/blocks/{id}")).await.gives(204);
        }
        server.kill().await;
    });
}

#[test]
#[ignore = "it waits until dawdlers are shown out; `make prove` runs it"]
fn slow_and_half_open_clients_keep_nobody_out() {
    timeslot_chassis::world::tell(async {
        let world = World::sqlite().await;
        let house = House::new(&world, "smtp://127.0.0.1:9?tls=none");
        let server = house.start().await;
        let address = server.base.strip_prefix("http://").unwrap().to_owned();
        let heads =
            join_all((0..300).map(|nth| dawdle(2 + u8::from(nth >= 200), &address, "GET / HTTP/1.1\r\nX: ")));
        let silent = join_all((0..50).map(|_| dawdle(4, &address, "")));
        let body = "POST /api/v1/auth/login HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{";
        let bodies = join_all((0..20).map(|_| dawdle(5, &address, body)));
        let others = async {
            for _ in 0..50 {
                server.person("grace").get("/healthz").await.gives(200);
            }
        };
        let (heads, silent, bodies, ()) = futures::join!(heads, silent, bodies, others);
        assert!(
            heads.iter().chain(&silent).all(|answer| answer.is_empty() || answer.starts_with("HTTP/1.1 408"))
        );
        assert!(bodies.iter().all(|answer| answer.starts_with("HTTP/1.1 408")), "{bodies:?}");
        server.person("grace").get("/healthz").await.gives(200);
        server.kill().await;
    });
}

//! Kept answers: made once, encoded once, and never given for longer than they hold.
#![expect(clippy::unwrap_used, reason = "this is test code: it fails by panicking")]

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use timeslot_chassis::cache::{Made, answer};
use timeslot_chassis::world::{Person, World, tell};
use timeslot_chassis::{App, Problem, Service};
use timeslot_core::id::HostId;
use timeslot_store::accounts::{self, AccountRow};
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::{Error, Tx};
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

const ADA: HostId = HostId(Uuid::from_u128(1));

/// A page that tells how often it has been made, filled up so that compressing it is worth while.
fn service(times: &Arc<AtomicU32>) -> Service {
    let times = Arc::clone(times);
    let page =
        move |State(app): State<App>, Query(query): Query<HashMap<String, String>>, headers: HeaderMap| {
            let times = Arc::clone(&times);
            async move { page(&app, &headers, &query, &times).await }
        };
    Service {
        name: "pages",
        routes: OpenApiRouter::from(axum::Router::new().route("/page", axum::routing::get(page))),
        jobs: Vec::new(),
        face: None,
    }
}

async fn page(
    app: &App,
    headers: &HeaderMap,
    query: &HashMap<String, String>,
    times: &AtomicU32,
) -> Result<Response, Problem> {
    let until = query.get("until").map(|text| text.parse::<Timestamp>().unwrap());
    answer(app, headers, format!("page {until:?}"), || async move {
        let read: Result<_, Error> =
            app.db().read(|tx| Box::pin(async move { hosts::version(tx, ADA).await })).await;
        let time = times.fetch_add(1, Ordering::SeqCst) + 1;
        // Others who ask meanwhile find it in the making.
        tokio::task::yield_now().await;
        let body = format!("made {time}: {}", "slot ".repeat(400)).into_bytes();
        Ok(Made { host: ADA, version: read?.unwrap(), at: app.now(), until, media_type: "text/plain", body })
    })
    .await
}

async fn change(tx: &mut Tx) -> Result<(), Error> {
    hosts::raise_version(tx, ADA).await
}

async fn write_ada(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    let text = String::from;
    let account = AccountRow {
        id: ADA,
        email: text("ada@example.com"),
        email_key: text("ada@example.com"),
        password_hash: text("none"),
        verified_at: Some(now),
        is_operator: false,
        suspended_at: None,
        pending_email: None,
        token_generation: 0,
        created_at: now,
    };
    let host = HostRow {
        id: ADA,
        handle: text("ada"),
        name: text("Ada"),
        bio: String::new(),
        time_zone: text("UTC"),
        locale: text("en"),
        week_start: text("mon"),
        max_per_day: None,
        privacy_url: None,
        terms_url: None,
        contact_url: None,
        notify_booked: true,
        notify_cancelled: true,
        notify_rescheduled: true,
        link_shared_at: None,
        availability_version: 1,
        created_at: now,
    };
    accounts::create(tx, &account, &host).await
}

async fn world(times: &Arc<AtomicU32>) -> (World, Person) {
    let world = World::sqlite().await.serve(vec![service(times)]);
    let now = world.now();
    let written: Result<(), Error> =
        world.app.db().write(move |tx| Box::pin(async move { write_ada(tx, now).await })).await;
    written.unwrap();
    let grace = world.person("grace");
    (world, grace)
}

async fn made(person: &Person, path: &str) -> String {
    let answer = person.get(path).await.expect(200);
    answer.text.split(':').next().unwrap().to_owned()
}

#[test]
fn it_is_made_once_until_the_host_changes() {
    tell(async {
        let times = Arc::default();
        let (world, grace) = world(&times).await;
        assert_eq!(made(&grace, "/page").await, "made 1");
        assert_eq!(made(&grace, "/page").await, "made 1");
        let changed: Result<(), Error> =
            world.app.db().write(|tx| Box::pin(async move { change(tx).await })).await;
        changed.unwrap();
        assert_eq!(made(&grace, "/page").await, "made 2");
        assert_eq!(made(&grace, "/page").await, "made 2");
    });
}

#[test]
fn a_change_that_is_taken_back_voids_nothing() {
    tell(async {
        let times = Arc::default();
        let (world, grace) = world(&times).await;
        assert_eq!(made(&grace, "/page").await, "made 1");
        let changed: Result<(), Error> = world
            .app
            .db()
            .write(|tx| {
                Box::pin(async move {
                    change(tx).await?;
                    Err(Error::Unexpected("taken back".into()))
                })
            })
            .await;
        assert!(changed.is_err());
        world.wait(SignedDuration::from_secs(2));
        assert_eq!(made(&grace, "/page").await, "made 1");
    });
}

#[test]
fn it_holds_until_its_time_is_over() {
    tell(async {
        let times = Arc::default();
        let (world, grace) = world(&times).await;
        let path = "/page?until=2027-03-01T08:00:10Z";
        assert_eq!(made(&grace, path).await, "made 1");
        world.wait(SignedDuration::from_secs(9));
        assert_eq!(made(&grace, path).await, "made 1");
        world.wait(SignedDuration::from_secs(1));
        assert_eq!(made(&grace, path).await, "made 2");
        assert_eq!(made(&grace, path).await, "made 3", "what is over when it is made isn't kept");
    });
}

#[test]
fn another_process_changes_it_within_a_second() {
    tell(async {
        let times = Arc::default();
        let (world, grace) = world(&times).await;
        assert_eq!(made(&grace, "/page").await, "made 1");
        assert_eq!(made(&grace, "/page").await, "made 1");
        // As a command does that is run beside the server: nobody here hears of it.
        let elsewhere = world.other_app();
        let changed: Result<(), Error> =
            elsewhere.db().write(|tx| Box::pin(async move { change(tx).await })).await;
        changed.unwrap();
        world.wait(SignedDuration::from_secs(1));
        assert_eq!(made(&grace, "/page").await, "made 2");
    });
}

#[test]
fn many_who_ask_at_once_have_it_made_once() {
    tell(async {
        let times = Arc::default();
        let (_world, grace) = world(&times).await;
        let answers = futures::future::join_all((0..40).map(|_| made(&grace, "/page"))).await;
        assert!(answers.iter().all(|answer| answer == "made 1"), "{answers:?}");
        assert_eq!(times.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn whoever_has_it_is_told_so() {
    tell(async {
        let times = Arc::default();
        let (_world, grace) = world(&times).await;
        let first = grace.get("/page").await.expect(200);
        let tag = first.headers["etag"].to_str().unwrap();
        assert_eq!(first.headers["cache-control"], "no-cache");
        for had in
            [tag.to_owned(), format!("\"other\", {tag}"), tag.trim_start_matches("W/").to_owned(), "*".into()]
        {
            let again =
                grace.request("GET".parse().unwrap(), "/page", &[("if-none-match", &had)], None).await;
            assert_eq!(
                (again.status, again.text.as_str(), &again.headers["etag"]),
                (304, "", &first.headers["etag"])
            );
        }
        let other =
            grace.request("GET".parse().unwrap(), "/page", &[("if-none-match", "\"other\"")], None).await;
        assert_eq!(other.text, first.text);
    });
}

#[test]
fn it_comes_compressed_as_the_client_takes_it() {
    tell(async {
        let times = Arc::default();
        let (_world, grace) = world(&times).await;
        let plain =
            grace.request("GET".parse().unwrap(), "/page", &[("accept-encoding", "identity")], None).await;
        let length = |answer: &timeslot_chassis::world::Answer| {
            answer.headers["content-length"].to_str().unwrap().parse::<usize>().unwrap()
        };
        assert!(!plain.headers.contains_key("content-encoding"));
        assert_eq!(length(&plain), plain.text.len());
        let brotli =
            grace.request("GET".parse().unwrap(), "/page", &[("accept-encoding", "gzip, br")], None).await;
        assert_eq!(brotli.headers["content-encoding"], "br");
        assert!(length(&brotli) < 200, "{}", length(&brotli));
        // This client undoes gzip by itself, and hides the header with it.
        let gzip = grace.request("GET".parse().unwrap(), "/page", &[("accept-encoding", "gzip")], None).await;
        assert_eq!(gzip.text, plain.text);
        for answer in [&plain, &brotli] {
            assert_eq!(answer.headers.get_all("vary").iter().count(), 1, "{:?}", answer.headers);
            assert_eq!(answer.headers["etag"], plain.headers["etag"]);
        }
    });
}

//! The server is killed while people book, move and cancel; what was answered holds, and every letter arrives.

use futures::future::join_all;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use timeslot_chassis::both;
use timeslot_chassis::world::{Answer, Person, World};
use timeslot_store::{Error, args};
use timeslot_tests::ada::wish;
use timeslot_tests::house::{House, Running};
use timeslot_tests::postbox::Postbox;
use timeslot_tests::{is_long, letters::texts};
use tokio::sync::watch;

/// Where a process dies: between any two things that one can see from outside.
const POINTS: &[&str] = &[
    "before-commit",
    "after-commit",
    "job-claimed",
    "letter-announced",
    "letter-taken",
    "job-carried-out",
    "job-ended",
];
/// Customers who act at once.
const AT_ONCE: usize = 8;
/// Letters that may be on their way when a server dies, and so be sent again.
const ON_THE_WAY: usize = 16;

/// What a customer was told: the booking's id and token, and what it was like when it was last answered.
#[derive(Debug)]
struct Promise {
    id: String,
    token: String,
    email: String,
    state: &'static str,
    start: String,
    /// What was asked for when the line broke: that may have happened, or not.
    in_doubt: Option<(&'static str, String)>,
}

async fn send(person: &Person, path: &str, key: &str, body: &Value) -> Result<Answer, String> {
    let fields = [("idempotency-key", key), ("content-type", "application/json")];
    person.attempt("POST".parse().unwrap(), path, &fields, Some(body.to_string().into_bytes())).await
}

/// Ada can be booked for five minutes at any time of the day.
async fn open_house(server: &Running) {
    let ada = server.person("ada");
    let login = json!({ "email": "ada@example.com", "password": "correct horse battery" });
    ada.post("/api/v1/auth/login", login).await.gives(200);
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let weekly: Value = days
        .iter()
        .map(|day| (*day, json!([{ "start": "00:00", "end": "24:00" }])))
        .collect::<BTreeMap<_, _>>()
        .into_iter()
        .collect();
    let hours = json!({ "name": "Always", "time_zone": "UTC", "weekly": weekly });
    let schedule = ada.post("/api/v1/user/schedules", hours).await.expect(201).text_at("/id");
    let intro = json!({
        "slug": "intro", "title": "Intro", "duration_minutes": 5, "schedule_id": schedule, "reminders_minutes": []
    });
    ada.post("/api/v1/user/event-types", intro).await.gives(201);
}

/// The starts that the server offers from the day on at which it next can be booked, six weeks long.
async fn starts(server: &Running) -> Vec<String> {
    let grace = server.person("grace");
    let page = grace.get("/api/v1/client/pages/ada/intro").await.expect(200);
    let first = page.header("date").map(|date| jiff::fmt::rfc2822::parse(date).unwrap().date()).unwrap();
    let (from, to) = (first + jiff::Span::new().days(2), first + jiff::Span::new().days(44));
    let query = format!("/api/v1/client/pages/ada/intro/slots?from={from}&to={to}&time_zone=UTC");
    texts(grace.get(&query).await.expect(200).at("/slots"), "start")
}

/// One customer books; every third then moves and every fourth cancels, until the line breaks.
async fn visit(
    server: &Running,
    number: usize,
    starts: &[String],
    answered: &watch::Sender<usize>,
) -> Option<Promise> {
    let email = format!("customer{number}@example.com");
    let person = server.person(&email);
    let mut body = wish("intro", &starts[2 * number]);
    body["email"] = json!(email);
    let booked =
        send(&person, "/api/v1/client/bookings", &format!("book-{number}"), &body).await.ok()?.expect(201);
    answered.send_modify(|number| *number += 1);
    let mut promise = Promise {
        id: booked.text_at("/booking/id"),
        token: booked.text_at("/manage_token"),
        email,
        state: "confirmed",
        start: starts[2 * number].clone(),
        in_doubt: None,
    };
    let holder = server.person("holder").bearing(&promise.token);
    let step = |verb: &str| format!("/api/v1/client/bookings/{}/{verb}", promise.id);
    if number.is_multiple_of(3) {
        let start = &starts[2 * number + 1];
        match send(&holder, &step("reschedule"), &format!("move-{number}"), &json!({ "start": start })).await
        {
            Ok(answer) => promise.start = answer.expect(200).text_at("/booking/start"),
            Err(_) => promise.in_doubt = Some(("confirmed", start.clone())),
        }
    }
    if number.is_multiple_of(4) && promise.in_doubt.is_none() {
        match send(&holder, &step("cancel"), &format!("cancel-{number}"), &json!({})).await {
            Ok(answer) => {
                answer.gives(200);
                promise.state = "cancelled";
            }
            Err(_) => promise.in_doubt = Some(("cancelled", promise.start.clone())),
        }
    }
    Some(promise)
}

/// Customers come until one hundred were answered or nobody is any more.
async fn rush(
    server: &Running,
    first: usize,
    count: usize,
    starts: &[String],
    answered: &watch::Sender<usize>,
) -> Vec<Promise> {
    let mut promises = Vec::new();
    for group in (first..first + count).collect::<Vec<_>>().chunks(AT_ONCE) {
        let visits = join_all(group.iter().map(|number| visit(server, *number, starts, answered))).await;
        let broke = visits.iter().any(|it| it.as_ref().is_none_or(|promise| promise.in_doubt.is_some()));
        promises.extend(visits.into_iter().flatten());
        if broke {
            break;
        }
    }
    promises
}

/// Every answer still holds.
async fn check(server: &Running, promises: &[Promise]) {
    for promise in promises {
        let holder = server.person("holder").bearing(&promise.token);
        let seen = holder.get(&format!("/api/v1/client/bookings/{}", promise.id)).await.expect(200);
        let is = (seen.text_at("/booking/state"), seen.text_at("/booking/start"));
        let told = (promise.state.to_owned(), promise.start.clone());
        let doubtful = promise.in_doubt.as_ref().map(|(state, start)| ((*state).to_owned(), start.clone()));
        assert!(is == told || Some(&is) == doubtful.as_ref(), "{promise:?} became {is:?}");
    }
}

/// Asked of the database itself: overlapping live bookings, seats without a booking, and jobs that were given up.
async fn faults(world: &World) -> (i64, i64, i64) {
    let counted: Result<(i64, i64, i64), Error> = world
        .app
        .db()
        .read(|tx| {
            Box::pin(async move {
                tx.one(
                    "SELECT (SELECT COUNT(*) FROM bookings a JOIN bookings b
                        ON a.host_id = b.host_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
                        WHERE a.state = 'confirmed' AND b.state = 'confirmed'),
                      (SELECT CAST(COALESCE(SUM(taken), 0) AS BIGINT) FROM sittings)
                        - (SELECT COUNT(*) FROM bookings WHERE state = 'confirmed'),
                      (SELECT COUNT(*) FROM jobs WHERE state = 'dead')",
                    args![],
                )
                .await
            })
        })
        .await;
    counted.unwrap()
}

/// The bookings that the database knows, by the address of their customer.
async fn booked(world: &World) -> Vec<String> {
    let read: Result<Vec<(String,)>, Error> = world
        .app
        .db()
        .read(|tx| {
            Box::pin(async move {
                tx.all("SELECT c.email FROM bookings b JOIN customers c ON c.id = b.customer_id AND c.host_id = b.host_id", args![]).await
            })
        })
        .await;
    read.unwrap().into_iter().map(|(email,)| email).collect()
}

/// Lets a server serve what is left, and looks at everything.
async fn reckon(world: &World, house: &House, mut postbox: Postbox, promises: &[Promise], deaths: usize) {
    // A job of a dead worker is due again once its lease has run out.
    let released: Result<u64, Error> = world
        .app
        .db()
        .write(|tx| {
            Box::pin(async move {
                tx.execute("UPDATE jobs SET lease_until = run_at WHERE state = 'running'", args![]).await
            })
        })
        .await;
    released.unwrap();
    let server = house.start().await;
    check(&server, promises).await;
    let emails = booked(world).await;
    assert!(emails.len() >= promises.len());
    let told = |postbox: &Postbox| emails.iter().all(|email| postbox.readers().any(|reader| reader == email));
    postbox.wait_until(told).await;
    assert!(promises.iter().all(|promise| emails.contains(&promise.email)));
    assert_eq!(faults(world).await, (0, 0, 0), "overlaps, seats without a booking, jobs given up");
    assert!(
        postbox.doubled() <= deaths * ON_THE_WAY,
        "{} letters came twice after {deaths} deaths",
        postbox.doubled()
    );
    server.kill().await;
    world.leave_jobs();
}

both! {
    async fn a_kill_at_any_moment_breaks_no_promise(world) {
        let postbox = Postbox::open().await;
        let house = House::new(&world, &postbox.url());
        house.ada().await;
        let server = house.start().await;
        open_house(&server).await;
        let starts = starts(&server).await;
        server.kill().await;
        let (rounds, each) = if is_long() { (20, 120) } else { (2, 40) };
        let mut promises = Vec::new();
        for round in 0..rounds {
            let server = house.start().await;
            let answered = watch::Sender::new(0);
            let enough = 5 + round * 7 % 31;
            let rush = rush(&server, round * each, each, &starts, &answered);
            let mut news = answered.subscribe();
            let mut rush = std::pin::pin!(rush);
            tokio::select! {
                biased;
                told = news.wait_for(|number| *number >= enough) => drop(told.unwrap()),
                _ = &mut rush => panic!("{each} customers were too few for {enough} answers"),
            }
            let (rushed, ()) = futures::join!(rush, server.kill());
            assert!(rushed.len() >= enough);
            promises.extend(rushed);
        }
        reckon(&world, &house, postbox, &promises, rounds).await;
    }

    async fn a_death_between_any_two_steps_breaks_no_promise(world) {
        let postbox = Postbox::open().await;
        let house = House::new(&world, &postbox.url());
        house.ada().await;
        let server = house.start().await;
        open_house(&server).await;
        let starts = starts(&server).await;
        server.kill().await;
        let passages: &[u32] = if is_long() { &[9, 10, 11, 14, 20, 35] } else { &[12] };
        let mut promises = Vec::new();
        let (mut customer, mut deaths) = (0, 0);
        for point in POINTS {
            for passage in passages {
                let plan = format!("{point}:{passage}");
                deaths += 1;
                let Some(server) = house.start_doomed(&plan).await else { continue };
                promises.extend(rush(&server, customer, 80, &starts, &watch::Sender::new(0)).await);
                customer += 80;
                server.dies(&plan).await;
            }
        }
        reckon(&world, &house, postbox, &promises, deaths).await;
    }
}

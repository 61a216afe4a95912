//! Many at once: no time is sold twice, whoever is in a hurry.

use futures::future::{BoxFuture, join_all};
use futures::join;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use timeslot_chassis::both;
use timeslot_chassis::world::{Answer, World, tell};
use timeslot_store::{Error, Tx, accounts, args, hosts};
use timeslot_tests::ada::{Ada, Held, ada, book, wish};
use timeslot_tests::letters::texts;
use timeslot_tests::open;
use tokio::sync::oneshot;

fn of(mut wish: Value, number: usize) -> Value {
    wish["email"] = json!(format!("customer{number}@example.com"));
    wish
}

/// Live bookings that overlap another one of the same host, counted by the database itself.
async fn overlaps(world: &World) -> i64 {
    let counted: Result<(i64,), Error> = world
        .app
        .db()
        .read(|tx| {
            Box::pin(async move {
                tx.one(
                    "SELECT COUNT(*) FROM bookings a JOIN bookings b
                     ON a.host_id = b.host_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
                     WHERE a.state IN ('held', 'awaiting_approval', 'confirmed')
                       AND b.state IN ('held', 'awaiting_approval', 'confirmed')",
                    args![],
                )
                .await
            })
        })
        .await;
    counted.unwrap().0
}

fn count(answers: &[Answer]) -> BTreeMap<u16, usize> {
    let mut counts = BTreeMap::new();
    for answer in answers {
        *counts.entry(answer.status).or_default() += 1;
    }
    counts
}

both! {
    async fn two_hundred_want_one_slot(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let wishes = (0..200).map(|number| {
            let key = format!("key-{number}");
            let body = of(wish("intro", "2027-03-02T03:30:00Z"), number);
            let grace = &grace;
            async move { grace.post_once(&key, "/api/v1/client/bookings", body).await }
        });
        let answers = join_all(wishes).await;
        assert_eq!(count(&answers), BTreeMap::from([(201, 1), (409, 199)]));
        world.leave_jobs();
    }

    async fn hundreds_want_overlapping_event_types(world) {
        let world = open(world);
        let ada = ada(&world).await;
        for (slug, minutes) in [("short", 15), ("three-quarters", 45), ("hour", 60), ("long", 100)] {
            ada.event_type(json!({
                "slug": slug, "title": slug, "duration_minutes": minutes, "slot_interval_minutes": 15, "buffer_after_minutes": 5
            })).await;
        }
        let grace = world.person("grace");
        let wishes = (0..400).map(|number| {
            let slug = ["short", "three-quarters", "hour", "long", "intro"][number % 5];
            let minutes = 210 + (number * 37 % 32) * 15;
            let start = format!("2027-03-02T{:02}:{:02}:00Z", minutes / 60, minutes % 60);
            book(&grace, of(wish(slug, &start), number))
        });
        let answers = join_all(wishes).await;
        let counts = count(&answers);
        assert!(counts.keys().all(|status| [201, 409, 422].contains(status)), "{counts:?}");
        assert!(counts[&201] > 5, "{counts:?}");
        assert_eq!(overlaps(&world).await, 0);
        world.leave_jobs();
    }

    async fn movers_and_cancellers_and_bookers_at_once(world) {
        let world = open(world);
        move_cancel_and_book([&world, &world]).await;
    }

    async fn a_request_is_decided_once_whoever_decides_at_once(world) {
        let world = open(world);
        decide_at_once([&world, &world]).await;
    }

    async fn the_last_seats_go_to_no_more_than_there_are(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "seats": 7 })).await;
        let grace = world.person("grace");
        let wishes = (0..60).map(|number| book(&grace, of(wish("intro", "2027-03-02T03:30:00Z"), number)));
        assert_eq!(count(&join_all(wishes).await), BTreeMap::from([(201, 7), (409, 53)]));
        world.leave_jobs();
    }

    async fn a_limit_per_day_holds_under_pressure(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "max_per_day": 3 })).await;
        let grace = world.person("grace");
        let day = starts_of(&grace).await;
        let wishes = day.iter().enumerate().map(|(number, start)| book(&grace, of(wish("intro", start), number)));
        assert_eq!(count(&join_all(wishes).await)[&201], 3);
        world.leave_jobs();
    }

    async fn the_same_key_at_once_is_one_booking(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let same = (0..20).map(|_| grace.post_once("one", "/api/v1/client/bookings", wish("intro", "2027-03-02T03:30:00Z")));
        let answers = join_all(same).await;
        assert!(answers.iter().all(|answer| answer.status == 201 || answer.status == 409), "{:?}", count(&answers));
        let made: Vec<_> = answers.iter().filter(|answer| answer.status == 201).map(|answer| answer.text_at("/booking/id")).collect();
        assert!(made.iter().all(|id| *id == made[0]) && !made.is_empty());
        assert!(answers.iter().filter(|answer| answer.status == 409).all(|answer| answer.text.contains("in-progress")));
        world.leave_jobs();
    }
}

#[test]
fn movers_and_cancellers_and_bookers_at_two_servers() {
    tell(async {
        let (here, there) = two_servers().await;
        move_cancel_and_book([&here, &there]).await;
        there.leave_jobs();
    });
}

#[test]
fn a_request_is_decided_once_at_two_servers() {
    tell(async {
        let (here, there) = two_servers().await;
        decide_at_once([&here, &there]).await;
        there.leave_jobs();
    });
}

#[test]
fn who_waits_behind_the_closing_of_an_account_books_nothing() {
    tell(async {
        let world = open(World::postgres().await);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let now = world.app.now();
        let own = json!({
            "event_type_id": ada.intro, "start": "2027-03-02T04:00:00Z", "name": "Grace Hopper",
            "email": "grace@example.com", "time_zone": "Europe/Berlin"
        });
        let wish = book(&grace, wish("intro", "2027-03-02T03:30:00Z"));
        let both = Box::pin(async { join!(wish, ada.person.post("/api/v1/user/bookings", own)) });
        let (customer, host) = behind(&world, 2, both, move |tx| {
            Box::pin(async move {
                let id = hosts::public_by_handle(tx, "ada").await?.unwrap().id;
                hosts::lock(tx, id).await?;
                accounts::close(tx, id, now).await
            })
        })
        .await;
        customer.gives(404);
        host.gives(401);
        world.leave_jobs();
    });
}

#[test]
fn who_waits_behind_a_suspension_takes_no_step() {
    tell(async {
        let world = open(World::postgres().await);
        let ada = ada(&world).await;
        let held =
            Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let now = world.app.now();
        let moved = ada.step(&held.id, "reschedule", json!({ "start": "2027-03-02T04:00:00Z" }));
        let cancelled = ada.step(&held.id, "cancel", json!({}));
        let both = Box::pin(async { join!(moved, cancelled) });
        let (moved, cancelled) = behind(&world, 2, both, move |tx| {
            Box::pin(async move {
                let id = hosts::public_by_handle(tx, "ada").await?.unwrap().id;
                hosts::lock(tx, id).await?;
                accounts::set_suspended(tx, id, Some(now)).await.map(|_| ())
            })
        })
        .await;
        moved.gives(401);
        cancelled.gives(401);
        world.leave_jobs();
    });
}

#[test]
fn who_waits_behind_the_sweep_of_an_account_orders_no_letter() {
    tell(async {
        let world = open(World::postgres().await);
        let _operator = ada(&world).await;
        let grace = world.person("grace");
        let registration = json!({
            "email": "grace@example.com", "password": "correct horse battery", "name": "Grace", "time_zone": "Europe/Berlin"
        });
        grace.post("/api/v1/auth/register", registration).await.gives(201);
        world.clock.wait(SignedDuration::from_mins(2));
        let later = world.app.now() + SignedDuration::from_hours(24);
        let resent = behind(&world, 1, grace.post("/api/v1/auth/email/resend", json!({})), move |tx| {
            Box::pin(async move {
                assert_eq!(accounts::sweep_unverified(tx, later, 10).await?, 1);
                Ok(())
            })
        })
        .await;
        resent.gives(401);
        let jobs: Result<(i64,), Error> = world
            .app
            .db()
            .read(|tx| {
                Box::pin(async move {
                    tx.one("SELECT COUNT(*) FROM jobs WHERE host_id NOT IN (SELECT id FROM hosts)", args![])
                        .await
                })
            })
            .await;
        assert_eq!(jobs.unwrap().0, 0);
        world.leave_jobs();
    });
}

/// What the requests are answered that begin while a transaction of `work` is open: it is committed once `number` of them
/// wait for it.
async fn behind<R: Future, W>(world: &World, number: i64, requests: R, work: W) -> R::Output
where
    W: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<(), Error>> + Send + 'static,
{
    let (done, is_done) = oneshot::channel();
    let (commit, may_commit) = oneshot::channel();
    let open = world.app.db().write(move |tx| {
        Box::pin(async move {
            work(tx).await?;
            done.send(()).unwrap();
            may_commit.await.unwrap();
            Ok(())
        })
    });
    let once_they_wait = async {
        until_waiting(world, number).await;
        commit.send(()).unwrap();
    };
    let behind = async {
        is_done.await.unwrap();
        join!(requests, once_they_wait).0
    };
    let (committed, answers): (Result<(), Error>, _) = join!(open, behind);
    committed.unwrap();
    answers
}

/// Looks until so many transactions of this database wait for a lock.
async fn until_waiting(world: &World, number: i64) {
    for _ in 0..10_000 {
        let waiting: Result<(i64,), Error> = world
            .app
            .db()
            .read(|tx| {
                Box::pin(async move {
                    let sql = "SELECT COUNT(*) FROM pg_stat_activity
                               WHERE datname = current_database() AND wait_event_type = 'Lock'";
                    tx.one(sql, args![]).await
                })
            })
            .await;
        if waiting.unwrap().0 == number {
            return;
        }
    }
    panic!("not {number} transactions wait for a lock");
}

/// Two servers on one database.
async fn two_servers() -> (World, World) {
    let world = World::postgres().await;
    let twin = open(world.twin());
    (open(world), twin)
}

/// Ada at both, and the starts of a day.
async fn ada_at(worlds: [&World; 2]) -> ([Ada; 2], Vec<String>) {
    let here = ada(worlds[0]).await;
    let person = worlds[1].person("ada");
    let login = json!({ "email": "ada@example.com", "password": "correct horse battery" });
    person.post("/api/v1/auth/login", login).await.gives(200);
    let there = Ada { person, schedule: here.schedule.clone(), intro: here.intro.clone() };
    let day = starts_of(&worlds[0].person("grace")).await;
    ([here, there], day)
}

/// Customers with a booking each at the first starts of the day.
async fn held_by(world: &World, day: &[String]) -> Vec<Held> {
    let grace = world.person("grace");
    let wishes = day.iter().enumerate().map(|(number, start)| book(&grace, of(wish("intro", start), number)));
    join_all(wishes).await.iter().map(Held::of).collect()
}

async fn move_cancel_and_book(worlds: [&World; 2]) {
    let (adas, day) = ada_at(worlds).await;
    let held = held_by(worlds[0], &day[..8]).await;
    let target = &day[12];
    let people = worlds.map(|world| world.person("grace"));
    let movers = held
        .iter()
        .enumerate()
        .map(|(number, held)| held.step(worlds[number % 2], "reschedule", json!({ "start": target })));
    let cancels = held
        .iter()
        .enumerate()
        .take(3)
        .map(|(number, held)| adas[number % 2].step(&held.id, "cancel", json!({})));
    let bookings = (100..120).map(|number| book(&people[number % 2], of(wish("intro", target), number)));
    let (moved, cancelled, fresh) = futures::join!(join_all(movers), join_all(cancels), join_all(bookings));
    for answer in moved.iter().chain(&cancelled).chain(&fresh) {
        let Answer { status, asked, text, .. } = answer;
        assert!([200, 201, 409].contains(status), "{asked} gave {status}: {text}");
    }
    let target_sold = moved.iter().chain(&fresh).filter(|answer| answer.status != 409).count();
    assert!(target_sold >= 1, "nobody got what was free");
    assert_eq!(overlaps(worlds[0]).await, 0);
    let seated: Result<(i64, i64), Error> = worlds[0]
        .app
        .db()
        .read(|tx| {
            Box::pin(async move {
                tx.one(
                    "SELECT (SELECT CAST(SUM(taken) AS BIGINT) FROM sittings),
                        (SELECT COUNT(*) FROM bookings WHERE state IN ('held', 'awaiting_approval', 'confirmed'))",
                    args![],
                )
                .await
            })
        })
        .await;
    let (taken, live) = seated.unwrap();
    assert_eq!(taken, live, "every live booking has its seat, and no seat is left behind");
    worlds[0].leave_jobs();
}

async fn decide_at_once(worlds: [&World; 2]) {
    let (adas, day) = ada_at(worlds).await;
    adas[0].change(&adas[0].intro, json!({ "requires_approval": true })).await;
    let held = held_by(worlds[0], &day[..8]).await;
    let people = worlds.map(|world| world.person("grace"));
    let decided = held.iter().enumerate().map(|(number, held)| {
        let (adas, people, start) = (&adas, &people, &day[number]);
        async move {
            let [here, there] = adas;
            futures::join!(
                here.step(&held.id, "approve", json!({})),
                there.step(&held.id, "decline", json!({})),
                held.step(worlds[number % 2], "cancel", json!({})),
                there.step(&held.id, "approve", json!({})),
                here.step(&held.id, "decline", json!({})),
                book(&people[number % 2], of(wish("intro", start), 100 + number)),
            )
        }
    });
    for (held, answers) in held.iter().zip(join_all(decided).await) {
        let (approved, declined, cancelled, approved_again, declined_again, fresh) = answers;
        let all = [&approved, &declined, &cancelled, &approved_again, &declined_again, &fresh];
        let told = all.map(|answer| answer.status);
        assert!(told.iter().all(|status| [200, 201, 409].contains(status)), "{told:?}");
        let times = |answers: [&Answer; 2]| answers.iter().filter(|it| it.status == 200).count();
        let (approvals, refusals) =
            (times([&approved, &approved_again]), times([&declined, &declined_again]));
        assert!(approvals + refusals <= 1, "decided twice: {told:?}");
        // What is cancelled can't be decided any more, and what is declined not cancelled.
        let expected = match (approvals, refusals, cancelled.status) {
            (_, 0, 200) => "cancelled",
            (0, 1, 409) => "declined",
            (1, 0, 409) => "confirmed",
            _ => panic!("nobody decided, or two against each other: {told:?}"),
        };
        assert_eq!(held.look(worlds[1]).await.expect(200).text_at("/booking/state"), expected, "{told:?}");
        assert!(fresh.status == 409 || expected != "confirmed", "sold while it was taken: {told:?}");
    }
    assert_eq!(overlaps(worlds[0]).await, 0);
    worlds[0].leave_jobs();
}

async fn starts_of(person: &timeslot_chassis::world::Person) -> Vec<String> {
    let path = "/api/v1/client/pages/ada/intro/slots?from=2027-03-02&to=2027-03-02&time_zone=Asia/Kolkata";
    texts(person.get(path).await.expect(200).at("/slots"), "start")
}

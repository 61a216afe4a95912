//! A backup is taken, also while bookings come in, and put back elsewhere.

use futures::{StreamExt, join, stream};
use jiff::SignedDuration;
use serde_json::json;
use std::cell::Cell;
use std::path::Path;
use timeslot_chassis::both;
use timeslot_chassis::world::World;
use timeslot_store::backup::{self, Facts};
use timeslot_store::{Error, args, restores};
use timeslot_tests::ada::{Held, ada, book, starts, wish};
use timeslot_tests::letters::letters_to;
use timeslot_tests::open;

// The world begins on Monday 2027-03-01 at 13:30 in Kolkata; each of these is on Tuesday.
const NINE: &str = "2027-03-02T03:30:00Z";
const TEN: &str = "2027-03-02T04:30:00Z";
const ELEVEN: &str = "2027-03-02T05:30:00Z";
/// How many are booked before a backup begins.
const BOOKED: usize = 8;
/// How many people book at one moment.
const AT_ONCE: usize = 4;

async fn take(world: &World, file: &Path) -> u64 {
    let facts = Facts { taken_at: world.now(), key_id: world.app.keys().newest_name() };
    backup::take(world.app.db(), file, facts).await.unwrap()
}

async fn put_back(world: &World, file: &Path) -> Result<backup::Restored, Error> {
    backup::put_back(world.app.db(), file, world.now(), world.app.entropy()).await
}

async fn count(world: &World, sql: &'static str) -> usize {
    let counted: Result<(i64,), Error> =
        world.app.db().read(move |tx| Box::pin(async move { tx.one(sql, args![]).await })).await;
    usize::try_from(counted.unwrap().0).unwrap()
}

async fn release(world: &World, discard: bool) -> u64 {
    let now = world.now();
    let released: Result<u64, Error> = world
        .app
        .db()
        .write(move |tx| Box::pin(async move { restores::release(tx, now, discard).await }))
        .await;
    released.unwrap()
}

/// Ada's instance with a booking whose letters went out and one whose letters wait, and the backup of it.
async fn yesterday(world: &World, file: &Path) -> Vec<Held> {
    let _ada = ada(world).await;
    let grace = world.person("grace");
    let first = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
    assert_eq!(letters_to(world, "grace@example.com").await.len(), 1);
    let second = Held::of(&book(&grace, wish("intro", TEN)).await.expect(201));
    let rows = take(world, file).await;
    assert!(rows > 20, "{rows} rows");
    // What comes after the backup is not in it.
    book(&grace, wish("intro", ELEVEN)).await.gives(201);
    assert_eq!(letters_to(world, "grace@example.com").await.len(), 3);
    world.leave_jobs();
    vec![first, second]
}

/// The house after the fire: everything that was promised by the time of the backup holds.
async fn today(world: World, file: &Path, bookings: &[Held]) {
    let world = open(world);
    world.wait(SignedDuration::from_hours(1));
    let restored = put_back(&world, file).await.unwrap();
    assert_eq!(restored.facts.taken_at.to_string(), "2027-03-01T08:00:00Z");
    assert!(restored.parked >= 2, "{restored:?}");

    // The manage links in letters that were sent go on working, and no slot is sold again.
    for held in bookings {
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "confirmed");
    }
    let grace = world.person("grace");
    let seen = starts(&grace, "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await;
    assert_eq!(seen[0..2], ["2027-03-02T04:00:00Z", "2027-03-02T05:00:00Z"]);
    let _ = book(&grace, wish("intro", TEN)).await.refused(409, "slot-taken");

    // Ada logs in with the password of then; the letters that wait are not sent, nor are new ones.
    let ada = world.person("ada");
    let login = json!({ "email": "ada@example.com", "password": "correct horse battery" });
    ada.post("/api/v1/auth/login", login).await.gives(200);
    book(&grace, wish("intro", ELEVEN)).await.gives(201);
    assert_eq!(letters_to(&world, "grace@example.com").await.len(), 1, "what was sent before");

    // She lets go what isn't overdue: the letters about ten o'clock may have been sent, and they were.
    assert_eq!(release(&world, true).await, 2, "to Grace and to Ada");
    let told = letters_to(&world, "grace@example.com").await;
    assert_eq!(told.len(), 2);
    assert!(told[1].text.contains("06:30"), "eleven in Kolkata is half past six in Berlin: {}", told[1].text);
    world.wait(SignedDuration::from_hours(18));
    let reminded = letters_to(&world, "grace@example.com").await.len();
    assert!(reminded > 2, "reminders of what is to come are sent: {reminded}");
    world.leave_jobs();
}

both! {
    async fn a_backup_brings_everything_back_on_sqlite(world) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("timeslot.backup");
        let bookings = yesterday(&open(world), &file).await;
        today(World::sqlite().await, &file, &bookings).await;
    }

    async fn a_backup_brings_everything_back_on_postgres(world) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("timeslot.backup");
        let bookings = yesterday(&open(world), &file).await;
        today(World::postgres().await, &file, &bookings).await;
    }

    async fn a_backup_taken_while_people_book_is_of_one_instant(world) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("timeslot.backup");
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let day = starts(&grace, "intro", "2027-03-02", "2027-03-05", "Asia/Kolkata").await;
        let mut bookings = stream::iter(day.iter().enumerate()).map(|(number, start)| {
            let mut wish = wish("intro", start);
            wish["email"] = json!(format!("customer{number}@example.com"));
            book(&grace, wish)
        }).buffer_unordered(AT_ONCE);
        for _ in 0..BOOKED {
            bookings.next().await.unwrap().gives(201);
        }
        let answered = Cell::new(BOOKED);
        let going_on = async {
            while let Some(answer) = bookings.next().await {
                answer.gives(201);
                answered.set(answered.get() + 1);
            }
        };
        // It may be ready before the next booking is; the first one that wasn't is looked at.
        let backup = async {
            while answered.get() < day.len() {
                let before = answered.get();
                let _rows = take(&world, &file).await;
                if answered.get() > before {
                    return (before, answered.get());
                }
                std::fs::remove_file(&file).unwrap();
            }
            panic!("nobody booked while it was taken");
        };
        let ((), (before, after)) = join!(going_on, backup);
        world.leave_jobs();

        let again = World::sqlite().await;
        put_back(&again, &file).await.unwrap();
        let held = count(&again, "SELECT COUNT(*) FROM bookings").await;
        assert!((before..=after + AT_ONCE).contains(&held), "{held}, but {before} to {after} were answered");
        for whole in [
            "SELECT COUNT(*) FROM bookings b JOIN sittings s ON s.id = b.sitting_id AND s.taken = 1",
            "SELECT COUNT(*) FROM sittings",
            "SELECT COUNT(*) FROM booking_steps",
            "SELECT COUNT(*) FROM jobs WHERE kind = 'confirmed' AND recipient = 'customer'",
            "SELECT COUNT(*) FROM jobs WHERE kind = 'confirmed' AND recipient = 'host'",
        ] {
            assert_eq!(count(&again, whole).await, held, "{whole}");
        }
        again.leave_jobs();
    }

    async fn every_row_survives_but_sessions(world) {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        let _held = yesterday(&open(world), &first).await;
        let again = World::sqlite().await;
        let restored = put_back(&again, &first).await.unwrap();
        // The restore itself is a row more.
        assert_eq!(take(&again, &second).await, restored.rows + 1);
        again.leave_jobs();
    }

    async fn a_house_that_is_lived_in_is_not_overwritten(world) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("timeslot.backup");
        let world = open(world);
        let _held = yesterday(&world, &file).await;
        let refused = put_back(&world, &file).await.unwrap_err().to_string();
        assert!(refused.contains("has 1 accounts already"), "{refused}");
        // Nor is a file.
        let facts = Facts { taken_at: world.now(), key_id: String::new() };
        let refused = backup::take(world.app.db(), &file, facts).await.unwrap_err().to_string();
        assert!(refused.contains("can't be written"), "{refused}");
    }

    async fn what_is_no_backup_is_refused(world) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("holiday.jpg");
        std::fs::write(&file, "no database").unwrap();
        let refused = put_back(&world, &file).await.unwrap_err().to_string();
        assert!(refused.contains("is no backup of Timeslot"), "{refused}");
    }

    async fn all_that_waited_is_sent_on_demand(world) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("timeslot.backup");
        let _held = yesterday(&open(world), &file).await;
        let again = open(World::sqlite().await);
        again.wait(SignedDuration::from_hours(1));
        put_back(&again, &file).await.unwrap();
        assert_eq!(letters_to(&again, "grace@example.com").await.len(), 1);
        assert_eq!(release(&again, false).await, 0);
        assert_eq!(letters_to(&again, "grace@example.com").await.len(), 2);
        again.leave_jobs();
    }
}

//! The letters of a booking's life, and that every job done twice is done once.

use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::world::World;
use timeslot_store::mailbox::MailboxRow;
use timeslot_store::{Error, args};
use timeslot_tests::ada::{Held, ada, book, wish};
use timeslot_tests::letters::{letters, letters_to, token};
use timeslot_tests::open;

const NINE: &str = "2027-03-02T03:30:00Z";

fn calendar_field(letter: &MailboxRow, field: &str) -> String {
    let calendar =
        letter.calendar.as_deref().unwrap_or_else(|| panic!("“{}” has no calendar part", letter.subject));
    let line = calendar.lines().find(|line| line.starts_with(field));
    line.unwrap_or_else(|| panic!("no {field} in {calendar}")).trim_end().to_owned()
}

async fn run_everything_again(world: &World) {
    let changed: Result<u64, Error> = world
        .app
        .db()
        .write(|tx| {
            Box::pin(async move {
                tx.execute("UPDATE jobs SET state = 'ready' WHERE state IN ('done', 'skipped')", args![])
                    .await
            })
        })
        .await;
    assert!(changed.unwrap() > 0);
    world.run_due().await;
}

both! {
    async fn both_sides_get_proper_letters_all_along(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let before = letters(&world).await.len();
        let mut with_guest = wish("intro", NINE);
        ada.change(&ada.intro, json!({ "max_guests": 1 })).await;
        with_guest["guests"] = json!(["rosa@example.com"]);
        let held = Held::of(&book(&world.person("grace"), with_guest).await.expect(201));
        let confirmed = letters(&world).await.split_off(before);
        assert_eq!(confirmed.len(), 3, "{:?}", confirmed.iter().map(|it| (&it.recipient, &it.subject)).collect::<Vec<_>>());
        let to_grace = letters_to(&world, "grace@example.com").await.pop().unwrap();
        assert!(to_grace.text.contains("04:30") && to_grace.text.contains("Berlin") && to_grace.text.contains("UTC+1"), "{}", to_grace.text);
        assert_eq!(calendar_field(&to_grace, "METHOD"), "METHOD:REQUEST");
        assert_eq!(calendar_field(&to_grace, "DTSTART"), "DTSTART:20270302T033000Z");
        assert_eq!(token(&to_grace, "manage"), held.token, "the letter carries the manage link");
        let to_ada = letters_to(&world, "ada@example.com").await.pop().unwrap();
        assert!(to_ada.text.contains("09:00") && to_ada.text.contains("Kolkata"), "{}", to_ada.text);
        let to_rosa = letters_to(&world, "rosa@example.com").await.pop().unwrap();
        assert!(!to_rosa.text.contains("/manage/"), "a guest gets no manage link");

        held.step(&world, "reschedule", json!({ "start": "2027-03-03T03:30:00Z" })).await.gives(200);
        let moved = letters_to(&world, "grace@example.com").await.pop().unwrap();
        assert_eq!(calendar_field(&moved, "UID"), calendar_field(&to_grace, "UID"));
        assert!(calendar_field(&moved, "SEQUENCE") > calendar_field(&to_grace, "SEQUENCE"));
        ada.step(&held.id, "cancel", json!({ "reason": "Ill in bed" })).await.gives(200);
        let cancelled = letters_to(&world, "grace@example.com").await.pop().unwrap();
        assert_eq!(calendar_field(&cancelled, "METHOD"), "METHOD:CANCEL");
        assert!(cancelled.text.contains("Ill in bed"));
        assert!(letters_to(&world, "rosa@example.com").await.pop().unwrap().calendar.unwrap().contains("METHOD:CANCEL"));
        world.wait(SignedDuration::from_hours(72));
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 3, "no reminder of what was called off");
        world.leave_jobs();
    }

    async fn reminders_come_in_time_and_never_late(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        book(&world.person("grace"), wish("intro", "2027-03-03T03:30:00Z")).await.gives(201);
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 1);
        world.wait(SignedDuration::from_mins(19 * 60 + 30));
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 2, "a day before");
        world.wait(SignedDuration::from_hours(25));
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 2, "the meeting has begun, so the second is dropped");
        world.leave_jobs();
    }

    async fn every_job_done_twice_is_done_once(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", NINE)).await.expect(201));
        let _ = letters(&world).await;
        held.step(&world, "reschedule", json!({ "start": "2027-03-03T03:30:00Z" })).await.gives(200);
        let _ = letters(&world).await;
        held.step(&world, "cancel", json!({})).await.gives(200);
        ada.change(&ada.intro, json!({ "requires_approval": true })).await;
        let asked = Held::of(&book(&world.person("linus"), wish("intro", NINE)).await.expect(201));
        let _ = letters(&world).await;
        ada.step(&asked.id, "approve", json!({})).await.gives(200);
        world.worker().tick().await.unwrap();
        let before: Vec<_> = letters(&world).await.into_iter().map(|it| (it.recipient, it.subject)).collect();
        let bookings = ada.person.get("/api/v1/user/bookings").await.expect(200).json;
        run_everything_again(&world).await;
        let after: Vec<_> = letters(&world).await.into_iter().map(|it| (it.recipient, it.subject)).collect();
        assert_eq!(before, after);
        assert_eq!(ada.person.get("/api/v1/user/bookings").await.expect(200).json, bookings);
        world.leave_jobs();
    }
}

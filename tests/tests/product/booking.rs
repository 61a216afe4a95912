//! Grace books, looks, moves and cancels.

use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_tests::ada::{Held, ada, book, host, publish, starts, wish};
use timeslot_tests::letters::{letters, letters_to, token};
use timeslot_tests::open;

// The world begins on Monday 2027-03-01 at 13:30 in Kolkata.
const NINE: &str = "2027-03-02T03:30:00Z";
const HALF_PAST_NINE: &str = "2027-03-02T04:00:00Z";
const TEN: &str = "2027-03-02T04:30:00Z";

both! {
    async fn grace_books_what_she_sees(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let seen = starts(&grace, "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await;
        assert_eq!((seen.len(), seen[0].as_str(), seen[15].as_str()), (16, NINE, "2027-03-02T11:00:00Z"));
        let booked = book(&grace, wish("intro", NINE)).await.expect(201);
        assert_eq!(booked.text_at("/booking/state"), "confirmed");
        assert_eq!(booked.text_at("/booking/end"), HALF_PAST_NINE);
        assert_eq!(booked.text_at("/booking/host/name"), "Ada");
        let seen = starts(&grace, "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await;
        assert!(!seen.contains(&NINE.to_owned()) && seen.len() == 15);
        world.leave_jobs();
    }

    async fn a_meeting_is_as_long_as_the_page_said(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let seen = |minutes: u32| {
            let mut wish = wish("intro", NINE);
            wish["duration_minutes"] = json!(minutes);
            wish
        };
        ada.change(&ada.intro, json!({ "duration_minutes": 60 })).await;
        let refused = book(&grace, seen(30)).await.refused(409, "terms-changed");
        assert!(refused.text_at("/detail").contains("60 minutes now"), "{}", refused.text);
        let booked = book(&grace, seen(60)).await.expect(201);
        assert_eq!(booked.text_at("/booking/end"), TEN);
        world.leave_jobs();
    }

    async fn the_same_time_is_not_sold_twice(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.event_type(json!({ "slug": "long", "title": "Long", "duration_minutes": 90 })).await;
        let grace = world.person("grace");
        book(&grace, wish("intro", HALF_PAST_NINE)).await.gives(201);
        let refused = book(&grace, wish("intro", HALF_PAST_NINE)).await.refused(409, "slot-taken");
        assert_eq!(refused.at("/alternatives"), &json!([NINE, TEN, "2027-03-02T05:00:00Z"]));
        // Neither is a time that merely overlaps, of another event type.
        let _ = book(&grace, wish("long", NINE)).await.refused(409, "slot-taken");
        book(&grace, wish("long", "2027-03-02T05:00:00Z")).await.gives(201);
        world.leave_jobs();
    }

    async fn what_is_no_slot_is_refused(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let off_the_grid = wish("intro", "2027-03-02T03:40:00Z");
        let _ = book(&grace, off_the_grid).await.refused(422, "not-a-slot");
        let at_night = wish("intro", "2027-03-02T20:00:00Z");
        let _ = book(&grace, at_night).await.refused(422, "not-a-slot");
        let on_saturday = wish("intro", "2027-03-06T03:30:00Z");
        let _ = book(&grace, on_saturday).await.refused(422, "not-a-slot");
        let in_the_past = wish("intro", "2027-03-01T03:30:00Z");
        let _ = book(&grace, in_the_past).await.refused(409, "slot-taken");
        // However long ago, what is near it now is what comes next.
        world.wait(SignedDuration::from_mins(1));
        let in_january = wish("intro", "2027-01-19T03:30:00Z");
        let refused = book(&grace, in_january).await.refused(409, "slot-taken");
        let next = starts(&grace, "intro", "2027-03-01", "2027-03-02", "Asia/Kolkata").await;
        assert_eq!(refused.at("/alternatives"), &json!(next[..3]));
        let _ = book(&grace, wish("nothing", NINE)).await.refused(404, "not-found");
        world.leave_jobs();
    }

    async fn the_manage_link_shows_moves_and_cancels(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", NINE)).await.expect(201));
        let seen = held.look(&world).await.expect(200);
        assert_eq!((seen.at("/booking/can_cancel"), seen.at("/booking/can_reschedule")), (&json!(true), &json!(true)));
        let moved = held.step(&world, "reschedule", json!({ "start": TEN })).await.expect(200);
        assert_eq!((moved.text_at("/booking/start"), moved.at("/booking/version")), (TEN.into(), &json!(2)));
        let open_again = starts(&world.person("grace"), "intro", "2027-03-02", "2027-03-02", "UTC").await;
        assert!(open_again.contains(&NINE.to_owned()) && !open_again.contains(&TEN.to_owned()));
        let cancelled = held.step(&world, "cancel", json!({ "reason": "Our launch moved" })).await.expect(200);
        assert_eq!(cancelled.text_at("/booking/state"), "cancelled");
        let _ = held.step(&world, "cancel", json!({})).await.refused(409, "wrong-state");
        let _ = held.step(&world, "reschedule", json!({ "start": NINE })).await.refused(409, "wrong-state");
        let open_again = starts(&world.person("grace"), "intro", "2027-03-02", "2027-03-02", "UTC").await;
        assert!(open_again.contains(&TEN.to_owned()));
        world.leave_jobs();
    }

    async fn a_moved_booking_does_not_stand_in_its_own_way(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "duration_minutes": 60, "slot_interval_minutes": 30, "max_per_day": 1 })).await;
        let grace = world.person("grace");
        let held = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
        let moved = held.step(&world, "reschedule", json!({ "start": HALF_PAST_NINE })).await.expect(200);
        assert_eq!(moved.text_at("/booking/start"), HALF_PAST_NINE);
        // To where it stands already is no move.
        let again = held.step(&world, "reschedule", json!({ "start": HALF_PAST_NINE })).await.expect(200);
        assert_eq!(again.at("/booking/version"), &json!(2));
        world.leave_jobs();
    }

    async fn a_move_to_a_taken_time_changes_nothing(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let held = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
        book(&grace, wish("intro", TEN)).await.gives(201);
        let refused = held.step(&world, "reschedule", json!({ "start": TEN })).await.refused(409, "slot-taken");
        assert_eq!(refused.at("/alternatives").as_array().map(Vec::len), Some(3));
        let _ = held.step(&world, "reschedule", json!({ "start": "2027-03-02T04:31:00Z" })).await.refused(422, "not-a-slot");
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/start"), NINE);
        world.leave_jobs();
    }

    async fn customers_are_bound_by_the_cut_offs_and_hosts_are_not(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "cancel_cutoff_minutes": 1440, "reschedule_cutoff_minutes": 120 })).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", TEN)).await.expect(201));
        let seen = held.look(&world).await.expect(200);
        assert_eq!(seen.text_at("/booking/reschedule_until"), "2027-03-02T02:30:00Z");
        let _ = held.step(&world, "cancel", json!({})).await.refused(409, "cut-off-passed");
        held.step(&world, "reschedule", json!({ "start": NINE })).await.gives(200);
        world.wait(SignedDuration::from_hours(18));
        let _ = held.step(&world, "reschedule", json!({ "start": TEN })).await.refused(409, "cut-off-passed");
        ada.step(&held.id, "cancel", json!({ "reason": "Ill" })).await.gives(200);
        world.leave_jobs();
    }

    async fn three_moves_are_the_most(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", NINE)).await.expect(201));
        for start in [HALF_PAST_NINE, TEN, NINE] {
            held.step(&world, "reschedule", json!({ "start": start })).await.gives(200);
        }
        let _ = held.step(&world, "reschedule", json!({ "start": TEN })).await.refused(409, "too-many-moves");
        world.leave_jobs();
    }

    async fn the_same_request_twice_is_one_booking(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let path = "/api/v1/client/bookings";
        let first = grace.post_once("key-1", path, wish("intro", NINE)).await.expect(201);
        let again = grace.post_once("key-1", path, wish("intro", NINE)).await.expect(201);
        assert_eq!(first.json, again.json, "the token is derived again");
        let _ = grace.post_once("key-1", path, wish("intro", TEN)).await.refused(422, "idempotency-mismatch");
        // A refusal isn't kept: once the time is free, the same key books it.
        let _ = grace.post_once("key-2", path, wish("intro", NINE)).await.refused(409, "slot-taken");
        ada.step(&first.text_at("/booking/id"), "cancel", json!({})).await.gives(200);
        grace.post_once("key-2", path, wish("intro", NINE)).await.gives(201);
        // Somebody else's key is another key.
        let linus = world.person("linus").on("203.0.113.9");
        linus.post_once("key-1", path, wish("intro", TEN)).await.gives(201);
        world.leave_jobs();
    }

    async fn questions_guests_and_notes_come_along(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let questions = json!([
            { "id": "what", "kind": "long_text", "label": "What should we look at?", "required": true },
            { "id": "colour", "kind": "choice", "label": "Colour", "choices": ["red", "blue"] }
        ]);
        ada.change(&ada.intro, json!({ "questions": questions, "max_guests": 2 })).await;
        let grace = world.person("grace");
        let _ = book(&grace, wish("intro", NINE)).await.wrong_fields(&["answers.what"]);
        let mut full = wish("intro", NINE);
        full["answers"] = json!([{ "question_id": "what", "value": "The sign-up" }, { "question_id": "colour", "value": "green" }]);
        full["guests"] = json!(["a@example.com", "b@example.com", "c@example.com"]);
        full["notes"] = json!("We’re late\r\nsometimes");
        let _ = book(&grace, full.clone()).await.wrong_fields(&["guests", "answers.colour"]);
        full["answers"][1]["value"] = json!("blue");
        full["guests"] = json!(["a@example.com", "A@example.com", "b@example.com"]);
        let booked = book(&grace, full).await.expect(201);
        assert_eq!(booked.at("/booking/guests"), &json!(["a@example.com", "b@example.com"]));
        let seen = ada.person.get(&format!("/api/v1/user/bookings/{}", booked.text_at("/booking/id"))).await.expect(200);
        assert_eq!(seen.text_at("/answers/0/label"), "What should we look at?");
        assert_eq!(seen.text_at("/notes"), "We’re late\nsometimes");
        world.leave_jobs();
    }

    async fn seats_are_shared_until_none_is_left(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "seats": 2, "max_per_day": 1 })).await;
        let grace = world.person("grace");
        let first = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
        let path = "/api/v1/client/pages/ada/intro/slots?from=2027-03-02&to=2027-03-02&time_zone=Asia/Kolkata";
        let seen = grace.get(path).await.expect(200);
        // One sitting a day: the other times are closed, the begun sitting has a seat.
        assert_eq!(seen.at("/slots").as_array().map(Vec::len), Some(1));
        assert_eq!(seen.at("/slots/0/seats_left"), &json!(1));
        book(&grace, wish("intro", NINE)).await.gives(201);
        let _ = book(&grace, wish("intro", NINE)).await.refused(409, "slot-taken");
        first.step(&world, "cancel", json!({})).await.gives(200);
        book(&grace, wish("intro", NINE)).await.gives(201);
        world.leave_jobs();
    }

    async fn i_did_not_book_this(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let held = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
        let letter = letters_to(&world, "grace@example.com").await.pop().unwrap();
        let owner = world.person("the owner of the address").bearing(&token(&letter, "not-me"));
        owner.post(&format!("/api/v1/client/bookings/{}/not-me", held.id), json!({})).await.gives(204);
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "cancelled");
        let _ = book(&grace, wish("intro", TEN)).await.wrong_fields(&["email"]);
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 1, "nothing more is written to that address");
    }

    async fn who_types_a_strangers_address_cant_silence_it(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let held = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
        // Eve books in Grace's name. She has the manage link of that booking, but not the letter.
        let fake = Held::of(&book(&world.person("eve"), wish("intro", TEN)).await.expect(201));
        let _ = fake.step(&world, "not-me", json!({})).await.refused(404, "not-found");
        world.person("eve").get(&format!("/not-me/{}", fake.token)).await.gives(404);
        let told = letters_to(&world, "grace@example.com").await;
        assert_eq!(told.iter().filter(|letter| letter.subject.starts_with("Booked")).count(), 2, "of Eve's, too");
        let cancel = format!("/api/v1/user/bookings/{}/cancel", held.id);
        ada.person.post(&cancel, json!({ "reason": "I am ill." })).await.gives(200);
        let told = letters_to(&world, "grace@example.com").await;
        assert!(told.iter().any(|letter| letter.text.contains("I am ill.")));
    }

    async fn other_peoples_tokens_open_nothing(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let one = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
        let first_letter = letters_to(&world, "grace@example.com").await.pop().unwrap();
        let other = Held::of(&book(&grace, wish("intro", TEN)).await.expect(201));
        let second_letter = letters_to(&world, "grace@example.com").await.pop().unwrap();
        let letters = [token(&first_letter, "not-me"), token(&second_letter, "not-me")];
        let strange = "x".repeat(71);
        for (id, held, letter) in [
            (&one.id, &other.token, &letters[1]),
            (&other.id, &one.token, &letters[0]),
            (&one.id, &strange, &strange),
            // Each of its own booking, but for the other purpose.
            (&one.id, &letters[0], &one.token),
        ] {
            let path = format!("/api/v1/client/bookings/{id}");
            let holder = world.person("holder").bearing(held);
            let _ = holder.get(&path).await.refused(404, "not-found");
            for (step, body) in [("cancel", json!({})), ("reschedule", json!({ "start": TEN }))] {
                let _ = holder.post(&format!("{path}/{step}"), body).await.refused(404, "not-found");
            }
            let reader = world.person("reader").bearing(letter);
            let _ = reader.post(&format!("{path}/not-me"), json!({})).await.refused(404, "not-found");
        }
        for held in [&one, &other] {
            assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "confirmed");
        }
        let _ = world.person("stranger").get(&format!("/api/v1/client/bookings/{}", one.id)).await.refused(401, "unauthorized");
        world.leave_jobs();
    }

    async fn the_manage_link_is_sent_again_to_those_who_booked(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        book(&grace, wish("intro", NINE)).await.gives(201);
        let before = letters(&world).await.len();
        for email in ["grace@example.com", "nobody@example.com"] {
            let asked = json!({ "email": email, "handle": "ada" });
            grace.post("/api/v1/client/manage-link", asked).await.gives(202);
        }
        let sent = letters(&world).await.split_off(before);
        assert_eq!(sent.len(), 1);
        assert!(sent[0].recipient.contains("grace@example.com") && sent[0].text.contains("/manage/"));
    }

    async fn two_hosts_know_nothing_of_each_other(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let linus = publish(host(&world, "linus").await).await;
        let grace = world.person("grace");
        let held = Held::of(&book(&grace, wish("intro", NINE)).await.expect(201));
        let mut same_time = wish("intro", NINE);
        same_time["handle"] = json!("linus");
        book(&grace, same_time).await.gives(201);
        for path in [format!("bookings/{}", held.id), format!("event-types/{}", ada.intro), format!("schedules/{}", ada.schedule)] {
            let _ = linus.person.get(&format!("/api/v1/user/{path}")).await.refused(404, "not-found");
        }
        let _ = linus.step(&held.id, "cancel", json!({})).await.refused(404, "not-found");
        let mut foreign = json!({ "slug": "x", "title": "X", "duration_minutes": 30 });
        foreign["schedule_id"] = json!(ada.schedule);
        let _ = linus.person.post("/api/v1/user/event-types", foreign).await.wrong_fields(&["schedule_id"]);
        world.leave_jobs();
    }
}

//! Where the host is asked first.

use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::world::World;
use timeslot_tests::ada::{Ada, Held, ada, book, wish};
use timeslot_tests::letters::{letters_to, texts};
use timeslot_tests::open;

const NINE: &str = "2027-03-02T03:30:00Z";
const TEN: &str = "2027-03-02T04:30:00Z";

async fn asking(world: &World) -> (Ada, Held) {
    let ada = ada(world).await;
    ada.change(&ada.intro, json!({ "requires_approval": true, "approval_expires_hours": 2 })).await;
    let asked = book(&world.person("grace"), wish("intro", NINE)).await.expect(201);
    assert_eq!(asked.text_at("/booking/state"), "awaiting_approval");
    assert_eq!(asked.text_at("/booking/expires_at"), "2027-03-01T10:00:00Z");
    (ada, Held::of(&asked))
}

async fn subjects(world: &World, address: &str) -> Vec<String> {
    letters_to(world, address).await.into_iter().map(|letter| letter.subject).collect()
}

both! {
    async fn a_request_blocks_its_time_until_it_is_approved(world) {
        let world = open(world);
        let (ada, held) = asking(&world).await;
        let _ = book(&world.person("linus"), wish("intro", NINE)).await.refused(409, "slot-taken");
        let pending = ada.person.get("/api/v1/user/bookings?view=pending").await.expect(200);
        assert_eq!(texts(pending.at("/items"), "id"), std::slice::from_ref(&held.id));
        let approved = ada.step(&held.id, "approve", json!({})).await.expect(200);
        assert_eq!(approved.text_at("/booking/state"), "confirmed");
        let _ = ada.step(&held.id, "approve", json!({})).await.refused(409, "wrong-state");
        assert_eq!(subjects(&world, "grace@example.com").await.len(), 1, "the older letter is skipped");
        world.leave_jobs();
    }

    async fn a_declined_request_frees_its_time(world) {
        let world = open(world);
        let (ada, held) = asking(&world).await;
        let declined = ada.step(&held.id, "decline", json!({ "reason": "On holiday" })).await.expect(200);
        assert_eq!(declined.text_at("/booking/state"), "declined");
        let letters = letters_to(&world, "grace@example.com").await;
        assert!(letters.iter().any(|letter| letter.text.contains("On holiday")));
        book(&world.person("linus"), wish("intro", NINE)).await.gives(201);
        world.leave_jobs();
    }

    async fn a_request_that_nobody_answers_expires(world) {
        let world = open(world);
        let (ada, held) = asking(&world).await;
        let _ = subjects(&world, "grace@example.com").await;
        world.wait(SignedDuration::from_hours(2));
        let _ = subjects(&world, "grace@example.com").await;
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "expired");
        let _ = ada.step(&held.id, "approve", json!({})).await.refused(409, "wrong-state");
        let cancelled = ada.person.get("/api/v1/user/bookings?view=cancelled").await.expect(200);
        assert_eq!(texts(cancelled.at("/items"), "state"), ["expired"]);
        world.leave_jobs();
    }

    async fn an_outdated_request_makes_way_without_any_job(world) {
        let world = open(world);
        let (_ada, held) = asking(&world).await;
        world.wait(SignedDuration::from_hours(2));
        book(&world.person("linus"), wish("intro", NINE)).await.gives(201);
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "expired");
        world.leave_jobs();
    }

    async fn a_move_waits_for_the_host_and_the_old_time_stays(world) {
        let world = open(world);
        let (ada, held) = asking(&world).await;
        ada.step(&held.id, "approve", json!({})).await.gives(200);
        let asked = held.step(&world, "reschedule", json!({ "start": TEN })).await.expect(200);
        assert_eq!((asked.text_at("/booking/start"), asked.text_at("/booking/proposed_start")), (NINE.into(), TEN.into()));
        ada.step(&held.id, "decline", json!({ "reason": "Ten is my tea" })).await.gives(200);
        let told = letters_to(&world, "grace@example.com").await.pop().unwrap();
        assert!(told.text.contains("Ten is my tea"), "{}", told.text);
        let kept = held.look(&world).await.expect(200);
        assert_eq!((kept.text_at("/booking/start"), kept.at("/booking/proposed_start").is_null()), (NINE.into(), true));
        held.step(&world, "reschedule", json!({ "start": TEN })).await.gives(200);
        let moved = ada.step(&held.id, "approve", json!({})).await.expect(200);
        assert_eq!(moved.text_at("/booking/start"), TEN);
        world.leave_jobs();
    }

    async fn a_move_whose_time_was_taken_meanwhile_is_not_approved(world) {
        let world = open(world);
        let (ada, held) = asking(&world).await;
        ada.step(&held.id, "approve", json!({})).await.gives(200);
        held.step(&world, "reschedule", json!({ "start": TEN })).await.gives(200);
        book(&world.person("linus"), wish("intro", TEN)).await.gives(201);
        let _ = ada.step(&held.id, "approve", json!({})).await.refused(409, "slot-taken");
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/start"), NINE);
        world.leave_jobs();
    }

    async fn what_the_host_books_needs_no_approval(world) {
        let world = open(world);
        let (ada, _) = asking(&world).await;
        let body = json!({
            "event_type_id": ada.intro, "start": TEN, "name": "Linus", "email": "linus@example.com", "time_zone": "UTC"
        });
        let booked = ada.person.post("/api/v1/user/bookings", body).await.expect(201);
        assert_eq!(booked.text_at("/booking/state"), "confirmed");
        world.leave_jobs();
    }
}

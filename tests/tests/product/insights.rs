//! What was offered and what became of it.

use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_tests::ada::{Held, ada, book, wish};
use timeslot_tests::open;

const MARCH: &str = "/api/v1/user/insights?from=2027-03-01&to=2027-03-31";

both! {
    async fn what_was_offered_is_kept_when_hours_change(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        book(&grace, wish("intro", "2027-03-02T03:30:00Z")).await.gives(201);
        let missed = Held::of(&book(&grace, wish("intro", "2027-03-02T04:00:00Z")).await.expect(201));
        let cancelled = Held::of(&book(&grace, wish("intro", "2027-03-02T04:30:00Z")).await.expect(201));
        cancelled.step(&world, "cancel", json!({})).await.gives(200);
        world.wait(SignedDuration::from_hours(48));
        ada.step(&missed.id, "no-show", json!({})).await.gives(200);
        world.worker().tick().await.unwrap();
        world.run_due().await;
        ada.person.patch(&format!("/api/v1/user/schedules/{}", ada.schedule), json!({ "weekly": {} })).await.gives(200);
        let seen = ada.person.get(MARCH).await.expect(200);
        let tuesday = seen.at("/days/1");
        assert_eq!(tuesday, &json!({
            "date": "2027-03-02", "offered_slots": 16, "offered_minutes": 480, "booked_slots": 2, "booked_minutes": 60,
            "bookings": 2, "cancelled": 1, "no_shows": 1
        }));
        assert_eq!(seen.at("/days").as_array().map(Vec::len), Some(31));
        assert_eq!(seen.text_at("/event_types/0/title"), "Intro call");
        // Counting again changes nothing.
        world.wait(SignedDuration::from_hours(6));
        world.worker().tick().await.unwrap();
        world.run_due().await;
        assert_eq!(ada.person.get(MARCH).await.expect(200).at("/days/1"), tuesday);
        world.leave_jobs();
    }
}

//! Limits that protect people and the instance.

use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_tests::ada::{Held, ada, book, publish, wish};
use timeslot_tests::letters::letters_to;
use timeslot_tests::open;

fn at(number: usize) -> String {
    ["03:30", "04:00", "04:30", "05:00", "05:30", "06:00", "06:30", "07:00"]
        .get(number)
        .map(|time| format!("2027-03-02T{time}:00Z"))
        .unwrap()
}

both! {
    async fn one_address_holds_five_bookings_of_a_host(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        for number in 0..5 {
            book(&grace, wish("intro", &at(number))).await.gives(201);
        }
        let mut shouted = wish("intro", &at(5));
        shouted["email"] = json!("GRACE@Example.com");
        let _ = book(&grace, shouted).await.refused(409, "too-many-bookings");
        let mut other = wish("intro", &at(5));
        other["email"] = json!("linus@example.com");
        book(&grace, other).await.gives(201);
        world.leave_jobs();
    }

    async fn one_network_books_twenty_times_in_ten_minutes(world) {
        let world = open(world.with(|settings| settings.rate_limits.on = true));
        let _ada = ada(&world).await;
        let grace = world.person("grace").on("2001:db8:1:2::7");
        for _ in 0..20 {
            let _ = book(&grace, wish("intro", "2027-03-02T03:31:00Z")).await.refused(422, "not-a-slot");
        }
        let refused = book(&grace, wish("intro", &at(0))).await.refused(429, "too-many-requests");
        assert!(refused.header("retry-after").is_some() && refused.header("ratelimit-limit").is_some());
        // The whole /64 is one network; the next one is another.
        book(&world.person("linus").on("2001:db8:1:2:ffff::1"), wish("intro", &at(0))).await.gives(429);
        book(&world.person("linus").on("2001:db8:1:3::1"), wish("intro", &at(0))).await.gives(201);
        world.leave_jobs();
    }

    async fn one_address_gets_ten_letters_a_day(world) {
        let world = open(world.with(|settings| settings.people.live_bookings_per_customer = 100));
        let ada = ada(&world).await;
        for round in 0..7 {
            let booked = book(&world.person("grace"), wish("intro", &at(round))).await.expect(201);
            let _ = letters_to(&world, "grace@example.com").await;
            ada.step(&booked.text_at("/booking/id"), "cancel", json!({})).await.gives(200);
            let _ = letters_to(&world, "grace@example.com").await;
        }
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 10);
        world.leave_jobs();
    }
}

both! {
    async fn a_suspended_host_takes_nothing_new_and_a_closed_account_stays_closed(world) {
        let world = open(world);
        let olga = timeslot_tests::ada::host(&world, "olga").await;
        let ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", &at(0))).await.expect(201));
        let _ = letters_to(&world, "grace@example.com").await;
        let id = ada.person.get("/api/v1/auth/session").await.expect(200).text_at("/user/id");
        let operate = |step: &'static str| {
            let (olga, path) = (&olga, format!("/api/v1/auth/operator/accounts/{id}/{step}"));
            async move { olga.post(&path, json!({})).await }
        };
        operate("suspend").await.gives(204);
        let _ = held.step(&world, "reschedule", json!({ "start": at(1) })).await.refused(409, "host-away");
        held.step(&world, "cancel", json!({})).await.gives(200);
        let told = letters_to(&world, "grace@example.com").await.pop().unwrap();
        assert!(told.calendar.unwrap().contains("METHOD:CANCEL"), "of the end of a meeting one hears all the same");

        operate("restore").await.gives(204);
        let login = json!({ "email": "ada@example.com", "password": "correct horse battery" });
        let again = world.person("ada");
        again.post("/api/v1/auth/login", login.clone()).await.gives(200);
        again.delete_with("/api/v1/auth/account", json!({ "password": "correct horse battery" })).await.gives(204);
        let _ = operate("restore").await.refused(404, "not-found");
        let _ = again.post("/api/v1/auth/login", login).await.refused(401, "wrong-credentials");
        world.leave_jobs();
    }

    async fn who_never_verified_writes_to_nobody_not_even_by_closing_the_account(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let mallory = world.person("mallory");
        let registration = json!({ "email": "mallory@example.com", "password": "correct horse battery", "name": "Mallory", "time_zone": "UTC" });
        mallory.post("/api/v1/auth/register", registration).await.gives(201);
        let mallory = publish(mallory).await;
        let wish = json!({
            "event_type_id": mallory.intro, "start": at(0),
            "name": "Grace Hopper", "email": "grace@example.com", "time_zone": "UTC",
        });
        let made = mallory.person.post("/api/v1/user/bookings", wish).await.expect(201);
        let booking = made.text_at("/booking/id");
        mallory.step(&booking, "cancel", json!({ "reason": "buy at shop.example" })).await.gives(200);
        world.run_due().await;
        let password = json!({ "password": "correct horse battery" });
        mallory.person.delete_with("/api/v1/auth/account", password).await.gives(204);
        world.wait(SignedDuration::from_mins(1));
        assert!(letters_to(&world, "grace@example.com").await.is_empty());
        // Nobody has shown that the address is Mallory's, so its owner isn't told of an account either.
        assert_eq!(letters_to(&world, "mallory@example.com").await.len(), 1);
        let login = json!({ "email": "mallory@example.com", "password": "correct horse battery" });
        let _ = mallory.person.post("/api/v1/auth/login", login).await.refused(401, "wrong-credentials");
    }
}

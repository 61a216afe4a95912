//! The host's side of bookings: views, steps, timeline, customers.

use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_tests::ada::{Held, ada, book, wish};
use timeslot_tests::letters::{letters, texts};
use timeslot_tests::open;

const NINE: &str = "2027-03-02T03:30:00Z";

both! {
    async fn the_host_books_for_a_customer_and_is_warned(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let body = |start: &str| json!({
            "event_type_id": ada.intro, "start": start, "name": "Grace", "email": "grace@example.com", "time_zone": "Europe/Berlin"
        });
        let at_night = ada.person.post("/api/v1/user/bookings", body("2027-03-02T20:10:00Z")).await.expect(201);
        assert_eq!(texts(at_night.at("/warnings"), "code"), ["not-a-slot"]);
        for mistyped in ["2020-03-02T20:10:00Z", "9927-03-02T20:10:00Z"] {
            ada.person.post("/api/v1/user/bookings", body(mistyped)).await.wrong_fields(&["start"]);
        }
        let taken = ada.person.post("/api/v1/user/bookings", body("2027-03-02T20:30:00Z")).await.refused(409, "slot-taken");
        assert!(taken.at("/alternatives").is_array());
        let again = ada.person.post_once("k", "/api/v1/user/bookings", body(NINE)).await.expect(201);
        let twice = ada.person.post_once("k", "/api/v1/user/bookings", body(NINE)).await.expect(201);
        assert_eq!(again.text_at("/booking/id"), twice.text_at("/booking/id"));
        world.leave_jobs();
    }

    async fn a_warning_names_the_time_on_the_hosts_clock(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let notice = json!({ "minimum_notice_minutes": 2880 });
        ada.person.patch(&format!("/api/v1/user/event-types/{}", ada.intro), notice).await.gives(200);
        let body = json!({
            "event_type_id": ada.intro, "start": NINE, "name": "Grace", "email": "grace@example.com", "time_zone": "Europe/Berlin"
        });
        let soon = ada.person.post("/api/v1/user/bookings", body).await.expect(201);
        assert_eq!(
            texts(soon.at("/warnings"), "message"),
            ["This is shorter notice than customers get; theirs begins on Wed 3 March, 13:30."]
        );
        world.leave_jobs();
    }

    async fn views_are_views_over_the_states(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let mut ids = Vec::new();
        for start in [NINE, "2027-03-02T04:00:00Z", "2027-03-03T03:30:00Z"] {
            ids.push(Held::of(&book(&grace, wish("intro", start)).await.expect(201)).id);
        }
        ada.step(&ids[1], "cancel", json!({})).await.gives(200);
        world.wait(SignedDuration::from_hours(24));
        let seen = |view: &'static str| {
            let ada = &ada;
            async move { texts(ada.person.get(&format!("/api/v1/user/bookings?view={view}")).await.expect(200).at("/items"), "id") }
        };
        assert_eq!(seen("upcoming").await, [ids[2].clone()]);
        assert_eq!(seen("past").await, [ids[0].clone()]);
        assert_eq!(seen("cancelled").await, [ids[1].clone()]);
        assert!(seen("pending").await.is_empty());
        let found = ada.person.get("/api/v1/user/bookings?q=GRACE@").await.expect(200);
        assert_eq!(found.at("/items").as_array().map(Vec::len), Some(1));
        assert_eq!(ada.person.get("/api/v1/user/bookings?q=%25").await.expect(200).at("/items"), &json!([]));
        world.leave_jobs();
    }

    async fn lists_come_in_pages(world) {
        let world = open(world.with(|settings| settings.people.live_bookings_per_customer = 100));
        let ada = ada(&world).await;
        let grace = world.person("grace");
        for half_hours in 0..7 {
            let start = format!("2027-03-02T{:02}:{:02}:00Z", 4 + half_hours / 2, half_hours % 2 * 30);
            let mut wish = wish("intro", &start);
            wish["email"] = json!(format!("customer{half_hours}@example.com"));
            book(&grace, wish).await.gives(201);
        }
        for list in ["bookings", "customers"] {
            let mut seen = Vec::new();
            let mut cursor = String::new();
            loop {
                let page = ada.person.get(&format!("/api/v1/user/{list}?limit=3{cursor}")).await.expect(200);
                seen.extend(texts(page.at("/items"), "id"));
                match page.at("/next_cursor").as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            assert_eq!(seen.len(), 7, "{list}");
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 7, "{list} shows something twice");
        }
        world.leave_jobs();
    }

    async fn a_no_show_is_marked_after_the_meeting_and_taken_back(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", NINE)).await.expect(201));
        let _ = ada.step(&held.id, "no-show", json!({ "no_show": true })).await.refused(409, "not-over");
        world.wait(SignedDuration::from_hours(24));
        let marked = ada.step(&held.id, "no-show", json!({})).await.expect(200);
        assert_eq!(marked.at("/booking/no_show"), &json!(true));
        let customers = ada.person.get("/api/v1/user/customers").await.expect(200);
        assert_eq!((customers.at("/items/0/missed"), customers.at("/items/0/bookings")), (&json!(1), &json!(1)));
        let unmarked = ada.step(&held.id, "no-show", json!({ "no_show": false })).await.expect(200);
        assert_eq!(unmarked.at("/booking/no_show"), &json!(false));
        world.leave_jobs();
    }

    async fn the_timeline_tells_what_happened_and_what_follows(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", NINE)).await.expect(201));
        let _ = letters(&world).await;
        held.step(&world, "reschedule", json!({ "start": "2027-03-03T03:30:00Z" })).await.gives(200);
        let _ = letters(&world).await;
        let seen = ada.person.get(&format!("/api/v1/user/bookings/{}", held.id)).await.expect(200);
        let lines: Vec<(String, String, String)> = seen.at("/timeline").as_array().unwrap().iter()
            .map(|line| (line["kind"].to_string(), line["what"].as_str().unwrap().into(), line["state"].as_str().unwrap().into()))
            .collect();
        let has = |what: &str, state: &str| lines.iter().any(|line| line.1 == what && line.2 == state);
        assert!(has("confirmed", "done") && has("rescheduled", "done") && has("changed", "done"), "{lines:?}");
        assert!(has("reminder", "waiting"), "{lines:?}");
        assert!(has("reminder", "skipped"), "those of the old time are over: {lines:?}");
        let letter = seen.at("/timeline").as_array().unwrap().iter().find(|line| line["what"] == "changed" && line["recipient"] == "customer").unwrap();
        assert_eq!((letter["to"].as_str(), letter["can_retry"].as_bool()), (Some("grace@example.com"), Some(false)));
        let path = format!("bookings/{}/jobs/{}/retry", held.id, letter["id"].as_str().unwrap());
        let _ = ada.person.post(&format!("/api/v1/user/{path}"), json!({})).await.refused(409, "nothing-to-retry");
        world.leave_jobs();
    }

    async fn customers_have_a_history(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        book(&grace, wish("intro", NINE)).await.gives(201);
        book(&grace, wish("intro", "2027-03-03T03:30:00Z")).await.gives(201);
        world.wait(SignedDuration::from_hours(24));
        let listed = ada.person.get("/api/v1/user/customers?q=grace").await.expect(200);
        assert_eq!(listed.at("/items").as_array().map(Vec::len), Some(1));
        assert_eq!(listed.text_at("/items/0/next_at"), "2027-03-03T03:30:00Z");
        let id = listed.text_at("/items/0/id");
        let history = ada.person.get(&format!("/api/v1/user/customers/{id}")).await.expect(200);
        assert_eq!(texts(history.at("/bookings"), "start"), ["2027-03-03T03:30:00Z", NINE]);
        assert_eq!((history.text_at("/customer/last_at"), history.at("/customer/bookings")), (NINE.into(), &json!(2)));
        let export = ada.person.get("/api/v1/user/export").await.expect(200);
        assert_eq!(export.at("/bookings").as_array().map(Vec::len), Some(2));
        world.leave_jobs();
    }

    async fn the_overview_tells_what_is_next(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let seen = ada.person.get("/api/v1/user/overview").await.expect(200);
        assert_eq!(seen.at("/steps"), &json!({ "verified": true, "hours": true, "event_type": true, "link_shared": false, "booked": false }));
        assert!(seen.at("/next").is_null());
        ada.person.post("/api/v1/user/overview/link-shared", json!({})).await.gives(204);
        book(&world.person("grace"), wish("intro", NINE)).await.gives(201);
        let seen = ada.person.get("/api/v1/user/overview").await.expect(200);
        assert_eq!((seen.text_at("/next/start"), seen.at("/counts/upcoming")), (NINE.into(), &json!(1)));
        assert_eq!((seen.at("/steps/link_shared"), seen.at("/steps/booked")), (&json!(true), &json!(true)));
        assert!(seen.at("/counts/available").as_i64() > Some(100));
        world.leave_jobs();
    }
}

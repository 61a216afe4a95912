//! Event types: every field, and what each refuses.

use serde_json::{Value, json};
use timeslot_chassis::both;
use timeslot_tests::ada::{ada, book, starts, wish};
use timeslot_tests::letters::texts;
use timeslot_tests::open;

fn full() -> Value {
    json!({
        "slug": "review", "title": "Design review", "description": "We go through your screens.", "duration_minutes": 45,
        "slot_interval_minutes": 15, "buffer_before_minutes": 10, "buffer_after_minutes": 5, "minimum_notice_minutes": 60,
        "horizon_days": 30, "max_per_day": 4, "max_per_week": 10, "seats": 1, "price": null, "requires_approval": false,
        "approval_expires_hours": 12, "cancel_cutoff_minutes": 60, "reschedule_cutoff_minutes": 60, "date_range": null,
        "max_guests": 3, "location": { "kind": "in_person", "value": "12 Park Street" },
        "questions": [{ "id": "what", "kind": "text", "label": "What?", "required": false, "choices": [] }],
        "reminders_minutes": [60, 2880], "refund_ladder": [{ "hours_before": 24, "percent": 50 }, { "hours_before": 48, "percent": 100 }],
        "visibility": "unlisted", "active": true
    })
}

both! {
    async fn every_field_comes_back(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let id = ada.event_type(full()).await;
        let path = format!("/api/v1/user/event-types/{id}");
        let seen = ada.person.get(&path).await.expect(200);
        for (field, value) in full().as_object().unwrap() {
            let expected = match field.as_str() {
                "reminders_minutes" => json!([2880, 60]),
                "refund_ladder" => json!([{ "hours_before": 48, "percent": 100 }, { "hours_before": 24, "percent": 50 }]),
                _ => value.clone(),
            };
            assert_eq!(seen.at(&format!("/{field}")), &expected, "{field}");
        }
        let cleared = ada.change(&id, json!({ "max_per_day": null, "slot_interval_minutes": null, "horizon_days": null,
            "date_range": { "from": "2027-03-03", "to": "2027-03-03" } })).await;
        assert!(cleared.at("/max_per_day").is_null() && cleared.text_at("/title") == "Design review");
        let seen = starts(&world.person("grace"), "review", "2027-03-01", "2027-03-31", "Asia/Kolkata").await;
        assert_eq!(seen.len(), 10, "45 minutes after one another on one day");
        world.leave_jobs();
    }

    async fn each_field_refuses_what_does_not_fit(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let question = |it: Value| json!({ "questions": [it] });
        for (field, change) in [
            ("title", json!({ "title": "" })),
            ("title", json!({ "title": "x".repeat(10_000) })),
            ("title", json!({ "title": null })),
            ("slug", json!({ "slug": "Über uns" })),
            ("duration_minutes", json!({ "duration_minutes": 0 })),
            ("duration_minutes", json!({ "duration_minutes": 1441 })),
            ("slot_interval_minutes", json!({ "slot_interval_minutes": 1 })),
            ("buffer_before_minutes", json!({ "buffer_before_minutes": -5 })),
            ("horizon_days", json!({ "horizon_days": 731 })),
            ("date_range", json!({ "date_range": { "from": "2027-03-02", "to": "2027-03-01" } })),
            ("date_range", json!({ "horizon_days": 5, "date_range": { "from": "2027-03-01", "to": "2027-03-02" } })),
            ("max_per_day", json!({ "max_per_day": 0 })),
            ("seats", json!({ "seats": 0 })),
            ("price", json!({ "price": { "amount_minor": 150_000, "currency": "INR" } })),
            ("price", json!({ "price": { "amount_minor": 1, "currency": "rupees" } })),
            ("max_guests", json!({ "max_guests": 6 })),
            ("location", json!({ "location": { "kind": "google_meet", "value": "" } })),
            ("location", json!({ "location": { "kind": "link", "value": "javascript:alert(1)" } })),
            ("location", json!({ "location": { "kind": "moon", "value": "" } })),
            ("schedule_id", json!({ "schedule_id": "00000000-0000-7000-8000-000000000000" })),
            ("questions", question(json!({ "id": "a", "kind": "choice", "label": "A", "choices": ["one"] }))),
            ("questions", question(json!({ "id": "a", "kind": "text", "label": "A", "choices": ["one"] }))),
            ("questions", question(json!({ "id": "", "kind": "text", "label": "A" }))),
            ("questions", question(json!({ "id": "a", "kind": "riddle", "label": "A" }))),
            ("reminders_minutes", json!({ "reminders_minutes": [1] })),
            ("reminders_minutes", json!({ "reminders_minutes": [5, 6, 7, 8, 9, 10] })),
            ("refund_ladder", json!({ "refund_ladder": [{ "hours_before": 1, "percent": 100 }, { "hours_before": 9, "percent": 1 }] })),
            ("refund_ladder", json!({ "refund_ladder": [{ "hours_before": 1, "percent": 101 }] })),
            ("visibility", json!({ "visibility": "secret" })),
        ] {
            let path = format!("/api/v1/user/event-types/{}", ada.intro);
            let _ = ada.person.patch(&path, change).await.wrong_fields(&[field]);
        }
        let _ = ada.person.post("/api/v1/user/event-types", json!({})).await
            .wrong_fields(&["slug", "title", "duration_minutes", "schedule_id"]);
        let _ = ada.try_event_type(json!({ "slug": "intro", "title": "Again", "duration_minutes": 30 })).await.wrong_fields(&["slug"]);
        world.leave_jobs();
    }

    async fn one_without_bookings_is_deleted_and_one_with_is_archived(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let other = ada.event_type(json!({ "slug": "other", "title": "Other", "duration_minutes": 30 })).await;
        let booked = book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201);
        for id in [&ada.intro, &other] {
            ada.person.delete(&format!("/api/v1/user/event-types/{id}")).await.gives(204);
        }
        let _ = ada.person.get(&format!("/api/v1/user/event-types/{other}")).await.refused(404, "not-found");
        let kept = ada.person.get(&format!("/api/v1/user/event-types/{}", ada.intro)).await.expect(200);
        assert_eq!(kept.at("/archived"), &json!(true));
        assert_eq!(ada.person.get("/api/v1/user/event-types").await.expect(200).at("/items"), &json!([]));
        let _ = world.person("grace").get("/api/v1/client/pages/ada/intro").await.refused(404, "not-found");
        let seen = ada.person.get(&format!("/api/v1/user/bookings/{}", booked.text_at("/booking/id"))).await.expect(200);
        assert_eq!(seen.text_at("/event_type/title"), "Intro call");
        // The word is free again.
        ada.event_type(json!({ "slug": "intro", "title": "New intro", "duration_minutes": 30 })).await;
        world.leave_jobs();
    }

    async fn bookings_keep_what_was_agreed(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "location": { "kind": "phone", "value": "+91 33 1234 5678" } })).await;
        let booked = book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201);
        ada.change(&ada.intro, json!({ "title": "Changed", "location": { "kind": "in_person", "value": "Elsewhere" }, "duration_minutes": 60 })).await;
        let seen = ada.person.get(&format!("/api/v1/user/bookings/{}", booked.text_at("/booking/id"))).await.expect(200);
        assert_eq!((seen.text_at("/event_type/title"), seen.text_at("/location/value")), ("Intro call".into(), "+91 33 1234 5678".into()));
        assert_eq!(seen.text_at("/end"), "2027-03-02T04:00:00Z");
        world.leave_jobs();
    }

    async fn the_page_lists_what_is_listed_and_active(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.event_type(json!({ "slug": "hidden", "title": "Hidden", "duration_minutes": 30, "visibility": "unlisted" })).await;
        ada.event_type(json!({ "slug": "off", "title": "Off", "duration_minutes": 30, "active": false })).await;
        let grace = world.person("grace");
        let page = grace.get("/api/v1/client/pages/ada").await.expect(200);
        assert_eq!(texts(page.at("/event_types"), "slug"), ["intro"]);
        grace.get("/api/v1/client/pages/ada/hidden").await.gives(200);
        let _ = grace.get("/api/v1/client/pages/ada/off").await.refused(404, "not-found");
        let _ = book(&grace, wish("off", "2027-03-02T03:30:00Z")).await.refused(404, "not-found");
        world.leave_jobs();
    }
}

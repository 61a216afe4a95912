//! Schedules, openings and blocks, and how they show in the slots.

use serde_json::json;
use timeslot_chassis::both;
use timeslot_tests::ada::{ada, book, starts, wish};
use timeslot_tests::letters::texts;
use timeslot_tests::open;

both! {
    async fn hours_are_changed_and_show_at_once(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let path = format!("/api/v1/user/schedules/{}", ada.schedule);
        let two_windows = json!({ "weekly": { "tue": [{ "start": "09:00", "end": "10:00" }, { "start": "23:00", "end": "24:00" }] } });
        ada.person.patch(&path, two_windows).await.gives(200);
        let seen = starts(&grace, "intro", "2027-03-01", "2027-03-05", "Asia/Kolkata").await;
        assert_eq!(seen, ["2027-03-02T03:30:00Z", "2027-03-02T04:00:00Z", "2027-03-02T17:30:00Z", "2027-03-02T18:00:00Z"]);
        let closed = json!({ "overrides": [{ "date": "2027-03-02", "windows": [] }, { "date": "2027-03-03", "windows": [{ "start": "12:00", "end": "12:30" }] }] });
        ada.person.patch(&path, closed).await.gives(200);
        let seen = starts(&grace, "intro", "2027-03-01", "2027-03-05", "Asia/Kolkata").await;
        assert_eq!(seen, ["2027-03-03T06:30:00Z"]);
        world.leave_jobs();
    }

    async fn a_viewer_sees_the_same_instants_on_other_dates(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let at_home = starts(&grace, "intro", "2027-03-02", "2027-03-03", "Asia/Kolkata").await;
        let far_away = starts(&grace, "intro", "2027-03-01", "2027-03-03", "Pacific/Honolulu").await;
        assert!(at_home.iter().all(|start| far_away.contains(start)));
        let monday = starts(&grace, "intro", "2027-03-01", "2027-03-01", "Pacific/Honolulu").await;
        let ends = (monday.first().map(String::as_str), monday.last().map(String::as_str));
        assert_eq!(ends, (Some("2027-03-01T10:00:00Z"), Some("2027-03-02T09:30:00Z")));
        world.leave_jobs();
    }

    async fn openings_add_single_slots(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let saturday = json!({ "event_type_id": ada.intro, "start": "2027-03-06T06:10:00Z", "end": "2027-03-06T07:00:00Z" });
        let opening = ada.person.post("/api/v1/user/openings", saturday.clone()).await.expect(201);
        let _ = ada.person.post("/api/v1/user/openings", saturday).await.refused(409, "opening-exists");
        let seen = starts(&grace, "intro", "2027-03-06", "2027-03-07", "Asia/Kolkata").await;
        assert_eq!(seen, ["2027-03-06T06:10:00Z"]);
        let booked = book(&grace, wish("intro", "2027-03-06T06:10:00Z")).await.expect(201);
        assert_eq!(booked.text_at("/booking/end"), "2027-03-06T07:00:00Z");
        let listed = ada.person.get("/api/v1/user/openings").await.expect(200);
        assert_eq!(listed.at("/items/0/booked"), &json!(true));
        let path = format!("/api/v1/user/openings/{}", opening.text_at("/id"));
        ada.person.delete(&path).await.gives(204);
        let _ = ada.person.delete(&path).await.refused(404, "not-found");
        world.leave_jobs();
    }

    async fn a_series_keeps_its_local_time_across_a_clock_change(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let series = json!({
            "event_type_id": ada.intro, "date": "2027-03-06", "start": "13:00", "count_per_day": 2, "weeks": 3,
            "time_zone": "America/New_York"
        });
        let made = ada.person.post("/api/v1/user/openings/series", series.clone()).await.expect(201);
        let expected = [
            "2027-03-06T18:00:00Z", "2027-03-06T18:30:00Z", "2027-03-13T18:00:00Z", "2027-03-13T18:30:00Z",
            "2027-03-20T17:00:00Z", "2027-03-20T17:30:00Z",
        ];
        assert_eq!(texts(made.at("/items"), "start"), expected);
        let again = ada.person.post("/api/v1/user/openings/series", series).await.expect(201);
        assert_eq!(texts(again.at("/skipped"), "start"), expected);
        world.leave_jobs();
    }

    async fn openings_that_nobody_could_keep_are_refused(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let opening = |start: &str, end: &str| json!({ "event_type_id": ada.intro, "start": start, "end": end });
        let blink = opening("2027-03-06T08:00:00Z", "2027-03-06T08:00:01Z");
        ada.person.post("/api/v1/user/openings", blink).await.wrong_fields(&["end"]);
        let series = |date: &str, start: &str, zone: &str| json!({
            "event_type_id": ada.intro, "date": date, "start": start, "count_per_day": 1, "weeks": 2, "time_zone": zone
        });
        let post = async |body| ada.person.post("/api/v1/user/openings/series", body).await;
        post(series("2027-03-06", "24:00", "Asia/Kolkata")).await.wrong_fields(&["start"]);
        for (date, zone) in [("9999-12-31", "Asia/Kolkata"), ("2027-03-27", "Europe/Berlin")] {
            let made = post(series(date, "02:30", zone)).await.expect(201);
            let told = [made.at("/items"), made.at("/skipped")].map(|it| it.as_array().unwrap().len());
            assert!(told.iter().sum::<usize>() > 0, "{date}: {}", made.text);
        }
        world.leave_jobs();
    }

    async fn blocks_close_time_and_are_taken_back(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let dentist = json!({ "start": "2027-03-02T03:30:00Z", "end": "2027-03-02T11:00:00Z", "reason": "Dentist" });
        let block = ada.person.post("/api/v1/user/blocks", dentist).await.expect(201);
        assert_eq!(starts(&grace, "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await, ["2027-03-02T11:00:00Z"]);
        let _ = book(&grace, wish("intro", "2027-03-02T04:30:00Z")).await.refused(409, "slot-taken");
        ada.person.delete(&format!("/api/v1/user/blocks/{}", block.text_at("/id"))).await.gives(204);
        assert_eq!(starts(&grace, "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await.len(), 16);
        world.leave_jobs();
    }

    async fn an_empty_month_tells_what_is_open_next(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let path = format!("/api/v1/user/schedules/{}", ada.schedule);
        let one_day = json!({ "weekly": {}, "overrides": [{ "date": "2027-07-01", "windows": [{ "start": "12:30", "end": "13:00" }] }] });
        ada.person.patch(&path, one_day).await.gives(200);
        let grace = world.person("grace");
        let march = "/api/v1/client/pages/ada/intro/slots?from=2027-03-01&to=2027-03-31&time_zone=Asia/Kolkata";
        let seen = grace.get(march).await.expect(200);
        assert_eq!((seen.at("/slots"), seen.text_at("/next_open")), (&json!([]), "2027-07-01T07:00:00Z".into()));
        world.leave_jobs();
    }

    async fn schedules_in_use_are_kept(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let second = json!({ "name": "Evenings", "time_zone": "Europe/Berlin", "weekly": {} });
        let second = ada.person.post("/api/v1/user/schedules", second).await.expect(201);
        assert_eq!(second.at("/is_default"), &json!(false));
        let first = format!("/api/v1/user/schedules/{}", ada.schedule);
        let _ = ada.person.delete(&first).await.refused(409, "schedule-in-use");
        let second = format!("/api/v1/user/schedules/{}", second.text_at("/id"));
        ada.person.patch(&second, json!({ "is_default": true })).await.gives(200);
        let _ = ada.person.delete(&second).await.refused(409, "default-schedule");
        let listed = ada.person.get("/api/v1/user/schedules").await.expect(200);
        assert_eq!(texts(listed.at("/items"), "name"), ["Work", "Evenings"]);
        assert_eq!(listed.at("/items/0/is_default"), &json!(false));
        ada.person.patch(&first, json!({ "is_default": true })).await.gives(200);
        ada.person.delete(&second).await.gives(204);
        let _ = ada.person.get(&second).await.refused(404, "not-found");
        world.leave_jobs();
    }

    async fn the_host_tracks_open_booked_and_past_slots(world) {
        let world = open(world);
        let ada = ada(&world).await;
        book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.gives(201);
        let slots = |view: &str| format!("/api/v1/user/slots?from=2027-03-02&to=2027-03-02&view={view}");
        assert_eq!(ada.person.get(&slots("available")).await.expect(200).at("/items").as_array().map(Vec::len), Some(15));
        let booked = ada.person.get(&slots("booked")).await.expect(200);
        assert_eq!(booked.text_at("/items/0/customer_name"), "Grace");
        assert_eq!(ada.person.get(&slots("past")).await.expect(200).at("/items"), &json!([]));
        world.wait(jiff::SignedDuration::from_hours(48));
        assert_eq!(texts(ada.person.get(&slots("past")).await.expect(200).at("/items"), "state"), ["past"]);
        assert_eq!(ada.person.get(&slots("booked")).await.expect(200).at("/items"), &json!([]));
        world.leave_jobs();
    }
}

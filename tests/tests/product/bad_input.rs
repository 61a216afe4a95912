//! Whatever is sent, the answer is a problem that names it: never a 5xx, never half of anything.

use serde_json::{Value, json};
use timeslot_chassis::both;
use timeslot_tests::ada::{Held, ada, book, wish};
use timeslot_tests::letters::letters;
use timeslot_tests::open;

const NINE: &str = "2027-03-02T03:30:00Z";

fn with(field: &str, value: Value) -> Value {
    let mut wish = wish("intro", NINE);
    wish[field] = value;
    wish
}

both! {
    async fn every_field_of_a_booking_is_checked(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        for (field, value) in [
            ("name", json!("")),
            ("name", json!("a\u{0}b")),
            ("name", json!("Grace\r\nBcc: everybody@example.com")),
            ("name", json!("x".repeat(10_000))),
            ("name", json!("a\u{202E}b")),
            ("name", json!(7)),
            ("name", Value::Null),
            ("email", json!("grace@example")),
            ("email", json!("grace@example.com\r\nBcc: all@example.com")),
            ("email", json!("<script>@example.com")),
            ("email", json!(["grace@example.com"])),
            ("time_zone", json!("Mars/Olympus")),
            ("time_zone", json!("../../etc/passwd")),
            ("start", json!("tomorrow")),
            ("start", json!("2027-02-30T09:00:00Z")),
            ("start", json!("+275760-09-13T00:00:00Z")),
            ("start", json!(1_804_000_000)),
            ("notes", json!("x".repeat(10_000))),
            ("notes", json!("\u{1B}[2J")),
            ("guests", json!(["not an address"])),
            ("guests", json!("a@example.com")),
            ("price", json!({ "amount_minor": -1, "currency": "INR" })),
            ("colour", json!("green")),
        ] {
            let answer = book(&grace, with(field, value.clone())).await;
            assert_eq!(answer.status, 422, "{field} {value}: {}", answer.text);
            let named = answer.at("/errors/0/field").as_str().unwrap_or_default().to_owned();
            assert!(named.starts_with(field), "{field} {value}: {}", answer.text);
        }
        let none = grace.get("/api/v1/client/pages/ada/intro/slots?from=2027-03-02&to=2027-03-02").await.expect(200);
        assert_eq!(none.at("/slots").as_array().map(Vec::len), Some(16), "nothing was booked");
        world.leave_jobs();
    }

    async fn names_of_all_the_world_are_names(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "duration_minutes": 15, "slot_interval_minutes": 15 })).await;
        let grace = world.person("grace");
        for (number, name) in ["李雷", "هبة الله", "Zoë 🦆", "O’Neil-Smith, Jr.", "<b>Grace</b> & \"Co\""].iter().enumerate() {
            let mut wish = wish("intro", &format!("2027-03-02T04:{:02}:00Z", number % 4 * 15));
            if number == 4 { wish["start"] = json!("2027-03-02T05:00:00Z"); }
            wish["name"] = json!(name);
            let booked = book(&grace, wish).await.expect(201);
            assert_eq!(booked.text_at("/booking/name"), *name);
            let page = grace.get(&format!("/manage/{}", Held::of(&booked).token)).await.expect(200);
            assert!(!page.text.contains("<b>Grace</b>"), "mark-up of a name stands in a page");
        }
        let letters = letters(&world).await;
        assert!(letters.iter().any(|letter| letter.html.contains("&lt;b&gt;Grace") || letter.html.contains("&lt;b&gt;")));
        assert!(letters.iter().all(|letter| !letter.html.contains("<b>Grace")));
        world.leave_jobs();
    }

    async fn bodies_that_are_none(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let path = "/api/v1/client/bookings";
        let post = |kind: &'static str, body: String| {
            let grace = world.person("grace");
            async move { grace.send("POST".parse().unwrap(), path, Some((kind, body))).await }
        };
        let _ = post("application/json", "{".into()).await.refused(400, "malformed");
        post("application/json", "[1,2".into()).await.gives(400);
        post("application/json", "[]".into()).await.gives(422);
        post("application/json", "\"text\"".into()).await.gives(422);
        post("application/json", String::new()).await.gives(400);
        let _ = post("text/plain", "{}".into()).await.refused(415, "not-json");
        let _ = post("application/x-www-form-urlencoded", "a=b".into()).await.refused(415, "not-json");
        let huge = format!("{{\"name\": \"{}\"}}", "x".repeat(1 << 20));
        let _ = post("application/json", huge).await.refused(413, "too-large");
        let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
        assert!(post("application/json", deep).await.status < 500);
        drop(ada);
        world.leave_jobs();
    }

    async fn queries_that_are_none(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let slots = "/api/v1/client/pages/ada/intro/slots";
        for (query, field) in [
            ("", "from"),
            ("?from=2027-03-01", "to"),
            ("?from=2027-3-1&to=2027-03-02", "from"),
            ("?from=2027-03-02&to=2027-03-01", "to"),
            ("?from=2027-03-01&to=2027-06-01", "to"),
            ("?from=2027-03-01&to=9999-12-31", "to"),
            ("?from=-271821-04-20&to=2027-03-01", "from"),
            ("?from=2027-03-01&to=2027-03-02&time_zone=Nowhere", "time_zone"),
            ("?from=%00&to=2027-03-02", "from"),
        ] {
            let answer = world.person("grace").get(&format!("{slots}{query}")).await;
            assert_eq!(answer.status, 422, "{query}: {}", answer.text);
            assert_eq!(answer.text_at("/errors/0/field"), field, "{query}: {}", answer.text);
        }
        world.person("grace").get(&format!("{slots}?from=9999-12-31&to=9999-12-31&time_zone=UTC")).await.gives(200);
        world.person("grace").get(&format!("{slots}?from=1970-01-01&to=1970-01-31&time_zone=Pacific/Apia")).await.gives(200);
        for path in [
            "bookings?limit=0", "bookings?limit=1000", "bookings?cursor=rubbish", "bookings?view=all", "bookings?event_type_id=7",
            "customers?limit=x", "insights?from=2027-01-01", "insights?from=2020-01-01&to=2027-01-01", "openings?from=yesterday",
            "slots?from=2027-01-01&to=2027-12-31", "slots?from=2027-01-01&to=2027-01-02&view=none",
        ] {
            let _ = ada.person.get(&format!("/api/v1/user/{path}")).await.refused(422, "invalid");
        }
        world.leave_jobs();
    }

    async fn ids_that_are_none_are_nobodys(world) {
        let world = open(world);
        let ada = ada(&world).await;
        for path in ["bookings/7", "bookings/..", "event-types/%00", "schedules/null", "customers/00000000-0000-0000-0000-000000000000"] {
            let answer = ada.person.get(&format!("/api/v1/user/{path}")).await;
            assert!([400, 404].contains(&answer.status), "{path}: {} {}", answer.status, answer.text);
        }
        for path in ["/%00", "/ada/%ff", "/manage/", "/manage/%20", "/a/b/c/d", "/ada/../../etc/passwd", "/api/v1/nothing"] {
            let answer = world.person("grace").get(path).await;
            assert!([400, 404].contains(&answer.status), "{path}: {} {}", answer.status, answer.text);
        }
        let long = format!("/{}", "x".repeat(8000));
        assert!(world.person("grace").get(&long).await.status < 500);
        world.leave_jobs();
    }

    async fn times_at_the_ends_of_the_calendar(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let block = |start: &str, end: &str| ada.person.post("/api/v1/user/blocks", json!({ "start": start, "end": end }));
        let _ = block("2027-03-02T00:00:00Z", "9998-12-31T23:59:59Z").await.wrong_fields(&["end"]);
        let _ = block("9999-01-01T00:00:00Z", "9999-12-31T23:59:59Z").await.wrong_fields(&["end"]);
        block("9998-01-01T00:00:00Z", "9998-12-31T23:59:59Z").await.gives(201);
        let opening = json!({ "event_type_id": ada.intro, "start": "9999-12-31T23:59:59Z" });
        ada.person.post("/api/v1/user/openings", opening).await.gives(422);
        let far = json!({ "event_type_id": ada.intro, "start": "9999-12-31T23:50:00Z", "name": "G", "email": "g@example.com", "time_zone": "UTC" });
        assert!(ada.person.post("/api/v1/user/bookings", far).await.status < 500);
        let series = json!({ "event_type_id": ada.intro, "date": "9998-12-31", "start": "24:00", "count_per_day": 24, "weeks": 52 });
        assert!(ada.person.post("/api/v1/user/openings/series", series).await.status < 500);
        world.leave_jobs();
    }
}

//! Every route walked as nobody, as another host, and from another site.

use serde_json::{Value, json};
use timeslot_chassis::both;
use timeslot_chassis::world::{Answer, Person};
use timeslot_server::command::openapi;
use timeslot_tests::ada::{Held, ada, book, host, publish, starts, wish};
use timeslot_tests::letters::{letters_to, token};
use timeslot_tests::{open, plain};

/// What anybody may ask.
const PUBLIC: &[&str] = &[
    "POST /api/v1/auth/register",
    "GET /api/v1/auth/registration",
    "POST /api/v1/auth/login",
    "POST /api/v1/auth/logout",
    "POST /api/v1/auth/email/verify",
    "POST /api/v1/auth/password/forgot",
    "POST /api/v1/auth/password/reset",
    "GET /api/v1/client/pages/{handle}",
    "GET /api/v1/client/pages/{handle}/{slug}",
    "GET /api/v1/client/pages/{handle}/{slug}/slots",
    "GET /api/v1/client/pages/{handle}/{slug}/stream",
    "POST /api/v1/client/bookings",
    "POST /api/v1/client/manage-link",
];

/// Forms of the public pages, which stand in no description.
const FORMS: &[&str] = &[
    "/ada",
    "/ada/intro?slot=2027-03-02T03:30:00Z",
    "/manage/{token}/cancel",
    "/manage/{token}/reschedule",
    "/not-me/{letter}",
];

/// Every operation of the description.
fn operations() -> Vec<(String, String)> {
    let document = serde_json::to_value(openapi::document().unwrap()).unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys().filter(|key| *key != "parameters") {
            operations.push((method.to_uppercase(), path.clone()));
        }
    }
    assert!(operations.len() > 60, "only {} operations are described", operations.len());
    operations
}

async fn ask(person: &Person, method: &str, path: &str) -> Answer {
    send(person, method, path, "{}").await
}

/// Asks with a JSON body, where the method has one.
async fn send(person: &Person, method: &str, path: &str, body: &str) -> Answer {
    let body = (method != "GET").then(|| ("application/json", body.to_owned()));
    person.send(method.parse().unwrap(), path, body).await
}

fn filled(path: &str, id: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { id } else { part }).collect::<Vec<_>>().join("/")
}

both! {
    async fn nobody_gets_in_anywhere(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let nobody = world.person("nobody");
        for (method, path) in operations() {
            if PUBLIC.contains(&format!("{method} {path}").as_str()) {
                continue;
            }
            let answer = ask(&nobody, &method, &filled(&path, &held.id)).await;
            assert!([401, 404].contains(&answer.status), "{method} {path} gave a stranger {}: {}", answer.status, answer.text);
            assert!(!answer.text.contains("grace@example.com"), "{method} {path}");
        }
        let seen = held.look(&world).await.expect(200);
        assert_eq!(seen.text_at("/booking/state"), "confirmed");
        drop(ada);
        world.leave_jobs();
    }

    async fn another_host_reaches_nothing_of_ada(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let booking = ada.person.get(&format!("/api/v1/user/bookings/{}", held.id)).await.expect(200);
        let opening = json!({ "event_type_id": ada.intro, "start": "2027-03-06T06:00:00Z" });
        let opening = ada.person.post("/api/v1/user/openings", opening).await.expect(201).text_at("/id");
        let block = json!({ "start": "2027-03-07T06:00:00Z", "end": "2027-03-07T07:00:00Z" });
        let block = ada.person.post("/api/v1/user/blocks", block).await.expect(201).text_at("/id");
        let ids = [held.id.clone(), ada.intro.clone(), ada.schedule.clone(), opening, block, booking.text_at("/customer/id")];
        let before = snapshot(&ada.person).await;
        let linus = publish(host(&world, "linus").await).await;
        for (method, path) in operations().into_iter().filter(|(_, path)| path.contains('{') && path.starts_with("/api/v1/user/")) {
            for id in &ids {
                let body = if path.ends_with("reschedule") { "{\"start\":\"2027-03-03T03:30:00Z\"}" } else { "{}" };
                let answer = send(&linus.person, &method, &filled(&path, id), body).await;
                assert_eq!(answer.status, 404, "{method} {path} with Ada's {id}: {}", answer.text);
            }
        }
        assert_eq!(snapshot(&ada.person).await, before);
        world.leave_jobs();
    }

    async fn another_site_changes_nothing(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let cookie = ["timeslot_session", "__Host-timeslot_session", "session", "__Host-session"].iter()
            .find_map(|name| ada.person.cookie(name).map(|value| (*name, value)));
        let (name, value) = cookie.expect("a session cookie");
        for (field, from) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("origin", "null")] {
            let mallory = world.person("mallory").with(field, from);
            mallory.take_cookie(name, &value);
            for (method, path) in operations().into_iter().filter(|(method, _)| method != "GET") {
                let answer = ask(&mallory, &method, &filled(&path, &ada.intro)).await;
                assert_eq!(answer.status, 403, "{method} {path} from {from}: {}", answer.text);
            }
        }
        ada.person.get("/api/v1/auth/session").await.gives(200);
        world.leave_jobs();
    }

    async fn the_forms_of_pages_are_no_side_door(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-03T03:30:00Z")).await.expect(201));
        let letter = letters_to(&world, "grace@example.com").await.pop().unwrap();
        let letter = token(&letter, "not-me");
        let fields = [("name", "Mallory"), ("email", "mallory@example.com"), ("time_zone", "Asia/Kolkata"), ("start", "2027-03-02T04:00:00Z")];
        for form in FORMS {
            let path = form.replace("{token}", &held.token).replace("{letter}", &letter);
            for (field, from) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("origin", "null")] {
                let mallory = world.person("mallory").with(field, from);
                let answer = plain::send(&mallory, &path, &fields).await;
                assert_eq!(answer.status, 403, "{form} from {from}: {}", answer.text);
            }
            if form.contains('{') {
                // Of the other purpose, one too long, none at all.
                for (token, letter) in [(&letter, &held.token), (&format!("{}x", held.token), &format!("{letter}x")), (&held.id, &held.id)] {
                    let path = form.replace("{token}", token).replace("{letter}", letter);
                    plain::send(&world.person("nobody"), &path, &fields).await.gives(404);
                }
            }
            // Opening one changes nothing, whatever it would do.
            world.person("scanner").get(&path).await;
        }
        let seen = held.look(&world).await.expect(200);
        assert_eq!((seen.text_at("/booking/state").as_str(), seen.text_at("/booking/start").as_str()), ("confirmed", "2027-03-03T03:30:00Z"));
        let free = starts(&world.person("grace"), "intro", "2027-03-02", "2027-03-02", "Asia/Kolkata").await;
        assert_eq!(free.len(), 16);
        world.leave_jobs();
    }

    async fn an_ordinary_host_is_no_operator(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let linus = host(&world, "linus").await;
        let nobody = "00000000-0000-7000-8000-000000000000";
        for (method, path) in operations().into_iter().filter(|(_, path)| path.contains("/operator/")) {
            let answer = ask(&linus, &method, &filled(&path, nobody)).await;
            assert_eq!(answer.status, 403, "{method} {path}: {}", answer.text);
        }
        world.leave_jobs();
    }
}

/// Everything of a host that others could spoil.
pub(super) async fn snapshot(person: &Person) -> Vec<Value> {
    let mut seen = Vec::new();
    for path in ["profile", "schedules", "event-types", "openings", "blocks", "bookings", "customers"] {
        seen.push(person.get(&format!("/api/v1/user/{path}")).await.expect(200).json);
    }
    seen
}

//! Kept slots and pages are never older than what was changed: every write of the API is walked.

use jiff::SignedDuration;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use timeslot_chassis::both;
use timeslot_chassis::world::{Answer, Person, World};
use timeslot_server::command::openapi;
use timeslot_tests::ada::{Ada, Held, ada, book, host, publish, wish};
use timeslot_tests::letters::{letters_to, token};
use timeslot_tests::open;

/// Writes that can't change which slots anybody is offered, nor what a public page says, and why.
const CHANGE_NOTHING: &[(&str, &str)] = &[
    ("DELETE /api/v1/auth/api-keys/{id}", "keys open doors, not slots"),
    ("DELETE /api/v1/auth/operator/invitations/{id}", "nobody has come in by it"),
    ("DELETE /api/v1/auth/sessions/{id}", "who is logged in offers nothing"),
    ("DELETE /api/v1/user/schedules/{id}", "refused while an event type keeps its hours"),
    ("POST /api/v1/auth/api-keys", "keys open doors, not slots"),
    ("POST /api/v1/auth/email/change", "the page stays as it is until the new address is verified"),
    ("POST /api/v1/auth/email/resend", "writes a letter"),
    ("POST /api/v1/auth/login", "who is logged in offers nothing"),
    ("POST /api/v1/auth/logout", "who is logged in offers nothing"),
    ("POST /api/v1/auth/operator/invitations", "nobody has come in by it"),
    ("POST /api/v1/auth/password/change", "a password offers nothing"),
    ("POST /api/v1/auth/password/forgot", "writes a letter"),
    ("POST /api/v1/auth/password/reset", "a password offers nothing"),
    ("POST /api/v1/auth/register", "a page is public once its address is verified"),
    ("POST /api/v1/auth/sessions/revoke-others", "who is logged in offers nothing"),
    ("POST /api/v1/client/manage-link", "writes a letter"),
    ("POST /api/v1/email/operator/jobs/{id}/retry", "a job's own steps raise the version"),
    ("POST /api/v1/email/operator/mail/test", "writes a letter"),
    ("PUT /api/v1/email/preferences", "letters alone depend on it"),
    ("POST /api/v1/user/bookings/{id}/jobs/{job_id}/retry", "a job's own steps raise the version"),
    ("POST /api/v1/user/bookings/{id}/no-show", "only what is over is marked"),
    ("POST /api/v1/user/overview/link-shared", "a note for the overview"),
    ("POST /api/v1/user/schedules", "no event type keeps its hours yet"),
];

/// A page that is asked for after every write, as HTML and for its slots.
struct Page<'w> {
    visitor: Person,
    world: &'w World,
    path: String,
    /// The host's page and the booking page.
    html: [String; 2],
    last: (u16, Value),
    /// How many queries were made that nobody had made before.
    computed: i64,
    walked: BTreeSet<&'static str>,
}

impl<'w> Page<'w> {
    async fn of(world: &'w World, handle: &str, slug: &str) -> Self {
        let path = format!("/api/v1/client/pages/{handle}/{slug}/slots?to=2027-03-12&time_zone=Asia/Kolkata");
        let visitor = world.person("visitor");
        let last = seen(&visitor.get(&format!("{path}&from=2027-03-01")).await);
        let html = [format!("/{handle}"), format!("/{handle}/{slug}")];
        let page = Self { visitor, world, path, html, last, computed: 0, walked: BTreeSet::new() };
        // So that there is something to keep, where the page is there already.
        for path in &page.html {
            let (status, html) = page.html(path, PAST).await;
            assert!(matches!(status, 200 | 404), "{path}: {status} {html}");
        }
        page
    }

    /// The HTML as one who asks for a date of the past gets it, which shows in nothing but the page's own links.
    async fn html(&self, path: &str, date: jiff::civil::Date) -> (u16, String) {
        let answer = self.visitor.get(&format!("{path}?date={date}")).await;
        (answer.status, answer.text.replace(&date.to_string(), "the date"))
    }

    /// After `operation` the kept slots are what anybody would compute now, and they aren't what they were.
    async fn changed_by(&mut self, operation: &'static str, answer: &Answer) {
        assert!((200..300).contains(&answer.status), "{operation}: {} {}", answer.status, answer.text);
        let kept = seen(&self.visitor.get(&format!("{}&from=2027-03-01", self.path)).await);
        // The days before offer nothing, and nobody has asked from this one on.
        self.computed += 1;
        let from = jiff::civil::date(2027, 3, 1) - SignedDuration::from_hours(24 * self.computed);
        let computed = seen(&self.visitor.get(&format!("{}&from={from}", self.path)).await);
        assert_eq!(kept, computed, "{operation} left the kept slots behind");
        assert_ne!(kept, self.last, "{operation} was to change the slots");
        self.last = kept;
        for path in &self.html {
            let kept = self.html(path, PAST).await;
            let computed = self.html(path, PAST - SignedDuration::from_hours(24 * self.computed)).await;
            assert_eq!(kept, computed, "{operation} left the kept {path} behind");
        }
        self.walked.insert(operation);
    }

    async fn book(&mut self, slug: &str, start: &str) -> Held {
        let booked = book(&self.world.person("grace"), wish(slug, start)).await;
        self.changed_by("POST /api/v1/client/bookings", &booked).await;
        Held::of(&booked)
    }
}

/// What a visitor sees of an answer.
fn seen(answer: &Answer) -> (u16, Value) {
    (answer.status, json!([answer.json["slots"], answer.json["next_open"]]))
}

/// Long before anything here happens.
const PAST: jiff::civil::Date = jiff::civil::date(2026, 6, 1);
const NINE: &str = "2027-03-02T03:30:00Z";
const TEN: &str = "2027-03-02T04:30:00Z";

both! {
    async fn every_write_either_changes_nothing_or_replaces_what_is_kept(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let mut page = Page::of(&world, "ada", "intro").await;
        customers_steps(&mut page).await;
        hosts_steps(&ada, &mut page).await;
        approvals(&ada, &mut page).await;
        hours(&ada, &mut page).await;
        event_types(&ada, &mut page).await;
        let mut walked = page.walked;
        walked.extend(accounts(&world, &ada).await);
        let named: BTreeSet<&str> = CHANGE_NOTHING.iter().map(|(operation, _)| *operation).collect();
        let both: Vec<_> = named.intersection(&walked).collect();
        assert!(both.is_empty(), "said to change nothing, and yet: {both:?}");
        let known: BTreeSet<String> = named.union(&walked).map(|operation| (*operation).to_owned()).collect();
        assert_eq!(known, writes(), "each write of the API is walked, or named with a reason");
        world.leave_jobs();
    }

    async fn what_expires_comes_back_by_its_job(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "requires_approval": true, "approval_expires_hours": 2 })).await;
        let mut page = Page::of(&world, "ada", "intro").await;
        let _ = page.book("intro", NINE).await;
        world.wait(SignedDuration::from_hours(2));
        world.run_due().await;
        let answer = page.visitor.get("/api/v1/client/pages/ada").await;
        page.changed_by("the job", &answer).await;
        world.leave_jobs();
    }

    async fn time_alone_takes_what_has_begun(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "minimum_notice_minutes": 60, "horizon_days": 5 })).await;
        let mut page = Page::of(&world, "ada", "intro").await;
        for (minutes, what) in [(1, "notice"), (30, "notice"), (9 * 60, "the day's end"), (10 * 60, "the horizon")] {
            world.wait(SignedDuration::from_mins(minutes));
            let answer = page.visitor.get("/api/v1/client/pages/ada").await;
            page.changed_by(what, &answer).await;
        }
        world.leave_jobs();
    }
}

/// What the pages say, and the host's change that makes them say it.
const SAID: &[(&str, &str, &str)] = &[
    ("profile", r#"{"name": "Ada King"}"#, "Ada King"),
    ("profile", r#"{"bio": "Analyst & metaphysician"}"#, "Analyst &amp; metaphysician"),
    ("profile", r#"{"time_zone": "Asia/Kathmandu"}"#, "Asia/Kathmandu"),
    ("profile", r#"{"locale": "de-DE"}"#, "\"locale\":\"de-DE\""),
    ("profile", r#"{"week_start": "sun"}"#, "\"week_start\":\"sun\""),
    ("profile", r#"{"privacy_url": "https://ada.example/privacy"}"#, "https://ada.example/privacy"),
    ("profile", r#"{"terms_url": "https://ada.example/terms"}"#, "https://ada.example/terms"),
    ("profile", r#"{"contact_url": "https://ada.example/contact"}"#, "https://ada.example/contact"),
    ("event type", r#"{"title": "A longer call"}"#, "A longer call"),
    ("event type", r#"{"description": "About numbers"}"#, "About numbers"),
    ("event type", r#"{"seats": 7}"#, "\"seats\":7"),
    ("event type", r#"{"requires_approval": true}"#, "\"requires_approval\":true"),
    ("event type", r#"{"location": {"kind": "phone", "value": "+1 555 0100"}}"#, "\"kind\":\"phone\""),
];

both! {
    async fn what_a_host_writes_is_what_the_kept_pages_say(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let visitor = world.person("visitor");
        for (whose, change, said) in SAID {
            for path in ["/ada", "/ada/intro"] {
                assert!(!visitor.get(path).await.expect(200).text.contains(said), "{path} says {said} already");
            }
            let change = serde_json::from_str(change).unwrap();
            let path = format!("/api/v1/user/event-types/{}", ada.intro);
            let path = if *whose == "profile" { "/api/v1/user/profile" } else { &path };
            ada.person.patch(path, change).await.gives(200);
            for path in ["/ada", "/ada/intro"] {
                let page = visitor.get(path).await.expect(200);
                assert!(page.text.contains(said), "{path} doesn't say {said}");
            }
        }
        ada.person.patch("/api/v1/user/profile", json!({ "handle": "countess" })).await.gives(200);
        for (old, new) in [("/ada", "/countess"), ("/ada/intro", "/countess/intro")] {
            assert_eq!(visitor.get(old).await.expect(307).header("location"), Some(new));
            assert!(visitor.get(new).await.expect(200).text.contains("Ada King"));
        }
        ada.change(&ada.intro, json!({ "visibility": "unlisted" })).await;
        assert!(!visitor.get("/countess").await.expect(200).text.contains("A longer call"));
        ada.change(&ada.intro, json!({ "active": false })).await;
        visitor.get("/countess/intro").await.gives(404);
        world.leave_jobs();
    }
}

/// Every operation of the description that isn't a GET.
fn writes() -> BTreeSet<String> {
    let document = serde_json::to_value(openapi::document().unwrap()).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    let operations = paths.flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().keys().filter(|key| *key != "get" && *key != "parameters");
        methods.map(move |method| format!("{} {path}", method.to_uppercase()))
    });
    operations.collect()
}

async fn customers_steps(page: &mut Page<'_>) {
    let held = page.book("intro", NINE).await;
    let moved = held.step(page.world, "reschedule", json!({ "start": TEN })).await;
    page.changed_by("POST /api/v1/client/bookings/{id}/reschedule", &moved).await;
    let cancelled = held.step(page.world, "cancel", json!({})).await;
    page.changed_by("POST /api/v1/client/bookings/{id}/cancel", &cancelled).await;
    let stranger = book(&page.world.person("linus"), mail("linus@example.com")).await;
    page.changed_by("POST /api/v1/client/bookings", &stranger).await;
    let letter = letters_to(page.world, "linus@example.com").await.pop().unwrap();
    let person = page.world.person("linus").bearing(&token(&letter, "not-me"));
    let id = Held::of(&stranger).id;
    let disowned = person.post(&format!("/api/v1/client/bookings/{id}/not-me"), json!({})).await;
    page.changed_by("POST /api/v1/client/bookings/{id}/not-me", &disowned).await;
}

fn mail(address: &str) -> Value {
    let mut wish = wish("intro", NINE);
    wish["email"] = json!(address);
    wish
}

async fn hosts_steps(ada: &Ada, page: &mut Page<'_>) {
    let body = json!({
        "event_type_id": ada.intro, "start": NINE, "name": "Linus", "email": "someone@example.com", "time_zone": "UTC"
    });
    let booked = ada.person.post("/api/v1/user/bookings", body).await;
    page.changed_by("POST /api/v1/user/bookings", &booked).await;
    let id = booked.text_at("/booking/id");
    let moved = ada.step(&id, "reschedule", json!({ "start": TEN })).await;
    page.changed_by("POST /api/v1/user/bookings/{id}/reschedule", &moved).await;
    let cancelled = ada.step(&id, "cancel", json!({})).await;
    page.changed_by("POST /api/v1/user/bookings/{id}/cancel", &cancelled).await;
}

async fn approvals(ada: &Ada, page: &mut Page<'_>) {
    ada.change(&ada.intro, json!({ "requires_approval": true })).await;
    let refused = page.book("intro", NINE).await;
    let declined = ada.step(&refused.id, "decline", json!({})).await;
    page.changed_by("POST /api/v1/user/bookings/{id}/decline", &declined).await;
    let held = page.book("intro", NINE).await;
    ada.step(&held.id, "approve", json!({})).await.gives(200);
    held.step(page.world, "reschedule", json!({ "start": TEN })).await.gives(200);
    let approved = ada.step(&held.id, "approve", json!({})).await;
    page.changed_by("POST /api/v1/user/bookings/{id}/approve", &approved).await;
    ada.change(&ada.intro, json!({ "requires_approval": false })).await;
}

async fn hours(ada: &Ada, page: &mut Page<'_>) {
    let block = json!({ "start": "2027-03-03T00:00:00Z", "end": "2027-03-04T00:00:00Z" });
    let block = ada.person.post("/api/v1/user/blocks", block).await;
    page.changed_by("POST /api/v1/user/blocks", &block).await;
    let freed = ada.person.delete(&format!("/api/v1/user/blocks/{}", block.text_at("/id"))).await;
    page.changed_by("DELETE /api/v1/user/blocks/{id}", &freed).await;
    let opening = json!({ "event_type_id": ada.intro, "start": "2027-03-07T06:00:00Z" });
    let opening = ada.person.post("/api/v1/user/openings", opening).await;
    page.changed_by("POST /api/v1/user/openings", &opening).await;
    let closed = ada.person.delete(&format!("/api/v1/user/openings/{}", opening.text_at("/id"))).await;
    page.changed_by("DELETE /api/v1/user/openings/{id}", &closed).await;
    let series = json!({ "event_type_id": ada.intro, "date": "2027-03-06", "start": "13:00", "count_per_day": 2, "weeks": 2 });
    let series = ada.person.post("/api/v1/user/openings/series", series).await;
    page.changed_by("POST /api/v1/user/openings/series", &series).await;
    let weekly = json!({ "weekly": { "wed": [{ "start": "10:00", "end": "12:00" }] } });
    let path = format!("/api/v1/user/schedules/{}", ada.schedule);
    let changed = ada.person.patch(&path, weekly).await;
    page.changed_by("PATCH /api/v1/user/schedules/{id}", &changed).await;
}

async fn event_types(ada: &Ada, page: &mut Page<'_>) {
    let path = format!("/api/v1/user/event-types/{}", ada.intro);
    let changed = ada.person.patch(&path, json!({ "duration_minutes": 45 })).await;
    page.changed_by("PATCH /api/v1/user/event-types/{id}", &changed).await;
    let limited = ada.person.patch("/api/v1/user/profile", json!({ "max_per_day": 1 })).await;
    let _ = page.book("intro", "2027-03-03T04:30:00Z").await;
    drop(limited.expect(200));
    let limited = ada.person.patch("/api/v1/user/profile", json!({ "max_per_day": null })).await;
    page.changed_by("PATCH /api/v1/user/profile", &limited).await;
    let mut other = Page::of(page.world, "ada", "other").await;
    let body = json!({
        "slug": "other", "title": "Other", "duration_minutes": 20, "schedule_id": ada.schedule
    });
    let made = ada.person.post("/api/v1/user/event-types", body).await;
    other.changed_by("POST /api/v1/user/event-types", &made).await;
    let gone = ada.person.delete(&format!("/api/v1/user/event-types/{}", made.text_at("/id"))).await;
    other.changed_by("DELETE /api/v1/user/event-types/{id}", &gone).await;
    page.walked.extend(other.walked);
}

async fn accounts(world: &World, ada: &Ada) -> BTreeSet<&'static str> {
    let linus = publish(host(world, "linus").await).await;
    let mut page = Page::of(world, "linus", "intro").await;
    let id = linus.person.get("/api/v1/auth/session").await.expect(200).text_at("/user/id");
    let operator = |step: &str| format!("/api/v1/auth/operator/accounts/{id}/{step}");
    let suspended = ada.person.post(&operator("suspend"), json!({})).await;
    page.changed_by("POST /api/v1/auth/operator/accounts/{id}/suspend", &suspended).await;
    let restored = ada.person.post(&operator("restore"), json!({})).await;
    page.changed_by("POST /api/v1/auth/operator/accounts/{id}/restore", &restored).await;
    let credentials = json!({ "email": "linus@example.com", "password": "correct horse battery" });
    linus.person.post("/api/v1/auth/login", credentials).await.gives(200);
    let closed = linus
        .person
        .delete_with("/api/v1/auth/account", json!({ "password": "correct horse battery" }))
        .await;
    page.changed_by("DELETE /api/v1/auth/account", &closed).await;
    let mut walked = page.walked;
    walked.insert(verified(world).await);
    walked
}

/// A page that nobody sees until its address is verified.
async fn verified(world: &World) -> &'static str {
    let nora = world.person("nora");
    let registration = json!({
        "email": "nora@example.com", "password": "correct horse battery", "name": "Nora", "time_zone": "Asia/Kolkata"
    });
    nora.post("/api/v1/auth/register", registration).await.gives(201);
    nora.patch("/api/v1/user/profile", json!({ "handle": "nora" })).await.gives(200);
    let nora = publish(nora).await;
    let mut page = Page::of(world, "nora", "intro").await;
    let letter = letters_to(world, "nora@example.com").await.pop().unwrap();
    let body = json!({ "token": token(&letter, "verify-email") });
    let answer = nora.person.post("/api/v1/auth/email/verify", body).await;
    let operation = "POST /api/v1/auth/email/verify";
    page.changed_by(operation, &answer).await;
    operation
}

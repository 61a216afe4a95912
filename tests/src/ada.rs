//! Ada, the host, and Grace, who books.

use crate::letters::{letters_to, token};
use serde_json::{Value, json};
use timeslot_chassis::world::{Answer, Person, World};

/// A host whose page is public: weekdays 09:00 to 17:00 in Kolkata, with one event type of 30 minutes.
#[derive(Debug)]
pub struct Ada {
    /// Her browser, logged in.
    pub person: Person,
    /// Her schedule's id.
    pub schedule: String,
    /// The id of the event type `intro`.
    pub intro: String,
}

/// Registers and verifies a host called `handle`.
pub async fn host(world: &World, handle: &str) -> Person {
    let person = world.person(handle);
    let address = format!("{handle}@example.com");
    let registration = json!({
        "email": address, "password": "correct horse battery", "name": capital(handle), "time_zone": "Asia/Kolkata"
    });
    person.post("/api/v1/auth/register", registration).await.gives(201);
    let letter = letters_to(world, &address).await.pop().expect("a letter asks to verify the address");
    let body = json!({ "token": token(&letter, "verify-email") });
    person.post("/api/v1/auth/email/verify", body).await.gives(204);
    person.patch("/api/v1/user/profile", json!({ "handle": handle })).await.gives(200);
    person
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// Ada, ready to be booked.
pub async fn ada(world: &World) -> Ada {
    publish(host(world, "ada").await).await
}

/// Publishes hours and one event type.
pub async fn publish(person: Person) -> Ada {
    let day = json!([{ "start": "09:00", "end": "17:00" }]);
    let hours = json!({
        "name": "Work", "time_zone": "Asia/Kolkata",
        "weekly": { "mon": day, "tue": day, "wed": day, "thu": day, "fri": day }
    });
    let schedule = person.post("/api/v1/user/schedules", hours).await.expect(201).text_at("/id");
    let ada = Ada { person, schedule, intro: String::new() };
    let intro =
        ada.event_type(json!({ "slug": "intro", "title": "Intro call", "duration_minutes": 30 })).await;
    Ada { intro, ..ada }
}

impl Ada {
    /// Makes an event type with her hours, and tells its id.
    pub async fn event_type(&self, body: Value) -> String {
        self.try_event_type(body).await.expect(201).text_at("/id")
    }

    /// Tries to.
    pub async fn try_event_type(&self, mut body: Value) -> Answer {
        body["schedule_id"] = json!(self.schedule);
        self.person.post("/api/v1/user/event-types", body).await
    }

    /// Changes an event type.
    pub async fn change(&self, id: &str, body: Value) -> Answer {
        self.person.patch(&format!("/api/v1/user/event-types/{id}"), body).await.expect(200)
    }

    /// A step with one of her bookings.
    pub async fn step(&self, booking: &str, step: &str, body: Value) -> Answer {
        self.person.post(&format!("/api/v1/user/bookings/{booking}/{step}"), body).await
    }
}

/// What Grace sends to book `start` of Ada's `slug`.
#[must_use]
pub fn wish(slug: &str, start: &str) -> Value {
    json!({
        "handle": "ada", "slug": slug, "start": start, "name": "Grace", "email": "grace@example.com",
        "time_zone": "Europe/Berlin"
    })
}

/// Books, or tries to.
pub async fn book(person: &Person, wish: Value) -> Answer {
    person.post("/api/v1/client/bookings", wish).await
}

/// A booking, as its customer holds it.
#[derive(Debug)]
pub struct Held {
    /// The booking's id.
    pub id: String,
    /// The token of its manage link.
    pub token: String,
}

impl Held {
    /// The booking of a 201.
    #[track_caller]
    #[must_use]
    pub fn of(answer: &Answer) -> Self {
        Self { id: answer.text_at("/booking/id"), token: answer.text_at("/manage_token") }
    }

    /// A step that its customer takes.
    pub async fn step(&self, world: &World, step: &str, body: Value) -> Answer {
        let grace = world.person("grace").bearing(&self.token);
        grace.post(&format!("/api/v1/client/bookings/{}/{step}", self.id), body).await
    }

    /// As its customer sees it.
    pub async fn look(&self, world: &World) -> Answer {
        let grace = world.person("grace").bearing(&self.token);
        grace.get(&format!("/api/v1/client/bookings/{}", self.id)).await
    }
}

/// The open starts of Ada's `slug` from one date to another in `zone`.
pub async fn starts(person: &Person, slug: &str, from: &str, to: &str, zone: &str) -> Vec<String> {
    let path = format!("/api/v1/client/pages/ada/{slug}/slots?from={from}&to={to}&time_zone={zone}");
    crate::letters::texts(person.get(&path).await.expect(200).at("/slots"), "start")
}

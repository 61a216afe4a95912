//! Requests that nobody means well with, made from the API's own description: no 5xx, no trespass, no panic.

use super::strangers::snapshot;
use serde_json::{Map, Value, json};
use timeslot_chassis::both;
use timeslot_chassis::world::{Answer, Person, World};
use timeslot_server::command::openapi;
use timeslot_tests::ada::{Held, ada, book, host, publish, wish};
use timeslot_tests::letters::{letters_to, token};
use timeslot_tests::{is_long, open};

/// Texts that parsers trip over.
const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "-1",
    "null",
    "ada",
    "intro",
    "2027-03-02T03:30:00Z",
    "2027-03-02",
    "9999-12-31T23:59:59Z",
    "-009999-01-01T00:00:00Z",
    "2027-02-30",
    "24:00",
    "Asia/Kolkata",
    "Etc/Nowhere",
    "a@b",
    "ada@example.com",
    "a@b.example\r\nBcc: c@d.example",
    "\u{0}",
    "\u{202e}evil",
    "👩‍👩‍👧‍👦",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "../../etc/passwd",
    "%00",
    "%",
    "\u{feff}",
    "{{7*7}}",
    "🜏",
    "ﷺ",
    "1e309",
    "00000000-0000-7000-8000-000000000000",
];
/// Paths that are not asked: streams have no end, and whoever logs out or leaves can't go on.
const SPARED: &[&str] = &["/stream", "/auth/logout", "/auth/account", "/auth/sessions", "/auth/password"];

/// The same dice with every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let place = self.roll(items.len());
        &items[place]
    }

    fn text(&mut self) -> String {
        match self.roll(12) {
            0 => "x".repeat(10_000),
            1 => "é".repeat(self.roll(300)),
            _ => (*self.pick(TEXTS)).to_owned(),
        }
    }

    fn junk(&mut self, depth: usize) -> Value {
        match self.roll(if depth == 0 { 8 } else { 10 }) {
            0 => Value::Null,
            1 => json!(self.roll(2) == 0),
            2 => json!(i64::MIN),
            3 => json!(u64::MAX),
            4 => json!(1.5e300),
            5 => json!(self.roll(2000)),
            6 | 7 => json!(self.text()),
            8 => (0..self.roll(40)).map(|_| self.junk(depth - 1)).collect(),
            _ => (0..self.roll(5)).map(|_| (self.text(), self.junk(depth - 1))).collect::<Map<_, _>>().into(),
        }
    }
}

/// One operation of the description.
struct Operation {
    method: String,
    path: String,
    queries: Vec<String>,
    body: Value,
}

struct Description {
    document: Value,
    operations: Vec<Operation>,
}

impl Description {
    fn read() -> Self {
        let document = serde_json::to_value(openapi::document().unwrap()).unwrap();
        let mut operations = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                if SPARED.iter().any(|spared| path.contains(spared)) {
                    continue;
                }
                let queries = operation["parameters"].as_array().into_iter().flatten();
                operations.push(Operation {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    queries: queries
                        .filter(|it| it["in"] == "query")
                        .map(|it| it["name"].as_str().unwrap().to_owned())
                        .collect(),
                    body: operation["requestBody"]["content"]["application/json"]["schema"].clone(),
                });
            }
        }
        Self { document, operations }
    }

    /// A value of the schema, or, now and then, of none.
    fn value(&self, dice: &mut Dice, schema: &Value, depth: usize) -> Value {
        if depth == 0 || dice.roll(8) == 0 {
            return dice.junk(2);
        }
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            return self.value(dice, &self.document["components"]["schemas"][name], depth - 1);
        }
        if let Some(choices) = schema["oneOf"].as_array().or_else(|| schema["allOf"].as_array()) {
            let choice = dice.pick(choices).clone();
            return self.value(dice, &choice, depth - 1);
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => dice.pick(kinds).as_str().unwrap_or("null").to_owned(),
            kind => kind.as_str().unwrap_or("object").to_owned(),
        };
        match kind.as_str() {
            "string" => match schema["enum"].as_array() {
                Some(words) => dice.pick(words).clone(),
                None => json!(dice.text()),
            },
            "integer" | "number" => json!(*dice.pick(&[-1_i64, 0, 1, 5, 30, 1440, 100_000, i64::MAX])),
            "boolean" => json!(dice.roll(2) == 0),
            "array" => (0..dice.roll(4)).map(|_| self.value(dice, &schema["items"], depth - 1)).collect(),
            "null" => Value::Null,
            _ => self.object(dice, schema, depth),
        }
    }

    fn object(&self, dice: &mut Dice, schema: &Value, depth: usize) -> Value {
        let mut object = Map::new();
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            if dice.roll(5) > 0 {
                object.insert(name.clone(), self.value(dice, schema, depth - 1));
            }
        }
        if dice.roll(15) == 0 {
            object.insert(dice.text(), dice.junk(2));
        }
        object.into()
    }
}

/// One request, and what came back.
async fn ask(person: &Person, description: &Description, dice: &mut Dice, ids: &[String]) -> Answer {
    let operation = dice.pick(&description.operations);
    let filled = operation.path.split('/').map(|part| match part.strip_prefix('{') {
        Some(_) if dice.roll(4) == 0 => escaped(&dice.text()),
        Some(_) => escaped(dice.pick::<String>(ids)),
        None => part.to_owned(),
    });
    let mut path = filled.collect::<Vec<_>>().join("/");
    for (index, name) in operation.queries.iter().enumerate() {
        if dice.roll(3) > 0 {
            path.push(if index == 0 { '?' } else { '&' });
            path.push_str(name);
            path.push('=');
            path.push_str(&escaped(&dice.text()));
        }
    }
    if operation.method == "GET" {
        return person.get(&path).await;
    }
    let mut body = description.value(dice, &operation.body, 5).to_string();
    if dice.roll(20) == 0 {
        // Broken off half-way.
        body.truncate((0..=body.len() / 2).rev().find(|end| body.is_char_boundary(*end)).unwrap_or(0));
    }
    person.send(operation.method.parse().unwrap(), &path, Some(("application/json", body))).await
}

fn escaped(text: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let short = text.bytes().take(2000);
    short.map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Ada and Eve, each with a customer; Eve attacks as nobody, as a host, and with the link of her own customer.
async fn attack(world: &World, requests: usize, seed: u64) {
    let description = Description::read();
    let mut dice = Dice(seed);
    let ada = ada(world).await;
    let grace = world.person("grace");
    let held = Held::of(&book(&grace, wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
    let eve = publish(host(world, "eve").await).await;
    let mut own = wish("intro", "2027-03-02T03:30:00Z");
    own["handle"] = json!("eve");
    let hers = Held::of(&book(&grace, own).await.expect(201));
    let ids = [&ada.intro, &ada.schedule, &held.id, &eve.intro, &eve.schedule, &hers.id].map(Clone::clone);
    let callers = [world.person("nobody"), eve.person, world.person("holder").bearing(&hers.token)];
    let before = snapshot(&ada.person).await;
    for number in 0..requests {
        let caller = dice.pick(&callers);
        let answer = ask(caller, &description, &mut dice, &ids).await;
        assert!(answer.status < 500, "request {number}, {}: {} {}", answer.asked, answer.status, answer.text);
        if answer.status >= 400 {
            assert_eq!(
                answer.at("/status"),
                &json!(answer.status),
                "request {number}, {}: {}",
                answer.asked,
                answer.text
            );
            assert!(!answer.text_at("/detail").is_empty(), "{}", answer.asked);
        }
    }
    assert_eq!(snapshot(&ada.person).await, before, "nothing of Ada's has changed");
    held.look(world).await.gives(200);
    world.leave_jobs();
}

both! {
    async fn thousands_of_bad_requests_do_no_harm(world) {
        let requests = if is_long() { 10_000 } else { 400 };
        attack(&open(world), requests, 0x7153_0107).await;
    }

    async fn the_link_to_a_booking_with_another_host_opens_nothing_of_ada(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let held = Held::of(&book(&grace, wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let _eve = publish(host(&world, "eve").await).await;
        let mut other = wish("intro", "2027-03-02T03:30:00Z");
        other["handle"] = json!("eve");
        let hers = Held::of(&book(&grace, other).await.expect(201));
        let letter = letters_to(&world, "grace@example.com").await.pop().unwrap();
        let holder = world.person("holder").bearing(&hers.token);
        let reader = world.person("reader").bearing(&token(&letter, "not-me"));
        let before = snapshot(&ada.person).await;
        for operation in Description::read().operations.iter().filter(|it| it.path.contains("bookings/{id}")) {
            let path = operation.path.replace("{id}", &held.id);
            let body = if path.ends_with("reschedule") { json!({ "start": "2027-03-03T03:30:00Z" }) } else { json!({}) };
            let body = (operation.method != "GET").then(|| ("application/json", body.to_string()));
            let person = if path.ends_with("not-me") { &reader } else { &holder };
            let answer = person.send(operation.method.parse().unwrap(), &path, body).await;
            assert!([401, 403, 404].contains(&answer.status), "{} {path}: {} {}", operation.method, answer.status, answer.text);
        }
        assert_eq!(snapshot(&ada.person).await, before);
        world.leave_jobs();
    }
}

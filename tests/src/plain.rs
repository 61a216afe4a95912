//! A browser without script: forms, and what stands in a page.

use timeslot_chassis::world::{Answer, Person};

/// Sends a form.
pub async fn send(person: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    let body = ("application/x-www-form-urlencoded", body.join("&"));
    person.send("POST".parse().unwrap(), path, Some(body)).await
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|it| if it.is_ascii_alphanumeric() { char::from(it).to_string() } else { format!("%{it:02X}") })
        .collect()
}

/// The opening tags of an element, as they stand there.
#[must_use]
pub fn tags(html: &str, element: &str) -> Vec<String> {
    let head = format!("<{element} ");
    let parts = html.split(&head).skip(1);
    parts.map(|part| part.split('>').next().unwrap_or_default().to_owned()).collect()
}

/// The value of the input of that name.
#[must_use]
#[track_caller]
pub fn value_of(html: &str, name: &str) -> String {
    let wanted = format!("name=\"{name}\"");
    let tag = tags(html, "input").into_iter().find(|tag| tag.contains(&wanted));
    let tag = tag.unwrap_or_else(|| panic!("no input {name} in {html}"));
    let value = tag.split_once("value=\"").map(|(_, rest)| rest.split('"').next().unwrap_or_default());
    value.unwrap_or_default().to_owned()
}

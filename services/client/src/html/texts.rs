//! The words of the public pages. They stand in the client's own catalogue, so that what the server writes and what the
//! client says can't drift apart.

use std::collections::BTreeMap;
use std::sync::LazyLock;

static TEXTS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    serde_json::from_str(timeslot_web::TEXTS).unwrap_or_else(|error| {
        tracing::error!(%error, "the catalogue of the public pages can't be read");
        BTreeMap::new()
    })
});

/// The text at `key`, with `{name}` replaced by the value of that name; where the catalogue has `key_one` and
/// `key_other`, the value called `count` chooses. `None` where there is no such text.
pub fn find(key: &str, values: &[(&str, String)]) -> Option<String> {
    let count = values.iter().find(|(name, _)| *name == "count").map(|(_, value)| value.as_str());
    let form = if count == Some("1") { "one" } else { "other" };
    let text = TEXTS.get(key).or_else(|| TEXTS.get(&format!("{key}_{form}")))?;
    let said =
        values.iter().fold(text.clone(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
    // A value such as “9:00 a.m.” brings a full stop of its own.
    Some(said.replace(".. ", ". ").strip_suffix("..").map_or(said.clone(), |head| format!("{head}.")))
}

/// The same; a text that is missing is told in the log and stands as its key.
pub fn say(key: &str, values: &[(&str, String)]) -> String {
    find(key, values).unwrap_or_else(|| {
        tracing::error!(key, "the catalogue of the public pages lacks a text");
        key.to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::{find, say};

    #[test]
    fn values_and_plural_forms_are_put_in() {
        assert_eq!(say("booking.times_open", &[("count", "1".into())]), "1 time open");
        assert_eq!(say("booking.times_open", &[("count", "7".into())]), "7 times open");
        assert_eq!(
            say("booking.with", &[("title", "Intro".into()), ("name", "Ada".into())]),
            "Intro with Ada"
        );
        assert_eq!(find("no.such.text", &[]), None);
    }
}

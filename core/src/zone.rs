//! IANA time zones by name.

use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::sync::LazyLock;

/// The bundled database, whatever the machine has of its own: every copy of a version gives the same times.
static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// What people call zones beside their cities; the client searches by the same file. One zone a line, those that many ask
/// for first: an order that a JSON reader's map would lose.
const OTHER_NAMES: &str = include_str!("zone_names.json");

fn other_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    OTHER_NAMES.lines().filter_map(|line| {
        // `"zone": "names",`; the braces around them are no line of a zone. A test holds this against a JSON reader.
        let (zone, names) = line.trim().trim_end_matches(',').split_once(": ")?;
        Some((zone.trim_matches('"'), names.trim_matches('"')))
    })
}

/// Without accents, case and punctuation: `St. John's` and `st_johns` are one.
fn folded(text: &str) -> String {
    let plain = deunicode::deunicode(text).to_lowercase().replace(['.', '\''], "");
    plain
        .split(|it: char| !it.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A known IANA zone. Links such as `Asia/Calcutta` are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    name: String,
    time_zone: TimeZone,
}

impl Zone {
    /// Looks `name` up; `None` where the bundled database doesn't know it.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        // Long rubbish is no name, and jiff would also read offsets or POSIX rules elsewhere; a zone is a name here.
        if name.len() > 64 {
            return None;
        }
        let time_zone = BUNDLED.get(name).ok()?;
        let name = time_zone.iana_name()?.to_owned();
        Some(Self { name, time_zone })
    }

    /// The zone of a city or a country, as people type it: `Kathmandu`, `new york`, `St. John's`, `India`. Of several the
    /// whole name goes first, then the first in the alphabet whose city begins so, then other names that do.
    #[must_use]
    pub fn of_city(text: &str) -> Option<Self> {
        let wanted = folded(text);
        if wanted.len() < 2 || wanted.len() > 64 {
            return None;
        }
        let city = |name: &str| folded(name.rsplit('/').next().unwrap_or(name));
        let zones: Vec<String> = BUNDLED.available().map(|name| name.as_str().to_owned()).collect();
        let places =
            || zones.iter().map(String::as_str).filter(|it| it.contains('/') && !it.starts_with("Etc/"));
        let called = |fits: &dyn Fn(&str) -> bool| {
            other_names()
                .find(|(_, names)| names.split(", ").any(|name| fits(&folded(name))))
                .map(|(zone, _)| zone)
        };
        let begins = |name: &str| wanted.len() > 2 && name.starts_with(&wanted);
        let whole = places().find(|name| city(name) == wanted).or_else(|| called(&|name| name == wanted));
        let found = whole
            .or_else(|| places().find(|name| begins(&city(name))))
            .or_else(|| called(&|name| begins(name)));
        found.and_then(Self::parse)
    }

    /// How many names the database knows.
    #[must_use]
    pub fn known() -> usize {
        BUNDLED.available().count()
    }

    /// The name, as the database spells it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The zone itself.
    #[must_use]
    pub const fn time_zone(&self) -> &TimeZone {
        &self.time_zone
    }

    /// The city: the last part of the name, for people.
    #[must_use]
    pub fn city(&self) -> String {
        self.name.rsplit('/').next().unwrap_or(&self.name).replace('_', " ")
    }
}

#[cfg(test)]
mod tests {
    use super::{OTHER_NAMES, Zone, other_names};
    use std::collections::BTreeMap;

    #[test]
    fn a_city_is_enough() {
        let found = |text: &str| Zone::of_city(text).map(|zone| zone.name().to_owned());
        assert_eq!(found("kathmandu"), Some("Asia/Kathmandu".into()));
        assert_eq!(found(" New York "), Some("America/New_York".into()));
        assert_eq!(found("St_Joh"), Some("America/St_Johns".into()));
        assert_eq!(found("St. John’s"), Some("America/St_Johns".into()));
        for (text, zone) in [
            ("India", "Asia/Kolkata"),
            ("mumbai", "Asia/Kolkata"),
            ("UK", "Europe/London"),
            ("usa", "America/New_York"),
            ("Pokhara", "Asia/Kathmandu"),
            ("PST", "America/Los_Angeles"),
        ] {
            assert_eq!(found(text), Some(zone.into()), "{text}");
        }
        assert_eq!((found("zz"), found("Atlantis"), found("../../etc")), (None, None, None));
    }

    #[test]
    fn every_other_name_is_read_and_of_a_known_zone() {
        let read: BTreeMap<&str, &str> = other_names().collect();
        let written: BTreeMap<String, String> = serde_json::from_str(OTHER_NAMES).unwrap();
        assert!(read.len() > 50);
        assert!(
            read.iter()
                .map(|(zone, names)| (*zone, *names))
                .eq(written.iter().map(|(zone, names)| (zone.as_str(), names.as_str())))
        );
        assert!(read.keys().all(|zone| Zone::parse(zone).is_some()));
    }

    #[test]
    fn links_are_zones_and_rubbish_is_not() {
        assert_eq!(Zone::parse("Asia/Calcutta").map(|zone| zone.city()), Some("Calcutta".into()));
        assert_eq!(Zone::parse("America/New_York").map(|zone| zone.city()), Some("New York".into()));
        assert_eq!(Zone::parse("utc").map(|zone| zone.name().to_owned()), Some("UTC".into()));
        for rubbish in ["", "Mars/Olympus", "+05:30", "../../etc/passwd", "EST5EDT,M3.2.0,M11.1.0", "Europe/"]
        {
            assert_eq!(Zone::parse(rubbish), None, "{rubbish}");
        }
    }
}

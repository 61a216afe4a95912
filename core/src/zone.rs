//! IANA time zones by name.

use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::sync::LazyLock;

/// The bundled database, whatever the machine has of its own: every copy of a version gives the same times.
static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

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

    /// The zone of a city, as people type it: `Kathmandu`, `new york`. Of several the whole name goes first, then the
    /// first in the alphabet whose city begins so.
    #[must_use]
    pub fn of_city(text: &str) -> Option<Self> {
        let wanted = text.trim().to_lowercase().replace(' ', "_");
        if wanted.len() < 3 || wanted.len() > 64 {
            return None;
        }
        let city = |name: &str| name.rsplit('/').next().unwrap_or(name).to_lowercase();
        let names: Vec<String> = BUNDLED.available().map(|name| name.as_str().to_owned()).collect();
        let places = || names.iter().filter(|name| name.contains('/') && !name.starts_with("Etc/"));
        let whole = places().find(|name| city(name) == wanted);
        whole
            .or_else(|| places().find(|name| city(name).starts_with(&wanted)))
            .and_then(|name| Self::parse(name))
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
    use super::Zone;

    #[test]
    fn a_city_is_enough() {
        let found = |text: &str| Zone::of_city(text).map(|zone| zone.name().to_owned());
        assert_eq!(found("kathmandu"), Some("Asia/Kathmandu".into()));
        assert_eq!(found(" New York "), Some("America/New_York".into()));
        assert_eq!(found("St_Joh"), Some("America/St_Johns".into()));
        assert_eq!((found("zz"), found("Atlantis"), found("../../etc")), (None, None, None));
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

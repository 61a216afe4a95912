//! Times as people read them: on their own clock, with the city and its distance from UTC.

use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan, Zoned};
use timeslot_core::interval::Interval;

/// A period as it is read in one time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The day on which it begins: `Tuesday 9 March 2027`.
    pub day: String,
    /// `09:00 – 09:45`; the end carries its own day if that is another one.
    pub hours: String,
    /// `Berlin, UTC+1`; both distances if clocks change in between; without a city if the zone has none.
    pub zone: String,
    /// For subjects: `Tue 9 March, 09:00`.
    pub short: String,
}

impl Reading {
    /// Reads `time` in `zone`.
    #[must_use]
    pub fn new(time: Interval, zone: &TimeZone) -> Self {
        let start = time.start.to_zoned(zone.clone());
        let end = time.end.to_zoned(zone.clone());
        Self {
            day: day(&start),
            hours: format!("{} – {}", clock(&start), end_of(&start, &end)),
            zone: zone_of(&start, &end),
            short: start.strftime("%a %-d %B, %H:%M").to_string(),
        }
    }

    /// All of it: `Tuesday 9 March 2027, 09:00 – 09:45 (Berlin, UTC+1)`.
    #[must_use]
    pub fn full(&self) -> String {
        format!("{}, {} ({})", self.day, self.hours, self.zone)
    }
}

/// An instant as it is read in `zone`: `Tuesday 9 March 2027, 09:00 (Berlin, UTC+1)`.
#[must_use]
pub fn moment(instant: Timestamp, zone: &TimeZone) -> String {
    let at = instant.to_zoned(zone.clone());
    format!("{}, {} ({})", day(&at), clock(&at), zone_of(&at, &at))
}

/// The time of day: `09:00`.
#[must_use]
pub fn clock(at: &Zoned) -> String {
    at.strftime("%H:%M").to_string()
}

/// The city a zone is named after, `Buenos Aires`; `None` for UTC and zones of a fixed distance.
#[must_use]
pub fn city(zone: &TimeZone) -> Option<String> {
    let (area, city) = zone.iana_name()?.rsplit_once('/')?;
    (area != "Etc").then(|| city.replace('_', " "))
}

fn day(at: &Zoned) -> String {
    at.strftime("%A %-d %B %Y").to_string()
}

fn end_of(start: &Zoned, end: &Zoned) -> String {
    let is_next_midnight = end.time() == jiff::civil::Time::midnight()
        && start.date().checked_add(1.day()).ok() == Some(end.date());
    if start.date() == end.date() || is_next_midnight {
        clock(end)
    } else {
        end.strftime("%a %-d %B, %H:%M").to_string()
    }
}

fn zone_of(start: &Zoned, end: &Zoned) -> String {
    let mut text = city(start.time_zone()).map_or_else(String::new, |city| format!("{city}, "));
    text.push_str(&distance(start.offset()));
    if start.offset() != end.offset() {
        text.push_str(", then ");
        text.push_str(&distance(end.offset()));
    }
    text
}

/// `UTC`, `UTC+5:30` or `UTC−3`.
fn distance(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = match minutes {
        0 => return "UTC".to_owned(),
        1.. => '+',
        _ => '−',
    };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::{Reading, city, moment};
    use jiff::tz::TimeZone;
    use timeslot_core::interval::Interval;

    fn read(start: &str, end: &str, zone: &str) -> String {
        let time = Interval::new(start.parse().unwrap(), end.parse().unwrap());
        Reading::new(time, &TimeZone::get(zone).unwrap()).full()
    }

    #[test]
    fn a_reader_sees_their_own_clock() {
        for (zone, shown) in [
            ("Europe/Berlin", "Tuesday 9 March 2027, 09:00 – 09:45 (Berlin, UTC+1)"),
            ("Asia/Kolkata", "Tuesday 9 March 2027, 13:30 – 14:15 (Kolkata, UTC+5:30)"),
            ("America/Argentina/Buenos_Aires", "Tuesday 9 March 2027, 05:00 – 05:45 (Buenos Aires, UTC−3)"),
            ("America/St_Johns", "Tuesday 9 March 2027, 04:30 – 05:15 (St Johns, UTC−3:30)"),
            ("Pacific/Kiritimati", "Tuesday 9 March 2027, 22:00 – 22:45 (Kiritimati, UTC+14)"),
            ("UTC", "Tuesday 9 March 2027, 08:00 – 08:45 (UTC)"),
            ("Etc/GMT+5", "Tuesday 9 March 2027, 03:00 – 03:45 (UTC−5)"),
        ] {
            assert_eq!(read("2027-03-09T08:00:00Z", "2027-03-09T08:45:00Z", zone), shown);
        }
    }

    #[test]
    fn clock_changes_are_said() {
        assert_eq!(
            read("2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z", "Europe/Berlin"),
            "Sunday 28 March 2027, 01:30 – 03:30 (Berlin, UTC+1, then UTC+2)"
        );
        assert_eq!(
            read("2027-10-31T00:30:00Z", "2027-10-31T01:15:00Z", "Europe/Berlin"),
            "Sunday 31 October 2027, 02:30 – 02:15 (Berlin, UTC+2, then UTC+1)"
        );
        assert_eq!(
            read("2027-06-09T07:00:00Z", "2027-06-09T07:45:00Z", "Europe/Berlin"),
            "Wednesday 9 June 2027, 09:00 – 09:45 (Berlin, UTC+2)"
        );
    }

    #[test]
    fn an_end_on_another_day_says_so() {
        assert_eq!(
            read("2027-03-09T22:30:00Z", "2027-03-09T23:15:00Z", "Europe/Berlin"),
            "Tuesday 9 March 2027, 23:30 – Wed 10 March, 00:15 (Berlin, UTC+1)"
        );
        assert_eq!(
            read("2027-03-09T22:00:00Z", "2027-03-09T23:00:00Z", "Europe/Berlin"),
            "Tuesday 9 March 2027, 23:00 – 00:00 (Berlin, UTC+1)"
        );
    }

    #[test]
    fn instants_are_named_with_their_zone() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let at = "2027-03-08T08:00:00Z".parse().unwrap();
        assert_eq!(moment(at, &berlin), "Monday 8 March 2027, 09:00 (Berlin, UTC+1)");
        assert_eq!(city(&TimeZone::UTC), None);
    }
}

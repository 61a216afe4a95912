//! Times as people read them, the way the client's `lib/time.ts` writes them.

use super::asked::Asked;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use timeslot_core::zone::Zone;

/// Regions of English that count the hours to twenty-four.
const REGIONS_OF_24: [&str; 8] = ["GB", "IE", "ZA", "150", "DE", "NL", "SE", "CH"];

/// How this reader writes times. The words are English, so another language lends only its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Twelve hours and am or pm.
    pub hours12: bool,
    /// `March 9` rather than `9 March`.
    month_first: bool,
    /// The year that goes without saying.
    year: Option<i16>,
}

/// How much of a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Tuesday 9 March.
    Long,
    /// Tue 9 March.
    Medium,
    /// Tue 9 Mar.
    Short,
}

impl Reader {
    /// By the first language that the browser asks for; twenty-four hours where it asks for none.
    pub fn of(headers: &HeaderMap) -> Self {
        let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let first = asked.split([',', ';']).next().unwrap_or_default().trim();
        let mut parts = first.split('-');
        let (language, region) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        match language.to_ascii_lowercase().as_str() {
            "en" => Self {
                hours12: !REGIONS_OF_24.contains(&region.to_ascii_uppercase().as_str()),
                month_first: region.is_empty() || region.eq_ignore_ascii_case("US"),
                year: None,
            },
            "hi" | "bn" | "ur" | "ar" | "ko" => Self { hours12: true, month_first: false, year: None },
            _ => Self { hours12: false, month_first: false, year: None },
        }
    }

    /// As one reads on a day: what lies in another year says so.
    pub fn on(self, today: Date) -> Self {
        Self { year: Some(today.year()), ..self }
    }

    /// `13:30` or `1:30 pm`, with the offset where the clock shows this reading twice.
    pub fn time(self, at: Timestamp, zone: &Zone) -> String {
        let local = at.to_zoned(zone.time_zone().clone());
        let time = if self.hours12 {
            let half = if self.month_first { "%-I:%M %p" } else { "%-I:%M %P" };
            local.strftime(half).to_string()
        } else {
            local.strftime("%H:%M").to_string()
        };
        if is_ambiguous(at, zone.time_zone()) {
            format!("{time} {}", offset(at, zone.time_zone()))
        } else {
            time
        }
    }

    /// The same on another clock, with the day where that is another one there: `Wed 10 Mar, 19:00 – 19:45`.
    pub fn range_there(self, start: Timestamp, end: Timestamp, zone: &Zone, other: &Zone) -> String {
        let (range, date) = (self.range(start, end, other), date_in(start, other));
        if date == date_in(start, zone) {
            range
        } else {
            format!("{}, {range}", self.date(date, Size::Short))
        }
    }

    /// `09:00 – 09:45`.
    pub fn range(self, start: Timestamp, end: Timestamp, zone: &Zone) -> String {
        format!("{} – {}", self.time(start, zone), self.time(end, zone))
    }

    /// `Tuesday 9 March`; `Tuesday, 9 March 2027` in another year.
    pub fn date(self, date: Date, size: Size) -> String {
        let is_other = self.year.is_some_and(|year| year != date.year());
        let day = if size == Size::Long { "%A" } else { "%a" };
        let month = if size == Size::Short { "%b" } else { "%B" };
        let form = match (self.month_first, is_other) {
            (false, false) => format!("{day} %-d {month}"),
            (false, true) => format!("{day}, %-d {month} %Y"),
            (true, false) => format!("{day}, {month} %-d"),
            (true, true) => format!("{day}, {month} %-d, %Y"),
        };
        date.strftime(&form).to_string()
    }

    /// `Tue 9 March, 09:00`.
    pub fn moment(self, at: Timestamp, zone: &Zone, size: Size) -> String {
        format!("{}, {}", self.date(date_in(at, zone), size), self.time(at, zone))
    }

    /// The hour at the end of a drawn line: `07`, `7 am`.
    pub fn hour(self, hour: i32) -> String {
        if !self.hours12 {
            return format!("{hour:02}");
        }
        let half = if hour.rem_euclid(24) < 12 { "am" } else { "pm" };
        format!("{} {half}", if hour % 12 == 0 { 12 } else { hour.rem_euclid(12) })
    }

    /// A reading of the clock, given in minutes of a day that may lie before or after this one.
    pub fn clock(self, minutes: i64) -> String {
        let minutes = minutes.rem_euclid(24 * 60);
        let (hour, minute) = (minutes / 60, minutes % 60);
        if !self.hours12 {
            return format!("{hour:02}:{minute:02}");
        }
        let half = if hour < 12 { "am" } else { "pm" };
        format!("{}:{minute:02} {half}", if hour % 12 == 0 { 12 } else { hour % 12 })
    }
}

/// Whether two zones' clocks show the same at both instants; zones a whole day apart don't.
pub fn is_same_clock((start, end): (Timestamp, Timestamp), zone: &Zone, other: &Zone) -> bool {
    let offset = |at, zone: &Zone| offset_minutes(at, zone.time_zone());
    [start, end].iter().all(|at| offset(*at, zone) == offset(*at, other))
}

impl Asked {
    /// The same, read on a day.
    pub fn on(&self, today: Date) -> Self {
        let mut asked = self.clone();
        asked.reader = asked.reader.on(today);
        asked
    }
}

/// `March 2027`.
pub fn month(first: Date) -> String {
    first.strftime("%B %Y").to_string()
}

/// The date of an instant in a zone.
pub fn date_in(at: Timestamp, zone: &Zone) -> Date {
    at.to_zoned(zone.time_zone().clone()).date()
}

/// Minutes since midnight on the zone's clock.
pub fn minute_in(at: Timestamp, zone: &Zone) -> i64 {
    let local = at.to_zoned(zone.time_zone().clone());
    i64::from(local.hour()) * 60 + i64::from(local.minute())
}

/// Minutes by which the zone's clock is ahead of UTC.
pub fn offset_minutes(at: Timestamp, zone: &TimeZone) -> i64 {
    i64::from(zone.to_offset(at).seconds() / 60)
}

/// `UTC+5:30`, `UTC−3`, `UTC`.
fn offset(at: Timestamp, zone: &TimeZone) -> String {
    let minutes = offset_minutes(at, zone);
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

fn is_ambiguous(at: Timestamp, zone: &TimeZone) -> bool {
    zone.to_ambiguous_timestamp(zone.to_datetime(at)).is_ambiguous()
}

/// `45 min`, `2 h 30 min`.
pub fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (..2, _) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Size, date_in, duration, is_same_clock};
    use axum::http::HeaderMap;
    use jiff::Timestamp;
    use timeslot_core::zone::Zone;

    fn reader(language: &str) -> Reader {
        let mut headers = HeaderMap::new();
        headers.insert("accept-language", language.parse().unwrap());
        Reader::of(&headers)
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn each_reader_gets_the_own_clock() {
        let (start, zone) = (at("2027-03-09T08:00:00Z"), Zone::parse("Asia/Kolkata").unwrap());
        for (language, said) in [
            ("en-GB,en;q=0.9", "Tue 9 March, 13:30"),
            ("en-US", "Tue, March 9, 1:30 PM"),
            ("en-CA", "Tue 9 March, 1:30 pm"),
            ("de", "Tue 9 March, 13:30"),
        ] {
            assert_eq!(reader(language).moment(start, &zone, Size::Medium), said, "{language}");
        }
        assert_eq!(
            (reader("en-GB").hour(7), reader("en-US").hour(12), reader("en-US").clock(-60)),
            ("07".into(), "12 pm".into(), "11:00 pm".into())
        );
    }

    #[test]
    fn another_year_is_said_and_another_day_there_too() {
        let (start, end) = (at("2027-03-09T21:30:00Z"), at("2027-03-09T22:15:00Z"));
        let [berlin, kolkata] = ["Europe/Berlin", "Asia/Kolkata"].map(|name| Zone::parse(name).unwrap());
        let (then, now) = (jiff::civil::date(2026, 12, 31), jiff::civil::date(2027, 1, 1));
        let said = |language, today, size| reader(language).on(today).date(date_in(start, &berlin), size);
        assert_eq!(said("en-GB", then, Size::Medium), "Tue, 9 March 2027");
        assert_eq!(said("en-US", then, Size::Short), "Tue, Mar 9, 2027");
        assert_eq!(said("en-GB", now, Size::Short), "Tue 9 Mar");
        let there = |other| reader("en-GB").on(now).range_there(start, end, &berlin, other);
        assert_eq!(
            (there(&kolkata), there(&berlin)),
            ("Wed 10 Mar, 03:00 – 03:45".into(), "22:30 – 23:15".into())
        );
        let [pago, tonga] = ["Pacific/Pago_Pago", "Pacific/Tongatapu"].map(|name| Zone::parse(name).unwrap());
        assert!(!is_same_clock((start, end), &pago, &tonga));
    }

    #[test]
    fn a_reading_that_occurs_twice_carries_its_offset() {
        let zone = Zone::parse("America/New_York").unwrap();
        let said = |text: &str| reader("en-GB").time(at(text), &zone);
        assert_eq!(said("2027-11-07T05:30:00Z"), "01:30 UTC−4");
        assert_eq!(said("2027-11-07T06:30:00Z"), "01:30 UTC−5");
        assert_eq!(said("2027-11-07T07:30:00Z"), "02:30");
        let lord_howe = Zone::parse("Australia/Lord_Howe").unwrap();
        assert_eq!(reader("de").time(at("2027-04-03T14:45:00Z"), &lord_howe), "01:45 UTC+11");
        assert_eq!(date_in(at("2027-11-07T03:30:00Z"), &zone).to_string(), "2027-11-06");
    }

    #[test]
    fn lengths_are_said_as_by_the_client() {
        assert_eq!([15, 90, 120, 150].map(duration), ["15 min", "90 min", "2 h", "2 h 30 min"]);
    }
}

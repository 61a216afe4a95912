//! Instants as the API writes them.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use timeslot_core::clock::whole_second;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// An instant of whole seconds: written in UTC as `2027-01-01T09:00:00Z`, read with any offset, within the years 1970
/// to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub Timestamp);

/// The last instant of the year 9999.
const LAST_SECOND: i64 = 253_402_300_799;
/// The seconds of a day.
const DAY: i64 = 86_400;

impl Instant {
    /// The last instant that can be counted with: a day before the end of the year 9999, for the zones' sake.
    pub const LAST: Self = Self(Timestamp::MAX);

    /// Reads RFC 3339; the error says what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let refusal = |why: &str| {
            let head: String = text.chars().filter(|it| !it.is_control()).take(40).collect();
            Err(format!("“{head}” {why}; write it like 2027-01-01T09:00:00Z"))
        };
        if !looks_like_rfc3339(text) {
            return refusal("is no instant");
        }
        let Ok(instant) = text.parse::<Timestamp>() else {
            return refusal("is no instant of the calendar");
        };
        if !(0..=LAST_SECOND).contains(&instant.as_second()) {
            return refusal("lies outside of the years 1970 to 9999");
        }
        if whole_second(instant) != instant {
            return refusal("has a fraction of a second");
        }
        Ok(Self(instant))
    }
}

/// `YYYY-MM-DDTHH:MM:SS`, a fraction or none, and `Z` or an offset: jiff by itself reads much more.
fn looks_like_rfc3339(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_date_and_time = bytes.len() >= 20
        && bytes[..19].iter().zip(b"0000-00-00T00:00:00").all(|(it, shape)| match shape {
            b'0' => it.is_ascii_digit(),
            b'T' => matches!(it, b'T' | b't'),
            other => it == other,
        });
    if !is_date_and_time {
        return false;
    }
    let rest = &bytes[19..];
    let digits = rest
        .strip_prefix(b".")
        .map_or(0, |fraction| 1 + fraction.iter().take_while(|it| it.is_ascii_digit()).count());
    match &rest[digits..] {
        [b'Z' | b'z'] => digits != 1,
        [b'+' | b'-', h1, h2, b':', m1, m2] => {
            digits != 1 && [h1, h2, m1, m2].iter().all(|it| it.is_ascii_digit())
        }
        _ => false,
    }
}

impl From<Timestamp> for Instant {
    fn from(instant: Timestamp) -> Self {
        Self(whole_second(instant))
    }
}

impl From<Instant> for Timestamp {
    fn from(instant: Instant) -> Self {
        instant.0
    }
}

impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Writes instants one after the other. Hundreds of them stand in one answer, and to format each by its `Display` is most
/// of what writing it costs.
#[derive(Debug)]
pub struct InstantWriter {
    /// Seconds since 1970 of what stands in `text`.
    at: Option<i64>,
    text: [u8; 20],
}

impl Default for InstantWriter {
    fn default() -> Self {
        Self { at: None, text: *b"0000-00-00T00:00:00Z" }
    }
}

impl InstantWriter {
    /// Writes the instant behind `text`, without quotation marks.
    pub fn push(&mut self, text: &mut Vec<u8>, at: Instant) {
        match self.digits(at) {
            Some(digits) => text.extend(digits),
            None => text.extend(at.to_string().as_bytes()),
        }
    }

    /// `None` outside of the years 0 to 9999, and for what is no whole second.
    fn digits(&mut self, at: Instant) -> Option<&[u8; 20]> {
        let now = at.0.as_second();
        if at.0.subsec_nanosecond() != 0 {
            return None;
        }
        // Where one slot ends the next one starts.
        if self.at == Some(now) {
            return Some(&self.text);
        }
        // Those of one day share its date.
        if self.at.is_none_or(|last| last.div_euclid(DAY) != now.div_euclid(DAY)) {
            let date = TimeZone::UTC.to_datetime(at.0).date();
            let year = u32::try_from(date.year()).ok()?;
            let pairs = [year / 100, year % 100].into_iter().map(low);
            let pairs = pairs.chain([date.month(), date.day()].map(i8::unsigned_abs));
            self.write([0, 2, 5, 8].into_iter().zip(pairs));
        }
        self.at = Some(now);
        let second = u32::try_from(now.rem_euclid(DAY)).ok()?;
        let pairs = [second / 3600, second / 60 % 60, second % 60].map(low);
        self.write([11, 14, 17].into_iter().zip(pairs));
        Some(&self.text)
    }

    /// Writes numbers below 100, each with two digits at its place.
    fn write(&mut self, pairs: impl Iterator<Item = (usize, u8)>) {
        for (place, pair) in pairs {
            self.text[place] = b'0' + pair / 10;
            self.text[place + 1] = b'0' + pair % 10;
        }
    }
}

/// A number below 100 as one byte.
fn low(pair: u32) -> u8 {
    u8::try_from(pair).unwrap_or(0)
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match InstantWriter::default().digits(*self).map(|digits| std::str::from_utf8(digits)) {
            Some(Ok(text)) => serializer.serialize_str(text),
            _ => serializer.collect_str(&self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl PartialSchema for Instant {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .examples(["2027-01-01T09:00:00Z"])
            .into()
    }
}

impl ToSchema for Instant {}

#[cfg(test)]
mod tests {
    use super::{Instant, InstantWriter};

    #[test]
    fn any_offset_is_read_and_utc_is_written() {
        for text in [
            "2027-01-01T09:00:00Z",
            "2027-01-01T14:30:00+05:30",
            "2027-01-01T09:00:00.000Z",
            "2027-01-01T00:00:00-09:00",
            "2027-01-01t09:00:00z",
        ] {
            let read = Instant::parse(text).map(|it| it.to_string());
            assert_eq!(read, Ok("2027-01-01T09:00:00Z".into()), "{text}");
        }
    }

    #[test]
    fn an_instant_is_written_as_it_is_displayed() {
        // A stride that meets every second, minute, hour and day, from before the year 0 to the end.
        let mut at = jiff::Timestamp::MIN;
        let stride = jiff::SignedDuration::from_secs(40 * 86_400 + 3_600 + 61);
        while let Ok(next) = at.checked_add(stride) {
            let written = serde_json::to_string(&Instant(at)).unwrap();
            assert_eq!(written, format!("\"{at}\""));
            at = next;
        }
        assert_eq!(serde_json::to_string(&Instant::LAST).unwrap(), format!("\"{}\"", Instant::LAST));
    }

    #[test]
    fn instants_written_one_after_the_other_are_each_its_own() {
        let mut writer = InstantWriter::default();
        // Within a day, into the next, back, beyond what has four digits, back once more, and with a fraction.
        for (second, nanosecond) in [
            (0, 0),
            (1, 0),
            (86_399, 0),
            (86_400, 0),
            (172_799, 0),
            (172_800, 0),
            (86_400, 0),
            (-1, 0),
            (253_402_207_200, 0),
            (-62_198_755_200, 0),
            (61, 0),
            (61, 0),
            (61, 1),
            (61, 500_000_000),
            (-61, -1),
            (62, 0),
        ] {
            let at = Instant(jiff::Timestamp::new(second, nanosecond).unwrap());
            let mut written = b"at ".to_vec();
            writer.push(&mut written, at);
            assert_eq!(String::from_utf8(written).unwrap(), format!("at {at}"));
        }
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "2027-01-01",
            "2027-01-01T09:00:00",
            "2027-01-01 09:00:00Z",
            "2027-13-01T09:00:00Z",
            "2027-02-29T09:00:00Z",
            "2027-01-01T09:00:00.5Z",
            "2027-01-01T09:00:00.Z",
            "2027-01-01T09:00:00Z[Europe/Paris]",
            "1969-12-31T23:59:59Z",
            "9999-12-31T23:00:00-09:00",
            "-002027-01-01T09:00:00Z",
            "1798794000",
        ] {
            assert!(Instant::parse(text).is_err(), "{text}");
        }
    }
}

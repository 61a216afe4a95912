//! Hours as they are written in the API and the database: `"09:00"`, `{"start", "end"}`, `{"mon": […], …}`.

use super::hours::{LocalTime, Weekly, Window};
use jiff::civil::{Date, Weekday};
use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// The weekdays' names in the API, Monday first.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The weekday of a name in [`DAYS`].
#[must_use]
pub fn weekday(name: &str) -> Option<Weekday> {
    let offset = DAYS.iter().position(|day| *day == name)?;
    Weekday::from_monday_zero_offset(i8::try_from(offset).ok()?).ok()
}

/// The name of a weekday in [`DAYS`].
#[must_use]
pub fn day_name(day: Weekday) -> &'static str {
    DAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())]
}

/// What holds on one date instead of the weekly windows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The local date.
    pub date: Date,
    /// Its windows; none closes the day.
    pub windows: Vec<Window>,
}

impl std::fmt::Display for LocalTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes() / 60, self.minutes() % 60)
    }
}

impl std::str::FromStr for LocalTime {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (hours, minutes) = text.split_once(':').ok_or(NotATime)?;
        let number = |part: &str| {
            let two_digits = part.len() == 2 && part.bytes().all(|it| it.is_ascii_digit());
            two_digits.then(|| part.parse::<u16>().ok()).flatten().ok_or(NotATime)
        };
        let (hours, minutes) = (number(hours)?, number(minutes)?);
        if minutes > 59 {
            return Err(NotATime);
        }
        Self::from_minutes(hours * 60 + minutes).ok_or(NotATime)
    }
}

/// The text is not `HH:MM` between `00:00` and `24:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is no time of day; write it as HH:MM, from 00:00 to 24:00")]
pub struct NotATime;

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LocalTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error: NotATime| D::Error::custom(format!("“{text}” {error}")))
    }
}

#[derive(Serialize, Deserialize)]
struct WindowText {
    start: LocalTime,
    end: LocalTime,
}

impl Serialize for Window {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WindowText { start: self.start, end: self.end }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Window {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WindowText::deserialize(deserializer).map(|text| Self { start: text.start, end: text.end })
    }
}

impl Serialize for Weekly {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(DAYS.len()))?;
        for (name, windows) in DAYS.iter().zip(&self.0) {
            map.serialize_entry(name, windows)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Weekly {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut days: BTreeMap<String, Vec<Window>> = BTreeMap::deserialize(deserializer)?;
        let weekly = Self(DAYS.map(|name| days.remove(name).unwrap_or_default()));
        match days.into_keys().next() {
            Some(other) => {
                Err(D::Error::custom(format!("“{other}” is no day; the days are {}", DAYS.join(", "))))
            }
            None => Ok(weekly),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LocalTime, Weekly, day_name, weekday};

    #[test]
    fn times_of_day_are_four_digits() {
        for good in ["00:00", "09:30", "24:00"] {
            assert_eq!(good.parse::<LocalTime>().map(|time| time.to_string()), Ok(good.to_owned()));
        }
        for bad in ["9:00", "09:60", "24:01", "25:00", "0900", "", "-1:00", "+9:00", "09:00:00", "٠٩:٠٠"]
        {
            assert!(bad.parse::<LocalTime>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_week_is_written_by_its_days() {
        let text = r#"{"mon":[{"start":"09:00","end":"17:00"}],"fri":[]}"#;
        let weekly: Weekly = serde_json::from_str(text).unwrap();
        assert_eq!(weekly.0[0].len(), 1);
        assert!(
            serde_json::to_string(&weekly)
                .unwrap()
                .starts_with(r#"{"mon":[{"start":"09:00","end":"17:00"}],"tue":[]"#)
        );
        assert!(serde_json::from_str::<Weekly>(r#"{"monday":[]}"#).is_err());
        assert_eq!(weekday("sun").map(day_name), Some("sun"));
    }
}

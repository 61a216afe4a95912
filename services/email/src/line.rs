//! The drawing of a time: half a day as a line, the booking as a cut in it, for one reader or over each other for two.

use crate::when::{Reading, clock};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use serde::Serialize;
use timeslot_core::interval::Interval;

/// Hours at which the line may begin; it is half a day long. The first that has the whole booking inside is taken.
const BEGINNINGS: [i8; 3] = [6, 12, 0];

/// A line with its ends written, and the booking's place on it in percent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DayLine {
    pub mine: Side,
    /// The other side's reading, where it is another one.
    pub theirs: Option<Side>,
    pub before: i64,
    pub during: i64,
    pub after: i64,
}

/// One reading of the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Side {
    /// Whose it is.
    pub name: String,
    /// The zone: `Berlin, UTC+1`.
    pub zone: String,
    /// `09:00 – 09:45`, with the day before it where that differs from the reader's.
    pub hours: String,
    /// The reading in one line, for the text part.
    pub full: String,
    pub from: String,
    pub to: String,
}

impl DayLine {
    /// `time` as `reader` reads it, and as `other` does, who is called by name.
    pub fn new(time: Interval, reader: (&str, &TimeZone), other: (&str, &TimeZone)) -> Self {
        let scale = scale(time, reader.1);
        let length = scale.duration().as_secs().max(1);
        let during = (time.duration().as_secs() * 100 / length).clamp(2, 100);
        let before = (time.start.duration_since(scale.start).as_secs() * 100 / length).clamp(0, 100 - during);
        let mine = side(time, scale, reader, None);
        let theirs = (reader.1.to_offset(time.start) != other.1.to_offset(time.start))
            .then(|| side(time, scale, other, Some(reader.1)));
        Self { mine, theirs, before, during, after: 100 - before - during }
    }
}

fn side(time: Interval, scale: Interval, (name, zone): (&str, &TimeZone), beside: Option<&TimeZone>) -> Side {
    let reading = Reading::new(time, zone);
    let start = time.start.to_zoned(zone.clone());
    let is_other_day =
        beside.is_some_and(|beside| time.start.to_zoned(beside.clone()).date() != start.date());
    let hours = if is_other_day {
        format!("{}, {}", start.strftime("%a %-d %B"), reading.hours)
    } else {
        reading.hours.clone()
    };
    let end_at = |instant: jiff::Timestamp| clock(&instant.to_zoned(zone.clone()));
    Side {
        name: name.to_owned(),
        full: reading.full(),
        zone: reading.zone,
        hours,
        from: end_at(scale.start),
        to: end_at(scale.end),
    }
}

/// The stretch that is drawn: half a day of the reader's, else the whole day, else a day from six hours before on.
fn scale(time: Interval, zone: &TimeZone) -> Interval {
    let start = time.start.to_zoned(zone.clone());
    let half_days = BEGINNINGS.iter().filter_map(|&hour| stretch(&start, hour, 12));
    half_days
        .chain(stretch(&start, 0, 24))
        .find(|scale| scale.start <= time.start && time.end <= scale.end)
        .or_else(|| time.widen(6.hours().try_into().ok()?, 12.hours().try_into().ok()?))
        .unwrap_or(time)
}

fn stretch(day: &Zoned, hour: i8, hours: i64) -> Option<Interval> {
    let start = day.with().time(Time::new(hour, 0, 0, 0).ok()?).build().ok()?;
    let end = start.checked_add(hours.hours()).ok()?;
    Some(Interval::new(start.timestamp(), end.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::DayLine;
    use jiff::tz::TimeZone;
    use timeslot_core::interval::Interval;

    fn line(start: &str, end: &str) -> DayLine {
        let time = Interval::new(start.parse().unwrap(), end.parse().unwrap());
        let zone = |name| TimeZone::get(name).unwrap();
        DayLine::new(time, ("You", &zone("Europe/Berlin")), ("Ada", &zone("Asia/Kolkata")))
    }

    #[test]
    fn two_clocks_read_one_line() {
        let drawn = line("2027-03-09T08:00:00Z", "2027-03-09T08:45:00Z");
        assert_eq!((drawn.before, drawn.during, drawn.after), (25, 6, 69));
        assert_eq!((drawn.mine.from.as_str(), drawn.mine.to.as_str()), ("06:00", "18:00"));
        assert_eq!(drawn.mine.zone, "Berlin, UTC+1");
        let theirs = drawn.theirs.unwrap();
        assert_eq!((theirs.from.as_str(), theirs.to.as_str()), ("10:30", "22:30"));
        assert_eq!(theirs.hours, "13:30 – 14:15");
    }

    #[test]
    fn the_stretch_holds_the_whole_booking() {
        for (start, end, from, to) in [
            ("2027-03-09T16:30:00Z", "2027-03-09T17:30:00Z", "12:00", "00:00"),
            ("2027-03-09T03:00:00Z", "2027-03-09T04:00:00Z", "00:00", "12:00"),
            ("2027-03-09T04:30:00Z", "2027-03-09T19:00:00Z", "00:00", "00:00"),
            ("2027-03-09T22:30:00Z", "2027-03-09T23:30:00Z", "17:30", "12:30"),
            ("2027-03-01T08:00:00Z", "2027-03-09T08:00:00Z", "03:00", "21:00"),
        ] {
            let drawn = line(start, end);
            assert_eq!((drawn.mine.from.as_str(), drawn.mine.to.as_str()), (from, to), "{start}");
            assert_eq!(drawn.before + drawn.during + drawn.after, 100);
        }
    }

    #[test]
    fn another_day_over_there_is_named() {
        let drawn = line("2027-03-09T20:00:00Z", "2027-03-09T20:45:00Z");
        assert_eq!(drawn.theirs.unwrap().hours, "Wed 10 March, 01:30 – 02:15");
    }

    #[test]
    fn one_clock_is_one_line() {
        let time =
            Interval::new("2027-03-09T08:00:00Z".parse().unwrap(), "2027-03-09T09:00:00Z".parse().unwrap());
        let zone = |name| TimeZone::get(name).unwrap();
        let drawn = DayLine::new(time, ("You", &zone("Europe/Berlin")), ("Ada", &zone("Europe/Paris")));
        assert_eq!(drawn.theirs, None);
    }
}

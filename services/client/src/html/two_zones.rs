//! The same stretch of time on two clocks, one line over the other.

use super::drawing::{Ends, Part, hour, part};
use super::texts::say;
use super::words::{Reader, is_same_clock, minute_in};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use timeslot_core::zone::Zone;

/// The hours that are drawn before the start, and in all.
const BEFORE: i64 = 3;
const LENGTH: i64 = 12;

/// Two captions, two rows of hours, and the stretch.
#[derive(Debug, Serialize)]
pub struct TwoZones {
    ours: Clock,
    /// Where it differs from ours.
    theirs: Option<Clock>,
    part: Part,
}

#[derive(Debug, Serialize)]
struct Clock {
    who: String,
    range: String,
    ticks: Vec<String>,
    /// Readings such as `10:30 am`, of which a phone shows every second.
    is_long: bool,
}

/// The host's name and zone.
#[derive(Clone, Copy, Debug)]
pub struct Host<'a> {
    pub name: &'a str,
    pub zone: &'a Zone,
}

impl TwoZones {
    /// From `start` to `end`, on the visitor's clock and on the host's. What is drawn is elapsed time; each reading is
    /// that of its instant, so that it is right across a change of either clock.
    pub fn new(
        (start, end): (Timestamp, Timestamp),
        zone: &Zone,
        host: Host<'_>,
        kind: &'static str,
        reader: Reader,
    ) -> Self {
        let into_hour = minute_in(start, zone).rem_euclid(60);
        let begin = later(start, -into_hour - BEFORE * 60);
        let length = hour(end.duration_since(start).as_mins());
        let from = hour(into_hour + BEFORE * 60);
        let instants: Vec<Timestamp> = (0..=4).map(|nth| later(begin, nth * LENGTH * 60 / 4)).collect();
        let clock = |who: String, its: &Zone| Clock {
            who,
            range: reader.range_there(start, end, zone, its),
            ticks: instants.iter().map(|at| reader.clock(minute_in(*at, its))).collect(),
            is_long: reader.hours12,
        };
        let differ = !is_same_clock((start, end), zone, host.zone);
        Self {
            ours: clock(say("zones.you", &[("city", zone.city())]), zone),
            theirs: differ.then(|| clock(format!("{}, {}", host.name, host.zone.city()), host.zone)),
            part: part((from, from + length), Ends { from: 0, to: 12 }, kind),
        }
    }
}

fn later(at: Timestamp, minutes: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::{Host, TwoZones};
    use crate::html::words::Reader;
    use axum::http::HeaderMap;
    use timeslot_core::zone::Zone;

    #[test]
    fn a_change_of_the_clock_lies_between_the_right_hours() {
        let (berlin, kolkata) = (Zone::parse("Europe/Berlin").unwrap(), Zone::parse("Asia/Kolkata").unwrap());
        let time = ("2027-03-27T23:30:00Z".parse().unwrap(), "2027-03-28T00:15:00Z".parse().unwrap());
        let reader = Reader::of(&HeaderMap::new());
        let drawn = TwoZones::new(time, &berlin, Host { name: "Ada", zone: &kolkata }, "o", reader);
        assert_eq!(drawn.ours.ticks, ["21:00", "00:00", "04:00", "07:00", "10:00"]);
        assert_eq!(drawn.theirs.unwrap().ticks, ["01:30", "04:30", "07:30", "10:30", "13:30"]);
    }
}

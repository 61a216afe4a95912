//! A day's times as a list of links, with the line upright beside it.

use super::asked::Asked;
use super::drawing::runs;
use super::month::times_open;
use super::texts::say;
use super::words::{Size, date_in};
use crate::pages::PublicHost;
use crate::pages::slots::Slot;
use jiff::civil::Date;
use serde::Serialize;
use timeslot_core::zone::Zone;

/// One day's open times.
#[derive(Debug, Serialize)]
pub struct Day {
    title: String,
    count: String,
    runs: Vec<Run>,
}

#[derive(Debug, Serialize)]
struct Run {
    /// How wide the break before it is drawn, in half hours; none before the first.
    gap: Option<i64>,
    times: Vec<Time>,
}

#[derive(Debug, Serialize)]
struct Time {
    href: String,
    instant: String,
    text: String,
    /// Seats that are left, or what the host's clock says then.
    remark: String,
}

/// Whose day it is.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    pub asked: &'a Asked,
    pub zone: &'a Zone,
    pub host: &'a PublicHost,
    pub seats: u32,
}

impl Whose<'_> {
    /// The day with its slots.
    pub fn day(self, date: Date, slots: &[&Slot]) -> Day {
        let mut end = None;
        let runs = runs(slots).into_iter().map(|run| {
            let begin = run.first().map(|slot| slot.start.0);
            let gap = end
                .zip(begin)
                .map(|(end, begin): (jiff::Timestamp, _)| steps(begin.duration_since(end).as_mins()));
            end = run.last().map(|slot| slot.end.0);
            Run { gap, times: run.iter().map(|slot| self.time(slot)).collect() }
        });
        Day {
            title: self.asked.reader.date(date, Size::Long),
            count: times_open(slots.len()),
            runs: runs.collect(),
        }
    }

    fn time(self, slot: &Slot) -> Time {
        let start = slot.start;
        Time {
            href: self.asked.href(&[("slot", Some(start.to_string()))]),
            instant: start.to_string(),
            text: self.asked.reader.time(start.0, self.zone),
            remark: if self.seats > 1 {
                say("times.seats", &[("count", slot.seats_left.to_string())])
            } else {
                self.for_host(start.0)
            },
        }
    }

    /// What the host's clock says then, where it differs; the day too if that is another one.
    fn for_host(self, start: jiff::Timestamp) -> String {
        let (reader, Some(theirs)) = (self.asked.reader, Zone::parse(&self.host.time_zone)) else {
            return String::new();
        };
        let time = reader.time(start, &theirs);
        let day = date_in(start, &theirs);
        let is_other = day != date_in(start, self.zone);
        if !is_other && time == reader.time(start, self.zone) {
            return String::new();
        }
        let time = if is_other { format!("{}, {time}", reader.date(day, Size::Short)) } else { time };
        say("times.for_host", &[("time", time), ("name", self.host.name.clone())])
    }
}

/// A break grows with the time that it leaves out: one to six half hours.
fn steps(minutes: i64) -> i64 {
    ((minutes + 15) / 30).clamp(1, 6)
}

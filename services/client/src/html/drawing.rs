//! Lines of time as shapes: the content security policy knows no inline styles, so where the client sets custom
//! properties, the server draws with attributes.

use super::words::minute_in;
use crate::pages::slots::Slot;
use serde::Serialize;
use timeslot_core::zone::Zone;

/// A part of a line: where it begins and how long it is, in hundredths of the line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Part {
    x: f64,
    w: f64,
    /// `o` open, `k` taken.
    kind: &'static str,
}

/// The hours at the ends of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    pub from: i32,
    pub to: i32,
}

/// Stretches of time without a break, as slots one after the other make them.
pub fn runs<'a>(slots: &[&'a Slot]) -> Vec<Vec<&'a Slot>> {
    let mut runs: Vec<Vec<&Slot>> = Vec::new();
    for slot in slots {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| slot.start <= last.end) => run.push(slot),
            _ => runs.push(vec![slot]),
        }
    }
    runs
}

/// From the earliest to the latest open hour of all slots; office hours where there is none.
pub fn ends(slots: &[Slot], zone: &Zone) -> Ends {
    let spans: Vec<(f64, f64)> = slots.iter().map(|slot| hours(slot, slot, zone)).collect();
    if spans.is_empty() {
        return Ends { from: 8, to: 18 };
    }
    let from = spans.iter().map(|(from, _)| *from).fold(24.0, f64::min);
    let to = spans.iter().map(|(_, to)| *to).fold(0.0, f64::max);
    Ends { from: whole(from.floor()), to: whole(to.ceil()) }
}

/// The green parts of a day's line.
pub fn open_parts(slots: &[&Slot], ends: Ends, zone: &Zone) -> Vec<Part> {
    let runs = runs(slots);
    let ends_of_runs = runs.iter().filter_map(|run| Some((*run.first()?, *run.last()?)));
    ends_of_runs.map(|(first, last)| part(hours(first, last, zone), ends, "o")).collect()
}

/// A part from one hour to another.
pub fn part((from, to): (f64, f64), ends: Ends, kind: &'static str) -> Part {
    let length = f64::from(ends.to - ends.from).max(1.0);
    let percent = |hours: f64| (hours / length * 10_000.0).round() / 100.0;
    Part { x: percent(from - f64::from(ends.from)), w: percent(to - from), kind }
}

/// The hours of the day from the start of one slot to the end of another, cut at midnight.
fn hours(first: &Slot, last: &Slot, zone: &Zone) -> (f64, f64) {
    let from = hour(minute_in(first.start.0, zone));
    let length = hour(last.end.0.duration_since(first.start.0).as_mins());
    (from, (from + length).min(24.0))
}

/// Minutes as hours.
#[expect(clippy::cast_precision_loss, reason = "minutes of a day are exact in a float")]
pub fn hour(minutes: i64) -> f64 {
    minutes as f64 / 60.0
}

#[expect(clippy::cast_possible_truncation, reason = "an hour of a day is a small whole number")]
fn whole(hour: f64) -> i32 {
    hour as i32
}

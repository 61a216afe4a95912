//! Rules 1 and 2: when the host is open.

use super::edges::Clock;
use super::hours::{LocalTime, Schedule, Window};
use super::seconds::Seconds;
use crate::interval::Interval;
use jiff::civil::{Date, DateTime, Time};

impl Schedule {
    /// The open windows of one date of the host, as instants: in order, with those that overlap or touch merged, and
    /// none that is empty. What is next to them on the dates before and after is not merged with them.
    #[must_use]
    pub fn open_on(&self, date: Date) -> Vec<Interval> {
        let mut open = Vec::new();
        self.open_up(date, &mut Clock::new(&self.time_zone), &mut open);
        open
    }

    /// The open windows of the dates from `from` to `to`, inclusive: each date's own, in order of their starts. Where a
    /// clock is turned back over midnight, the next date's first may start before this one's last is over.
    pub(super) fn open_between(&self, from: Date, to: Date) -> Vec<Seconds> {
        let (mut clock, mut open) = (Clock::new(&self.time_zone), Vec::new());
        let dates = std::iter::successors(Some(from), |date| date.tomorrow().ok());
        for date in dates.take_while(|date| *date <= to) {
            self.open_up(date, &mut clock, &mut open);
        }
        open.into_iter().map(Seconds::from).collect()
    }

    /// Adds the open windows of `date`.
    fn open_up(&self, date: Date, clock: &mut Clock<'_>, open: &mut Vec<Interval>) {
        let others = open.len();
        open.extend(self.windows(date).iter().filter_map(|window| instants(clock, date, *window)));
        if open.len() > others + 1 {
            let mut windows = open.split_off(others);
            merge(&mut windows);
            open.append(&mut windows);
        }
    }
}

/// From the first instant at which the clock reads the window's start to the last at which it reads its end.
fn instants(clock: &mut Clock<'_>, date: Date, window: Window) -> Option<Interval> {
    if window.end <= window.start {
        // As it is written: where the clock is turned back, the instants of its edges could be in order.
        return None;
    }
    let start = clock.occurrences(reading(date, window.start)?)?.first;
    let end = clock.occurrences(reading(date, window.end)?)?;
    let end = if window.end == LocalTime::END_OF_DAY { end.first } else { end.last };
    Some(Interval::new(start, end)).filter(|window| !window.is_empty())
}

/// `time` on `date`; `24:00` is midnight of the next date.
fn reading(date: Date, time: LocalTime) -> Option<DateTime> {
    if time == LocalTime::END_OF_DAY {
        return Some(date.tomorrow().ok()?.to_datetime(Time::midnight()));
    }
    let [hour, minute] = [time.minutes() / 60, time.minutes() % 60].map(|part| i8::try_from(part).ok());
    Some(date.to_datetime(Time::new(hour?, minute?, 0, 0).ok()?))
}

/// Merges what overlaps or touches: where a clock is turned back, also what does neither as it is written.
fn merge(windows: &mut Vec<Interval>) {
    windows.sort();
    windows.dedup_by(|next, kept| {
        let touch = next.start <= kept.end;
        if touch {
            kept.end = kept.end.max(next.end);
        }
        touch
    });
}

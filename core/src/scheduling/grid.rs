//! Rule 3: which slots are published, whatever else may be said against them.

use super::calendar::{Calendar, Slot};
use super::dates::Dates;
use super::edges;
use super::seconds::Seconds;
use crate::interval::Interval;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

impl Calendar<'_> {
    /// The slots that the hours and the openings publish on the dates `from` to `to` of `zone`, inclusive: rules 1 to 3
    /// and 9, sorted, each start once. They come with all of their seats, be they bookable, taken or past.
    #[must_use]
    pub fn grid(&self, from: Date, to: Date, zone: &TimeZone) -> Vec<Slot> {
        let queried = Dates::new(zone, Some(from), to);
        let mut slots = self.published(queried.all(), queried.all());
        queried.narrow(&mut slots);
        slots
    }

    /// The slot that is published at `start`.
    pub(super) fn published_at(&self, start: Timestamp) -> Option<Slot> {
        let instant = Interval::new(start, start.checked_add(SignedDuration::from_nanos(1)).ok()?);
        self.published(instant, instant).pop()
    }

    /// The openings that start in `range` and the slots of the hours that start in `of_hours`, sorted, each start once.
    pub(super) fn published(&self, range: Interval, of_hours: Interval) -> Vec<Slot> {
        let mut slots = self.of_hours(of_hours);
        let of_hours = slots.len();
        let openings = self.openings.iter().filter(|opening| !opening.core.is_empty());
        let openings =
            openings.filter(|opening| range.start <= opening.core.start && opening.core.start < range.end);
        slots.extend(openings.map(|opening| Slot {
            opening: Some(opening.id),
            price: opening.price,
            ..self.slot(opening.core)
        }));
        if slots.len() > of_hours {
            arrange(&mut slots);
        }
        slots
    }

    /// A slot of nothing but the rules, with all of its seats.
    pub(super) fn slot(&self, core: Interval) -> Slot {
        Slot { core, seats_left: self.rules.seats, opening: None, price: None }
    }

    /// The slots of the open windows that start in `range`.
    fn of_hours(&self, range: Interval) -> Vec<Slot> {
        let (duration, step) = (self.rules.duration.as_secs(), self.rules.slot_interval.as_secs());
        if range.is_empty() || duration <= 0 || step <= 0 {
            return Vec::new();
        }
        let starts = Seconds::starts_in(range);
        let open = self.open_around(range);
        let most: i64 = open.iter().map(|window| window.overlap(starts).length() / step + 1).sum();
        let mut slots = Vec::with_capacity(usize::try_from(most).unwrap_or(0));
        for (run, closing) in runs(&open) {
            for window in run {
                let cores =
                    steps(*window, step, starts).map(|start| Seconds { start, end: start + duration });
                let cores = cores.take_while(|core| core.end <= closing).map_while(Seconds::interval);
                slots.extend(cores.map(|core| self.slot(core)));
            }
        }
        if !open.is_sorted_by(|window, next| window.end <= next.start) {
            arrange(&mut slots);
        }
        slots
    }

    /// The open windows in which a slot that starts in `range` can start or end.
    fn open_around(&self, range: Interval) -> Vec<Seconds> {
        let zone = &self.schedule.time_zone;
        let end = range.end.checked_add(self.rules.duration).unwrap_or(Timestamp::MAX);
        // Where a clock is turned back over midnight, a window reaches into the instants of the next date.
        let from = edges::date(zone, range.start).saturating_sub(1.day());
        let to = edges::date(zone, end).saturating_add(1.day());
        self.schedule.open_between(from, to)
    }
}

/// The windows that together are open without a break, and when that ends. No window ends before an earlier one, not
/// even where a clock is turned back over midnight: then the next date's end in its second pass.
fn runs(open: &[Seconds]) -> impl Iterator<Item = (&[Seconds], i64)> {
    let runs = open.chunk_by(|window, next| next.start <= window.end);
    runs.filter_map(|run| Some((run, run.last()?.end)))
}

/// The seconds of `window` and `range` that are whole steps after the window's start.
fn steps(window: Seconds, step: i64, range: Seconds) -> impl Iterator<Item = i64> {
    let late = (range.start - window.start).max(0);
    let first = window.start + (late + step - 1) / step * step;
    let starts = std::iter::successors(Some(first), move |start| Some(start + step));
    let end = window.end.min(range.end);
    starts.take_while(move |start| *start < end)
}

/// Sorts the slots and leaves one of each start: an opening wins, and of several the one that was published first.
fn arrange(slots: &mut Vec<Slot>) {
    slots.sort_by_key(|slot| (slot.core.start, slot.opening.is_none(), slot.opening));
    slots.dedup_by_key(|slot| slot.core.start);
}

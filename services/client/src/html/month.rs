//! A month as the booking page draws it: every day a link if something is open.

use super::asked::Asked;
use super::drawing::{Ends, Part, ends, open_parts};
use super::texts::say;
use super::words::{self, Size};
use crate::pages::slots::Slot;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;
use std::collections::BTreeMap;
use timeslot_core::scheduling::wire::weekday;
use timeslot_core::zone::Zone;

/// Always six rows, so that nothing below moves from month to month.
const ROWS: usize = 6;

/// The month and the ways to its neighbours.
#[derive(Debug, Serialize)]
pub struct Month {
    title: String,
    /// Nothing lies before this month.
    earlier: Option<String>,
    later: Option<String>,
    /// Short and long names, from the host's first day of the week on.
    weekdays: Vec<[String; 2]>,
    weeks: Vec<Vec<Option<Day>>>,
    /// The hours at the ends of the lines.
    hours: [String; 2],
}

#[derive(Debug, Serialize)]
struct Day {
    number: i8,
    label: String,
    /// Where something is open.
    href: Option<String>,
    is_today: bool,
    is_selected: bool,
    parts: Vec<Part>,
}

/// What a month is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub asked: &'a Asked,
    pub zone: &'a Zone,
    /// The first day of the month.
    pub first: Date,
    pub today: Date,
    pub selected: Option<Date>,
    /// `mon` to `sun`.
    pub week_start: &'a str,
    /// Whether anything is open in this month or after it.
    pub goes_on: bool,
}

/// The slots of each date on the visitor's clock.
pub fn by_date<'a>(slots: &'a [Slot], zone: &Zone) -> BTreeMap<Date, Vec<&'a Slot>> {
    let mut days: BTreeMap<Date, Vec<&Slot>> = BTreeMap::new();
    for slot in slots {
        days.entry(words::date_in(slot.start.0, zone)).or_default().push(slot);
    }
    days
}

/// `7 times open`, `nothing open`.
pub fn times_open(count: usize) -> String {
    match count {
        0 => say("booking.none_open", &[]),
        count => say("booking.times_open", &[("count", count.to_string())]),
    }
}

impl Shown<'_> {
    /// The month with `slots` in it.
    pub fn month(self, slots: &[Slot]) -> Month {
        let (days, ends) = (by_date(slots, self.zone), ends(slots, self.zone));
        let reader = self.asked.reader;
        let begin = weekday(self.week_start).unwrap_or(Weekday::Monday);
        Month {
            title: words::month(self.first),
            earlier: (self.first > self.today.first_of_month()).then(|| self.turn(-1)).flatten(),
            later: self.goes_on.then(|| self.turn(1)).flatten(),
            weekdays: begin.cycle_forward().take(7).map(names).collect(),
            weeks: self.weeks(begin, &days, ends),
            hours: [reader.hour(ends.from), reader.hour(ends.to)],
        }
    }

    fn turn(self, months: i32) -> Option<String> {
        let month = self.first.checked_add(months.months()).ok()?.strftime("%Y-%m").to_string();
        Some(self.asked.href(&[("month", Some(month)), ("date", None), ("slot", None)]))
    }

    fn weeks(self, begin: Weekday, days: &BTreeMap<Date, Vec<&Slot>>, ends: Ends) -> Vec<Vec<Option<Day>>> {
        let blank = usize::try_from(begin.until(self.first.weekday())).unwrap_or(0);
        let dates = self.first.series(1.day()).take_while(|date| date.month() == self.first.month());
        let mut cells: Vec<Option<Day>> = (0..blank).map(|_| None).collect();
        cells
            .extend(dates.map(|date| Some(self.day(date, days.get(&date).map_or(&[], Vec::as_slice), ends))));
        cells.resize_with(ROWS * 7, || None);
        let mut cells = cells.into_iter();
        (0..ROWS).map(|_| cells.by_ref().take(7).collect()).collect()
    }

    fn day(self, date: Date, open: &[&Slot], ends: Ends) -> Day {
        let said = [("date", self.asked.reader.date(date, Size::Long)), ("times", times_open(open.len()))];
        let link = || self.asked.href(&[("date", Some(date.to_string())), ("month", None), ("slot", None)]);
        Day {
            number: date.day(),
            label: say("booking.day", &said),
            href: (!open.is_empty()).then(link),
            is_today: date == self.today,
            is_selected: self.selected == Some(date),
            parts: open_parts(open, ends, self.zone),
        }
    }
}

fn names(day: Weekday) -> [String; 2] {
    // A week that began on a Monday lends its dates.
    let date = Date::constant(2027, 3, 1).saturating_add(i64::from(day.to_monday_zero_offset()).days());
    [date.strftime("%a").to_string(), date.strftime("%A").to_string()]
}

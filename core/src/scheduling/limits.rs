//! Rule 8: how many sittings a day and a week may have.

use super::calendar::{Calendar, Refusal, Rules, Slot};
use super::dates::Dates;
use super::edges;
use crate::id::EventTypeId;
use crate::interval::Interval;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The host-local dates of the live sittings, sorted.
pub(super) struct Limits<'c> {
    zone: &'c TimeZone,
    rules: &'c Rules,
    /// Of the event type.
    own: Vec<Date>,
    /// Over all event types.
    all: Vec<Date>,
    /// The date that was last asked about: slots come in order, so that each is counted once.
    day: Option<Day<'c>>,
}

/// The sittings of one host-local date, and of its week.
struct Day<'c> {
    dates: Dates<'c>,
    own: usize,
    own_in_week: usize,
    all: usize,
}

impl<'c> Limits<'c> {
    /// `None` if there are no limits: then nothing has to be counted.
    pub fn new(calendar: &'c Calendar<'c>) -> Option<Self> {
        let rules = calendar.rules;
        rules.max_per_day.or(rules.max_per_week).or(rules.host_max_per_day)?;
        let zone = &calendar.schedule.time_zone;
        let sittings = sittings(calendar);
        let date = |sitting: &(EventTypeId, Interval)| edges::date(zone, sitting.1.start);
        let mut own: Vec<Date> =
            sittings.iter().filter(|sitting| sitting.0 == calendar.event_type).map(date).collect();
        let mut all: Vec<Date> = sittings.iter().map(date).collect();
        own.sort_unstable();
        all.sort_unstable();
        Some(Self { zone, rules, own, all, day: None })
    }

    pub fn day(&mut self, slot: &Slot) -> Option<Refusal> {
        let count = self.on(slot.core.start).own;
        self.exceeded(self.rules.max_per_day, count, slot).map(Refusal::DayLimit)
    }

    pub fn week(&mut self, slot: &Slot) -> Option<Refusal> {
        let count = self.on(slot.core.start).own_in_week;
        self.exceeded(self.rules.max_per_week, count, slot).map(Refusal::WeekLimit)
    }

    pub fn host_day(&mut self, slot: &Slot) -> Option<Refusal> {
        let count = self.on(slot.core.start).all;
        self.exceeded(self.rules.host_max_per_day, count, slot).map(Refusal::HostDayLimit)
    }

    /// The limit, if `count` sittings and that of `slot` are more. One who joins a sitting adds none.
    fn exceeded(&self, limit: Option<u32>, count: usize, slot: &Slot) -> Option<u32> {
        let joins = slot.seats_left < self.rules.seats;
        let sittings = count + usize::from(!joins);
        limit.filter(|limit| usize::try_from(*limit).is_ok_and(|limit| sittings > limit))
    }

    /// The sittings of the date of `start`.
    fn on(&mut self, start: Timestamp) -> &Day<'c> {
        let counted = self.day.take().filter(|day| day.dates.contains(start));
        let day = counted.unwrap_or_else(|| self.count(edges::date(self.zone, start)));
        self.day.insert(day)
    }

    fn count(&self, date: Date) -> Day<'c> {
        let since = i64::from(date.weekday().since(self.rules.week_start));
        let week = date.saturating_sub(since.days());
        Day {
            dates: Dates::new(self.zone, Some(date), date),
            own: within(&self.own, date, date),
            own_in_week: within(&self.own, week, week.saturating_add(6.days())),
            all: within(&self.all, date, date),
        }
    }
}

/// Each sitting once.
fn sittings(calendar: &Calendar<'_>) -> Vec<(EventTypeId, Interval)> {
    let mut sittings: Vec<_> = calendar.live().map(|booking| (booking.event_type, booking.core)).collect();
    sittings.sort_unstable();
    sittings.dedup();
    sittings
}

/// How many of the sorted dates lie from `from` to `to`, inclusive.
fn within(dates: &[Date], from: Date, to: Date) -> usize {
    dates.partition_point(|date| *date <= to) - dates.partition_point(|date| *date < from)
}

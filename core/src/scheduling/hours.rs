//! The host's hours as they are written down: weekly windows and overrides, in local times of one zone.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// A reading of the wall clock in whole minutes, `00:00` to `24:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(u16);

impl LocalTime {
    /// `24:00`: the first instant of the next date, allowed as an end only.
    pub const END_OF_DAY: Self = Self(24 * 60);

    /// The reading `minutes` after midnight; `None` past `24:00`.
    #[must_use]
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes <= 24 * 60 { Some(Self(minutes)) } else { None }
    }

    /// Minutes after midnight, 0 to 1440.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

/// `start` to `end` on one date. One whose end is not after its start is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    /// The first reading inside.
    pub start: LocalTime,
    /// The first reading after it.
    pub end: LocalTime,
}

/// The windows of each weekday, Monday first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weekly(pub [Vec<Window>; 7]);

impl Weekly {
    /// The windows of `day`.
    #[must_use]
    pub fn on(&self, day: Weekday) -> &[Window] {
        &self.0[usize::from(day.to_monday_zero_offset().unsigned_abs())]
    }
}

/// A host's hours: weekly rules, and dates on which other windows hold.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// The host's zone, in which every reading below is meant.
    pub time_zone: TimeZone,
    /// The windows of an ordinary week.
    pub weekly: Weekly,
    /// What holds on single dates instead; an empty list closes the day.
    pub overrides: BTreeMap<Date, Vec<Window>>,
}

impl Schedule {
    /// The windows of `date` as they are written down.
    #[must_use]
    pub fn windows(&self, date: Date) -> &[Window] {
        self.overrides.get(&date).map_or_else(|| self.weekly.on(date.weekday()), Vec::as_slice)
    }
}

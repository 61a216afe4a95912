//! Rule 7: how far ahead can be booked.

use super::calendar::{Calendar, Horizon, Refusal};
use super::dates::Dates;
use super::edges;
use jiff::ToSpan;
use jiff::civil::Date;

/// The bookable dates of the host.
pub(super) struct Bookable<'c> {
    first: Option<Date>,
    last: Date,
    pub dates: Dates<'c>,
}

impl<'c> Bookable<'c> {
    pub fn new(calendar: &'c Calendar<'c>) -> Self {
        let (first, last) = match calendar.rules.horizon {
            Horizon::Unlimited => (None, Date::MAX),
            Horizon::Rolling(days) => (None, calendar.today().saturating_add(i64::from(days).days())),
            Horizon::Range(first, last) => (Some(first), last),
        };
        let last = last.min(calendar.two_years());
        Self { first, last, dates: Dates::new(&calendar.schedule.time_zone, first, last) }
    }

    pub fn refusal(&self) -> Refusal {
        Refusal::Horizon { first: self.first, last: self.last }
    }
}

impl Calendar<'_> {
    /// The host's date at `now`.
    pub(super) fn today(&self) -> Date {
        edges::date(&self.schedule.time_zone, self.now)
    }

    /// The last date of any horizon.
    pub(super) fn two_years(&self) -> Date {
        self.today().saturating_add(2.years())
    }
}

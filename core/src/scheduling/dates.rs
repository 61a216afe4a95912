//! Dates of a zone as a set of instants.

use super::calendar::Slot;
use super::edges::{self, Occurrences};
use super::seconds::Seconds;
use crate::interval::Interval;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// The instants whose date in a zone is one of `from` to `to`, inclusive.
///
/// Nearly always that is one interval. Only where a clock is turned back over midnight do the instants of two dates
/// alternate; what lies between the two midnights is looked up.
pub(super) struct Dates<'z> {
    zone: &'z TimeZone,
    from: Date,
    to: Date,
    /// From the earliest start to the latest end.
    all: Interval,
    /// From the latest start to the earliest end.
    sure: Seconds,
}

impl<'z> Dates<'z> {
    /// The dates from `from`, or from the first there is, to `to`.
    pub fn new(zone: &'z TimeZone, from: Option<Date>, to: Date) -> Self {
        let start = from.map_or(Occurrences::once(Timestamp::MIN), |from| midnight(zone, from));
        let end = to.tomorrow().map_or(Occurrences::once(Timestamp::MAX), |next| midnight(zone, next));
        let (all, sure) = (Interval::new(start.first, end.last), Interval::new(start.last, end.first));
        Self { zone, from: from.unwrap_or(Date::MIN), to, all, sure: sure.into() }
    }

    /// An interval that holds all of them.
    pub fn all(&self) -> Interval {
        self.all
    }

    /// Of slots that start in `all`, those that start on one of the dates.
    pub fn narrow(&self, slots: &mut Vec<Slot>) {
        if self.sure != self.all.into() {
            slots.retain(|slot| self.contains(slot.core.start));
        }
    }

    /// Whether the last of them may lie after one that is not among `others`.
    pub fn may_outlast(&self, others: &Dates<'_>) -> bool {
        Seconds::from(self.all).end > others.sure.end
    }

    /// Whether `at` is one of them.
    #[inline]
    pub fn contains(&self, at: Timestamp) -> bool {
        self.sure.contains(at) || self.contains_at_second_look(at)
    }

    /// Until when all that follows `at` is among them; the beginning of time if that isn't sure.
    pub fn surely_until(&self, at: Timestamp) -> i64 {
        if self.sure.contains(at) { self.sure.end } else { i64::MIN }
    }

    fn contains_at_second_look(&self, at: Timestamp) -> bool {
        Seconds::from(self.all).contains(at) && (self.from..=self.to).contains(&edges::date(self.zone, at))
    }
}

/// The start of `date`, or the end of time that is nearer to it.
fn midnight(zone: &TimeZone, date: Date) -> Occurrences {
    let nearer = if date < Date::ZERO { Timestamp::MIN } else { Timestamp::MAX };
    Occurrences::of(zone, date.to_datetime(Time::midnight())).unwrap_or(Occurrences::once(nearer))
}

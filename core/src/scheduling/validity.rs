//! How long an answer stays true if nothing but time passes.

use super::calendar::{Calendar, Horizon, Slot};
use super::dates::Dates;
use super::edges;
use super::horizon::Bookable;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

impl Calendar<'_> {
    /// The first instant after now at which `offered`, the answer to a query up to the viewer's date `to`, may no longer
    /// be the answer although nothing was booked, cancelled or changed. `None` if time alone doesn't change it.
    ///
    /// That is when notice reaches the first slot, or when the host's next day begins and the horizon with it. It may
    /// be too early but never too late. That a hold lapses is not known here.
    #[must_use]
    pub fn valid_until(&self, offered: &[Slot], to: Date, viewer: &TimeZone) -> Option<Timestamp> {
        let next_day = self.next_day();
        let horizon = self.horizon_moves_within(to, viewer, next_day).then_some(next_day);
        self.notice_reaches(offered).into_iter().chain(horizon).min()
    }

    /// Just after the last instant at which the first slot that is not held can be booked.
    fn notice_reaches(&self, offered: &[Slot]) -> Option<Timestamp> {
        let first = offered.iter().find(|slot| self.held != Some(slot.core))?;
        let last = first.core.start.checked_sub(self.rules.minimum_notice).ok()?;
        last.checked_add(SignedDuration::from_nanos(1)).ok()
    }

    /// Whether the query reaches beyond a horizon that moves with the days. Where the clock is turned back over
    /// midnight, the horizon moves back, so that any query may be cut.
    fn horizon_moves_within(&self, to: Date, viewer: &TimeZone, next_day: Timestamp) -> bool {
        let stays = matches!(self.rules.horizon, Horizon::Range(_, last) if last <= self.two_years());
        let reaches_beyond = || Dates::new(viewer, None, to).may_outlast(&Bookable::new(self).dates);
        let moves_back = || edges::date(&self.schedule.time_zone, next_day) < self.today();
        !stays && (reaches_beyond() || moves_back())
    }

    /// When the host's date changes next: at midnight by the clock of now, or when that clock is changed.
    fn next_day(&self) -> Timestamp {
        let zone = &self.schedule.time_zone;
        let tomorrow = self.today().tomorrow().map(|date| date.to_datetime(Time::midnight()));
        let midnight = tomorrow.and_then(|reading| zone.to_offset(self.now).to_timestamp(reading)).ok();
        let change = zone.following(self.now).next().map(|change| change.timestamp());
        midnight.into_iter().chain(change).min().unwrap_or(Timestamp::MAX)
    }
}

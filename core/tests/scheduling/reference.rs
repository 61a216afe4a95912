//! The contract once more, slow and obvious: it walks the host's clock minute by minute and compares every slot with
//! everything. It shares nothing with the core but the types.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use std::collections::{BTreeMap, HashSet};
use timeslot_core::id::EventTypeId;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{
    Calendar, Collision, Horizon, LiveBooking, LocalTime, Refusal, Slot, Window,
};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// A calendar and its host's clock, read at every minute of a span.
pub struct Reference<'a> {
    calendar: &'a Calendar<'a>,
    clock: Vec<(Timestamp, DateTime)>,
    /// Rules 1 to 3 by start, seats not yet counted.
    published: BTreeMap<Timestamp, Slot>,
}

impl<'a> Reference<'a> {
    /// What is published around `span`, which starts on a whole minute.
    pub fn new(calendar: &'a Calendar<'a>, span: Interval) -> Self {
        let zone = &calendar.schedule.time_zone;
        let count = usize::try_from(span.duration().as_mins()).unwrap();
        let minutes = (0..count).map(|n| span.start + MINUTE * i32::try_from(n).unwrap());
        let clock = minutes.map(|at| (at, zone.to_datetime(at))).collect();
        let mut reference = Self { calendar, clock, published: BTreeMap::new() };
        reference.publish();
        reference
    }

    /// The starts of all published slots.
    pub fn published(&self) -> impl Iterator<Item = Slot> {
        self.published.values().copied()
    }

    /// The slots of the queried dates.
    pub fn slots(&self, from: Date, to: Date, viewer: &TimeZone) -> Vec<Slot> {
        let queried = |at: Timestamp| (from..=to).contains(&viewer.to_datetime(at).date());
        let mut slots: Vec<Slot> = self.published().filter(|slot| queried(slot.core.start)).collect();
        slots.retain(|slot| self.refusals(slot).is_empty());
        for slot in &mut slots {
            slot.seats_left = self.calendar.rules.seats - self.taken(slot.core);
        }
        slots
    }

    /// For each rule that refuses an instant, in the order of the rules, what it may say.
    pub fn explain(&self, start: Timestamp) -> Vec<Vec<Refusal>> {
        self.published.get(&start).map_or_else(|| vec![vec![Refusal::NotASlot]], |slot| self.refusals(slot))
    }

    /// The same for a meeting of the host's choice.
    pub fn explain_core(&self, core: Interval) -> Vec<Vec<Refusal>> {
        let slot = Slot { core, seats_left: 0, opening: None, price: None };
        match self.published.get(&core.start).filter(|slot| slot.core == core) {
            Some(slot) => self.refusals(slot),
            None => [vec![vec![Refusal::NotASlot]], self.refusals(&slot)].concat(),
        }
    }

    fn publish(&mut self) {
        let windows: Vec<Interval> = self.dates().into_iter().flat_map(|date| self.open_on(date)).collect();
        let open = |at: Timestamp| windows.iter().any(|window| window.start <= at && at < window.end);
        let rules = self.calendar.rules;
        for window in &windows {
            let mut start = window.start;
            while start < window.end {
                let core = Interval::new(start, start + rules.duration);
                if minutes_of(core).all(open) {
                    let slot = Slot { core, seats_left: rules.seats, opening: None, price: None };
                    self.published.insert(start, slot);
                }
                start += rules.slot_interval;
            }
        }
        let mut openings = self.calendar.openings.clone();
        openings.sort_by_key(|opening| std::cmp::Reverse(opening.id));
        for opening in openings {
            let (core, price, id) = (opening.core, opening.price, Some(opening.id));
            let slot = Slot { core, seats_left: rules.seats, opening: id, price };
            self.published.insert(core.start, slot);
        }
    }

    /// The dates that the walk saw in full, and those that it ought to have seen.
    fn dates(&self) -> Vec<Date> {
        let (first, last) = (self.clock[0].1.date(), self.clock[self.clock.len() - 1].1.date());
        first.series(1.day()).skip(2).take_while(|date| *date < last.yesterday().unwrap()).collect()
    }

    /// Rules 1 and 2 of one date.
    pub fn open_on(&self, date: Date) -> Vec<Interval> {
        let mut windows: Vec<Interval> = self
            .calendar
            .schedule
            .windows(date)
            .iter()
            .filter_map(|window| self.edges(date, *window))
            .collect();
        while let Some((one, other)) = touching_pair(&windows) {
            let gone = windows.remove(other);
            windows[one].start = windows[one].start.min(gone.start);
            windows[one].end = windows[one].end.max(gone.end);
        }
        windows.sort();
        windows
    }

    fn edges(&self, date: Date, window: Window) -> Option<Interval> {
        if window.end <= window.start {
            return None;
        }
        let start = self
            .clock
            .iter()
            .find(|(_, clock)| clock.date() == date && minute_of_day(*clock) >= window.start.minutes())?;
        let end = if window.end == LocalTime::END_OF_DAY {
            self.clock.iter().find(|(_, clock)| clock.date() > date)?.0
        } else {
            self.last_reaching(date.at(0, 0, 0, 0) + i64::from(window.end.minutes()).minutes())?
        };
        Some(Interval::new(start.0, end)).filter(|window| window.start < window.end)
    }

    /// The last minute at which the clock reads `reading`, or has just jumped over it.
    fn last_reaching(&self, reading: DateTime) -> Option<Timestamp> {
        let jumps_over = |from: DateTime, to: DateTime| from < reading && reading < to;
        let mut steps = self.clock.windows(2);
        steps.rfind(|step| step[1].1 == reading || jumps_over(step[0].1, step[1].1)).map(|step| step[1].0)
    }

    /// Rules 4 to 8.
    fn refusals(&self, slot: &Slot) -> Vec<Vec<Refusal>> {
        let conflicts = self
            .conflicts(slot.core)
            .into_iter()
            .map(|kind| kind.into_iter().map(Refusal::Conflict).collect());
        let others = [self.full(slot.core), self.notice(slot.core), self.horizon(slot)];
        let others = others.into_iter().chain(self.limits(slot.core)).map(|said| said.into_iter().collect());
        conflicts.chain(others).filter(|said: &Vec<Refusal>| !said.is_empty()).collect()
    }

    fn live(&self) -> impl Iterator<Item = &LiveBooking> {
        self.calendar.bookings.iter().filter(|booking| Some(booking.id) != self.calendar.moving)
    }

    fn shares_sitting(&self, booking: &LiveBooking, core: Interval) -> bool {
        booking.event_type == self.calendar.event_type && booking.core == core
    }

    /// Rule 4: bookings, blocks and busy intervals.
    fn conflicts(&self, core: Interval) -> [Vec<Collision>; 3] {
        let rules = self.calendar.rules;
        let footprint = core.widen(rules.buffer_before, rules.buffer_after).unwrap();
        let bookings =
            self.live().filter(|booking| !self.shares_sitting(booking, core)).filter_map(|booking| {
                let theirs = booking.core.widen(booking.buffer_before, booking.buffer_after).unwrap();
                let meets = core.meets(theirs) || footprint.meets(booking.core);
                meets.then_some(Collision::Booking(booking.id, theirs))
            });
        let blocks = self.calendar.blocks.iter().filter(|block| footprint.meets(**block));
        let busy = self.calendar.busy.iter().filter(|busy| footprint.meets(**busy));
        [
            bookings.collect(),
            blocks.map(|block| Collision::Block(*block)).collect(),
            busy.map(|busy| Collision::Busy(*busy)).collect(),
        ]
    }

    fn taken(&self, core: Interval) -> u32 {
        u32::try_from(self.live().filter(|booking| self.shares_sitting(booking, core)).count()).unwrap()
    }

    fn full(&self, core: Interval) -> Option<Refusal> {
        (self.taken(core) >= self.calendar.rules.seats).then_some(Refusal::Full)
    }

    fn notice(&self, core: Interval) -> Option<Refusal> {
        let first = self.calendar.now + self.calendar.rules.minimum_notice;
        (core.start < first && self.calendar.held != Some(core)).then_some(Refusal::Notice(first))
    }

    fn horizon(&self, slot: &Slot) -> Option<Refusal> {
        let today = self.host_date(self.calendar.now);
        let bound = today + 2.years();
        let (first, last) = match self.calendar.rules.horizon {
            Horizon::Unlimited => (None, bound),
            Horizon::Rolling(days) => (None, bound.min(today + i64::from(days).days())),
            Horizon::Range(first, last) => (Some(first), bound.min(last)),
        };
        let date = self.host_date(slot.core.start);
        let outside = first.is_some_and(|first| date < first) || date > last;
        (outside && slot.opening.is_none()).then_some(Refusal::Horizon { first, last })
    }

    fn limits(&self, core: Interval) -> [Option<Refusal>; 3] {
        let rules = self.calendar.rules;
        let date = self.host_date(core.start);
        let own: HashSet<_> =
            self.sittings(core).into_iter().filter(|of| of.0 == self.calendar.event_type).collect();
        let on_day = |of: &&(EventTypeId, Interval)| self.host_date(of.1.start) == date;
        let in_week =
            |of: &&(EventTypeId, Interval)| self.week(self.host_date(of.1.start)) == self.week(date);
        let over = |count: usize, limit: Option<u32>| limit.filter(|limit| count > *limit as usize);
        [
            over(own.iter().filter(on_day).count(), rules.max_per_day).map(Refusal::DayLimit),
            over(own.iter().filter(in_week).count(), rules.max_per_week).map(Refusal::WeekLimit),
            over(self.sittings(core).iter().filter(on_day).count(), rules.host_max_per_day)
                .map(Refusal::HostDayLimit),
        ]
    }

    /// The sittings there would be with this one.
    fn sittings(&self, core: Interval) -> HashSet<(EventTypeId, Interval)> {
        let with = std::iter::once((self.calendar.event_type, core));
        self.live().map(|booking| (booking.event_type, booking.core)).chain(with).collect()
    }

    fn host_date(&self, at: Timestamp) -> Date {
        self.calendar.schedule.time_zone.to_datetime(at).date()
    }

    /// The date on which the week of `date` starts.
    fn week(&self, mut date: Date) -> Date {
        while date.weekday() != self.calendar.rules.week_start {
            date = date.yesterday().unwrap();
        }
        date
    }
}

fn minutes_of(core: Interval) -> impl Iterator<Item = Timestamp> {
    std::iter::successors(Some(core.start), |at| Some(*at + MINUTE)).take_while(move |at| *at < core.end)
}

fn minute_of_day(clock: DateTime) -> u16 {
    u16::try_from(i16::from(clock.hour()) * 60 + i16::from(clock.minute())).unwrap()
}

fn touching_pair(windows: &[Interval]) -> Option<(usize, usize)> {
    let pairs = (0..windows.len()).flat_map(|one| (one + 1..windows.len()).map(move |other| (one, other)));
    pairs.into_iter().find(|(one, other)| {
        windows[*one].start <= windows[*other].end && windows[*other].start <= windows[*one].end
    })
}

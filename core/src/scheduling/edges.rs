//! Where a reading of the wall clock lies in time: nowhere, once or twice.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// The date of the zone's clock at `at`.
pub(super) fn date(zone: &TimeZone, at: Timestamp) -> Date {
    zone.to_datetime(at).date()
}

/// The instants at which a clock reads something.
#[derive(Clone, Copy)]
pub(super) struct Occurrences {
    pub first: Timestamp,
    /// Another one only where the clock was turned back.
    pub last: Timestamp,
}

impl Occurrences {
    /// When the zone's clock reads `reading`; the end of the gap if it never does. `None` beyond the range of
    /// representable time.
    pub fn of(zone: &TimeZone, reading: DateTime) -> Option<Self> {
        let at = |offset: Offset| offset.to_timestamp(reading).ok();
        match zone.to_ambiguous_timestamp(reading).offset() {
            AmbiguousOffset::Unambiguous { offset } => at(offset).map(Self::once),
            AmbiguousOffset::Fold { before, after } => Some(Self { first: at(before)?, last: at(after)? }),
            AmbiguousOffset::Gap { after, .. } => gap_end(zone, at(after)?, after).map(Self::once),
        }
    }

    pub fn once(at: Timestamp) -> Self {
        Self { first: at, last: at }
    }
}

/// The instant at which the clock jumps over a reading to the offset `after`. Read with that offset, what is skipped
/// lies before the jump, by less than the jump's length.
fn gap_end(zone: &TimeZone, before_jump: Timestamp, after: Offset) -> Option<Timestamp> {
    let mut jumps = zone.following(before_jump);
    jumps.find(|jump| jump.offset() == after).map(|jump| jump.timestamp())
}

/// A zone's clock that is asked for readings in order: plain arithmetic finds all but those near a change of the clock.
pub(super) struct Clock<'z> {
    zone: &'z TimeZone,
    steady: Option<Steady>,
}

/// Readings that occur exactly once, and all with one offset.
struct Steady {
    from: DateTime,
    /// The first date that may have others.
    until: Date,
    offset: Offset,
}

impl<'z> Clock<'z> {
    pub fn new(zone: &'z TimeZone) -> Self {
        Self { zone, steady: None }
    }

    /// The same as [`Occurrences::of`].
    pub fn occurrences(&mut self, reading: DateTime) -> Option<Occurrences> {
        let covers = |steady: &&Steady| steady.from <= reading && reading.date() < steady.until;
        if let Some(steady) = self.steady.as_ref().filter(covers) {
            return steady.offset.to_timestamp(reading).ok().map(Occurrences::once);
        }
        let occurrences = Occurrences::of(self.zone, reading)?;
        self.steady = Steady::after(self.zone, reading, occurrences);
        Some(occurrences)
    }
}

impl Steady {
    /// The readings after one that occurs once, until shortly before the clock's next change: none is of two days.
    fn after(zone: &TimeZone, from: DateTime, at: Occurrences) -> Option<Self> {
        let offset = zone.to_offset(at.first);
        let change = zone.following(at.first).next();
        let change = change.map_or(Date::MAX, |change| offset.to_datetime(change.timestamp()).date());
        let until = change.saturating_sub(2.days());
        let occurs_once = at.first == at.last && offset.to_datetime(at.first) == from;
        (occurs_once && from.date() < until).then_some(Self { from, until, offset })
    }
}

//! Gathers from the store what the scheduling core decides by. The same gathering offers slots and accepts a booking.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use timeslot_core::booking::{LONGEST_BUFFER, LONGEST_MEETING};
use timeslot_core::id::{BookingId, EventTypeId, HostId};
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Calendar, LiveBooking, Opening, Rules, Schedule, Slot};
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::hosts::HostRow;
use timeslot_store::insights::DailyOfferRow;
use timeslot_store::{Error, Tx, bookings, openings, schedules};

/// Most openings and blocks that one answer looks at; a host publishes no more than this ahead.
pub const MOST_BY_HAND: u32 = 5000;
/// A query reaches this far beyond its dates: what starts earlier may still be running, with its buffers.
const REACH: SignedDuration =
    SignedDuration::from_hours(LONGEST_MEETING.as_hours() + 2 * LONGEST_BUFFER.as_hours());
/// With limits per day or week, as far as the week of a slot reaches.
const WEEK: SignedDuration = SignedDuration::from_hours(24 * 9);
/// Alternatives are looked for this far on either side.
const NEARBY: SignedDuration = SignedDuration::from_hours(24 * 32);

/// Everything that decides about one event type's slots in a span of time.
#[derive(Debug)]
pub struct Availability {
    event_type: EventTypeId,
    schedule: Schedule,
    rules: Rules,
    openings: Vec<Opening>,
    blocks: Vec<Interval>,
    bookings: Vec<LiveBooking>,
}

impl Availability {
    /// Reads what decides about slots that start in `span`.
    pub async fn gather(
        tx: &mut Tx,
        host: &HostRow,
        event_type: &EventTypeRow,
        span: Interval,
    ) -> Result<Self, Error> {
        let rules = event_type.rules(host);
        let wide = reach(&rules, span);
        // All four are asked before the first is waited for.
        let schedule = schedules::ask(tx, host.id, event_type.schedule_id).await?;
        let by_hand = openings::ask(tx, host.id, Some(event_type.id), wide, MOST_BY_HAND).await?;
        let blocks = openings::ask_blocks(tx, host.id, wide, MOST_BY_HAND).await?;
        let bookings = bookings::live(tx, host.id, wide).await?;
        let schedule = schedule.first().await?;
        let schedule = schedule
            .ok_or_else(|| Error::Unexpected(format!("event type {} has no schedule", event_type.id)))?;
        let (by_hand, blocks) = (by_hand.all().await?, blocks.all().await?);
        Ok(Self {
            event_type: event_type.id,
            schedule: schedule.hours()?,
            rules,
            openings: by_hand.iter().map(openings::OpeningRow::opening).collect::<Result<_, _>>()?,
            blocks: blocks.iter().map(|block| Interval::new(block.starts_at, block.ends_at)).collect(),
            bookings: bookings.all().await?,
        })
    }

    /// The same of several event types of the host, each beside its own, asking no oftener than for one.
    pub async fn gather_all<'e>(
        tx: &mut Tx,
        host: &HostRow,
        event_types: Vec<&'e EventTypeRow>,
        span: Interval,
    ) -> Result<Vec<(&'e EventTypeRow, Self)>, Error> {
        let reaches = event_types.iter().map(|it| reach(&it.rules(host), span));
        let Some(wide) =
            reaches.reduce(|one, other| Interval::new(one.start.min(other.start), one.end.max(other.end)))
        else {
            return Ok(Vec::new());
        };
        let hours = schedules::list(tx, host.id, MOST_BY_HAND).await?;
        let by_hand = openings::list(tx, host.id, None, wide, MOST_BY_HAND).await?;
        let blocks = openings::blocks(tx, host.id, wide, MOST_BY_HAND).await?;
        let bookings = bookings::live(tx, host.id, wide).await?.all().await?;
        let each = event_types.into_iter().map(|event_type| {
            let schedule = hours.iter().find(|schedule| schedule.id == event_type.schedule_id);
            let schedule = schedule
                .ok_or_else(|| Error::Unexpected(format!("event type {} has no schedule", event_type.id)))?;
            let own = by_hand.iter().filter(|opening| opening.event_type_id == event_type.id);
            let availability = Self {
                event_type: event_type.id,
                schedule: schedule.hours()?,
                rules: event_type.rules(host),
                openings: own.map(openings::OpeningRow::opening).collect::<Result<_, _>>()?,
                blocks: blocks.iter().map(|block| Interval::new(block.starts_at, block.ends_at)).collect(),
                bookings: bookings.clone(),
            };
            Ok((event_type, availability))
        });
        each.collect()
    }

    /// What decides about a booking at `start`.
    pub async fn at(
        tx: &mut Tx,
        host: &HostRow,
        event_type: &EventTypeRow,
        start: Timestamp,
    ) -> Result<Self, Error> {
        Self::gather(tx, host, event_type, Interval::new(start, start)).await
    }

    /// The same and what decides about its alternatives.
    pub async fn around(
        tx: &mut Tx,
        host: &HostRow,
        event_type: &EventTypeRow,
        start: Timestamp,
    ) -> Result<Self, Error> {
        Self::gather(tx, host, event_type, spread(Interval::new(start, start), NEARBY)).await
    }

    /// What decides about the slots of whole dates in the viewer's zone, both inclusive.
    pub async fn of_dates(
        tx: &mut Tx,
        host: &HostRow,
        event_type: &EventTypeRow,
        from: Date,
        to: Date,
        viewer: &TimeZone,
    ) -> Result<Self, Error> {
        Self::gather(tx, host, event_type, date_span(from, to, viewer)).await
    }

    /// The zone of the host's hours.
    #[must_use]
    pub const fn time_zone(&self) -> &TimeZone {
        &self.schedule.time_zone
    }

    /// As the core reads it, at `now`; `moving` is a booking that doesn't stand in its own way.
    #[must_use]
    pub fn calendar(&self, now: Timestamp, moving: Option<BookingId>) -> Calendar<'_> {
        Calendar {
            now,
            event_type: self.event_type,
            schedule: &self.schedule,
            rules: &self.rules,
            openings: self.openings.clone(),
            blocks: self.blocks.clone(),
            bookings: self.bookings.clone(),
            busy: Vec::new(),
            moving,
            held: None,
        }
    }

    /// What the event type offered and sold on one date: published and outside of blocks, whenever one asks.
    #[must_use]
    pub fn daily_offer(&self, host_id: HostId, day: Date, zone: &TimeZone) -> DailyOfferRow {
        let booked = self.booked(day, zone);
        let published = self.calendar(Timestamp::UNIX_EPOCH, None).grid(day, day, zone);
        let is_free = |core: &Interval| !self.blocks.iter().any(|block| block.meets(*core));
        let mut offered: BTreeSet<Interval> =
            published.into_iter().map(|slot| slot.core).filter(is_free).collect();
        offered.extend(booked.iter().copied());
        DailyOfferRow {
            host_id,
            day,
            event_type_id: self.event_type,
            slots_offered: count(&offered),
            minutes_offered: minutes(&offered),
            slots_booked: count(&booked),
            minutes_booked: minutes(&booked),
        }
    }

    /// The times of one date at which bookings of this event type sit.
    fn booked(&self, day: Date, zone: &TimeZone) -> BTreeSet<Interval> {
        let of_day = date_span(day, day, zone);
        let own =
            self.bookings.iter().filter(|live| live.event_type == self.event_type).map(|live| live.core);
        own.filter(|core| of_day.start <= core.start && core.start < of_day.end).collect()
    }

    /// The open slots whose start lies in the dates of the viewer's zone, both inclusive.
    #[must_use]
    pub fn slots(&self, now: Timestamp, from: Date, to: Date, viewer: &TimeZone) -> Vec<Slot> {
        self.calendar(now, None).slots(from, to, viewer)
    }
}

/// The instants of whole dates of a zone, both inclusive.
#[must_use]
pub fn date_span(from: Date, to: Date, zone: &TimeZone) -> Interval {
    let midnight = |date: Date| date.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp());
    let end = to.tomorrow().ok().and_then(midnight);
    Interval::new(midnight(from).unwrap_or(Timestamp::MAX), end.unwrap_or(Timestamp::MAX))
}

fn count(slots: &BTreeSet<Interval>) -> i64 {
    i64::try_from(slots.len()).unwrap_or(i64::MAX)
}

fn minutes(slots: &BTreeSet<Interval>) -> i64 {
    slots.iter().map(|slot| slot.duration().as_mins()).sum()
}

fn reach(rules: &Rules, span: Interval) -> Interval {
    let limited =
        rules.max_per_day.is_some() || rules.max_per_week.is_some() || rules.host_max_per_day.is_some();
    spread(span, if limited { WEEK } else { REACH })
}

/// Nothing is stored of the time before 1970, and not every database can count that far back.
fn spread(span: Interval, by: SignedDuration) -> Interval {
    let start = span.start.checked_sub(by).unwrap_or(Timestamp::UNIX_EPOCH);
    Interval::new(start.max(Timestamp::UNIX_EPOCH), span.end.checked_add(by).unwrap_or(Timestamp::MAX))
}

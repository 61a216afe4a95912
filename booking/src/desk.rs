//! The desk at which steps are taken: one host, locked, with outdated holds cleared away.

use crate::expire::expire_outdated;
use jiff::Timestamp;
use serde_json::Value as Document;
use timeslot_core::booking::{Actor, Limits};
use timeslot_core::clock::Entropy;
use timeslot_core::event::BookingEvent;
use timeslot_core::id::HostId;
use timeslot_core::routing::{BookingFacts, HostNotices, jobs_for};
use timeslot_core::zone::Zone;
use timeslot_store::bookings::{BookingRow, record_step};
use timeslot_store::hosts::{self, HostRow, Step};
use timeslot_store::jobs::{Subject, enqueue};
use timeslot_store::{Error, Tx, bookings, sittings};

/// What a step is told from outside.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    /// The instant of the step.
    pub now: Timestamp,
    /// Where ids come from.
    pub entropy: &'a dyn Entropy,
    /// Limits that protect people.
    pub limits: Limits,
}

/// A host whose other steps wait until this transaction has ended.
pub struct Desk<'a> {
    pub(crate) host: HostRow,
    pub(crate) now: Timestamp,
    pub(crate) entropy: &'a dyn Entropy,
    pub(crate) limits: Limits,
}

impl Desk<'_> {
    /// The zone that the host reads times in.
    pub(crate) fn host_zone(&self) -> Result<Zone, Error> {
        let HostRow { id, time_zone, .. } = &self.host;
        Zone::parse(time_zone)
            .ok_or_else(|| Error::Unexpected(format!("host {id} has the unknown zone {time_zone}")))
    }
}

impl<'a> Desk<'a> {
    /// Locks the host, raises its availability version, and expires what is outdated: the database's guard can't look at
    /// the clock. `None` where there is no such host.
    pub async fn open(
        tx: &mut Tx,
        circumstances: Circumstances<'a>,
        host: HostId,
    ) -> Result<Option<Desk<'a>>, Error> {
        let step = hosts::begin_step(tx, host, circumstances.now).await?;
        Self::of(tx, circumstances, step).await
    }

    /// The same for the host with `handle`.
    pub async fn open_by_handle(
        tx: &mut Tx,
        circumstances: Circumstances<'a>,
        handle: &str,
    ) -> Result<Option<Desk<'a>>, Error> {
        let step = hosts::begin_step_by_handle(tx, handle, circumstances.now).await?;
        Self::of(tx, circumstances, step).await
    }

    async fn of(
        tx: &mut Tx,
        circumstances: Circumstances<'a>,
        step: Option<Step>,
    ) -> Result<Option<Desk<'a>>, Error> {
        let Some(Step { host, has_outdated }) = step else { return Ok(None) };
        let Circumstances { now, entropy, limits } = circumstances;
        let desk = Self { host, now, entropy, limits };
        if has_outdated {
            expire_outdated(tx, &desk).await?;
        }
        Ok(Some(desk))
    }

    /// The host.
    #[must_use]
    pub const fn host(&self) -> &HostRow {
        &self.host
    }

    /// Writes a changed booking back, with its place in the timeline and the jobs that follow.
    pub(crate) async fn emit(
        &self,
        tx: &mut Tx,
        booking: &mut BookingRow,
        event: BookingEvent,
        by: Actor,
    ) -> Result<(), Error> {
        self.emit_telling(tx, booking, event, by, Document::Null).await
    }

    /// The same, its jobs told what the booking's row doesn't say any more.
    pub(crate) async fn emit_telling(
        &self,
        tx: &mut Tx,
        booking: &mut BookingRow,
        event: BookingEvent,
        by: Actor,
        payload: Document,
    ) -> Result<(), Error> {
        booking.updated_at = self.now;
        bookings::update(tx, booking).await?;
        record_step(tx, booking, event.name(), by, self.now).await?;
        self.follow_up(tx, booking, event, payload).await
    }

    /// The jobs that follow from a step whose rows have been written.
    pub(crate) async fn follow_up(
        &self,
        tx: &mut Tx,
        booking: &BookingRow,
        event: BookingEvent,
        payload: Document,
    ) -> Result<(), Error> {
        let facts = BookingFacts {
            now: self.now,
            starts_at: booking.starts_at,
            expires_at: booking.expires_at,
            guests: u8::try_from(booking.guests.0.len()).unwrap_or(u8::MAX),
            reminders_minutes: &booking.reminders_minutes.0,
            notices: HostNotices {
                booked: self.host.notify_booked,
                cancelled: self.host.notify_cancelled,
                rescheduled: self.host.notify_rescheduled,
            },
        };
        let subject = Subject {
            key: self.subject_key(booking, event),
            host: Some(self.host.id),
            booking: Some(booking.id),
            version: booking.version,
            payload,
        };
        enqueue(tx, self.now, self.entropy, &subject, &jobs_for(event, &facts)).await
    }

    /// A move that is asked for leaves the version alone, so that reminders of the agreed time stay true; its letters
    /// are told apart by the instant instead.
    fn subject_key(&self, booking: &BookingRow, event: BookingEvent) -> String {
        match event {
            BookingEvent::MoveRequested | BookingEvent::MoveDeclined => {
                format!("{}@{}", booking.id, self.now.as_millisecond())
            }
            _ => booking.id.to_string(),
        }
    }

    /// Gives the booking's seat back.
    pub(crate) async fn free(&self, tx: &mut Tx, booking: &BookingRow) -> Result<(), Error> {
        sittings::leave(tx, self.host.id, booking.sitting_id).await
    }
}

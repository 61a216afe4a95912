//! Sittings: the rows that guard time. Whatever the code believes, the database lets no two live sittings of a host
//! overlap, and seats no more than there are.

use crate::engine::{Error, Tx};
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{EventTypeId, HostId, SittingId};
use timeslot_core::interval::Interval;

record! {
    /// One meeting, or one time that several bookings of a seated event type share.
    pub struct SittingRow in "sittings" {
        /// Its id.
        pub id: SittingId,
        /// Whose time.
        pub host_id: HostId,
        /// Of what.
        pub event_type_id: EventTypeId,
        /// Its start.
        pub starts_at: Timestamp,
        /// Its end.
        pub ends_at: Timestamp,
        /// How many may sit.
        pub capacity: u32,
        /// How many do: those held, awaiting approval and confirmed.
        pub taken: u32,
    }
}

/// What became of an attempt to sit down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// One seat of this sitting is taken.
    Taken(SittingId),
    /// Another live sitting is in the way, or every seat is taken.
    Refused,
}

/// Takes a seat at `core`: of the live sitting of the same event type, start and end, or of `fresh`. Called under the
/// host's lock, after the rules have been asked; the guard is the last word all the same.
pub async fn sit(tx: &mut Tx, fresh: &SittingRow) -> Result<Seat, Error> {
    // Where there is one seat, whatever sits there already is in the way.
    if fresh.capacity > 1
        && let Some(joined) = join(tx, fresh).await?
    {
        return Ok(joined);
    }
    // One statement, so that on PostgreSQL a refusal doesn't spoil the transaction: nothing is inserted where a live
    // sitting overlaps, and the exclusion constraint stands behind it.
    let written = tx
        .execute(
            "INSERT INTO sittings (id, host_id, event_type_id, starts_at, ends_at, capacity, taken)
             SELECT $1, $2, $3, $4, $5, $6, 1
             WHERE NOT EXISTS (SELECT 1 FROM sittings WHERE host_id = $2 AND taken > 0 AND starts_at < $5 AND ends_at > $4
                AND starts_at > $7)",
            args![
                fresh.id,
                fresh.host_id,
                fresh.event_type_id,
                fresh.starts_at,
                fresh.ends_at,
                fresh.capacity,
                earliest_neighbour(fresh.starts_at),
            ],
        )
        .await?;
    Ok(if written > 0 { Seat::Taken(fresh.id) } else { Seat::Refused })
}

/// No core is longer than a day, so nothing that starts earlier than this reaches `start`.
fn earliest_neighbour(start: Timestamp) -> Timestamp {
    start.checked_sub(timeslot_core::booking::LONGEST_MEETING * 2).unwrap_or(start)
}

async fn join(tx: &mut Tx, fresh: &SittingRow) -> Result<Option<Seat>, Error> {
    let live = tx
        .first::<(SittingId, u32)>(
            "SELECT id, taken FROM sittings
             WHERE host_id = $1 AND event_type_id = $2 AND starts_at = $3 AND ends_at = $4 AND taken > 0",
            args![fresh.host_id, fresh.event_type_id, fresh.starts_at, fresh.ends_at],
        )
        .await?;
    let Some((id, taken)) = live else { return Ok(None) };
    if taken >= fresh.capacity {
        return Ok(Some(Seat::Refused));
    }
    tx.execute(
        "UPDATE sittings SET taken = taken + 1, capacity = $3 WHERE host_id = $1 AND id = $2",
        args![fresh.host_id, id, fresh.capacity],
    )
    .await?;
    Ok(Some(Seat::Taken(id)))
}

/// Gives a seat back.
pub async fn leave(tx: &mut Tx, host: HostId, id: SittingId) -> Result<(), Error> {
    let changed = tx
        .execute("UPDATE sittings SET taken = taken - 1 WHERE host_id = $1 AND id = $2", args![host, id])
        .await?;
    if changed == 1 { Ok(()) } else { Err(Error::Unexpected(format!("sitting {id} is not there"))) }
}

/// Takes back a seat that was given back in this transaction.
pub async fn rejoin(tx: &mut Tx, host: HostId, id: SittingId) -> Result<(), Error> {
    let changed = tx
        .execute("UPDATE sittings SET taken = taken + 1 WHERE host_id = $1 AND id = $2", args![host, id])
        .await?;
    if changed == 1 { Ok(()) } else { Err(Error::Unexpected(format!("sitting {id} is not there"))) }
}

/// Live sittings that meet `span`, of all event types, by start.
pub async fn live(tx: &mut Tx, host: HostId, span: Interval, most: u32) -> Result<Vec<SittingRow>, Error> {
    let sql = format!(
        "SELECT {} FROM sittings
         WHERE host_id = $1 AND taken > 0 AND starts_at > $2 AND starts_at < $3 AND ends_at > $4
         ORDER BY starts_at LIMIT $5",
        SittingRow::columns("")
    );
    tx.all(&sql, args![host, earliest_neighbour(span.start), span.end, span.start, most]).await
}

//! Openings and blocks: time that the host opens or closes by hand.

use crate::engine::{Asked, Error, Tx};
use crate::event_types::money;
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{BlockId, EventTypeId, HostId, OpeningId};
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::Opening;

record! {
    /// One slot published by hand.
    pub struct OpeningRow in "openings" {
        /// Its id.
        pub id: OpeningId,
        /// Whose.
        pub host_id: HostId,
        /// For what.
        pub event_type_id: EventTypeId,
        /// Its start.
        pub starts_at: Timestamp,
        /// Its end.
        pub ends_at: Timestamp,
        /// Its own price in minor units.
        pub price_minor: Option<i64>,
        /// The price's currency.
        pub currency: Option<String>,
        /// When it was published.
        pub created_at: Timestamp,
    }
}

record! {
    /// A period in which the host can't be booked.
    pub struct BlockRow in "blocks" {
        /// Its id.
        pub id: BlockId,
        /// Whose.
        pub host_id: HostId,
        /// Its start.
        pub starts_at: Timestamp,
        /// Its end.
        pub ends_at: Timestamp,
        /// The host's own note.
        pub reason: Option<String>,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

impl OpeningRow {
    /// As the core reads it.
    pub fn opening(&self) -> Result<Opening, Error> {
        Ok(Opening {
            id: self.id,
            core: Interval::new(self.starts_at, self.ends_at),
            price: money(self.price_minor, self.currency.as_deref())?,
        })
    }
}

/// The openings that start in `[from, to)`, of one event type or of all, by start.
pub async fn list(
    tx: &mut Tx,
    host: HostId,
    event_type: Option<EventTypeId>,
    span: Interval,
    most: u32,
) -> Result<Vec<OpeningRow>, Error> {
    ask(tx, host, event_type, span, most).await?.all().await
}

/// The same, without waiting for the answer.
pub async fn ask(
    tx: &mut Tx,
    host: HostId,
    event_type: Option<EventTypeId>,
    span: Interval,
    most: u32,
) -> Result<Asked<OpeningRow>, Error> {
    let only = if event_type.is_some() { "AND event_type_id = $5" } else { "" };
    let sql = format!(
        "SELECT {} FROM openings WHERE host_id = $1 AND starts_at >= $2 AND starts_at < $3 {only}
         ORDER BY starts_at, id LIMIT $4",
        OpeningRow::columns("")
    );
    match event_type {
        Some(event_type) => tx.ask(&sql, args![host, span.start, span.end, most, event_type]).await,
        None => tx.ask(&sql, args![host, span.start, span.end, most]).await,
    }
}

/// One opening.
pub async fn find(tx: &mut Tx, host: HostId, id: OpeningId) -> Result<Option<OpeningRow>, Error> {
    let sql = format!("SELECT {} FROM openings WHERE host_id = $1 AND id = $2", OpeningRow::columns(""));
    tx.first(&sql, args![host, id]).await
}

/// Takes an opening back. What was booked from it stays.
pub async fn delete(tx: &mut Tx, host: HostId, id: OpeningId) -> Result<bool, Error> {
    Ok(tx.execute("DELETE FROM openings WHERE host_id = $1 AND id = $2", args![host, id]).await? > 0)
}

/// How many openings the host has that haven't ended.
pub async fn count_ahead(tx: &mut Tx, host: HostId, now: Timestamp) -> Result<i64, Error> {
    let (count,) = tx
        .one("SELECT COUNT(*) FROM openings WHERE host_id = $1 AND starts_at >= $2", args![host, now])
        .await?;
    Ok(count)
}

/// The blocks that meet `span`, by start.
pub async fn blocks(tx: &mut Tx, host: HostId, span: Interval, most: u32) -> Result<Vec<BlockRow>, Error> {
    ask_blocks(tx, host, span, most).await?.all().await
}

/// The same, without waiting for the answer.
pub async fn ask_blocks(
    tx: &mut Tx,
    host: HostId,
    span: Interval,
    most: u32,
) -> Result<Asked<BlockRow>, Error> {
    let sql = format!(
        "SELECT {} FROM blocks WHERE host_id = $1 AND ends_at > $2 AND starts_at < $3 ORDER BY starts_at, id LIMIT $4",
        BlockRow::columns("")
    );
    tx.ask(&sql, args![host, span.start, span.end, most]).await
}

/// Takes a block back.
pub async fn delete_block(tx: &mut Tx, host: HostId, id: BlockId) -> Result<bool, Error> {
    Ok(tx.execute("DELETE FROM blocks WHERE host_id = $1 AND id = $2", args![host, id]).await? > 0)
}

/// How many blocks the host has that haven't ended.
pub async fn count_blocks_ahead(tx: &mut Tx, host: HostId, now: Timestamp) -> Result<i64, Error> {
    let (count,) =
        tx.one("SELECT COUNT(*) FROM blocks WHERE host_id = $1 AND ends_at > $2", args![host, now]).await?;
    Ok(count)
}

//! Insights: what was offered and booked on past days, and what became of bookings.

use crate::engine::{Error, Tx};
use crate::{args, record};
use jiff::Timestamp;
use jiff::civil::Date;
use timeslot_core::id::{EventTypeId, HostId};
use timeslot_core::interval::Interval;

record! {
    /// What one event type offered and sold on one day of the host's zone.
    pub struct DailyOfferRow in "daily_offers" {
        /// Whose.
        pub host_id: HostId,
        /// Which day.
        pub day: Date,
        /// Of what.
        pub event_type_id: EventTypeId,
        /// Slots that stood open or were booked.
        pub slots_offered: i64,
        /// Their minutes.
        pub minutes_offered: i64,
        /// Slots that were booked.
        pub slots_booked: i64,
        /// Their minutes.
        pub minutes_booked: i64,
    }
}

/// Keeps a day's numbers; a day that is counted already stays as it is.
pub async fn keep(tx: &mut Tx, row: &DailyOfferRow) -> Result<(), Error> {
    tx.execute(
        "INSERT INTO daily_offers (host_id, day, event_type_id, slots_offered, minutes_offered, slots_booked, minutes_booked)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (host_id, day, event_type_id) DO NOTHING",
        args![
            row.host_id,
            row.day,
            row.event_type_id,
            row.slots_offered,
            row.minutes_offered,
            row.slots_booked,
            row.minutes_booked,
        ],
    )
    .await?;
    Ok(())
}

/// The kept numbers of the days from `from` to `to`, both inclusive.
pub async fn daily(
    tx: &mut Tx,
    host: HostId,
    from: Date,
    to: Date,
    most: u32,
) -> Result<Vec<DailyOfferRow>, Error> {
    let sql = format!(
        "SELECT {} FROM daily_offers WHERE host_id = $1 AND day >= $2 AND day <= $3
         ORDER BY day, event_type_id LIMIT $4",
        DailyOfferRow::columns("")
    );
    tx.all(&sql, args![host, from, to, most]).await
}

/// The last day that is counted for a host.
pub async fn last_day(tx: &mut Tx, host: HostId) -> Result<Option<Date>, Error> {
    let (day,) = tx.one("SELECT MAX(day) FROM daily_offers WHERE host_id = $1", args![host]).await?;
    Ok(day)
}

/// A booking as insights see it.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Of what.
    pub event_type_id: EventTypeId,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Where it stands.
    pub state: String,
    /// Whether the customer didn't come.
    pub no_show: bool,
}

/// What became of the bookings that start in `span`.
pub async fn outcomes(tx: &mut Tx, host: HostId, span: Interval, most: u32) -> Result<Vec<Outcome>, Error> {
    let rows: Vec<(EventTypeId, Timestamp, Timestamp, String, bool)> = tx
        .all(
            "SELECT event_type_id, starts_at, ends_at, state, no_show FROM bookings
             WHERE host_id = $1 AND starts_at >= $2 AND starts_at < $3 ORDER BY starts_at LIMIT $4",
            args![host, span.start, span.end, most],
        )
        .await?;
    let outcome = |(event_type_id, starts_at, ends_at, state, no_show)| Outcome {
        event_type_id,
        starts_at,
        ends_at,
        state,
        no_show,
    };
    Ok(rows.into_iter().map(outcome).collect())
}

/// Hosts with a public page, those behind `after`, by id: what a daily job walks.
pub async fn hosts_after(tx: &mut Tx, after: HostId, most: u32) -> Result<Vec<HostId>, Error> {
    let rows: Vec<(HostId,)> = tx
        .all(
            "SELECT h.id FROM hosts h JOIN accounts a ON a.id = h.id
             WHERE h.id > $1 AND a.verified_at IS NOT NULL ORDER BY h.id LIMIT $2",
            args![after, most],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

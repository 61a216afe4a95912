//! Deliveries: one mail to one address each, with what became of it; and the mailbox of an instance without a mail
//! server.

use crate::engine::{Dialect, Error, Tx};
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{BookingId, DeliveryId, HostId, JobId};

record! {
    /// One mail to one address.
    pub struct DeliveryRow in "deliveries" {
        /// Its id.
        pub id: DeliveryId,
        /// The job that writes it.
        pub job_id: JobId,
        /// For which host.
        pub host_id: Option<HostId>,
        /// Of which booking.
        pub booking_id: Option<BookingId>,
        /// The kind of letter: the job's kind.
        pub letter: String,
        /// For whom, as [`timeslot_core::job::Recipient`] writes it.
        pub recipient: String,
        /// A keyed hash of the address.
        pub address_hash: Vec<u8>,
        /// `queued`, `accepted`, `refused`, `failed` or `suppressed`.
        pub state: String,
        /// How often it was handed to the mail server.
        pub tries: u32,
        /// What went wrong last.
        pub last_error: Option<String>,
        /// When it was first looked at, or first handed over after it had been held back.
        pub created_at: Timestamp,
        /// When the mail server took it.
        pub accepted_at: Option<Timestamp>,
    }
}

/// The delivery of a job.
pub async fn of_job(tx: &mut Tx, job: JobId) -> Result<Option<DeliveryRow>, Error> {
    let sql = format!("SELECT {} FROM deliveries WHERE job_id = $1", DeliveryRow::columns(""));
    tx.first(&sql, args![job]).await
}

/// Writes down what became of a try: the first one inserts, later ones update.
pub async fn write(tx: &mut Tx, it: &DeliveryRow) -> Result<(), Error> {
    tx.send(
        "INSERT INTO deliveries (job_id, state, tries, last_error, accepted_at, address_hash, created_at, id, host_id,
            booking_id, letter, recipient)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (job_id) DO UPDATE SET state = $2, tries = $3, last_error = $4, accepted_at = $5,
            address_hash = $6, created_at = $7",
        args![
            it.job_id,
            &it.state,
            it.tries,
            it.last_error.clone(),
            it.accepted_at,
            it.address_hash.clone(),
            it.created_at,
            it.id,
            it.host_id,
            it.booking_id,
            &it.letter,
            &it.recipient,
        ],
    )
    .await?;
    if let Some(host) = it.host_id {
        let change = tx.report().host(host);
        change.deliveries = true;
        change.bookings.extend(it.booking_id);
    }
    Ok(())
}

/// Which letters are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Those that let somebody into an account.
    Access,
    /// Those that tell of changed credentials. Counted apart, so that they never use up the way back into an account.
    Told,
    /// A host's own notices: who has a busy day hears of it.
    Notices,
    /// All others.
    Others,
}

impl Counted {
    const fn condition(self) -> &'static str {
        match self {
            Self::Access => {
                "letter IN ('verify_address', 'change_address', 'reset_password', 'address_taken')"
            }
            Self::Told => "letter = 'credentials_changed'",
            Self::Others => {
                "letter NOT IN ('verify_address', 'change_address', 'reset_password', 'address_taken', 'credentials_changed')
                   AND recipient <> 'host'"
            }
            Self::Notices => "recipient = 'host'",
        }
    }
}

/// Lets one transaction at a time count the letters of `key`, an address's hash or a host's id: two that counted at
/// once would both see room for the last one.
pub async fn hold_count(tx: &mut Tx, key: &[u8]) -> Result<(), Error> {
    // SQLite has one writer anyway.
    if tx.dialect() == Dialect::Postgres {
        let number = key.iter().rev().take(8).fold(0_i64, |number, byte| number << 8 | i64::from(*byte));
        tx.execute("SELECT pg_advisory_xact_lock($1)", args![number]).await?;
    }
    Ok(())
}

/// How many letters went, or are on their way, to an address since `since`, over all hosts; that of `job` apart.
pub async fn to_address(
    tx: &mut Tx,
    address_hash: &[u8],
    since: Timestamp,
    counted: Counted,
    job: JobId,
) -> Result<i64, Error> {
    let sql = format!(
        "SELECT COUNT(*) FROM deliveries WHERE address_hash = $1 AND created_at > $2 AND job_id <> $3 AND {}
           AND state IN ('queued', 'accepted')",
        counted.condition()
    );
    let (count,) = tx.one(&sql, args![address_hash, since, job]).await?;
    Ok(count)
}

/// When the `nth` last of the letters went, or was first tried, that [`to_address`] counts.
pub async fn nth_last_to_address(
    tx: &mut Tx,
    address_hash: &[u8],
    counted: Counted,
    nth: u32,
) -> Result<Option<Timestamp>, Error> {
    let sql = format!(
        "SELECT created_at FROM deliveries WHERE address_hash = $1 AND {} AND state IN ('queued', 'accepted')
         ORDER BY created_at DESC LIMIT 1 OFFSET $2",
        counted.condition()
    );
    let found: Option<(Timestamp,)> = tx.first(&sql, args![address_hash, nth.saturating_sub(1)]).await?;
    Ok(found.map(|(at,)| at))
}

/// How many letters a host has sent to others since `since`; that of `job` apart.
pub async fn of_host_since(tx: &mut Tx, host: HostId, since: Timestamp, job: JobId) -> Result<i64, Error> {
    let (count,) = tx
        .one(
            "SELECT COUNT(*) FROM deliveries WHERE host_id = $1 AND created_at >= $2 AND job_id <> $3
               AND recipient NOT IN ('host', 'account') AND state IN ('queued', 'accepted')",
            args![host, since, job],
        )
        .await?;
    Ok(count)
}

/// The deliveries of a booking.
pub async fn of_booking(
    tx: &mut Tx,
    host: HostId,
    booking: BookingId,
    most: u32,
) -> Result<Vec<DeliveryRow>, Error> {
    let sql = format!(
        "SELECT {} FROM deliveries WHERE host_id = $1 AND booking_id = $2 ORDER BY created_at, id LIMIT $3",
        DeliveryRow::columns("")
    );
    tx.all(&sql, args![host, booking, most]).await
}

/// The newest delivery, first tried after `since`, that failed with an error that begins with `words`.
pub async fn last_failure(tx: &mut Tx, words: &str, since: Timestamp) -> Result<Option<DeliveryRow>, Error> {
    let sql = format!(
        "SELECT {} FROM deliveries
         WHERE state IN ('queued', 'refused', 'failed') AND created_at > $2 AND state = 'failed'
           AND last_error LIKE $1 || '%'
         ORDER BY created_at DESC, id DESC LIMIT 1",
        DeliveryRow::columns("")
    );
    tx.first(&sql, args![words, since]).await
}

/// Deletes up to `most` deliveries older than `before`.
pub async fn sweep(tx: &mut Tx, before: Timestamp, most: u32) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE created_at < $1 LIMIT $2)",
        args![before, most],
    )
    .await
}

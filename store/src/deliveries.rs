//! Deliveries: one mail to one address each, with what became of it; and the mailbox of an instance without a mail
//! server.

use crate::engine::{Error, Tx};
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
        /// When it was first tried.
        pub created_at: Timestamp,
        /// When the mail server took it.
        pub accepted_at: Option<Timestamp>,
    }
}

/// The delivery of a job.
pub async fn of_job(tx: &mut Tx, job: JobId) -> Result<Option<DeliveryRow>, Error> {
    let sql = format!(
        "SELECT {} FROM deliveries WHERE job_id = $1",
        DeliveryRow::columns("")
    );
    tx.first(&sql, args![job]).await
}

/// Writes down what became of a try: the first one inserts, later ones update.
pub async fn write(tx: &mut Tx, it: &DeliveryRow) -> Result<(), Error> {
    let changed = tx
        .execute(
            "UPDATE deliveries SET state = $2, tries = $3, last_error = $4, accepted_at = $5, address_hash = $6
             WHERE job_id = $1",
            args![
                it.job_id,
                &it.state,
                it.tries,
                it.last_error.clone(),
                it.accepted_at,
                it.address_hash.clone(),
            ],
        )
        .await?;
    if changed == 0 {
        it.insert(tx).await?;
    }
    if let Some(host) = it.host_id {
        let change = tx.report().host(host);
        change.deliveries = true;
        change.bookings.extend(it.booking_id);
    }
    Ok(())
}

/// How many letters of the given kinds went, or are on their way, to an address since `since`, over all hosts.
pub async fn to_address(
    tx: &mut Tx,
    address_hash: &[u8],
    since: Timestamp,
    kinds: &str,
) -> Result<i64, Error> {
    // The kinds are our own words, never input.
    let sql = format!(
        "SELECT COUNT(*) FROM deliveries WHERE address_hash = $1 AND created_at >= $2 AND letter {kinds}
           AND state IN ('queued', 'accepted')"
    );
    let (count,) = tx.one(&sql, args![address_hash, since]).await?;
    Ok(count)
}

/// How many letters a host's bookings have sent.
pub async fn of_host_since(tx: &mut Tx, host: HostId, since: Timestamp) -> Result<i64, Error> {
    let (count,) = tx
        .one(
            "SELECT COUNT(*) FROM deliveries WHERE host_id = $1 AND created_at >= $2 AND state IN ('queued', 'accepted')",
            args![host, since],
        )
        .await?;
    Ok(count)
}

/// The host's deliveries, newest first, in one state or all, those before `before`.
pub async fn list(
    tx: &mut Tx,
    host: HostId,
    state: Option<&str>,
    before: Option<(Timestamp, DeliveryId)>,
    most: u32,
) -> Result<Vec<DeliveryRow>, Error> {
    let mut args = args![host, most].to_vec();
    let mut more = String::new();
    if let Some(state) = state {
        args.push(state.into());
        more.push_str(&format!(" AND state = ${}", args.len()));
    }
    if let Some((at, id)) = before {
        args.push(at.into());
        args.push(id.into());
        more.push_str(&format!(
            " AND (created_at, id) < (${}, ${})",
            args.len() - 1,
            args.len()
        ));
    }
    let sql = format!(
        "SELECT {} FROM deliveries WHERE host_id = $1 {more} ORDER BY created_at DESC, id DESC LIMIT $2",
        DeliveryRow::columns("")
    );
    tx.all(&sql, &args).await
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

/// What no mail server has taken, of all hosts, newest first: the operator's list.
pub async fn undelivered(
    tx: &mut Tx,
    before: Option<(Timestamp, DeliveryId)>,
    most: u32,
) -> Result<Vec<DeliveryRow>, Error> {
    let mut args = args![most].to_vec();
    let mut more = "";
    if let Some((at, id)) = before {
        args.push(at.into());
        args.push(id.into());
        more = "AND (created_at, id) < ($2, $3)";
    }
    let sql = format!(
        "SELECT {} FROM deliveries WHERE state IN ('queued', 'refused', 'failed') {more}
         ORDER BY created_at DESC, id DESC LIMIT $1",
        DeliveryRow::columns("")
    );
    tx.all(&sql, &args).await
}

/// Deletes up to `most` deliveries older than `before`.
pub async fn sweep(tx: &mut Tx, before: Timestamp, most: u32) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE created_at < $1 LIMIT $2)",
        args![before, most],
    )
    .await
}

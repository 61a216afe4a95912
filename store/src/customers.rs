//! Customers: those who book with a host. One row per host and address.

use crate::engine::{Asked, Error, Tx};
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{CustomerId, HostId};

record! {
    /// A customer.
    pub struct CustomerRow in "customers" {
        /// Its id.
        pub id: CustomerId,
        /// Whose customer.
        pub host_id: HostId,
        /// The address as it was typed.
        pub email: String,
        /// The address as it is compared.
        pub email_key: String,
        /// The name last given.
        pub name: String,
        /// Since when nothing is written to this address for this host.
        pub letters_stopped_at: Option<Timestamp>,
        /// When they first booked.
        pub created_at: Timestamp,
    }
}

/// A customer with what is counted over the bookings.
#[derive(Clone, Debug)]
pub struct CustomerSummary {
    /// Who.
    pub customer: CustomerRow,
    /// Confirmed bookings, past and to come.
    pub bookings: i64,
    /// How many of them were missed.
    pub missed: i64,
    /// The first confirmed one's start.
    pub first_at: Option<Timestamp>,
    /// The last one's that has begun.
    pub last_at: Option<Timestamp>,
    /// The next one's.
    pub next_at: Option<Timestamp>,
}

/// The customer who books: `known` with the name now given, or `fresh` where the address is new to the host. Called
/// under the host's lock, so nobody writes the same address meanwhile.
pub async fn meet(tx: &mut Tx, known: Option<CustomerRow>, fresh: CustomerRow) -> Result<CustomerRow, Error> {
    let Some(known) = known else {
        fresh.send(tx).await?;
        return Ok(fresh);
    };
    if known.name != fresh.name {
        let sql = "UPDATE customers SET name = $3 WHERE host_id = $1 AND id = $2";
        tx.send(sql, args![known.host_id, known.id, &fresh.name]).await?;
    }
    Ok(CustomerRow { name: fresh.name, ..known })
}

/// One customer of `host`.
pub async fn find(tx: &mut Tx, host: HostId, id: CustomerId) -> Result<Option<CustomerRow>, Error> {
    let sql = format!("SELECT {} FROM customers WHERE host_id = $1 AND id = $2", CustomerRow::columns(""));
    tx.first(&sql, args![host, id]).await
}

/// The customer of an address.
pub async fn by_email(tx: &mut Tx, host: HostId, email_key: &str) -> Result<Option<CustomerRow>, Error> {
    ask_by_email(tx, host, email_key).await?.first().await
}

/// The same, without waiting for the answer.
pub async fn ask_by_email(tx: &mut Tx, host: HostId, email_key: &str) -> Result<Asked<CustomerRow>, Error> {
    let sql =
        format!("SELECT {} FROM customers WHERE host_id = $1 AND email_key = $2", CustomerRow::columns(""));
    tx.ask(&sql, args![host, email_key]).await
}

/// Writes nothing more to this customer for this host.
pub async fn stop_letters(tx: &mut Tx, host: HostId, id: CustomerId, now: Timestamp) -> Result<(), Error> {
    tx.execute(
        "UPDATE customers SET letters_stopped_at = $3 WHERE host_id = $1 AND id = $2 AND letters_stopped_at IS NULL",
        args![host, id, now],
    )
    .await?;
    Ok(())
}

/// The host's customers, newest first, those before `before` in that order, whose name or address has `search` in it.
pub async fn list(
    tx: &mut Tx,
    host: HostId,
    now: Timestamp,
    before: Option<CustomerId>,
    search: &str,
    most: u32,
) -> Result<Vec<CustomerSummary>, Error> {
    let sql = format!(
        "SELECT {}, COUNT(b.id), COUNT(CASE WHEN b.no_show THEN 1 END), MIN(b.starts_at),
            MAX(CASE WHEN b.starts_at <= $2 THEN b.starts_at END), MIN(CASE WHEN b.starts_at > $2 THEN b.starts_at END)
         FROM customers c
         LEFT JOIN bookings b ON b.host_id = c.host_id AND b.customer_id = c.id AND b.state = 'confirmed'
         WHERE c.host_id = $1 AND (LOWER(c.name) LIKE $3 ESCAPE '\\' OR c.email_key LIKE $3 ESCAPE '\\') AND c.id < $5
         GROUP BY c.id ORDER BY c.id DESC LIMIT $4",
        CustomerRow::columns("c.")
    );
    let last = before.unwrap_or(CustomerId(uuid::Uuid::max()));
    let rows: Vec<SummaryRow> = tx.all(&sql, args![host, now, like(search), most, last]).await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// One customer with what is counted.
pub async fn summary(
    tx: &mut Tx,
    host: HostId,
    id: CustomerId,
    now: Timestamp,
) -> Result<Option<CustomerSummary>, Error> {
    let Some(customer) = find(tx, host, id).await? else { return Ok(None) };
    let (bookings, missed, first_at, last_at, next_at) = tx
        .one(
            "SELECT COUNT(*), COUNT(CASE WHEN no_show THEN 1 END), MIN(starts_at),
                MAX(CASE WHEN starts_at <= $3 THEN starts_at END), MIN(CASE WHEN starts_at > $3 THEN starts_at END)
             FROM bookings WHERE host_id = $1 AND customer_id = $2 AND state = 'confirmed'",
            args![host, id, now],
        )
        .await?;
    Ok(Some(CustomerSummary { customer, bookings, missed, first_at, last_at, next_at }))
}

struct SummaryRow(CustomerSummary);

impl crate::engine::FromRow for SummaryRow {
    fn from_row(row: &mut crate::engine::Row<'_>) -> Result<Self, Error> {
        Ok(Self(CustomerSummary {
            customer: CustomerRow::from_row(row)?,
            bookings: row.take()?,
            missed: row.take()?,
            first_at: row.take()?,
            last_at: row.take()?,
            next_at: row.take()?,
        }))
    }
}

/// A pattern for `LIKE … ESCAPE '\'` that finds `search` anywhere.
#[must_use]
pub fn like(search: &str) -> String {
    let mut pattern = String::from("%");
    for it in search.to_lowercase().chars() {
        if matches!(it, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(it);
    }
    pattern.push('%');
    pattern
}

//! Hosts: the tenants. A host's row is what bookings of that host wait for.

use crate::engine::{Error, FromRow, Row, Tx, Value};
use crate::{args, record};
use jiff::Timestamp;
use std::sync::LazyLock;
use timeslot_core::id::HostId;

record! {
    /// A host.
    pub struct HostRow in "hosts" {
        /// The same id as the account's.
        pub id: HostId,
        /// The word in the link.
        pub handle: String,
        /// The name on the page and in letters.
        pub name: String,
        /// A few lines about the host.
        pub bio: String,
        /// The IANA zone the host lives in.
        pub time_zone: String,
        /// How dates and money are written, BCP 47.
        pub locale: String,
        /// `mon` to `sun`.
        pub week_start: String,
        /// Most sittings on one day, over all event types.
        pub max_per_day: Option<u32>,
        /// Shown at the foot of the public pages.
        pub privacy_url: Option<String>,
        /// Shown at the foot of the public pages.
        pub terms_url: Option<String>,
        /// Shown at the foot of the public pages.
        pub contact_url: Option<String>,
        /// Whether new bookings are told.
        pub notify_booked: bool,
        /// Whether cancelled requests are; cancelled meetings always are.
        pub notify_cancelled: bool,
        /// Whether moved ones are.
        pub notify_rescheduled: bool,
        /// When the host first copied the link.
        pub link_shared_at: Option<Timestamp>,
        /// Rises with every change that could change the offered slots.
        pub availability_version: i64,
        /// When the account was made.
        pub created_at: Timestamp,
    }
}

/// One host.
pub async fn find(tx: &mut Tx, id: HostId) -> Result<Option<HostRow>, Error> {
    tx.first(&format!("SELECT {} FROM hosts WHERE id = $1", HostRow::columns("")), args![id]).await
}

/// One host, whose other changes and bookings wait until this transaction has ended.
pub async fn lock(tx: &mut Tx, id: HostId) -> Result<Option<HostRow>, Error> {
    let lock = tx.lock("FOR NO KEY UPDATE");
    tx.first(&format!("SELECT {} FROM hosts WHERE id = $1 {lock}", HostRow::columns("")), args![id]).await
}

/// Finds the host of a public page.
static PUBLIC: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM hosts h JOIN accounts a ON a.id = h.id
         WHERE h.handle = $1 AND a.verified_at IS NOT NULL AND a.suspended_at IS NULL",
        HostRow::columns("h.")
    )
});

/// The host of a public page: its address is verified and its account isn't suspended.
pub async fn public_by_handle(tx: &mut Tx, handle: &str) -> Result<Option<HostRow>, Error> {
    tx.first(&PUBLIC, args![handle]).await
}

/// A host at the beginning of a step.
#[derive(Clone, Debug)]
pub struct Step {
    /// The host, its availability version raised already.
    pub host: HostRow,
    /// Whether a hold or a request of the host has run out of time, as far as was committed when the host was asked for: what
    /// lapses while one waits for the host is cleared away by the next step.
    pub has_outdated: bool,
}

impl FromRow for Step {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(Self { host: HostRow::from_row(row)?, has_outdated: row.take()? })
    }
}

/// Begins a step of one host: its other steps wait until this transaction has ended, and whatever was computed of its
/// availability is void once it commits.
pub async fn begin_step(tx: &mut Tx, id: HostId, now: Timestamp) -> Result<Option<Step>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| step_of("id = $1"));
    begun(tx, &SQL, args![id, now]).await
}

/// The same for the host with `handle`.
pub async fn begin_step_by_handle(tx: &mut Tx, handle: &str, now: Timestamp) -> Result<Option<Step>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| step_of("handle = $1"));
    begun(tx, &SQL, args![handle, now]).await
}

async fn begun(tx: &mut Tx, sql: &str, args: &[Value]) -> Result<Option<Step>, Error> {
    let begun: Option<Step> = tx.first(sql, args).await?;
    if let Some(Step { host, .. }) = &begun {
        tx.report().host(host.id).availability_version = Some(host.availability_version);
    }
    Ok(begun)
}

/// Locks, raises and reads in one statement.
fn step_of(which: &str) -> String {
    format!(
        "UPDATE hosts SET availability_version = availability_version + 1 WHERE {which}
         RETURNING {}, EXISTS (SELECT 1 FROM bookings WHERE bookings.host_id = hosts.id AND expires_at <= $2
            AND state IN ('held', 'awaiting_approval'))",
        HostRow::columns("")
    )
}

/// The present handle of the host who gave `handle` up, while it redirects.
pub async fn given_up_handle(tx: &mut Tx, handle: &str, now: Timestamp) -> Result<Option<String>, Error> {
    let row = tx
        .first::<(String,)>(
            "SELECT h.handle FROM given_up_handles g JOIN hosts h ON h.id = g.host_id
             WHERE g.handle = $1 AND g.reserved_until > $2",
            args![handle, now],
        )
        .await?;
    Ok(row.map(|(handle,)| handle))
}

/// Whether `handle` is free for `host`: nobody else has it, or gave it up within the year.
pub async fn handle_is_free(tx: &mut Tx, handle: &str, host: HostId, now: Timestamp) -> Result<bool, Error> {
    let (others,): (i64,) = tx
        .one(
            "SELECT (SELECT COUNT(*) FROM hosts WHERE handle = $1 AND id <> $2)
                  + (SELECT COUNT(*) FROM given_up_handles WHERE handle = $1 AND host_id <> $2 AND reserved_until > $3)",
            args![handle, host, now],
        )
        .await?;
    Ok(others == 0)
}

/// How many handles besides the present and the next one are kept for a host who gave them up.
pub async fn kept_handles(
    tx: &mut Tx,
    host: HostId,
    [present, next]: [&str; 2],
    now: Timestamp,
) -> Result<i64, Error> {
    let (kept,) = tx
        .one(
            "SELECT COUNT(*) FROM given_up_handles WHERE host_id = $1 AND handle NOT IN ($2, $3) AND reserved_until > $4",
            args![host, present, next, now],
        )
        .await?;
    Ok(kept)
}

/// Keeps a handle that its host has given up from others until `until`.
pub async fn give_up_handle(tx: &mut Tx, handle: &str, host: HostId, until: Timestamp) -> Result<(), Error> {
    tx.execute(
        "INSERT INTO given_up_handles (handle, host_id, reserved_until) VALUES ($1, $2, $3)
         ON CONFLICT (handle) DO UPDATE SET host_id = $2, reserved_until = $3",
        args![handle, host, until],
    )
    .await?;
    Ok(())
}

/// Writes the profile back.
pub async fn update(tx: &mut Tx, host: &HostRow) -> Result<(), Error> {
    tx.execute(
        "UPDATE hosts SET handle = $1, name = $2, bio = $3, time_zone = $4, locale = $5, week_start = $6,
            max_per_day = $7, privacy_url = $8, terms_url = $9, contact_url = $10, notify_booked = $11,
            notify_cancelled = $12, notify_rescheduled = $13, link_shared_at = $14
         WHERE id = $15",
        args![
            &host.handle,
            &host.name,
            &host.bio,
            &host.time_zone,
            &host.locale,
            &host.week_start,
            host.max_per_day,
            host.privacy_url.clone(),
            host.terms_url.clone(),
            host.contact_url.clone(),
            host.notify_booked,
            host.notify_cancelled,
            host.notify_rescheduled,
            host.link_shared_at,
            host.id,
        ],
    )
    .await?;
    Ok(())
}

/// The availability version of a host.
pub async fn version(tx: &mut Tx, id: HostId) -> Result<Option<i64>, Error> {
    let row = tx.first::<(i64,)>("SELECT availability_version FROM hosts WHERE id = $1", args![id]).await?;
    Ok(row.map(|(version,)| version))
}

/// Raises the host's availability version: whatever was computed from the old one is void once this commits.
pub async fn raise_version(tx: &mut Tx, host: HostId) -> Result<(), Error> {
    let (version,): (i64,) = tx
        .one(
            "UPDATE hosts SET availability_version = availability_version + 1 WHERE id = $1
             RETURNING availability_version",
            args![host],
        )
        .await?;
    tx.report().host(host).availability_version = Some(version);
    Ok(())
}

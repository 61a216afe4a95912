//! Backups that were put back, and what waits to leave the house since.

use crate::args;
use crate::engine::{Error, Tx};
use crate::record;
use jiff::Timestamp;
use timeslot_core::clock::Entropy;
use timeslot_core::job::JobKind;
use uuid::Uuid;

record! {
    /// One time that a backup was put back.
    pub struct RestoreRow in "restores" {
        /// Its id.
        pub id: Uuid,
        /// The instant whose rows the backup held.
        pub taken_at: Timestamp,
        /// When it was put back.
        pub restored_at: Timestamp,
        /// When what had waited was let go.
        pub released_at: Option<Timestamp>,
    }
}

/// While this holds, nothing leaves the house.
pub(crate) const IS_PARKED: &str = "EXISTS (SELECT 1 FROM restores WHERE released_at IS NULL)";

impl RestoreRow {
    /// One that is not released.
    #[must_use]
    pub fn new(now: Timestamp, entropy: &dyn Entropy, taken_at: Timestamp) -> Self {
        Self { id: timeslot_core::id::uuid_v7(now, entropy), taken_at, restored_at: now, released_at: None }
    }
}

/// The newest restore that is not released, if there is one.
pub async fn parked(tx: &mut Tx) -> Result<Option<RestoreRow>, Error> {
    let sql = format!(
        "SELECT {} FROM restores WHERE released_at IS NULL ORDER BY restored_at DESC LIMIT 1",
        RestoreRow::columns("")
    );
    tx.first(&sql, &[]).await
}

/// How many jobs wait that would leave the house, now or later.
pub async fn waiting(tx: &mut Tx) -> Result<u64, Error> {
    let sql =
        format!("SELECT COUNT(*) FROM jobs WHERE state IN ('ready', 'running') AND kind IN ({})", outward());
    let (count,): (i64,) = tx.one(&sql, &[]).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Lets go what waited. With `discard`, what was due before the restore stays: it may have left the house after the
/// backup was taken. Tells how many were discarded.
pub async fn release(tx: &mut Tx, now: Timestamp, discard: bool) -> Result<u64, Error> {
    let mut discarded = 0;
    if discard && let Some(restore) = parked(tx).await? {
        let sql = format!(
            "UPDATE jobs SET state = 'skipped', finished_at = $1, last_error = 'discarded when a backup was put back'
             WHERE state = 'ready' AND run_at <= $2 AND created_at < $2 AND kind IN ({})",
            outward()
        );
        discarded = tx.execute(&sql, args![now, restore.restored_at]).await?;
    }
    // Those that waited for longer than a job is tried would be buried at the first failure.
    let sql = format!(
        "UPDATE jobs SET first_due_at = $1 WHERE state = 'ready' AND first_due_at < $1 AND kind IN ({})",
        outward()
    );
    tx.execute(&sql, args![now]).await?;
    tx.execute("UPDATE restores SET released_at = $1 WHERE released_at IS NULL", args![now]).await?;
    tx.report().jobs = true;
    Ok(discarded)
}

/// The kinds that leave the house, as a list of SQL; they are our own words, never input.
fn outward() -> String {
    let kinds = JobKind::ALL.iter().filter(|kind| kind.leaves_the_house());
    kinds.map(|kind| format!("'{}'", kind.as_str())).collect::<Vec<_>>().join(", ")
}

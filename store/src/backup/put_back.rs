//! Putting a backup back, into an empty database of either kind.

use super::columns::tables;
use super::file::{Facts, File};
use crate::engine::{Db, Error, Tx, insert_sql};
use crate::{args, restores};
use jiff::Timestamp;
use std::path::Path;
use timeslot_core::clock::Entropy;

/// Rows that are held in memory at a time.
const PAGE: u32 = 1000;
/// What generations and versions are raised by: more than can have happened since the backup was taken, so that nothing
/// that was handed out after it is taken for what is handed out from now on.
const LEAP: i64 = 1_000_000;

/// What was put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup says about itself.
    pub facts: Facts,
    /// How many rows.
    pub rows: u64,
    /// Letters and other things that wait to leave the house.
    pub parked: u64,
}

/// What the backup at `path` says about itself.
pub fn facts(path: &Path) -> Result<Facts, Error> {
    File::open(path)?.0.facts()
}

/// Puts every row back in one transaction. Sessions are not among them, links that let somebody into an account are
/// void, and nothing leaves the house until it is released. A database that has accounts is refused.
pub async fn put_back(
    db: &Db,
    path: &Path,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Restored, Error> {
    let (mut file, copied) = File::open(path)?;
    let facts = file.facts()?;
    let restore = restores::RestoreRow::new(now, entropy, facts.taken_at);
    let restored = db
        .write(move |tx| {
            Box::pin(async move {
                refuse_if_lived_in(tx).await?;
                let rows = fill(tx, &mut file).await?;
                end_what_was_handed_out(tx).await?;
                restore.insert(tx).await?;
                let parked = restores::waiting(tx).await?;
                Ok(Restored { facts, rows, parked })
            })
        })
        .await;
    drop(copied);
    restored
}

async fn refuse_if_lived_in(tx: &mut Tx) -> Result<(), Error> {
    let (accounts,): (i64,) = tx.one("SELECT COUNT(*) FROM accounts", &[]).await?;
    if accounts == 0 {
        return Ok(());
    }
    Err(Error::Backup(format!(
        "the database has {accounts} accounts already, and a backup is put back into an empty one: move it away, or set \
         TIMESLOT_DATA_DIR or TIMESLOT_DATABASE_URL to another"
    )))
}

async fn fill(tx: &mut Tx, file: &mut File) -> Result<u64, Error> {
    let mut count = 0;
    // Whoever was logged in then is not now.
    for table in tables().into_iter().filter(|table| table.name != "sessions") {
        let sql = insert_sql(&table.name, &table.column_names());
        let mut after = i64::MIN;
        loop {
            let (rows, last) = file.read(&table, after, PAGE)?;
            for row in &rows {
                tx.execute(&sql, row).await?;
            }
            count += rows.len() as u64;
            if rows.is_empty() {
                break;
            }
            after = last;
        }
    }
    Ok(count)
}

async fn end_what_was_handed_out(tx: &mut Tx) -> Result<(), Error> {
    tx.execute("UPDATE accounts SET token_generation = token_generation + $1", args![LEAP]).await?;
    tx.execute("UPDATE hosts SET availability_version = availability_version + $1", args![LEAP]).await?;
    // The worker that had them is gone.
    tx.execute("UPDATE jobs SET state = 'ready', lease_until = NULL WHERE state = 'running'", &[]).await?;
    Ok(())
}

//! `timeslot backup` and `timeslot restore`.

use super::{keys, known_keys, open_database};
use crate::config::{Config, Database};
use crate::data_dir::DataDir;
use anyhow::{Context, bail};
use std::path::Path;
use timeslot_chassis::clock::{SystemClock, SystemEntropy};
use timeslot_core::clock::Clock;
use timeslot_store::backup::{self, Facts};
use timeslot_store::engine::migrate;

/// Writes everything that the database holds at this instant into `file`, while the services run.
pub async fn take(config: &Config, file: &Path) -> anyhow::Result<()> {
    if let Database::Sqlite(path) = &config.database
        && !path.exists()
    {
        bail!(
            "there is no database {} to back up; TIMESLOT_DATA_DIR names the folder that the server runs with",
            path.display()
        );
    }
    let db = open_database(config)?;
    migrate(&db).await.context("the database can't be brought up to date")?;
    let keys = keys(config)?;
    let facts = Facts { taken_at: SystemClock.now(), key_id: keys.newest_name() };
    let rows = backup::take(&db, file, facts).await.context("no backup was made")?;
    println!("{rows} rows are in {}, readable by you alone.", file.display());
    println!("{}", where_the_secret_is(config));
    Ok(())
}

/// Puts the backup in `file` back into an empty database.
pub async fn restore(config: &Config, file: &Path, without_secret: bool) -> anyhow::Result<()> {
    let _lock = match config.database {
        Database::Sqlite(_) => Some(DataDir::open(&config.data_dir)?.lock()?),
        Database::Postgres(_) => None,
    };
    if !file.is_file() {
        bail!("{} is no file that can be read; name the file that `timeslot backup` wrote", file.display());
    }
    let facts = backup::facts(file)?;
    let is_known = known_keys(config)?.is_some_and(|keys| keys.knows(&facts.key_id));
    if !is_known && !without_secret {
        bail!("{}", secret_is_lacking(config, &facts));
    }
    let db = open_database(config)?;
    migrate(&db).await.context("the database can't be brought up to date")?;
    let restored = backup::put_back(&db, file, SystemClock.now(), &SystemEntropy).await?;
    println!(
        "{} rows of {} are back. Everybody has to log in again.",
        restored.rows, restored.facts.taken_at
    );
    println!(
        "Nothing leaves the house yet: {} letters wait, and some of them may have gone out after the backup was taken.\n\
         Look with\n  timeslot jobs\nand let them go with\n  timeslot jobs release            (all of them)\n  \
         timeslot jobs release --discard  (only those that are not due yet)",
        restored.parked
    );
    println!("API keys that were deleted since are back, too: look through them.");
    Ok(())
}

fn where_the_secret_is(config: &Config) -> String {
    let place = if config.secrets.is_empty() {
        format!("{}/secret.key", config.data_dir.display())
    } else {
        "TIMESLOT_SECRET_KEY".to_owned()
    };
    format!(
        "The secret key isn't in it, so that a lost backup opens no door. Keep {place} as well, in another place: \
         without it the links in all letters that were sent stop working."
    )
}

fn secret_is_lacking(config: &Config, facts: &Facts) -> String {
    format!(
        "the backup was made with the secret key {}, which is not here. Put the secret.key of then into {} (or set \
         TIMESLOT_SECRET_KEY) and restore again. If it is lost, add --without-secret: everything comes back, but the links \
         in letters that were sent stop working, so customers have to ask for them again on your page",
        facts.key_id,
        config.data_dir.display()
    )
}

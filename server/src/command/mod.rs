//! The commands, one a file.

pub mod backup;
pub mod demo;
pub mod doctor;
pub mod healthcheck;
pub mod jobs;
pub mod migrate;
pub mod openapi;
pub mod serve;
pub mod user;

use crate::config::{Config, Database};
use crate::data_dir::DataDir;
use anyhow::Context;
use timeslot_chassis::Keys;
use timeslot_chassis::clock::SystemEntropy;
use timeslot_store::Db;

/// Opens the database that was set; on SQLite the data folder is made if it isn't there.
pub fn open_database(config: &Config) -> anyhow::Result<Db> {
    match &config.database {
        Database::Sqlite(path) => {
            DataDir::open(&config.data_dir)?;
            Db::open_sqlite(path).with_context(|| format!("the database {} can't be opened", path.display()))
        }
        Database::Postgres(url) => {
            Db::open_postgres(url.reveal()).context("TIMESLOT_DATABASE_URL can't be used")
        }
    }
}

/// The keys that were set, or the data folder's own, which are made if there are none.
pub fn keys(config: &Config) -> anyhow::Result<Keys> {
    let secrets = match config.secrets.as_slice() {
        [] => DataDir::open(&config.data_dir)?.secrets(&SystemEntropy)?,
        set => set.to_vec(),
    };
    Ok(Keys::new(&secrets)?)
}

/// The same, but none are made.
pub fn known_keys(config: &Config) -> anyhow::Result<Option<Keys>> {
    let is_there = !config.secrets.is_empty() || DataDir::open(&config.data_dir)?.has_secrets();
    if is_there { keys(config).map(Some) } else { Ok(None) }
}

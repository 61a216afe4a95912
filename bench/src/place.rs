//! Where it is measured: data sets, programs, and the PostgreSQL server.

use crate::seed::{Hosts, seed};
use anyhow::Context;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use timeslot_store::Db;

/// Everything that scenarios share.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    /// The address of a PostgreSQL server, if there is one.
    pub postgres: Option<String>,
    /// How long each load lasts.
    pub most: Duration,
}

impl Place {
    /// Data sets are kept in `folder`.
    pub fn new(folder: PathBuf, postgres: Option<String>, seconds: u64) -> anyhow::Result<Self> {
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("the folder {} can't be made", folder.display()))?;
        Ok(Self { folder, postgres, most: Duration::from_secs(seconds) })
    }

    /// The data folder called `name` with `sets` in its database.
    pub async fn data(&self, name: &str, sets: &[Hosts]) -> anyhow::Result<PathBuf> {
        let data = self.folder.join(name);
        std::fs::create_dir_all(&data)?;
        let begun = Instant::now();
        let db = Db::open_sqlite(&data.join("timeslot.sqlite"))?;
        seed(&db, sets).await?;
        if begun.elapsed() > Duration::from_secs(2) {
            eprintln!("the data set “{name}” was written in {:.0?}", begun.elapsed());
        }
        Ok(data)
    }

    /// The same, made anew.
    pub async fn fresh_data(&self, name: &str, sets: &[Hosts]) -> anyhow::Result<PathBuf> {
        let data = self.folder.join(name);
        if data.exists() {
            std::fs::remove_dir_all(&data)?;
        }
        self.data(name, sets).await
    }
}

/// The product, which is built beside this program.
pub fn product() -> anyhow::Result<PathBuf> {
    Ok(std::env::current_exe()?.with_file_name("timeslot"))
}

/// This program, which is the product with the yardstick beside it.
pub fn with_yardstick() -> anyhow::Result<PathBuf> {
    Ok(std::env::current_exe()?)
}

/// The same address of a server, but of the database called `name`.
pub fn database_at(server: &str, name: &str) -> String {
    let base = server.rsplit_once('/').map_or(server, |(base, _)| base);
    format!("{base}/{name}")
}

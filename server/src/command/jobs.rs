//! `timeslot jobs`: what waits to be done, and what was parked when a backup was put back.

use super::open_database;
use crate::config::Config;
use anyhow::{Context, bail};
use clap::Subcommand;
use timeslot_chassis::clock::SystemClock;
use timeslot_core::clock::Clock;
use timeslot_store::engine::migrate;
use timeslot_store::restores::{self, RestoreRow};
use timeslot_store::{Db, Error, jobs};

/// What can be done with jobs.
#[derive(Debug, Subcommand)]
pub enum JobsCommand {
    /// Lets go what was parked when a backup was put back.
    Release {
        /// All but what was due before: it may have left the house after the backup was taken.
        #[arg(long)]
        discard: bool,
    },
}

/// Lists the jobs, or lets parked ones go.
pub async fn run(config: &Config, command: Option<JobsCommand>) -> anyhow::Result<()> {
    let db = open_database(config)?;
    migrate(&db).await.context("the database can't be brought up to date")?;
    match command {
        None => list(&db).await,
        Some(JobsCommand::Release { discard }) => release(&db, discard).await,
    }
}

async fn list(db: &Db) -> anyhow::Result<()> {
    let counted: Result<_, Error> = db
        .read(|tx| Box::pin(async move { Ok((restores::parked(tx).await?, jobs::count(tx).await?)) }))
        .await;
    let (parked, counts) = counted?;
    println!("{}", parked.map_or_else(|| "Nothing is parked.".to_owned(), |restore| said(&restore)));
    for (kind, state, count) in counts {
        println!("{count:>8}  {kind}, {state}");
    }
    Ok(())
}

async fn release(db: &Db, discard: bool) -> anyhow::Result<()> {
    let now = SystemClock.now();
    let released: Result<_, Error> = db
        .write(move |tx| {
            Box::pin(async move {
                if restores::parked(tx).await?.is_none() {
                    return Ok(None);
                }
                restores::release(tx, now, discard).await.map(Some)
            })
        })
        .await;
    let Some(discarded) = released? else {
        bail!("nothing is parked: no backup was put back since the last release");
    };
    println!("Let go; {discarded} were discarded. A running server takes them up within seconds.");
    Ok(())
}

/// Why nothing leaves the house.
#[must_use]
pub fn said(restore: &RestoreRow) -> String {
    format!(
        "A backup of {} was put back at {}: no letter leaves the house until “timeslot jobs release”.",
        restore.taken_at, restore.restored_at
    )
}

//! `timeslot migrate`: brings the schema up to date.

use super::open_database;
use crate::config::Config;
use timeslot_store::engine::{migrate, schema_version};

/// Runs the steps that the database lacks.
pub async fn run(config: &Config) -> anyhow::Result<()> {
    let steps = migrate(&open_database(config)?).await?;
    println!("The schema is at step {}; {steps} were new.", schema_version());
    Ok(())
}

//! `timeslot demo`: the server with a sample host, event types, customers and three months of bookings.

mod bookings;
mod sample;

use super::{serve, user};
use crate::config::{Config, Database};
use anyhow::bail;
use timeslot_auth::admin;

/// The sample host's address.
pub const EMAIL: &str = "ada@example.com";
/// The sample host's password.
pub const PASSWORD: &str = "show me around";

/// Fills a data folder of its own, once, and serves it.
pub async fn run(config: &Config) -> anyhow::Result<()> {
    if config.settings.is_public() {
        bail!(
            "the demo's password is known to everybody, so it runs on this machine's own address only; leave TIMESLOT_PUBLIC_URL out"
        );
    }
    let config = of_demo(config)?;
    let app = user::app(&config).await?;
    if admin::find(&app, EMAIL).await?.is_empty() {
        println!("Making a host with three months of bookings …");
        sample::fill(&app).await?;
    }
    drop(app);
    let origin = config.settings.origin();
    let hint = format!(
        "The host's page: {origin}/ada\nThe dashboard:   {origin}/app   ({EMAIL}, password “{PASSWORD}”)"
    );
    serve::run(&config, &[], Some(&hint)).await
}

fn of_demo(config: &Config) -> anyhow::Result<Config> {
    if matches!(config.database, Database::Postgres(_)) {
        bail!("the demo has a database of its own; leave TIMESLOT_DATABASE_URL out");
    }
    let data_dir = config.data_dir.join("demo");
    let database = Database::Sqlite(data_dir.join("timeslot.sqlite"));
    let mut settings = config.settings.clone();
    // Three months of bookings in a minute are more letters than a new host may send.
    settings.people.letters_of_new_host = u32::MAX;
    settings.people.letters_per_address_per_day = u32::MAX;
    settings.people.notices_per_host_per_day = u32::MAX;
    Ok(Config { data_dir, database, smtp: None, settings, ..config.clone() })
}

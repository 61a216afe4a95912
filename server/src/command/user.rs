//! `timeslot user`: accounts from the command line of the machine itself.

use super::{keys, open_database};
use crate::config::Config;
use anyhow::{Context, bail};
use clap::Subcommand;
use std::io::BufRead;
use std::sync::Arc;
use timeslot_auth::admin::{self, NewHost};
use timeslot_chassis::clock::{SystemClock, SystemEntropy};
use timeslot_chassis::{App, Parts};
use timeslot_store::accounts::AccountRow;
use timeslot_store::engine::migrate;

/// What can be done with an account.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Makes a verified account; the password is read from standard input.
    Create {
        /// The mail address.
        email: String,
        /// The name on the page.
        #[arg(long)]
        name: String,
        /// The IANA zone.
        #[arg(long, default_value = "UTC")]
        time_zone: String,
        /// The word in the link; made of the name unless set.
        #[arg(long)]
        handle: Option<String>,
        /// Whether the account runs the instance.
        #[arg(long)]
        operator: bool,
    },
    /// Counts an address as verified, without a letter.
    Verify {
        /// The mail address.
        email: String,
    },
    /// Prints a link to a new password.
    Reset {
        /// The mail address.
        email: String,
    },
    /// Suspends an account and ends its sessions; with --undo, restores it.
    Disable {
        /// The mail address.
        email: String,
        /// Restores it.
        #[arg(long)]
        undo: bool,
    },
}

/// Does it.
pub async fn run(config: &Config, command: UserCommand) -> anyhow::Result<()> {
    let app = app(config).await?;
    match command {
        UserCommand::Create { email, name, time_zone, handle, operator } => {
            let password = password()?;
            let new = NewHost { email, password, name, time_zone, handle, is_operator: operator };
            let id = admin::create_host(&app, new).await.map_err(|problem| anyhow::anyhow!("{problem}"))?;
            println!("Made, with the id {id}.");
        }
        UserCommand::Verify { email } => {
            let account = find(&app, &email).await?;
            admin::verify(&app, account.id).await.with_context(|| format!("{email} can't be verified"))?;
            println!("{email} is verified.");
        }
        UserCommand::Reset { email } => {
            let account = find(&app, &email).await?;
            println!("Good for a day:\n  {}", admin::reset_link(&app, &account));
        }
        UserCommand::Disable { email, undo } => {
            let account = find(&app, &email).await?;
            admin::set_suspended(&app, account.id, !undo).await?;
            println!("{email} is {}.", if undo { "restored" } else { "suspended" });
        }
    }
    Ok(())
}

/// The services' footing without the services.
pub async fn app(config: &Config) -> anyhow::Result<App> {
    let db = open_database(config)?;
    migrate(&db).await.context("the database can't be brought up to date")?;
    Ok(App::new(Parts {
        db,
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        keys: keys(config)?,
        settings: config.settings.clone(),
    }))
}

async fn find(app: &App, email: &str) -> anyhow::Result<AccountRow> {
    match admin::find(app, email).await? {
        Some(account) => Ok(account),
        None => bail!("no account has the address {email}"),
    }
}

fn password() -> anyhow::Result<String> {
    eprintln!("Password:");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("the password can't be read")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

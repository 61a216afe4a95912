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
use uuid::Uuid;

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
        /// Which account.
        #[command(flatten)]
        account: Account,
    },
    /// Prints a link to a new password.
    Reset {
        /// Which account.
        #[command(flatten)]
        account: Account,
    },
    /// Suspends an account and ends its sessions; with --undo, restores it.
    Disable {
        /// Which account.
        #[command(flatten)]
        account: Account,
        /// Restores it.
        #[arg(long)]
        undo: bool,
    },
}

/// Which account is meant.
#[derive(Debug, clap::Args)]
pub struct Account {
    /// The mail address.
    email: String,
    /// The account's id, where several have registered with the address.
    #[arg(long)]
    id: Option<Uuid>,
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
        UserCommand::Verify { account: Account { email, id } } => {
            let account = find(&app, &email, id).await?;
            admin::verify(&app, account.id).await.with_context(|| format!("{email} can't be verified"))?;
            println!("{email} is verified.");
        }
        UserCommand::Reset { account: Account { email, id } } => {
            let account = find(&app, &email, id).await?;
            println!("Good for a day:\n  {}", admin::reset_link(&app, &account));
        }
        UserCommand::Disable { account: Account { email, id }, undo } => {
            let account = find(&app, &email, id).await?;
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

async fn find(app: &App, email: &str, id: Option<Uuid>) -> anyhow::Result<AccountRow> {
    let mut found = admin::find(app, email).await?;
    found.retain(|account| id.is_none_or(|id| account.id.0 == id));
    let registrations: Vec<String> = found
        .iter()
        .map(|account| format!("  --id {}  registered {}", account.id, account.created_at))
        .collect();
    match (found.pop(), registrations.len()) {
        (Some(account), 1) => Ok(account),
        (None, _) => bail!("no account has the address {email}"),
        (Some(_), several) => bail!(
            "{several} have registered with the address {email}, and none of them has proven it; ask its owner when \
             that was, and say which is meant:\n{}",
            registrations.join("\n")
        ),
    }
}

fn password() -> anyhow::Result<String> {
    eprintln!("Password:");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("the password can't be read")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

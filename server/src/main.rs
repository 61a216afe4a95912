//! `timeslot`: the command line.

use anyhow::{Context, bail};
use clap::{Parser, Subcommand};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use timeslot_server::command::jobs::JobsCommand;
use timeslot_server::command::user::UserCommand;
use timeslot_server::command::{backup, demo, doctor, healthcheck, jobs, migrate, openapi, serve, user};
use timeslot_server::config::{Config, NAMES, Source};
use tracing_subscriber::EnvFilter;

#[derive(Parser)]
#[command(name = "timeslot", version, about = "Appointment scheduling that people host themselves")]
struct Arguments {
    /// A TOML file with settings; variables go before it.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the services until it is told to stop.
    Serve {
        /// Which services, with commas between; all unless set.
        #[arg(long, value_delimiter = ',')]
        services: Vec<String>,
    },
    /// Serves a sample host with three months of bookings, in a data folder of its own.
    Demo,
    /// Accounts: create, verify, reset, disable.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Writes all data into a new file, while the services run.
    Backup {
        /// The file, which must not be there yet.
        file: PathBuf,
    },
    /// Puts a backup back into an empty database; nothing leaves the house until it is released.
    Restore {
        /// The backup.
        file: PathBuf,
        /// Goes on although the secret key of the backup is lost.
        #[arg(long)]
        without_secret: bool,
    },
    /// Lists what waits to be done; lets go what was parked by a restore.
    Jobs {
        #[command(subcommand)]
        command: Option<JobsCommand>,
    },
    /// Brings the database's schema up to date.
    Migrate,
    /// Tries every setting and says what to do.
    Doctor,
    /// Prints the description of the API.
    Openapi,
    /// Asks a running server whether it lives.
    Healthcheck,
    /// Lists the settings.
    Settings,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let ended = match runtime {
        Ok(runtime) => runtime.block_on(run(arguments)),
        Err(error) => Err(error.into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("timeslot: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<()> {
    match arguments.command {
        Command::Openapi => {
            print!("{}", openapi::text()?);
            return Ok(());
        }
        Command::Settings => {
            settings();
            return Ok(());
        }
        _ => {}
    }
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let source = Source::read(arguments.config.as_deref(), variables)?;
    let config = Config::parse(&source)?;
    log(&config)?;
    for warning in &source.warnings {
        tracing::warn!("{warning}");
    }
    match arguments.command {
        Command::Serve { services } => {
            serve::run(&config, &services, serve::phone_hint(&config).as_deref()).await
        }
        Command::Demo => demo::run(&config).await,
        Command::User { command } => user::run(&config, command).await,
        Command::Backup { file } => backup::take(&config, &file).await,
        Command::Restore { file, without_secret } => backup::restore(&config, &file, without_secret).await,
        Command::Jobs { command } => jobs::run(&config, command).await,
        Command::Migrate => migrate::run(&config).await,
        Command::Healthcheck => healthcheck::run(&config).await,
        Command::Doctor => {
            let findings = doctor::examine(&config).await;
            print!("{findings}");
            if findings.is_ill {
                bail!("something is wrong; see above");
            }
            Ok(())
        }
        Command::Openapi | Command::Settings => Ok(()),
    }
}

fn settings() {
    for (name, meaning) in NAMES {
        println!("TIMESLOT_{}\n    {meaning}", name.to_ascii_uppercase());
    }
}

fn log(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log).context("TIMESLOT_LOG can't be read")?;
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr).init();
    Ok(())
}

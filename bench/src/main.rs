//! `timeslot-bench`: measures what is promised of speed and prints it as a table.

mod client;
mod copies;
mod load;
mod machine;
mod place;
mod process;
mod report;
mod rows;
mod scenario;
mod seed;
mod serve;

use clap::{Parser, Subcommand};
use place::Place;
use report::Report;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "timeslot-bench", about = "Measures what Timeslot promises of speed")]
struct Arguments {
    /// Where data sets are kept from one run to the next.
    #[arg(long, default_value = "target/bench")]
    folder: PathBuf,
    /// A PostgreSQL of its own, flushing to disk; without one, what needs it is left out.
    #[arg(long)]
    postgres: Option<String>,
    /// Seconds of each load.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    #[command(subcommand)]
    command: What,
}

#[derive(Clone, Copy, Subcommand, PartialEq, Eq)]
enum What {
    /// Everything below, one after the other.
    All,
    /// The slots of a month, from the cache and computed.
    Slots,
    /// Bookings, each durable before it is answered.
    Bookings,
    /// Two hundred who want the same slot.
    Rush,
    /// How soon a server answers, and the memory it holds.
    Start,
    /// The product with the yardstick beside it; started by the others.
    #[command(hide = true)]
    Serve,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // The clients shall cost little, so they share one thread; a server under test runs as the product does.
    let mut runtime = if arguments.command == What::Serve {
        tokio::runtime::Builder::new_multi_thread()
    } else {
        tokio::runtime::Builder::new_current_thread()
    };
    let ended = match runtime.enable_all().build() {
        Ok(runtime) => runtime.block_on(run(arguments)),
        Err(error) => Err(error.into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("timeslot-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let Arguments { folder, postgres, seconds, command } = arguments;
    if command == What::Serve {
        return serve::run().await;
    }
    let place = Place::new(folder, postgres, seconds)?;
    let mut report = Report::begin()?;
    for (what, is_wanted) in [What::Start, What::Slots, What::Bookings, What::Rush]
        .map(|what| (what, command == what || command == What::All))
    {
        match what {
            _ if !is_wanted => {}
            What::Start => scenario::start::measure(&place, &mut report).await?,
            What::Slots => scenario::slots::measure(&place, &mut report).await?,
            What::Bookings => scenario::bookings::measure(&place, &mut report).await?,
            _ => scenario::rush::measure(&place, &mut report).await?,
        }
    }
    report.end()
}

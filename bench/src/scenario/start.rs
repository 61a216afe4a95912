//! How soon a server answers on a database that exists, and the memory it holds while nobody asks.

use super::{mebibytes, millis};
use crate::machine;
use crate::place::{Place, product};
use crate::process::Server;
use crate::report::{Goal, Report};
use crate::seed::Hosts;
use std::time::Duration;

/// Starts of which the middle one counts.
const STARTS: usize = 5;
/// After its start, until a server has settled.
const SETTLED: Duration = Duration::from_secs(3);

/// Measures on the data set of ten thousand bookings.
pub async fn measure(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let hosts = Hosts { name: "busy", number: 1, bookings: 10_000 };
    let data = place.data("start", &[hosts]).await?;
    let (mut times, mut idle) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let server = Server::start(&product()?, &data, None).await?;
        times.push(server.first_answer);
        tokio::time::sleep(SETTLED).await;
        idle.push(machine::resident_kib(server.pid())?);
    }
    times.sort_unstable();
    idle.sort_unstable();
    let (time, idle) = (millis(times[STARTS / 2]), mebibytes(idle[STARTS / 2]));
    report.line("first answer after a start", time, "ms", Goal::AtMost(50.0));
    report.line("resident memory, idle", idle, "MiB", Goal::AtMost(25.0));
    Ok(())
}

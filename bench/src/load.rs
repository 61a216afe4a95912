//! Load: so many connections, each asking again as soon as it has its answer.

use crate::client::Client;
use crate::machine;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// What is asked: the request of each number, or none where there are no more.
pub type Requests = Arc<dyn Fn(u64) -> Option<Vec<u8>> + Send + Sync>;

/// What a load came to.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// How long each answer took, in order of length.
    pub times: Vec<Duration>,
    /// How many answers had which status.
    pub statuses: BTreeMap<u16, u64>,
    /// From the first request to the last answer.
    pub took: Duration,
    /// The server's processor time.
    pub processor: Duration,
    /// The bytes of all bodies.
    pub bytes: u64,
    /// The server's resident memory at the end, in KiB.
    pub resident_kib: u64,
}

impl Measured {
    /// Answers a second.
    pub fn rate(&self) -> f64 {
        count(self.times.len()) / self.took.as_secs_f64().max(f64::EPSILON)
    }

    /// The time within which `share` (0 to 1) of the answers came.
    pub fn percentile(&self, share: f64) -> Duration {
        percentile(&self.times, share)
    }

    /// Processor time of the server for one answer, in microseconds.
    pub fn processor_micros(&self) -> f64 {
        self.processor.as_secs_f64() * 1e6 / count(self.times.len()).max(1.0)
    }

    /// Whether every answer had `status`.
    pub fn all(&self, status: u16) -> bool {
        self.statuses.len() == 1 && self.statuses.contains_key(&status)
    }
}

/// A count as a number that can be divided; the counts here are far below 2⁵².
#[expect(clippy::cast_precision_loss, reason = "nobody counts so many requests")]
pub fn count(number: usize) -> f64 {
    number as f64
}

/// The value below which `share` of the sorted `times` lie; zero where there are none.
fn percentile(times: &[Duration], share: f64) -> Duration {
    let places = count(times.len()) * share;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
    let place = (places.ceil() as usize).clamp(1, times.len().max(1)) - 1;
    times.get(place).copied().unwrap_or_default()
}

/// Asks over `connections` connections until `most` time has passed or there are no more requests. `pid` is the server's.
pub async fn run(
    address: SocketAddr,
    pid: u32,
    connections: usize,
    most: Duration,
    requests: Requests,
) -> anyhow::Result<Measured> {
    let mut clients = Vec::new();
    for _ in 0..connections {
        clients.push(Client::connect(address).await?);
    }
    let next = Arc::new(AtomicU64::new(0));
    let (begun, processor) = (Instant::now(), machine::processor_time(pid)?);
    let mut tasks = JoinSet::new();
    for client in clients {
        tasks.spawn(ask_on(client, Arc::clone(&next), Arc::clone(&requests), begun + most));
    }
    let mut all = Measured::default();
    while let Some(part) = tasks.join_next().await {
        let part = part??;
        all.times.extend(part.times);
        all.bytes += part.bytes;
        for (status, number) in part.statuses {
            *all.statuses.entry(status).or_default() += number;
        }
    }
    all.took = begun.elapsed();
    all.processor = machine::processor_time(pid)?.saturating_sub(processor);
    all.resident_kib = machine::resident_kib(pid)?;
    all.times.sort_unstable();
    Ok(all)
}

async fn ask_on(
    mut client: Client,
    next: Arc<AtomicU64>,
    requests: Requests,
    end: Instant,
) -> anyhow::Result<Measured> {
    let mut part = Measured::default();
    while Instant::now() < end {
        let Some(request) = requests(next.fetch_add(1, Ordering::Relaxed)) else { break };
        let begun = Instant::now();
        let answer = client.ask(&request).await?;
        part.times.push(begun.elapsed());
        part.bytes += u64::try_from(answer.length)?;
        *part.statuses.entry(answer.status).or_default() += 1;
    }
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::percentile;
    use std::time::Duration;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let times: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();
        assert_eq!(percentile(&times, 0.5), Duration::from_millis(100));
        assert_eq!(percentile(&times, 0.99), Duration::from_millis(198));
        assert_eq!(percentile(&times, 1.0), Duration::from_millis(200));
        assert_eq!(percentile(&times[..1], 0.99), Duration::from_millis(1));
        assert_eq!(percentile(&[], 0.99), Duration::ZERO);
    }
}

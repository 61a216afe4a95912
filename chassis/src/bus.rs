//! The live bus of this process: what the store reports after a commit, by host, to whoever listens.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use timeslot_core::id::HostId;
use timeslot_store::engine::{HostChange, Report};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

/// Changes that a slow listener may be behind before it is told to catch up from the API.
const BACKLOG: usize = 64;

/// Carries changes from commits to listeners.
#[derive(Debug, Default)]
pub struct Bus {
    hosts: Mutex<HashMap<HostId, broadcast::Sender<HostChange>>>,
}

/// What a listener hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// A transaction has changed this.
    Change(HostChange),
    /// Some changes were missed: read everything again.
    Missed,
}

/// One listener to one host.
#[derive(Debug)]
pub struct Subscription(broadcast::Receiver<HostChange>);

impl Bus {
    /// Listens to `host` from now on.
    #[must_use]
    pub fn subscribe(&self, host: HostId) -> Subscription {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        // Hosts whose last listener has gone are forgotten here, where new ones come.
        hosts.retain(|_, sender| sender.receiver_count() > 0);
        let sender = hosts.entry(host).or_insert_with(|| broadcast::channel(BACKLOG).0);
        Subscription(sender.subscribe())
    }

    /// Tells the listeners of each host what `report` says of it.
    pub fn publish(&self, report: Report) {
        let hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        for (host, change) in report.hosts {
            // An error means only that the last listener has gone.
            if let Some(sender) = hosts.get(&host)
                && sender.send(change).is_err()
            {
                tracing::trace!("nobody listens any more");
            }
        }
    }
}

impl Subscription {
    /// Waits for the next news; `None` when there can be no more.
    pub async fn next(&mut self) -> Option<News> {
        match self.0.recv().await {
            Ok(change) => Some(News::Change(change)),
            Err(RecvError::Lagged(_)) => Some(News::Missed),
            Err(RecvError::Closed) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BACKLOG, Bus, News};
    use timeslot_core::id::HostId;
    use timeslot_store::engine::Report;
    use uuid::Uuid;

    fn report(host: u128, version: i64) -> Report {
        let mut report = Report::default();
        report.host(HostId(Uuid::from_u128(host))).availability_version = Some(version);
        report
    }

    #[tokio::test]
    async fn a_listener_hears_of_its_host_only() {
        let bus = Bus::default();
        let mut ada = bus.subscribe(HostId(Uuid::from_u128(1)));
        bus.publish(report(2, 7));
        bus.publish(report(1, 8));
        let Some(News::Change(change)) = ada.next().await else {
            panic!("a change was expected");
        };
        assert_eq!(change.availability_version, Some(8));
    }

    #[tokio::test]
    async fn a_slow_listener_is_told_to_catch_up() {
        let bus = Bus::default();
        let mut ada = bus.subscribe(HostId(Uuid::from_u128(1)));
        for version in 0..=i64::try_from(BACKLOG).unwrap() {
            bus.publish(report(1, version));
        }
        assert_eq!(ada.next().await, Some(News::Missed));
        assert!(matches!(ada.next().await, Some(News::Change(_))));
    }

    #[tokio::test]
    async fn hosts_without_listeners_are_forgotten() {
        let bus = Bus::default();
        drop(bus.subscribe(HostId(Uuid::from_u128(1))));
        let _grace = bus.subscribe(HostId(Uuid::from_u128(2)));
        assert_eq!(bus.hosts.lock().unwrap().len(), 1);
    }
}

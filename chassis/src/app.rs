//! What every handler and every job stands on.

use crate::bus::Bus;
use crate::cache::Cache;
use crate::keys::Keys;
use crate::limits::Limits;
use crate::network::Network;
use crate::seats::Seats;
use crate::settings::Settings;
use jiff::Timestamp;
use std::fmt;
use std::sync::Arc;
use timeslot_core::clock::{Clock, Entropy, whole_second};
use timeslot_core::id::HostId;
use timeslot_store::Db;
use tokio::sync::{Notify, Semaphore};
use tokio_util::sync::CancellationToken;

/// What an [`App`] is made of.
pub struct Parts {
    /// The database, migrated.
    pub db: Db,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Signs and hashes.
    pub keys: Keys,
    /// What the instance was told.
    pub settings: Settings,
}

/// The state of every router, cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    keys: Keys,
    settings: Settings,
    limits: Limits,
    bus: Arc<Bus>,
    cache: Arc<Cache>,
    jobs_written: Arc<Notify>,
    streams: Seats<(Network, HostId)>,
    hashing: Arc<Semaphore>,
    shutdown: CancellationToken,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("settings", &self.0.settings).finish_non_exhaustive()
    }
}

impl App {
    /// Puts the parts together. Every commit made through [`App::db`] voids kept answers, feeds the bus and
    /// wakes the worker.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let bus = Arc::new(Bus::default());
        let cache = Arc::new(Cache::default());
        let jobs_written = Arc::new(Notify::new());
        let (to_bus, to_cache, to_worker) = (Arc::clone(&bus), Arc::clone(&cache), Arc::clone(&jobs_written));
        let db = parts.db.with_listener(Arc::new(move |report| {
            // First of all: whoever hears of the change asks for what it has become.
            to_cache.hear(&report);
            if report.jobs {
                to_worker.notify_one();
            }
            to_bus.publish(report);
        }));
        Self(Arc::new(Inner {
            db,
            limits: Limits::new(&parts.settings.rate_limits, Arc::clone(&parts.clock)),
            clock: parts.clock,
            entropy: parts.entropy,
            keys: parts.keys,
            streams: Seats::new(parts.settings.rate_limits.streams_at_once()),
            hashing: Arc::new(Semaphore::new(parts.settings.password_cost.at_once)),
            settings: parts.settings,
            bus,
            cache,
            jobs_written,
            shutdown: CancellationToken::new(),
        }))
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The current instant, a whole second.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        whole_second(self.0.clock.now())
    }

    /// Randomness.
    #[must_use]
    pub fn entropy(&self) -> &dyn Entropy {
        self.0.entropy.as_ref()
    }

    /// What signs and hashes.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// What the instance was told.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The limits on requests.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// What has just happened.
    #[must_use]
    pub fn bus(&self) -> &Bus {
        &self.0.bus
    }

    /// The kept answers.
    pub(crate) fn cache(&self) -> &Cache {
        &self.0.cache
    }

    /// Places for making passwords' hashes, each of which takes a core and much memory for itself.
    #[must_use]
    pub fn hashing(&self) -> &Arc<Semaphore> {
        &self.0.hashing
    }

    /// Ends streams and workers; the server cancels it when it is told to stop.
    #[must_use]
    pub fn shutdown(&self) -> &CancellationToken {
        &self.0.shutdown
    }

    /// Woken when jobs were written.
    pub(crate) fn jobs_written(&self) -> &Notify {
        &self.0.jobs_written
    }

    /// The open live streams.
    pub(crate) fn streams(&self) -> &Seats<(Network, HostId)> {
        &self.0.streams
    }
}

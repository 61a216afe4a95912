//! What a transaction tells the process once it has committed: nothing is said of what did not happen.

use std::collections::BTreeMap;
use timeslot_core::id::{BookingId, HostId};

/// What has changed of one host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostChange {
    /// The availability version as the transaction left it, if it raised it.
    pub availability_version: Option<i64>,
    /// Bookings that changed their state, time or timeline.
    pub bookings: Vec<BookingId>,
    /// Whether a delivery of this host changed its state.
    pub deliveries: bool,
    /// Whether a session or key of this host was ended: what was opened with one is to be opened anew.
    pub access_ended: bool,
}

/// Everything that a transaction has to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Changes by host.
    pub hosts: BTreeMap<HostId, HostChange>,
    /// Whether jobs were written or revived that may be due.
    pub jobs: bool,
}

impl Report {
    /// The change of `host`, to be added to.
    pub fn host(&mut self, host: HostId) -> &mut HostChange {
        self.hosts.entry(host).or_default()
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hosts.is_empty() && !self.jobs
    }
}

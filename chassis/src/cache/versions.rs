//! The newest availability version that this process knows of each host.

use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use timeslot_core::id::HostId;

/// How long one goes without asking the database. Only another process can have changed anything meanwhile; it tells its
/// own cache, not this one.
const TRUSTED: SignedDuration = SignedDuration::from_secs(1);
/// Most hosts that are remembered; then all are forgotten, and each is asked about once.
const MOST: usize = 20_000;

#[derive(Clone, Copy, Debug)]
struct Known {
    version: i64,
    /// When the database was last asked; never, where it has only been heard of.
    asked: Option<Timestamp>,
}

/// What is known.
#[derive(Debug, Default)]
pub(super) struct Versions(RwLock<HashMap<HostId, Known>>);

/// Whether what is known can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// It can.
    Known,
    /// Whoever is told this asks the database; others go on with what is known.
    Ask,
}

impl Versions {
    /// There is this version; what is older is void.
    pub fn hear(&self, host: HostId, version: i64) {
        let mut hosts = self.change();
        if hosts.len() >= MOST && !hosts.contains_key(&host) {
            hosts.clear();
        }
        let known = hosts.entry(host).or_insert(Known { version, asked: None });
        known.version = known.version.max(version);
    }

    /// Whether the host's version is to be asked for at `now`: one asker is told so each time.
    pub fn trust(&self, host: HostId, now: Timestamp) -> Trust {
        if self.look().get(&host).is_some_and(|known| known.is_trusted(now)) {
            return Trust::Known;
        }
        match self.change().get_mut(&host) {
            Some(known) if known.is_trusted(now) => Trust::Known,
            Some(known) => {
                known.asked = Some(now);
                Trust::Ask
            }
            None => Trust::Ask,
        }
    }

    /// Whether nothing newer than `version` is known.
    pub fn is_newest(&self, host: HostId, version: i64) -> bool {
        self.look().get(&host).is_some_and(|known| known.version <= version)
    }

    fn look(&self) -> RwLockReadGuard<'_, HashMap<HostId, Known>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self) -> RwLockWriteGuard<'_, HashMap<HostId, Known>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// A clock that was turned back makes nothing trusted for longer.
    fn is_trusted(self, now: Timestamp) -> bool {
        self.asked.is_some_and(|asked| asked <= now && now.duration_since(asked) < TRUSTED)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, TRUSTED, Trust, Versions};
    use jiff::Timestamp;
    use timeslot_core::id::HostId;
    use uuid::Uuid;

    fn host(number: u128) -> HostId {
        HostId(Uuid::from_u128(number))
    }

    #[test]
    fn an_older_version_that_is_heard_late_changes_nothing() {
        let versions = Versions::default();
        versions.hear(host(1), 7);
        versions.hear(host(1), 6);
        assert!(versions.is_newest(host(1), 7) && !versions.is_newest(host(1), 6));
        assert!(!versions.is_newest(host(2), 7));
    }

    #[test]
    fn one_asks_the_database_and_the_others_go_on() {
        let (versions, now) = (Versions::default(), "2027-03-01T08:00:00Z".parse::<Timestamp>().unwrap());
        assert_eq!(versions.trust(host(1), now), Trust::Ask);
        versions.hear(host(1), 7);
        assert_eq!(versions.trust(host(1), now), Trust::Ask);
        assert_eq!(versions.trust(host(1), now), Trust::Known);
        assert_eq!(versions.trust(host(1), now + TRUSTED), Trust::Ask);
        assert_eq!(versions.trust(host(1), now + TRUSTED), Trust::Known);
        assert_eq!(versions.trust(host(1), now), Trust::Ask);
    }

    #[test]
    fn memory_is_bounded() {
        let versions = Versions::default();
        for number in 0..=MOST {
            versions.hear(host(u128::try_from(number).unwrap()), 1);
        }
        assert!(versions.look().len() <= MOST);
    }
}

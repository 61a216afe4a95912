//! How often something may happen: the generic cell rate algorithm, which keeps one instant per key. It goes by the
//! application's clock, so that tests with a fixed one are certain.

use crate::settings::Rate;
use jiff::Timestamp;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Mutex, PoisonError};

/// Most keys that one limiter remembers, about 5 MB.
const MOST_KEYS: usize = 200_000;

/// A limiter whose keys are of type `K`.
#[derive(Debug)]
pub struct Limiter<K> {
    rate: Rate,
    hasher: RandomState,
    /// By the key's hash: the instant, in milliseconds, at which the key's allowance is whole again.
    full_at: Mutex<HashMap<u64, i64>>,
    key: std::marker::PhantomData<fn(K)>,
}

/// What a limiter answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it may happen.
    pub allowed: bool,
    /// How many may happen at once when nothing has for a while.
    pub limit: u32,
    /// How many may still happen now.
    pub remaining: u32,
    /// Seconds until the allowance is whole again.
    pub reset: u64,
    /// Seconds until the next may happen; 0 where it is allowed now.
    pub retry_after: u64,
}

impl<K: Hash> Limiter<K> {
    /// A limiter that allows `rate`, at once or spread out.
    #[must_use]
    pub fn new(rate: Rate) -> Self {
        Self { rate, hasher: RandomState::new(), full_at: Mutex::default(), key: std::marker::PhantomData }
    }

    /// Counts one by `key`, if it is allowed at `now`.
    pub fn take(&self, key: &K, now: Timestamp) -> Verdict {
        let now = now.as_millisecond();
        let period = self.period();
        let step = period / i64::from(self.rate.most.max(1));
        let mut keys = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.len() >= MOST_KEYS {
            make_room(&mut keys, now);
        }
        let full_at = keys.entry(self.hasher.hash_one(key)).or_insert(now);
        let next = (*full_at).max(now) + step;
        let allowed = self.rate.most > 0 && next - now <= period;
        if allowed {
            *full_at = next;
        }
        self.verdict(allowed, (*full_at).max(now) - now, step)
    }

    fn period(&self) -> i64 {
        i64::try_from(self.rate.per.as_millis()).unwrap_or(i64::MAX / 4).max(1)
    }

    fn verdict(&self, allowed: bool, used: i64, step: i64) -> Verdict {
        let left = (self.period() - used) / step.max(1);
        let wait = if allowed { 0 } else { used + step - self.period() };
        Verdict {
            allowed,
            limit: self.rate.most,
            remaining: u32::try_from(left).unwrap_or(0).min(self.rate.most),
            reset: seconds(used),
            retry_after: if allowed { 0 } else { seconds(wait).max(1) },
        }
    }
}

/// Forgets keys whose allowance is whole again; where that is not enough, a flood of networks is under way and all
/// are forgotten: memory is bounded before fairness is.
fn make_room(keys: &mut HashMap<u64, i64>, now: i64) {
    keys.retain(|_, full_at| *full_at > now);
    if keys.len() > MOST_KEYS / 4 * 3 {
        keys.clear();
    }
}

fn seconds(millis: i64) -> u64 {
    u64::try_from(millis).unwrap_or(0).div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::{Limiter, MOST_KEYS};
    use crate::settings::Rate;
    use jiff::{SignedDuration, Timestamp};

    fn start() -> Timestamp {
        "2027-01-01T00:00:00Z".parse().unwrap()
    }

    #[test]
    fn ten_in_a_quarter_of_an_hour_are_ten() {
        let limiter = Limiter::new(Rate::per_minutes(10, 15));
        for nth in 1..=10 {
            let verdict = limiter.take(&"ada", start());
            assert!(verdict.allowed && verdict.remaining == 10 - nth, "{nth}");
        }
        let refused = limiter.take(&"ada", start());
        assert!(!refused.allowed);
        assert_eq!((refused.retry_after, refused.reset, refused.remaining), (90, 900, 0));
        assert!(limiter.take(&"grace", start()).allowed);
        let later = start().checked_add(SignedDuration::from_secs(90)).unwrap();
        assert!(limiter.take(&"ada", later).allowed);
        assert!(!limiter.take(&"ada", later).allowed);
    }

    #[test]
    fn refused_tries_do_not_lengthen_the_wait() {
        let limiter = Limiter::new(Rate::per_minutes(1, 1));
        assert!(limiter.take(&1, start()).allowed);
        for _ in 0..100 {
            assert_eq!(limiter.take(&1, start()).retry_after, 60);
        }
    }

    #[test]
    fn memory_is_bounded() {
        let limiter = Limiter::new(Rate::per_minutes(1, 1));
        for key in 0..MOST_KEYS + 10 {
            limiter.take(&key, start());
        }
        assert!(limiter.full_at.lock().unwrap().len() < MOST_KEYS);
    }
}

//! The limits on requests, each by network.

use crate::network::Network;
use crate::problem::Problem;
use crate::rate::{Limiter, Verdict};
use crate::settings::RateLimits;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use std::fmt;
use std::sync::Arc;
use timeslot_core::clock::Clock;

const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// All limits of this process.
pub struct Limits {
    clock: Arc<dyn Clock>,
    on: bool,
    login: Limiter<Network>,
    login_to_account: Limiter<(Network, String)>,
    register: Limiter<Network>,
    book: Limiter<Network>,
    read: Limiter<Network>,
}

impl fmt::Debug for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limits").field("on", &self.on).finish_non_exhaustive()
    }
}

impl Limits {
    /// The limits that `rates` tells, by `clock`.
    #[must_use]
    pub fn new(rates: &RateLimits, clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            on: rates.on,
            login: Limiter::new(rates.login),
            login_to_account: Limiter::new(rates.login_to_account),
            register: Limiter::new(rates.register),
            book: Limiter::new(rates.book),
            read: Limiter::new(rates.read),
        }
    }

    /// One try to log in to the account known by `account_key`, or to prove its password otherwise.
    pub fn login(&self, network: Network, account_key: &str) -> Result<(), Problem> {
        self.check(&self.login, &network)?;
        self.check(&self.login_to_account, &(network, account_key.to_owned()))
    }

    /// One registration.
    pub fn register(&self, network: Network) -> Result<(), Problem> {
        self.check(&self.register, &network)
    }

    /// One booking.
    pub fn book(&self, network: Network) -> Result<(), Problem> {
        self.check(&self.book, &network)
    }

    /// One reading request; `None` where limits are off.
    pub fn read(&self, network: Network) -> Option<Verdict> {
        self.on.then(|| self.read.take(&network, self.clock.now()))
    }

    fn check<K: std::hash::Hash>(&self, limiter: &Limiter<K>, key: &K) -> Result<(), Problem> {
        if !self.on {
            return Ok(());
        }
        let verdict = limiter.take(key, self.clock.now());
        if verdict.allowed { Ok(()) } else { Err(Problem::from(verdict)) }
    }
}

impl From<Verdict> for Problem {
    fn from(verdict: Verdict) -> Self {
        let problem = Self::too_many(verdict.retry_after);
        fields(verdict).into_iter().fold(problem, |problem, (name, value)| problem.with_header(name, value))
    }
}

/// Tells the client where it stands.
pub fn tell(verdict: Verdict, headers: &mut HeaderMap) {
    for (name, value) in fields(verdict) {
        headers.entry(name).or_insert(value);
    }
}

fn fields(verdict: Verdict) -> [(HeaderName, HeaderValue); 3] {
    [(LIMIT, verdict.limit.into()), (REMAINING, verdict.remaining.into()), (RESET, verdict.reset.into())]
}

//! Numbers: what may happen how often, and what a password costs.

use jiff::SignedDuration;
use timeslot_core::booking::Limits;

/// So many within such a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub most: u32,
    /// Within how long.
    pub per: SignedDuration,
}

impl Rate {
    /// `most` within `minutes`.
    #[must_use]
    pub const fn per_minutes(most: u32, minutes: i64) -> Self {
        Self { most, per: SignedDuration::from_mins(minutes) }
    }
}

/// Limits on requests, each by network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimits {
    /// Whether they are kept at all; off for load tests only.
    pub on: bool,
    /// Tries to log in, and everything else that asks for a password.
    pub login: Rate,
    /// Tries to log in to one account from one network.
    pub login_to_account: Rate,
    /// Registrations.
    pub register: Rate,
    /// Bookings.
    pub book: Rate,
    /// Requests that read.
    pub read: Rate,
    /// Live streams of one network with one host that may be open at once.
    pub streams: u32,
}

impl RateLimits {
    /// Live streams that may be open at once, where limits are kept at all.
    #[must_use]
    pub const fn streams_at_once(&self) -> u32 {
        if self.on { self.streams } else { u32::MAX }
    }
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            on: true,
            login: Rate::per_minutes(10, 15),
            login_to_account: Rate::per_minutes(10, 15),
            register: Rate::per_minutes(5, 15),
            book: Rate::per_minutes(20, 10),
            read: Rate::per_minutes(600, 1),
            streams: 20,
        }
    }
}

/// Limits that protect people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeopleLimits {
    /// Letters that one address gets in a day, over all hosts.
    pub letters_per_address_per_day: u32,
    /// Notices that one host gets in a day of what customers did; counted apart.
    pub notices_per_host_per_day: u32,
    /// Letters with a verification or reset link that one address gets in a day, counted apart.
    pub access_letters_per_address_per_day: u32,
    /// Letters that a host sends on the first day.
    pub letters_of_new_host: u32,
    /// Live bookings of one customer's address with one host.
    pub live_bookings_per_customer: u32,
    /// Unpaid holds of one customer's address with one host.
    pub holds_per_customer: u32,
    /// Unpaid holds of one network.
    pub holds_per_network: u32,
    /// Guests of one booking.
    pub guests: u8,
}

impl PeopleLimits {
    /// Those that a booking is held against.
    #[must_use]
    pub const fn of_bookings(&self) -> Limits {
        Limits { live_per_customer: self.live_bookings_per_customer, guests: self.guests }
    }
}

impl Default for PeopleLimits {
    fn default() -> Self {
        Self {
            letters_per_address_per_day: 10,
            notices_per_host_per_day: 200,
            access_letters_per_address_per_day: 5,
            letters_of_new_host: 50,
            live_bookings_per_customer: 5,
            holds_per_customer: 1,
            holds_per_network: 3,
            guests: 5,
        }
    }
}

/// What a password's hash costs: argon2id's memory, passes and lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
    /// How many hashes are made at once; the others wait.
    pub at_once: usize,
}

impl Default for PasswordCost {
    fn default() -> Self {
        // OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1, at_once: 2 }
    }
}

//! What the services are told at their start. Where it comes from, a file or variables, is the server's affair.

use ipnet::IpNet;
use jiff::SignedDuration;
use url::{Host, Url};

/// Everything a service may be told.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address at which people reach this instance; every link is made from it. Only its origin counts.
    pub public_url: Url,
    /// Networks whose forwarding headers count.
    pub trusted_proxies: Vec<IpNet>,
    /// How many requests one network may make.
    pub rate_limits: RateLimits,
    /// Who may register.
    pub registration: Registration,
    /// The sender of letters: an address, or `Name <address>`.
    pub mail_from: String,
    /// What protects people from letters and hosts from bookings that nobody wanted.
    pub people: PeopleLimits,
    /// What a password's hash costs to make.
    pub password_cost: PasswordCost,
}

/// Who may register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registration {
    /// Everybody.
    Open,
    /// Whoever holds an invitation.
    Invitation,
    /// Nobody.
    Closed,
}

impl Registration {
    /// As it is written in settings and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Invitation => "invitation",
            Self::Closed => "closed",
        }
    }
}

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
        Self {
            most,
            per: SignedDuration::from_mins(minutes),
        }
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

impl Default for PeopleLimits {
    fn default() -> Self {
        Self {
            letters_per_address_per_day: 10,
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
        Self {
            memory_kib: 19 * 1024,
            passes: 2,
            lanes: 1,
            at_once: 2,
        }
    }
}

impl Settings {
    /// The defaults of an instance that is reached at `public_url`.
    #[must_use]
    pub fn new(public_url: Url) -> Self {
        let mut settings = Self {
            mail_from: format!(
                "Timeslot <no-reply@{}>",
                public_url.host_str().unwrap_or("localhost")
            ),
            public_url,
            trusted_proxies: Vec::new(),
            rate_limits: RateLimits::default(),
            registration: Registration::Open,
            people: PeopleLimits::default(),
            password_cost: PasswordCost::default(),
        };
        if settings.is_public() {
            settings.registration = Registration::Invitation;
        }
        settings
    }

    /// Whether the public address is more than this machine's own.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self.public_url.host() {
            Some(Host::Ipv4(address)) => !address.is_loopback(),
            Some(Host::Ipv6(address)) => !address.is_loopback(),
            Some(Host::Domain(name)) => !(name == "localhost" || name.ends_with(".localhost")),
            None => true,
        }
    }

    /// Whether people reach this instance over https.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// The public address's origin, such as `https://book.example.com`.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }

    /// The link to `path`, which begins with a slash.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }
}

#[cfg(test)]
mod tests {
    use super::{Registration, Settings};

    fn at(url: &str) -> Settings {
        Settings::new(url.parse().unwrap())
    }

    #[test]
    fn links_are_made_from_the_public_address() {
        assert_eq!(
            at("https://book.example.com/").link("/ada"),
            "https://book.example.com/ada"
        );
        assert_eq!(
            at("http://127.0.0.1:8080").link("/ada"),
            "http://127.0.0.1:8080/ada"
        );
    }

    #[test]
    fn registration_is_open_on_this_machine_and_by_invitation_elsewhere() {
        for own in [
            "http://127.0.0.1:8080",
            "http://localhost:8080",
            "http://[::1]:8080",
        ] {
            assert_eq!(at(own).registration, Registration::Open, "{own}");
        }
        for public in ["https://book.example.com", "http://192.168.1.4:8080"] {
            assert_eq!(at(public).registration, Registration::Invitation, "{public}");
        }
    }
}

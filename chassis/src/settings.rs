//! What the services are told at their start. Where it comes from, a file or variables, is the server's affair.

mod limits;

pub use limits::{PasswordCost, PeopleLimits, Rate, RateLimits};

use ipnet::IpNet;
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
    /// Whether a mail server is set; without one letters are kept to be read here.
    pub has_mail_server: bool,
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

impl Settings {
    /// The defaults of an instance that is reached at `public_url`.
    #[must_use]
    pub fn new(public_url: Url) -> Self {
        let mut settings = Self {
            mail_from: format!("Timeslot <no-reply@{}>", mail_domain(&public_url)),
            public_url,
            trusted_proxies: Vec::new(),
            rate_limits: RateLimits::default(),
            registration: Registration::Open,
            has_mail_server: false,
            people: PeopleLimits::default(),
            password_cost: PasswordCost::default(),
        };
        if settings.is_public() {
            settings.registration = Registration::Invitation;
        }
        settings
    }

    /// The path of the page with the letters of an instance that is being tried out on this machine.
    #[must_use]
    pub fn dev_mailbox(&self) -> Option<&'static str> {
        (!self.has_mail_server && !self.is_public()).then_some("/dev/mailbox")
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

/// The public address's domain; where it is a number or a bare name, one that no mail server would take for another's.
fn mail_domain(public_url: &Url) -> &str {
    public_url.domain().filter(|domain| domain.contains('.')).unwrap_or("timeslot.localhost")
}

#[cfg(test)]
mod tests {
    use super::{Registration, Settings};

    fn at(url: &str) -> Settings {
        Settings::new(url.parse().unwrap())
    }

    #[test]
    fn links_are_made_from_the_public_address() {
        assert_eq!(at("https://book.example.com/").link("/ada"), "https://book.example.com/ada");
        assert_eq!(at("http://127.0.0.1:8080").link("/ada"), "http://127.0.0.1:8080/ada");
    }

    #[test]
    fn letters_come_from_the_public_domain() {
        assert_eq!(at("https://book.example.com").mail_from, "Timeslot <no-reply@book.example.com>");
        for own in ["http://127.0.0.1:8080", "http://localhost:8080"] {
            assert_eq!(at(own).mail_from, "Timeslot <no-reply@timeslot.localhost>");
        }
    }

    #[test]
    fn registration_is_open_on_this_machine_and_by_invitation_elsewhere() {
        for own in ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"] {
            assert_eq!(at(own).registration, Registration::Open, "{own}");
        }
        for public in ["https://book.example.com", "http://192.168.1.4:8080"] {
            assert_eq!(at(public).registration, Registration::Invitation, "{public}");
        }
    }
}

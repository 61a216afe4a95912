//! Work that follows from an event. A job carries ids and looks at the rows again when it runs; running it twice is
//! running it once.

use jiff::{SignedDuration, Timestamp};

/// Which service carries a job out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// Letters.
    Email,
    /// The host's side.
    User,
    /// The customer's side.
    Client,
    /// Accounts.
    Auth,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal by $service:ident),+ $(,)?) => {
        /// What is to be done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum JobKind {
            $($(#[$doc])* $name),+
        }

        impl JobKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// As it is written in the database and the API.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            /// Who carries it out.
            #[must_use]
            pub const fn service(self) -> Service {
                match self { $(Self::$name => Service::$service),+ }
            }
        }
    };
}

kinds! {
    /// The link by which a host verifies the address.
    VerifyAddress = "verify_address" by Email,
    /// Tells an account's owner that somebody registered with the same address.
    AddressTaken = "address_taken" by Email,
    /// The link to a new password.
    ResetPassword = "reset_password" by Email,
    /// The link by which a host verifies a new address.
    ChangeAddress = "change_address" by Email,
    /// Tells the old address what changed.
    CredentialsChanged = "credentials_changed" by Email,
    /// An invitation to register.
    Invitation = "invitation" by Email,
    /// The manage links of a customer's bookings.
    ManageLinks = "manage_links" by Email,
    /// The booking is agreed.
    Confirmed = "confirmed" by Email,
    /// The booking is agreed at another time.
    Changed = "changed" by Email,
    /// The booking is called off.
    Cancelled = "cancelled" by Email,
    /// The customer waits for the host, or the host is asked.
    Awaiting = "awaiting" by Email,
    /// The host said yes.
    Approved = "approved" by Email,
    /// The host said no.
    Declined = "declined" by Email,
    /// The booking ran out of time.
    Expired = "expired" by Email,
    /// The customer asks for another time.
    MoveRequested = "move_requested" by Email,
    /// The host keeps the old time.
    MoveDeclined = "move_declined" by Email,
    /// The meeting is near.
    Reminder = "reminder" by Email,
    /// Ends a hold or a request whose time is over.
    ExpireBooking = "expire_booking" by Client,
    /// Keeps what was offered and booked on the days that are over.
    CountOffers = "count_offers" by User,
    /// Takes away what is older than it is kept.
    Sweep = "sweep" by Client,
}

impl JobKind {
    /// Reads what [`JobKind::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }

    /// Whether its effect is seen outside: a letter that is sent can't be called back.
    #[must_use]
    pub const fn leaves_the_house(self) -> bool {
        matches!(self.service(), Service::Email)
    }

    /// How often it runs by itself, if it does.
    #[must_use]
    pub const fn every(self) -> Option<SignedDuration> {
        match self {
            Self::Sweep => Some(SignedDuration::from_hours(1)),
            Self::CountOffers => Some(SignedDuration::from_hours(6)),
            _ => None,
        }
    }
}

/// For whom a job's effect is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recipient {
    /// Nobody: the effect is inside.
    Nobody,
    /// The one who booked.
    Customer,
    /// A guest, by place in the booking's list.
    Guest(u8),
    /// The host of the booking.
    Host,
    /// The account, at its own address.
    Account,
}

impl std::fmt::Display for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nobody => f.write_str("nobody"),
            Self::Customer => f.write_str("customer"),
            Self::Guest(place) => write!(f, "guest:{place}"),
            Self::Host => f.write_str("host"),
            Self::Account => f.write_str("account"),
        }
    }
}

impl Recipient {
    /// Reads what `Display` wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "nobody" => Some(Self::Nobody),
            "customer" => Some(Self::Customer),
            "host" => Some(Self::Host),
            "account" => Some(Self::Account),
            other => other.strip_prefix("guest:")?.parse().ok().map(Self::Guest),
        }
    }
}

/// A job as the routing table orders it; the store adds the ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobSpec {
    /// What is to be done.
    pub kind: JobKind,
    /// For whom.
    pub recipient: Recipient,
    /// Tells several of one kind apart: a reminder's lead time in minutes.
    pub occurrence: u32,
    /// Not before this instant.
    pub run_at: Timestamp,
}

/// Retries go on for this long, then the job is buried.
pub const BURIED_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// How long to wait after the `attempts`th failure: doubling from ten seconds to two hours, give or take a quarter by
/// `jitter` (0 to 255), so that those that failed together don't come back together.
#[must_use]
pub fn back_off(attempts: u32, jitter: u8) -> SignedDuration {
    let doubled = 10_000_i64 << attempts.saturating_sub(1).min(12);
    let base = doubled.min(7_200_000);
    let millis = base * 3 / 4 + base / 2 * i64::from(jitter) / 255;
    SignedDuration::from_secs(millis / 1000)
}

#[cfg(test)]
mod tests {
    use super::{JobKind, Recipient, back_off};
    use jiff::SignedDuration;

    #[test]
    fn names_are_read_back() {
        for kind in JobKind::ALL {
            assert_eq!(JobKind::parse(kind.as_str()), Some(*kind));
        }
        for recipient in [Recipient::Customer, Recipient::Guest(4), Recipient::Host, Recipient::Account] {
            assert_eq!(Recipient::parse(&recipient.to_string()), Some(recipient));
        }
    }

    #[test]
    fn waits_double_up_to_two_hours() {
        assert_eq!(back_off(1, 128).as_secs(), 10);
        assert_eq!(back_off(2, 128).as_secs(), 20);
        assert!(back_off(40, 255) <= SignedDuration::from_secs(9000));
        assert!(back_off(1, 0) < back_off(1, 255));
    }
}

//! Ids of everything that is stored: `UUIDv7`, so that rows of one time lie together. Each kind of thing has a type of
//! its own, so that a booking's id can't be handed over where a host's is meant.

use crate::clock::Entropy;
use jiff::Timestamp;
use uuid::Uuid;

/// A `UUIDv7` of `now` and ten random bytes.
#[must_use]
pub fn uuid_v7(now: Timestamp, entropy: &dyn Entropy) -> Uuid {
    let mut random = [0_u8; 10];
    entropy.fill(&mut random);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id, made of `now` and randomness.
            #[must_use]
            pub fn new(now: Timestamp, entropy: &dyn Entropy) -> Self {
                Self(uuid_v7(now, entropy))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A host: the tenant. The account that logs in carries the same id.
    HostId,
    /// A logged-in browser.
    SessionId,
    /// A key for scripts.
    ApiKeyId,
    /// An invitation to register.
    InvitationId,
    /// Weekly hours with overrides.
    ScheduleId,
    /// What can be booked.
    EventTypeId,
    /// One slot published by hand.
    OpeningId,
    /// A period in which the host can't be booked.
    BlockId,
    /// The row that guards a time: one meeting, or one sitting of several bookings.
    SittingId,
    /// One customer's booking.
    BookingId,
    /// One who books with a host.
    CustomerId,
    /// Work to be done.
    JobId,
    /// One mail to one address.
    DeliveryId,
}

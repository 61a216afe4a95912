//! What happened. An event is what a step leaves behind; the routing table says what follows from it.

use crate::booking::{Actor, State};

/// Something that happened to a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookingEvent {
    /// The time is kept while the customer pays.
    Held,
    /// The customer asks; the host is to answer.
    Requested,
    /// It is agreed, at once or by the host's approval.
    Confirmed {
        /// Whether the host was asked first.
        approved: bool,
    },
    /// It is agreed at another time.
    Rescheduled {
        /// Who moved it.
        by: Actor,
    },
    /// The customer asks for another time; the old one stays until the host answers.
    MoveRequested,
    /// The host keeps the old time.
    MoveDeclined,
    /// The customer no longer asks for another time.
    MoveWithdrawn,
    /// It is called off.
    Cancelled {
        /// By whom.
        by: Actor,
        /// Where it stood.
        was: State,
    },
    /// The host said no.
    Declined,
    /// It ran out of time.
    Expired {
        /// Where it stood.
        was: State,
    },
    /// The host said that the customer didn't come, or took it back.
    NoShow {
        /// Whether the customer is marked as missing now.
        missed: bool,
    },
}

impl BookingEvent {
    /// The name of the step in the booking's timeline.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Requested => "requested",
            Self::Confirmed { approved: false } => "confirmed",
            Self::Confirmed { approved: true } => "approved",
            Self::Rescheduled { .. } => "rescheduled",
            Self::MoveRequested => "move_requested",
            Self::MoveDeclined => "move_declined",
            Self::MoveWithdrawn => "move_withdrawn",
            Self::Cancelled { .. } => "cancelled",
            Self::Declined => "declined",
            Self::Expired { .. } => "expired",
            Self::NoShow { missed: true } => "no_show",
            Self::NoShow { missed: false } => "no_show_undone",
        }
    }
}

/// Something that happened to an account or at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountEvent {
    /// Somebody registered, or asked for the letter again.
    Registered,
    /// Somebody registered with the address of a verified account.
    RegisteredAgain,
    /// Somebody asked for a new password.
    ResetRequested,
    /// The host wants another address, which is to be verified.
    AddressChangeRequested,
    /// Address, password or keys changed; the old address is told.
    CredentialsChanged,
    /// The operator invites somebody.
    Invited,
    /// A customer wants the manage links again.
    ManageLinksRequested,
}

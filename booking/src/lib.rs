//! Where time is sold. Every step runs inside a transaction that its caller opened and will commit: state, guard,
//! jobs and timeline become true together, or nothing does. Nothing here knows of HTTP.
//!
//! A step begins at a [`Desk`], which holds the host's lock; so no two steps of one host ever run at once.

mod approve;
pub mod availability;
mod book;
mod cancel;
mod desk;
mod expire;
mod no_show;
mod reschedule;

pub use approve::{approve, decline};
pub use book::{Booked, NewBooking, TooMany, book};
pub use cancel::{cancel, disown};
pub use desk::{Circumstances, Desk, Limits};
pub use expire::expire;
pub use no_show::mark_no_show;
pub use reschedule::{Moved, Warning, reschedule};

use timeslot_core::booking::Refused;
use timeslot_store::bookings::BookingRow;

/// What came of a step that needs no new time.
#[derive(Debug)]
pub enum Stepped {
    /// It was taken.
    Done(Box<BookingRow>),
    /// The table of states, or a cut-off, refuses it.
    Refused(Refused),
}

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
mod form;
mod no_show;
mod reschedule;
mod seat;
mod taken;
mod warning;

pub use approve::{approve, decline};
pub use book::{Booked, Made, NewBooking, book};
pub use cancel::{DISOWNED, cancel, disown};
pub use desk::{Circumstances, Desk};
pub use expire::expire;
pub use form::Form;
pub use no_show::mark_no_show;
pub use reschedule::{Moved, reschedule};
pub use warning::Warning;

use timeslot_core::refusal::Refusal;
use timeslot_store::bookings::BookingRow;

/// What came of a step that needs no new time.
#[derive(Debug)]
pub enum Stepped {
    /// It was taken.
    Done(Box<BookingRow>),
    /// Nothing changed.
    Refused(Box<Refusal>),
}

impl From<Refusal> for Stepped {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

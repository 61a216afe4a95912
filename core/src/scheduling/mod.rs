//! Which slots exist. One set of rules offers slots, accepts a booking and explains a refusal.

mod bookings;
pub mod calendar;
mod cursor;
mod dates;
mod edges;
mod grid;
mod horizon;
mod host;
pub mod hours;
mod limits;
mod nearby;
mod open;
mod seconds;
mod slots;
mod sweep;

pub use calendar::{Calendar, Collision, Horizon, LiveBooking, Opening, Refusal, Rules, Slot};
pub use hours::{LocalTime, Schedule, Weekly, Window};
pub use slots::MOST_QUERY_DAYS;

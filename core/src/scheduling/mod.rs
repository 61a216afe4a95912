//! Which slots exist. One set of rules offers slots, accepts a booking and explains a refusal.

pub mod calendar;
mod dates;
mod edges;
mod grid;
pub mod hours;
mod open;
mod seconds;

pub use calendar::{Calendar, Collision, Horizon, LiveBooking, Opening, Refusal, Rules, Slot};
pub use hours::{LocalTime, Schedule, Weekly, Window};

//! Which slots exist. One set of rules offers slots, accepts a booking and explains a refusal.

pub mod calendar;
pub mod hours;
pub mod wire;

pub use calendar::{Calendar, Collision, Horizon, LiveBooking, Opening, Refusal, Rules, Slot};
pub use hours::{LocalTime, Schedule, Weekly, Window};

//! Which slots exist. One set of rules offers slots, accepts a booking and explains a refusal.
//!
//! A [`Calendar`] is everything that the rules look at. [`Schedule::open_on`] turns the hours of a date into instants
//! (rules 1 and 2), [`Calendar::grid`] lays slots into them (rule 3), and [`Calendar::slots`] leaves those that nothing
//! refuses (rules 4 to 9). [`Calendar::explain`] asks the same rules about one instant, [`Calendar::explain_host`] on
//! behalf of the host, who may overrule most of them.

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
mod validity;
pub mod wire;

pub use calendar::{Calendar, Collision, Horizon, LiveBooking, Opening, Refusal, Rules, Slot};
pub use hours::{LocalTime, Schedule, Weekly, Window};
pub use slots::MOST_QUERY_DAYS;

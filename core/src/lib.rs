//! Facts and arithmetic of appointment scheduling: ids, time, money, slots, the booking's states, events and the jobs
//! that follow from them. Nothing here reads a clock, a file or a socket; whatever is needed is an argument.

pub mod booking;
pub mod clock;
pub mod event;
pub mod event_type;
pub mod icalendar;
pub mod id;
pub mod interval;
pub mod job;
pub mod money;
pub mod refusal;
pub mod routing;
pub mod scheduling;
pub mod text;
pub mod zone;

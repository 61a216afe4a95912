//! The persons of the tests: Ada, who can be booked, and those who book.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "this is test code: it fails by panicking, with a sentence that says what was expected"
)]

pub mod ada;
pub mod house;
pub mod letters;
pub mod plain;
pub mod postbox;

use timeslot_chassis::world::World;
use timeslot_email::MailRoute;
use timeslot_server::services::services;

/// The world with every service in it and letters kept in the mailbox.
#[must_use]
pub fn open(world: World) -> World {
    world.serve(services(&[], &MailRoute::Mailbox).unwrap())
}

/// Whether experiments are to take their long form: `make prove` says so.
#[must_use]
pub fn is_long() -> bool {
    std::env::var_os("TIMESLOT_PROVE").is_some()
}

//! The whole product, told as stories of persons, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "this is test code: it fails by panicking, with a sentence that says what was expected"
)]

mod approval;
mod availability;
mod bad_input;
mod booking;
mod crashes;
mod drill;
mod endurance;
mod event_types;
mod faces;
mod freshness;
mod guard;
mod hostile;
mod house;
mod insights;
mod letters;
mod limits;
mod live;
mod pages;
mod plain_pages;
mod plans;
mod profile;
mod queue;
mod races;
mod strangers;
mod tracking;
mod transactions;

//! The whole product, told as stories of persons, on both databases.
#![expect(missing_docs, reason = "a test's name says what it shows")]

mod approval;
mod availability;
mod bad_input;
mod booking;
mod event_types;
mod guard;
mod house;
mod insights;
mod letters;
mod limits;
mod live;
mod pages;
mod profile;
mod queue;
mod races;
mod strangers;
mod tracking;
mod transactions;

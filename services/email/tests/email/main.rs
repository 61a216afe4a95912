//! Letters as they are read, as messages, and as a mail server gets them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests, which end the test as they should"
)]

mod account;
mod api;
mod booked;
mod calendar;
mod letters;
mod messages;
mod protects;
mod routes;
mod smtp;
mod studio;
mod support;

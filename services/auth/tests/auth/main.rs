//! The service as persons meet it, over HTTP, on both databases.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod address;
mod api_keys;
mod bad_input;
mod close;
mod document;
mod login;
mod operator;
mod password;
mod register;
mod sessions;
mod support;
mod verify;

//! The scheduling core against its contract: named hard cases with literal instants, and properties of random worlds
//! against a slow and obvious reference.
#![allow(clippy::unwrap_used, reason = "a helper of a test fails its test by panicking")]

mod agreement;
mod clock_changes;
mod conflicts;
mod days;
mod host;
mod limits;
mod nearby;
mod openings;
mod random;
mod reference;
mod support;
mod validity;

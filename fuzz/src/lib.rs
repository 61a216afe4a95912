//! What holds of every input, one parser a file: called by the fuzzer with whatever it thinks of, and by
//! `chassis/tests/corpora.rs` with every file of `corpus`. Each fails by panicking.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "what doesn't hold fails by panicking")]

pub mod address;
pub mod cursor;
pub mod date;
pub mod handle;
pub mod icalendar;
pub mod instant;
pub mod key;
pub mod schedule;
pub mod slots;
pub mod text;
pub mod token;
pub mod web_address;
pub mod zone;

// The core's own tests have the slow and obvious reference, and the random worlds to hold it against.
#[path = "../../core/tests/scheduling/random/mod.rs"]
#[allow(dead_code, reason = "some of it is for the core's own tests")]
mod random;
#[path = "../../core/tests/scheduling/reference.rs"]
#[allow(dead_code, reason = "some of it is for the core's own tests")]
mod reference;
#[path = "../../core/tests/scheduling/support.rs"]
#[allow(dead_code, reason = "some of it is for the core's own tests")]
mod support;

/// Holds an input against what is said of a target.
pub type Holds = fn(&[u8]);

/// Every target, by the name of its corpus.
pub const TARGETS: [(&str, Holds); 13] = [
    ("address", address::holds),
    ("cursor", cursor::holds),
    ("date", date::holds),
    ("handle", handle::holds),
    ("icalendar", icalendar::holds),
    ("instant", instant::holds),
    ("key", key::holds),
    ("schedule", schedule::holds),
    ("slots", slots::holds),
    ("text", text::holds),
    ("token", token::holds),
    ("web_address", web_address::holds),
    ("zone", zone::holds),
];

/// The input as text; what is none never reaches a parser.
fn words(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}

//! Settings from a TOML file and from `TIMESLOT_…` variables; a variable goes before the file. Whatever is unknown or
//! wrong is named, all of it at once.

mod parse;
mod source;

pub use parse::{Config, Database};
pub use source::{NAMES, Source};

/// One setting that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The setting's name.
    pub name: String,
    /// What is wrong and what to do.
    pub why: String,
}

/// Settings that can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(|it| format!("{}: {}", it.name, it.why)).collect::<Vec<_>>().join("\n"))]
pub struct ConfigError(pub Vec<Wrong>);

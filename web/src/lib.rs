//! The built web client as a leaf crate: files to serve, the dashboard's shell, and what a public page must load.
//!
//! `npm run build` fills `web/dist`. A release binary carries the files within it; a debug build reads them from the
//! folder, so that a new build of the client shows without compiling again.

mod asset;
mod entry;

pub use asset::{Asset, asset, shell};
pub use entry::{Entry, public_entry};

/// The words of the public pages as JSON, key by key: those that the client says and the server writes.
pub const TEXTS: &str = include_str!("public/en.json");

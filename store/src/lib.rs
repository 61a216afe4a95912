//! All SQL of Timeslot, for SQLite and PostgreSQL: connections, transactions, migrations, jobs and each owner's tables.

pub mod api_keys;
pub mod engine;
pub mod idempotency;
pub mod jobs;
pub mod sessions;

pub use engine::{Db, Dialect, Error, Json, Minutes, Tx, Value};

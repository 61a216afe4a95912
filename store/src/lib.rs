//! All SQL of Timeslot, for SQLite and PostgreSQL: connections, transactions, migrations, jobs and each owner's tables.

pub mod engine;
pub mod jobs;

pub use engine::{Db, Dialect, Error, Json, Minutes, Tx, Value};

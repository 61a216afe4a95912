//! All SQL of Timeslot, for SQLite and PostgreSQL: connections, transactions, migrations, jobs and each owner's tables.

pub mod engine;

pub use engine::{Db, Dialect, Error, Tx};

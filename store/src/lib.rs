//! All SQL of Timeslot, for SQLite and PostgreSQL: connections, transactions, migrations, jobs and each owner's tables.

pub mod accounts;
pub mod addressees;
pub mod api_keys;
pub mod backup;
pub mod bookings;
pub mod customers;
pub mod deliveries;
pub mod engine;
pub mod event_types;
pub mod hosts;
pub mod idempotency;
pub mod insights;
pub mod invitations;
pub mod jobs;
pub mod mailbox;
pub mod openings;
pub mod restores;
pub mod schedules;
pub mod sessions;
pub mod sittings;

pub use engine::{Db, Dialect, Error, Json, Minutes, Tx, Value};

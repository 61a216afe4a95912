//! The engine room: two databases behind one transaction.

mod checkpoint;
mod convert;
mod crash;
mod db;
mod errand;
mod error;
mod lite;
mod migrate;
mod pg;
mod report;
mod row;
mod tx;
mod value;
mod writer;

pub use convert::{FromValue, Json, Minutes};
pub use crash::crash_point;
pub use db::{Db, Listener};
pub use error::Error;
pub use migrate::{fingerprint, migrate, schema_version};
pub(crate) use migrate::{schema_text, upgrade_file};
pub use report::{HostChange, Report};
pub use row::{FromRow, Row, insert_sql};
pub use tx::{Asked, Dialect, Tx, Watcher};
pub use value::Value;

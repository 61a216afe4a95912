//! Backups: every row of one instant, in a SQLite file with the schema of its day, whichever database they come from and
//! whichever they are put back into.

mod columns;
mod file;
mod put_back;
mod take;

pub use file::Facts;
pub use put_back::{Restored, facts, put_back};
pub use take::take;

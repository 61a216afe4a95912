//! The file that a backup is.

use super::columns::Table;
use crate::engine::{Error, Value, insert_sql, schema_version, upgrade_file};
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// What a backup says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The instant whose rows it holds.
    pub taken_at: Timestamp,
    /// The id of the secret key that signed then, in hexadecimal. The key itself is not in the backup.
    pub key_id: String,
}

/// An open backup.
pub(super) struct File(Connection);

impl File {
    /// A new one, not readable by others, with every table and nothing in them.
    pub fn create(path: &Path, facts: &Facts) -> Result<Self, Error> {
        make_private(path)?;
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "BEGIN; CREATE TABLE backup (taken_at INTEGER NOT NULL, key_id TEXT NOT NULL) STRICT;",
        )?;
        connection.execute(
            "INSERT INTO backup (taken_at, key_id) VALUES (?1, ?2)",
            (facts.taken_at.as_millisecond(), &facts.key_id),
        )?;
        upgrade_file(&connection, 0)?;
        Ok(Self(connection))
    }

    /// One that was taken, to be read. One of an older schema is brought up to date in a copy beside it.
    pub fn open(path: &Path) -> Result<(Self, Option<Copied>), Error> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let version = connection
            .query_row("SELECT MAX(number) FROM schema_steps", (), |row| row.get::<_, i64>(0))
            .map_err(|error| {
                Error::Backup(format!("{} is no backup of Timeslot ({error})", path.display()))
            })?;
        if version > schema_version() {
            return Err(Error::Backup(format!(
                "the backup is of schema step {version}, this program knows {}; restore it with the program that made it, or a newer one",
                schema_version()
            )));
        }
        if version == schema_version() {
            return Ok((Self(connection), None));
        }
        let copied = Copied::of(path)?;
        let connection = Connection::open(&copied.0)?;
        connection.execute_batch("BEGIN")?;
        upgrade_file(&connection, version)?;
        connection.execute_batch("COMMIT")?;
        Ok((Self(connection), Some(copied)))
    }

    pub fn facts(&self) -> Result<Facts, Error> {
        let row = self.0.query_row("SELECT taken_at, key_id FROM backup", (), |row| {
            Ok((row.get::<_, i64>(0)?, row.get(1)?))
        });
        let (taken_at, key_id) =
            row.map_err(|error| Error::Backup(format!("the file is no backup of Timeslot ({error})")))?;
        let taken_at =
            Timestamp::from_millisecond(taken_at).map_err(|error| Error::Unexpected(error.to_string()))?;
        Ok(Facts { taken_at, key_id })
    }

    pub fn write(&mut self, table: &Table, rows: &[Vec<Value>]) -> Result<(), Error> {
        let sql = insert_sql(&table.name, &table.column_names());
        let mut statement = self.0.prepare_cached(&sql)?;
        for row in rows {
            statement.execute(rusqlite::params_from_iter(row))?;
        }
        Ok(())
    }

    /// Up to `most` rows behind `after`, and the place of the last one.
    pub fn read(&mut self, table: &Table, after: i64, most: u32) -> Result<(Vec<Vec<Value>>, i64), Error> {
        let columns = table.column_names().join(", ");
        let sql =
            format!("SELECT rowid, {columns} FROM {} WHERE rowid > ?1 ORDER BY rowid LIMIT ?2", table.name);
        let mut statement = self.0.prepare_cached(&sql)?;
        let mut found = statement.query((after, most))?;
        let (mut rows, mut last) = (Vec::new(), after);
        while let Some(row) = found.next()? {
            last = row.get(0)?;
            let values: Result<Vec<Value>, rusqlite::Error> =
                (1..=table.columns.len()).map(|index| row.get_ref(index).map(Value::from)).collect();
            rows.push(table.typed(values?)?);
        }
        Ok((rows, last))
    }

    /// Writes everything to the disk.
    pub fn close(self, path: &Path) -> Result<(), Error> {
        self.0.execute_batch("COMMIT")?;
        self.0.close().map_err(|(_, error)| error)?;
        std::fs::File::open(path).and_then(|file| file.sync_all()).map_err(|error| unwritable(path, &error))
    }
}

/// A copy that is taken away with its guard.
pub(super) struct Copied(PathBuf);

impl Copied {
    fn of(path: &Path) -> Result<Self, Error> {
        let copy = path.with_extension("upgrading");
        make_private(&copy)?;
        let copied = Self(copy);
        std::fs::copy(path, &copied.0).map_err(|error| unwritable(&copied.0, &error))?;
        Ok(copied)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.0) {
            tracing::warn!(%error, file = %self.0.display(), "a copy of a backup could not be removed");
        }
    }
}

/// Makes the file, which must not be there yet, for its owner's eyes alone.
fn make_private(path: &Path) -> Result<(), Error> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|error| unwritable(path, &error))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::Backup(format!("{} can't be written: {error}", path.display()))
}

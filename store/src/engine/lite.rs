//! SQLite: one writer that commits waiting transactions in groups, and readers beside it.

use super::checkpoint;
use super::error::Error;
use super::row::{FromRow, Row};
use super::tx::{Connection as TxConnection, Tx};
use super::value::Value;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{CachedStatement, Connection, OpenFlags};
use std::path::Path;

/// Statements kept prepared per connection; the project has fewer.
const PREPARED: usize = 512;
/// Pages that the writer keeps in memory, in KiB: a group of bookings touches indexes all over the file.
const CACHE_KIB: i64 = 16 * 1024;

/// Opens the one writing connection.
pub(super) fn open_writer(path: &Path) -> Result<Connection, Error> {
    let mut connection = open_durable(path)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    prepare(&connection)?;
    checkpoint::beside(&mut connection, open_durable(path)?)?;
    Ok(connection)
}

/// Opens a connection that flushes whatever it writes.
fn open_durable(path: &Path) -> Result<Connection, Error> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    Ok(connection)
}

/// Opens a connection that can only read.
pub(super) fn open_reader(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    prepare(&connection)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), Error> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Otherwise a statement whose argument might make a partial index fit is parsed and planned anew for each value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // SQLite's own knows capitals of ASCII alone, and people are called Émile.
    connection.create_scalar_function(
        "lower",
        1,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |context| Ok(context.get::<String>(0)?.to_lowercase()),
    )?;
    Ok(())
}

/// Binds `$1`, `$2` … by their number: to SQLite they are names, counted by first appearance.
fn bind(statement: &mut CachedStatement<'_>, args: &[Value]) -> Result<(), Error> {
    for index in 1..=statement.parameter_count() {
        let number =
            statement.parameter_name(index).and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let value = number.and_then(|number| args.get(number.checked_sub(1)?));
        let value = value.ok_or_else(|| Error::Unexpected(format!("no value for parameter {index}")))?;
        statement.raw_bind_parameter(index, value)?;
    }
    Ok(())
}

/// Opens a read transaction; one that a panic left open is ended first.
pub(super) fn begin_snapshot(tx: &Tx) -> Result<(), Error> {
    let TxConnection::Sqlite(connection) = &tx.connection else {
        return Err(Error::Unexpected("a reader of SQLite holds another connection".into()));
    };
    if !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    run(connection, "BEGIN")
}

/// Ends a read transaction.
pub(super) fn end_snapshot(tx: &Tx) -> Result<(), Error> {
    match &tx.connection {
        TxConnection::Sqlite(connection) => run(connection, "ROLLBACK"),
        TxConnection::Postgres(_) => Ok(()),
    }
}

/// Runs a statement without arguments, prepared once.
pub(super) fn run(connection: &Connection, sql: &str) -> Result<(), Error> {
    Ok(connection.prepare_cached(sql)?.raw_execute().map(|_| ())?)
}

pub(super) fn query<T: FromRow>(connection: &Connection, sql: &str, args: &[Value]) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, args)?;
    let columns = statement.column_count();
    let mut rows = statement.raw_query();
    let mut read = Vec::new();
    while let Some(row) = rows.next()? {
        read.push(T::from_row(&mut Row::of_sqlite(row, columns))?);
    }
    Ok(read)
}

pub(super) fn execute(connection: &Connection, sql: &str, args: &[Value]) -> Result<u64, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, args)?;
    Ok(u64::try_from(statement.raw_execute()?).unwrap_or(0))
}

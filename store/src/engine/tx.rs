//! An open transaction. All SQL of the project goes through its verbs.

use super::error::Error;
use super::report::Report;
use super::row::{FromRow, Row};
use super::value::Value;
use super::{lite, pg};
use std::sync::Arc;

/// Shown every statement with its arguments before it runs: tests look at what is asked, how often, and by which plan.
pub type Watcher = Arc<dyn Fn(&str, &[Value]) + Send + Sync>;

/// An open transaction on either database, and what is to be told once it has committed.
pub struct Tx {
    pub(super) connection: Connection,
    pub(super) report: Report,
    pub(super) watcher: Option<Watcher>,
}

/// Which database a transaction is open on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded one.
    Sqlite,
    /// The one for several machines.
    Postgres,
}

pub(super) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(pg::Client),
}

impl Tx {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection, report: Report::default(), watcher: None }
    }

    /// Which database this is, for the few statements that differ.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        match self.connection {
            Connection::Sqlite(_) => Dialect::Sqlite,
            Connection::Postgres(_) => Dialect::Postgres,
        }
    }

    /// `sql` on PostgreSQL, nothing on SQLite, whose one writer needs no row locks.
    #[must_use]
    pub const fn lock(&self, sql: &'static str) -> &'static str {
        match self.dialect() {
            Dialect::Sqlite => "",
            Dialect::Postgres => sql,
        }
    }

    /// What is to be told once this transaction has committed.
    pub const fn report(&mut self) -> &mut Report {
        &mut self.report
    }

    /// Every row that `sql` gives. The statement bounds their number.
    pub async fn all<T: FromRow>(&mut self, sql: &str, args: &[Value]) -> Result<Vec<T>, Error> {
        self.show(sql, args);
        match &mut self.connection {
            Connection::Sqlite(connection) => lite::query(connection, sql, args),
            Connection::Postgres(client) => read(&client.query(sql, args).await?),
        }
    }

    /// The first row, if there is one.
    pub async fn first<T: FromRow>(&mut self, sql: &str, args: &[Value]) -> Result<Option<T>, Error> {
        Ok(self.all(sql, args).await?.into_iter().next())
    }

    /// The one row that must be there, as of an aggregate or `RETURNING`.
    pub async fn one<T: FromRow>(&mut self, sql: &str, args: &[Value]) -> Result<T, Error> {
        self.first(sql, args).await?.ok_or_else(|| Error::Unexpected(format!("no row came of: {sql}")))
    }

    /// Runs a statement and tells how many rows it changed.
    pub async fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, Error> {
        self.show(sql, args);
        match &mut self.connection {
            Connection::Sqlite(connection) => lite::execute(connection, sql, args),
            Connection::Postgres(client) => client.execute(sql, args).await,
        }
    }

    /// The same as [`Tx::all`], but on PostgreSQL without waiting for the answer: what doesn't depend on each other is
    /// asked in one journey, and waited for after the last is asked.
    pub async fn ask<T: FromRow>(&mut self, sql: &str, args: &[Value]) -> Result<Asked<T>, Error> {
        self.show(sql, args);
        let answer = match &mut self.connection {
            Connection::Sqlite(connection) => Answer::Here(lite::query(connection, sql, args)?),
            Connection::Postgres(client) => Answer::Coming(client.ask(sql, args.to_vec()).await?),
        };
        Ok(Asked(answer))
    }

    /// Runs a statement whose outcome changes nothing in what follows: on PostgreSQL it isn't waited for, and if it
    /// fails, a later answer or the commit says so. Nothing is committed then.
    pub async fn send(&mut self, sql: &str, args: &[Value]) -> Result<(), Error> {
        self.show(sql, args);
        match &mut self.connection {
            Connection::Sqlite(connection) => lite::execute(connection, sql, args).map(drop),
            Connection::Postgres(client) => client.send(sql, args.to_vec()).await,
        }
    }

    fn show(&self, sql: &str, args: &[Value]) {
        if let Some(watcher) = &self.watcher {
            watcher(sql, args);
        }
    }

    /// Runs several statements without arguments, as migrations are.
    pub(super) async fn batch(&mut self, sql: &str) -> Result<(), Error> {
        match &mut self.connection {
            Connection::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Connection::Postgres(client) => client.batch(sql).await,
        }
    }
}

/// What a query on its way will answer; several of them cost one journey to the server.
#[must_use]
pub struct Asked<T>(Answer<T>);

enum Answer<T> {
    Here(Vec<T>),
    Coming(pg::Coming<Vec<tokio_postgres::Row>>),
}

impl<T: FromRow> Asked<T> {
    /// Every row that came.
    pub async fn all(self) -> Result<Vec<T>, Error> {
        match self.0 {
            Answer::Here(rows) => Ok(rows),
            Answer::Coming(coming) => read(&coming.await?),
        }
    }

    /// The first row, if there is one.
    pub async fn first(self) -> Result<Option<T>, Error> {
        Ok(self.all().await?.into_iter().next())
    }
}

fn read<T: FromRow>(rows: &[tokio_postgres::Row]) -> Result<Vec<T>, Error> {
    rows.iter().map(|row| T::from_row(&mut Row::of_postgres(row))).collect()
}

/// The arguments of a statement, each turned into a [`Value`].
#[macro_export]
macro_rules! args {
    ($($arg:expr),* $(,)?) => { &[$( $crate::engine::Value::from($arg) ),*] };
}

//! The database, whichever it is.

use super::crash::crash_point;
use super::errand::{Errand, errand};
use super::error::Error;
use super::lite;
use super::pg;
use super::report::Report;
use super::tx::{Connection, Dialect, Tx, Watcher};
use super::writer::{Done, Writer};
use deadpool_postgres::Pool;
use futures::future::BoxFuture;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// Readers of SQLite that may run at once.
const READERS: usize = 4;
/// Connections to PostgreSQL.
const CONNECTIONS: usize = 16;

/// Told of every commit that has something to tell.
pub type Listener = Arc<dyn Fn(Report) + Send + Sync>;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    listener: Option<Listener>,
    watcher: Option<Watcher>,
}

#[derive(Clone)]
enum Engine {
    Sqlite { writer: Writer, readers: Arc<Readers> },
    Postgres(Pool),
}

struct Readers {
    free: Mutex<Vec<Tx>>,
    permits: Arc<Semaphore>,
}

/// A reader on loan: given back even by work that panics.
struct Loan {
    readers: Arc<Readers>,
    tx: Option<Tx>,
    _permit: OwnedSemaphorePermit,
}

impl Readers {
    async fn lend(self: Arc<Self>) -> Result<Loan, Error> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_| Error::Unavailable("the readers are closed".into()))?;
        let tx = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Ok(Loan { readers: self, tx, _permit: permit })
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        if let Some(tx) = self.tx.take() {
            self.readers.free.lock().unwrap_or_else(PoisonError::into_inner).push(tx);
        }
    }
}

impl Db {
    /// Opens the SQLite file at `path`, making it where there is none. The file is readable by its owner alone.
    pub fn open_sqlite(path: &Path) -> Result<Self, Error> {
        let connection = lite::open_writer(path)?;
        restrict(path)?;
        let free: Result<Vec<Tx>, Error> =
            (0..READERS).map(|_| Ok(Tx::new(Connection::Sqlite(lite::open_reader(path)?)))).collect();
        let readers = Readers { free: Mutex::new(free?), permits: Arc::new(Semaphore::new(READERS)) };
        let engine = Engine::Sqlite { writer: Writer::start(connection)?, readers: Arc::new(readers) };
        Ok(Self { engine, listener: None, watcher: None })
    }

    /// A pool to the PostgreSQL server at `url`; nothing is connected yet.
    pub fn open_postgres(url: &str) -> Result<Self, Error> {
        Ok(Self { engine: Engine::Postgres(pg::pool(url, CONNECTIONS)?), listener: None, watcher: None })
    }

    /// The same database with `listener` told of every commit from here on.
    #[must_use]
    pub fn with_listener(mut self, listener: Listener) -> Self {
        self.listener = Some(listener);
        self
    }

    /// The same database with `watcher` shown every statement from here on.
    #[must_use]
    pub fn with_watcher(mut self, watcher: Watcher) -> Self {
        self.watcher = Some(watcher);
        self
    }

    /// Which database this is.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        match self.engine {
            Engine::Sqlite { .. } => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Runs `work` in a transaction: committed where it answers `Ok`, rolled back where it answers `Err`. It runs to
    /// its end even when the caller stops waiting, so no transaction is ever left open. On SQLite `work` may wait for
    /// nothing but this database.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let (errand, answer) = errand(work);
        answer.after(self.carry_out(errand).await)
    }

    /// Runs `work` on a connection that only reads: on SQLite in one snapshot, on PostgreSQL each statement in its own.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let (errand, answer) = errand(work);
        answer.after(self.look(errand).await)
    }

    /// The same for a few rows, or for what two months of one host hold, found by an index. On SQLite it is read by the thread
    /// that asks: to hand it to another one would cost as much as reading it.
    pub async fn glance<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let Engine::Sqlite { readers, .. } = &self.engine else { return self.read(work).await };
        let (errand, answer) = errand(work);
        let mut loan = Arc::clone(readers).lend().await?;
        answer.after(read_sqlite(&mut loan, self.watcher.clone(), errand))
    }

    /// Reads in a transaction that sees the rows of one instant, however long it takes.
    pub async fn snapshot<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite { .. } => self.read(work).await,
            Engine::Postgres(_) => {
                self.write(|tx| {
                    Box::pin(async move {
                        tx.batch("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?;
                        work(tx).await
                    })
                })
                .await
            }
        }
    }

    async fn carry_out(&self, errand: Errand) -> Result<(), Error> {
        let (listener, watcher) = (self.listener.clone(), self.watcher.clone());
        match &self.engine {
            Engine::Sqlite { writer, .. } => write_sqlite(writer, listener, watcher, errand).await,
            Engine::Postgres(pool) => {
                let pool = pool.clone();
                // In a task of its own: a caller that hangs up would otherwise drop the transaction half-way.
                let task = tokio::spawn(async move {
                    let report = write_postgres(&pool, watcher, errand).await?;
                    tell(listener.as_ref(), report);
                    Ok(())
                });
                task.await
                    .map_err(|error| Error::Unexpected(format!("a transaction's task ended: {error}")))?
            }
        }
    }

    async fn look(&self, errand: Errand) -> Result<(), Error> {
        match &self.engine {
            Engine::Sqlite { readers, .. } => {
                let mut loan = Arc::clone(readers).lend().await?;
                let watcher = self.watcher.clone();
                let task = tokio::task::spawn_blocking(move || read_sqlite(&mut loan, watcher, errand));
                task.await.map_err(|error| Error::Unexpected(format!("a reader's task ended: {error}")))?
            }
            Engine::Postgres(pool) => {
                let mut tx = Tx::new(Connection::Postgres(pg::Client::take(pool).await?));
                tx.watcher.clone_from(&self.watcher);
                errand(&mut tx).await;
                Ok(())
            }
        }
    }
}

/// Tells of a commit, whether or not its caller still waits.
fn tell(listener: Option<&Listener>, report: Report) {
    if let Some(listener) = listener
        && !report.is_empty()
    {
        listener(report);
    }
}

async fn write_sqlite(
    writer: &Writer,
    listener: Option<Listener>,
    watcher: Option<Watcher>,
    errand: Errand,
) -> Result<(), Error> {
    let (sender, receiver) = oneshot::channel();
    let begun = Arc::new(AtomicBool::new(false));
    let begins = Arc::clone(&begun);
    writer.hand_in(Box::new(move |tx| {
        begins.store(true, Ordering::Release);
        tx.watcher = watcher;
        let ran = at_once(errand(tx));
        let keep = matches!(ran, Ok(true));
        let answer = move |committed: Result<Report, Error>| {
            // What was rolled back has its answer already, whatever became of its neighbours.
            let told = match ran {
                Ok(true) => committed.map(|report| tell(listener.as_ref(), report)),
                Ok(false) => Ok(()),
                Err(error) => Err(error),
            };
            if sender.send(told).is_err() {
                tracing::debug!("the caller of a transaction has gone; it was carried out all the same");
            }
        };
        Done { keep, answer: Box::new(answer) }
    }))?;
    receiver.await.map_err(|_| {
        if begun.load(Ordering::Acquire) {
            Error::Unexpected("a transaction ended in a panic".into())
        } else {
            Error::Unavailable("the database is busy and did not begin the transaction".into())
        }
    })?
}

fn read_sqlite(loan: &mut Loan, watcher: Option<Watcher>, errand: Errand) -> Result<(), Error> {
    let tx = loan.tx.as_mut().ok_or_else(|| Error::Unexpected("no reader is free".into()))?;
    tx.watcher = watcher;
    lite::begin_snapshot(tx)?;
    let ran = at_once(errand(tx));
    lite::end_snapshot(tx)?;
    ran.map(drop)
}

async fn write_postgres(pool: &Pool, watcher: Option<Watcher>, errand: Errand) -> Result<Report, Error> {
    let mut client = pg::Client::take(pool).await?;
    client.begin();
    let mut tx = Tx::new(Connection::Postgres(client));
    tx.watcher = watcher;
    let keep = errand(&mut tx).await;
    let Connection::Postgres(mut client) = tx.connection else {
        return Err(Error::Unexpected("a transaction changed its database".into()));
    };
    if !keep {
        client.rollback().await?;
        return Ok(Report::default());
    }
    crash_point("before-commit");
    client.commit().await?;
    crash_point("after-commit");
    Ok(tx.report)
}

/// Drives a future that only ever waits for SQLite, which answers at once.
fn at_once(mut running: BoxFuture<'_, bool>) -> Result<bool, Error> {
    match running.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(keep) => Ok(keep),
        Poll::Pending => Err(Error::Waited),
    }
}

#[cfg(unix)]
fn restrict(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))
        .map_err(|error| Error::Unavailable(format!("{} can't be made private: {error}", path.display())))
}

#[cfg(not(unix))]
fn restrict(_: &Path) -> Result<(), Error> {
    Ok(())
}

//! The one writer of SQLite. Transactions that wait are committed together, each in its own savepoint and each
//! answered only once the commit is on disk: many promises, one flush.

use super::crash::crash_point;
use super::error::Error;
use super::lite;
use super::report::Report;
use super::tx::{Connection, Tx};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::mpsc;

/// Most transactions of one commit. Whoever comes while a group is at work waits for that one and for the own: short
/// groups keep the slowest answers near the usual ones, and a flush for every two dozen costs a twentieth of the rate.
const GROUP: usize = 24;
/// Most transactions that wait; beyond it the database counts as unavailable.
const WAITING: usize = 2048;

/// What a piece of work leaves behind: whether to keep what it wrote, and whom to answer after the commit.
pub(super) struct Done {
    pub keep: bool,
    pub answer: Box<dyn FnOnce(Result<Report, Error>) + Send>,
}

/// One transaction's work.
pub(super) type Work = Box<dyn FnOnce(&mut Tx) -> Done + Send>;

/// Where work is handed in.
#[derive(Clone)]
pub(super) struct Writer(mpsc::Sender<Work>);

impl Writer {
    /// Starts the writer's thread; it ends when the last handle is dropped.
    pub fn start(connection: rusqlite::Connection) -> Result<Self, Error> {
        let (sender, receiver) = mpsc::channel(WAITING);
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || run(Tx::new(Connection::Sqlite(connection)), receiver))
            .map_err(|error| Error::Unavailable(format!("no thread for the writer: {error}")))?;
        Ok(Self(sender))
    }

    /// Hands in work; refused at once where too much waits already.
    pub fn hand_in(&self, work: Work) -> Result<(), Error> {
        self.0.try_send(work).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => {
                Error::Unavailable(format!("{WAITING} transactions wait already"))
            }
            mpsc::error::TrySendError::Closed(_) => Error::Unavailable("the writer has ended".into()),
        })
    }
}

fn run(mut tx: Tx, mut waiting: mpsc::Receiver<Work>) {
    while let Some(first) = waiting.blocking_recv() {
        commit_group(&mut tx, first, &mut waiting);
    }
}

type Answer = Box<dyn FnOnce(Result<Report, Error>) + Send>;

fn commit_group(tx: &mut Tx, first: Work, waiting: &mut mpsc::Receiver<Work>) {
    let mut answers: Vec<(Answer, Report)> = Vec::new();
    let outcome = sql(tx, "BEGIN IMMEDIATE").and_then(|()| {
        run_one(tx, first, &mut answers)?;
        while answers.len() < GROUP {
            let Ok(next) = waiting.try_recv() else { break };
            run_one(tx, next, &mut answers)?;
        }
        crash_point("before-commit");
        sql(tx, "COMMIT")?;
        crash_point("after-commit");
        Ok(())
    });
    if let Err(error) = &outcome {
        tracing::error!(%error, "a group of transactions could not be committed");
        if !is_autocommit(tx)
            && let Err(error) = sql(tx, "ROLLBACK")
        {
            tracing::error!(%error, "nor rolled back");
        }
    }
    for (answer, report) in answers {
        answer(match &outcome {
            Ok(()) => Ok(report),
            Err(error) => Err(Error::Unavailable(error.to_string())),
        });
    }
}

/// Runs one transaction in a savepoint of its own. An error here means that the whole group is lost.
fn run_one(tx: &mut Tx, work: Work, answers: &mut Vec<(Answer, Report)>) -> Result<(), Error> {
    tx.report = Report::default();
    sql(tx, "SAVEPOINT one")?;
    let done = catch_unwind(AssertUnwindSafe(|| work(tx)));
    let keep = done.as_ref().is_ok_and(|done| done.keep);
    let report = if keep { std::mem::take(&mut tx.report) } else { Report::default() };
    // A panic drops the answer's sender with its stack, which the waiting side sees as an error.
    if let Ok(done) = done {
        answers.push((done.answer, report));
    }
    if is_autocommit(tx) {
        // A full disk rolls the whole transaction back; going on would commit what follows statement by statement.
        return Err(Error::Unavailable("the database rolled the transaction back by itself".into()));
    }
    if !keep {
        sql(tx, "ROLLBACK TO one")?;
    }
    sql(tx, "RELEASE one")
}

fn sql(tx: &mut Tx, statement: &str) -> Result<(), Error> {
    match &mut tx.connection {
        Connection::Sqlite(connection) => lite::run(connection, statement),
        Connection::Postgres(_) => {
            Err(Error::Unexpected("the SQLite writer holds another connection".into()))
        }
    }
}

fn is_autocommit(tx: &Tx) -> bool {
    matches!(&tx.connection, Connection::Sqlite(connection) if connection.is_autocommit())
}

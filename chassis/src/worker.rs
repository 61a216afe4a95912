//! The job worker: claims what is due, carries it out beside other jobs, writes how it ended.

mod attempt;
mod outcome;
mod queue;
mod run;

pub use outcome::Outcome;
pub use run::Worker;

use crate::app::App;
use futures::future::BoxFuture;
use std::fmt;
use std::sync::Arc;
use timeslot_store::jobs::JobRow;

/// Carries out one kind of job. It looks at the current rows, and running it twice is running it once.
pub type Handler =
    Arc<dyn Fn(App, JobRow) -> BoxFuture<'static, Result<Outcome, HandlerError>> + Send + Sync>;

/// A [`Handler`] of an async function that answers how it ended, or a whole [`Outcome`].
pub fn handler<F, R, O>(work: F) -> Handler
where
    F: Fn(App, JobRow) -> R + Send + Sync + 'static,
    R: Future<Output = Result<O, HandlerError>> + Send + 'static,
    O: Into<Outcome>,
{
    Arc::new(move |app, job| {
        let work = work(app, job);
        Box::pin(async move { Ok(work.await?.into()) })
    })
}

/// Why a try failed, in words for the timeline: no personal data. The job is tried again until it is buried; what can
/// never succeed is answered as [`Ended::Buried`](timeslot_store::jobs::Ended::Buried) instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandlerError(pub String);

impl fmt::Display for HandlerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for HandlerError {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

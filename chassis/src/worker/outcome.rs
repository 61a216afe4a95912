//! What a try leaves behind.

use futures::future::BoxFuture;
use std::fmt;
use timeslot_store::jobs::Ended;
use timeslot_store::{Error, Tx};

/// Writes what became of a try.
type Record = Box<dyn for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<(), Error>> + Send>;

/// How a try ended, and what is written down with it in one transaction.
pub struct Outcome {
    pub(super) ended: Ended,
    pub(super) record: Option<Record>,
}

impl Outcome {
    /// A try that ended like this and leaves `record` behind, even if the job was taken over meanwhile: what has happened
    /// outside has happened.
    pub fn recorded<F>(ended: Ended, record: F) -> Self
    where
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<(), Error>> + Send + 'static,
    {
        Self { ended, record: Some(Box::new(record)) }
    }
}

impl From<Ended> for Outcome {
    fn from(ended: Ended) -> Self {
        Self { ended, record: None }
    }
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome").field("ended", &self.ended).finish_non_exhaustive()
    }
}

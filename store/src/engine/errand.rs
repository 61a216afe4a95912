//! Work on its way to a connection. The engines need to know whether to keep what it wrote and nothing else, so what it
//! answers is put aside: they are compiled once, and not once for each kind of answer.

use super::error::Error;
use super::tx::Tx;
use futures::future::BoxFuture;
use tokio::sync::oneshot;

/// Work whose answer is put aside; it tells whether to keep what it wrote.
pub(super) type Errand = Box<dyn for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, bool> + Send>;

/// Where the answer of an errand was put.
pub(super) struct Answer<T, E>(oneshot::Receiver<Result<T, E>>);

/// Makes an errand of `work`.
pub(super) fn errand<T, E, F>(work: F) -> (Errand, Answer<T, E>)
where
    T: Send + 'static,
    E: Send + 'static,
    F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
{
    let (sender, receiver) = oneshot::channel();
    let errand: Errand = Box::new(move |tx| {
        Box::pin(async move {
            let answer = work(tx).await;
            let keep = answer.is_ok();
            if sender.send(answer).is_err() {
                tracing::debug!("the caller of a transaction has gone; it is carried out all the same");
            }
            keep
        })
    });
    (errand, Answer(receiver))
}

impl<T, E: From<Error>> Answer<T, E> {
    /// The answer, once the engine has `ended` with the errand: what the work refused is refused, whatever became of
    /// the connection; what it wrote counts only if the engine says so.
    pub fn after(mut self, ended: Result<(), Error>) -> Result<T, E> {
        match (self.0.try_recv(), ended) {
            (Ok(Err(refused)), _) => Err(refused),
            (_, Err(error)) => Err(error.into()),
            (Ok(Ok(value)), Ok(())) => Ok(value),
            (Err(_), Ok(())) => Err(Error::Unexpected("an errand ended without an answer".into()).into()),
        }
    }
}

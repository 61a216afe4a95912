//! Carrying SQLite's write-ahead log over to the file. Most of it is done beside the writer, which goes on committing
//! meanwhile; what came in that time is little, and the writer carries it over itself, so that the log begins anew.

use super::error::Error;
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};

/// Pages of the log at which they are carried over, 94 MiB: those that change again and again meanwhile are carried
/// once, and the flushes of the file, which the writer's own wait for, are few.
const FULL: i32 = 24_000;

/// Carries over what `writer` commits, on a thread with the connection `beside` it; it ends with the writer.
pub(super) fn beside(writer: &mut Connection, beside: Connection) -> Result<(), Error> {
    let (wake, woken) = sync_channel(1);
    let carried = Arc::new(AtomicBool::new(false));
    let done = Arc::clone(&carried);
    std::thread::Builder::new()
        .name("sqlite-checkpoint".into())
        .spawn(move || carry(&beside, &woken, &done))
        .map_err(|error| Error::Unavailable(format!("no thread for checkpoints: {error}")))?;
    writer.wal_hook(Some(move |log: &mut rusqlite::hooks::Wal, pages| {
        if pages >= FULL {
            if carried.swap(false, Ordering::AcqRel) {
                // The commit stands in any case: what can't be carried over now is tried again after the next one.
                log.checkpoint().unwrap_or_else(|error| tracing::warn!(%error, "a checkpoint failed"));
            } else {
                // Full where the thread has its hands full already, which is what was to be said.
                wake.try_send(()).unwrap_or(());
            }
        }
        Ok(())
    }))?;
    Ok(())
}

fn carry(connection: &Connection, woken: &Receiver<()>, carried: &AtomicBool) {
    while woken.recv().is_ok() {
        match connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
            Ok(()) => carried.store(true, Ordering::Release),
            Err(error) => tracing::warn!(%error, "a checkpoint failed"),
        }
    }
}

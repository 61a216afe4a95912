//! One try of one job.

use super::{Handler, HandlerError, Outcome};
use crate::app::App;
use futures::FutureExt;
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use timeslot_core::job::JobKind;
use timeslot_store::Error;
use timeslot_store::engine::crash_point;
use timeslot_store::jobs::{self, Ended, JobRow};

/// How long one try may take; shorter than the lease.
const DEADLINE: Duration = Duration::from_secs(90);

/// Runs one job and writes how it ended.
pub(super) async fn carry_out(app: &App, handlers: &HashMap<JobKind, Handler>, job: JobRow) {
    let (id, kind, attempts) = (job.id, job.kind.clone(), job.attempts);
    crash_point("job-claimed");
    let Outcome { ended, record } = attempt(app, handlers, &job).await;
    if let Ended::Failed(error) | Ended::Buried(error) = &ended {
        tracing::warn!(job = %id, kind, attempts, error, "a job failed");
    }
    crash_point("job-carried-out");
    let mut jitter = [0_u8];
    app.entropy().fill(&mut jitter);
    let now = app.now();
    let written: Result<bool, Error> = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                if let Some(record) = record {
                    record(tx).await?;
                }
                jobs::finish(tx, now, &job, ended, jitter[0]).await
            })
        })
        .await;
    crash_point("job-ended");
    match written {
        Ok(true) => {}
        Ok(false) => tracing::warn!(job = %id, kind, "a job was taken over before it ended"),
        // Its lease runs out, and it comes again.
        Err(error) => tracing::error!(job = %id, kind, %error, "how a job ended could not be written"),
    }
}

async fn attempt(app: &App, handlers: &HashMap<JobKind, Handler>, job: &JobRow) -> Outcome {
    let Some(handler) = JobKind::parse(&job.kind).and_then(|kind| handlers.get(&kind)) else {
        return Ended::Failed(format!("nothing here carries out “{}”", job.kind)).into();
    };
    let work = AssertUnwindSafe(async { handler(app.clone(), job.clone()).await }).catch_unwind();
    let why = match tokio::time::timeout(DEADLINE, work).await {
        Ok(Ok(Ok(outcome))) => return outcome,
        Ok(Ok(Err(HandlerError(error)))) => error,
        Ok(Err(_)) => "it ended in a panic; the log has more".into(),
        Err(_) => format!("it took longer than {} seconds", DEADLINE.as_secs()),
    };
    Ended::Failed(why).into()
}

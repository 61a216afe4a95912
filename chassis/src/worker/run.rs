//! The worker's round: tick, claim, run, wait.

use super::Handler;
use super::attempt::carry_out;
use super::queue::{Queue, queues};
use crate::app::App;
use jiff::SignedDuration;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use timeslot_core::job::JobKind;
use timeslot_store::Error;
use timeslot_store::jobs::{self, JobRow};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// The longest that a worker sleeps: the net under lost wake-ups and other processes' jobs.
const POLL: Duration = Duration::from_secs(5);
/// Most jobs that [`Worker::run_due`] carries out: one that is always due again would otherwise never end.
const MOST_DUE: usize = 10_000;

/// Carries out the jobs that it has handlers for.
pub struct Worker {
    app: App,
    handlers: Arc<HashMap<JobKind, Handler>>,
    queues: Vec<Queue>,
    /// Woken when a place has become free.
    place_free: Arc<Notify>,
    /// The hour-grain tick that was last written, so that it isn't written on every round.
    last_tick: AtomicI64,
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").field("kinds", &self.kinds()).finish_non_exhaustive()
    }
}

impl Worker {
    /// A worker for `jobs`; it claims no other kinds.
    #[must_use]
    pub fn new(app: App, jobs: Vec<(JobKind, Handler)>) -> Self {
        let queues = queues(jobs.iter().map(|(kind, _)| *kind));
        Self {
            app,
            queues,
            handlers: Arc::new(jobs.into_iter().collect()),
            place_free: Arc::default(),
            last_tick: AtomicI64::new(i64::MIN),
        }
    }

    fn kinds(&self) -> Vec<JobKind> {
        let mut kinds: Vec<JobKind> = self.handlers.keys().copied().collect();
        kinds.sort();
        kinds
    }

    /// Works until `shutdown`, then waits for what runs.
    pub async fn run(self, shutdown: CancellationToken) {
        let mut running = JoinSet::new();
        while !shutdown.is_cancelled() {
            let sleep = match self.round(&mut running).await {
                Ok(sleep) => sleep,
                Err(error) => {
                    tracing::warn!(%error, "the worker could not look for jobs");
                    POLL
                }
            };
            tokio::select! {
                () = shutdown.cancelled() => {}
                () = self.app.jobs_written().notified() => {}
                () = self.place_free.notified() => {}
                () = tokio::time::sleep(sleep) => {}
            }
            while running.try_join_next().is_some() {}
        }
        while running.join_next().await.is_some() {}
    }

    /// Starts what is due, as far as there are places, and tells how long to sleep.
    async fn round(&self, running: &mut JoinSet<()>) -> Result<Duration, Error> {
        self.tick_if_new().await?;
        let mut free: Vec<_> = self.queues.iter().map(|queue| (queue, queue.free_places())).collect();
        let wanted = free.iter().filter(|(_, places)| !places.is_empty());
        let wanted = wanted.map(|(queue, places)| (queue.kinds.clone(), places.len())).collect();
        for job in self.claim(wanted).await? {
            let of_kind = |queue: &Queue| queue.kinds.iter().any(|kind| kind.as_str() == job.kind);
            let place =
                free.iter_mut().find(|(queue, _)| of_kind(queue)).and_then(|(_, places)| places.pop());
            let (app, handlers, free) =
                (self.app.clone(), Arc::clone(&self.handlers), Arc::clone(&self.place_free));
            running.spawn(async move {
                carry_out(&app, &handlers, job).await;
                drop(place);
                free.notify_one();
            });
        }
        self.time_to_next().await
    }

    /// Takes due jobs of each group of kinds, up to the number beside it, in one transaction.
    async fn claim(&self, wanted: Vec<(Vec<JobKind>, usize)>) -> Result<Vec<JobRow>, Error> {
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let now = self.app.now();
        let claims = self.app.db().write(move |tx| {
            Box::pin(async move {
                let mut claimed = Vec::new();
                for (kinds, most) in wanted {
                    let most = u32::try_from(most).unwrap_or(u32::MAX);
                    claimed.extend(jobs::claim(tx, now, &kinds, most).await?);
                }
                Ok(claimed)
            })
        });
        claims.await
    }

    /// Until the next job is due, within [`POLL`]. What is due already waits for a place, whose end wakes us.
    async fn time_to_next(&self) -> Result<Duration, Error> {
        let (now, kinds) = (self.app.now(), self.kinds());
        let next: Result<_, Error> =
            self.app.db().read(move |tx| Box::pin(async move { jobs::next_due(tx, &kinds).await })).await;
        let Some(next) = next?.filter(|next| *next > now) else {
            return Ok(POLL);
        };
        Ok(Duration::try_from(next.duration_since(now)).map_or(POLL, |wait| wait.min(POLL)))
    }

    async fn tick_if_new(&self) -> Result<(), Error> {
        let periods = self.kinds().into_iter().filter_map(JobKind::every).map(|every| every.as_secs());
        let Some(shortest) = periods.min() else {
            return Ok(());
        };
        let tick = self.app.now().as_second().div_euclid(shortest.max(1));
        if self.last_tick.load(Ordering::Relaxed) != tick {
            self.tick().await?;
            self.last_tick.store(tick, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Writes the jobs that come by themselves, once for each period.
    pub async fn tick(&self) -> Result<(), Error> {
        let periods: Vec<(JobKind, SignedDuration)> =
            self.kinds().into_iter().filter_map(|kind| Some((kind, kind.every()?))).collect();
        let (app, now) = (self.app.clone(), self.app.now());
        let ticked = self.app.db().write(move |tx| {
            Box::pin(async move {
                for (kind, every) in periods {
                    jobs::enqueue_tick(tx, now, app.entropy(), kind, every).await?;
                }
                Ok(())
            })
        });
        ticked.await
    }

    /// Carries out everything that is due now, one after the other, and tells how many it was. For tests.
    pub async fn run_due(&self) -> Result<usize, Error> {
        let mut done = 0;
        while done < MOST_DUE {
            let claimed = self.claim(vec![(self.kinds(), 1)]).await?;
            if claimed.is_empty() {
                return Ok(done);
            }
            for job in claimed {
                carry_out(&self.app, &self.handlers, job).await;
                done += 1;
            }
        }
        Err(Error::Unexpected(format!("{MOST_DUE} jobs were due one after the other")))
    }
}

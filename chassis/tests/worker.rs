//! The job worker, on both databases.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::SignedDuration;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use timeslot_chassis::worker::{Handler, HandlerError, Worker, handler};
use timeslot_chassis::world::World;
use timeslot_chassis::{Service, both};
use timeslot_core::id::JobId;
use timeslot_core::job::{JobKind, JobSpec, Recipient};
use timeslot_store::Error;
use timeslot_store::jobs::{self, Ended, JobRow, Subject};
use tokio_util::sync::CancellationToken;
use utoipa_axum::router::OpenApiRouter;

fn serving(jobs: Vec<(JobKind, Handler)>) -> Vec<Service> {
    vec![Service { name: "sample", routes: OpenApiRouter::new(), jobs, face: None }]
}

/// Counts its calls and does what `end` says.
fn counting(
    calls: &Arc<AtomicUsize>,
    end: impl Fn(usize) -> Result<Ended, HandlerError> + Send + Sync + 'static,
) -> Handler {
    let calls = Arc::clone(calls);
    handler(move |_, _| {
        let ended = end(calls.fetch_add(1, Ordering::SeqCst) + 1);
        async move { ended }
    })
}

async fn order(world: &World, kind: JobKind, keys: &[&str]) {
    let (app, now) = (world.app.clone(), world.now());
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    let ordered: Result<(), Error> = world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                for key in keys {
                    let subject = Subject { key, ..Subject::default() };
                    let spec = JobSpec { kind, recipient: Recipient::Nobody, occurrence: 0, run_at: now };
                    jobs::enqueue(tx, now, app.entropy(), &subject, &[spec]).await?;
                }
                Ok(())
            })
        })
        .await;
    ordered.unwrap();
}

async fn find(world: &World, id: JobId) -> JobRow {
    let found: Result<Option<JobRow>, Error> =
        world.app.db().read(move |tx| Box::pin(async move { jobs::find(tx, id).await })).await;
    found.unwrap().unwrap()
}

both! {
    async fn what_is_due_is_carried_out_once(world) {
        let calls = Arc::new(AtomicUsize::new(0));
        let done = counting(&calls, |_| Ok(Ended::Done));
        let world = world.serve(serving(vec![(JobKind::ExpireBooking, done)]));
        order(&world, JobKind::ExpireBooking, &["a", "b", "c"]).await;
        order(&world, JobKind::ExpireBooking, &["a"]).await;
        assert_eq!(world.run_due().await, 3);
        assert_eq!(world.run_due().await, 0);
        assert_eq!(calls.load(Ordering::SeqCst), 3);
    }

    async fn kinds_without_a_handler_are_left_to_others(world) {
        let calls = Arc::new(AtomicUsize::new(0));
        let world = world.serve(serving(vec![(JobKind::ExpireBooking, counting(&calls, |_| Ok(Ended::Done)))]));
        order(&world, JobKind::Sweep, &["a"]).await;
        assert_eq!(world.run_due().await, 0);
        assert_eq!(world.read_kinds().await, [JobKind::Sweep]);
    }

    async fn failures_and_panics_come_again_later(world) {
        let calls = Arc::new(AtomicUsize::new(0));
        let flaky = counting(&calls, |nth| match nth {
            1 => Err(HandlerError("the mail server is away".into())),
            2 => panic!("a bug"),
            _ => Ok(Ended::Done),
        });
        let seen = Arc::new(std::sync::Mutex::new(None));
        let noted = Arc::clone(&seen);
        let noting = handler(move |app, job: JobRow| {
            *noted.lock().unwrap() = Some(job.id);
            flaky(app, job)
        });
        let world = world.serve(serving(vec![(JobKind::ExpireBooking, noting)]));
        order(&world, JobKind::ExpireBooking, &["a"]).await;
        for (error, attempts) in [("the mail server is away", 1), ("panic", 2)] {
            assert_eq!(world.run_due().await, 1);
            let id = seen.lock().unwrap().unwrap();
            let job = find(&world, id).await;
            assert_eq!((job.state.as_str(), job.attempts), ("ready", attempts));
            assert!(job.last_error.unwrap().contains(error));
            assert!(job.run_at > world.now());
            world.wait(SignedDuration::from_mins(5));
        }
        assert_eq!(world.run_due().await, 1);
        let id = seen.lock().unwrap().unwrap();
        assert_eq!(find(&world, id).await.state, "done");
    }

    async fn ticks_come_once_for_each_period(world) {
        let calls = Arc::new(AtomicUsize::new(0));
        let world = world.serve(serving(vec![(JobKind::Sweep, counting(&calls, |_| Ok(Ended::Done)))]));
        for _ in 0..3 {
            world.worker().tick().await.unwrap();
        }
        assert_eq!(world.run_due().await, 1);
        world.wait(SignedDuration::from_hours(1));
        world.worker().tick().await.unwrap();
        assert_eq!(world.run_due().await, 1);
    }

    async fn a_running_worker_is_woken_by_a_commit_and_ends_with_its_work_done(world) {
        let calls = Arc::new(AtomicUsize::new(0));
        let (begun, mut heard) = tokio::sync::mpsc::unbounded_channel();
        let let_go = Arc::new(tokio::sync::Notify::new());
        let (counted, gate) = (Arc::clone(&calls), Arc::clone(&let_go));
        let slow = handler(move |_, _| {
            let (counted, gate, begun) = (Arc::clone(&counted), Arc::clone(&gate), begun.clone());
            async move {
                begun.send(()).unwrap();
                gate.notified().await;
                counted.fetch_add(1, Ordering::SeqCst);
                Ok(Ended::Done)
            }
        });
        let shutdown = CancellationToken::new();
        let worker = Worker::new(world.app.clone(), vec![(JobKind::ExpireBooking, slow)]);
        let running = tokio::spawn(worker.run(shutdown.clone()));
        order(&world, JobKind::ExpireBooking, &["a"]).await;
        heard.recv().await.unwrap();
        shutdown.cancel();
        let_go.notify_one();
        running.await.unwrap();
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }
}

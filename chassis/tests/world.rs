//! The world itself keeps an eye on its stories.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use timeslot_chassis::world::{World, tell};
use timeslot_core::job::{JobKind, JobSpec, Recipient};
use timeslot_store::jobs::{self, Subject};

/// A world in which a job is due in `minutes`.
async fn with_a_job(minutes: i64) -> World {
    let world = World::sqlite().await;
    let (app, now) = (world.app.clone(), world.now());
    let spec = JobSpec {
        kind: JobKind::Sweep,
        recipient: Recipient::Nobody,
        occurrence: 0,
        run_at: now.checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap(),
    };
    let ordered: Result<(), timeslot_store::Error> = world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move { jobs::enqueue(tx, now, app.entropy(), &Subject::default(), &[spec]).await })
        })
        .await;
    ordered.unwrap();
    world
}

#[test]
#[should_panic(expected = "nobody read: [\"sweep\"]")]
fn a_due_job_that_nobody_read_fails_its_test() {
    tell(async { drop(with_a_job(0).await) });
}

#[test]
fn a_read_a_later_and_a_left_job_do_not() {
    tell(async {
        let read = with_a_job(0).await;
        assert_eq!(read.read_kinds().await, [JobKind::Sweep]);
        drop(read);
        drop(with_a_job(1).await);
        let left = with_a_job(0).await;
        left.leave_jobs();
        drop(left);
    });
}

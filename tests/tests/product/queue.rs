//! The queue: leases, back-off, burial, and one row for one effect.

use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::both;
use timeslot_chassis::world::World;
use timeslot_core::job::{JobKind, JobSpec, Recipient};
use timeslot_store::Error;
use timeslot_store::jobs::{self, Ended, JobRow, LEASE, Subject};

const KINDS: &[JobKind] = &[JobKind::Sweep];

async fn order(world: &World, key: &str) {
    let (now, inside, key) = (world.now(), world.app.clone(), key.to_owned());
    let ordered: Result<(), Error> = world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let subject = Subject { key, ..Subject::default() };
                let spec = JobSpec {
                    kind: JobKind::Sweep,
                    recipient: Recipient::Nobody,
                    occurrence: 0,
                    run_at: now,
                };
                jobs::enqueue(tx, now, inside.entropy(), &subject, &[spec]).await
            })
        })
        .await;
    ordered.unwrap();
}

async fn claim(world: &World) -> Vec<JobRow> {
    let now = world.now();
    let claimed: Result<Vec<JobRow>, Error> =
        world.app.db().write(move |tx| Box::pin(async move { jobs::claim(tx, now, KINDS, 10).await })).await;
    claimed.unwrap()
}

async fn finish(world: &World, job: &JobRow, ended: Ended) -> bool {
    let (now, job) = (world.now(), job.clone());
    let finished: Result<bool, Error> = world
        .app
        .db()
        .write(move |tx| Box::pin(async move { jobs::finish(tx, now, &job, ended, 128).await }))
        .await;
    finished.unwrap()
}

async fn find(world: &World, job: &JobRow) -> JobRow {
    let id = job.id;
    let found: Result<Option<JobRow>, Error> =
        world.app.db().read(move |tx| Box::pin(async move { jobs::find(tx, id).await })).await;
    found.unwrap().unwrap()
}

fn failed() -> Ended {
    Ended::Failed("the mail server hung up".into())
}

both! {
    async fn one_effect_is_one_row(world) {
        order(&world, "a").await;
        order(&world, "a").await;
        order(&world, "b").await;
        assert_eq!(claim(&world).await.len(), 2);
    }

    async fn a_claimed_job_is_nobody_elses_until_its_worker_falls_silent(world) {
        order(&world, "a").await;
        let first = claim(&world).await.remove(0);
        assert!(claim(&world).await.is_empty());
        world.wait(LEASE);
        let second = claim(&world).await.remove(0);
        assert_eq!((first.id, second.attempts), (second.id, 2));
        assert!(!finish(&world, &first, Ended::Done).await, "the one who fell silent changes nothing");
        assert!(finish(&world, &second, Ended::Done).await);
        assert_eq!(find(&world, &second).await.state, "done");
    }

    async fn failures_wait_longer_and_longer_and_are_buried_after_a_day(world) {
        order(&world, "a").await;
        let mut waits: Vec<SignedDuration> = Vec::new();
        let job = loop {
            let job = claim(&world).await.remove(0);
            finish(&world, &job, failed()).await;
            let job = find(&world, &job).await;
            if job.state == "dead" {
                break job;
            }
            waits.push(job.run_at.duration_since(world.now()));
            world.wait(job.run_at.duration_since(world.now()));
        };
        assert!(waits.is_sorted(), "{waits:?}");
        assert_eq!(waits[0].as_secs(), 10);
        let lived: Timestamp = job.finished_at.unwrap();
        assert!(lived.duration_since(job.created_at) <= SignedDuration::from_hours(24));
        assert_eq!(job.last_error.as_deref(), Some("the mail server hung up"));
        assert!(claim(&world).await.is_empty());
    }

    async fn a_buried_job_is_revived_with_a_new_day(world) {
        order(&world, "a").await;
        let job = claim(&world).await.remove(0);
        finish(&world, &job, Ended::Buried("no such address".into())).await;
        world.wait(SignedDuration::from_hours(48));
        let (now, id) = (world.now(), job.id);
        let revived: Result<bool, Error> =
            world.app.db().write(move |tx| Box::pin(async move { jobs::revive(tx, now, id).await })).await;
        assert!(revived.unwrap());
        let again = claim(&world).await.remove(0);
        finish(&world, &again, failed()).await;
        assert_eq!(find(&world, &job).await.state, "ready");
        world.leave_jobs();
    }

    async fn looking_later_is_no_failure(world) {
        order(&world, "a").await;
        let job = claim(&world).await.remove(0);
        let later = world.now() + SignedDuration::from_mins(2);
        finish(&world, &job, Ended::Later(later)).await;
        assert!(claim(&world).await.is_empty());
        world.wait(SignedDuration::from_mins(2));
        assert_eq!(claim(&world).await.remove(0).attempts, 1);
        world.leave_jobs();
    }

    async fn ticks_are_written_once(world) {
        let (now, inside) = (world.now(), world.app.clone());
        for _ in 0..3 {
            let inside = inside.clone();
            let ticked: Result<(), Error> = world.app.db().write(move |tx| Box::pin(async move {
                jobs::enqueue_tick(tx, now, inside.entropy(), JobKind::Sweep, SignedDuration::from_hours(1)).await
            })).await;
            ticked.unwrap();
        }
        assert_eq!(claim(&world).await.len(), 1);
    }
}

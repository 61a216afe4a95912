//! The queue: jobs are rows, written in the transaction of the step they follow from and claimed by lease.

use crate::engine::{Dialect, Error, Json, Tx};
use crate::restores::IS_PARKED;
use crate::{args, record};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Document;
use timeslot_core::clock::Entropy;
use timeslot_core::id::{BookingId, HostId, JobId};
use timeslot_core::job::{BURIED_AFTER, JobKind, JobSpec, Recipient, back_off};

/// How long a worker may be silent before its job counts as abandoned.
pub const LEASE: SignedDuration = SignedDuration::from_mins(2);
/// Most characters of an error that are kept.
const ERROR_LENGTH: usize = 500;

record! {
    /// A job as it is stored.
    pub struct JobRow in "jobs" {
        /// Its id.
        pub id: JobId,
        /// What is to be done, as [`JobKind::as_str`] writes it.
        pub kind: String,
        /// What makes it the one job of its effect.
        pub key: String,
        /// Whose rows it concerns.
        pub host_id: Option<HostId>,
        /// Which booking it follows from.
        pub booking_id: Option<BookingId>,
        /// The version of the booking, or the generation of the account's tokens, that it speaks of.
        pub version: i64,
        /// For whom, as [`Recipient`] writes it.
        pub recipient: String,
        /// Tells several of one kind apart.
        pub occurrence: u32,
        /// Ids and facts that can't be read again.
        pub payload: Json<Document>,
        /// `ready`, `running`, `done`, `skipped` or `dead`.
        pub state: String,
        /// Not before this instant.
        pub run_at: Timestamp,
        /// How often it has been started.
        pub attempts: u32,
        /// Until when the worker that runs it may be silent.
        pub lease_until: Option<Timestamp>,
        /// What went wrong last.
        pub last_error: Option<String>,
        /// When the step was taken.
        pub created_at: Timestamp,
        /// When the current row of tries began.
        pub first_due_at: Timestamp,
        /// When it was done, skipped or buried.
        pub finished_at: Option<Timestamp>,
    }
}

impl JobRow {
    /// For whom it is; a text that this binary doesn't know is for nobody.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        Recipient::parse(&self.recipient).unwrap_or(Recipient::Nobody)
    }
}

/// What a new job concerns.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// What its effect is unique by, such as the booking's id.
    pub key: String,
    /// Whose rows.
    pub host: Option<HostId>,
    /// Which booking.
    pub booking: Option<BookingId>,
    /// The version or generation it speaks of.
    pub version: i64,
    /// Ids and facts that can't be read again.
    pub payload: Document,
}

/// Most jobs of one statement; `SQLite` takes 32,766 arguments, and one text serves every event of the same size.
const AT_ONCE: usize = 50;
/// Arguments of one job.
const EACH: usize = 11;

/// Writes `specs`. A job whose effect is ordered already is left as it is.
pub async fn enqueue(
    tx: &mut Tx,
    now: Timestamp,
    entropy: &dyn Entropy,
    subject: &Subject,
    specs: &[JobSpec],
) -> Result<(), Error> {
    for part in specs.chunks(AT_ONCE) {
        let mut args = Vec::with_capacity(part.len() * EACH);
        for spec in part {
            let kind = spec.kind.as_str();
            let key =
                format!("{}:{kind}:{}:{}:{}", subject.key, subject.version, spec.recipient, spec.occurrence);
            args.extend_from_slice(args![
                JobId::new(now, entropy),
                kind,
                key,
                subject.host,
                subject.booking,
                subject.version,
                spec.recipient.to_string(),
                spec.occurrence,
                subject.payload.clone(),
                spec.run_at,
                now,
            ]);
        }
        tx.send(&insert_of(part.len()), &args).await?;
    }
    tx.report().jobs |= !specs.is_empty();
    Ok(())
}

/// The statement that writes so many jobs.
fn insert_of(number: usize) -> String {
    let row = |nth: usize| {
        let at = |place: usize| format!("${}", nth * EACH + place);
        let given: Vec<String> = (1..=9).map(at).collect();
        format!("({}, 'ready', {}, 0, {}, {})", given.join(", "), at(10), at(11), at(10))
    };
    let rows: Vec<String> = (0..number).map(row).collect();
    format!(
        "INSERT INTO jobs (id, kind, key, host_id, booking_id, version, recipient, occurrence, payload, state,
            run_at, attempts, created_at, first_due_at)
         VALUES {} ON CONFLICT (key) DO NOTHING",
        rows.join(", ")
    )
}

/// Writes the job of `kind` for the current tick of its period, unless it is there already.
pub async fn enqueue_tick(
    tx: &mut Tx,
    now: Timestamp,
    entropy: &dyn Entropy,
    kind: JobKind,
    every: SignedDuration,
) -> Result<(), Error> {
    let tick = now.as_second().div_euclid(every.as_secs().max(1));
    let subject = Subject { key: format!("tick:{tick}"), payload: Document::Null, ..Subject::default() };
    let spec = JobSpec { kind, recipient: Recipient::Nobody, occurrence: 0, run_at: now };
    enqueue(tx, now, entropy, &subject, &[spec]).await
}

/// Takes up to `most` due jobs of `kinds`, oldest first, for [`LEASE`]. A job whose worker fell silent is due again.
pub async fn claim(tx: &mut Tx, now: Timestamp, kinds: &[JobKind], most: u32) -> Result<Vec<JobRow>, Error> {
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let lease = now.checked_add(LEASE).unwrap_or(now);
    let lock = tx.lock("FOR UPDATE SKIP LOCKED");
    let sql = format!(
        "UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $1
         WHERE id IN (SELECT id FROM ({}) AS due ORDER BY run_at LIMIT $3)
         RETURNING {}",
        due(kinds, lock),
        JobRow::columns(""),
    );
    let mut jobs: Vec<JobRow> = tx.all(&sql, args![lease, now, most]).await?;
    jobs.sort_by_key(|job| (job.run_at, job.id));
    Ok(jobs)
}

/// Selects the oldest due jobs of each kind by itself, so that a long line of one kind costs the others nothing.
fn due(kinds: &[JobKind], lock: &str) -> String {
    let ready = "state = 'ready' AND run_at <= $2 ORDER BY run_at";
    let abandoned = "state = 'running' AND lease_until <= $2 ORDER BY lease_until";
    let of_kind = |kind: &JobKind| {
        let free = if kind.leaves_the_house() { format!(" AND NOT {IS_PARKED}") } else { String::new() };
        [ready, abandoned].map(|which| {
            // The kinds are our own words, never input.
            let name = kind.as_str();
            format!(
                "SELECT id, run_at FROM (SELECT id, run_at FROM jobs
                 WHERE kind = '{name}'{free} AND {which} LIMIT $3 {lock}) AS {name}"
            )
        })
    };
    kinds.iter().flat_map(of_kind).collect::<Vec<_>>().join(" UNION ALL ")
}

/// When the next job of `kinds` is due, so that a worker can sleep until then.
pub async fn next_due(tx: &mut Tx, kinds: &[JobKind]) -> Result<Option<Timestamp>, Error> {
    if kinds.is_empty() {
        return Ok(None);
    }
    // The first of each by its index: a minimum over all that wait is read through where PostgreSQL believes them to be few.
    let first = |kind: &JobKind| {
        let name = kind.as_str();
        format!(
            "SELECT run_at FROM (SELECT run_at FROM jobs
             WHERE kind = '{name}' AND state = 'ready' ORDER BY run_at LIMIT 1) AS {name}"
        )
    };
    let firsts: Vec<String> = kinds.iter().map(first).collect();
    let sql = format!("SELECT MIN(run_at) FROM ({}) AS firsts", firsts.join(" UNION ALL "));
    Ok(tx.first::<(Option<Timestamp>,)>(&sql, &[]).await?.and_then(|(at,)| at))
}

/// How a try ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The effect is there.
    Done,
    /// There was nothing to do: the booking has moved on.
    Skipped,
    /// Not yet: look again at this instant, which doesn't count as a try.
    Later(Timestamp),
    /// It went wrong and is tried again until it is buried.
    Failed(String),
    /// It went wrong for good.
    Buried(String),
}

/// Writes how a try ended. Fenced by the number of tries: a worker whose lease ran out and whose job was taken over
/// changes nothing. Tells whether the job was still this worker's.
pub async fn finish(
    tx: &mut Tx,
    now: Timestamp,
    job: &JobRow,
    ended: Ended,
    jitter: u8,
) -> Result<bool, Error> {
    let is_later = matches!(ended, Ended::Later(_));
    // Whatever is put off has its whole row of tries still before it.
    let first_due = if let Ended::Later(at) = ended { at } else { job.first_due_at };
    let (state, run_at, error) = match ended {
        Ended::Done => ("done", job.run_at, None),
        Ended::Skipped => ("skipped", job.run_at, None),
        Ended::Later(at) => ("ready", at, job.last_error.clone()),
        Ended::Buried(error) => ("dead", job.run_at, Some(error)),
        Ended::Failed(error) => {
            let next = now.checked_add(back_off(job.attempts, jitter)).unwrap_or(now);
            let over = next.duration_since(job.first_due_at) > BURIED_AFTER;
            (if over { "dead" } else { "ready" }, next, Some(error))
        }
    };
    let finished = (state != "ready").then_some(now);
    let error = error.map(|text| text.chars().take(ERROR_LENGTH).collect::<String>());
    let changed = tx
        .execute(
            "UPDATE jobs SET state = $1, run_at = $2, last_error = $3, finished_at = $4, lease_until = NULL,
                attempts = attempts - $7, first_due_at = $8
             WHERE id = $5 AND state = 'running' AND attempts = $6",
            args![state, run_at, error, finished, job.id, job.attempts, i64::from(is_later), first_due],
        )
        .await?;
    if let (true, Some(host), Some(booking)) = (changed > 0, job.host_id, job.booking_id) {
        tx.report().host(host).bookings.push(booking);
    }
    Ok(changed > 0)
}

/// Makes a failed or buried job due now, with a new row of tries. Tells whether there was one.
pub async fn revive(tx: &mut Tx, now: Timestamp, job: JobId) -> Result<bool, Error> {
    let changed = tx
        .execute(
            "UPDATE jobs SET state = 'ready', run_at = $1, first_due_at = $1, attempts = 0, finished_at = NULL
             WHERE id = $2 AND (state = 'dead' OR (state = 'ready' AND last_error IS NOT NULL))",
            args![now, job],
        )
        .await?;
    tx.report().jobs |= changed > 0;
    Ok(changed > 0)
}

/// The jobs of a booking, for its timeline: at most `most`, oldest first.
pub async fn of_booking(
    tx: &mut Tx,
    host: HostId,
    booking: BookingId,
    most: u32,
) -> Result<Vec<JobRow>, Error> {
    let sql = format!(
        "SELECT {} FROM jobs WHERE host_id = $1 AND booking_id = $2 ORDER BY created_at, run_at, id LIMIT $3",
        JobRow::columns("")
    );
    tx.all(&sql, args![host, booking, most]).await
}

/// How many jobs there are of each kind and state, but for those that are over.
pub async fn count(tx: &mut Tx) -> Result<Vec<(String, String, i64)>, Error> {
    tx.all(
        "SELECT kind, state, COUNT(*) FROM jobs WHERE state IN ('ready', 'running', 'dead')
         GROUP BY kind, state ORDER BY kind, state",
        &[],
    )
    .await
}

/// One job.
pub async fn find(tx: &mut Tx, job: JobId) -> Result<Option<JobRow>, Error> {
    let sql = format!("SELECT {} FROM jobs WHERE id = $1", JobRow::columns(""));
    tx.first(&sql, args![job]).await
}

/// Buried jobs, newest first, older than `before` in the order of the list.
pub async fn buried(tx: &mut Tx, before: Option<JobId>, most: u32) -> Result<Vec<JobRow>, Error> {
    let sql = format!(
        "SELECT {} FROM jobs WHERE state = 'dead' AND (CAST($1 AS {uuid}) IS NULL OR id < $1) ORDER BY id DESC LIMIT $2",
        JobRow::columns(""),
        uuid = if tx.dialect() == Dialect::Postgres { "UUID" } else { "BLOB" },
    );
    tx.all(&sql, args![before, most]).await
}

/// Counts every due job as done without doing it: sample data has a past in which its letters were sent.
pub async fn settle_due(tx: &mut Tx, now: Timestamp) -> Result<u64, Error> {
    tx.execute(
        "UPDATE jobs SET state = 'done', attempts = 1, finished_at = run_at WHERE state = 'ready' AND run_at <= $1",
        args![now],
    )
    .await
}

/// Deletes up to `most` jobs that ended before `before`, and tells how many. Buried ones stay for the operator.
pub async fn sweep(tx: &mut Tx, before: Timestamp, most: u32) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM jobs WHERE id IN (
            SELECT id FROM jobs WHERE state IN ('done', 'skipped') AND finished_at < $1 LIMIT $2)",
        args![before, most],
    )
    .await
}

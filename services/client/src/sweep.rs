//! The job that takes away what is older than it is kept.

use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::App;
use timeslot_chassis::worker::HandlerError;
use timeslot_store::jobs::{self, Ended, JobRow};
use timeslot_store::{Error, Tx, accounts, deliveries, idempotency, mailbox, sessions};

/// Rows that one transaction deletes, so that nobody waits long behind it.
const AT_ONCE: u32 = 500;
/// Transactions that one run makes; the next run has the rest.
const ROUNDS: u32 = 200;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What is swept.
#[derive(Clone, Copy)]
enum Table {
    Jobs,
    IdempotencyKeys,
    Sessions,
    Deliveries,
    Registrations,
    Mailbox,
}

const TABLES: [Table; 6] = [
    Table::Jobs,
    Table::IdempotencyKeys,
    Table::Sessions,
    Table::Deliveries,
    Table::Registrations,
    Table::Mailbox,
];

/// Deletes old jobs, keys, sessions, deliveries and mailbox letters, and registrations that were never verified.
pub async fn sweep(app: App, _: JobRow) -> Result<Ended, HandlerError> {
    let now = app.now();
    for table in TABLES {
        for _ in 0..ROUNDS {
            let gone: Result<u64, Error> =
                app.db().write(move |tx| Box::pin(async move { sweep_once(tx, table, now).await })).await;
            if gone? == 0 {
                break;
            }
        }
    }
    Ok(Ended::Done)
}

async fn sweep_once(tx: &mut Tx, table: Table, now: Timestamp) -> Result<u64, Error> {
    let days_ago = |days: i32| now.checked_sub(DAY * days).unwrap_or(now);
    match table {
        Table::Jobs => jobs::sweep(tx, days_ago(90), AT_ONCE).await,
        Table::IdempotencyKeys => idempotency::sweep(tx, days_ago(1), AT_ONCE).await,
        Table::Sessions => sessions::sweep(tx, now, AT_ONCE).await,
        Table::Deliveries => deliveries::sweep(tx, days_ago(180), AT_ONCE).await,
        Table::Registrations => accounts::sweep_unverified(tx, days_ago(1), AT_ONCE).await,
        Table::Mailbox => mailbox::sweep(tx, days_ago(30), AT_ONCE).await,
    }
}

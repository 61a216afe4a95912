//! The schema's steps, each applied once and in order. The text is PostgreSQL's; for SQLite its types are put in
//! SQLite's words, and a step that can't be said in both stands once for each.

use super::db::Db;
use super::error::Error;
use super::tx::{Dialect, Tx};
use sha2::{Digest, Sha256};

/// One step: its number is its place in the list, its text never changes once it has been released.
struct Step {
    name: &'static str,
    postgres: &'static str,
    sqlite: &'static str,
}

macro_rules! common {
    ($name:literal) => {
        Step {
            name: $name,
            postgres: include_str!(concat!("../../migrations/", $name, ".sql")),
            sqlite: include_str!(concat!("../../migrations/", $name, ".sql")),
        }
    };
}

macro_rules! by_dialect {
    ($name:literal) => {
        Step {
            name: $name,
            postgres: include_str!(concat!("../../migrations/postgres/", $name, ".sql")),
            sqlite: include_str!(concat!("../../migrations/sqlite/", $name, ".sql")),
        }
    };
}

const STEPS: &[Step] = &[
    common!("0001_accounts"),
    common!("0002_availability"),
    common!("0003_bookings"),
    by_dialect!("0004_overlap_guard"),
    common!("0005_jobs_and_letters"),
    common!("0006_restores"),
    common!("0007_sweeping"),
    common!("0008_jobs_by_kind"),
    by_dialect!("0009_fewer_checks"),
    by_dialect!("0010_live_bookings"),
];

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS schema_steps (
    number BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL
)";

/// The number of the newest step that this binary knows.
#[must_use]
pub fn schema_version() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// A fingerprint of all steps, for test databases that are kept as templates.
#[must_use]
pub fn fingerprint(dialect: Dialect) -> String {
    let text: String = STEPS.iter().map(|step| step.text(dialect)).collect();
    hex(&Sha256::digest(text))
}

/// Brings the schema up to date and tells how many steps it took. A schema newer than this binary is refused.
pub async fn migrate(db: &Db) -> Result<i64, Error> {
    db.write(|tx| {
        Box::pin(async move {
            if tx.dialect() == Dialect::Postgres {
                // Two processes that start together migrate one after the other.
                tx.batch("SELECT pg_advisory_xact_lock(7305)").await?;
            }
            tx.batch(LEDGER).await?;
            let applied = applied(tx).await?;
            for (number, step) in (1..).zip(STEPS).skip(usize::try_from(applied).unwrap_or(0)) {
                apply(tx, number, step).await?;
            }
            Ok(schema_version() - applied)
        })
    })
    .await
}

/// How many steps the database has; refuses one of another make.
async fn applied(tx: &mut Tx) -> Result<i64, Error> {
    let rows: Vec<(i64, String, String)> =
        tx.all("SELECT number, name, fingerprint FROM schema_steps ORDER BY number", &[]).await?;
    if let Some((number, name, _)) = rows.iter().find(|(number, ..)| *number > schema_version()) {
        return Err(Error::Unexpected(format!(
            "the database is newer than this program: it has step {number} ({name}), this program knows {}. \
             Start the newer program, or restore a backup made by this one",
            schema_version()
        )));
    }
    let dialect = tx.dialect();
    for ((number, name, fingerprint), step) in rows.iter().zip(STEPS) {
        if *fingerprint != step.fingerprint(dialect) {
            return Err(Error::Unexpected(format!(
                "step {number} ({name}) of the database is not the one that this program knows as {}",
                step.name
            )));
        }
    }
    Ok(i64::try_from(rows.len()).unwrap_or(i64::MAX))
}

async fn apply(tx: &mut Tx, number: i64, step: &Step) -> Result<(), Error> {
    let dialect = tx.dialect();
    tx.batch(&step.text(dialect)).await?;
    tx.execute(
        "INSERT INTO schema_steps (number, name, fingerprint) VALUES ($1, $2, $3)",
        crate::args![number, step.name, step.fingerprint(dialect)],
    )
    .await?;
    tracing::info!(number, name = step.name, "migrated");
    Ok(())
}

/// The whole schema in PostgreSQL's words.
pub(crate) fn schema_text() -> String {
    STEPS.iter().map(|step| step.text(Dialect::Postgres)).collect()
}

/// Brings a SQLite file that nobody else uses from step `from` up to date, within the transaction that is open on it.
pub(crate) fn upgrade_file(connection: &rusqlite::Connection, from: i64) -> Result<(), Error> {
    connection.execute_batch(LEDGER)?;
    for (number, step) in (1..).zip(STEPS).skip(usize::try_from(from).unwrap_or(0)) {
        connection.execute_batch(&step.text(Dialect::Sqlite))?;
        connection.execute(
            "INSERT INTO schema_steps (number, name, fingerprint) VALUES (?1, ?2, ?3)",
            (number, step.name, step.fingerprint(Dialect::Sqlite)),
        )?;
    }
    Ok(())
}

impl Step {
    fn text(&self, dialect: Dialect) -> String {
        match dialect {
            Dialect::Postgres => self.postgres.to_owned(),
            Dialect::Sqlite => in_sqlite_words(self.sqlite),
        }
    }

    fn fingerprint(&self, dialect: Dialect) -> String {
        hex(&Sha256::digest(self.text(dialect)))
    }
}

/// The types of the common text in SQLite's words, its tables made strict so that a wrong type is refused there too.
fn in_sqlite_words(text: &str) -> String {
    const WORDS: &[(&str, &str)] = &[
        (" UUID", " BLOB"),
        (" BYTEA", " BLOB"),
        (" TIMESTAMPTZ", " INTEGER"),
        (" BIGINT", " INTEGER"),
        (" BOOLEAN", " INTEGER"),
        (" JSONB", " TEXT"),
        (" DATE", " TEXT"),
        ("\n);", "\n) STRICT;"),
    ];
    WORDS.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

//! A fresh, migrated database for each test.

use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use timeslot_core::job::JobKind;
use timeslot_store::jobs::{self, JobRow};
use timeslot_store::{Db, Dialect, Error, args, engine};
use url::Url;

/// The variable that names the `PostgreSQL` server of the tests.
const SERVER: &str = "TIMESLOT_TEST_POSTGRES_URL";
/// Serialises the making of the template.
const TEMPLATE_LOCK: i64 = 7306;

/// One test's database.
pub(super) struct Database {
    pub db: Db,
    place: Place,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Database").field("place", &self.place).finish_non_exhaustive()
    }
}

#[derive(Debug)]
enum Place {
    File {
        path: PathBuf,
        folder: TempDir,
    },
    Server {
        admin: Url,
        name: String,
    },
    /// A database of another world, which drops it.
    Shared {
        admin: Url,
        name: String,
    },
}

impl Place {
    fn open(&self) -> Result<Db, Error> {
        match self {
            Self::File { path, .. } => Db::open_sqlite(path),
            Self::Server { admin, name } | Self::Shared { admin, name } => {
                Db::open_postgres(on(admin, name).as_str())
            }
        }
    }
}

impl Database {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder for a test's database");
        let path = folder.path().join("timeslot.sqlite");
        let place = Place::File { path, folder };
        let db = place.open().expect("a fresh SQLite file can be opened");
        engine::migrate(&db).await.expect("a fresh SQLite file can be migrated");
        Self { db, place }
    }

    pub async fn postgres() -> Self {
        let admin = server();
        let template = template(&admin).await.expect("a template database can be made");
        let name = fresh_name();
        let make = format!("CREATE DATABASE {name} TEMPLATE {template}");
        statements(&admin, vec![format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"), make])
            .await
            .expect("a test's database can be made");
        let place = Place::Server { admin, name };
        let db = place.open().expect("the address of a test's database can be read");
        Self { db, place }
    }

    /// The same database, for a second server beside the first.
    pub fn twin(&self) -> Self {
        let Place::Server { admin, name } = &self.place else {
            panic!("a SQLite file has one server");
        };
        let place = Place::Shared { admin: admin.clone(), name: name.clone() };
        Self { db: place.open().expect("a test's database can be opened again"), place }
    }

    /// The settings by which a server of its own uses this database.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        match &self.place {
            Place::File { folder, .. } => vec![("TIMESLOT_DATA_DIR", folder.path().display().to_string())],
            Place::Server { admin, name } | Place::Shared { admin, name } => {
                vec![("TIMESLOT_DATABASE_URL", on(admin, name).into())]
            }
        }
    }

    /// The jobs that are due at `now`.
    pub fn unread(&self, now: Timestamp) -> Vec<JobRow> {
        let opened = self.place.open().expect("a test's database can be opened again");
        aside(async move {
            let claimed: Result<Vec<JobRow>, Error> = opened
                .write(move |tx| Box::pin(async move { jobs::claim(tx, now, JobKind::ALL, 50).await }))
                .await;
            claimed.expect("the jobs of a test can be read")
        })
    }

    /// Drops the database; a file goes with its folder.
    pub fn remove(&self) {
        if let Place::Server { admin, name } = &self.place {
            let drop = vec![format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")];
            let done = aside(async { statements(admin, drop).await });
            if let Err(error) = done {
                tracing::warn!(%error, name, "a test's database could not be dropped");
            }
        }
    }
}

/// Runs `work` on a thread of its own: where a world is dropped, its runtime stands still.
fn aside<T: Send>(work: impl Future<Output = T> + Send) -> T {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime for the end of a world").block_on(work)
        });
        thread.join().expect("the end of a world goes without a panic")
    })
}

fn server() -> Url {
    let url = std::env::var(SERVER).unwrap_or_else(|_| {
        panic!(
            "tests on PostgreSQL need a server: start one and set {SERVER} to the URL of a superuser, \
             such as postgres://postgres@127.0.0.1:5432/postgres"
        )
    });
    url.parse().unwrap_or_else(|error| panic!("{SERVER} is no URL: {error}"))
}

fn on(server: &Url, database: &str) -> Url {
    let mut url = server.clone();
    url.set_path(database);
    url
}

/// Unique among the processes of this machine and the tests of this process.
fn fresh_name() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("timeslot_test_{}_{number}", std::process::id())
}

/// Runs statements that stand outside of transactions.
async fn statements(server: &Url, statements: Vec<String>) -> Result<(), Error> {
    let db = Db::open_postgres(server.as_str())?;
    db.read(move |tx| {
        Box::pin(async move {
            tx.execute("SET statement_timeout = 0", &[]).await?;
            for statement in &statements {
                tx.execute(statement, &[]).await?;
            }
            Ok(())
        })
    })
    .await
}

/// The migrated database that tests are copied from: made by the first test that needs it, named by its schema.
async fn template(server: &Url) -> Result<String, Error> {
    let name = format!("timeslot_template_{}", &engine::fingerprint(Dialect::Postgres)[..16]);
    let (made, url) = (name.clone(), server.clone());
    Db::open_postgres(server.as_str())?
        .read(move |tx| {
            Box::pin(async move {
                tx.execute("SET statement_timeout = 0", &[]).await?;
                tx.execute("SET lock_timeout = 0", &[]).await?;
                tx.execute("SELECT pg_advisory_lock($1)", args![TEMPLATE_LOCK]).await?;
                let known: Option<(String,)> = tx
                    .first("SELECT datname FROM pg_database WHERE datname = $1", args![made.clone()])
                    .await?;
                if known.is_none() {
                    make_template(tx, &url, &made).await?;
                }
                tx.execute("SELECT pg_advisory_unlock($1)", args![TEMPLATE_LOCK]).await?;
                Ok(())
            })
        })
        .await
        .map(|()| name)
}

/// Migrated under another name first, so that one whose making was broken off is never copied.
async fn make_template(tx: &mut timeslot_store::Tx, server: &Url, name: &str) -> Result<(), Error> {
    let draft = format!("{name}_draft");
    tx.execute(&format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)"), &[]).await?;
    tx.execute(&format!("CREATE DATABASE {draft}"), &[]).await?;
    let db = Db::open_postgres(on(server, &draft).as_str())?;
    engine::migrate(&db).await?;
    drop(db);
    tx.execute(&format!("ALTER DATABASE {draft} RENAME TO {name}"), &[]).await?;
    Ok(())
}

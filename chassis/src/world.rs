//! The world that tests live in: a fixed clock, seeded randomness, a fresh database of either make, and persons who
//! speak HTTP with what is served.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::return_self_not_must_use,
    clippy::must_use_candidate,
    reason = "this is test code: it fails by panicking, with a sentence that says what was expected"
)]

mod database;
mod person;
mod statements;
mod steady;

pub use person::{Answer, Person};
pub use statements::Statement;
pub use steady::{FixedClock, SeededEntropy};

use crate::app::{App, Parts};
use crate::gateway;
use crate::keys::Keys;
use crate::secret::Secret;
use crate::service::{Service, mount};
use crate::settings::{PasswordCost, Settings};
use crate::worker::Worker;
use database::Database;
use jiff::{SignedDuration, Timestamp};
use statements::Statements;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use timeslot_core::job::JobKind;
use timeslot_store::Error;
use timeslot_store::jobs::{self, Ended, JobRow};

/// When every world begins: a Monday morning.
pub const BEGINNING: &str = "2027-03-01T08:00:00Z";

/// One test's own instance. It ends with the test: its database is dropped, and a job that is due and was neither
/// carried out nor read fails the test.
pub struct World {
    /// What the services stand on.
    pub app: App,
    /// Tells the time; move it with [`World::wait`].
    pub clock: Arc<FixedClock>,
    entropy: Arc<SeededEntropy>,
    database: Database,
    listener: TcpListener,
    worker: Option<Worker>,
    may_leave_jobs: AtomicBool,
    statements: Statements,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").field("database", &self.database).finish_non_exhaustive()
    }
}

impl World {
    /// A world on a file of its own.
    pub async fn sqlite() -> Self {
        Self::on(Database::sqlite().await, 7)
    }

    /// A world on a database of its own, on the server that `TIMESLOT_TEST_POSTGRES_URL` names.
    pub async fn postgres() -> Self {
        Self::on(Database::postgres().await, 7)
    }

    fn on(database: Database, seed: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of this machine is free");
        listener.set_nonblocking(true).unwrap();
        let clock = Arc::new(FixedClock::at(BEGINNING));
        let entropy = Arc::new(SeededEntropy::new(seed));
        let settings = settings(listener.local_addr().unwrap());
        let statements = Statements::default();
        Self {
            app: app(&database, &clock, &entropy, &statements, settings),
            clock,
            entropy,
            database,
            listener,
            worker: None,
            may_leave_jobs: AtomicBool::new(false),
            statements,
        }
    }

    /// A second server on this world's PostgreSQL database, with a randomness of its own: two that gave out the same ids at
    /// the same instant would be in each other's way. It has to end before this one.
    pub fn twin(&self) -> Self {
        Self::on(self.database.twin(), 11)
    }

    /// The same world with other settings. Limits on requests are off and passwords cheap unless changed here.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = self.app.settings().clone();
        change(&mut settings);
        self.app = app(&self.database, &self.clock, &self.entropy, &self.statements, settings);
        self
    }

    /// Serves `services` on a port of this machine, behind the gateway layers. Call it within the test's runtime.
    #[must_use]
    pub fn serve(mut self, services: Vec<Service>) -> Self {
        let face = services.iter().find_map(|it| it.face);
        let (router, _, jobs) = mount(services);
        let service =
            gateway::wrap(router, self.app.clone(), face).into_make_service_with_connect_info::<SocketAddr>();
        let listener = self.listener.try_clone().and_then(tokio::net::TcpListener::from_std).unwrap();
        self.worker = Some(Worker::new(self.app.clone(), jobs));
        tokio::spawn(async move { axum::serve(listener, service).await });
        self
    }

    /// The statements since this was asked last; the first time, none.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement> {
        self.statements.take()
    }

    /// Another process on the same database: what it commits isn't heard here.
    #[must_use]
    pub fn other_app(&self) -> App {
        let settings = self.app.settings().clone();
        app(&self.database, &self.clock, &self.entropy, &self.statements, settings)
    }

    /// Somebody with a browser of their own.
    #[must_use]
    pub fn person(&self, name: &str) -> Person {
        let address = self.listener.local_addr().unwrap();
        let public = &self.app.settings().public_url;
        Person::new(name, &format!("http://{address}"), public.authority())
    }

    /// The settings by which a server in a process of its own uses this world's database.
    pub fn database_settings(&self) -> Vec<(&'static str, String)> {
        self.database.settings()
    }

    /// Lets time pass.
    pub fn wait(&self, time: SignedDuration) {
        self.clock.wait(time);
    }

    /// The current instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    /// Carries out every due job that the served services have handlers for, and tells how many it was.
    pub async fn run_due(&self) -> usize {
        let worker = self.worker.as_ref().expect("the world serves nothing yet");
        worker.run_due().await.unwrap()
    }

    /// The worker of the served services.
    #[must_use]
    pub fn worker(&self) -> &Worker {
        self.worker.as_ref().expect("the world serves nothing yet")
    }

    /// Takes every due job out of the queue, as if it had been carried out, for a look at it.
    pub async fn read_jobs(&self) -> Vec<JobRow> {
        let (now, db) = (self.now(), self.app.db());
        let read: Result<Vec<JobRow>, Error> = db
            .write(move |tx| {
                Box::pin(async move {
                    let due = jobs::claim(tx, now, JobKind::ALL, 1000).await?;
                    for job in &due {
                        jobs::finish(tx, now, job, Ended::Done, 0).await?;
                    }
                    Ok(due)
                })
            })
            .await;
        read.unwrap()
    }

    /// The kinds of the due jobs, which counts as having read them.
    pub async fn read_kinds(&self) -> Vec<JobKind> {
        let jobs = self.read_jobs().await;
        jobs.iter().map(|job| JobKind::parse(&job.kind).unwrap()).collect()
    }

    /// This test doesn't care for jobs.
    pub fn leave_jobs(&self) {
        self.may_leave_jobs.store(true, Ordering::Relaxed);
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let looks = !std::thread::panicking() && !self.may_leave_jobs.load(Ordering::Relaxed);
        let unread = if looks { self.database.unread(self.now()) } else { Vec::new() };
        self.database.remove();
        let kinds: Vec<&str> = unread.iter().map(|job| job.kind.as_str()).collect();
        assert!(kinds.is_empty(), "the world ended with due jobs that nobody read: {kinds:?}");
    }
}

fn app(
    database: &Database,
    clock: &Arc<FixedClock>,
    entropy: &Arc<SeededEntropy>,
    statements: &Statements,
    settings: Settings,
) -> App {
    App::new(Parts {
        db: database.db.clone().with_watcher(statements.watcher()),
        clock: Arc::clone(clock) as _,
        entropy: Arc::clone(entropy) as _,
        keys: Keys::new(&[Secret::new(vec![42; 32])]).unwrap(),
        settings,
    })
}

fn settings(address: SocketAddr) -> Settings {
    let mut settings = Settings::new(format!("http://{address}").parse().unwrap());
    settings.rate_limits.on = false;
    // Persons tell by a forwarding header which network they are on.
    settings.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    settings.password_cost = PasswordCost { memory_kib: 8, passes: 1, lanes: 1, at_once: 2 };
    settings
}

/// Runs a test's story to its end.
pub fn tell(story: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(story);
}

/// One story, a test on each database: `both! { async fn ada_logs_in(world) { … } }`.
#[macro_export]
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($world:ident) $body:block)+) => {$(
        $(#[$meta])*
        async fn $name($world: $crate::world::World) $body

        mod $name {
            #[test]
            fn sqlite() {
                $crate::world::tell(async { super::$name($crate::world::World::sqlite().await).await });
            }

            #[test]
            fn postgres() {
                $crate::world::tell(async { super::$name($crate::world::World::postgres().await).await });
            }
        }
    )+};
}

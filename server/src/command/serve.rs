//! `timeslot serve`: runs services until it is told to stop.

use super::{jobs, keys, open_database};
use crate::config::{Config, Database};
use crate::data_dir::{DataDir, Lock};
use crate::listen::{Bounds, listen};
use crate::services::{mail_route, services};
use crate::system;
use anyhow::Context;
use std::sync::Arc;
use std::time::Duration;
use timeslot_chassis::clock::{SystemClock, SystemEntropy};
use timeslot_chassis::service::mount;
use timeslot_chassis::worker::Worker;
use timeslot_chassis::{App, Parts, Settings, gateway};
use timeslot_store::Error;
use timeslot_store::engine::migrate;
use timeslot_store::restores::{self, RestoreRow};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// After being told to stop, requests and jobs have this long to end.
const LAST_WORDS: Duration = Duration::from_secs(20);

/// A server that is ready to run.
#[derive(Debug)]
pub struct Ready {
    /// What the services stand on.
    pub app: App,
    router: axum::Router,
    worker: Worker,
    _lock: Option<Lock>,
}

/// Opens the database, brings it up to date and puts the services together.
pub async fn prepare(config: &Config, names: &[String]) -> anyhow::Result<Ready> {
    prepare_with(config, names, axum::Router::new()).await
}

/// The same with `more` routes behind the same layers.
pub async fn prepare_with(
    config: &Config,
    names: &[String],
    more: axum::Router<App>,
) -> anyhow::Result<Ready> {
    let lock = match config.database {
        Database::Sqlite(_) => Some(DataDir::open(&config.data_dir)?.lock()?),
        Database::Postgres(_) => None,
    };
    let db = open_database(config)?;
    migrate(&db).await.context("the database can't be brought up to date")?;
    let app = App::new(Parts {
        db,
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        keys: keys(config)?,
        settings: config.settings.clone(),
    });
    let mail = mail_route(config.smtp.as_ref());
    let services = services(names, &mail)?;
    let face = services.iter().find_map(|it| it.face);
    let (router, document, jobs) = mount(services);
    let router = router.merge(system::routes(document)).merge(timeslot_email::dev_mailbox(&mail)).merge(more);
    Ok(Ready {
        router: gateway::wrap(router, app.clone(), face),
        worker: Worker::new(app.clone(), jobs),
        app,
        _lock: lock,
    })
}

/// Serves until SIGINT or SIGTERM, then lets requests and jobs end, within a hard deadline. Once the address is taken it
/// says where everything is, and `hint`.
pub async fn run(config: &Config, names: &[String], hint: Option<&str>) -> anyhow::Result<()> {
    let ready = prepare(config, names).await?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("{} can't be listened on; set TIMESLOT_LISTEN to another", config.listen))?;
    greet(config, &ready.app).await?;
    if let Some(hint) = hint {
        println!("{hint}");
    }
    serve(ready, listener, told_to_stop()).await
}

/// Serves on `listener` until `stop`.
pub async fn serve(
    ready: Ready,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    let shutdown = ready.app.shutdown().clone();
    let working = tokio::spawn(ready.worker.run(shutdown.clone()));
    let stopping = shutdown.clone();
    let bounds = Bounds::with_proxies(ready.app.settings().trusted_proxies.clone());
    let serving = listen(listener, ready.router, &bounds, async move {
        stop.await;
        // Live streams and the worker end now; requests under way are answered.
        stopping.cancel();
    });
    tokio::select! {
        worked = async { serving.await; working.await.context("the worker broke off") } => worked,
        () = deadline(shutdown) => {
            tracing::warn!(
                "stopped with requests or jobs under way; what was promised is in the database and goes on at the next start"
            );
            Ok(())
        }
    }
}

async fn deadline(shutdown: CancellationToken) {
    shutdown.cancelled().await;
    tokio::time::sleep(LAST_WORDS).await;
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::error!("signals can't be heard; stop this process by force");
        return std::future::pending().await;
    };
    tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Says where to open it, and how to begin.
async fn greet(config: &Config, app: &App) -> anyhow::Result<()> {
    let settings = &config.settings;
    println!("Timeslot {} is at {}", env!("CARGO_PKG_VERSION"), settings.origin());
    if let Some(link) = timeslot_auth::operator_link(app).await? {
        println!(
            "Nobody has registered yet. The first account runs this instance; make it here, once:\n  {link}"
        );
    }
    if let Some(restore) = parked(app).await? {
        println!("{}", jobs::said(&restore));
    }
    if config.smtp.is_none() {
        println!("{}", where_letters_are(settings));
    }
    Ok(())
}

fn where_letters_are(settings: &Settings) -> String {
    if settings.is_public() {
        return "No mail server is set, so letters reach nobody: set TIMESLOT_SMTP_URL. Until then the operator finds them in \
                the dashboard, under Operator, Mail."
            .to_owned();
    }
    format!("Letters are kept in the mailbox at {}/dev/mailbox", settings.origin())
}

/// How to try it on a phone, where it is this machine's alone; the account is made before, while registration is open.
#[must_use]
pub fn phone_hint(config: &Config) -> Option<String> {
    if config.settings.is_public() {
        return None;
    }
    Some(format!(
        "From a phone in the same network: make your account, stop this, then\n  TIMESLOT_LISTEN=0.0.0.0:{port} \
         TIMESLOT_PUBLIC_URL=http://{address}:{port} make run",
        port = config.listen.port(),
        address = own_address().unwrap_or_else(|| "THIS-MACHINE'S-ADDRESS".into()),
    ))
}

async fn parked(app: &App) -> Result<Option<RestoreRow>, Error> {
    app.db().read(|tx| Box::pin(async move { restores::parked(tx).await })).await
}

/// This machine's address in its network: the one it would speak from. Nothing is sent.
fn own_address() -> Option<String> {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip().to_string())
}

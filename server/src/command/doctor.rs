//! `timeslot doctor`: tries every setting and says what to do.

use super::{jobs, keys, open_database};
use crate::config::{Config, Database};
use std::fmt::Display;
use timeslot_chassis::settings::Registration;
use timeslot_email::provider::{Mailer, Smtp};
use timeslot_store::engine::schema_version;
use timeslot_store::{Db, Error, restores};

/// What was found, line by line.
#[derive(Debug, Default)]
pub struct Findings {
    lines: Vec<String>,
    /// Whether anything keeps the instance from working.
    pub is_ill: bool,
}

impl Findings {
    fn good(&mut self, what: &str, detail: impl Display) {
        self.lines.push(format!("  ok    {what}: {detail}"));
    }

    fn advice(&mut self, what: &str, detail: impl Display) {
        self.lines.push(format!("  note  {what}: {detail}"));
    }

    fn bad(&mut self, what: &str, detail: impl Display) {
        self.is_ill = true;
        self.lines.push(format!("  WRONG {what}: {detail}"));
    }
}

impl Display for Findings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// Examines everything that was set.
pub async fn examine(config: &Config) -> Findings {
    let mut findings = Findings::default();
    address(config, &mut findings);
    secret(config, &mut findings);
    database(config, &mut findings).await;
    mail(config, &mut findings).await;
    door(config, &mut findings);
    let zones = timeslot_core::zone::Zone::known();
    findings.good(
        "time zones",
        format!("the bundled database with {zones} names; it is renewed with each release"),
    );
    findings
}

fn address(config: &Config, findings: &mut Findings) {
    let settings = &config.settings;
    findings.good("public address", settings.origin());
    if settings.is_public() && !settings.is_https() {
        findings.advice(
            "public address",
            "is not https; passwords can be read on the way. Put a proxy with a certificate before it",
        );
    }
    if let Some(port) = settings.public_url.port()
        && port != config.listen.port()
        && !settings.is_public()
    {
        findings
            .advice("public address", format!("has port {port} but the server listens on {}", config.listen));
    }
}

fn secret(config: &Config, findings: &mut Findings) {
    match keys(config) {
        Err(error) => findings.bad("secret key", error),
        Ok(_) if !config.secrets.is_empty() => findings.good("secret key", "from TIMESLOT_SECRET_KEY"),
        Ok(_) => {
            findings.good(
                "secret key",
                format!("in {}; keep a copy of it apart from backups", config.data_dir.display()),
            );
            if matches!(config.database, Database::Postgres(_)) {
                findings.advice("secret key", "several machines need the same one: set TIMESLOT_SECRET_KEY");
            }
        }
    }
}

async fn database(config: &Config, findings: &mut Findings) {
    let name = match &config.database {
        Database::Sqlite(path) => format!("SQLite at {}", path.display()),
        Database::Postgres(_) => "PostgreSQL".to_owned(),
    };
    let db = match open_database(config) {
        Ok(db) => db,
        Err(error) => return findings.bad("database", format!("{error:#}")),
    };
    let steps: Result<(i64,), Error> =
        db.read(|tx| Box::pin(async move { tx.one("SELECT COUNT(*) FROM schema_steps", &[]).await })).await;
    match steps {
        Ok((steps,)) if steps == schema_version() => {
            findings.good("database", format!("{name}, up to date"));
            parked(&db, findings).await;
        }
        Ok((steps,)) if steps < schema_version() => {
            findings.advice(
                "database",
                format!(
                    "{name}, {} steps behind; `timeslot migrate` or the next start brings it up to date",
                    schema_version() - steps
                ),
            );
        }
        Ok(_) => findings.bad("database", format!("{name} is newer than this program; start the newer one")),
        Err(Error::Unexpected(_)) => {
            findings.advice("database", format!("{name} is empty; the first start fills it"));
        }
        Err(error) => {
            findings
                .bad("database", format!("{name}: {error}. Check the address, the name and the password"));
        }
    }
}

async fn parked(db: &Db, findings: &mut Findings) {
    let parked: Result<_, Error> = db.read(|tx| Box::pin(async move { restores::parked(tx).await })).await;
    match parked {
        Ok(Some(restore)) => findings.advice("letters", jobs::said(&restore)),
        Ok(None) => {}
        Err(error) => findings.bad("letters", error),
    }
}

async fn mail(config: &Config, findings: &mut Findings) {
    findings.good("sender", &config.settings.mail_from);
    let Some(settings) = &config.smtp else {
        let place =
            if config.settings.is_public() { "the operator's page of the dashboard" } else { "/dev/mailbox" };
        return findings
            .advice("mail", format!("no TIMESLOT_SMTP_URL: letters reach nobody and are kept on {place}"));
    };
    match Smtp::new(settings.clone()).check().await {
        Ok(()) => findings.good("mail", "the server takes the login"),
        Err(error) => findings.bad("mail", format!("{error}. Check TIMESLOT_SMTP_URL")),
    }
}

fn door(config: &Config, findings: &mut Findings) {
    let settings = &config.settings;
    findings.good("registration", settings.registration.as_str());
    if settings.is_public() && settings.registration == Registration::Open {
        findings.advice("registration", "everybody who finds the address can make a page here");
    }
    if settings.trusted_proxies.is_empty() && settings.is_https() && config.listen.ip().is_loopback() {
        findings.advice(
            "proxies",
            "https suggests a proxy; set TIMESLOT_TRUSTED_PROXIES to its network, or every visitor counts as one for the limits",
        );
    }
    if !settings.rate_limits.on {
        findings.advice("limits", "are off; this is meant for load tests");
    }
}

//! What the settings mean.

use super::{ConfigError, Source, Wrong};
use ipnet::IpNet;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use timeslot_chassis::Settings;
use timeslot_chassis::secret::Secret;
use timeslot_chassis::settings::Registration;
use timeslot_email::provider::SmtpSettings;
use url::Url;

/// Which database.
#[derive(Clone, Debug)]
pub enum Database {
    /// The embedded one, in the data folder.
    Sqlite(PathBuf),
    /// A server; its address holds a password.
    Postgres(Secret<String>),
}

/// Everything that was set, understood.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The data folder.
    pub data_dir: PathBuf,
    /// Which database.
    pub database: Database,
    /// The mail server, if there is one.
    pub smtp: Option<SmtpSettings>,
    /// Secrets from the settings; the data folder's own where there are none.
    pub secrets: Vec<Secret<Vec<u8>>>,
    /// What the services are told.
    pub settings: Settings,
    /// What is logged.
    pub log: String,
}

impl Config {
    /// Understands the settings, or names every one that is wrong.
    pub fn parse(source: &Source) -> Result<Self, ConfigError> {
        let mut wrong = Wrongs(Vec::new());
        let listen = wrong.take("listen", listen(source));
        let public_url = wrong.take("public_url", public_url(source, listen));
        let smtp = wrong.take("smtp_url", smtp(source, public_url.as_ref()));
        let secrets = wrong.take("secret_key", secrets(source));
        let database = wrong.take("database_url", database(source));
        let settings = public_url.and_then(|url| wrong.settings(source, url));
        match (listen, database, smtp, secrets, settings, wrong.0) {
            (Some(listen), Some(database), Some(smtp), Some(secrets), Some(settings), none)
                if none.is_empty() =>
            {
                let settings = Settings { has_mail_server: smtp.is_some(), ..settings };
                Ok(Self {
                    listen,
                    data_dir: data_dir(source),
                    database,
                    smtp,
                    secrets,
                    settings,
                    log: source.get("log").unwrap_or("info").to_owned(),
                })
            }
            (.., wrong) => Err(ConfigError(wrong)),
        }
    }
}

struct Wrongs(Vec<Wrong>);

impl Wrongs {
    fn take<T>(&mut self, name: &str, parsed: Result<T, String>) -> Option<T> {
        parsed.map_err(|why| self.0.push(Wrong { name: variable(name), why })).ok()
    }

    /// A number that protects people, where one is set.
    fn number<N: FromStr>(&mut self, source: &Source, name: &str, place: &mut N) {
        if let Some(text) = source.get(name) {
            let parsed = text.parse::<N>().map_err(|_| format!("“{text}” is no number that fits"));
            if let Some(number) = self.take(name, parsed) {
                *place = number;
            }
        }
    }

    fn settings(&mut self, source: &Source, public_url: Url) -> Option<Settings> {
        let mut settings = Settings::new(public_url);
        let registration = self.take("registration", registration(source, settings.registration))?;
        let proxies = self.take("trusted_proxies", trusted_proxies(source))?;
        let limits_on = self.take("rate_limits", rate_limits(source, settings.is_public()))?;
        let mail_from = self.take("mail_from", mail_from(source))?;
        let people = &mut settings.people;
        self.number(source, "letters_per_address_per_day", &mut people.letters_per_address_per_day);
        self.number(source, "notices_per_host_per_day", &mut people.notices_per_host_per_day);
        self.number(
            source,
            "access_letters_per_address_per_day",
            &mut people.access_letters_per_address_per_day,
        );
        self.number(source, "letters_of_new_host", &mut people.letters_of_new_host);
        self.number(source, "live_bookings_per_customer", &mut people.live_bookings_per_customer);
        self.number(source, "guests", &mut people.guests);
        settings.registration = registration;
        settings.trusted_proxies = proxies;
        settings.rate_limits.on = limits_on;
        if let Some(mail_from) = mail_from {
            settings.mail_from = mail_from;
        }
        Some(settings)
    }
}

fn variable(name: &str) -> String {
    format!("TIMESLOT_{}", name.to_ascii_uppercase())
}

fn listen(source: &Source) -> Result<SocketAddr, String> {
    let text = source.get("listen").unwrap_or("127.0.0.1:8080");
    text.parse().map_err(|_| format!("“{text}” is no address and port, such as 127.0.0.1:8080"))
}

fn public_url(source: &Source, listen: Option<SocketAddr>) -> Result<Url, String> {
    let Some(text) = source.get("public_url") else {
        return match listen {
            Some(listen) if listen.ip().is_loopback() => {
                format!("http://{listen}").parse().map_err(|error| format!("{error}"))
            }
            Some(listen) => Err(format!(
                "is needed, because {listen} can be reached from other machines; set it to the address at which people \
                 will reach this instance, such as https://book.example.com"
            )),
            None => Err("can't be told from the address to listen on".into()),
        };
    };
    let url: Url =
        text.parse().map_err(|_| format!("“{text}” is no web address, such as https://book.example.com"))?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.path() == "/"
        && url.query().is_none();
    if plain {
        Ok(url)
    } else {
        Err(format!("“{text}” must be http:// or https:// and a name, with nothing behind it"))
    }
}

fn smtp(source: &Source, public_url: Option<&Url>) -> Result<Option<SmtpSettings>, String> {
    let Some(text) = source.get("smtp_url") else { return Ok(None) };
    let host = public_url.and_then(Url::host_str).unwrap_or("localhost");
    SmtpSettings::parse(text, host).map(Some).map_err(|error| error.to_string())
}

fn secrets(source: &Source) -> Result<Vec<Secret<Vec<u8>>>, String> {
    let Some(text) = source.get("secret_key") else { return Ok(Vec::new()) };
    crate::data_dir::read_secrets(text.split(','))
}

fn data_dir(source: &Source) -> PathBuf {
    PathBuf::from(source.get("data_dir").unwrap_or("./data"))
}

fn database(source: &Source) -> Result<Database, String> {
    match source.get("database_url") {
        None => Ok(Database::Sqlite(data_dir(source).join("timeslot.sqlite"))),
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
            Ok(Database::Postgres(Secret::new(url.to_owned())))
        }
        Some(_) => Err("does not begin with postgres://; leave it out for SQLite in the data folder".into()),
    }
}

fn registration(source: &Source, usual: Registration) -> Result<Registration, String> {
    match source.get("registration") {
        None => Ok(usual),
        Some("open") => Ok(Registration::Open),
        Some("invitation") => Ok(Registration::Invitation),
        Some("closed") => Ok(Registration::Closed),
        Some(other) => Err(format!("“{other}” is none of open, invitation and closed")),
    }
}

fn trusted_proxies(source: &Source) -> Result<Vec<IpNet>, String> {
    let networks = source.get("trusted_proxies").unwrap_or_default();
    let networks = networks.split(',').map(str::trim).filter(|it| !it.is_empty());
    networks.map(|it| it.parse().map_err(|_| format!("“{it}” is no network, such as 10.0.0.0/8"))).collect()
}

fn rate_limits(source: &Source, is_public: bool) -> Result<bool, String> {
    match source.get("rate_limits") {
        None | Some("on") => Ok(true),
        Some("off") if is_public => {
            Err("can't be off on a public address; it is meant for load tests on one machine".into())
        }
        Some("off") => Ok(false),
        Some(other) => Err(format!("“{other}” is neither on nor off")),
    }
}

fn mail_from(source: &Source) -> Result<Option<String>, String> {
    let Some(text) = source.get("mail_from") else { return Ok(None) };
    let address = text.rsplit_once('<').map_or(text, |(_, rest)| rest.trim_end_matches('>'));
    timeslot_core::text::Email::parse(address).map_err(|why| why.to_string())?;
    Ok(Some(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Config, Database};
    use crate::config::Source;

    fn config(pairs: &[(&str, &str)]) -> Result<Config, String> {
        let pairs = pairs.iter().map(|(name, value)| (format!("TIMESLOT_{name}"), (*value).to_owned()));
        let source = Source::read(None, pairs).map_err(|error| error.to_string())?;
        Config::parse(&source).map_err(|error| error.to_string())
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = config(&[]).unwrap();
        assert_eq!(config.settings.origin(), "http://127.0.0.1:8080");
        assert!(matches!(config.database, Database::Sqlite(path) if path.ends_with("timeslot.sqlite")));
    }

    #[test]
    fn an_open_door_needs_a_public_address() {
        let refused = config(&[("LISTEN", "0.0.0.0:8080")]).unwrap_err();
        assert!(refused.starts_with("TIMESLOT_PUBLIC_URL: is needed"), "{refused}");
        assert!(config(&[("LISTEN", "0.0.0.0:8080"), ("PUBLIC_URL", "https://book.example.com")]).is_ok());
    }

    #[test]
    fn settings_for_tests_are_refused_on_a_public_address() {
        let refused =
            config(&[("PUBLIC_URL", "https://book.example.com"), ("RATE_LIMITS", "off")]).unwrap_err();
        assert!(refused.contains("can't be off"), "{refused}");
        assert!(config(&[("RATE_LIMITS", "off")]).is_ok());
    }

    #[test]
    fn every_wrong_setting_is_named() {
        let refused = config(&[
            ("LISTEN", "here"),
            ("PUBLIC_URL", "book.example.com"),
            ("DATABASE_URL", "mysql://x"),
            ("SECRET_KEY", "short"),
        ])
        .unwrap_err();
        assert_eq!(refused.lines().count(), 4, "{refused}");
        assert_eq!(config(&[("GUESTS", "2")]).unwrap().settings.people.guests, 2);
        assert!(config(&[("GUESTS", "-1")]).unwrap_err().starts_with("TIMESLOT_GUESTS"));
        let refused = config(&[("REGISTRATION", "maybe")]).unwrap_err();
        assert!(refused.contains("“maybe”"), "{refused}");
    }
}

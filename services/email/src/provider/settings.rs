//! The setting `TIMESLOT_SMTP_URL`: `smtp://user:password@host:587` (STARTTLS) or `smtps://user:password@host:465`.

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters, TlsParametersBuilder};
use lettre::transport::smtp::extension::ClientId;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;
use url::{Host, Url};

/// How long handing over one letter may take.
const DEADLINE: Duration = Duration::from_secs(30);

/// When the connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Security {
    /// After the greeting, and nothing is said before.
    StartTls,
    /// From the first byte.
    Tls,
    /// Never.
    None,
}

/// Where the mail server is and how to speak to it. Printing it shows neither user nor password.
#[derive(Clone)]
pub struct SmtpSettings {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) credentials: Option<Credentials>,
    pub(super) hello_name: ClientId,
    pub(super) tls: TlsParameters,
    deadline: Duration,
}

/// A setting that can't be used. The texts hold no password.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// No address at all.
    #[error(
        "TIMESLOT_SMTP_URL is not an address ({0}): write it as smtp://user:password@host:587, with %40 for @ in user or password"
    )]
    NotAnAddress(#[from] url::ParseError),
    /// An unknown scheme.
    #[error(
        "TIMESLOT_SMTP_URL begins with {0}://, which is unknown: use smtp:// (STARTTLS) or smtps:// (TLS)"
    )]
    Scheme(String),
    /// No host.
    #[error("TIMESLOT_SMTP_URL names no host: write it as smtp://user:password@host:587")]
    NoHost,
    /// Something behind the question mark that is unknown there.
    #[error(
        "TIMESLOT_SMTP_URL has {0} behind the question mark, which is unknown there: use tls=required or, with smtp://, tls=none"
    )]
    Parameter(String),
    /// A path.
    #[error("TIMESLOT_SMTP_URL has the path {0}: leave it away")]
    Path(String),
    /// User or password that is no text, or one without the other.
    #[error(
        "TIMESLOT_SMTP_URL needs user and password, or neither; write %25 for a % in them, %23 for #, %3A for :"
    )]
    Credentials,
    /// A password that anybody on the way could read.
    #[error("TIMESLOT_SMTP_URL would send the password to {0} unencrypted: leave tls=none away")]
    OpenPassword(String),
    /// A certificate or a host name that TLS can't work with.
    #[error("encryption can't be set up for the mail server: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

impl SmtpSettings {
    /// Reads the setting. `public_host` is how this instance calls itself when it greets the server.
    pub fn parse(setting: &str, public_host: &str) -> Result<Self, SettingsError> {
        let url = Url::parse(setting)?;
        let host = host(&url)?;
        let security = security(&url)?;
        if !matches!(url.path(), "" | "/") {
            return Err(SettingsError::Path(url.path().to_owned()));
        }
        let credentials = credentials(&url)?;
        if security == Security::None && credentials.is_some() && !is_loopback(&host) {
            return Err(SettingsError::OpenPassword(host));
        }
        Ok(Self {
            port: url.port().unwrap_or(default_port(security)),
            security,
            credentials,
            hello_name: hello_name(public_host),
            tls: TlsParameters::new(host.clone())?,
            deadline: DEADLINE,
            host,
        })
    }

    /// Trusts the certificates in `pem` besides the public authorities: for a mail server with one of its own.
    pub fn trusting(mut self, pem: &[u8]) -> Result<Self, SettingsError> {
        let certificate = Certificate::from_pem(pem)?;
        self.tls = TlsParametersBuilder::new(self.host.clone()).add_root_certificate(certificate).build()?;
        Ok(self)
    }

    /// Gives up on a letter after `deadline` instead of thirty seconds.
    #[must_use]
    pub fn within(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    pub(super) fn deadline(&self) -> Duration {
        self.deadline
    }
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("security", &self.security)
            .field("credentials", &self.credentials.as_ref().map(|_| "***"))
            .finish_non_exhaustive()
    }
}

/// The host without an IPv6 address's brackets. Of an unknown scheme the parser takes any text for a host.
fn host(url: &Url) -> Result<String, SettingsError> {
    let text = url.host_str().filter(|host| !host.is_empty()).ok_or(SettingsError::NoHost)?;
    Ok(match Host::parse(text)? {
        Host::Domain(domain) => domain,
        Host::Ipv4(address) => address.to_string(),
        Host::Ipv6(address) => address.to_string(),
    })
}

fn security(url: &Url) -> Result<Security, SettingsError> {
    let is_smtps = match url.scheme() {
        "smtp" => false,
        "smtps" => true,
        other => return Err(SettingsError::Scheme(other.to_owned())),
    };
    let mut security = if is_smtps { Security::Tls } else { Security::StartTls };
    for (key, value) in url.query_pairs() {
        match (key.as_ref(), value.as_ref()) {
            ("tls", "required") => {}
            ("tls", "none") if !is_smtps => security = Security::None,
            _ => return Err(SettingsError::Parameter(format!("{key}={value}"))),
        }
    }
    Ok(security)
}

const fn default_port(security: Security) -> u16 {
    match security {
        Security::StartTls => 587,
        Security::Tls => 465,
        Security::None => 25,
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, SettingsError> {
    // What stands behind a bare # would be missing from the password.
    if url.fragment().is_some() || url.username().is_empty() != url.password().is_none() {
        return Err(SettingsError::Credentials);
    }
    let Some(password) = url.password() else {
        return Ok(None);
    };
    Ok(Some(Credentials::new(decoded(url.username())?, decoded(password)?)))
}

fn decoded(text: &str) -> Result<String, SettingsError> {
    let bytes = percent_encoding::percent_decode_str(text);
    bytes.decode_utf8().map(std::borrow::Cow::into_owned).map_err(|_| SettingsError::Credentials)
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn hello_name(public_host: &str) -> ClientId {
    match public_host.trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
        Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
        Err(_) => ClientId::Domain(public_host.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Security, SmtpSettings};

    fn parse(setting: &str) -> SmtpSettings {
        SmtpSettings::parse(setting, "time.example").unwrap()
    }

    fn refusal(setting: &str) -> String {
        SmtpSettings::parse(setting, "time.example").unwrap_err().to_string()
    }

    #[test]
    fn the_scheme_says_how_it_is_encrypted() {
        for (setting, security, port) in [
            ("smtp://mail.example", Security::StartTls, 587),
            ("smtp://mail.example:2525?tls=required", Security::StartTls, 2525),
            ("smtps://mail.example/", Security::Tls, 465),
            ("smtp://mail.example?tls=none", Security::None, 25),
            ("smtp://u:p@127.0.0.1:1025?tls=none", Security::None, 1025),
            ("smtp://u:p@[::1]:1025?tls=none", Security::None, 1025),
        ] {
            let settings = parse(setting);
            assert_eq!((settings.security, settings.port), (security, port), "{setting}");
        }
    }

    #[test]
    fn user_and_password_are_decoded_and_never_printed() {
        let settings = parse("smtp://post%40time.example:p%3Fss%20w%40rd@mail.example");
        let expected = ("post@time.example".to_owned(), "p?ss w@rd".to_owned());
        assert_eq!(settings.credentials, Some(expected.into()));
        let printed = format!("{settings:?}");
        assert!(printed.contains("***") && !printed.contains("w@rd"), "{printed}");
    }

    #[test]
    fn a_wrong_setting_says_what_to_do() {
        for (setting, words) in [
            ("mail.example", "write it as smtp://"),
            ("http://mail.example", "use smtp://"),
            ("smtp://", "names no host"),
            ("smtp://mail.example?tls=off", "tls=off"),
            ("smtps://mail.example?tls=none", "tls=none"),
            ("smtp://mail.example?timeout=3", "timeout=3"),
            ("smtp://mail.example/box", "the path /box"),
            ("smtp://u:p@mail.example?tls=none", "unencrypted"),
            ("smtp://u:%FF@mail.example", "%25"),
            ("smtp://u@mail.example", "user and password"),
            ("smtp://u:p@mail.example#x", "%23"),
        ] {
            assert!(refusal(setting).contains(words), "{setting}: {}", refusal(setting));
        }
    }
}

//! Outgoing requests: one client for the whole product, with a deadline, without redirects, and with an end to what
//! it reads.

mod public;

use crate::outbound::public::{PublicOnly, is_public};
use reqwest::header::HeaderMap;
use reqwest::{Client, ClientBuilder, Method, StatusCode, Url};
use std::sync::Arc;
use std::time::Duration;
use url::Host;

/// How long a request may take until its answer has been read.
const DEADLINE: Duration = Duration::from_secs(20);
/// How long it may take until a connection stands.
const CONNECT_DEADLINE: Duration = Duration::from_secs(5);
/// Most bytes of an answer.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Where requests may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere, as to a provider's address from the settings.
    Anywhere,
    /// To public addresses only: what a user gave must not lead into the machine's own networks.
    PublicOnly,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum OutboundError {
    /// The address leads where this client doesn't go.
    #[error("{0} is not a public address")]
    NotPublic(String),
    /// The answer is longer than is read.
    #[error("the answer of {0} has more than {MOST_BYTES} bytes")]
    TooLong(String),
    /// The other side could not be reached or broke off.
    #[error("{host} did not answer: {reason}")]
    Failed {
        /// Who was asked.
        host: String,
        /// What happened.
        reason: String,
    },
    /// No client could be made at all.
    #[error("outgoing requests are not possible: {0}")]
    Broken(String),
}

/// A request to be sent.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// Its method.
    pub method: Method,
    /// Where it goes.
    pub url: Url,
    /// Its header fields.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

/// What came back, whatever its status.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its status; redirects are not followed.
    pub status: StatusCode,
    /// Its header fields.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

/// The client.
#[derive(Clone, Debug)]
pub struct Outbound {
    client: Client,
    reach: Reach,
}

impl Outbound {
    /// A client that goes as far as `reach`.
    pub fn new(reach: Reach) -> Result<Self, OutboundError> {
        let mut builder = builder()?.timeout(DEADLINE).connect_timeout(CONNECT_DEADLINE);
        if reach == Reach::PublicOnly {
            builder = builder.dns_resolver(Arc::new(PublicOnly));
        }
        let client = builder.build().map_err(|error| OutboundError::Broken(error.to_string()))?;
        Ok(Self { client, reach })
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&self, outgoing: Outgoing) -> Result<Incoming, OutboundError> {
        let host = outgoing.url.host_str().unwrap_or("nobody").to_owned();
        self.check(&outgoing.url, &host)?;
        let failed =
            |error: reqwest::Error| OutboundError::Failed { host: host.clone(), reason: reason_of(error) };
        let request = self.client.request(outgoing.method, outgoing.url).headers(outgoing.headers);
        let mut response = request.body(outgoing.body).send().await.map_err(failed)?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(OutboundError::TooLong(host));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Incoming { status: response.status(), headers: std::mem::take(response.headers_mut()), body })
    }

    /// A name is checked where it is resolved; a number is never resolved, so it is checked here.
    fn check(&self, url: &Url, host: &str) -> Result<(), OutboundError> {
        let may = match (self.reach, url.host()) {
            (Reach::Anywhere, Some(_)) | (Reach::PublicOnly, Some(Host::Domain(_))) => true,
            (Reach::PublicOnly, Some(Host::Ipv4(address))) => is_public(address.into()),
            (Reach::PublicOnly, Some(Host::Ipv6(address))) => is_public(address.into()),
            (_, None) => false,
        };
        if may { Ok(()) } else { Err(OutboundError::NotPublic(host.to_owned())) }
    }
}

/// A client's beginning: our own TLS, no redirects, no proxies out of the environment.
pub(crate) fn builder() -> Result<ClientBuilder, OutboundError> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| OutboundError::Broken(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy())
}

/// The error with its causes, without the address, which may hold secrets.
fn reason_of(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut reason = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(next) = cause {
        reason = format!("{reason}: {next}");
        cause = next.source();
    }
    reason
}

#[cfg(test)]
mod tests {
    use super::{Outbound, OutboundError, Outgoing, Reach};
    use reqwest::Method;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    fn get(url: &str) -> Outgoing {
        Outgoing {
            method: Method::GET,
            url: url.parse().unwrap(),
            headers: reqwest::header::HeaderMap::new(),
            body: Vec::new(),
        }
    }

    /// Answers one request with `answer`.
    async fn server(answer: &'static str) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = [0_u8; 1024];
            let _ = stream.read(&mut request).await.unwrap();
            stream.write_all(answer.as_bytes()).await.unwrap();
        });
        format!("http://{address}/")
    }

    #[tokio::test]
    async fn redirects_are_not_followed() {
        let url =
            server("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 2\r\n\r\nok")
                .await;
        let answer = Outbound::new(Reach::Anywhere).unwrap().send(get(&url)).await.unwrap();
        assert_eq!((answer.status.as_u16(), answer.body), (302, b"ok".to_vec()));
    }

    #[tokio::test]
    async fn the_machines_own_networks_are_out_of_reach() {
        let outbound = Outbound::new(Reach::PublicOnly).unwrap();
        for url in [
            "http://127.0.0.1:1/",
            "http://localhost:1/",
            "http://10.0.0.1/",
            "http://[::1]/",
            "http://[::ffff:169.254.169.254]/",
            "http://2130706433/",
        ] {
            let error = outbound.send(get(url)).await.unwrap_err();
            let is_refused =
                matches!(error, OutboundError::NotPublic(_)) || error.to_string().contains("public");
            assert!(is_refused, "{url}: {error}");
        }
    }

    #[tokio::test]
    async fn a_missing_server_is_named_without_the_path() {
        let outbound = Outbound::new(Reach::Anywhere).unwrap();
        let error = outbound.send(get("http://127.0.0.1:1/secret")).await.unwrap_err().to_string();
        assert!(error.starts_with("127.0.0.1 did not answer") && !error.contains("secret"), "{error}");
    }
}

//! One connection to a mail server, driven command by command, so that it is always known at which one it failed.

use super::failure::{Stage, failure, harmless, unreachable};
use super::settings::{Security, SmtpSettings};
use super::{Accepted, SendError};
use crate::message::Message;
use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Rcpt};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use std::net::SocketAddr;

const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

pub(super) struct Session {
    connection: AsyncSmtpConnection,
}

impl Session {
    /// Connects, makes the connection safe and logs in, as far as `settings` ask for it.
    pub async fn open(settings: &SmtpSettings) -> Result<Self, SendError> {
        let connection = connect(settings).await?;
        let mut session = Self { connection };
        if settings.security == Security::StartTls {
            session.start_tls(settings).await?;
        }
        if let Some(credentials) = &settings.credentials {
            session.log_in(credentials).await?;
        }
        Ok(session)
    }

    pub async fn hand_over(&mut self, message: &Message) -> Result<Accepted, SendError> {
        let bytes = message.formatted();
        let envelope = message.envelope();
        let parameters = self.parameters(&bytes, envelope.from().into_iter().chain(envelope.to()))?;
        let mail = Mail::new(envelope.from().cloned(), parameters);
        self.connection.command(mail).await.map_err(|error| failure(Stage::Sender, &error, None))?;
        for reader in envelope.to() {
            let rcpt = Rcpt::new(reader.clone(), Vec::new());
            self.connection
                .command(rcpt)
                .await
                .map_err(|error| failure(Stage::Reader, &error, Some(reader)))?;
        }
        let reader = envelope.to().first();
        self.connection.command(Data).await.map_err(|error| failure(Stage::Letter, &error, reader))?;
        // From here on a broken connection leaves open whether the letter was taken. Twice is better than never.
        let answer =
            self.connection.message(&bytes).await.map_err(|error| failure(Stage::Letter, &error, reader))?;
        let text: Vec<&str> = answer.message().collect();
        let heard = format!("{} {}", answer.code(), text.join(" "));
        Ok(Accepted { answer: harmless(&heard, reader) })
    }

    pub async fn noop(&mut self) -> Result<(), SendError> {
        self.connection
            .command(Noop)
            .await
            .map(|_| ())
            .map_err(|error| failure(Stage::Greeting, &error, None))
    }

    pub async fn quit(&mut self) {
        self.connection.abort().await;
    }

    async fn start_tls(&mut self, settings: &SmtpSettings) -> Result<(), SendError> {
        let tls = settings.tls.clone();
        self.connection
            .starttls(tls, &settings.hello_name)
            .await
            .map_err(|error| failure(Stage::Encryption, &error, None))
    }

    async fn log_in(&mut self, credentials: &Credentials) -> Result<(), SendError> {
        let answer = self.connection.auth(&MECHANISMS, credentials).await;
        answer.map(|_| ()).map_err(|error| failure(Stage::Login, &error, None))
    }

    /// What MAIL has to announce: letters are ASCII throughout, unless an address isn't (RFC 6531).
    fn parameters<'a>(
        &self,
        bytes: &[u8],
        mut addresses: impl Iterator<Item = &'a Address>,
    ) -> Result<Vec<MailParameter>, SendError> {
        let is_ascii = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        if addresses.all(is_ascii) && bytes.is_ascii() {
            return Ok(Vec::new());
        }
        if !self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            // The words RFC 6531 has a server answer with; asking it would need the extension it lacks.
            let text = "5.6.7 The mail server takes no addresses with letters beyond ASCII".to_owned();
            return Err(SendError::Recipient { code: 550, text });
        }
        Ok(vec![MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)])
    }
}

async fn connect(settings: &SmtpSettings) -> Result<AsyncSmtpConnection, SendError> {
    let server = (settings.host.as_str(), settings.port);
    let found = tokio::net::lookup_host(server).await.map_err(|error| unreachable(&settings.host, &error))?;
    let addresses: Vec<SocketAddr> = found.collect();
    let tls = (settings.security == Security::Tls).then(|| settings.tls.clone());
    let per_address = Some(settings.deadline() / 2);
    AsyncSmtpConnection::connect_tokio1(addresses.as_slice(), per_address, &settings.hello_name, tls, None)
        .await
        .map_err(|error| failure(Stage::Greeting, &error, None))
}

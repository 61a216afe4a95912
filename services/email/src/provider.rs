//! Where the world begins: the mail server.

mod failure;
mod session;
mod settings;

pub use settings::{SettingsError, SmtpSettings};

use crate::message::Message;
use futures::future::{BoxFuture, FutureExt};
use session::Session;
use std::time::Duration;
use tokio::time::timeout;

/// How long a server may take to say goodbye. Nothing depends on it.
const GOODBYE: Duration = Duration::from_secs(2);

/// How the text of [`SendError::Instance`] begins, by which such failures are found again.
pub(crate) const INSTANCE_WORDS: &str = "no letter can be sent: ";

/// Takes letters to where they are delivered from.
pub trait Mailer: Send + Sync {
    /// Hands one message over. `Ok` means that the other side is responsible for it now. After
    /// [`SendError::Temporary`] it may have been taken nevertheless, and be read twice if it is sent again.
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Result<Accepted, SendError>>;

    /// Looks whether letters could be handed over, without sending one.
    fn check(&self) -> BoxFuture<'_, Result<(), SendError>>;
}

/// A message that the mail server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What the server said, which often holds its own number of the message. Addresses are left out.
    pub answer: String,
}

/// Why a letter wasn't taken. The texts name no addresses and no passwords, so that they may be stored and logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The server won't ever take this letter for this reader.
    #[error("the mail server refused the letter for good: {code} {text}")]
    Recipient {
        /// The three figures of the server's answer.
        code: u16,
        /// The rest of it.
        text: String,
    },
    /// No letter can be sent as things are; the operator has to look.
    #[error("{INSTANCE_WORDS}{0}")]
    Instance(String),
    /// Another time it may work.
    #[error("the letter could not be handed over this time: {0}")]
    Temporary(String),
}

/// A mail server spoken to by SMTP. Each letter gets a connection of its own: there is none to break in between.
pub struct Smtp {
    settings: SmtpSettings,
}

impl Smtp {
    /// A mail server as `settings` say.
    #[must_use]
    pub fn new(settings: SmtpSettings) -> Self {
        Self { settings }
    }

    async fn hand_over(&self, message: &Message) -> Result<Accepted, SendError> {
        let deadline = self.settings.deadline();
        let exchange = async {
            let mut session = Session::open(&self.settings).await?;
            let outcome = session.hand_over(message).await;
            Ok((session, outcome))
        };
        let (session, outcome) = timeout(deadline, exchange).await.map_err(|_| too_slow(deadline))??;
        part_from(session).await;
        outcome
    }

    async fn try_out(&self) -> Result<(), SendError> {
        let deadline = self.settings.deadline();
        let exchange = async {
            let mut session = Session::open(&self.settings).await?;
            session.noop().await.map(|()| session)
        };
        part_from(timeout(deadline, exchange).await.map_err(|_| too_slow(deadline))??).await;
        Ok(())
    }
}

impl Mailer for Smtp {
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Result<Accepted, SendError>> {
        self.hand_over(message).boxed()
    }

    fn check(&self) -> BoxFuture<'_, Result<(), SendError>> {
        self.try_out().boxed()
    }
}

fn too_slow(deadline: Duration) -> SendError {
    SendError::Temporary(format!("the mail server needed more than {} s", deadline.as_secs_f32()))
}

/// Ends a session whose outcome is known: a server that is slow or rude now changes nothing about it.
async fn part_from(mut session: Session) {
    let _ = timeout(GOODBYE, session.quit()).await;
}

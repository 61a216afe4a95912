//! Where letters go.

use crate::provider::Mailer;
use std::fmt;
use std::sync::Arc;

/// Where letters go.
#[derive(Clone)]
pub enum MailRoute {
    /// To a mail server.
    Smtp(Arc<dyn Mailer>),
    /// Nowhere: no mail server is set, and letters are kept in the mailbox, to be read on a page.
    Mailbox,
}

impl MailRoute {
    /// As the API calls it: `smtp` or `mailbox`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Smtp(_) => "smtp",
            Self::Mailbox => "mailbox",
        }
    }
}

impl fmt::Debug for MailRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

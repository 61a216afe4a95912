//! The mailbox of an instance without a mail server: the dev mailbox, or the operator's page.

use crate::engine::{Error, Tx};
use crate::{args, record};
use jiff::Timestamp;
use uuid::Uuid;

record! {
    /// A letter that was written and could not be handed to a mail server.
    pub struct MailboxRow in "mailbox_letters" {
        /// The delivery's id: a second try replaces the first.
        pub id: Uuid,
        /// From.
        pub sender: String,
        /// To.
        pub recipient: String,
        /// Subject.
        pub subject: String,
        /// The plain part.
        pub text: String,
        /// The HTML part.
        pub html: String,
        /// The calendar part, if it has one.
        pub calendar: Option<String>,
        /// When it was written.
        pub created_at: Timestamp,
    }
}

/// Puts a letter in; the same letter twice is one.
pub async fn put(tx: &mut Tx, letter: &MailboxRow) -> Result<(), Error> {
    tx.execute("DELETE FROM mailbox_letters WHERE id = $1", args![letter.id])
        .await?;
    letter.insert(tx).await
}

/// The letters, newest first.
pub async fn list(tx: &mut Tx, most: u32) -> Result<Vec<MailboxRow>, Error> {
    let sql = format!(
        "SELECT {} FROM mailbox_letters ORDER BY created_at DESC, id DESC LIMIT $1",
        MailboxRow::columns("")
    );
    tx.all(&sql, args![most]).await
}

/// Deletes up to `most` letters older than `before`.
pub async fn sweep(tx: &mut Tx, before: Timestamp, most: u32) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM mailbox_letters WHERE id IN (SELECT id FROM mailbox_letters WHERE created_at < $1 LIMIT $2)",
        args![before, most],
    )
    .await
}

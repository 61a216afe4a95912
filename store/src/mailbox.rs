//! The mailbox of an instance without a mail server: the dev mailbox, or the operator's page.

use crate::engine::{Error, Tx};
use crate::{args, record};
use jiff::{SignedDuration, Timestamp};
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

/// Puts a letter in; the same letter twice is one. Letters of one second stay in the order in which they came.
pub async fn put(tx: &mut Tx, letter: &MailboxRow) -> Result<(), Error> {
    tx.execute("DELETE FROM mailbox_letters WHERE id = $1", args![letter.id]).await?;
    let (newest,): (Option<Timestamp>,) = tx.one("SELECT MAX(created_at) FROM mailbox_letters", &[]).await?;
    let behind = newest.and_then(|at| at.checked_add(SignedDuration::from_millis(1)).ok());
    let letter = MailboxRow {
        created_at: behind.map_or(letter.created_at, |at| at.max(letter.created_at)),
        ..letter.clone()
    };
    letter.insert(tx).await
}

/// One letter.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<MailboxRow>, Error> {
    let sql = format!("SELECT {} FROM mailbox_letters WHERE id = $1", MailboxRow::columns(""));
    tx.first(&sql, args![id]).await
}

/// The letters, newest first, those before `before`.
pub async fn list(
    tx: &mut Tx,
    before: Option<(Timestamp, Uuid)>,
    most: u32,
) -> Result<Vec<MailboxRow>, Error> {
    let mut args = args![most].to_vec();
    let mut more = "";
    if let Some((at, id)) = before {
        args.extend([at.into(), id.into()]);
        more = "WHERE (created_at, id) < ($2, $3)";
    }
    let sql = format!(
        "SELECT {} FROM mailbox_letters {more} ORDER BY created_at DESC, id DESC LIMIT $1",
        MailboxRow::columns("")
    );
    tx.all(&sql, &args).await
}

/// Deletes up to `most` letters older than `before`.
pub async fn sweep(tx: &mut Tx, before: Timestamp, most: u32) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM mailbox_letters WHERE id IN (SELECT id FROM mailbox_letters WHERE created_at < $1 LIMIT $2)",
        args![before, most],
    )
    .await
}

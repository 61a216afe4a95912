//! Logged-in browsers.

use crate::engine::{Error, Tx};
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{ApiKeyId, HostId, SessionId};

/// Most sessions that an account keeps; a new one beyond it ends the one that was silent for longest.
const MOST: u32 = 100;

record! {
    /// A session as it is stored.
    pub struct SessionRow in "sessions" {
        /// Its id.
        pub id: SessionId,
        /// Whose it is.
        pub account_id: HostId,
        /// SHA-256 of its token.
        pub token_hash: Vec<u8>,
        /// What the browser calls itself.
        pub user_agent: String,
        /// When it began.
        pub created_at: Timestamp,
        /// Its last sign of life that was written.
        pub last_seen_at: Timestamp,
        /// When it ends unless there is another.
        pub expires_at: Timestamp,
    }
}

/// How a caller came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// By a session.
    Session(SessionId),
    /// By an API key.
    ApiKey(ApiKeyId),
}

impl Via {
    /// The session, if it was one.
    #[must_use]
    pub const fn session(self) -> Option<SessionId> {
        match self {
            Self::Session(id) => Some(id),
            Self::ApiKey(_) => None,
        }
    }
}

/// Who is calling.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// The account.
    pub account: HostId,
    /// By what.
    pub via: Via,
    /// When that was last seen.
    pub last_seen_at: Option<Timestamp>,
    /// Whether the account's address is verified.
    pub is_verified: bool,
    /// Whether it runs the instance.
    pub is_operator: bool,
    /// Whether it was suspended.
    pub is_suspended: bool,
}

/// The id of session or key, the account, its last sign of life, and the account's marks.
pub(crate) type CallerColumns<I> = (I, HostId, Option<Timestamp>, Option<Timestamp>, bool, Option<Timestamp>);

impl Caller {
    pub(crate) fn of<I>(columns: CallerColumns<I>, via: impl FnOnce(I) -> Via) -> Self {
        let (id, account, last_seen_at, verified_at, is_operator, suspended_at) = columns;
        Self {
            account,
            via: via(id),
            last_seen_at,
            is_verified: verified_at.is_some(),
            is_operator,
            is_suspended: suspended_at.is_some(),
        }
    }
}

/// Who holds the session whose token has this hash, if it lives at `now`.
pub async fn caller(tx: &mut Tx, token_hash: &[u8], now: Timestamp) -> Result<Option<Caller>, Error> {
    let columns: Option<CallerColumns<SessionId>> = tx
        .first(
            "SELECT s.id, s.account_id, s.last_seen_at, a.verified_at, a.is_operator, a.suspended_at
             FROM sessions s JOIN accounts a ON a.id = s.account_id
             WHERE s.token_hash = $1 AND s.expires_at > $2",
            args![token_hash, now],
        )
        .await?;
    Ok(columns.map(|columns| Caller::of(columns, Via::Session)))
}

/// Writes a new session.
pub async fn begin(tx: &mut Tx, session: &SessionRow) -> Result<(), Error> {
    session.insert(tx).await?;
    tx.execute(
        "DELETE FROM sessions WHERE id IN (
            SELECT id FROM sessions WHERE account_id = $1 ORDER BY last_seen_at DESC, id DESC LIMIT 1000 OFFSET $2)",
        args![session.account_id, MOST],
    )
    .await?;
    Ok(())
}

/// Writes a sign of life.
pub async fn touch(tx: &mut Tx, id: SessionId, now: Timestamp, expires_at: Timestamp) -> Result<(), Error> {
    tx.execute(
        "UPDATE sessions SET last_seen_at = $2, expires_at = $3 WHERE id = $1",
        args![id, now, expires_at],
    )
    .await?;
    Ok(())
}

/// The live sessions of an account, newest first; there are at most a hundred.
pub async fn of_account(tx: &mut Tx, account: HostId, now: Timestamp) -> Result<Vec<SessionRow>, Error> {
    let sql = format!(
        "SELECT {} FROM sessions WHERE account_id = $1 AND expires_at > $2
         ORDER BY created_at DESC, id DESC LIMIT $3",
        SessionRow::columns("")
    );
    tx.all(&sql, args![account, now, MOST]).await
}

/// Ends one session of an account and tells whether there was one.
pub async fn end(tx: &mut Tx, account: HostId, id: SessionId) -> Result<bool, Error> {
    let ended =
        tx.execute("DELETE FROM sessions WHERE account_id = $1 AND id = $2", args![account, id]).await?;
    tx.report().host(account).access_ended |= ended > 0;
    Ok(ended > 0)
}

/// Ends the session whose token has this hash, if there is one.
pub async fn end_by_token(tx: &mut Tx, token_hash: &[u8]) -> Result<(), Error> {
    let ended: Option<(HostId,)> = tx
        .first("DELETE FROM sessions WHERE token_hash = $1 RETURNING account_id", args![token_hash])
        .await?;
    if let Some((account,)) = ended {
        tx.report().host(account).access_ended = true;
    }
    Ok(())
}

/// Ends every session of an account.
pub async fn end_all(tx: &mut Tx, account: HostId) -> Result<(), Error> {
    tx.execute("DELETE FROM sessions WHERE account_id = $1", args![account]).await?;
    tx.report().host(account).access_ended = true;
    Ok(())
}

/// Ends every session of an account but one.
pub async fn end_others(tx: &mut Tx, account: HostId, kept: SessionId) -> Result<(), Error> {
    tx.execute("DELETE FROM sessions WHERE account_id = $1 AND id <> $2", args![account, kept]).await?;
    tx.report().host(account).access_ended = true;
    Ok(())
}

/// Deletes up to `most` sessions that were over before `now`, and tells how many.
pub async fn sweep(tx: &mut Tx, now: Timestamp, most: u32) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at <= $1 LIMIT $2)",
        args![now, most],
    )
    .await
}

//! Keys for scripts.

use crate::engine::{Error, Tx};
use crate::sessions::{Caller, CallerColumns, Via};
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{ApiKeyId, HostId};

record! {
    /// A key as it is stored.
    pub struct ApiKeyRow in "api_keys" {
        /// Its id.
        pub id: ApiKeyId,
        /// Whose it is.
        pub account_id: HostId,
        /// What its owner calls it.
        pub name: String,
        /// Its first characters, by which its owner tells it apart.
        pub prefix: String,
        /// SHA-256 of its token.
        pub token_hash: Vec<u8>,
        /// When it was made.
        pub created_at: Timestamp,
        /// Its last use that was written.
        pub last_used_at: Option<Timestamp>,
    }
}

/// Who holds the key whose token has this hash.
pub async fn caller(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<Caller>, Error> {
    let columns: Option<CallerColumns<ApiKeyId>> = tx
        .first(
            "SELECT k.id, k.account_id, k.last_used_at, a.verified_at, a.is_operator, a.suspended_at
             FROM api_keys k JOIN accounts a ON a.id = k.account_id
             WHERE k.token_hash = $1",
            args![token_hash],
        )
        .await?;
    Ok(columns.map(|columns| Caller::of(columns, Via::ApiKey)))
}

/// Writes that the key was used.
pub async fn touch(tx: &mut Tx, id: ApiKeyId, now: Timestamp) -> Result<(), Error> {
    tx.execute("UPDATE api_keys SET last_used_at = $2 WHERE id = $1", args![id, now]).await?;
    Ok(())
}

/// How many keys an account has.
pub async fn count(tx: &mut Tx, account: HostId) -> Result<i64, Error> {
    let (count,) = tx.one("SELECT COUNT(*) FROM api_keys WHERE account_id = $1", args![account]).await?;
    Ok(count)
}

/// An account's keys, newest first: at most `most`.
pub async fn of_account(tx: &mut Tx, account: HostId, most: u32) -> Result<Vec<ApiKeyRow>, Error> {
    let sql = format!(
        "SELECT {} FROM api_keys WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2",
        ApiKeyRow::columns("")
    );
    tx.all(&sql, args![account, most]).await
}

/// Deletes every key of an account.
pub async fn delete_all(tx: &mut Tx, account: HostId) -> Result<(), Error> {
    tx.execute("DELETE FROM api_keys WHERE account_id = $1", args![account]).await?;
    tx.report().host(account).access_ended = true;
    Ok(())
}

/// Deletes one key of an account and tells whether there was one.
pub async fn delete(tx: &mut Tx, account: HostId, id: ApiKeyId) -> Result<bool, Error> {
    let deleted =
        tx.execute("DELETE FROM api_keys WHERE account_id = $1 AND id = $2", args![account, id]).await?;
    tx.report().host(account).access_ended |= deleted > 0;
    Ok(deleted > 0)
}

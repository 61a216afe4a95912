//! The answers to requests that carried an `Idempotency-Key`.

use crate::engine::{Error, Json, Tx};
use crate::{args, record};
use jiff::Timestamp;
use serde_json::Value as Document;

record! {
    /// One answered request.
    pub struct KeyRow in "idempotency_keys" {
        /// Who asked.
        pub scope: String,
        /// For what.
        pub route: String,
        /// The key that was sent.
        pub key: String,
        /// What tells another body.
        pub body_hash: Vec<u8>,
        /// The status of the answer.
        pub status: u16,
        /// The ids in the answer.
        pub answer: Json<Document>,
        /// When it was asked.
        pub created_at: Timestamp,
    }
}

/// What becomes of taking a key.
#[derive(Clone, Debug)]
pub enum Taken {
    /// It was free.
    Mine,
    /// It was answered before.
    Before(KeyRow),
    /// Another transaction has it and has not ended.
    Busy,
}

/// Takes the key of `row` and keeps the answer that it will have, unless it was taken since `over`. Of two that come at
/// once, the second waits for the first.
pub async fn take(tx: &mut Tx, row: &KeyRow, over: Timestamp) -> Result<Taken, Error> {
    // An answer that is older than it is kept makes way at once, wherever the sweeper is.
    let inserted = tx
        .execute(
            "INSERT INTO idempotency_keys (scope, route, key, body_hash, status, answer, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (scope, route, key) DO UPDATE SET body_hash = $4, status = $5, answer = $6, created_at = $7
             WHERE idempotency_keys.created_at <= $8",
            args![
                row.scope.clone(),
                row.route.clone(),
                row.key.clone(),
                row.body_hash.clone(),
                row.status,
                &row.answer,
                row.created_at,
                over,
            ],
        )
        .await;
    match inserted {
        Ok(1) => return Ok(Taken::Mine),
        Err(error) if is_lock_timeout(&error) => return Ok(Taken::Busy),
        other => other?,
    };
    let sql = format!(
        "SELECT {} FROM idempotency_keys WHERE scope = $1 AND route = $2 AND key = $3",
        KeyRow::columns("")
    );
    let first = tx.first(&sql, args![row.scope.clone(), row.route.clone(), row.key.clone()]).await?;
    Ok(first.map_or(Taken::Busy, Taken::Before))
}

/// `PostgreSQL`'s code for a wait that took too long; the transaction is lost with it.
fn is_lock_timeout(error: &Error) -> bool {
    matches!(error, Error::Unavailable(text) if text.starts_with("55P03"))
}

/// Deletes up to `most` answers from before `before`, and tells how many.
pub async fn sweep(tx: &mut Tx, before: Timestamp, most: u32) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM idempotency_keys WHERE (scope, route, key) IN (
            SELECT scope, route, key FROM idempotency_keys WHERE created_at < $1 LIMIT $2)",
        args![before, most],
    )
    .await
}

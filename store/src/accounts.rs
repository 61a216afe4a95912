//! Accounts: who may come in. A host carries the same id as the account.

use crate::engine::{Dialect, Error, FromRow, Row, Tx};
use crate::hosts::HostRow;
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::HostId;
use uuid::Uuid;

record! {
    /// An account as it is stored.
    pub struct AccountRow in "accounts" {
        /// Its id, and the host's.
        pub id: HostId,
        /// Its address, as it was typed.
        pub email: String,
        /// Its address, as it is compared.
        pub email_key: String,
        /// The password's hash, a PHC string.
        pub password_hash: String,
        /// When the address was verified.
        pub verified_at: Option<Timestamp>,
        /// Whether it runs the instance.
        pub is_operator: bool,
        /// When it was suspended.
        pub suspended_at: Option<Timestamp>,
        /// An address that it shall have once the letter to it has been answered.
        pub pending_email: Option<String>,
        /// Tokens in letters carry it; raising it voids them.
        pub token_generation: i64,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

/// An account with what others know of it.
#[derive(Clone, Debug)]
pub struct Member {
    /// The account.
    pub account: AccountRow,
    /// The host's name.
    pub name: String,
    /// The host's handle.
    pub handle: String,
    /// The host's zone.
    pub time_zone: String,
}

impl FromRow for Member {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            account: AccountRow::from_row(row)?,
            name: row.take()?,
            handle: row.take()?,
            time_zone: row.take()?,
        })
    }
}

fn member_sql(rest: &str) -> String {
    let columns = AccountRow::columns("a.");
    format!(
        "SELECT {columns}, h.name, h.handle, h.time_zone FROM accounts a JOIN hosts h ON h.id = a.id {rest}"
    )
}

/// One account.
pub async fn find(tx: &mut Tx, id: HostId) -> Result<Option<AccountRow>, Error> {
    let sql = format!("SELECT {} FROM accounts WHERE id = $1", AccountRow::columns(""));
    tx.first(&sql, args![id]).await
}

/// One account with its name, handle and zone.
pub async fn member(tx: &mut Tx, id: HostId) -> Result<Option<Member>, Error> {
    tx.first(&member_sql("WHERE a.id = $1"), args![id]).await
}

/// The account that owns an address.
pub async fn verified(tx: &mut Tx, email_key: &str) -> Result<Option<AccountRow>, Error> {
    let sql = format!(
        "SELECT {} FROM accounts WHERE email_key = $1 AND verified_at IS NOT NULL",
        AccountRow::columns("")
    );
    tx.first(&sql, args![email_key]).await
}

/// The accounts that a login with an address may mean: the verified one, then the newest unverified ones; at most
/// `most`.
pub async fn candidates(tx: &mut Tx, email_key: &str, most: u32) -> Result<Vec<AccountRow>, Error> {
    let sql = format!(
        "SELECT {} FROM accounts WHERE email_key = $1 AND verified_at IS NULL
         ORDER BY created_at DESC, id DESC LIMIT $2",
        AccountRow::columns("")
    );
    let mut found: Vec<AccountRow> = verified(tx, email_key).await?.into_iter().collect();
    found.extend(tx.all::<AccountRow>(&sql, args![email_key, most.saturating_sub(1)]).await?);
    Ok(found)
}

/// Lets registrations take their turns, so that two at once choose different handles and one operator.
pub async fn take_turn(tx: &mut Tx) -> Result<(), Error> {
    if tx.dialect() == Dialect::Postgres {
        tx.execute("SELECT pg_advisory_xact_lock(7307)", &[]).await?;
    }
    Ok(())
}

/// Writes a new account and its host.
pub async fn create(tx: &mut Tx, account: &AccountRow, host: &HostRow) -> Result<(), Error> {
    account.insert(tx).await?;
    host.insert(tx).await
}

/// How many operators there are.
pub async fn operators(tx: &mut Tx) -> Result<i64, Error> {
    let (count,) = tx.one("SELECT COUNT(*) FROM accounts WHERE is_operator", &[]).await?;
    Ok(count)
}

/// Marks the address as verified and voids the tokens in letters. A [`Error::Constraint`] on
/// `accounts_verified_email` or `email_key` means that another account owns it.
pub async fn verify(tx: &mut Tx, id: HostId, now: Timestamp) -> Result<(), Error> {
    tx.execute(
        "UPDATE accounts SET verified_at = $2, token_generation = token_generation + 1 WHERE id = $1",
        args![id, now],
    )
    .await?;
    Ok(())
}

/// Gives the account a verified address in place of its own, with the same constraint as [`verify`].
pub async fn change_address(
    tx: &mut Tx,
    id: HostId,
    email: &str,
    email_key: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(
        "UPDATE accounts SET email = $2, email_key = $3, pending_email = NULL, verified_at = COALESCE(verified_at, $4),
            token_generation = token_generation + 1
         WHERE id = $1",
        args![id, email, email_key, now],
    )
    .await?;
    Ok(())
}

/// Whether an error says that another account owns the address.
#[must_use]
pub fn is_address_taken(error: &Error) -> bool {
    error.is_constraint("accounts_verified_email") || error.is_constraint("email_key")
}

/// Notes the address that the account shall have, and voids the tokens in letters. Tells the new generation.
pub async fn ask_for_address(tx: &mut Tx, id: HostId, email: &str) -> Result<i64, Error> {
    let (generation,) = tx
        .one(
            "UPDATE accounts SET pending_email = $2, token_generation = token_generation + 1 WHERE id = $1
             RETURNING token_generation",
            args![id, email],
        )
        .await?;
    Ok(generation)
}

/// Sets another password and voids the tokens in letters, if they are still of `generation`. Tells the new one.
pub async fn set_password(
    tx: &mut Tx,
    id: HostId,
    password_hash: &str,
    generation: i64,
) -> Result<Option<i64>, Error> {
    let row: Option<(i64,)> = tx
        .first(
            "UPDATE accounts SET password_hash = $2, token_generation = token_generation + 1
             WHERE id = $1 AND token_generation = $3 RETURNING token_generation",
            args![id, password_hash, generation],
        )
        .await?;
    Ok(row.map(|(generation,)| generation))
}

/// Suspends or restores an account, and tells whether there is one that isn't closed.
pub async fn set_suspended(tx: &mut Tx, id: HostId, since: Option<Timestamp>) -> Result<bool, Error> {
    let sql = "UPDATE accounts SET suspended_at = $2 WHERE id = $1 AND password_hash <> ''";
    let changed = tx.execute(sql, args![id, since]).await?;
    tx.report().host(id).access_ended |= since.is_some();
    Ok(changed > 0)
}

/// Closes a verified account: no password is right any more, nobody comes in, its address is free, and the sweeper
/// deletes it once the last letters have had their time.
pub async fn close(tx: &mut Tx, id: HostId, now: Timestamp) -> Result<(), Error> {
    tx.execute(
        "UPDATE accounts SET verified_at = NULL, is_operator = $3, suspended_at = $2, password_hash = '',
            token_generation = token_generation + 1
         WHERE id = $1",
        args![id, now, false],
    )
    .await?;
    Ok(())
}

/// Whether an account is suspended or closed.
pub async fn is_suspended(tx: &mut Tx, id: HostId) -> Result<bool, Error> {
    let row = tx.first("SELECT suspended_at IS NOT NULL FROM accounts WHERE id = $1", args![id]).await?;
    Ok(row.is_none_or(|(is_suspended,)| is_suspended))
}

/// How many live bookings of a host end after `now`.
pub async fn live_bookings(tx: &mut Tx, host: HostId, now: Timestamp) -> Result<i64, Error> {
    let (count,) = tx
        .one(
            "SELECT COUNT(*) FROM bookings WHERE host_id = $1 AND ends_at > $2
                AND state IN ('held', 'awaiting_approval', 'confirmed')",
            args![host, now],
        )
        .await?;
    Ok(count)
}

/// Accounts, newest first, behind `after`: at most `most`.
pub async fn list(tx: &mut Tx, after: Option<(Timestamp, Uuid)>, most: u32) -> Result<Vec<Member>, Error> {
    let order = "ORDER BY a.created_at DESC, a.id DESC";
    match after {
        None => tx.all(&member_sql(&format!("{order} LIMIT $1")), args![most]).await,
        Some((at, id)) => {
            let rest = format!("WHERE (a.created_at, a.id) < ($1, $2) {order} LIMIT $3");
            tx.all(&member_sql(&rest), args![at, id, most]).await
        }
    }
}

/// Deletes up to `most` accounts that registered before `before` and never verified their address, or were closed before
/// it, with all that is theirs; tells how many. The operator's is kept: an instance of one person may never send a letter.
pub async fn sweep_unverified(tx: &mut Tx, before: Timestamp, most: u32) -> Result<u64, Error> {
    let gone: Vec<(HostId,)> = tx
        .all(
            "DELETE FROM accounts WHERE id IN (
                SELECT id FROM accounts WHERE verified_at IS NULL AND COALESCE(suspended_at, created_at) < $1
                    AND is_operator = $2 LIMIT $3)
             RETURNING id",
            args![before, false, most],
        )
        .await?;
    for (id,) in &gone {
        delete_jobs(tx, *id).await?;
    }
    Ok(u64::try_from(gone.len()).unwrap_or(u64::MAX))
}

/// Deletes an account with all that is its own, letters that wait included, if nobody has proven its address; tells
/// whether it did.
pub async fn delete_unverified(tx: &mut Tx, id: HostId) -> Result<bool, Error> {
    let gone = tx.execute("DELETE FROM accounts WHERE id = $1 AND verified_at IS NULL", args![id]).await?;
    if gone > 0 {
        delete_jobs(tx, id).await?;
    }
    Ok(gone > 0)
}

/// No key leads from a job to its host in `PostgreSQL`.
async fn delete_jobs(tx: &mut Tx, id: HostId) -> Result<(), Error> {
    tx.send("DELETE FROM jobs WHERE host_id = $1", args![id]).await
}

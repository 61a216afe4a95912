//! Invitations to register.

use crate::engine::{Error, Tx};
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{HostId, InvitationId};
use uuid::Uuid;

record! {
    /// An invitation as it is stored.
    pub struct InvitationRow in "invitations" {
        /// Its id.
        pub id: InvitationId,
        /// The operator who invites.
        pub invited_by: HostId,
        /// Whom, if anybody in particular.
        pub email: Option<String>,
        /// When it was made.
        pub created_at: Timestamp,
        /// From when on it is worth nothing.
        pub expires_at: Timestamp,
        /// When somebody registered with it.
        pub used_at: Option<Timestamp>,
    }
}

/// One invitation.
pub async fn find(tx: &mut Tx, id: InvitationId) -> Result<Option<InvitationRow>, Error> {
    let sql = format!("SELECT {} FROM invitations WHERE id = $1", InvitationRow::columns(""));
    tx.first(&sql, args![id]).await
}

/// Uses an invitation, once, and tells whether it could be.
pub async fn take(tx: &mut Tx, id: InvitationId, now: Timestamp) -> Result<bool, Error> {
    let changed = tx
        .execute(
            "UPDATE invitations SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2",
            args![id, now],
        )
        .await?;
    Ok(changed > 0)
}

/// Invitations, newest first, behind `after`: at most `most`.
pub async fn list(
    tx: &mut Tx,
    after: Option<(Timestamp, Uuid)>,
    most: u32,
) -> Result<Vec<InvitationRow>, Error> {
    let select = format!("SELECT {} FROM invitations", InvitationRow::columns(""));
    let order = "ORDER BY created_at DESC, id DESC";
    match after {
        None => tx.all(&format!("{select} {order} LIMIT $1"), args![most]).await,
        Some((at, id)) => {
            let sql = format!("{select} WHERE (created_at, id) < ($1, $2) {order} LIMIT $3");
            tx.all(&sql, args![at, id, most]).await
        }
    }
}

/// Takes an invitation back and tells whether there was one.
pub async fn delete(tx: &mut Tx, id: InvitationId) -> Result<bool, Error> {
    Ok(tx.execute("DELETE FROM invitations WHERE id = $1", args![id]).await? > 0)
}

//! Whom letters go to: what accounts and invitations tell of it, and the address behind a delivery. Letters hold no
//! copy of an address; it is read where it stands.

use crate::args;
use crate::deliveries::DeliveryRow;
use crate::engine::{Error, FromRow, Json, Row, Tx};
use crate::{customers, jobs};
use jiff::Timestamp;
use serde_json::Value as Document;
use timeslot_core::id::{CustomerId, DeliveryId, HostId, InvitationId};
use timeslot_core::job::Recipient;

/// An account, as far as letters are concerned.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// The account, which is also the host.
    pub id: HostId,
    /// The address as it was typed.
    pub email: String,
    /// Since when the address is known to be theirs.
    pub verified_at: Option<Timestamp>,
    /// Since when the account may do nothing.
    pub suspended_at: Option<Timestamp>,
    /// Whether it is closed, which takes the proof of its address away: only accounts that had one are kept then.
    pub is_closed: bool,
    /// A new address whose letter has not been answered yet.
    pub pending_email: Option<String>,
    /// Tokens of another generation are void.
    pub token_generation: i64,
    /// When somebody registered.
    pub created_at: Timestamp,
    /// The name on the page and in letters.
    pub name: String,
    /// The IANA zone the host lives in.
    pub time_zone: String,
}

impl FromRow for Addressee {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: row.take()?,
            email: row.take()?,
            verified_at: row.take()?,
            suspended_at: row.take()?,
            is_closed: row.take()?,
            pending_email: row.take()?,
            token_generation: row.take()?,
            created_at: row.take()?,
            name: row.take()?,
            time_zone: row.take()?,
        })
    }
}

/// The account `id`, unless it is gone.
pub async fn account(tx: &mut Tx, id: HostId) -> Result<Option<Addressee>, Error> {
    tx.first(
        "SELECT a.id, a.email, a.verified_at, a.suspended_at, a.password_hash = '', a.pending_email,
            a.token_generation, a.created_at, h.name, h.time_zone
         FROM accounts a JOIN hosts h ON h.id = a.id WHERE a.id = $1",
        args![id],
    )
    .await
}

/// An invitation, as far as its letter is concerned.
#[derive(Clone, Debug)]
pub struct Invited {
    /// Which one.
    pub id: InvitationId,
    /// Whom it is sent to, if it is sent at all.
    pub email: Option<String>,
    /// When it runs out.
    pub expires_at: Timestamp,
    /// When somebody registered with it.
    pub used_at: Option<Timestamp>,
    /// The name of the one who invites.
    pub inviter: String,
}

impl FromRow for Invited {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: row.take()?,
            email: row.take()?,
            expires_at: row.take()?,
            used_at: row.take()?,
            inviter: row.take()?,
        })
    }
}

/// The invitation `id`, unless it was taken back.
pub async fn invitation(tx: &mut Tx, id: InvitationId) -> Result<Option<Invited>, Error> {
    tx.first(
        "SELECT i.id, i.email, i.expires_at, i.used_at, h.name
         FROM invitations i JOIN hosts h ON h.id = i.invited_by WHERE i.id = $1",
        args![id],
    )
    .await
}

/// A delivery with the address it is for, where that is still known.
#[derive(Clone, Debug)]
pub struct Addressed {
    /// The delivery.
    pub delivery: DeliveryRow,
    /// Whose mailbox.
    pub to: Option<String>,
}

/// The host's deliveries with their addresses, newest first, in one state or all, those before `before`.
pub async fn deliveries(
    tx: &mut Tx,
    host: HostId,
    state: Option<&str>,
    before: Option<(Timestamp, DeliveryId)>,
    most: u32,
) -> Result<Vec<Addressed>, Error> {
    let mut args = args![most, host].to_vec();
    let mut conditions = vec!["d.host_id = $2".to_owned()];
    if let Some(state) = state {
        args.push(state.into());
        conditions.push(format!("d.state = ${}", args.len()));
    }
    addressed(tx, conditions, args, before).await
}

/// What no mail server has taken, of all hosts, newest first, those before `before`: the operator's list.
pub async fn undelivered(
    tx: &mut Tx,
    before: Option<(Timestamp, DeliveryId)>,
    most: u32,
) -> Result<Vec<Addressed>, Error> {
    let conditions = vec!["d.state IN ('queued', 'refused', 'failed')".to_owned()];
    addressed(tx, conditions, args![most].to_vec(), before).await
}

async fn addressed(
    tx: &mut Tx,
    mut conditions: Vec<String>,
    mut args: Vec<crate::Value>,
    before: Option<(Timestamp, DeliveryId)>,
) -> Result<Vec<Addressed>, Error> {
    if let Some((at, id)) = before {
        args.extend([at.into(), id.into()]);
        conditions.push(format!("(d.created_at, d.id) < (${}, ${})", args.len() - 1, args.len()));
    }
    let sql = format!(
        "SELECT {}, c.email, b.guests, a.email FROM deliveries d
         LEFT JOIN bookings b ON b.id = d.booking_id
         LEFT JOIN customers c ON c.id = b.customer_id
         LEFT JOIN accounts a ON a.id = d.host_id
         WHERE {} ORDER BY d.created_at DESC, d.id DESC LIMIT $1",
        DeliveryRow::columns("d."),
        conditions.join(" AND "),
    );
    let rows: Vec<Joined> = tx.all(&sql, &args).await?;
    let mut list = Vec::with_capacity(rows.len());
    for row in rows {
        let to = row.address(tx).await?;
        list.push(Addressed { delivery: row.delivery, to });
    }
    Ok(list)
}

/// A delivery with every address that may be meant.
struct Joined {
    delivery: DeliveryRow,
    customer: Option<String>,
    guests: Option<Json<Vec<String>>>,
    account: Option<String>,
}

impl FromRow for Joined {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            delivery: DeliveryRow::from_row(row)?,
            customer: row.take()?,
            guests: row.take()?,
            account: row.take()?,
        })
    }
}

impl Joined {
    async fn address(&self, tx: &mut Tx) -> Result<Option<String>, Error> {
        match Recipient::parse(&self.delivery.recipient) {
            Some(Recipient::Customer) if self.delivery.booking_id.is_some() => Ok(self.customer.clone()),
            Some(Recipient::Guest(place)) => {
                let guests = self.guests.as_ref();
                Ok(guests.and_then(|guests| guests.0.get(usize::from(place)).cloned()))
            }
            Some(Recipient::Host) => Ok(self.account.clone()),
            _ => self.address_of_job(tx).await,
        }
    }

    /// Letters that aren't about a booking: their job says whom they are for.
    async fn address_of_job(&self, tx: &mut Tx) -> Result<Option<String>, Error> {
        let Some(job) = jobs::find(tx, self.delivery.job_id).await? else {
            return Ok(None);
        };
        let payload = &job.payload.0;
        if let (Some(host), Some(customer)) = (self.delivery.host_id, id_in(payload, "customer_id")) {
            let customer = customers::find(tx, host, CustomerId(customer)).await?;
            return Ok(customer.map(|customer| customer.email));
        }
        match (id_in(payload, "invitation_id"), self.delivery.host_id) {
            (Some(id), _) => Ok(invitation(tx, InvitationId(id)).await?.and_then(|it| it.email)),
            (None, Some(host)) if self.delivery.letter == "change_address" => {
                Ok(account(tx, host).await?.and_then(|account| account.pending_email))
            }
            (None, _) => Ok(self.account.clone()),
        }
    }
}

/// The id that a job's payload holds under `name`.
#[must_use]
pub fn id_in(payload: &Document, name: &str) -> Option<uuid::Uuid> {
    payload.get(name)?.as_str()?.parse().ok()
}

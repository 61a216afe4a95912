//! Letters about an account, ordered in the transaction of the step that they tell of. A job's payload names the
//! account and, for [`AccountEvent::CredentialsChanged`], what changed; its version is the generation that the token in
//! the letter is to carry.

use jiff::Timestamp;
use serde_json::json;
use timeslot_chassis::{App, Problem};
use timeslot_core::event::AccountEvent;
use timeslot_core::id::{HostId, InvitationId};
use timeslot_core::job::JobSpec;
use timeslot_core::routing::account_jobs_for;
use timeslot_store::jobs::{self, Subject};
use timeslot_store::{Tx, accounts};

/// What changed of an account's credentials.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    Password,
    AddressAsked,
    ApiKeyAdded,
    ApiKeyDeleted,
    AccountClosed,
}

impl Change {
    const fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::AddressAsked => "address_asked",
            Self::ApiKeyAdded => "api_key_added",
            Self::ApiKeyDeleted => "api_key_deleted",
            Self::AccountClosed => "account_closed",
        }
    }
}

/// Orders the letter of `event` to an account. Asked for again within a minute, it is the same letter.
pub(crate) async fn order(
    tx: &mut Tx,
    app: &App,
    event: AccountEvent,
    account: HostId,
    generation: i64,
) -> Result<(), Problem> {
    let payload = json!({ "account_id": account });
    let subject = Subject { payload, ..about(account, generation) };
    write(tx, app, event, minutes(app.now()), &subject).await
}

/// Tells the owner of an address that somebody registered with it: once a day at most.
pub(crate) async fn order_taken(tx: &mut Tx, app: &App, owner: HostId) -> Result<(), Problem> {
    let payload = json!({ "account_id": owner });
    let days = minutes(app.now()) / (24 * 60);
    let subject = Subject { payload, ..about(owner, 0) };
    write(tx, app, AccountEvent::RegisteredAgain, days, &subject).await
}

/// Orders the letter that proves a new registration's address; where the address has an owner, the owner is told
/// instead, by the same number of rows.
pub(crate) async fn order_verification(
    tx: &mut Tx,
    app: &App,
    account: HostId,
    generation: i64,
    email_key: &str,
) -> Result<(), Problem> {
    match accounts::verified(tx, email_key).await? {
        Some(owner) => order_taken(tx, app, owner.id).await,
        None => order(tx, app, AccountEvent::Registered, account, generation).await,
    }
}

/// The letter that leads to a new password. For an address without an account the same row is written, and whoever
/// carries it out finds nothing to do.
pub(crate) async fn order_reset(tx: &mut Tx, app: &App, email_key: &str) -> Result<(), Problem> {
    let owner = accounts::verified(tx, email_key).await?;
    if let Some(owner) = owner.filter(|owner| owner.suspended_at.is_none()) {
        let generation = owner.token_generation;
        return order(tx, app, AccountEvent::ResetRequested, owner.id, generation).await;
    }
    let hash = app.keys().address_hash(email_key);
    let subject =
        Subject { key: format!("nobody:{}", hex(&hash[..16])), payload: json!({}), ..Subject::default() };
    write(tx, app, AccountEvent::ResetRequested, minutes(app.now()), &subject).await
}

/// Tells an account's address what changed. `key` makes it the one letter about that change.
pub(crate) async fn order_change(
    tx: &mut Tx,
    app: &App,
    account: HostId,
    change: Change,
    key: String,
) -> Result<(), Problem> {
    let payload = json!({ "account_id": account, "change": change.name() });
    let subject = Subject { key: format!("{key}:{}", change.name()), payload, ..about(account, 0) };
    write(tx, app, AccountEvent::CredentialsChanged, 0, &subject).await
}

/// Invites somebody.
pub(crate) async fn order_invitation(
    tx: &mut Tx,
    app: &App,
    operator: HostId,
    invitation: InvitationId,
) -> Result<(), Problem> {
    let subject = Subject {
        key: invitation.to_string(),
        payload: json!({ "invitation_id": invitation }),
        ..about(operator, 0)
    };
    write(tx, app, AccountEvent::Invited, 0, &subject).await
}

fn about(account: HostId, generation: i64) -> Subject {
    Subject { key: account.to_string(), host: Some(account), version: generation, ..Subject::default() }
}

async fn write(
    tx: &mut Tx,
    app: &App,
    event: AccountEvent,
    occurrence: u32,
    subject: &Subject,
) -> Result<(), Problem> {
    let now = app.now();
    let specs: Vec<JobSpec> =
        account_jobs_for(event, now).into_iter().map(|spec| JobSpec { occurrence, ..spec }).collect();
    Ok(jobs::enqueue(tx, now, app.entropy(), subject, &specs).await?)
}

fn minutes(now: Timestamp) -> u32 {
    u32::try_from(now.as_second() / 60).unwrap_or(0)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

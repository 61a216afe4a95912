//! Writing a newcomer down: account, host, session and letter, in one transaction.

use crate::letters;
use crate::registration::{Entry, Shown, enter};
use crate::user::{self, UserAnswer};
use timeslot_chassis::{App, Problem};
use timeslot_core::id::HostId;
use timeslot_core::text::{Email, Handle, handle_of_name};
use timeslot_core::zone::Zone;
use timeslot_store::accounts::AccountRow;
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::sessions::SessionRow;
use timeslot_store::{Tx, accounts, sessions};

/// How many handles are tried for a name that others have too.
const TRIES: u32 = 20;

/// Somebody whose form was right.
pub(crate) struct Newcomer {
    pub id: HostId,
    pub email: Email,
    pub password_hash: String,
    pub name: String,
    pub zone: Zone,
    pub session: SessionRow,
}

/// Lets a newcomer in, or says why not.
pub(crate) async fn enroll(
    tx: &mut Tx,
    app: &App,
    newcomer: Newcomer,
    shown: &Shown,
) -> Result<UserAnswer, Problem> {
    accounts::take_turn(tx).await?;
    let entry = enter(tx, app, shown, &newcomer.email).await?;
    let Newcomer { id, email, password_hash, name, zone, session } = newcomer;
    let (mut account, host) = newcomer_rows(tx, app, id, &email, &name, &zone).await?;
    account.password_hash = password_hash;
    account.verified_at = (entry == Entry::VerifiedOperator).then(|| app.now());
    account.is_operator = entry != Entry::Host;
    accounts::create(tx, &account, &host).await?;
    sessions::begin(tx, &session).await?;
    if account.verified_at.is_none() {
        letters::order_verification(tx, app, id, account.token_generation, &account.email_key).await?;
    }
    user::load(tx, id).await
}

/// The rows of somebody new: unverified, without a password, with a handle made of the name.
pub(crate) async fn newcomer_rows(
    tx: &mut Tx,
    app: &App,
    id: HostId,
    email: &Email,
    name: &str,
    zone: &Zone,
) -> Result<(AccountRow, HostRow), Problem> {
    let handle = free_handle(tx, app, id, name).await?;
    let account = AccountRow {
        id,
        email: email.as_str().to_owned(),
        email_key: email.key().to_owned(),
        password_hash: String::new(),
        verified_at: None,
        is_operator: false,
        suspended_at: None,
        pending_email: None,
        token_generation: 1,
        created_at: app.now(),
    };
    let host = HostRow {
        id,
        handle: handle.as_str().to_owned(),
        name: name.to_owned(),
        bio: String::new(),
        time_zone: zone.name().to_owned(),
        locale: "en".to_owned(),
        week_start: "mon".to_owned(),
        max_per_day: None,
        privacy_url: None,
        terms_url: None,
        contact_url: None,
        notify_booked: true,
        notify_cancelled: true,
        notify_rescheduled: true,
        link_shared_at: None,
        availability_version: 1,
        created_at: app.now(),
    };
    Ok((account, host))
}

/// A handle made of the name, with digits behind it where it is taken, too short, or a word of our own.
async fn free_handle(tx: &mut Tx, app: &App, id: HostId, name: &str) -> Result<Handle, Problem> {
    let word = handle_of_name(name);
    let mut candidate = word.clone();
    for _ in 0..TRIES {
        if let Ok(handle) = Handle::parse(&candidate)
            && hosts::handle_is_free(tx, handle.as_str(), id, app.now()).await?
        {
            return Ok(handle);
        }
        let stem = if word.is_empty() { "host" } else { &word };
        candidate = format!("{stem}-{:05}", five_digits(app));
    }
    tracing::warn!("no free handle was found for a newcomer");
    Err(Problem::unavailable())
}

fn five_digits(app: &App) -> u32 {
    let mut bytes = [0_u8; 4];
    app.entropy().fill(&mut bytes);
    u32::from_be_bytes(bytes) % 100_000
}

//! Writing a newcomer down: account, host, session and letter, in one transaction.

use crate::letters;
use crate::registration::{Entry, Shown, enter};
use crate::user::{self, UserAnswer};
use jiff::Timestamp;
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
    let now = app.now();
    let handle = free_handle(tx, app, &newcomer).await?;
    let (id, session) = (newcomer.id, newcomer.session.clone());
    let account = account(&newcomer, entry, now);
    accounts::create(tx, &account, &host(newcomer, &handle, now)).await?;
    sessions::begin(tx, &session).await?;
    if account.verified_at.is_none() {
        letters::order_verification(tx, app, id, account.token_generation, &account.email_key).await?;
    }
    user::load(tx, id).await
}

fn account(newcomer: &Newcomer, entry: Entry, now: Timestamp) -> AccountRow {
    AccountRow {
        id: newcomer.id,
        email: newcomer.email.as_str().to_owned(),
        email_key: newcomer.email.key().to_owned(),
        password_hash: newcomer.password_hash.clone(),
        verified_at: (entry == Entry::VerifiedOperator).then_some(now),
        is_operator: entry != Entry::Host,
        suspended_at: None,
        pending_email: None,
        token_generation: 1,
        created_at: now,
    }
}

fn host(newcomer: Newcomer, handle: &Handle, now: Timestamp) -> HostRow {
    HostRow {
        id: newcomer.id,
        handle: handle.as_str().to_owned(),
        name: newcomer.name,
        bio: String::new(),
        time_zone: newcomer.zone.name().to_owned(),
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
        created_at: now,
    }
}

/// A handle made of the name, with digits behind it where it is taken, too short, or a word of our own.
async fn free_handle(tx: &mut Tx, app: &App, newcomer: &Newcomer) -> Result<Handle, Problem> {
    let word = handle_of_name(&newcomer.name);
    let mut candidate = word.clone();
    for _ in 0..TRIES {
        if let Ok(handle) = Handle::parse(&candidate)
            && hosts::handle_is_free(tx, handle.as_str(), newcomer.id, app.now()).await?
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

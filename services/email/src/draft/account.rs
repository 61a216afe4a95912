//! Letters about an account. Their jobs carry the account as host and the generation of its tokens as version.

use super::{Care, Draft, Drafted, zone};
use crate::letter::{
    AddressTaken, Change, CredentialsChanged, Invitation, Letter, Purpose as Why, ResetPassword,
    VerifyAddress,
};
use crate::links;
use crate::said::Line;
use jiff::Timestamp;
use timeslot_chassis::App;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::id::InvitationId;
use timeslot_core::job::JobKind;
use timeslot_store::Tx;
use timeslot_store::addressees::{self, Addressee, id_in};
use timeslot_store::jobs::JobRow;

pub(super) async fn draft(
    tx: &mut Tx,
    app: &App,
    kind: JobKind,
    job: &JobRow,
) -> Result<Drafted, HandlerError> {
    if kind == JobKind::Invitation {
        return invitation(tx, app, job).await;
    }
    // Whoever asks for an address that nobody has is answered alike, down to a job, which has nothing to do.
    let Some(id) = job.host_id else {
        return Ok(Drafted::Outdated);
    };
    let Some(account) = addressees::account(tx, id).await? else {
        return Ok(Drafted::Outdated);
    };
    match kind {
        JobKind::VerifyAddress => verify(app, job, &account),
        JobKind::ChangeAddress => change(app, job, &account),
        JobKind::ResetPassword => reset(app, job, &account),
        JobKind::AddressTaken => taken(app, &account),
        JobKind::CredentialsChanged => changed(app, job, &account),
        other => Err(HandlerError(format!("“{}” is no letter about an account", other.as_str()))),
    }
}

/// When a link for `purpose` that was asked for at `from` ends; `None` where it is void already.
fn end(app: &App, job: &JobRow, account: &Addressee, from: Timestamp, purpose: Purpose) -> Option<Timestamp> {
    let end = from.checked_add(purpose.life()?).ok()?;
    (account.token_generation == job.version && end > app.now()).then_some(end)
}

fn verify(app: &App, job: &JobRow, account: &Addressee) -> Result<Drafted, HandlerError> {
    let end = end(app, job, account, account.created_at, Purpose::VerifyAddress);
    let (None, Some(expires)) = (account.verified_at, end) else {
        return Ok(Drafted::Outdated);
    };
    let letter = VerifyAddress {
        name: Line::new(&account.name),
        link: links::verify(app, account, Purpose::VerifyAddress, expires)?,
        expires,
        time_zone: zone(&account.time_zone),
        purpose: Why::Registration,
    };
    Ok(to(account.email.clone(), Letter::VerifyAddress(letter), Care::Access))
}

fn change(app: &App, job: &JobRow, account: &Addressee) -> Result<Drafted, HandlerError> {
    let end = end(app, job, account, job.created_at, Purpose::ChangeAddress);
    let (Some(address), Some(expires)) = (account.pending_email.clone(), end) else {
        return Ok(Drafted::Outdated);
    };
    let letter = VerifyAddress {
        name: Line::new(&account.name),
        link: links::verify(app, account, Purpose::ChangeAddress, expires)?,
        expires,
        time_zone: zone(&account.time_zone),
        purpose: Why::Change,
    };
    Ok(to(address, Letter::VerifyAddress(letter), Care::Access))
}

fn reset(app: &App, job: &JobRow, account: &Addressee) -> Result<Drafted, HandlerError> {
    let Some(expires) = end(app, job, account, job.created_at, Purpose::ResetPassword) else {
        return Ok(Drafted::Outdated);
    };
    let letter = ResetPassword {
        name: Line::new(&account.name),
        link: links::reset(app, account, expires)?,
        expires,
        time_zone: zone(&account.time_zone),
    };
    Ok(to(account.email.clone(), Letter::ResetPassword(letter), Care::Access))
}

fn taken(app: &App, account: &Addressee) -> Result<Drafted, HandlerError> {
    let letter = AddressTaken {
        name: Line::new(&account.name),
        login: links::page(app, "/login")?,
        forgot: links::page(app, "/forgot-password")?,
    };
    Ok(to(account.email.clone(), Letter::AddressTaken(letter), Care::Access))
}

/// Goes out whatever has happened since: whoever took an account over can't keep its owner from hearing of it.
fn changed(app: &App, job: &JobRow, account: &Addressee) -> Result<Drafted, HandlerError> {
    let told = job.payload.0.get("change").and_then(|it| it.as_str());
    let Some(change) = told.and_then(Change::parse) else {
        return Err(HandlerError(format!("the job tells of no change: {told:?}")));
    };
    let letter = CredentialsChanged {
        name: Line::new(&account.name),
        change,
        at: job.created_at,
        time_zone: zone(&account.time_zone),
        forgot: links::page(app, "/forgot-password")?,
    };
    Ok(to(account.email.clone(), Letter::CredentialsChanged(letter), Care::Told))
}

async fn invitation(tx: &mut Tx, app: &App, job: &JobRow) -> Result<Drafted, HandlerError> {
    let Some(id) = id_in(&job.payload.0, "invitation_id") else {
        return Err(HandlerError("the job names no invitation".into()));
    };
    let Some(invited) = addressees::invitation(tx, InvitationId(id)).await? else {
        return Ok(Drafted::Outdated);
    };
    let is_open = invited.used_at.is_none() && invited.expires_at > app.now();
    let Some(address) = invited.email.filter(|_| is_open) else {
        return Ok(Drafted::Outdated);
    };
    let letter = Invitation {
        inviter: Line::new(&invited.inviter),
        link: links::invitation(app, invited.id, invited.expires_at)?,
        expires: invited.expires_at,
    };
    Ok(to(address, Letter::Invitation(letter), Care::Others(None)))
}

fn to(to: String, letter: Letter, care: Care) -> Drafted {
    Drafted::from(Draft { letter, to, host: None, reply_to: None, edition: None, care })
}

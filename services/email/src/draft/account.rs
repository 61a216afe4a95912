//! Letters about an account. Their jobs carry the account as host and the generation of its tokens as version.

use super::{Care, Draft, Drafted, zone};
use crate::letter::{
    AddressTaken, Change, CredentialsChanged, Invitation, Letter, Purpose as Why, ResetPassword,
    VerifyAddress,
};
use crate::links;
use crate::said::Line;
use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::App;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::id::InvitationId;
use timeslot_core::job::JobKind;
use timeslot_store::Tx;
use timeslot_store::addressees::{self, Addressee, id_in};
use timeslot_store::jobs::JobRow;

/// How long an address can be verified: an unverified registration is gone after that.
const VERIFIED_WITHIN: SignedDuration = SignedDuration::from_hours(24);
/// How long a new password can be chosen.
const RESET_WITHIN: SignedDuration = SignedDuration::from_hours(2);

pub(super) async fn draft(
    tx: &mut Tx,
    app: &App,
    kind: JobKind,
    job: &JobRow,
) -> Result<Drafted, HandlerError> {
    if kind == JobKind::Invitation {
        return invitation(tx, app, job).await;
    }
    let Some(id) = job.host_id else {
        return Err(HandlerError(format!("the job “{}” names no account", job.kind)));
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
        other => Err(HandlerError(format!(
            "“{}” is no letter about an account",
            other.as_str()
        ))),
    }
}

/// The end of a link that works for `time`; `None` where it would be void already.
fn end(
    app: &App,
    job: &JobRow,
    account: &Addressee,
    from: Timestamp,
    time: SignedDuration,
) -> Option<Timestamp> {
    let end = from.checked_add(time).ok()?;
    (account.token_generation == job.version && end > app.now()).then_some(end)
}

fn verify(app: &App, job: &JobRow, account: &Addressee) -> Result<Drafted, HandlerError> {
    let end = end(app, job, account, account.created_at, VERIFIED_WITHIN);
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
    Ok(to(
        account.email.clone(),
        Letter::VerifyAddress(letter),
        Care::Access,
    ))
}

fn change(app: &App, job: &JobRow, account: &Addressee) -> Result<Drafted, HandlerError> {
    let end = end(app, job, account, job.created_at, VERIFIED_WITHIN);
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
    let Some(expires) = end(app, job, account, job.created_at, RESET_WITHIN) else {
        return Ok(Drafted::Outdated);
    };
    let letter = ResetPassword {
        name: Line::new(&account.name),
        link: links::reset(app, account, expires)?,
        expires,
        time_zone: zone(&account.time_zone),
    };
    Ok(to(
        account.email.clone(),
        Letter::ResetPassword(letter),
        Care::Access,
    ))
}

fn taken(app: &App, account: &Addressee) -> Result<Drafted, HandlerError> {
    let letter = AddressTaken {
        name: Line::new(&account.name),
        login: links::page(app, "/login")?,
        forgot: links::page(app, "/forgot-password")?,
    };
    Ok(to(
        account.email.clone(),
        Letter::AddressTaken(letter),
        Care::Access,
    ))
}

/// Goes out whatever has happened since: whoever took an account over can't keep its owner from hearing of it.
fn changed(app: &App, job: &JobRow, account: &Addressee) -> Result<Drafted, HandlerError> {
    let change = match job.payload.0.get("change").and_then(|it| it.as_str()) {
        Some("password") | None => Change::Password,
        Some("address_asked") => Change::AddressAsked,
        Some("address") => Change::Address,
        Some(other) => {
            return Err(HandlerError(format!(
                "“{other}” is no change that letters know of"
            )));
        }
    };
    let letter = CredentialsChanged {
        name: Line::new(&account.name),
        change,
        at: job.created_at,
        time_zone: zone(&account.time_zone),
        forgot: links::page(app, "/forgot-password")?,
    };
    Ok(to(
        account.email.clone(),
        Letter::CredentialsChanged(letter),
        Care::Free,
    ))
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
    Drafted::from(Draft {
        letter,
        to,
        host: None,
        reply_to: None,
        edition: None,
        care,
    })
}

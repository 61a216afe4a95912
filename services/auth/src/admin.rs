//! What the operator does from the command line of the machine itself.

use crate::enroll::newcomer_rows;
use crate::password::{self, Password};
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Problem};
use timeslot_core::id::HostId;
use timeslot_core::text::{self, Email, Handle};
use timeslot_core::zone::Zone;
use timeslot_store::accounts::{self, AccountRow};
use timeslot_store::{Error, hosts, sessions};
use uuid::Uuid;

/// How long the link to the operator's account is good.
const OPERATOR_LINK: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);
/// How long a link to a new password is good.
const RESET_LINK: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

/// The link by which the first account of a public instance is made, while there is none. On this machine's own
/// address the first who registers is the operator, and no link is needed.
pub async fn operator_link(app: &App) -> Result<Option<String>, Error> {
    let operators: i64 = app.db().read(|tx| Box::pin(async move { accounts::operators(tx).await })).await?;
    if operators > 0 || !app.settings().is_public() {
        return Ok(None);
    }
    let until = app.now().checked_add(OPERATOR_LINK).ok();
    let token = app.keys().sign(Purpose::Operator, Uuid::nil(), 0, until);
    Ok(Some(app.settings().link(&format!("/register?operator={token}"))))
}

/// A host to be made from the command line.
#[derive(Clone, Debug)]
pub struct NewHost {
    /// The address; it counts as verified.
    pub email: String,
    /// The password.
    pub password: String,
    /// The name.
    pub name: String,
    /// The IANA zone.
    pub time_zone: String,
    /// The word in the link; made of the name where there is none.
    pub handle: Option<String>,
    /// Whether the account runs the instance.
    pub is_operator: bool,
}

/// Makes a verified account with its host.
pub async fn create_host(app: &App, new: NewHost) -> Result<HostId, Problem> {
    let wrong = |field: &str| {
        let field = field.to_owned();
        move |why: text::Refused| Problem::invalid_field(field, why.to_string())
    };
    let email = Email::parse(&new.email).map_err(wrong("email"))?;
    let name = text::line(&new.name, 100).map_err(wrong("name"))?;
    let handle = new.handle.as_deref().map(Handle::parse).transpose().map_err(wrong("handle"))?;
    let zone = Zone::parse(&new.time_zone)
        .ok_or_else(|| Problem::invalid_field("time_zone", "is no IANA zone, such as Europe/Berlin"))?;
    let password = Password::parse(new.password, email.key()).map_err(wrong("password"))?;
    let password_hash = password::hash(app, password).await?;
    let id = HostId::new(app.now(), app.entropy());
    let inside = app.clone();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                accounts::take_turn(tx).await?;
                if accounts::verified(tx, email.key()).await?.is_some() {
                    return Err(Problem::invalid_field("email", "has an account already"));
                }
                let now = inside.now();
                let (mut account, mut host) = newcomer_rows(tx, &inside, id, &email, &name, &zone).await?;
                if let Some(handle) = handle {
                    if !hosts::handle_is_free(tx, handle.as_str(), id, now).await? {
                        return Err(Problem::invalid_field("handle", "belongs to somebody else"));
                    }
                    handle.as_str().clone_into(&mut host.handle);
                }
                account.password_hash = password_hash;
                account.verified_at = Some(now);
                account.is_operator = new.is_operator;
                accounts::create(tx, &account, &host).await?;
                Ok(id)
            })
        })
        .await
}

/// Most accounts of one address that are told apart.
const MOST_OF_ADDRESS: u32 = 50;

/// The accounts that an address may mean: the verified one alone, or every registration that hasn't proven it, newest
/// first. Only one of those is its owner's, and nothing here tells which.
pub async fn find(app: &App, email: &str) -> Result<Vec<AccountRow>, Error> {
    let key = email.trim().to_ascii_lowercase();
    let mut found: Vec<AccountRow> = app
        .db()
        .read(move |tx| Box::pin(async move { accounts::candidates(tx, &key, MOST_OF_ADDRESS).await }))
        .await?;
    if found.first().is_some_and(|account| account.verified_at.is_some()) {
        found.truncate(1);
    }
    Ok(found)
}

/// Counts an address as verified, without a letter. Its page can be seen from then on.
pub async fn verify(app: &App, account: HostId) -> Result<(), Error> {
    let now = app.now();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                accounts::verify(tx, account, now).await?;
                hosts::raise_version(tx, account).await
            })
        })
        .await
}

/// A link to a new password, to be handed over.
#[must_use]
pub fn reset_link(app: &App, account: &AccountRow) -> String {
    let until = app.now().checked_add(RESET_LINK).ok();
    let token = app.keys().sign(Purpose::ResetPassword, account.id.0, account.token_generation, until);
    app.settings().link(&format!("/reset-password/{token}"))
}

/// Suspends an account and ends its sessions, or restores it. What was kept of its page is void.
pub async fn set_suspended(app: &App, account: HostId, is_suspended: bool) -> Result<(), Error> {
    let since = is_suspended.then(|| app.now());
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                accounts::set_suspended(tx, account, since).await?;
                if is_suspended {
                    sessions::end_all(tx, account).await?;
                }
                hosts::raise_version(tx, account).await
            })
        })
        .await
}

//! Who may register: the door, and what the register page asks about it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use timeslot_chassis::settings::Registration;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Problem, Refusals};
use timeslot_core::id::InvitationId;
use timeslot_core::text::Email;
use timeslot_store::{Tx, accounts, invitations};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who may register.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct RegistrationAnswer {
    /// `open`, `invitation` or `closed`.
    #[schema(example = "open")]
    mode: &'static str,
    /// Whether the first account, which becomes the operator's, is still to be made.
    operator_needed: bool,
    /// Where letters can be read on this machine, while no mail server is set and the instance is tried out.
    #[schema(example = "/dev/mailbox")]
    dev_mailbox: Option<&'static str>,
}

/// Who may register on this instance.
#[utoipa::path(get, path = "/api/v1/auth/registration", tag = "auth",
    responses((status = 200, body = RegistrationAnswer), Refusals))]
pub(crate) async fn get_registration(State(app): State<App>) -> Result<Json<RegistrationAnswer>, Problem> {
    let operators: Result<i64, Problem> =
        app.db().read(|tx| Box::pin(async move { Ok(accounts::operators(tx).await?) })).await;
    Ok(Json(RegistrationAnswer {
        mode: app.settings().registration.as_str(),
        operator_needed: operators? == 0,
        dev_mailbox: app.settings().dev_mailbox(),
    }))
}

/// What the one who registers shows at the door.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    pub invitation: Option<String>,
    pub operator_token: Option<String>,
}

/// As what somebody comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// As any host.
    Host,
    /// As the operator, on this machine's own address.
    Operator,
    /// As the operator, by the link that was printed, which stands for a letter too.
    VerifiedOperator,
}

/// Opens the door, or says why not. An invitation is used up with the transaction.
pub(crate) async fn enter(tx: &mut Tx, app: &App, shown: &Shown, email: &Email) -> Result<Entry, Problem> {
    if let Some(token) = &shown.operator_token {
        return enter_as_operator(tx, app, token, email).await;
    }
    if accounts::operators(tx).await? == 0 {
        return if app.settings().is_public() { Err(operator_first()) } else { Ok(Entry::Operator) };
    }
    match (app.settings().registration, &shown.invitation) {
        (Registration::Closed, _) => Err(refused("registration-closed", "This instance takes no new hosts.")),
        (_, Some(token)) => use_invitation(tx, app, token, email).await,
        (Registration::Open, None) => Ok(Entry::Host),
        (Registration::Invitation, None) => Err(refused(
            "invitation-needed",
            "On this instance one registers by invitation. Please ask its operator for one.",
        )),
    }
}

async fn enter_as_operator(tx: &mut Tx, app: &App, token: &str, email: &Email) -> Result<Entry, Problem> {
    let is_ours = app
        .keys()
        .verify(Purpose::Operator, token, app.now())
        .is_some_and(|claims| claims.object == Uuid::nil());
    if !is_ours || accounts::operators(tx).await? > 0 {
        return Err(refused(
            "operator-link-void",
            "This link is not valid any more. Restart `timeslot serve` for a new one, if there is no operator yet.",
        ));
    }
    if accounts::verified(tx, email.key()).await?.is_some() {
        let detail = "This address has an account already; please take another for the operator's.";
        return Err(Problem::conflict("address-taken", "The address is taken", detail));
    }
    Ok(Entry::VerifiedOperator)
}

async fn use_invitation(tx: &mut Tx, app: &App, token: &str, email: &Email) -> Result<Entry, Problem> {
    let void = || {
        refused(
            "invitation-void",
            "This invitation is not valid any more. Please ask the operator for a new one.",
        )
    };
    let now = app.now();
    let claims = app.keys().verify(Purpose::Invitation, token, now).ok_or_else(void)?;
    let invitation = invitations::find(tx, InvitationId(claims.object)).await?.ok_or_else(void)?;
    let is_for_other =
        invitation.email.as_deref().is_some_and(|invited| !invited.eq_ignore_ascii_case(email.key()));
    if is_for_other {
        return Err(Problem::invalid_field("email", "is not the address that was invited"));
    }
    if !invitations::take(tx, invitation.id, now).await? {
        return Err(void());
    }
    Ok(Entry::Host)
}

fn operator_first() -> Problem {
    refused(
        "operator-first",
        "The first account is the operator's. Open the link that `timeslot serve` printed.",
    )
}

fn refused(slug: &str, detail: &str) -> Problem {
    Problem::new(StatusCode::FORBIDDEN, slug, "Registering is not possible", detail)
}

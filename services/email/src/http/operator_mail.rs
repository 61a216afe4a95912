//! Whether letters go out at all, and a test of it.

use crate::deliver::in_mailbox;
use crate::letter::{Letter, TestMail};
use crate::message::{Cover, Message};
use crate::provider::INSTANCE_WORDS;
use crate::route::MailRoute;
use crate::sender::Sender;
use axum::extract::State;
use axum::{Extension, Json};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use timeslot_chassis::caller::Operator;
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Body, Check, Problem};
use timeslot_core::id::DeliveryId;
use timeslot_core::job::BURIED_AFTER;
use timeslot_core::text::Email;
use timeslot_core::zone::Zone;
use timeslot_store::addressees::{self, Addressee};
use timeslot_store::{deliveries, mailbox};
use utoipa::ToSchema;

/// A letter that isn't tried any more tells nothing about now.
const RECENT: SignedDuration = BURIED_AFTER;

/// How letters go out.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailStatus {
    /// `smtp`, or `mailbox` where no mail server is set and letters are kept to be read here.
    transport: &'static str,
    /// The sender of letters.
    from: String,
    /// Whether letters go out, as far as is known; null without a mail server.
    ok: Option<bool>,
    /// Why not: what a letter that is still being tried met with.
    last_error: Option<String>,
}

/// To whom the test goes.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailTest {
    /// An address; the operator's own unless it is given.
    #[serde(default)]
    to: Option<String>,
}

/// What came of the test.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailTestOutcome {
    /// Whether the mail server, or the mailbox, took the letter.
    ok: bool,
    /// Why not.
    error: Option<String>,
}

/// How letters go out, and what keeps them from it.
#[utoipa::path(get, path = "/api/v1/email/operator/mail", tag = "email",
    responses((status = 200, body = MailStatus), Refusals))]
pub async fn get_mail_status(
    State(app): State<App>,
    Extension(mail): Extension<MailRoute>,
    _: Operator,
) -> Result<Json<MailStatus>, Problem> {
    let since = app.now().checked_sub(RECENT).unwrap_or(jiff::Timestamp::MIN);
    let failure = app
        .db()
        .read(move |tx| Box::pin(async move { deliveries::last_failure(tx, INSTANCE_WORDS, since).await }))
        .await;
    let last_error = failure.map_err(Problem::from)?.and_then(|row| row.last_error);
    Ok(Json(MailStatus {
        transport: mail.name(),
        from: app.settings().mail_from.clone(),
        ok: matches!(mail, MailRoute::Smtp(_)).then_some(last_error.is_none()),
        last_error,
    }))
}

/// Sends a test letter at once and tells what the mail server said.
#[utoipa::path(post, path = "/api/v1/email/operator/mail/test", tag = "email", request_body = MailTest,
    responses((status = 200, body = MailTestOutcome), Refusals))]
pub async fn send_test_mail(
    State(app): State<App>,
    Extension(mail): Extension<MailRoute>,
    caller: Operator,
    Body(test): Body<MailTest>,
) -> Result<Json<MailTestOutcome>, Problem> {
    let mut check = Check::new();
    let to = check.take_if("to", test.to, |to| Email::parse(&to));
    let (to,) = check.all((to,))?;
    let operator =
        app.db().read(move |tx| Box::pin(async move { addressees::account(tx, caller.host.id).await })).await;
    let operator = operator.map_err(Problem::from)?.ok_or_else(Problem::not_found)?;
    let to = to.map_or_else(|| operator.email.clone(), |to| to.as_str().to_owned());
    let error = try_out(&app, &mail, &operator, &to).await?;
    Ok(Json(MailTestOutcome { ok: error.is_none(), error }))
}

/// What keeps the test letter from going out, if anything does.
async fn try_out(
    app: &App,
    mail: &MailRoute,
    operator: &Addressee,
    to: &str,
) -> Result<Option<String>, Problem> {
    let id = DeliveryId::new(app.now(), app.entropy());
    let message = match compose(app, operator, &id.to_string(), to) {
        Ok(message) => message,
        Err(error) => return Ok(Some(error)),
    };
    match mail {
        MailRoute::Smtp(mailer) => Ok(mailer.send(&message).await.err().map(|error| error.to_string())),
        MailRoute::Mailbox => {
            let letter = in_mailbox(id.0, app.now(), message);
            let kept = app.db().write(move |tx| Box::pin(async move { mailbox::put(tx, &letter).await }));
            kept.await.map_err(Problem::from)?;
            Ok(None)
        }
    }
}

fn compose(app: &App, operator: &Addressee, key: &str, to: &str) -> Result<Message, String> {
    let settings = app.settings();
    let sender = Sender::of(&settings.mail_from);
    let zone = Zone::parse(&operator.time_zone);
    let letter = Letter::TestMail(TestMail {
        at: app.now(),
        time_zone: zone.map_or(jiff::tz::TimeZone::UTC, |zone| zone.time_zone().clone()),
    });
    let rendered = letter.render(&settings.public_url).map_err(|error| error.to_string())?;
    let cover = Cover {
        key,
        date: app.now(),
        sender: sender.address,
        sender_name: sender.name,
        host: None,
        reply_to: None,
        to,
    };
    Message::new(&cover, rendered, None).map_err(|error| error.to_string())
}

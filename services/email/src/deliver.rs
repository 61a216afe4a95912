//! A delivery: one letter to one address. Its job looks at the rows, writes down that it tries, hands the letter over
//! outside of any transaction, and leaves what became of it to be written down with its end.

use crate::draft::{BookingEdition, Draft, Drafted, draft};
use crate::letter::Letter;
use crate::limits::{self, Room};
use crate::message::{Cover, Message, MessageError};
use crate::provider::SendError;
use crate::route::MailRoute;
use crate::sender::Sender;
use crate::{CalendarPart, Edition, calendar_part};
use timeslot_chassis::App;
use timeslot_chassis::worker::{HandlerError, Outcome};
use timeslot_core::id::DeliveryId;
use timeslot_core::job::JobKind;
use timeslot_store::deliveries::{self, DeliveryRow};
use timeslot_store::engine::crash_point;
use timeslot_store::jobs::{Ended, JobRow};
use timeslot_store::mailbox::{self, MailboxRow};
use timeslot_store::{Error, Tx};

/// What is left to do once the rows have been looked at.
enum Next {
    /// Nothing.
    End(Ended),
    /// This letter is to be handed over, as this delivery.
    Send(Box<Draft>, Box<DeliveryRow>),
}

/// Carries out a job of `kind`.
pub(crate) async fn deliver(
    app: App,
    mail: MailRoute,
    kind: JobKind,
    job: JobRow,
) -> Result<Outcome, HandlerError> {
    let (draft, delivery) = match begin(&app, kind, &job).await? {
        Next::End(ended) => return Ok(ended.into()),
        Next::Send(draft, delivery) => (draft, *delivery),
    };
    let message = match compose(&app, &job, &draft, &delivery) {
        Ok(message) => message,
        Err(error) => return Ok(unsendable(delivery, error)),
    };
    crash_point("letter-announced");
    Ok(match mail {
        MailRoute::Smtp(mailer) => match mailer.send(&message).await {
            Ok(_) => {
                crash_point("letter-taken");
                accepted(&app, delivery, None)
            }
            Err(refusal) => failed(delivery, &refusal),
        },
        MailRoute::Mailbox => accepted(&app, delivery, Some(message)),
    })
}

/// Looks at the rows and writes down that the letter is about to be handed over: a crash from here on leaves a trace.
async fn begin(app: &App, kind: JobKind, job: &JobRow) -> Result<Next, HandlerError> {
    let (inside, job) = (app.clone(), job.clone());
    app.db().write(move |tx| Box::pin(async move { prepare(tx, &inside, kind, &job).await })).await
}

async fn prepare(tx: &mut Tx, app: &App, kind: JobKind, job: &JobRow) -> Result<Next, HandlerError> {
    let known = deliveries::of_job(tx, job.id).await?;
    if known.as_ref().is_some_and(|it| it.state == "accepted") {
        return Ok(Next::End(Ended::Done));
    }
    let mut draft = match draft(tx, app, kind, job).await? {
        Drafted::Letter(draft) => draft,
        Drafted::Outdated => return Ok(Next::End(Ended::Skipped)),
        Drafted::Wait(until) => return Ok(Next::End(Ended::Later(until))),
        Drafted::Unwanted { to, why } => {
            let delivery = known.unwrap_or_else(|| fresh(app, job, &to));
            suppress(tx, delivery, why).await?;
            return Ok(Next::End(Ended::Skipped));
        }
    };
    let mut delivery = known.unwrap_or_else(|| fresh(app, job, &draft.to));
    delivery.address_hash = address_hash(app, &draft.to);
    match limits::room(tx, app, job, &draft, &delivery).await? {
        Room::Free => {}
        Room::Last => draft.letter.is_last_of_day(),
        Room::Full(why) => {
            suppress(tx, delivery, &why).await?;
            return Ok(Next::End(Ended::Buried(why)));
        }
        Room::NotBefore(until, why) => {
            suppress(tx, delivery, &why).await?;
            return Ok(Next::End(Ended::Later(until)));
        }
    }
    if delivery.state == "suppressed" {
        // It counts towards the day on which it goes.
        delivery.created_at = app.now();
    }
    delivery.state = "queued".into();
    delivery.tries += 1;
    deliveries::write(tx, &delivery).await?;
    Ok(Next::Send(draft, Box::new(delivery)))
}

fn fresh(app: &App, job: &JobRow, to: &str) -> DeliveryRow {
    let now = app.now();
    DeliveryRow {
        id: DeliveryId::new(now, app.entropy()),
        job_id: job.id,
        host_id: job.host_id,
        booking_id: job.booking_id,
        letter: job.kind.clone(),
        recipient: job.recipient.clone(),
        address_hash: address_hash(app, to),
        state: "queued".into(),
        tries: 0,
        last_error: None,
        created_at: now,
        accepted_at: None,
    }
}

fn address_hash(app: &App, to: &str) -> Vec<u8> {
    app.keys().address_hash(&to.to_ascii_lowercase()).to_vec()
}

async fn suppress(tx: &mut Tx, mut delivery: DeliveryRow, why: &str) -> Result<(), Error> {
    delivery.state = "suppressed".into();
    delivery.last_error = Some(why.to_owned());
    deliveries::write(tx, &delivery).await
}

/// Why there is no message.
enum Uncomposed {
    /// It can't be made for this reader.
    Reader(String),
    /// It can't be made as things are.
    Instance(String),
}

fn compose(app: &App, job: &JobRow, draft: &Draft, delivery: &DeliveryRow) -> Result<Message, Uncomposed> {
    let settings = app.settings();
    let sender = Sender::of(&settings.mail_from);
    let rendered =
        draft.letter.render(&settings.public_url).map_err(|error| Uncomposed::Instance(error.to_string()))?;
    let calendar = draft.edition.and_then(|edition| calendar(app, &draft.letter, edition, sender));
    let cover = Cover {
        key: &job.key,
        date: delivery.created_at,
        sender: sender.address,
        sender_name: sender.name,
        host: draft.host.as_ref(),
        reply_to: draft.reply_to.as_deref(),
        to: &draft.to,
    };
    Message::new(&cover, rendered, calendar).map_err(|error| match error {
        MessageError::Reader(_) => Uncomposed::Reader(error.to_string()),
        _ => Uncomposed::Instance(error.to_string()),
    })
}

fn calendar(app: &App, letter: &Letter, edition: BookingEdition, sender: Sender<'_>) -> Option<CalendarPart> {
    let edition = Edition {
        booking: edition.booking,
        sequence: u32::try_from(edition.version).unwrap_or(u32::MAX),
        stamp: edition.stamp,
        sender: sender.address,
        public_url: &app.settings().public_url,
    };
    calendar_part(letter, &edition)
}

fn unsendable(delivery: DeliveryRow, error: Uncomposed) -> Outcome {
    match error {
        Uncomposed::Reader(why) => refused(delivery, why),
        Uncomposed::Instance(why) => failed(delivery, &SendError::Instance(why)),
    }
}

/// The other side has the letter now; with a `message`, that is the mailbox.
fn accepted(app: &App, mut delivery: DeliveryRow, message: Option<Message>) -> Outcome {
    let now = app.now();
    delivery.state = "accepted".into();
    delivery.last_error = None;
    delivery.accepted_at = Some(now);
    let kept = message.map(|message| in_mailbox(delivery.id.0, now, message));
    Outcome::recorded(Ended::Done, move |tx| {
        Box::pin(async move {
            if let Some(letter) = &kept {
                mailbox::put(tx, letter).await?;
            }
            deliveries::write(tx, &delivery).await
        })
    })
}

/// A message as the mailbox keeps it.
pub(crate) fn in_mailbox(id: uuid::Uuid, now: jiff::Timestamp, message: Message) -> MailboxRow {
    MailboxRow {
        id,
        sender: message.from,
        recipient: message.to,
        subject: message.letter.subject,
        text: message.letter.text,
        html: message.letter.html,
        calendar: message.calendar.map(|part| part.text),
        created_at: now,
    }
}

/// A reader's refusal is final; what the operator or time can mend is tried again.
fn failed(delivery: DeliveryRow, refusal: &SendError) -> Outcome {
    let why = refusal.to_string();
    if matches!(refusal, SendError::Recipient { .. }) {
        return refused(delivery, why);
    }
    undelivered(delivery, "failed", Ended::Failed(why.clone()), why)
}

fn refused(delivery: DeliveryRow, why: String) -> Outcome {
    undelivered(delivery, "refused", Ended::Buried(why.clone()), why)
}

fn undelivered(mut delivery: DeliveryRow, state: &str, ended: Ended, why: String) -> Outcome {
    delivery.state = state.into();
    delivery.last_error = Some(why);
    Outcome::recorded(ended, move |tx| Box::pin(async move { deliveries::write(tx, &delivery).await }))
}

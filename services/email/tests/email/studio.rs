//! Ada's studio: a host with an event type, a queue whose letters can be read, and steps taken with bookings.

use jiff::Timestamp;
use timeslot_booking::{Booked, Circumstances, Desk, Form, Moved, Stepped};
use timeslot_booking::{approve, book, cancel, decline, disown, expire, reschedule};
use timeslot_chassis::caller::token_hash;
use timeslot_chassis::world::{Person, World};
use timeslot_chassis::{App, Service};
use timeslot_core::booking::Actor;
use timeslot_core::booking::Limits;
use timeslot_core::event::AccountEvent;
use timeslot_core::id::{BookingId, EventTypeId, HostId, JobId, ScheduleId, SessionId};
use timeslot_core::routing::account_jobs_for;
use timeslot_email::{MailRoute, dev_mailbox, service};
use timeslot_store::addressees::{self, Addressed};
use timeslot_store::bookings::{self, BookingRow};
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::hosts::HostRow;
use timeslot_store::jobs::{self, JobRow, Subject};
use timeslot_store::mailbox::{self, MailboxRow};
use timeslot_store::schedules::ScheduleRow;
use timeslot_store::sessions::SessionRow;
use timeslot_store::{Error, Json, Minutes, Tx, args};
use utoipa_axum::router::OpenApiRouter;

/// When the first meeting of most tests starts: a week after the world begins, 09:30 in Berlin.
pub const START: &str = "2027-03-08T08:30:00Z";

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Serves letters, and the mailbox's page beside them.
pub fn serve(world: World, mail: &MailRoute) -> World {
    let page = Service {
        name: "server",
        routes: OpenApiRouter::from(dev_mailbox(mail)),
        jobs: Vec::new(),
        face: None,
    };
    world.serve(vec![service(mail), page])
}

/// Runs `work` in a transaction of the world's database.
macro_rules! write {
    ($world:expr, |$tx:ident| $work:expr) => {{
        let written: Result<_, timeslot_store::Error> =
            $world.app.db().write(move |$tx| Box::pin(async move { $work })).await;
        written.unwrap()
    }};
}
pub(crate) use write;

/// How a host begins.
pub struct Beginning {
    pub handle: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub is_verified: bool,
    pub is_operator: bool,
    pub created_at: &'static str,
    pub requires_approval: bool,
}

/// Ada, who has been here for a while.
pub const ADA: Beginning = Beginning {
    handle: "ada",
    name: "Ada Lovelace",
    email: "ada@example.com",
    is_verified: true,
    is_operator: false,
    created_at: "2027-02-01T00:00:00Z",
    requires_approval: false,
};

/// A host of a world.
pub struct Studio<'w> {
    pub world: &'w World,
    pub id: HostId,
    pub event_type: EventTypeId,
}

impl<'w> Studio<'w> {
    pub async fn open(world: &'w World, beginning: Beginning) -> Self {
        let app = world.app.clone();
        let (id, event_type) = write!(world, |tx| settle(tx, &app, &beginning).await);
        Self { world, id, event_type }
    }

    /// Changes the event type.
    pub async fn offer(&self, change: impl FnOnce(&mut EventTypeRow) + Send + 'static) {
        let (host, id) = (self.id, self.event_type);
        write!(self.world, |tx| {
            let mut row = event_types::find(tx, host, id).await?.unwrap();
            change(&mut row);
            event_types::update(tx, &row).await
        });
    }

    /// Grace books `start`.
    pub async fn book(&self, start: &str) -> BookingRow {
        self.book_as("grace@example.com", start, &[]).await
    }

    pub async fn book_as(&self, email: &str, start: &str, guests: &[&str]) -> BookingRow {
        let form = Form {
            start: at(start),
            name: "Grace Hopper".into(),
            email: email.into(),
            time_zone: "Europe/Berlin".into(),
            notes: Some("The draft is on our wall.".into()),
            answers: Vec::new(),
            guests: guests.iter().map(|&guest| guest.to_owned()).collect(),
            price: None,
            length: None,
        };
        self.book_with(form).await
    }

    pub async fn book_with(&self, form: Form) -> BookingRow {
        let (app, host, id) = (self.world.app.clone(), self.id, self.event_type);
        write!(self.world, |tx| {
            let desk = desk(tx, &app, host).await?;
            let event_type = event_types::find(tx, host, id).await?.unwrap();
            let new = form
                .parse(BookingId::new(app.now(), app.entropy()), Actor::Customer)
                .expect("the form is right");
            match book(tx, &desk, &event_type, new).await? {
                Booked::Done(made) => Ok(made.booking),
                Booked::Refused(why) => panic!("not booked: {why:?}"),
            }
        })
    }

    pub async fn cancel(&self, id: BookingId, by: Actor, reason: &str) {
        let (app, host, reason) = (self.world.app.clone(), self.id, reason.to_owned());
        write!(self.world, |tx| {
            let (desk, row) = at_desk(tx, &app, host, id).await?;
            stepped(cancel(tx, &desk, row, by, Some(reason)).await?);
            Ok(())
        });
    }

    pub async fn disown(&self, id: BookingId) {
        let (app, host) = (self.world.app.clone(), self.id);
        write!(self.world, |tx| {
            let (desk, row) = at_desk(tx, &app, host, id).await?;
            disown(tx, &desk, row).await
        });
    }

    pub async fn reschedule(&self, id: BookingId, start: &str, by: Actor) {
        let (app, host, start) = (self.world.app.clone(), self.id, at(start));
        write!(self.world, |tx| {
            let (desk, row) = at_desk(tx, &app, host, id).await?;
            moved(reschedule(tx, &desk, row, start, by).await?);
            Ok(())
        });
    }

    pub async fn approve(&self, id: BookingId) {
        let (app, host) = (self.world.app.clone(), self.id);
        write!(self.world, |tx| {
            let (desk, row) = at_desk(tx, &app, host, id).await?;
            moved(approve(tx, &desk, row).await?);
            Ok(())
        });
    }

    pub async fn decline(&self, id: BookingId, reason: &str) {
        let (app, host, reason) = (self.world.app.clone(), self.id, reason.to_owned());
        write!(self.world, |tx| {
            let (desk, row) = at_desk(tx, &app, host, id).await?;
            stepped(decline(tx, &desk, row, Some(reason)).await?);
            Ok(())
        });
    }

    pub async fn expire(&self, id: BookingId) {
        let (app, host) = (self.world.app.clone(), self.id);
        write!(self.world, |tx| {
            let desk = desk(tx, &app, host).await?;
            let row = bookings::find(tx, host, id).await?.unwrap();
            if row.state()?.is_live() {
                stepped(expire(tx, &desk, row).await?);
            }
            Ok(())
        });
    }

    /// Orders a letter about the account, as its steps do.
    pub async fn order(&self, event: AccountEvent, version: i64, payload: serde_json::Value) {
        let (app, host) = (self.world.app.clone(), self.id);
        write!(self.world, |tx| {
            let id = JobId::new(app.now(), app.entropy());
            let subject =
                Subject { key: format!("account:{id}"), host: Some(host), booking: None, version, payload };
            jobs::enqueue(tx, app.now(), app.entropy(), &subject, &account_jobs_for(event, app.now())).await
        });
    }

    /// Changes the account: `change` is the right side of `SET`, in words of our own.
    pub async fn set_account(&self, change: &'static str) {
        let host = self.id;
        write!(self.world, |tx| {
            tx.execute(&format!("UPDATE accounts SET {change} WHERE id = $1"), args![host]).await
        });
    }

    /// The jobs of a booking.
    pub async fn jobs(&self, booking: BookingId) -> Vec<JobRow> {
        let host = self.id;
        write!(self.world, |tx| jobs::of_booking(tx, host, booking, 100).await)
    }

    /// A booking's jobs of one kind: for whom, and in which state.
    pub async fn states(&self, booking: BookingId, kind: &str) -> Vec<(String, String)> {
        let jobs = self.jobs(booking).await.into_iter().filter(|job| job.kind == kind);
        let mut states: Vec<_> = jobs.map(|job| (job.recipient, job.state)).collect();
        states.sort();
        states
    }

    /// The host's deliveries, newest first.
    pub async fn deliveries(&self) -> Vec<Addressed> {
        let host = self.id;
        write!(self.world, |tx| addressees::deliveries(tx, host, None, None, 100).await)
    }

    /// The host in a browser that is logged in.
    pub async fn browser(&self) -> Person {
        let (app, host) = (self.world.app.clone(), self.id);
        let token = format!("session-of-{host}");
        let hash = token_hash(&token);
        write!(self.world, |tx| {
            let session = SessionRow {
                id: SessionId::new(app.now(), app.entropy()),
                account_id: host,
                token_hash: hash,
                user_agent: "test".into(),
                created_at: app.now(),
                last_seen_at: app.now(),
                expires_at: at("2028-01-01T00:00:00Z"),
            };
            session.insert(tx).await
        });
        let person = self.world.person("ada");
        person.take_cookie("timeslot_session", &token);
        person
    }
}

async fn settle(tx: &mut Tx, app: &App, it: &Beginning) -> Result<(HostId, EventTypeId), Error> {
    let created_at = at(it.created_at);
    let host = host_row(HostId::new(app.now(), app.entropy()), it);
    tx.execute(
        "INSERT INTO accounts (id, email, email_key, password_hash, verified_at, is_operator, token_generation, created_at)
         VALUES ($1, $2, $2, 'none', $3, $4, 1, $5)",
        args![host.id, it.email, it.is_verified.then_some(created_at), it.is_operator, created_at],
    )
    .await?;
    host.insert(tx).await?;
    let schedule = schedule_row(ScheduleId::new(app.now(), app.entropy()), host.id, created_at);
    schedule.insert(tx).await?;
    let event_type = event_type_row(EventTypeId::new(app.now(), app.entropy()), &schedule, it);
    event_type.insert(tx).await?;
    Ok((host.id, event_type.id))
}

fn host_row(id: HostId, it: &Beginning) -> HostRow {
    HostRow {
        id,
        handle: it.handle.into(),
        name: it.name.into(),
        bio: String::new(),
        time_zone: "Asia/Kolkata".into(),
        locale: "en".into(),
        week_start: "mon".into(),
        max_per_day: None,
        privacy_url: None,
        terms_url: None,
        contact_url: None,
        notify_booked: true,
        notify_cancelled: true,
        notify_rescheduled: true,
        link_shared_at: None,
        availability_version: 1,
        created_at: at(it.created_at),
    }
}

fn schedule_row(id: ScheduleId, host_id: HostId, created_at: Timestamp) -> ScheduleRow {
    let day = serde_json::json!([{ "start": "06:00", "end": "20:00" }]);
    let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|name| (name.to_owned(), day.clone()));
    let weekly = serde_json::Value::Object(week.into_iter().collect());
    ScheduleRow {
        id,
        host_id,
        name: "Every day".into(),
        time_zone: "UTC".into(),
        weekly: Json(serde_json::from_value(weekly).unwrap()),
        overrides: Json(Vec::new()),
        is_default: true,
        archived_at: None,
        created_at,
    }
}

fn event_type_row(id: EventTypeId, schedule: &ScheduleRow, it: &Beginning) -> EventTypeRow {
    EventTypeRow {
        id,
        host_id: schedule.host_id,
        schedule_id: schedule.id,
        slug: "design-review".into(),
        title: "Design review".into(),
        description: String::new(),
        duration_minutes: Minutes(30),
        slot_interval_minutes: None,
        buffer_before_minutes: Minutes(0),
        buffer_after_minutes: Minutes(0),
        minimum_notice_minutes: Minutes(0),
        horizon_days: None,
        date_from: None,
        date_to: None,
        max_per_day: None,
        max_per_week: None,
        seats: 1,
        price_minor: None,
        currency: None,
        requires_approval: it.requires_approval,
        approval_expires_hours: 24,
        cancel_cutoff_minutes: Minutes(0),
        reschedule_cutoff_minutes: Minutes(0),
        max_guests: 5,
        location_kind: "link".into(),
        location_value: "https://meet.example.com/ada".into(),
        questions: Json(Vec::new()),
        reminders_minutes: Json(Vec::new()),
        refund_ladder: Json(Vec::new()),
        visibility: "listed".into(),
        active: true,
        archived_at: None,
        created_at: schedule.created_at,
    }
}

async fn desk<'a>(tx: &mut Tx, app: &'a App, host: HostId) -> Result<Desk<'a>, Error> {
    let circumstances = Circumstances {
        now: app.now(),
        entropy: app.entropy(),
        limits: Limits { live_per_customer: 20, ..Limits::default() },
    };
    Ok(Desk::open(tx, circumstances, host).await?.expect("the host is there"))
}

async fn at_desk<'a>(
    tx: &mut Tx,
    app: &'a App,
    host: HostId,
    id: BookingId,
) -> Result<(Desk<'a>, BookingRow), Error> {
    let desk = desk(tx, app, host).await?;
    let row = bookings::find(tx, host, id).await?.expect("the booking is there");
    Ok((desk, row))
}

fn stepped(it: Stepped) {
    if let Stepped::Refused(why) = it {
        panic!("the step was refused: {why:?}");
    }
}

fn moved(it: Moved) {
    if let Moved::Refused(why) = it {
        panic!("the move was refused: {why:?}");
    }
}

/// Every letter in the mailbox, oldest first.
pub async fn letters(world: &World) -> Vec<MailboxRow> {
    let mut letters = write!(world, |tx| mailbox::list(tx, None, 500).await);
    letters.reverse();
    letters
}

/// Those to one address.
pub async fn letters_to(world: &World, address: &str) -> Vec<MailboxRow> {
    let letters = letters(world).await.into_iter();
    letters.filter(|letter| letter.recipient == address).collect()
}

/// The last one to an address.
pub async fn last_to(world: &World, address: &str) -> MailboxRow {
    let last = letters_to(world, address).await.pop();
    last.unwrap_or_else(|| panic!("no letter went to {address}"))
}

/// Runs every job a second time, whatever became of it, and fails unless the mailbox stays as it was.
pub async fn run_again(world: &World) {
    let before: Vec<_> = letters(world).await.iter().map(|letter| letter.id).collect();
    write!(world, |tx| tx
        .execute(
            "UPDATE jobs SET state = 'ready', attempts = 0, finished_at = NULL
             WHERE state IN ('done', 'skipped', 'dead')",
            &[],
        )
        .await);
    world.run_due().await;
    let after: Vec<_> = letters(world).await.iter().map(|letter| letter.id).collect();
    assert_eq!(before, after, "running twice is running once");
}

/// What stands behind `/{page}/` in a letter.
pub fn token(letter: &MailboxRow, page: &str) -> String {
    let mark = format!("/{page}/");
    let rest = letter.text.split_once(&mark);
    let rest = rest.unwrap_or_else(|| panic!("no {mark} in {}", letter.text)).1;
    rest.split_whitespace().next().unwrap().to_owned()
}

/// The value of a property of a letter's calendar part.
pub fn property(letter: &MailboxRow, name: &str) -> String {
    let calendar = letter.calendar.as_deref().expect("a calendar part").replace("\r\n ", "");
    let line = calendar.lines().find(|line| line.starts_with(&format!("{name}:")));
    line.unwrap_or_else(|| panic!("no {name} in {calendar}"))[name.len() + 1..].to_owned()
}

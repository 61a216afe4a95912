//! The sample host: who she is, when she works, and what she offers.

use super::bookings;
use super::{EMAIL, PASSWORD};
use timeslot_auth::admin::{self, NewHost};
use timeslot_chassis::App;
use timeslot_core::event_type::{Question, QuestionKind};
use timeslot_core::id::{EventTypeId, HostId, ScheduleId};
use timeslot_core::scheduling::{LocalTime, Weekly, Window};
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::schedules::ScheduleRow;
use timeslot_store::{Error, Json, Minutes, Tx, hosts};

/// Where she lives.
pub(super) const ZONE: &str = "Asia/Kolkata";

/// What she offers: word, title, minutes, seats, whether she is asked first, and what it is about.
const OFFERS: &[(&str, &str, u32, u32, bool, &str)] = &[
    ("intro-call", "Intro call", 15, 1, false, "Fifteen minutes to see whether we fit."),
    (
        "design-review",
        "Design review",
        45,
        1,
        false,
        "We go through your screens together. You leave with a written list of what to change first.",
    ),
    ("portfolio-session", "Portfolio session", 60, 1, false, "For designers who look for their next place."),
    (
        "forms-workshop",
        "Forms workshop",
        90,
        8,
        false,
        "A small group, one long form, and how to make it short.",
    ),
    (
        "on-site",
        "A morning at your place",
        180,
        1,
        true,
        "I come to your office in Kolkata. Ask, and I answer within a day.",
    ),
];

/// Makes the host and her three months.
pub(super) async fn fill(app: &App) -> anyhow::Result<()> {
    let new = NewHost {
        email: EMAIL.into(),
        password: PASSWORD.into(),
        name: "Ada".into(),
        time_zone: ZONE.into(),
        handle: Some("ada".into()),
        is_operator: true,
    };
    let host = admin::create_host(app, new).await.map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let inside = app.clone();
    let offers = app
        .db()
        .write(move |tx| Box::pin(async move { publish(tx, &inside, host).await }))
        .await
        .map_err(|error: Error| anyhow::anyhow!(error))?;
    bookings::fill(app, host, offers).await
}

async fn publish(tx: &mut Tx, app: &App, id: HostId) -> Result<Vec<EventTypeRow>, Error> {
    if let Some(mut host) = hosts::find(tx, id).await? {
        host.bio = "Product design, Kolkata".into();
        host.locale = "en-IN".into();
        hosts::update(tx, &host).await?;
    }
    let schedule = schedule(app, id);
    schedule.insert(tx).await?;
    let mut offers = Vec::new();
    for offer in OFFERS {
        let row = event_type(app, id, schedule.id, offer);
        row.insert(tx).await?;
        offers.push(row);
    }
    hosts::raise_version(tx, id).await?;
    Ok(offers)
}

fn schedule(app: &App, host_id: HostId) -> ScheduleRow {
    let window = |start: u16, end: u16| {
        Some(Window { start: LocalTime::from_minutes(start * 60)?, end: LocalTime::from_minutes(end * 60)? })
    };
    let day: Vec<Window> = [window(11, 14), window(15, 20)].into_iter().flatten().collect();
    let weekly = Weekly([day.clone(), day.clone(), day.clone(), day.clone(), day, Vec::new(), Vec::new()]);
    ScheduleRow {
        id: ScheduleId::new(app.now(), app.entropy()),
        host_id,
        name: "Working hours".into(),
        time_zone: ZONE.into(),
        weekly: Json(weekly),
        overrides: Json(Vec::new()),
        is_default: true,
        archived_at: None,
        created_at: app.now(),
    }
}

fn event_type(
    app: &App,
    host_id: HostId,
    schedule_id: ScheduleId,
    &(slug, title, minutes, seats, requires_approval, description): &(&str, &str, u32, u32, bool, &str),
) -> EventTypeRow {
    let question = Question {
        id: "topic".into(),
        kind: QuestionKind::LongText,
        label: "What should we look at?".into(),
        required: false,
        choices: Vec::new(),
    };
    EventTypeRow {
        id: EventTypeId::new(app.now(), app.entropy()),
        host_id,
        schedule_id,
        slug: slug.into(),
        title: title.into(),
        description: description.into(),
        duration_minutes: Minutes(minutes),
        slot_interval_minutes: None,
        buffer_before_minutes: Minutes(0),
        buffer_after_minutes: Minutes(if minutes > 30 { 15 } else { 0 }),
        minimum_notice_minutes: Minutes(120),
        horizon_days: Some(60),
        date_from: None,
        date_to: None,
        max_per_day: None,
        max_per_week: None,
        seats,
        price_minor: None,
        currency: None,
        requires_approval,
        approval_expires_hours: 24,
        cancel_cutoff_minutes: Minutes(120),
        reschedule_cutoff_minutes: Minutes(120),
        max_guests: 2,
        location_kind: if requires_approval { "in_person" } else { "link" }.into(),
        location_value: if requires_approval { "At your place" } else { "https://meet.example.com/ada" }
            .into(),
        questions: Json(vec![question]),
        reminders_minutes: Json(vec![1440, 60]),
        refund_ladder: Json(Vec::new()),
        visibility: "listed".into(),
        active: true,
        archived_at: None,
        created_at: app.now(),
    }
}

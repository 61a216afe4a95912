//! Three months of the sample host's bookings, made day by day with the very steps that real ones take.

use super::sample::ZONE;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use timeslot_booking::availability::Availability;
use timeslot_booking::{
    Booked, Circumstances, Desk, Form, Moved, Stepped, approve, book, cancel, mark_no_show,
};
use timeslot_chassis::App;
use timeslot_core::booking::{Actor, Limits, State};
use timeslot_core::id::{BookingId, HostId};
use timeslot_core::zone::Zone;
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::insights;
use timeslot_store::{Error, Tx, jobs};

const BACK: i64 = 62;
const AHEAD: i64 = 28;

/// Who books: name, zone, and what they want to look at.
const CUSTOMERS: &[(&str, &str, &str)] = &[
    ("Grace", "Europe/Berlin", "The sign-up of our bakery app. People stop at the second screen."),
    ("Alan", "Europe/London", "Our onboarding"),
    ("Noor", "Asia/Dubai", "My portfolio, before I send it out"),
    ("Maya", "America/New_York", "The checkout"),
    ("Tomás", "America/Sao_Paulo", "A settings page with ninety switches"),
    ("Priya", "Asia/Kolkata", "The booking form of our clinic"),
    ("Omar", "Africa/Cairo", "Colours that everybody can read"),
    ("Ines", "Europe/Lisbon", "A dashboard"),
    ("Leïla", "Africa/Casablanca", "Forms, forms, forms"),
    (
        "Wilhelmina-Alexandrina of the Very Long Orchard Road Bakery",
        "Europe/Amsterdam",
        "Our name on small screens",
    ),
    ("李雷", "Asia/Shanghai", "Dense tables"),
    ("Rosa", "Asia/Kolkata", "A workshop for the team"),
];

/// Books day after day, as seen from two months ago until now and for the weeks ahead.
pub(super) async fn fill(app: &App, host: HostId, offers: Vec<EventTypeRow>) -> anyhow::Result<()> {
    let Some(zone) = Zone::parse(ZONE) else { anyhow::bail!("{ZONE} is missing in the zone database") };
    let now = app.now();
    let today = now.to_zoned(zone.time_zone().clone()).date();
    for number in -BACK..=AHEAD {
        let day = today.saturating_add(number.days());
        let (inside, offers, zone) = (app.clone(), offers.clone(), zone.clone());
        app.db()
            .write(move |tx| Box::pin(async move { fill_day(tx, &inside, host, &offers, &zone, day).await }))
            .await
            .map_err(|error: Error| anyhow::anyhow!(error))?;
    }
    let settled: Result<u64, Error> =
        app.db().write(move |tx| Box::pin(async move { jobs::settle_due(tx, now).await })).await;
    settled?;
    Ok(())
}

async fn fill_day(
    tx: &mut Tx,
    app: &App,
    host: HostId,
    offers: &[EventTypeRow],
    zone: &Zone,
    day: Date,
) -> Result<(), Error> {
    // Some days before, but never in the future: that is when people book.
    let seed = usize::try_from(day.day_of_year()).unwrap_or(1);
    let morning =
        day.to_zoned(zone.time_zone().clone()).map_err(|error| Error::Unexpected(error.to_string()))?;
    let then = morning
        .timestamp()
        .checked_sub(SignedDuration::from_hours(40))
        .map_or(app.now(), |at| at.min(app.now()));
    let limits = Limits { live_per_customer: u32::MAX, ..Limits::default() };
    let Some(desk) =
        Desk::open(tx, Circumstances { now: then, entropy: app.entropy(), limits }, host).await?
    else {
        return Ok(());
    };
    let busy = if day.weekday().to_monday_zero_offset() > 4 { 0 } else { 2 + seed % 3 };
    for turn in 0..busy {
        let event_type = &offers[(seed * 3 + turn * 2) % offers.len()];
        let availability =
            Availability::of_dates(tx, desk.host(), event_type, day, day, zone.time_zone()).await?;
        let open = availability.slots(then, day, day, zone.time_zone());
        if let Some(slot) = open.get((seed * 5 + turn * 7) % open.len().max(1)) {
            one(tx, app, &desk, event_type, (then, slot.core.start), seed * 7 + turn * 5).await?;
        }
    }
    if day < app.now().to_zoned(zone.time_zone().clone()).date() {
        for event_type in offers {
            keep_offer(tx, &desk, event_type, zone, day).await?;
        }
    }
    Ok(())
}

/// One booking, made `then`, and what became of it: most are held, some cancelled, few missed.
async fn one(
    tx: &mut Tx,
    app: &App,
    desk: &Desk<'_>,
    event_type: &EventTypeRow,
    (then, start): (Timestamp, Timestamp),
    seed: usize,
) -> Result<(), Error> {
    let number = seed % CUSTOMERS.len();
    let (name, zone, topic) = CUSTOMERS[number];
    let form = Form {
        start,
        name: name.into(),
        email: format!("customer{number}@example.com"),
        time_zone: zone.into(),
        notes: None,
        answers: vec![("topic".into(), topic.into())],
        guests: Vec::new(),
        price: None,
        length: None,
    };
    let id = BookingId::new(then, app.entropy());
    let new = form.parse(id, Actor::Customer).map_err(|refusal| Error::Unexpected(refusal.detail))?;
    let Booked::Done(made) = book(tx, desk, event_type, new).await? else { return Ok(()) };
    let row = made.booking;
    if seed.is_multiple_of(9) {
        let reason = Some("Something came up. I will find another time.".to_owned());
        cancel(tx, desk, row, Actor::Host, reason).await?;
    } else if row.state()? == State::AwaitingApproval && row.ends_at < app.now() {
        if let Moved::Refused(refusal) = approve(tx, desk, row).await? {
            return Err(Error::Unexpected(refusal.detail));
        }
    } else if row.ends_at < app.now() {
        let circumstances =
            Circumstances { now: app.now(), entropy: app.entropy(), limits: Limits::default() };
        if row.state()? == State::Confirmed
            && seed.is_multiple_of(14)
            && let Some(later) = Desk::open(tx, circumstances, row.host_id).await?
            && let Stepped::Refused(refusal) = mark_no_show(tx, &later, row, true).await?
        {
            return Err(Error::Unexpected(refusal.detail));
        }
    }
    Ok(())
}

async fn keep_offer(
    tx: &mut Tx,
    desk: &Desk<'_>,
    event_type: &EventTypeRow,
    zone: &Zone,
    day: Date,
) -> Result<(), Error> {
    let availability =
        Availability::of_dates(tx, desk.host(), event_type, day, day, zone.time_zone()).await?;
    insights::keep(tx, &availability.daily_offer(event_type.host_id, day, zone.time_zone())).await
}

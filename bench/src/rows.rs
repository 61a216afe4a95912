//! The rows of a data set.

use crate::seed::Made;
use jiff::{SignedDuration, Timestamp};
use timeslot_core::clock::Entropy;
use timeslot_core::id::{BookingId, CustomerId, EventTypeId, HostId, ScheduleId, SittingId};
use timeslot_core::scheduling::{LocalTime, Weekly, Window};
use timeslot_store::accounts::{self, AccountRow};
use timeslot_store::bookings::BookingRow;
use timeslot_store::customers::CustomerRow;
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::hosts::HostRow;
use timeslot_store::schedules::ScheduleRow;
use timeslot_store::sittings::SittingRow;
use timeslot_store::{Error, Json, Minutes, Tx};

/// The event type that every host offers.
pub const SLUG: &str = "meeting";
/// Its length.
const LENGTH: Minutes = Minutes(30);

/// Writes a host who is open on weekdays from 9 to 17 (UTC), with customers to book.
pub async fn host(
    tx: &mut Tx,
    handle: &str,
    customers: usize,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Made, Error> {
    // Long before today: what is new is watched more closely.
    let created_at = now.checked_sub(SignedDuration::from_hours(24 * 400)).unwrap_or(now);
    let id = HostId::new(created_at, entropy);
    accounts::create(tx, &account(id, handle, created_at), &profile(id, handle, created_at)).await?;
    let schedule = schedule(ScheduleId::new(created_at, entropy), id, created_at);
    schedule.insert(tx).await?;
    let event_type = event_type(EventTypeId::new(created_at, entropy), &schedule);
    event_type.insert(tx).await?;
    let mut made = Made { host: id, event_type: event_type.id, customers: Vec::new() };
    for number in 0..customers {
        let customer = customer(CustomerId::new(created_at, entropy), id, number, created_at);
        customer.insert(tx).await?;
        made.customers.push(customer.id);
    }
    Ok(made)
}

fn account(id: HostId, handle: &str, created_at: Timestamp) -> AccountRow {
    AccountRow {
        id,
        email: format!("{handle}@example.com"),
        email_key: format!("{handle}@example.com"),
        password_hash: "nobody logs in".into(),
        verified_at: Some(created_at),
        is_operator: false,
        suspended_at: None,
        pending_email: None,
        token_generation: 0,
        created_at,
    }
}

fn profile(id: HostId, handle: &str, created_at: Timestamp) -> HostRow {
    HostRow {
        id,
        handle: handle.into(),
        name: "A host".into(),
        bio: String::new(),
        time_zone: "UTC".into(),
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
        created_at,
    }
}

fn schedule(id: ScheduleId, host_id: HostId, created_at: Timestamp) -> ScheduleRow {
    let hours = LocalTime::from_minutes(9 * 60).zip(LocalTime::from_minutes(17 * 60));
    let day: Vec<Window> = hours.map(|(start, end)| Window { start, end }).into_iter().collect();
    let weekly = std::array::from_fn(|weekday| if weekday < 5 { day.clone() } else { Vec::new() });
    ScheduleRow {
        id,
        host_id,
        name: "Hours".into(),
        time_zone: "UTC".into(),
        weekly: Json(Weekly(weekly)),
        overrides: Json(Vec::new()),
        is_default: true,
        archived_at: None,
        created_at,
    }
}

fn event_type(id: EventTypeId, schedule: &ScheduleRow) -> EventTypeRow {
    EventTypeRow {
        id,
        host_id: schedule.host_id,
        schedule_id: schedule.id,
        slug: SLUG.into(),
        title: "A meeting".into(),
        description: String::new(),
        duration_minutes: LENGTH,
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
        requires_approval: false,
        approval_expires_hours: 24,
        cancel_cutoff_minutes: Minutes(0),
        reschedule_cutoff_minutes: Minutes(0),
        max_guests: 0,
        location_kind: "link".into(),
        location_value: "https://meet.example.com/a".into(),
        questions: Json(Vec::new()),
        reminders_minutes: Json(vec![1440, 60]),
        refund_ladder: Json(Vec::new()),
        visibility: "listed".into(),
        active: true,
        archived_at: None,
        created_at: schedule.created_at,
    }
}

fn customer(id: CustomerId, host_id: HostId, number: usize, created_at: Timestamp) -> CustomerRow {
    let email = format!("customer{number}@example.com");
    CustomerRow {
        id,
        host_id,
        email_key: email.clone(),
        email,
        name: "A customer".into(),
        letters_stopped_at: None,
        created_at,
    }
}

/// Writes a confirmed booking and the sitting that guards its time.
pub async fn booking(
    tx: &mut Tx,
    made: &Made,
    customer_id: CustomerId,
    start: Timestamp,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<(), Error> {
    let sitting = SittingRow {
        id: SittingId::new(now, entropy),
        host_id: made.host,
        event_type_id: made.event_type,
        starts_at: start,
        ends_at: start.checked_add(LENGTH.duration()).unwrap_or(start),
        capacity: 1,
        taken: 1,
    };
    sitting.insert(tx).await?;
    confirmed(BookingId::new(now, entropy), &sitting, customer_id, now).insert(tx).await
}

fn confirmed(id: BookingId, sitting: &SittingRow, customer_id: CustomerId, now: Timestamp) -> BookingRow {
    BookingRow {
        id,
        host_id: sitting.host_id,
        event_type_id: sitting.event_type_id,
        sitting_id: sitting.id,
        customer_id,
        state: "confirmed".into(),
        starts_at: sitting.starts_at,
        ends_at: sitting.ends_at,
        buffer_before_minutes: Minutes(0),
        buffer_after_minutes: Minutes(0),
        title: "A meeting".into(),
        location_kind: "link".into(),
        location_value: "https://meet.example.com/a".into(),
        price_minor: None,
        currency: None,
        requires_approval: false,
        cancel_cutoff_minutes: Minutes(0),
        reschedule_cutoff_minutes: Minutes(0),
        refund_ladder: Json(Vec::new()),
        reminders_minutes: Json(vec![1440, 60]),
        name: "A customer".into(),
        customer_zone: "Europe/Berlin".into(),
        host_zone: "UTC".into(),
        notes: None,
        answers: Json(Vec::new()),
        guests: Json(Vec::new()),
        version: 1,
        manage_generation: 0,
        expires_at: None,
        proposed_starts_at: None,
        cancel_reason: None,
        cancelled_by: None,
        no_show: false,
        moves: 0,
        booked_by: "customer".into(),
        created_at: now,
        updated_at: now,
    }
}

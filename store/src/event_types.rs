//! Event types: what can be booked.

use crate::engine::{Error, Json, Minutes, Tx};
use crate::hosts::HostRow;
use crate::{args, record};
use iso_currency::Currency;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use timeslot_core::event_type::{Question, RefundStep};
use timeslot_core::id::{EventTypeId, HostId, ScheduleId};
use timeslot_core::money::Money;
use timeslot_core::scheduling::wire::weekday;
use timeslot_core::scheduling::{Horizon, Rules};

record! {
    /// An event type.
    pub struct EventTypeRow in "event_types" {
        /// Its id.
        pub id: EventTypeId,
        /// Whose.
        pub host_id: HostId,
        /// Whose hours it keeps.
        pub schedule_id: ScheduleId,
        /// The word in the link.
        pub slug: String,
        /// The name on the page.
        pub title: String,
        /// What it is about.
        pub description: String,
        /// How long a meeting is.
        pub duration_minutes: Minutes,
        /// The step of the grid, if it isn't the duration.
        pub slot_interval_minutes: Option<Minutes>,
        /// Time kept free before.
        pub buffer_before_minutes: Minutes,
        /// Time kept free after.
        pub buffer_after_minutes: Minutes,
        /// How long before its start a slot can last be booked.
        pub minimum_notice_minutes: Minutes,
        /// How many days ahead can be booked.
        pub horizon_days: Option<u16>,
        /// The first bookable date, of a range.
        pub date_from: Option<Date>,
        /// The last bookable date, of a range.
        pub date_to: Option<Date>,
        /// Most sittings a day.
        pub max_per_day: Option<u32>,
        /// Most sittings a week.
        pub max_per_week: Option<u32>,
        /// How many bookings share a sitting.
        pub seats: u32,
        /// The price in minor units.
        pub price_minor: Option<i64>,
        /// The price's currency.
        pub currency: Option<String>,
        /// Whether the host is asked first.
        pub requires_approval: bool,
        /// How long the host has to answer.
        pub approval_expires_hours: u32,
        /// Until how long before the start the customer may cancel.
        pub cancel_cutoff_minutes: Minutes,
        /// Until how long before the start the customer may move it.
        pub reschedule_cutoff_minutes: Minutes,
        /// How many guests a customer may bring.
        pub max_guests: u8,
        /// Where it takes place.
        pub location_kind: String,
        /// The link, number or place.
        pub location_value: String,
        /// What everyone who books is asked.
        pub questions: Json<Vec<Question>>,
        /// Lead times of reminders.
        pub reminders_minutes: Json<Vec<u32>>,
        /// What comes back on a cancellation.
        pub refund_ladder: Json<Vec<RefundStep>>,
        /// `listed` or `unlisted`.
        pub visibility: String,
        /// Whether it can be booked now.
        pub active: bool,
        /// Since when it is only kept for its bookings.
        pub archived_at: Option<Timestamp>,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

/// Money of two columns: both or none.
pub fn money(amount_minor: Option<i64>, currency: Option<&str>) -> Result<Option<Money>, Error> {
    match (amount_minor, currency) {
        (None, None) => Ok(None),
        (Some(amount_minor), Some(code)) => Currency::from_code(code)
            .map(|currency| Some(Money { amount_minor, currency }))
            .ok_or_else(|| Error::Unexpected(format!("the currency {code} is unknown"))),
        _ => Err(Error::Unexpected("an amount and its currency stand apart".into())),
    }
}

impl EventTypeRow {
    /// The price, if it has one.
    pub fn price(&self) -> Result<Option<Money>, Error> {
        money(self.price_minor, self.currency.as_deref())
    }

    /// Whether a customer can book it.
    #[must_use]
    pub const fn is_bookable(&self) -> bool {
        self.active && self.archived_at.is_none()
    }

    /// The rules as the core reads them; some are the host's.
    #[must_use]
    pub fn rules(&self, host: &HostRow) -> Rules {
        Rules {
            duration: self.duration_minutes.duration(),
            slot_interval: self.slot_interval_minutes.unwrap_or(self.duration_minutes).duration(),
            buffer_before: self.buffer_before_minutes.duration(),
            buffer_after: self.buffer_after_minutes.duration(),
            minimum_notice: self.minimum_notice_minutes.duration(),
            horizon: self.horizon(),
            max_per_day: self.max_per_day,
            max_per_week: self.max_per_week,
            host_max_per_day: host.max_per_day,
            week_start: weekday(&host.week_start).unwrap_or(Weekday::Monday),
            seats: self.seats,
        }
    }

    fn horizon(&self) -> Horizon {
        match (self.horizon_days, self.date_from, self.date_to) {
            (_, Some(from), Some(to)) => Horizon::Range(from, to),
            (Some(days), ..) => Horizon::Rolling(days),
            _ => Horizon::Unlimited,
        }
    }
}

/// One event type of `host`, archived or not.
pub async fn find(tx: &mut Tx, host: HostId, id: EventTypeId) -> Result<Option<EventTypeRow>, Error> {
    let sql = format!("SELECT {} FROM event_types WHERE host_id = $1 AND id = $2", EventTypeRow::columns(""));
    tx.first(&sql, args![host, id]).await
}

/// The event type behind a link.
pub async fn by_slug(tx: &mut Tx, host: HostId, slug: &str) -> Result<Option<EventTypeRow>, Error> {
    let sql = format!(
        "SELECT {} FROM event_types WHERE host_id = $1 AND slug = $2 AND archived_at IS NULL",
        EventTypeRow::columns("")
    );
    tx.first(&sql, args![host, slug]).await
}

/// The same where the host has a public page: the account is verified and not suspended.
pub async fn on_public_page(tx: &mut Tx, host: HostId, slug: &str) -> Result<Option<EventTypeRow>, Error> {
    let sql = format!(
        "SELECT {} FROM event_types WHERE host_id = $1 AND slug = $2 AND archived_at IS NULL
            AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = $1 AND verified_at IS NOT NULL AND suspended_at IS NULL)",
        EventTypeRow::columns("")
    );
    tx.first(&sql, args![host, slug]).await
}

/// The host's event types in the order they were made, archived ones apart.
pub async fn list(tx: &mut Tx, host: HostId, most: u32) -> Result<Vec<EventTypeRow>, Error> {
    let sql = format!(
        "SELECT {} FROM event_types WHERE host_id = $1 AND archived_at IS NULL ORDER BY created_at, id LIMIT $2",
        EventTypeRow::columns("")
    );
    tx.all(&sql, args![host, most]).await
}

/// Writes the event type back.
pub async fn update(tx: &mut Tx, it: &EventTypeRow) -> Result<(), Error> {
    tx.execute(
        "UPDATE event_types SET schedule_id = $1, slug = $2, title = $3, description = $4, duration_minutes = $5,
            slot_interval_minutes = $6, buffer_before_minutes = $7, buffer_after_minutes = $8,
            minimum_notice_minutes = $9, horizon_days = $10, date_from = $11, date_to = $12, max_per_day = $13,
            max_per_week = $14, seats = $15, price_minor = $16, currency = $17, requires_approval = $18,
            approval_expires_hours = $19, cancel_cutoff_minutes = $20, reschedule_cutoff_minutes = $21,
            max_guests = $22, location_kind = $23, location_value = $24, questions = $25, reminders_minutes = $26,
            refund_ladder = $27, visibility = $28, active = $29, archived_at = $30
         WHERE host_id = $31 AND id = $32",
        args![
            it.schedule_id,
            &it.slug,
            &it.title,
            &it.description,
            it.duration_minutes,
            it.slot_interval_minutes,
            it.buffer_before_minutes,
            it.buffer_after_minutes,
            it.minimum_notice_minutes,
            it.horizon_days,
            it.date_from,
            it.date_to,
            it.max_per_day,
            it.max_per_week,
            it.seats,
            it.price_minor,
            it.currency.clone(),
            it.requires_approval,
            it.approval_expires_hours,
            it.cancel_cutoff_minutes,
            it.reschedule_cutoff_minutes,
            it.max_guests,
            &it.location_kind,
            &it.location_value,
            &it.questions,
            &it.reminders_minutes,
            &it.refund_ladder,
            &it.visibility,
            it.active,
            it.archived_at,
            it.host_id,
            it.id,
        ],
    )
    .await?;
    Ok(())
}

/// Whether any booking, live or not, refers to it.
pub async fn has_bookings(tx: &mut Tx, host: HostId, id: EventTypeId) -> Result<bool, Error> {
    let row = tx
        .first::<(i64,)>(
            "SELECT CAST(1 AS BIGINT) FROM bookings WHERE host_id = $1 AND event_type_id = $2 LIMIT 1",
            args![host, id],
        )
        .await?;
    Ok(row.is_some())
}

/// Deletes an event type that no booking refers to, with its openings.
pub async fn delete(tx: &mut Tx, host: HostId, id: EventTypeId) -> Result<(), Error> {
    tx.execute("DELETE FROM event_types WHERE host_id = $1 AND id = $2", args![host, id]).await?;
    Ok(())
}

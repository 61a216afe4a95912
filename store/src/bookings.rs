//! Bookings, and the steps that were taken with them.

use crate::customers::like;
use crate::engine::{Asked, Error, FromRow, Json, Minutes, Row, Tx};
use crate::event_types::money;
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::booking::{Actor, Facts, State};
use timeslot_core::event_type::{Answer, RefundStep};
use timeslot_core::id::{BookingId, CustomerId, EventTypeId, HostId, SittingId};
use timeslot_core::interval::Interval;
use timeslot_core::money::Money;
use timeslot_core::scheduling::LiveBooking;

record! {
    /// A booking.
    pub struct BookingRow in "bookings" {
        /// Its id.
        pub id: BookingId,
        /// Whose time.
        pub host_id: HostId,
        /// Of what.
        pub event_type_id: EventTypeId,
        /// The seat it takes while it is live.
        pub sitting_id: SittingId,
        /// By whom.
        pub customer_id: CustomerId,
        /// Where it stands, as [`State::as_str`] writes it.
        pub state: String,
        /// The meeting's start.
        pub starts_at: Timestamp,
        /// The meeting's end.
        pub ends_at: Timestamp,
        /// The buffer before, as it was agreed.
        pub buffer_before_minutes: Minutes,
        /// The buffer after, as it was agreed.
        pub buffer_after_minutes: Minutes,
        /// The event type's title, as it was agreed.
        pub title: String,
        /// Where, as it was agreed.
        pub location_kind: String,
        /// The link, number or place.
        pub location_value: String,
        /// The agreed price in minor units.
        pub price_minor: Option<i64>,
        /// The price's currency.
        pub currency: Option<String>,
        /// Whether the host is asked before it, or a move, is agreed.
        pub requires_approval: bool,
        /// Until how long before the start the customer may cancel.
        pub cancel_cutoff_minutes: Minutes,
        /// Until how long before the start the customer may move it.
        pub reschedule_cutoff_minutes: Minutes,
        /// What comes back on a cancellation.
        pub refund_ladder: Json<Vec<RefundStep>>,
        /// Lead times of reminders.
        pub reminders_minutes: Json<Vec<u32>>,
        /// The customer's name as it was given for this booking.
        pub name: String,
        /// The customer's zone when booking.
        pub customer_zone: String,
        /// The host's zone when it was booked.
        pub host_zone: String,
        /// What the customer wrote.
        pub notes: Option<String>,
        /// The answers, with their questions.
        pub answers: Json<Vec<Answer>>,
        /// The guests' addresses.
        pub guests: Json<Vec<String>>,
        /// Rises with every change that a calendar must hear of.
        pub version: i64,
        /// Manage links of an older generation are void.
        pub manage_generation: u32,
        /// When a hold or a request runs out.
        pub expires_at: Option<Timestamp>,
        /// The time that the customer asks to move to.
        pub proposed_starts_at: Option<Timestamp>,
        /// Why it was cancelled or declined, or why the last wish to move it was.
        pub cancel_reason: Option<String>,
        /// Who cancelled it.
        pub cancelled_by: Option<String>,
        /// Whether the customer didn't come.
        pub no_show: bool,
        /// How often the customer has moved it.
        pub moves: u32,
        /// Who booked: `customer` or `host`.
        pub booked_by: String,
        /// When.
        pub created_at: Timestamp,
        /// When it last changed.
        pub updated_at: Timestamp,
    }
}

impl BookingRow {
    /// Where it stands.
    pub fn state(&self) -> Result<State, Error> {
        State::parse(&self.state).ok_or_else(|| {
            Error::Unexpected(format!("booking {} has the unknown state {}", self.id, self.state))
        })
    }

    /// The meeting.
    #[must_use]
    pub const fn core(&self) -> Interval {
        Interval::new(self.starts_at, self.ends_at)
    }

    /// The agreed price.
    pub fn price(&self) -> Result<Option<Money>, Error> {
        money(self.price_minor, self.currency.as_deref())
    }

    /// What a step depends on besides the state.
    #[must_use]
    pub const fn facts(&self, now: Timestamp) -> Facts {
        Facts {
            now,
            core: self.core(),
            cancel_cutoff: self.cancel_cutoff_minutes.duration(),
            reschedule_cutoff: self.reschedule_cutoff_minutes.duration(),
            expires_at: self.expires_at,
            moves: self.moves,
        }
    }
}

/// One booking of `host`.
pub async fn find(tx: &mut Tx, host: HostId, id: BookingId) -> Result<Option<BookingRow>, Error> {
    let sql = format!("SELECT {} FROM bookings WHERE host_id = $1 AND id = $2", BookingRow::columns(""));
    tx.first(&sql, args![host, id]).await
}

/// A booking by its id alone, as a manage link or a job names it.
pub async fn by_id(tx: &mut Tx, id: BookingId) -> Result<Option<BookingRow>, Error> {
    let sql = format!("SELECT {} FROM bookings WHERE id = $1", BookingRow::columns(""));
    tx.first(&sql, args![id]).await
}

/// Writes back what steps change.
pub async fn update(tx: &mut Tx, it: &BookingRow) -> Result<(), Error> {
    tx.send(
        "UPDATE bookings SET sitting_id = $1, state = $2, starts_at = $3, ends_at = $4, version = $5,
            manage_generation = $6, expires_at = $7, proposed_starts_at = $8, cancel_reason = $9, cancelled_by = $10,
            no_show = $11, moves = $12, updated_at = $13
         WHERE host_id = $14 AND id = $15",
        args![
            it.sitting_id,
            &it.state,
            it.starts_at,
            it.ends_at,
            it.version,
            it.manage_generation,
            it.expires_at,
            it.proposed_starts_at,
            it.cancel_reason.clone(),
            it.cancelled_by.clone(),
            it.no_show,
            it.moves,
            it.updated_at,
            it.host_id,
            it.id,
        ],
    )
    .await
}

impl FromRow for LiveBooking {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: row.take()?,
            event_type: row.take()?,
            core: Interval::new(row.take()?, row.take()?),
            buffer_before: row.take::<Minutes>()?.duration(),
            buffer_after: row.take::<Minutes>()?.duration(),
        })
    }
}

/// The host's live bookings that start in `[from, to)`, by start, as their index has them: what the scheduling core reads.
///
/// Their states stand apart because SQLite looks a list of three up in a table that it makes for it, row by row, while it
/// compares with the words of shorter ones.
pub async fn live(tx: &mut Tx, host: HostId, span: Interval) -> Result<Asked<LiveBooking>, Error> {
    tx.ask(
        "SELECT id, event_type_id, starts_at, ends_at, buffer_before_minutes, buffer_after_minutes FROM bookings
         WHERE host_id = $1 AND starts_at >= $2 AND starts_at < $3
           AND (state = 'confirmed' OR state IN ('held', 'awaiting_approval'))
         ORDER BY starts_at",
        args![host, span.start, span.end],
    )
    .await
}

/// The host's holds and requests whose time is over, oldest first.
pub async fn outdated(
    tx: &mut Tx,
    host: HostId,
    now: Timestamp,
    most: u32,
) -> Result<Vec<BookingRow>, Error> {
    let sql = format!(
        "SELECT {} FROM bookings WHERE host_id = $1 AND expires_at <= $2 AND state IN ('held', 'awaiting_approval')
         ORDER BY expires_at, id LIMIT $3",
        BookingRow::columns("")
    );
    tx.all(&sql, args![host, now, most]).await
}

/// How many live bookings of a customer have not ended.
pub async fn live_of_customer(
    tx: &mut Tx,
    host: HostId,
    customer: CustomerId,
    now: Timestamp,
) -> Result<i64, Error> {
    let (count,) = tx
        .one(
            "SELECT COUNT(*) FROM bookings WHERE host_id = $1 AND customer_id = $2 AND ends_at > $3
               AND state IN ('held', 'awaiting_approval', 'confirmed')",
            args![host, customer, now],
        )
        .await?;
    Ok(count)
}

/// A customer's bookings, newest meeting first.
pub async fn of_customer(
    tx: &mut Tx,
    host: HostId,
    customer: CustomerId,
    most: u32,
) -> Result<Vec<BookingRow>, Error> {
    let sql = format!(
        "SELECT {} FROM bookings WHERE host_id = $1 AND customer_id = $2 ORDER BY starts_at DESC, id DESC LIMIT $3",
        BookingRow::columns("")
    );
    tx.all(&sql, args![host, customer, most]).await
}

/// A view over the states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Confirmed, not yet over; the next first.
    Upcoming,
    /// Confirmed and over; the last first.
    Past,
    /// Cancelled, declined and expired; the last first.
    Cancelled,
    /// Held and awaiting approval, and moves that wait for the host; the next first.
    Pending,
}

impl View {
    const fn condition(self) -> &'static str {
        match self {
            Self::Upcoming => "b.state = 'confirmed' AND b.ends_at > $2",
            Self::Past => "b.state = 'confirmed' AND b.ends_at <= $2",
            Self::Cancelled => "b.state IN ('cancelled', 'declined', 'expired') AND b.created_at <= $2",
            Self::Pending => {
                "(b.state IN ('held', 'awaiting_approval') OR (b.state = 'confirmed' AND b.proposed_starts_at IS NOT NULL))
                 AND b.ends_at > $2"
            }
        }
    }

    /// Whether the list runs forward in time.
    #[must_use]
    pub const fn is_ascending(self) -> bool {
        matches!(self, Self::Upcoming | Self::Pending)
    }
}

/// What is looked for in a list of bookings.
#[derive(Clone, Debug)]
pub struct Search {
    /// Which view.
    pub view: View,
    /// Of one event type only.
    pub event_type: Option<EventTypeId>,
    /// A part of a name, an address or a title.
    pub text: String,
    /// Behind this place of the list.
    pub after: Option<(Timestamp, BookingId)>,
    /// Most rows.
    pub most: u32,
}

/// A booking with its customer's address.
#[derive(Clone, Debug)]
pub struct BookingOfCustomer {
    /// The booking.
    pub booking: BookingRow,
    /// The customer's address as it was typed.
    pub email: String,
}

impl FromRow for BookingOfCustomer {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(Self { booking: BookingRow::from_row(row)?, email: row.take()? })
    }
}

/// The host's bookings of a view, in its order.
pub async fn list(
    tx: &mut Tx,
    host: HostId,
    now: Timestamp,
    search: &Search,
) -> Result<Vec<BookingOfCustomer>, Error> {
    let (compare, order) = if search.view.is_ascending() { (">", "ASC") } else { ("<", "DESC") };
    let mut args = args![host, now, like(&search.text), search.most].to_vec();
    let mut more = String::new();
    if let Some(event_type) = search.event_type {
        args.push(event_type.into());
        more = format!(" AND b.event_type_id = ${}", args.len());
    }
    if let Some((starts_at, id)) = search.after {
        args.push(starts_at.into());
        args.push(id.into());
        more = format!("{more} AND (b.starts_at, b.id) {compare} (${}, ${})", args.len() - 1, args.len());
    }
    let sql = format!(
        "SELECT {}, c.email FROM bookings b JOIN customers c ON c.id = b.customer_id
         WHERE b.host_id = $1 AND {}
           AND (LOWER(b.name) LIKE $3 ESCAPE '\\' OR c.email_key LIKE $3 ESCAPE '\\' OR LOWER(b.title) LIKE $3 ESCAPE '\\')
           {more} ORDER BY b.starts_at {order}, b.id {order} LIMIT $4",
        BookingRow::columns("b."),
        search.view.condition(),
    );
    tx.all(&sql, &args).await
}

/// How many bookings each view has: upcoming, pending, and confirmed ones that ended since `since`.
pub async fn counts(
    tx: &mut Tx,
    host: HostId,
    now: Timestamp,
    since: Timestamp,
) -> Result<(i64, i64, i64), Error> {
    let sql = format!(
        "SELECT COUNT(CASE WHEN {} THEN 1 END), COUNT(CASE WHEN {} THEN 1 END),
            COUNT(CASE WHEN b.state = 'confirmed' AND b.ends_at <= $2 THEN 1 END)
         FROM bookings b WHERE b.host_id = $1 AND b.starts_at >= $3",
        View::Upcoming.condition(),
        View::Pending.condition(),
    );
    tx.one(&sql, args![host, now, since]).await
}

/// Whether the host has any booking in `state`.
pub async fn has_been(tx: &mut Tx, host: HostId, state: State) -> Result<bool, Error> {
    let row = tx
        .first::<(i64,)>(
            "SELECT CAST(1 AS BIGINT) FROM bookings WHERE host_id = $1 AND state = $2 LIMIT 1",
            args![host, state.as_str()],
        )
        .await?;
    Ok(row.is_some())
}

/// The bookings of any state that start in `[from, to)`, by start.
pub async fn starting_in(
    tx: &mut Tx,
    host: HostId,
    span: Interval,
    most: u32,
) -> Result<Vec<BookingOfCustomer>, Error> {
    let sql = format!(
        "SELECT {}, c.email FROM bookings b JOIN customers c ON c.id = b.customer_id
         WHERE b.host_id = $1 AND b.starts_at >= $2 AND b.starts_at < $3 ORDER BY b.starts_at, b.id LIMIT $4",
        BookingRow::columns("b.")
    );
    tx.all(&sql, args![host, span.start, span.end, most]).await
}

record! {
    /// A step that was taken with a booking.
    pub struct StepRow in "booking_steps" {
        /// Whose booking.
        pub host_id: HostId,
        /// Which.
        pub booking_id: BookingId,
        /// Its place.
        pub number: i64,
        /// The event's name.
        pub step: String,
        /// By whom, as [`Actor::as_str`] writes it.
        pub taken_by: String,
        /// When.
        pub at: Timestamp,
    }
}

/// Writes down how a booking came to be.
pub async fn record_first_step(
    tx: &mut Tx,
    booking: &BookingRow,
    step: &str,
    by: Actor,
) -> Result<(), Error> {
    let first = StepRow {
        host_id: booking.host_id,
        booking_id: booking.id,
        number: 1,
        step: step.to_owned(),
        taken_by: by.as_str().to_owned(),
        at: booking.created_at,
    };
    first.send(tx).await?;
    tx.report().host(booking.host_id).bookings.push(booking.id);
    Ok(())
}

/// Writes down that a further step was taken.
pub async fn record_step(
    tx: &mut Tx,
    booking: &BookingRow,
    step: &str,
    by: Actor,
    now: Timestamp,
) -> Result<(), Error> {
    tx.send(
        "INSERT INTO booking_steps (host_id, booking_id, number, step, taken_by, at)
         SELECT $1, $2, COUNT(*) + 1, $3, $4, $5 FROM booking_steps WHERE host_id = $1 AND booking_id = $2",
        args![booking.host_id, booking.id, step, by.as_str(), now],
    )
    .await?;
    tx.report().host(booking.host_id).bookings.push(booking.id);
    Ok(())
}

/// The steps of a booking, in order.
pub async fn steps(tx: &mut Tx, host: HostId, booking: BookingId, most: u32) -> Result<Vec<StepRow>, Error> {
    let sql = format!(
        "SELECT {} FROM booking_steps WHERE host_id = $1 AND booking_id = $2 ORDER BY number LIMIT $3",
        StepRow::columns("")
    );
    tx.all(&sql, args![host, booking, most]).await
}

//! Openings and blocks: time that the host opens or closes by hand.

pub mod blocks;
pub mod create;
pub mod delete;
pub mod list;
pub mod series;

use crate::ahead;
use crate::event_types::{MoneyBody, money};
use jiff::Timestamp;
use serde::Serialize;
use timeslot_booking::availability::MOST_BY_HAND;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::problem::Problem;
use timeslot_core::booking::{LONGEST_MEETING, SHORTEST_MEETING};
use timeslot_core::id::HostId;
use timeslot_core::interval::Interval;
use timeslot_store::Tx;
use timeslot_store::openings::{self, OpeningRow};
use utoipa::ToSchema;

/// One slot published by hand.
#[derive(Debug, Serialize, ToSchema)]
pub struct Opening {
    id: uuid::Uuid,
    event_type_id: uuid::Uuid,
    start: Instant,
    end: Instant,
    /// Its own price, if it has one.
    price: Option<MoneyBody>,
    /// Whether somebody has booked it.
    booked: bool,
}

pub(crate) fn opening(row: &OpeningRow, booked: bool) -> Result<Opening, Problem> {
    Ok(Opening {
        id: row.id.0,
        event_type_id: row.event_type_id.0,
        start: row.starts_at.into(),
        end: row.ends_at.into(),
        price: money(row.opening()?.price),
        booked,
    })
}

/// Why an opening can't be from `core.start` to `core.end`, if it can't.
fn refusal(core: Interval, now: Timestamp) -> Option<(&'static str, String)> {
    if let Some(why) = ahead::refusal(core.start, now) {
        return Some(("start", why.to_owned()));
    }
    if core.is_empty() {
        return Some(("end", "is not after the start; choose a later end".to_owned()));
    }
    if core.duration() < SHORTEST_MEETING {
        return Some(("end", "is less than five minutes after the start; choose a later end".to_owned()));
    }
    if core.duration() > LONGEST_MEETING {
        return Some(("end", "is more than 24 hours after the start".to_owned()));
    }
    None
}

/// Refuses `more` openings where there would be too many ahead to look at in one answer.
async fn leave_room(tx: &mut Tx, host: HostId, now: Timestamp, more: usize) -> Result<(), Problem> {
    let ahead = openings::count_ahead(tx, host, now).await?;
    if usize::try_from(ahead).unwrap_or(usize::MAX).saturating_add(more) <= MOST_BY_HAND as usize {
        return Ok(());
    }
    let detail =
        format!("There are {ahead} openings ahead; {MOST_BY_HAND} are the most. Take some back first.");
    Err(Problem::conflict("too-many", "Too many openings", detail))
}

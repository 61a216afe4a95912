//! The daily job that keeps what was offered and booked: it can't be computed again once hours have changed.

use crate::slots::zone;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use timeslot_booking::availability::Availability;
use timeslot_chassis::App;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::id::HostId;
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::insights;
use timeslot_store::jobs::{Ended, JobRow};
use timeslot_store::{Error, Tx};

/// Hosts that one transaction looks at.
const BATCH: u32 = 20;
/// An instance that was off for longer leaves a gap: the hours of then are not known.
const MOST_DAYS: i64 = 7;

/// Counts the days that are over and not yet counted, host by host.
pub async fn count_offers(app: App, _: JobRow) -> Result<Ended, HandlerError> {
    let now = app.now();
    let mut after = HostId(uuid::Uuid::nil());
    loop {
        let last =
            app.db().write(move |tx| Box::pin(async move { count_batch(tx, after, now).await })).await?;
        match last {
            Some(last) => after = last,
            None => return Ok(Ended::Done),
        }
    }
}

async fn count_batch(tx: &mut Tx, after: HostId, now: Timestamp) -> Result<Option<HostId>, Error> {
    let ids = insights::hosts_after(tx, after, BATCH).await?;
    for id in &ids {
        if let Some(host) = hosts::find(tx, *id).await? {
            count_host(tx, &host, now).await?;
        }
    }
    Ok(ids.last().copied())
}

async fn count_host(tx: &mut Tx, host: &HostRow, now: Timestamp) -> Result<(), Error> {
    let today = now.to_zoned(zone(host)?.time_zone().clone()).date();
    let earliest = today.saturating_sub(MOST_DAYS.days());
    let next = insights::last_day(tx, host.id).await?.map(|day| day.saturating_add(1.day()));
    let born = host.created_at.to_zoned(zone(host)?.time_zone().clone()).date();
    let first = next.unwrap_or(born).max(earliest);
    for day in first.series(1.day()).take_while(|day| *day < today) {
        for event_type in event_types::list(tx, host.id, crate::event_types::MOST).await? {
            if event_type.active {
                count_day(tx, host, &event_type, day).await?;
            }
        }
    }
    Ok(())
}

async fn count_day(tx: &mut Tx, host: &HostRow, event_type: &EventTypeRow, day: Date) -> Result<(), Error> {
    let zone = zone(host)?;
    let availability = Availability::of_dates(tx, host, event_type, day, day, zone.time_zone()).await?;
    insights::keep(tx, &availability.daily_offer(host.id, day, zone.time_zone())).await
}

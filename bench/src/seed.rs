//! Data sets, written straight through the store: hosts who are open on weekdays, and their bookings.

use crate::{copies, rows};
use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::clock::{SystemClock, SystemEntropy};
use timeslot_core::clock::{Clock, whole_second};
use timeslot_core::id::{CustomerId, EventTypeId, HostId};
use timeslot_store::engine::migrate;
use timeslot_store::{Db, Error, Tx, hosts};

/// Customers that share a host's bookings.
const CUSTOMERS: usize = 20;

/// Hosts to be written: called `name-0`, `name-1` …, each with so many bookings around now.
#[derive(Clone, Copy, Debug)]
pub struct Hosts {
    /// What they are called.
    pub name: &'static str,
    /// How many.
    pub number: usize,
    /// How many bookings each has.
    pub bookings: usize,
}

/// Brings the schema up to date and writes those of `sets` that aren't there.
pub async fn seed(db: &Db, sets: &[Hosts]) -> anyhow::Result<()> {
    migrate(db).await?;
    for set in sets {
        seed_set(db, *set).await?;
    }
    Ok(())
}

/// Writes the first host row by row, and the others as copies of it.
async fn seed_set(db: &Db, set: Hosts) -> Result<(), Error> {
    let mut first: Option<Made> = None;
    for number in 0..set.number {
        let copied = first.clone().filter(|_| set.bookings > 0);
        let made = seed_host(db, set, number, copied).await?;
        first = first.or(made);
    }
    Ok(())
}

/// Writes one host with everything, in one transaction, and tells its ids; none where it is there already.
async fn seed_host(db: &Db, set: Hosts, number: usize, copied: Option<Made>) -> Result<Option<Made>, Error> {
    let now = whole_second(SystemClock.now());
    let handle = format!("{}-{number}", set.name);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    db.write(move |tx| {
        Box::pin(async move {
            if hosts::public_by_handle(tx, &handle).await?.is_some() {
                return Ok(None);
            }
            let customers = if copied.is_some() { 0 } else { CUSTOMERS };
            let made = rows::host(tx, &handle, customers, now, &SystemEntropy).await?;
            match copied {
                Some(first) => copies::copy(tx, &first, &made, number).await?,
                None => write(tx, &made, &starts(now, set.bookings).collect::<Vec<_>>(), now).await?,
            }
            Ok(Some(made))
        })
    })
    .await
}

/// A host that has been written.
#[derive(Clone, Debug)]
pub struct Made {
    /// Whose bookings.
    pub host: HostId,
    /// Of what.
    pub event_type: EventTypeId,
    /// By whom.
    pub customers: Vec<CustomerId>,
}

async fn write(tx: &mut Tx, made: &Made, starts: &[Timestamp], now: Timestamp) -> Result<(), Error> {
    for (number, start) in starts.iter().enumerate() {
        let customer = made.customers[number % made.customers.len()];
        rows::booking(tx, made, customer, *start, now, &SystemEntropy).await?;
    }
    Ok(())
}

/// Every second half hour of eight hours a day, from as long before today as after it.
fn starts(now: Timestamp, number: usize) -> impl Iterator<Item = Timestamp> {
    const A_DAY: usize = 8;
    let midnight = now.as_second().div_euclid(86_400) * 86_400;
    let days = i64::try_from(number.div_ceil(A_DAY)).unwrap_or(0);
    (0..number).filter_map(move |nth| {
        let day = i64::try_from(nth / A_DAY).ok()? - days / 2;
        let hour = i64::try_from(nth % A_DAY).ok()? + 9;
        Timestamp::from_second(midnight + day * 86_400)
            .ok()?
            .checked_add(SignedDuration::from_hours(hour))
            .ok()
    })
}

#[cfg(test)]
mod tests {
    use super::starts;
    use jiff::Timestamp;

    #[test]
    fn bookings_lie_around_now_and_never_overlap() {
        let now: Timestamp = "2027-03-01T08:00:00Z".parse().unwrap();
        let written: Vec<Timestamp> = starts(now, 1000).collect();
        assert_eq!(written.len(), 1000);
        assert!(written.is_sorted_by(|one, next| next.duration_since(*one).as_hours() >= 1));
        assert_eq!(written.iter().filter(|start| **start < now).count(), 496);
    }
}

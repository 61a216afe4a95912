//! Counting: kept offers and the outcomes of bookings, by date and by event type.

use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use timeslot_core::id::EventTypeId;
use timeslot_core::zone::Zone;
use timeslot_store::insights::{DailyOfferRow, Outcome};
use utoipa::ToSchema;

/// Numbers of a date, an event type or a whole range.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = InsightTotals)]
pub struct Counts {
    /// Slots that stood open or were booked, on days that are over.
    offered_slots: i64,
    offered_minutes: i64,
    /// Of those, booked ones.
    booked_slots: i64,
    booked_minutes: i64,
    /// Confirmed bookings.
    bookings: i64,
    cancelled: i64,
    /// Confirmed bookings to which the customer didn't come.
    no_shows: i64,
}

/// Counts by date, by event type, and in all.
#[derive(Debug, Default)]
pub struct Tally {
    pub totals: Counts,
    pub days: BTreeMap<Date, Counts>,
    pub types: BTreeMap<EventTypeId, (String, Counts)>,
}

impl Tally {
    fn add(
        &mut self,
        date: Date,
        id: EventTypeId,
        titles: &BTreeMap<EventTypeId, String>,
        add: impl Fn(&mut Counts),
    ) {
        add(&mut self.totals);
        add(self.days.entry(date).or_default());
        let title = || (titles.get(&id).cloned().unwrap_or_else(|| "Archived".to_owned()), Counts::default());
        add(&mut self.types.entry(id).or_insert_with(title).1);
    }
}

/// Adds everything up.
pub fn tally(
    offers: &[DailyOfferRow],
    outcomes: &[Outcome],
    zone: &Zone,
    titles: &BTreeMap<EventTypeId, String>,
) -> Tally {
    let mut tally = Tally::default();
    for offer in offers {
        tally.add(offer.day, offer.event_type_id, titles, |counts| {
            counts.offered_slots += offer.slots_offered;
            counts.offered_minutes += offer.minutes_offered;
            counts.booked_slots += offer.slots_booked;
            counts.booked_minutes += offer.minutes_booked;
        });
    }
    for outcome in outcomes {
        let date = outcome.starts_at.to_zoned(zone.time_zone().clone()).date();
        tally.add(date, outcome.event_type_id, titles, |counts| match outcome.state.as_str() {
            "confirmed" => {
                counts.bookings += 1;
                counts.no_shows += i64::from(outcome.no_show);
            }
            "cancelled" => counts.cancelled += 1,
            _ => {}
        });
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::tally;
    use jiff::civil::date;
    use std::collections::BTreeMap;
    use timeslot_core::id::{EventTypeId, HostId};
    use timeslot_core::zone::Zone;
    use timeslot_store::insights::{DailyOfferRow, Outcome};
    use uuid::Uuid;

    fn outcome(starts_at: &str, state: &str, no_show: bool) -> Outcome {
        Outcome {
            event_type_id: EventTypeId(Uuid::from_u128(1)),
            starts_at: starts_at.parse().unwrap(),
            ends_at: starts_at.parse().unwrap(),
            state: state.into(),
            no_show,
        }
    }

    #[test]
    fn bookings_fall_on_dates_of_the_zone() {
        let zone = Zone::parse("Asia/Kolkata").unwrap();
        let offer = DailyOfferRow {
            host_id: HostId(Uuid::from_u128(9)),
            day: date(2027, 3, 10),
            event_type_id: EventTypeId(Uuid::from_u128(1)),
            slots_offered: 8,
            minutes_offered: 360,
            slots_booked: 2,
            minutes_booked: 90,
        };
        let outcomes = [
            outcome("2027-03-09T20:00:00Z", "confirmed", true),
            outcome("2027-03-09T12:00:00Z", "cancelled", false),
            outcome("2027-03-09T12:00:00Z", "expired", false),
        ];
        let tally = tally(&[offer], &outcomes, &zone, &BTreeMap::new());
        let day = &tally.days[&date(2027, 3, 10)];
        assert_eq!((day.offered_slots, day.bookings, day.no_shows, day.cancelled), (8, 1, 1, 0));
        assert_eq!((tally.totals.bookings, tally.totals.cancelled), (1, 1));
    }
}

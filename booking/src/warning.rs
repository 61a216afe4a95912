//! What the rules would have said to a customer, told to a host who went ahead.

use jiff::Timestamp;
use jiff::civil::Date;
use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Collision, Refusal as Rule};
use timeslot_core::zone::Zone;

/// What a rule would have said to a customer, told to a host who did it all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A stable word for the rule.
    pub code: &'static str,
    /// A sentence.
    pub message: String,
}

/// The refusals as a host is told them, on the clock of the host's zone.
pub(crate) fn warnings(refusals: &[Rule], zone: &Zone) -> Vec<Warning> {
    refusals.iter().map(|refusal| warning(refusal, zone)).collect()
}

fn warning(refusal: &Rule, zone: &Zone) -> Warning {
    let (code, message) = match refusal {
        Rule::NotASlot => ("not-a-slot", "This is outside of the bookable hours.".to_owned()),
        Rule::Conflict(Collision::Booking(..)) => {
            ("buffer", "This runs into the buffer of another booking.".into())
        }
        Rule::Conflict(Collision::Block(at)) => {
            ("block", format!("You blocked this time{}.", span(*at, zone)))
        }
        Rule::Conflict(Collision::Busy(at)) => ("busy", format!("Your calendar is busy{}.", span(*at, zone))),
        Rule::Full => ("full", "Every seat is taken.".into()),
        Rule::Notice(first) => {
            let first = moment(*first, zone);
            ("notice", format!("This is shorter notice than customers get; theirs begins on {first}."))
        }
        Rule::Horizon { last, .. } => {
            let last = day(*last);
            (
                "horizon",
                format!("This is not among the days that customers can book; the last one is {last}."),
            )
        }
        Rule::DayLimit(most) => {
            ("day-limit", format!("That day has its {most} bookings of this event type already."))
        }
        Rule::WeekLimit(most) => {
            ("week-limit", format!("That week has its {most} bookings of this event type already."))
        }
        Rule::HostDayLimit(most) => ("host-day-limit", format!("That day has its {most} bookings already.")),
    };
    Warning { code, message }
}

/// " from Tue 24 November, 12:00 to 13:00", with the second date where it is another.
fn span(at: Interval, zone: &Zone) -> String {
    let (start, end) =
        (at.start.to_zoned(zone.time_zone().clone()), at.end.to_zoned(zone.time_zone().clone()));
    let until =
        if start.date() == end.date() { end.strftime("%H:%M").to_string() } else { moment(at.end, zone) };
    format!(" from {} to {until}", moment(at.start, zone))
}

/// "Tue 24 November, 12:07".
fn moment(at: Timestamp, zone: &Zone) -> String {
    at.to_zoned(zone.time_zone().clone()).strftime("%a %-d %B, %H:%M").to_string()
}

/// "Tue 24 November 2026".
fn day(date: Date) -> String {
    date.strftime("%a %-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::warnings;
    use jiff::Timestamp;
    use jiff::civil::date;
    use timeslot_core::interval::Interval;
    use timeslot_core::scheduling::{Collision, Refusal};
    use timeslot_core::zone::Zone;

    fn said(refusal: Refusal) -> String {
        let zone = Zone::parse("Asia/Kolkata").expect("Kolkata has a zone");
        warnings(&[refusal], &zone).pop().expect("each refusal is told").message
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn times_are_read_off_the_hosts_clock() {
        assert_eq!(
            said(Refusal::Notice(at("2026-11-24T06:37:00Z"))),
            "This is shorter notice than customers get; theirs begins on Tue 24 November, 12:07."
        );
        assert_eq!(
            said(Refusal::Horizon { first: None, last: date(2027, 1, 23) }),
            "This is not among the days that customers can book; the last one is Sat 23 January 2027."
        );
        let block = |start: &str, end: &str| {
            said(Refusal::Conflict(Collision::Block(Interval { start: at(start), end: at(end) })))
        };
        assert_eq!(
            block("2026-11-24T06:30:00Z", "2026-11-24T07:30:00Z"),
            "You blocked this time from Tue 24 November, 12:00 to 13:00."
        );
        assert_eq!(
            block("2026-11-24T06:30:00Z", "2026-11-25T06:30:00Z"),
            "You blocked this time from Tue 24 November, 12:00 to Wed 25 November, 12:00."
        );
    }
}

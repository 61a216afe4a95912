//! What the rules would have said to a customer, told to a host who went ahead.

use timeslot_core::interval::Interval;
use timeslot_core::scheduling::{Collision, Refusal as Rule};

/// What a rule would have said to a customer, told to a host who did it all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A stable word for the rule.
    pub code: &'static str,
    /// A sentence.
    pub message: String,
}

/// The refusals as a host is told them.
pub(crate) fn warnings(refusals: &[Rule]) -> Vec<Warning> {
    refusals.iter().map(warning).collect()
}

fn warning(refusal: &Rule) -> Warning {
    let (code, message) = match refusal {
        Rule::NotASlot => ("not-a-slot", "This is outside of the bookable hours.".to_owned()),
        Rule::Conflict(Collision::Booking(..)) => {
            ("buffer", "This runs into the buffer of another booking.".into())
        }
        Rule::Conflict(Collision::Block(at)) => ("block", format!("You blocked this time{}.", span(*at))),
        Rule::Conflict(Collision::Busy(at)) => ("busy", format!("Your calendar is busy{}.", span(*at))),
        Rule::Full => ("full", "Every seat is taken.".into()),
        Rule::Notice(first) => {
            ("notice", format!("This is shorter notice than customers get; theirs begins at {first}."))
        }
        Rule::Horizon { last, .. } => {
            ("horizon", format!("This is further ahead than customers can book; the last day is {last}."))
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

fn span(at: Interval) -> String {
    format!(" from {} to {}", at.start, at.end)
}

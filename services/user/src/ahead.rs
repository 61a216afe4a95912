//! What can be put into the calendar by hand lies ahead, and not further than anybody plans: a mistyped year is no plan.

use jiff::{SignedDuration, Timestamp};
use timeslot_chassis::problem::Problem;

const FURTHEST: SignedDuration = SignedDuration::from_hours(2 * 366 * 24);

/// Why nothing can start then, if it can't.
pub(crate) fn refusal(start: Timestamp, now: Timestamp) -> Option<&'static str> {
    if start <= now {
        return Some("has passed; choose a later time");
    }
    (start.duration_since(now) > FURTHEST).then_some("is more than two years ahead; choose an earlier time")
}

/// Refuses a start that has passed, or lies too far ahead.
pub(crate) fn check(start: Timestamp, now: Timestamp) -> Result<(), Problem> {
    refusal(start, now).map_or(Ok(()), |why| Err(Problem::invalid_field("start", why)))
}

//! The booking's states, and which step leads from which to which. What isn't here is refused.

use crate::interval::Interval;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How often a customer may move one booking.
pub const MOST_MOVES: u32 = 3;
/// No meeting is longer than this; the overlap guard of the store relies on it.
pub const LONGEST_MEETING: SignedDuration = SignedDuration::from_hours(24);
/// The shortest one.
pub const SHORTEST_MEETING: SignedDuration = SignedDuration::from_mins(5);
/// No buffer is longer than this.
pub const LONGEST_BUFFER: SignedDuration = SignedDuration::from_hours(24);

/// Limits that protect people from each other's bookings. Settings of the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most live bookings of one customer address with one host.
    pub live_per_customer: u32,
    /// Most guests of one booking, whatever the event type allows.
    pub guests: u8,
}

impl Default for Limits {
    fn default() -> Self {
        Self { live_per_customer: 5, guests: 5 }
    }
}

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The time is kept while the customer pays.
    Held,
    /// The time is kept until the host answers.
    AwaitingApproval,
    /// It takes place.
    Confirmed,
    /// Called off by either side.
    Cancelled,
    /// The host said no.
    Declined,
    /// Nobody paid or answered in time.
    Expired,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Held, Self::AwaitingApproval, Self::Confirmed, Self::Cancelled, Self::Declined, Self::Expired];

    /// Whether it blocks its time.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Held | Self::AwaitingApproval | Self::Confirmed)
    }

    /// As it is written in the API and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::AwaitingApproval => "awaiting_approval",
            Self::Confirmed => "confirmed",
            Self::Cancelled => "cancelled",
            Self::Declined => "declined",
            Self::Expired => "expired",
        }
    }

    /// Reads what [`State::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// The state in which a booking begins.
    #[must_use]
    pub const fn first(is_priced: bool, requires_approval: bool) -> Self {
        match (is_priced, requires_approval) {
            (true, _) => Self::Held,
            (false, true) => Self::AwaitingApproval,
            (false, false) => Self::Confirmed,
        }
    }
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The one who booked.
    Customer,
    /// The one who is booked.
    Host,
    /// Time.
    Clock,
}

impl Actor {
    /// As it is written in the API and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Host => "host",
            Self::Clock => "clock",
        }
    }

    /// Reads what [`Actor::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Customer, Self::Host, Self::Clock].into_iter().find(|actor| actor.as_str() == text)
    }
}

/// What a step depends on besides the state.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The instant of the step.
    pub now: Timestamp,
    /// The meeting.
    pub core: Interval,
    /// Until how long before the start the customer may cancel.
    pub cancel_cutoff: SignedDuration,
    /// Until how long before the start the customer may move it.
    pub reschedule_cutoff: SignedDuration,
    /// When a hold or a request runs out.
    pub expires_at: Option<Timestamp>,
    /// How often the customer has moved it.
    pub moves: u32,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The table has no such step from this state.
    #[error("a booking that is {} can't be {step}", .state.as_str())]
    State {
        /// Where the booking stands.
        state: State,
        /// What was tried, as a participle.
        step: &'static str,
    },
    /// The customer's cut-off has passed.
    #[error("this was possible until {until}")]
    CutOff {
        /// The last instant at which it was possible.
        until: Timestamp,
    },
    /// The customer has moved it as often as is allowed.
    #[error("it has been moved {MOST_MOVES} times, which is the most")]
    Moves,
    /// A no-show can be marked once the meeting is over.
    #[error("the meeting ends at {ends_at}; a no-show can be marked after that")]
    NotOver {
        /// When the meeting ends.
        ends_at: Timestamp,
    },
    /// Its time has not run out.
    #[error("it has not run out of time")]
    NotExpired,
}

impl Facts {
    /// The last instant at which the customer may cancel.
    #[must_use]
    pub fn cancel_until(&self) -> Timestamp {
        before(self.core.start, self.cancel_cutoff)
    }

    /// The last instant at which the customer may move it.
    #[must_use]
    pub fn reschedule_until(&self) -> Timestamp {
        before(self.core.start, self.reschedule_cutoff)
    }
}

fn before(start: Timestamp, cutoff: SignedDuration) -> Timestamp {
    start.checked_sub(cutoff).unwrap_or(Timestamp::MIN)
}

fn in_time(now: Timestamp, until: Timestamp) -> Result<(), Refused> {
    if now <= until { Ok(()) } else { Err(Refused::CutOff { until }) }
}

impl State {
    const fn refuse<T>(self, step: &'static str) -> Result<T, Refused> {
        Err(Refused::State { state: self, step })
    }

    /// Cancels: the customer within the cut-off, the host always.
    pub fn cancel(self, by: Actor, facts: &Facts) -> Result<Self, Refused> {
        if !self.is_live() {
            return self.refuse("cancelled");
        }
        if by == Actor::Customer {
            in_time(facts.now, facts.cancel_until())?;
        }
        Ok(Self::Cancelled)
    }

    /// Whether it may be moved: the customer within the cut-off and three times, the host always.
    pub fn reschedule(self, by: Actor, facts: &Facts) -> Result<Self, Refused> {
        if self != Self::Confirmed {
            return self.refuse("moved");
        }
        if by == Actor::Customer {
            in_time(facts.now, facts.reschedule_until())?;
            if facts.moves >= MOST_MOVES {
                return Err(Refused::Moves);
            }
        }
        Ok(Self::Confirmed)
    }

    /// The host says yes.
    pub const fn approve(self) -> Result<Self, Refused> {
        match self {
            Self::AwaitingApproval => Ok(Self::Confirmed),
            _ => self.refuse("approved"),
        }
    }

    /// The host says no.
    pub const fn decline(self) -> Result<Self, Refused> {
        match self {
            Self::AwaitingApproval => Ok(Self::Declined),
            _ => self.refuse("declined"),
        }
    }

    /// Time runs out.
    pub fn expire(self, facts: &Facts) -> Result<Self, Refused> {
        match self {
            Self::Held | Self::AwaitingApproval if facts.expires_at.is_some_and(|at| at <= facts.now) => {
                Ok(Self::Expired)
            }
            Self::Held | Self::AwaitingApproval => Err(Refused::NotExpired),
            _ => self.refuse("expired"),
        }
    }

    /// Whether the host may say that the customer didn't come, or take that back.
    pub fn mark_no_show(self, facts: &Facts) -> Result<(), Refused> {
        if self != Self::Confirmed {
            return self.refuse("marked as a no-show");
        }
        if facts.core.end > facts.now {
            return Err(Refused::NotOver { ends_at: facts.core.end });
        }
        Ok(())
    }
}

/// When a request for approval ends: after the event type's hours or at the meeting's start, whichever is first.
#[must_use]
pub fn approval_expiry(now: Timestamp, hours: u32, start: Timestamp) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(i64::from(hours))).map_or(start, |at| at.min(start))
}

#[cfg(test)]
mod tests {
    use super::{Actor, Facts, Refused, State, approval_expiry};
    use crate::interval::Interval;
    use jiff::{SignedDuration, Timestamp};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn facts(now: &str) -> Facts {
        Facts {
            now: at(now),
            core: Interval::new(at("2027-03-09T08:00:00Z"), at("2027-03-09T09:00:00Z")),
            cancel_cutoff: SignedDuration::from_hours(24),
            reschedule_cutoff: SignedDuration::from_hours(2),
            expires_at: Some(at("2027-03-02T00:00:00Z")),
            moves: 0,
        }
    }

    #[test]
    fn each_state_takes_the_steps_of_the_table_and_no_other() {
        let facts = facts("2027-03-03T00:00:00Z");
        for state in State::ALL {
            let live = state.is_live();
            assert_eq!(state.cancel(Actor::Host, &facts).is_ok(), live, "cancel {state:?}");
            assert_eq!(
                state.reschedule(Actor::Host, &facts).is_ok(),
                state == State::Confirmed,
                "move {state:?}"
            );
            let awaiting = state == State::AwaitingApproval;
            assert_eq!(state.approve().is_ok(), awaiting, "approve {state:?}");
            assert_eq!(state.decline().is_ok(), awaiting, "decline {state:?}");
            assert_eq!(state.expire(&facts).is_ok(), awaiting || state == State::Held, "expire {state:?}");
        }
    }

    #[test]
    fn the_customer_is_bound_by_the_cut_offs_and_the_host_is_not() {
        let last = facts("2027-03-08T08:00:00Z");
        assert_eq!(State::Confirmed.cancel(Actor::Customer, &last), Ok(State::Cancelled));
        let late = facts("2027-03-08T08:00:01Z");
        let until = at("2027-03-08T08:00:00Z");
        assert_eq!(State::Confirmed.cancel(Actor::Customer, &late), Err(Refused::CutOff { until }));
        assert_eq!(State::Confirmed.cancel(Actor::Host, &late), Ok(State::Cancelled));
        assert_eq!(State::Confirmed.reschedule(Actor::Customer, &late), Ok(State::Confirmed));
        let later = facts("2027-03-09T06:30:00Z");
        assert!(State::Confirmed.reschedule(Actor::Customer, &later).is_err());
    }

    #[test]
    fn a_customer_moves_a_booking_three_times_at_most() {
        let moved = Facts { moves: 3, ..facts("2027-03-03T00:00:00Z") };
        assert_eq!(State::Confirmed.reschedule(Actor::Customer, &moved), Err(Refused::Moves));
        assert_eq!(State::Confirmed.reschedule(Actor::Host, &moved), Ok(State::Confirmed));
    }

    #[test]
    fn a_no_show_is_marked_when_the_meeting_is_over() {
        assert!(State::Confirmed.mark_no_show(&facts("2027-03-09T08:59:59Z")).is_err());
        assert!(State::Confirmed.mark_no_show(&facts("2027-03-09T09:00:00Z")).is_ok());
        assert!(State::Cancelled.mark_no_show(&facts("2027-03-09T09:00:00Z")).is_err());
    }

    #[test]
    fn nothing_expires_before_its_time() {
        assert_eq!(State::Held.expire(&facts("2027-03-01T23:59:59Z")), Err(Refused::NotExpired));
    }

    #[test]
    fn a_request_ends_at_the_start_at_the_latest() {
        let now = at("2027-03-09T00:00:00Z");
        assert_eq!(approval_expiry(now, 24, at("2027-03-09T08:00:00Z")), at("2027-03-09T08:00:00Z"));
        assert_eq!(approval_expiry(now, 24, at("2027-03-20T08:00:00Z")), at("2027-03-10T00:00:00Z"));
    }
}

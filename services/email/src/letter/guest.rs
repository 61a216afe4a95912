//! Letters to guests: plain notices without a manage link, without the customer's address, notes and reasons.

use super::meeting::Meeting;
use super::{By, Parts, about, about_both};
use crate::sheet::{Row, Sheet, Tone};
use minijinja::context;
use timeslot_core::interval::Interval;

/// A letter to somebody whom the customer asked along. A guest's zone isn't known; times are read on the customer's
/// clock, whose city is named.
#[derive(Clone, Debug)]
pub struct ToGuest {
    /// The guest's own address.
    pub email: String,
    /// The booking as it is now.
    pub meeting: Meeting,
    /// What happened.
    pub news: GuestNews,
    /// Whether this letter is what invites; not so where a connected calendar does.
    pub invites: bool,
}

/// What a guest is told.
#[derive(Clone, Debug)]
pub enum GuestNews {
    /// It is booked, or was approved.
    Confirmed,
    /// It takes place at another time.
    Moved {
        /// The time that holds no longer.
        from: Interval,
    },
    /// It doesn't take place.
    Cancelled {
        /// Who cancelled it.
        by: By,
    },
    /// It begins soon.
    Reminder,
}

impl ToGuest {
    pub(crate) fn name(&self) -> &'static str {
        match self.news {
            GuestNews::Confirmed => "guest_confirmed",
            GuestNews::Moved { .. } => "guest_moved",
            GuestNews::Cancelled { .. } => "guest_cancelled",
            GuestNews::Reminder => "guest_reminder",
        }
    }

    pub(crate) fn parts(&self) -> Parts {
        let zone = &self.meeting.customer.time_zone;
        let invites = self.invites;
        let by = match &self.news {
            GuestNews::Cancelled { by } => by.name(&self.meeting).to_owned(),
            _ => String::new(),
        };
        Parts { facts: context! { by, invites, ..about(&self.meeting, zone) }, sheet: self.sheet() }
    }

    fn sheet(&self) -> Sheet {
        let Meeting { time, customer, host, .. } = &self.meeting;
        let (tone, old) = match self.news {
            GuestNews::Cancelled { .. } => (Tone::Freed, None),
            GuestNews::Moved { from } => (Tone::Taken, Some(from)),
            GuestNews::Confirmed | GuestNews::Reminder => (Tone::Taken, None),
        };
        let reader = (customer.name.as_str(), &customer.time_zone);
        Sheet {
            tone: Some(tone),
            time: Some(about_both(*time, old, reader, host)),
            rows: self.rows(),
            ..Sheet::default()
        }
    }

    fn rows(&self) -> Vec<Row> {
        match self.news {
            GuestNews::Cancelled { .. } => Vec::new(),
            _ => self.meeting.place_rows(),
        }
    }
}

//! Letters to the host. Each leads to the booking in the dashboard.

use super::meeting::Meeting;
use super::{By, Parts, about, about_both};
use crate::said::Passage;
use crate::sheet::{Quote, Row, Sheet, Tone};
use crate::when::moment;
use jiff::Timestamp;
use minijinja::context;
use timeslot_core::interval::Interval;
use url::Url;

/// A letter to the host.
#[derive(Clone, Debug)]
pub struct ToHost {
    /// The booking as it is now.
    pub meeting: Meeting,
    /// The booking's page in the dashboard.
    pub link: Url,
    /// What happened.
    pub news: HostNews,
    /// Whether this letter is what brings the booking into the host's calendar; not so where one is connected.
    pub invites: bool,
    /// Whether the address has had all letters of its day with this one, which the host has to know.
    pub is_last_of_day: bool,
}

/// What the host is told.
#[derive(Clone, Debug)]
pub enum HostNews {
    /// Somebody booked.
    Booked,
    /// Somebody asks for a time, which the host may approve or decline.
    ApprovalAsked {
        /// When the request runs out.
        until: Timestamp,
    },
    /// It takes place at another time.
    Moved {
        /// The time that holds no longer.
        from: Interval,
        /// Who moved it.
        by: By,
    },
    /// The customer asks for another time, which the host may approve or decline.
    MoveAsked {
        /// The time that is asked for.
        proposed: Interval,
    },
    /// It doesn't take place.
    Cancelled {
        /// Who cancelled it.
        by: By,
        /// What they wrote.
        reason: Passage,
    },
    /// A request got no answer in time.
    Expired,
    /// It begins soon.
    Reminder,
}

impl ToHost {
    pub(crate) fn name(&self) -> &'static str {
        match self.news {
            HostNews::Booked => "host_booked",
            HostNews::ApprovalAsked { .. } => "host_approval_asked",
            HostNews::Moved { .. } => "host_moved",
            HostNews::MoveAsked { .. } => "host_move_asked",
            HostNews::Cancelled { .. } => "host_cancelled",
            HostNews::Expired => "host_expired",
            HostNews::Reminder => "host_reminder",
        }
    }

    pub(crate) fn parts(&self) -> Parts {
        let zone = &self.meeting.host.time_zone;
        let news = match &self.news {
            HostNews::Moved { by, .. } | HostNews::Cancelled { by, .. } => context! { by => by.word() },
            HostNews::ApprovalAsked { until } => context! { until => moment(*until, zone) },
            _ => context! {},
        };
        let facts = context! { ..context! { is_last_of_day => self.is_last_of_day }, ..news, ..about(&self.meeting, zone) };
        Parts { facts, sheet: self.sheet() }
    }

    fn sheet(&self) -> Sheet {
        let Meeting { time, customer, host, .. } = &self.meeting;
        // A move that is asked for is what the host decides on: it is drawn, the time that still holds stands beside it.
        let (drawn, old) = match &self.news {
            HostNews::MoveAsked { proposed } => (*proposed, Some(*time)),
            HostNews::Moved { from, .. } => (*time, Some(*from)),
            _ => (*time, None),
        };
        Sheet {
            tone: Some(self.tone()),
            time: Some(about_both(drawn, old, ("You", &host.time_zone), customer)),
            rows: self.rows(),
            quotes: self.quotes(),
            button: Some(self.link.to_string()),
            ..Sheet::default()
        }
    }

    fn tone(&self) -> Tone {
        match self.news {
            HostNews::ApprovalAsked { .. } | HostNews::MoveAsked { .. } => Tone::Waiting,
            HostNews::Cancelled { .. } | HostNews::Expired => Tone::Freed,
            HostNews::Booked | HostNews::Moved { .. } | HostNews::Reminder => Tone::Taken,
        }
    }

    fn rows(&self) -> Vec<Row> {
        let meeting = &self.meeting;
        let place = if self.tone() == Tone::Freed { Vec::new() } else { meeting.place_rows() };
        [place, meeting.customer_rows(), meeting.price_rows()].concat()
    }

    fn quotes(&self) -> Vec<Quote> {
        match &self.news {
            HostNews::Cancelled { by, reason } => Quote::of(by.name(&self.meeting), reason),
            _ => Quote::of(self.meeting.customer.name.as_str(), &self.meeting.notes),
        }
    }
}

//! Letters to the customer. Each carries the manage link and "I didn't book this".

use super::meeting::Meeting;
use super::{By, Parts, about, about_both};
use crate::said::Passage;
use crate::sheet::{Aside, Quote, Sheet, Tone};
use crate::when::{Reading, moment};
use jiff::Timestamp;
use minijinja::context;
use timeslot_core::interval::Interval;
use url::Url;

/// A letter to the customer.
#[derive(Clone, Debug)]
pub struct ToCustomer {
    /// The booking as it is now.
    pub meeting: Meeting,
    /// Where the letter leads.
    pub links: CustomerLinks,
    /// What happened.
    pub news: CustomerNews,
    /// Whether this letter is what invites; not so where a connected calendar does.
    pub invites: bool,
}

/// Links of a letter to the customer.
#[derive(Clone, Debug)]
pub struct CustomerLinks {
    /// The manage page, with its token.
    pub manage: Url,
    /// "I didn't book this", with its token.
    pub not_me: Url,
    /// The event type's public page, for another booking.
    pub page: Url,
}

/// What the customer is told.
#[derive(Clone, Debug)]
pub enum CustomerNews {
    /// It is booked, or was approved.
    Confirmed,
    /// It takes place at another time.
    Moved {
        /// The time that holds no longer.
        from: Interval,
        /// Who moved it.
        by: By,
    },
    /// It doesn't take place.
    Cancelled {
        /// Who cancelled it.
        by: By,
        /// What they wrote.
        reason: Passage,
    },
    /// The host has to say yes first.
    AwaitingApproval {
        /// When the request runs out.
        until: Timestamp,
    },
    /// The host said no.
    Declined {
        /// What the host wrote.
        reason: Passage,
    },
    /// The host didn't answer in time.
    Expired,
    /// The host said no to another time; the booking stays.
    MoveDeclined {
        /// The time that was asked for.
        proposed: Interval,
        /// What the host wrote.
        reason: Passage,
    },
    /// It begins soon.
    Reminder,
}

impl ToCustomer {
    pub(crate) fn name(&self) -> &'static str {
        match self.news {
            CustomerNews::Confirmed => "customer_confirmed",
            CustomerNews::Moved { .. } => "customer_moved",
            CustomerNews::Cancelled { .. } => "customer_cancelled",
            CustomerNews::AwaitingApproval { .. } => "customer_awaiting_approval",
            CustomerNews::Declined { .. } => "customer_declined",
            CustomerNews::Expired => "customer_expired",
            CustomerNews::MoveDeclined { .. } => "customer_move_declined",
            CustomerNews::Reminder => "customer_reminder",
        }
    }

    pub(crate) fn parts(&self) -> Parts {
        let invites = self.invites;
        let about = about(&self.meeting, self.zone());
        Parts {
            facts: context! { ..context! { invites }, ..self.news_facts(), ..about },
            sheet: self.sheet(),
        }
    }

    fn zone(&self) -> &jiff::tz::TimeZone {
        &self.meeting.customer.time_zone
    }

    fn news_facts(&self) -> minijinja::Value {
        match &self.news {
            CustomerNews::Moved { by, .. } | CustomerNews::Cancelled { by, .. } => {
                context! { by => by.word() }
            }
            CustomerNews::AwaitingApproval { until } => context! { until => moment(*until, self.zone()) },
            CustomerNews::MoveDeclined { proposed, .. } => {
                context! { proposed => Reading::new(*proposed, self.zone()).full() }
            }
            _ => context! {},
        }
    }

    fn sheet(&self) -> Sheet {
        let meeting = &self.meeting;
        let old = match &self.news {
            CustomerNews::Moved { from, .. } => Some(*from),
            _ => None,
        };
        Sheet {
            tone: Some(self.tone()),
            time: Some(about_both(meeting.time, old, ("You", self.zone()), &meeting.host)),
            rows: self.rows(),
            quotes: self.quotes(),
            button: Some(self.button().to_string()),
            asides: vec![Aside { label: "I didn’t book this", link: self.links.not_me.to_string() }],
            ..Sheet::default()
        }
    }

    fn tone(&self) -> Tone {
        match self.news {
            CustomerNews::AwaitingApproval { .. } => Tone::Waiting,
            _ if self.is_over() => Tone::Freed,
            _ => Tone::Taken,
        }
    }

    fn is_over(&self) -> bool {
        use CustomerNews::{Cancelled, Declined, Expired};
        matches!(self.news, Cancelled { .. } | Declined { .. } | Expired)
    }

    fn rows(&self) -> Vec<crate::sheet::Row> {
        if self.is_over() {
            return Vec::new();
        }
        [self.meeting.place_rows(), self.meeting.price_rows()].concat()
    }

    fn button(&self) -> &Url {
        if self.is_over() { &self.links.page } else { &self.links.manage }
    }

    fn quotes(&self) -> Vec<Quote> {
        match &self.news {
            CustomerNews::Cancelled { by, reason } => Quote::of(by.name(&self.meeting), reason),
            CustomerNews::Declined { reason } | CustomerNews::MoveDeclined { reason, .. } => {
                Quote::of(self.meeting.host.name.as_str(), reason)
            }
            _ => Vec::new(),
        }
    }
}

//! "Send me the link again": the customer's bookings with one host, each with its manage link.

use super::Parts;
use crate::said::Line;
use crate::sheet::{Item, Sheet};
use crate::when::Reading;
use jiff::tz::TimeZone;
use minijinja::context;
use timeslot_core::interval::Interval;
use url::Url;

/// The links that a customer asked for again.
#[derive(Clone, Debug)]
pub struct ManageLinks {
    /// The host's name.
    pub host: Line,
    /// The bookings, in the order of their times.
    pub bookings: Vec<LinkedBooking>,
}

/// A booking and the way to it.
#[derive(Clone, Debug)]
pub struct LinkedBooking {
    /// The event type's title.
    pub title: Line,
    /// When it takes place.
    pub time: Interval,
    /// The zone the customer booked in.
    pub time_zone: TimeZone,
    /// The manage page, with its token.
    pub manage: Url,
}

impl ManageLinks {
    pub(crate) fn parts(&self) -> Parts {
        let items = self.bookings.iter().map(|booking| Item {
            title: booking.title.to_string(),
            time: Reading::new(booking.time, &booking.time_zone).full(),
            link: booking.manage.to_string(),
        });
        let facts = context! { host => self.host.as_str(), count => self.bookings.len() };
        Parts { facts, sheet: Sheet { items: items.collect(), ..Sheet::default() } }
    }
}

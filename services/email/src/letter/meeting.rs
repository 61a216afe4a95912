//! What letters about a booking say of it.

use crate::said::{Line, Passage, cut, single};
use crate::sheet::Row;
use jiff::tz::TimeZone;
use timeslot_chassis::price;
use timeslot_core::interval::Interval;
use timeslot_core::money::Money;
use url::Url;

/// The most characters that are shown of a link.
const LINK_CHARS: usize = 48;

/// The host or the customer of a booking.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name.
    pub name: Line,
    /// The e-mail address.
    pub email: String,
    /// The zone on whose clock this person reads times.
    pub time_zone: TimeZone,
}

/// Where a booking takes place.
#[derive(Clone, Debug)]
pub enum Place {
    /// Google Meet; the link is made a little after the booking.
    Meet(Option<Url>),
    /// A link of the host's own.
    Link(Url),
    /// A telephone number, or who calls whom.
    Phone(Line),
    /// An address.
    InPerson(Line),
}

/// What the customer answered to one of the host's questions.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question.
    pub label: Line,
    /// The answer.
    pub value: Passage,
}

/// A booking, as far as letters tell of it.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The event type's title.
    pub title: Line,
    /// When it takes place, buffers not counted.
    pub time: Interval,
    /// Who holds it.
    pub host: Person,
    /// Who booked it.
    pub customer: Person,
    /// The addresses of those who were asked along.
    pub guests: Vec<String>,
    /// Where, if that is said.
    pub place: Option<Place>,
    /// What it costs.
    pub price: Option<Money>,
    /// What the customer wrote; only the host reads it.
    pub notes: Passage,
    /// The answers to the host's questions; only the host reads them.
    pub answers: Vec<Answer>,
}

impl Meeting {
    /// What anybody is told: where, and what it costs.
    pub(crate) fn place_rows(&self) -> Vec<Row> {
        self.place.iter().map(place_row).collect()
    }

    pub(crate) fn price_rows(&self) -> Vec<Row> {
        self.price.iter().map(|&sum| Row::text("Price", price::in_letter(sum))).collect()
    }

    /// What only the host is told: who comes and what they answered.
    pub(crate) fn customer_rows(&self) -> Vec<Row> {
        let mut rows = vec![
            Row::text("Customer", self.customer.name.to_string()).and(shown_address(&self.customer.email)),
        ];
        if !self.guests.is_empty() {
            let guests = self.guests.iter().map(|guest| shown_address(guest)).collect();
            rows.push(Row::lines("Guests", guests));
        }
        let answers = self.answers.iter().filter(|answer| !answer.value.is_empty());
        rows.extend(answers.map(|answer| Row::lines(answer.label.as_str(), answer.value.lines().to_vec())));
        rows
    }
}

fn place_row(place: &Place) -> Row {
    match place {
        Place::Meet(None) => Row::text("Where", "Google Meet. The link follows.".to_owned()),
        Place::Meet(Some(url)) | Place::Link(url) => Row::link("Where", shown_link(url), url),
        Place::Phone(number) => Row::text("Phone", number.to_string()),
        Place::InPerson(address) => Row::text("Where", address.to_string()),
    }
}

/// An address as it is where it can't be read as anything else, else made harmless: `example.com/x@y.z` is a valid one.
pub(crate) fn shown_address(email: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._+-@".contains(c);
    if email.chars().all(is_plain) { cut(email, 254) } else { Line::new(email).to_string() }
}

/// Host and path of a link: `meet.google.com/abc-defg-hij`.
fn shown_link(url: &Url) -> String {
    let path = url.path().trim_end_matches('/');
    cut(&single(&format!("{}{path}", url.host_str().unwrap_or_default())), LINK_CHARS)
}

//! Letters: what is told to whom. Each is plain data; rendering gives its subject and its two bodies.

mod account;
mod customer;
mod guest;
mod host;
mod manage_links;
mod meeting;
mod operator;

pub use account::{
    AddressTaken, Change, CredentialsChanged, Invitation, Purpose, ResetPassword, VerifyAddress,
};
pub use customer::{CustomerLinks, CustomerNews, ToCustomer};
pub use guest::{GuestNews, ToGuest};
pub use host::{HostNews, ToHost};
pub use manage_links::{LinkedBooking, ManageLinks};
pub use meeting::{Answer, Meeting, Person, Place};
pub use operator::TestMail;

use crate::line::DayLine;
use crate::sheet::{Sheet, TimePart};
use crate::when::Reading;
use crate::words::{self, RenderError, Rendered};
use jiff::tz::TimeZone;
use minijinja::context;
use timeslot_core::interval::Interval;
use url::Url;

/// Every letter there is.
#[derive(Clone, Debug)]
pub enum Letter {
    /// Is this address yours?
    VerifyAddress(VerifyAddress),
    /// Somebody tried to register with your address.
    AddressTaken(AddressTaken),
    /// Choose a new password.
    ResetPassword(ResetPassword),
    /// Your password or address changed.
    CredentialsChanged(CredentialsChanged),
    /// Come and register.
    Invitation(Invitation),
    /// The links you asked for again.
    ManageLinks(ManageLinks),
    /// About a booking, to the customer.
    ToCustomer(ToCustomer),
    /// About a booking, to a guest.
    ToGuest(ToGuest),
    /// About a booking, to the host.
    ToHost(ToHost),
    /// Letters arrive.
    TestMail(TestMail),
}

impl Letter {
    /// What the letter is called where deliveries are listed, and the file its words are in: `customer_confirmed`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::VerifyAddress(_) => "verify_address",
            Self::AddressTaken(_) => "address_taken",
            Self::ResetPassword(_) => "reset_password",
            Self::CredentialsChanged(letter) => letter.name(),
            Self::Invitation(_) => "invitation",
            Self::ManageLinks(_) => "manage_links",
            Self::ToCustomer(letter) => letter.name(),
            Self::ToGuest(letter) => letter.name(),
            Self::ToHost(letter) => letter.name(),
            Self::TestMail(_) => "test_mail",
        }
    }

    /// Subject and bodies. `public_url` is the instance's address, which the letter names as its origin.
    ///
    /// Fails only if a template is broken or a link has a scheme other than http, https and mailto.
    pub fn render(&self, public_url: &Url) -> Result<Rendered, RenderError> {
        words::render(self.name(), self.parts(), public_url)
    }

    /// Lets a host know that no more letters come within the day; everybody else hears of it in no letter.
    pub(crate) fn is_last_of_day(&mut self) {
        if let Self::ToHost(letter) = self {
            letter.is_last_of_day = true;
        }
    }

    fn parts(&self) -> Parts {
        match self {
            Self::VerifyAddress(letter) => letter.parts(),
            Self::AddressTaken(letter) => letter.parts(),
            Self::ResetPassword(letter) => letter.parts(),
            Self::CredentialsChanged(letter) => letter.parts(),
            Self::Invitation(letter) => letter.parts(),
            Self::ManageLinks(letter) => letter.parts(),
            Self::ToCustomer(letter) => letter.parts(),
            Self::ToGuest(letter) => letter.parts(),
            Self::ToHost(letter) => letter.parts(),
            Self::TestMail(letter) => letter.parts(),
        }
    }
}

/// Who did something to a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The one who booked.
    Customer,
    /// The one who is booked.
    Host,
}

impl By {
    fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Host => "host",
        }
    }

    pub(crate) fn name(self, meeting: &Meeting) -> &str {
        match self {
            Self::Customer => meeting.customer.name.as_str(),
            Self::Host => meeting.host.name.as_str(),
        }
    }
}

/// What a letter is made of: what its words may speak of, and what is drawn around them.
pub(crate) struct Parts {
    pub facts: minijinja::Value,
    pub sheet: Sheet,
}

/// What the words of every letter about a booking may speak of.
fn about(meeting: &Meeting, zone: &TimeZone) -> minijinja::Value {
    context! {
        title => meeting.title.as_str(),
        host => meeting.host.name.as_str(),
        customer => meeting.customer.name.as_str(),
        short => Reading::new(meeting.time, zone).short,
    }
}

/// The time as the reader, who is called by `reader.0`, and the other side read it.
fn about_both(time: Interval, old: Option<Interval>, reader: (&str, &TimeZone), other: &Person) -> TimePart {
    let reading = Reading::new(time, reader.1);
    TimePart {
        full: reading.full(),
        day: reading.day,
        hours: reading.hours,
        old: old.map(|old| Reading::new(old, reader.1).full()),
        line: DayLine::new(time, reader, (other.name.as_str(), &other.time_zone)),
    }
}

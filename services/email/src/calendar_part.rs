//! The calendar part of letters about a booking: what makes mail programs offer it to the reader's calendar.
//!
//! The instance's own address invites, in the host's name, so that one booking has one inviter whatever happens to the
//! host's account. Each part names its reader only: nobody's address goes to others. The manage link stays in the letter:
//! calendars are shared with colleagues.

use crate::letter::{
    By, CustomerNews, GuestNews, HostNews, Letter, Meeting, Place, ToCustomer, ToGuest, ToHost,
};
use jiff::Timestamp;
use timeslot_core::icalendar::{Attendee, Event, Organizer, Status, write};
use timeslot_core::id::BookingId;
use url::Url;

pub use timeslot_core::icalendar::Method;

/// An iCalendar object for a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarPart {
    /// What it asks the calendar to do; the content type repeats it.
    pub method: Method,
    /// The object, lines ended by CRLF.
    pub text: String,
}

/// Which version of which booking a calendar part is about.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The booking.
    pub booking: BookingId,
    /// Counts the changes that calendars shall take over.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Timestamp,
    /// The instance's sender address.
    pub sender: &'a str,
    /// The instance's address; its host makes the ids of all its bookings unique.
    pub public_url: &'a Url,
}

/// The calendar part of `letter`; `None` if it brings no time to anybody's calendar.
#[must_use]
pub fn calendar_part(letter: &Letter, edition: &Edition<'_>) -> Option<CalendarPart> {
    match letter {
        Letter::ToCustomer(letter) if letter.invites => for_customer(letter, edition),
        Letter::ToGuest(letter) if letter.invites => for_guest(letter, edition),
        Letter::ToHost(letter) if letter.invites => for_host(letter, edition),
        _ => None,
    }
}

fn for_customer(letter: &ToCustomer, edition: &Edition<'_>) -> Option<CalendarPart> {
    let method = match letter.news {
        CustomerNews::Confirmed | CustomerNews::Moved { .. } => Method::Request,
        CustomerNews::Cancelled { .. } => Method::Cancel,
        _ => return None,
    };
    let customer = &letter.meeting.customer;
    let reader = Attendee { name: Some(customer.name.as_str()), email: &customer.email, accepted: true };
    Some(part(method, &letter.meeting, By::Host, "", reader, edition))
}

fn for_guest(letter: &ToGuest, edition: &Edition<'_>) -> Option<CalendarPart> {
    let method = match letter.news {
        GuestNews::Confirmed | GuestNews::Moved { .. } => Method::Request,
        GuestNews::Cancelled { .. } => Method::Cancel,
        GuestNews::Reminder => return None,
    };
    let reader = Attendee { name: None, email: &letter.email, accepted: false };
    Some(part(method, &letter.meeting, By::Host, "", reader, edition))
}

fn for_host(letter: &ToHost, edition: &Edition<'_>) -> Option<CalendarPart> {
    let method = match letter.news {
        HostNews::Booked | HostNews::Moved { .. } => Method::Request,
        HostNews::Cancelled { .. } => Method::Cancel,
        _ => return None,
    };
    let host = &letter.meeting.host;
    let reader = Attendee { name: Some(host.name.as_str()), email: &host.email, accepted: true };
    Some(part(method, &letter.meeting, By::Customer, letter.link.as_str(), reader, edition))
}

fn part(
    method: Method,
    meeting: &Meeting,
    with: By,
    description: &str,
    reader: Attendee<'_>,
    edition: &Edition<'_>,
) -> CalendarPart {
    let summary = format!("{} with {}", meeting.title, with.name(meeting));
    let site = edition.public_url.host_str().unwrap_or("localhost");
    let url = meeting.place.as_ref().and_then(link);
    let location = meeting.place.as_ref().map(location);
    let event = Event {
        uid: &format!("{}@{site}", edition.booking),
        sequence: edition.sequence,
        stamp: edition.stamp,
        time: meeting.time,
        status: if method == Method::Cancel { Status::Cancelled } else { Status::Confirmed },
        summary: &summary,
        description,
        location: location.as_deref(),
        url: url.map(Url::as_str),
        organizer: Organizer { name: meeting.host.name.as_str(), email: edition.sender },
        attendees: &[reader],
    };
    CalendarPart { method, text: write(method, &event) }
}

fn link(place: &Place) -> Option<&Url> {
    match place {
        Place::Meet(url) => url.as_ref(),
        Place::Link(url) => Some(url),
        Place::Phone(_) | Place::InPerson(_) => None,
    }
}

fn location(place: &Place) -> String {
    match place {
        Place::Meet(None) => "Google Meet".to_owned(),
        Place::Meet(Some(url)) | Place::Link(url) => url.to_string(),
        Place::Phone(words) | Place::InPerson(words) => words.to_string(),
    }
}

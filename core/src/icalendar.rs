//! Writes iCalendar objects (RFC 5545, methods of RFC 5546) with one event, as Google Calendar, Outlook and Apple
//! Calendar take them: UTC times, escaped texts, CRLF, lines folded at 75 octets.

use crate::interval::Interval;
use jiff::Timestamp;
use std::fmt::Write;

const PRODUCT: &str = "-//Timeslot//Timeslot//EN";
/// The most octets of a line, its end not counted (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// What is to be done with the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A file to import: nobody is asked, attendees are left out.
    Publish,
    /// An invitation, and every change of it.
    Request,
    /// The event is called off.
    Cancel,
}

impl Method {
    /// The word of the `METHOD` property and of the content type's parameter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// How sure the event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It takes place.
    Confirmed,
    /// It waits for somebody's yes.
    Tentative,
    /// It doesn't take place.
    Cancelled,
}

impl Status {
    const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// The one who invites.
#[derive(Clone, Copy, Debug)]
pub struct Organizer<'a> {
    /// The name that calendars show.
    pub name: &'a str,
    /// The e-mail address. Calendars match it with the letter's sender.
    pub email: &'a str,
}

/// One who is invited.
#[derive(Clone, Copy, Debug)]
pub struct Attendee<'a> {
    /// The name, if it is known.
    pub name: Option<&'a str>,
    /// The e-mail address.
    pub email: &'a str,
    /// Whether the yes is already given, as by the one who booked.
    pub accepted: bool,
}

/// One event. Texts may hold anything: they are escaped, and control characters dropped.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// What calendars know the event by: the same for all its versions.
    pub uid: &'a str,
    /// The version: every change that calendars shall take over has a higher one.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Timestamp,
    /// When it takes place.
    pub time: Interval,
    /// How sure it is.
    pub status: Status,
    /// Its title.
    pub summary: &'a str,
    /// What else there is to say, lines parted by `\n`; empty for nothing.
    pub description: &'a str,
    /// Where, as a text.
    pub location: Option<&'a str>,
    /// Where, as an absolute web address.
    pub url: Option<&'a str>,
    /// Who invites.
    pub organizer: Organizer<'a>,
    /// Who is invited.
    pub attendees: &'a [Attendee<'a>],
}

/// The iCalendar object for `event`, lines ended by CRLF.
#[must_use]
pub fn write(method: Method, event: &Event<'_>) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN:VCALENDAR");
    lines.raw("VERSION:2.0");
    lines.raw(&format!("PRODID:{PRODUCT}"));
    lines.raw("CALSCALE:GREGORIAN");
    lines.raw(&format!("METHOD:{}", method.name()));
    lines.raw("BEGIN:VEVENT");
    write_facts(&mut lines, event);
    write_people(&mut lines, method, event);
    lines.raw("END:VEVENT");
    lines.raw("END:VCALENDAR");
    lines.text
}

fn write_facts(lines: &mut Lines, event: &Event<'_>) {
    lines.text("UID", event.uid);
    lines.raw(&format!("SEQUENCE:{}", event.sequence));
    lines.raw(&format!("DTSTAMP:{}", utc(event.stamp)));
    lines.raw(&format!("DTSTART:{}", utc(event.time.start)));
    lines.raw(&format!("DTEND:{}", utc(event.time.end)));
    lines.raw(&format!("STATUS:{}", event.status.name()));
    lines.raw(if event.status == Status::Cancelled { "TRANSP:TRANSPARENT" } else { "TRANSP:OPAQUE" });
    lines.text("SUMMARY", event.summary);
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", event.description);
    }
    if let Some(location) = event.location {
        lines.text("LOCATION", location);
    }
    if let Some(url) = event.url {
        lines.raw(&format!("URL:{}", without_controls(url)));
    }
}

fn write_people(lines: &mut Lines, method: Method, event: &Event<'_>) {
    let Organizer { name, email } = event.organizer;
    lines.raw(&format!("ORGANIZER;CN={}:{}", quoted(name), mailto(email)));
    if method == Method::Publish {
        return;
    }
    for attendee in event.attendees {
        let cn = attendee.name.map_or_else(String::new, |name| format!(";CN={}", quoted(name)));
        let answer = if attendee.accepted { "ACCEPTED" } else { "NEEDS-ACTION" };
        // RSVP is off: an answer would go to the sender's address, where nobody reads.
        lines.raw(&format!(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};RSVP=FALSE{cn}:{}",
            mailto(attendee.email)
        ));
    }
}

fn utc(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A parameter's value in quotes. There is no escape for a quote inside that all calendars know, so it becomes `'`.
fn quoted(text: &str) -> String {
    format!("\"{}\"", without_controls(text).replace('"', "'"))
}

/// A `mailto:` address, everything percent-encoded that has a meaning in one (RFC 6068).
fn mailto(email: &str) -> String {
    email.bytes().fold(String::from("mailto:"), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~!$'*+@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

fn without_controls(text: &str) -> String {
    text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect()
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is a TEXT (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                '\t' => line.push(c),
                _ if c.is_control() => {}
                _ => line.push(c),
            }
        }
        self.raw(&line);
    }

    /// A whole line, folded between characters so that none of its parts exceeds the limit.
    fn raw(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LINE_OCTETS {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests;

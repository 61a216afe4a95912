//! Calendar parts: whatever is written into one, it stays one event of the same lines, and the texts come out again.

use jiff::Timestamp;
use timeslot_core::icalendar::{Attendee, Event, Method, Organizer, Status, write};
use timeslot_core::interval::Interval;

/// Texts are parted by NUL, which none can hold.
pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    let parts: Vec<&str> = text.split('\0').chain(std::iter::repeat("")).take(5).collect();
    let [summary, description, location, name, email] = parts[..] else { return };
    let attendees = [Attendee { name: Some(name), email, accepted: true }];
    let start = Timestamp::constant(1_800_000_000, 0);
    let event = Event {
        uid: "booking@time.example",
        sequence: 3,
        stamp: start,
        time: Interval::new(start, Timestamp::constant(1_800_001_800, 0)),
        status: Status::Confirmed,
        summary,
        description,
        location: Some(location),
        url: None,
        organizer: Organizer { name, email },
        attendees: &attendees,
    };
    let calendar = write(Method::Request, &event);
    let lines: Vec<&str> = calendar.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{calendar}");
    let whole = calendar.replace("\r\n ", "");
    let properties: Vec<&str> =
        whole.split_terminator("\r\n").map(|line| line.split([':', ';']).next().unwrap()).collect();
    let description_line = if description.is_empty() { "" } else { "DESCRIPTION " };
    let wanted = format!(
        "BEGIN VERSION PRODID CALSCALE METHOD BEGIN UID SEQUENCE DTSTAMP DTSTART DTEND STATUS TRANSP SUMMARY \
         {description_line}LOCATION ORGANIZER ATTENDEE END END"
    );
    assert_eq!(properties.join(" "), wanted);
    for (property, text) in [("SUMMARY", summary), ("LOCATION", location), ("DESCRIPTION", description)] {
        let line = whole.split("\r\n").find_map(|line| line.strip_prefix(&format!("{property}:")));
        let kept: String = text.chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t')).collect();
        // Only a description may be left out, and only where there is none.
        let is_there = property != "DESCRIPTION" || !text.is_empty();
        assert_eq!(line.map(unescaped), is_there.then_some(kept), "{property}");
    }
}

/// A TEXT as RFC 5545 (3.3.11) has it read.
fn unescaped(text: &str) -> String {
    let mut letters = text.chars();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.extend(letters.next().map(|it| if it == 'n' { '\n' } else { it })),
            other => plain.push(other),
        }
    }
    plain
}

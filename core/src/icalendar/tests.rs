use super::{Attendee, Event, LINE_OCTETS, Method, Organizer, Status, write};
use crate::interval::Interval;
use jiff::Timestamp;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn event<'a>() -> Event<'a> {
    Event {
        uid: "0195-booking@time.example",
        sequence: 3,
        stamp: at("2027-03-01T10:00:00Z"),
        time: Interval::new(at("2027-03-09T08:00:00Z"), at("2027-03-09T08:45:00Z")),
        status: Status::Confirmed,
        summary: "Design review",
        description: "",
        location: None,
        url: None,
        organizer: Organizer { name: "Ada Lovelace", email: "post@time.example" },
        attendees: &[],
    }
}

fn unfolded(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn an_invitation_has_its_parts_in_order() {
    let attendees = [
        Attendee { name: Some("Grace Hopper"), email: "grace@example.com", accepted: true },
        Attendee { name: None, email: "rosa@example.com", accepted: false },
    ];
    let calendar = write(Method::Request, &Event { attendees: &attendees, ..event() });
    assert_eq!(
        unfolded(&calendar),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Timeslot//Timeslot//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:REQUEST",
            "BEGIN:VEVENT",
            "UID:0195-booking@time.example",
            "SEQUENCE:3",
            "DTSTAMP:20270301T100000Z",
            "DTSTART:20270309T080000Z",
            "DTEND:20270309T084500Z",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "SUMMARY:Design review",
            "ORGANIZER;CN=\"Ada Lovelace\":mailto:post@time.example",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=\"Grace Hopper\":mailto:grace@example.com",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:rosa@example.com",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn a_file_names_no_attendees() {
    let attendees = [Attendee { name: None, email: "grace@example.com", accepted: true }];
    let calendar = write(Method::Publish, &Event { attendees: &attendees, ..event() });
    assert!(calendar.contains("METHOD:PUBLISH\r\n"));
    assert!(!calendar.contains("ATTENDEE"), "{calendar}");
}

#[test]
fn a_cancellation_frees_the_time() {
    let calendar = write(Method::Cancel, &Event { status: Status::Cancelled, ..event() });
    assert!(calendar.contains("METHOD:CANCEL\r\n"));
    assert!(calendar.contains("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"));
}

#[test]
fn texts_cannot_break_out_of_their_line() {
    let calendar = write(
        Method::Request,
        &Event {
            summary: "a\r\nBEGIN:VALARM\r\nb; c, d \\ e",
            location: Some("x\rATTENDEE:mailto:eve@example.com"),
            url: Some("https://example.com/\r\nX-EVIL:1"),
            organizer: Organizer { name: "A\"\r\nX-EVIL:1", email: "a\r\nb;c@example.com" },
            ..event()
        },
    );
    let lines = unfolded(&calendar);
    assert!(lines.contains(&r"SUMMARY:a\nBEGIN:VALARM\nb\; c\, d \\ e".to_owned()), "{calendar}");
    assert!(lines.contains(&"LOCATION:xATTENDEE:mailto:eve@example.com".to_owned()), "{calendar}");
    assert!(lines.contains(&"URL:https://example.com/ X-EVIL:1".to_owned()), "{calendar}");
    let organizer = "ORGANIZER;CN=\"A' X-EVIL:1\":mailto:a%0D%0Ab%3Bc@example.com";
    assert!(lines.contains(&organizer.to_owned()), "{calendar}");
}

#[test]
fn long_lines_fold_between_characters() {
    let summary = "Üb😀".repeat(200);
    let calendar = write(Method::Request, &Event { summary: &summary, ..event() });
    assert!(calendar.split("\r\n").all(|line| line.len() <= LINE_OCTETS), "{calendar}");
    assert!(!calendar.replace("\r\n", "").contains('\n'));
    assert!(unfolded(&calendar).contains(&format!("SUMMARY:{summary}")));
}

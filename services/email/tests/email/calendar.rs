//! Calendar parts, read by a parser that isn't ours.

use icalendar::{Calendar, Component, EventLike, parser};
use timeslot_email::letter::{Letter, Place};
use timeslot_email::said::Line;
use timeslot_email::{CalendarPart, Edition, Method, calendar_part, samples};
use url::Url;

fn part(name: &str, change: impl Fn(&mut Letter)) -> Option<CalendarPart> {
    let public_url: Url = "https://time.example".parse().unwrap();
    let mut letter = samples::one(name, &public_url).unwrap();
    change(&mut letter);
    let edition = Edition {
        booking: "01957c60-0000-7000-8000-000000000001".parse().unwrap(),
        sequence: 0,
        stamp: "2027-03-01T10:00:00Z".parse().unwrap(),
        sender: "post@time.example",
        public_url: &public_url,
    };
    calendar_part(&letter, &edition)
}

fn as_sampled(_: &mut Letter) {}

#[test]
fn letters_that_bring_or_take_a_time_carry_one() {
    for (name, method) in [
        ("customer_confirmed", Some(Method::Request)),
        ("customer_moved", Some(Method::Request)),
        ("customer_cancelled", Some(Method::Cancel)),
        ("customer_awaiting_approval", None),
        ("customer_declined", None),
        ("customer_expired", None),
        ("customer_move_declined", None),
        ("customer_reminder", None),
        ("guest_confirmed", Some(Method::Request)),
        ("guest_moved", Some(Method::Request)),
        ("guest_cancelled", Some(Method::Cancel)),
        ("guest_reminder", None),
        ("host_booked", Some(Method::Request)),
        ("host_moved", Some(Method::Request)),
        ("host_cancelled", Some(Method::Cancel)),
        ("host_approval_asked", None),
        ("host_move_asked", None),
        ("host_expired", None),
        ("host_reminder", None),
        ("verify_address", None),
        ("manage_links", None),
        ("test_mail", None),
    ] {
        assert_eq!(part(name, as_sampled).map(|part| part.method), method, "{name}");
    }
}

#[test]
fn there_is_one_inviter() {
    for name in ["customer_confirmed", "customer_cancelled"] {
        let calendar_invites = |letter: &mut Letter| match letter {
            Letter::ToCustomer(letter) => letter.invites = false,
            _ => unreachable!("{name} is for the customer"),
        };
        assert_eq!(part(name, calendar_invites), None);
    }
}

#[test]
fn each_part_names_its_reader_only() {
    for (name, reader) in [
        ("customer_confirmed", "grace@example.com"),
        ("guest_confirmed", "rosa@example.com"),
        ("host_booked", "ada@example.com"),
    ] {
        let text = part(name, as_sampled).unwrap().text.replace("\r\n ", "");
        let mails: Vec<_> = text.split("mailto:").skip(1).map(|rest| rest.lines().next().unwrap()).collect();
        assert_eq!(mails, ["post@time.example", reader], "{name}");
        assert!(!text.contains("/manage/"), "{name}");
    }
}

#[test]
fn hostile_words_stay_in_their_place() {
    let part = part("host_booked", |letter| {
        let Letter::ToHost(letter) = letter else { unreachable!("it is for the host") };
        letter.meeting.customer.name = Line::new("Eve; \"CN\"=x\r\nATTENDEE:mailto:eve@evil.example\\, 😀");
        letter.meeting.place = Some(Place::InPerson(Line::new(&"Größe; Straße, 1\\2 ".repeat(1_000))));
    });
    let text = part.unwrap().text;
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let unfolded = parser::unfold(&text);
    let calendar: Calendar = parser::read_calendar(&unfolded).unwrap().into();
    let event = calendar.components.iter().find_map(|component| component.as_event()).unwrap();
    let summary = "Design review with Eve; \"CN\"=x ATTENDEE:\u{200A}mailto:\u{200A}eve@\u{200A}evil.\u{200A}example\\, 😀";
    assert_eq!(event.get_summary(), Some(summary));
    assert!(event.get_location().unwrap().starts_with("Größe; Straße, 1\\2 Größe"));
    assert_eq!(text.matches("\r\nATTENDEE").count(), 1);
}

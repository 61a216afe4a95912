//! Messages as a mail program that isn't ours reads them.

use crate::support::read_message;
use serde_json::{Value, json};
use timeslot_email::letter::Letter;
use timeslot_email::said::Line;
use timeslot_email::{Cover, Edition, Message, MessageError, Rendered, calendar_part, samples};

fn cover(host: Option<&Line>) -> Cover<'_> {
    Cover {
        key: "delivery-1",
        date: "2027-03-01T10:00:00Z".parse().unwrap(),
        sender: "post@time.example",
        sender_name: "",
        host,
        reply_to: Some("ada@example.com"),
        to: "grace@example.com",
    }
}

fn rendered(subject: &str) -> Rendered {
    Rendered { subject: subject.to_owned(), text: "Text\n".to_owned(), html: "<p>Text</p>\n".to_owned() }
}

fn header<'a>(read: &'a Value, name: &str) -> Vec<&'a str> {
    let all = read["headers"].as_array().unwrap().iter();
    all.filter(|header| header[0] == name).map(|header| header[1].as_str().unwrap()).collect()
}

fn invitation() -> Message {
    let url = "https://time.example".parse().unwrap();
    let letter: Letter = samples::one("customer_confirmed", &url).unwrap();
    let edition = Edition {
        booking: "01957c60-0000-7000-8000-000000000001".parse().unwrap(),
        sequence: 2,
        stamp: "2027-03-01T10:00:00Z".parse().unwrap(),
        sender: "post@time.example",
        public_url: &url,
    };
    let calendar = calendar_part(&letter, &edition);
    Message::new(&cover(Some(&Line::new("Ada Lovelace"))), letter.render(&url).unwrap(), calendar).unwrap()
}

#[tokio::test]
async fn an_invitation_is_read_by_strict_programs() {
    let message = invitation();
    let read = read_message(&message.formatted()).await;
    assert_eq!(read["defects"], json!([]));
    assert_eq!(
        read["structure"],
        json!([
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "text/calendar",
            "application/ics"
        ])
    );
    assert_eq!(header(&read, "From"), ["Ada Lovelace via Timeslot <post@time.example>"]);
    assert_eq!(header(&read, "Reply-To"), ["ada@example.com"]);
    assert_eq!(header(&read, "To"), ["grace@example.com"]);
    assert_eq!(header(&read, "Date"), ["Mon, 01 Mar 2027 10:00:00 +0000"]);
    assert_eq!(header(&read, "Auto-Submitted"), ["auto-generated"]);
    assert_eq!(header(&read, "Subject"), ["Booked: Design review with Ada Lovelace, Tue 9 March, 09:00"]);
    let parts = &read["parts"];
    assert_eq!(parts[0]["text"].as_str().unwrap().replace("\r\n", "\n"), message.letter.text);
    assert_eq!(parts[1]["text"].as_str().unwrap().replace("\r\n", "\n"), message.letter.html);
    assert_eq!((&parts[2]["method"], &parts[3]["file"]), (&json!("REQUEST"), &json!("invite.ics")));
    assert_eq!(parts[2]["text"], parts[3]["text"]);
    assert_eq!(parts[2]["text"], json!(message.calendar.unwrap().text));
    let calendar = &parts[3]["calendar"];
    assert_eq!(calendar["method"], "REQUEST");
    assert_eq!(calendar["uid"], "01957c60-0000-7000-8000-000000000001@time.example");
    assert_eq!(calendar["sequence"], 2);
    assert_eq!(calendar["start"], "2027-03-09T08:00:00+00:00");
    assert_eq!(calendar["organizer"], json!(["Ada Lovelace", "mailto:post@time.example"]));
    assert_eq!(calendar["attendees"], json!(["mailto:grace@example.com"]));
}

#[test]
fn the_same_letter_is_the_same_message() {
    assert_eq!(invitation().formatted(), invitation().formatted());
    assert!(invitation().formatted().is_ascii());
    let long = invitation().formatted().split(|&byte| byte == b'\n').map(<[u8]>::len).max();
    assert!(long < Some(998), "{long:?}");
    let other = Cover { key: "delivery-2", ..cover(None) };
    let id = |cover: &Cover<'_>| {
        let message = Message::new(cover, rendered("x"), None).unwrap();
        let text = String::from_utf8(message.formatted()).unwrap();
        text.lines().find(|line| line.starts_with("Message-ID: ")).unwrap().to_owned()
    };
    assert_ne!(id(&cover(None)), id(&other));
    assert!(id(&other).ends_with("@time.example>"), "{}", id(&other));
}

#[tokio::test]
async fn no_name_and_no_subject_adds_a_header() {
    for typed in [
        "Eve\r\nBcc: victim@example.com",
        "Eve\nSubject: other\n\nbody",
        "Eve\rX-Evil: 1",
        "\"Eve\" <eve@evil.example>, Bob",
        "Eve\\\", <eve@evil.example>",
        "=?utf-8?q?Eve=0ABcc:_x?=",
        "דוד\u{202E} <eve@evil.example>",
        "👩‍💻, Ünïcode; (comment)",
        "\u{0}\u{7f}\u{85}\u{2028}Eve",
        &"long name ".repeat(1_000),
        &"😀".repeat(10_000),
        "",
    ] {
        let host = Line::new(typed);
        let message = Message::new(&cover(Some(&host)), rendered(typed), None).unwrap();
        let read = read_message(&message.formatted()).await;
        let names: Vec<_> =
            read["headers"].as_array().unwrap().iter().map(|header| header[0].as_str().unwrap()).collect();
        assert_eq!(
            names,
            [
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "Auto-Submitted",
                "X-Auto-Response-Suppress",
                "Reply-To",
                "MIME-Version",
                "Content-Type"
            ],
            "{typed:?}"
        );
        assert_eq!(read["from"].as_array().unwrap().len(), 1, "{typed:?}");
        assert_eq!(read["from"][0][1], "post@time.example", "{typed:?}");
        assert!(read["from"][0][0].as_str().unwrap().ends_with("Timeslot"), "{typed:?}: {}", read["from"]);
        assert!(message.formatted().is_ascii(), "{typed:?}");
        assert_eq!(
            read["structure"],
            json!(["multipart/alternative", "text/plain", "text/html"]),
            "{typed:?}"
        );
    }
}

#[tokio::test]
async fn names_and_subjects_arrive_as_they_are() {
    for name in ["Ada Lovelace", "Lovelace, Ada", "Zoë \"Z\" Łuć", "山田太郎", "דוד המלך", "👩‍💻 Ada"]
    {
        let message = Message::new(&cover(Some(&Line::new(name))), rendered(name), None).unwrap();
        let read = read_message(&message.formatted()).await;
        assert_eq!(read["from"][0][0], json!(format!("{name} via Timeslot")));
        assert_eq!(header(&read, "Subject"), [name]);
    }
}

#[test]
fn addresses_that_are_none_are_refused_without_being_named() {
    for wrong in [
        "",
        "grace",
        "grace@",
        "a b@example.com",
        "a@b@example.com",
        "a@example.com\r\nBcc: x@y.z",
        "a@exa mple",
    ] {
        let reader = Message::new(&Cover { to: wrong, ..cover(None) }, rendered("x"), None).unwrap_err();
        assert!(matches!(reader, MessageError::Reader(_)), "{wrong:?}");
        assert!(wrong.is_empty() || !reader.to_string().contains(wrong), "{reader}");
        let sender = Message::new(&Cover { sender: wrong, ..cover(None) }, rendered("x"), None).unwrap_err();
        assert!(sender.to_string().contains("TIMESLOT_MAIL_FROM"), "{sender}");
        let answers = Message::new(&Cover { reply_to: Some(wrong), ..cover(None) }, rendered("x"), None);
        assert!(matches!(answers, Err(MessageError::ReplyTo(_))), "{wrong:?}");
    }
}

#[tokio::test]
async fn a_typed_encoded_word_is_not_decoded() {
    let message = Message::new(&cover(None), rendered("=?utf-8?q?Eve=0ABcc:_x?="), None).unwrap();
    let read = read_message(&message.formatted()).await;
    assert_eq!(header(&read, "Subject"), ["=\u{200A}?utf-8?q?Eve=0ABcc:_x?="]);
}

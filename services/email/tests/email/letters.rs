//! Every letter's words, as text and as HTML; and what hostile words do to them: nothing.

use timeslot_email::letter::{Answer, HostNews, Letter, Meeting, Person, Place, ToCustomer, ToGuest, ToHost};
use timeslot_email::said::{LINE_CHARS, Line, Passage};
use timeslot_email::{Rendered, SUBJECT_CHARS, samples};
use url::Url;

fn public_url() -> Url {
    "https://time.example".parse().unwrap()
}

fn render(letter: &Letter) -> Rendered {
    letter.render(&public_url()).unwrap()
}

#[test]
fn every_letter_reads_as_agreed() {
    for letter in samples::all(&public_url()) {
        let Rendered { subject, text, html } = render(&letter);
        insta::assert_snapshot!(format!("{}.txt", letter.name()), format!("Subject: {subject}\n\n{text}"));
        insta::assert_snapshot!(format!("{}.html", letter.name()), html);
    }
}

#[test]
fn a_letter_is_found_by_its_name() {
    assert_eq!(samples::one("host_booked", &public_url()).map(|letter| letter.name()), Some("host_booked"));
    assert!(samples::one("nothing", &public_url()).is_none());
    let mut names: Vec<_> = samples::all(&public_url()).iter().map(Letter::name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

/// All letters about a booking whose every text is `words`.
fn letters_saying(words: &str) -> Vec<Letter> {
    let meeting = meeting_saying(words);
    let mut letters = samples::all(&public_url());
    for letter in &mut letters {
        match letter {
            Letter::ToCustomer(ToCustomer { meeting: sample, .. })
            | Letter::ToGuest(ToGuest { meeting: sample, .. })
            | Letter::ToHost(ToHost { meeting: sample, .. }) => *sample = meeting.clone(),
            Letter::VerifyAddress(letter) => letter.name = Line::new(words),
            Letter::Invitation(letter) => letter.inviter = Line::new(words),
            Letter::ManageLinks(letter) => letter.host = Line::new(words),
            _ => {}
        }
        if let Letter::ToHost(ToHost { news: HostNews::Cancelled { reason, .. }, .. }) = letter {
            *reason = Passage::new(words);
        }
    }
    letters
}

fn meeting_saying(words: &str) -> Meeting {
    let person = |zone| Person {
        name: Line::new(words),
        email: "evil.example/x@example.com".to_owned(),
        time_zone: jiff::tz::TimeZone::get(zone).unwrap(),
    };
    Meeting {
        title: Line::new(words),
        time: timeslot_core::interval::Interval::new(
            "2027-03-09T08:00:00Z".parse().unwrap(),
            "2027-03-09T08:45:00Z".parse().unwrap(),
        ),
        host: person("Asia/Kolkata"),
        customer: person("Europe/Berlin"),
        guests: vec!["evil.example/x@example.com".to_owned()],
        place: Some(Place::InPerson(Line::new(words))),
        price: None,
        notes: Passage::new(words),
        answers: vec![Answer { label: Line::new(words), value: Passage::new(words) }],
    }
}

#[test]
fn typed_markup_is_shown_and_not_obeyed() {
    for letter in
        letters_saying("<script>alert(1)</script> <a href=\"x\">y</a> {{ title }} {% block lead %} & '")
    {
        let html = render(&letter).html;
        assert!(!html.contains("<script"), "{}", letter.name());
        assert!(!html.contains("href=\"x\""), "{}", letter.name());
    }
    let confirmed =
        letters_saying("{{ host }} <b>").into_iter().find(|letter| letter.name() == "customer_confirmed");
    let subject = render(&confirmed.unwrap()).subject;
    assert!(subject.contains("{{ host }} <b>"), "{subject}");
}

#[test]
fn typed_links_stay_words() {
    let words = "Win at https://evil.example/x or www.evil.example, mail eve@evil.example\u{202E}\u{2060}";
    for letter in letters_saying(words) {
        let Rendered { subject, text, html } = render(&letter);
        for shown in [&subject, &text, &html] {
            assert!(!shown.contains("evil.example"), "{}: {shown}", letter.name());
            assert!(!shown.contains(['\u{202E}', '\u{2060}']), "{}: {shown}", letter.name());
        }
    }
}

#[test]
fn all_links_lead_home_or_to_the_meeting() {
    for letter in samples::all(&public_url()) {
        let html = render(&letter).html;
        for link in html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let is_known =
                link.starts_with("https://time.example/") || link == "https://meet.google.com/abc-defg-hij";
            assert!(is_known, "{}: {link}", letter.name());
        }
    }
}

#[test]
fn guests_learn_no_secrets() {
    for letter in samples::all(&public_url()).iter().filter(|letter| matches!(letter, Letter::ToGuest(_))) {
        let Rendered { text, html, .. } = render(letter);
        for secret in ["/manage/", "/not-me/", "grace@", "wall", "Compilers", "₹"] {
            assert!(!text.contains(secret) && !html.contains(secret), "{}: {secret}", letter.name());
        }
    }
}

#[test]
fn customers_can_always_say_it_was_not_them() {
    for letter in samples::all(&public_url()).iter().filter(|letter| matches!(letter, Letter::ToCustomer(_)))
    {
        let Rendered { text, html, .. } = render(letter);
        let link = "https://time.example/not-me/sample";
        assert!(text.contains(link) && html.contains(link), "{}", letter.name());
    }
}

#[test]
fn endless_names_end() {
    for letter in letters_saying(&"N".repeat(10_000)) {
        let Rendered { subject, text, html } = render(&letter);
        assert!(subject.chars().count() <= SUBJECT_CHARS, "{}", letter.name());
        assert!(
            !text.contains(&"N".repeat(2_001)) && !html.contains(&"N".repeat(2_001)),
            "{}",
            letter.name()
        );
        assert!(html.len() < 60_000, "{}: {} bytes, and Gmail cuts at 102 kB", letter.name(), html.len());
    }
    assert_eq!(Line::new(&"N".repeat(10_000)).as_str().chars().count(), LINE_CHARS);
}

#[test]
fn a_broken_link_stays_nearly_invisible() {
    let letter = letters_saying("Node.js").into_iter().find(|letter| letter.name() == "host_booked").unwrap();
    assert!(render(&letter).subject.contains("Node.\u{200A}js"));
}

#[test]
fn other_scripts_arrive_whole() {
    for name in ["דוד המלך", "محمد", "山田太郎", "👩‍💻 Zoë"] {
        let letter = letters_saying(name).into_iter().find(|letter| letter.name() == "host_booked").unwrap();
        let Rendered { subject, text, html } = render(&letter);
        assert!(subject.contains(name) && text.contains(name) && html.contains(name), "{name}");
    }
}

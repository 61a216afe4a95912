//! One of each letter, with invented people: for previews, and for whoever works on words and look.

use crate::letter::{
    AddressTaken, Answer, By, Change, CredentialsChanged, CustomerLinks, CustomerNews, GuestNews, HostNews,
    Invitation, Letter, LinkedBooking, ManageLinks, Meeting, Person, Place, Purpose, ResetPassword, TestMail,
    ToCustomer, ToGuest, ToHost, VerifyAddress,
};
use crate::said::{Line, Passage};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use timeslot_core::interval::Interval;
use timeslot_core::money::Money;
use url::Url;

/// 9 March 2027, 09:00 in Berlin.
const START: i64 = 1_804_579_200;
const DAY: i64 = 86_400;

/// One of each letter, as an instance at `public_url` would send it.
#[must_use]
pub fn all(public_url: &Url) -> Vec<Letter> {
    let samples = Samples { public_url };
    [samples.account(), samples.customer(), guest(), samples.host(), samples.others()].concat()
}

/// The letter called `name`, if there is one.
#[must_use]
pub fn one(name: &str, public_url: &Url) -> Option<Letter> {
    all(public_url).into_iter().find(|letter| letter.name() == name)
}

struct Samples<'a> {
    public_url: &'a Url,
}

impl Samples<'_> {
    fn account(&self) -> Vec<Letter> {
        let (name, expires, time_zone) =
            (Line::new("Ada Lovelace"), at(START - 7 * DAY), zone("Asia/Kolkata"));
        let changed = |change| {
            Letter::CredentialsChanged(CredentialsChanged {
                name: name.clone(),
                change,
                at: expires,
                time_zone: time_zone.clone(),
                forgot: self.link("forgot-password"),
            })
        };
        vec![
            Letter::VerifyAddress(VerifyAddress {
                name: name.clone(),
                link: self.link("verify-email/sample"),
                expires,
                time_zone: time_zone.clone(),
                purpose: Purpose::Registration,
            }),
            Letter::AddressTaken(AddressTaken {
                name: name.clone(),
                login: self.link("login"),
                forgot: self.link("forgot-password"),
            }),
            Letter::ResetPassword(ResetPassword {
                name: name.clone(),
                link: self.link("reset-password/sample"),
                expires,
                time_zone: time_zone.clone(),
            }),
            changed(Change::Password),
            changed(Change::AddressAsked),
            changed(Change::ApiKeyAdded),
            changed(Change::ApiKeyDeleted),
            changed(Change::AccountClosed),
        ]
    }

    fn customer(&self) -> Vec<Letter> {
        let reason = || Passage::new("I am ill that day. I hope we find another one.");
        let news = [
            CustomerNews::Confirmed,
            CustomerNews::Moved { from: time(START - DAY), by: By::Host },
            CustomerNews::Cancelled { by: By::Host, reason: reason() },
            CustomerNews::AwaitingApproval { until: at(START - DAY) },
            CustomerNews::Declined { reason: reason() },
            CustomerNews::Expired,
            CustomerNews::MoveDeclined { proposed: time(START + DAY), reason: reason() },
            CustomerNews::Reminder,
        ];
        let letter = |news| {
            Letter::ToCustomer(ToCustomer { meeting: meeting(), links: self.links(), news, invites: true })
        };
        news.map(letter).to_vec()
    }

    fn host(&self) -> Vec<Letter> {
        let reason = Passage::new("Our launch moved to April. I’ll be back.");
        let news = [
            HostNews::Booked,
            HostNews::ApprovalAsked { until: at(START - DAY) },
            HostNews::Moved { from: time(START - DAY), by: By::Customer },
            HostNews::MoveAsked { proposed: time(START + DAY) },
            HostNews::Cancelled { by: By::Customer, reason },
            HostNews::Expired,
            HostNews::Reminder,
        ];
        let link = self.link("app/bookings/01957c60-0000-7000-8000-000000000001");
        news.map(|news| {
            let (meeting, link) = (meeting(), link.clone());
            Letter::ToHost(ToHost { meeting, link, news, invites: true, is_last_of_day: false })
        })
        .to_vec()
    }

    fn others(&self) -> Vec<Letter> {
        let booking = |start| LinkedBooking {
            title: Line::new("Design review"),
            time: time(start),
            time_zone: zone("Europe/Berlin"),
            manage: self.link("manage/sample"),
        };
        vec![
            Letter::Invitation(Invitation {
                inviter: Line::new("Ada Lovelace"),
                link: self.link("register?invitation=sample"),
                expires: at(START),
            }),
            Letter::ManageLinks(ManageLinks {
                host: Line::new("Ada Lovelace"),
                bookings: vec![booking(START), booking(START + 7 * DAY)],
            }),
            Letter::TestMail(TestMail { at: at(START - DAY), time_zone: zone("Asia/Kolkata") }),
        ]
    }

    fn links(&self) -> CustomerLinks {
        CustomerLinks {
            manage: self.link("manage/sample"),
            not_me: self.link("not-me/sample"),
            page: self.link("ada/design-review"),
        }
    }

    fn link(&self, path: &str) -> Url {
        self.public_url.join(path).unwrap_or_else(|_| self.public_url.clone())
    }
}

fn guest() -> Vec<Letter> {
    let news = [
        GuestNews::Confirmed,
        GuestNews::Moved { from: time(START - DAY) },
        GuestNews::Cancelled { by: By::Customer },
        GuestNews::Reminder,
    ];
    news.map(|news| {
        Letter::ToGuest(ToGuest {
            email: "rosa@example.com".to_owned(),
            meeting: meeting(),
            news,
            invites: true,
        })
    })
    .to_vec()
}

fn meeting() -> Meeting {
    Meeting {
        title: Line::new("Design review"),
        time: time(START),
        host: person("Ada Lovelace", "ada@example.com", "Asia/Kolkata"),
        customer: person("Grace Hopper", "grace@example.com", "Europe/Berlin"),
        guests: vec!["rosa@example.com".to_owned()],
        place: Url::parse("https://meet.google.com/abc-defg-hij").ok().map(|url| Place::Meet(Some(url))),
        price: Some(Money { amount_minor: 250_000, currency: iso_currency::Currency::INR }),
        notes: Passage::new("The draft is on our wall.\nPlease look at the second page first."),
        answers: vec![Answer { label: Line::new("Your team"), value: Passage::new("Compilers") }],
    }
}

fn person(name: &str, email: &str, time_zone: &str) -> Person {
    Person { name: Line::new(name), email: email.to_owned(), time_zone: zone(time_zone) }
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn time(start: i64) -> Interval {
    Interval::new(at(start), at(start + 45 * 60))
}

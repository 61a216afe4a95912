//! Checking what came in: every field that is wrong is named at once.

use crate::problem::{FieldError, Problem};
use iso_currency::Currency;
use jiff::civil::{Date, Time};
use std::fmt::Display;
use timeslot_core::money::{MOST_MINOR, Money};
use timeslot_core::zone::Zone;
use url::Url;

/// Collects what is wrong with a request's fields.
#[derive(Debug, Default)]
pub struct Check {
    errors: Vec<FieldError>,
}

impl Check {
    /// Nothing is wrong yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The parsed field, or `None` with its error noted.
    pub fn take<T, E: Display>(&mut self, field: impl Into<String>, parsed: Result<T, E>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(field, error.to_string());
                None
            }
        }
    }

    /// The same for a field that may be missing: `Some(None)` where it is.
    pub fn take_if<T, V, E: Display>(
        &mut self,
        field: impl Into<String>,
        value: Option<V>,
        parse: impl FnOnce(V) -> Result<T, E>,
    ) -> Option<Option<T>> {
        match value {
            None => Some(None),
            Some(value) => self.take(field, parse(value)).map(Some),
        }
    }

    /// Notes that `field` is wrong.
    pub fn refuse(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.errors.push(FieldError { field: field.into(), message: message.into() });
    }

    /// Notes that `field` is wrong unless `holds`.
    pub fn that(&mut self, holds: bool, field: impl Into<String>, message: impl Into<String>) {
        if !holds {
            self.refuse(field, message);
        }
    }

    /// The problem that names all fields so far.
    #[must_use]
    pub fn problem(self) -> Problem {
        Problem::invalid(self.errors)
    }

    /// Goes on only if nothing is wrong.
    pub fn finish(self) -> Result<(), Problem> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.problem()) }
    }

    /// What [`Check::take`] gave, all of it: `let (email, name) = check.all((email, name))?`.
    pub fn all<T: Taken>(self, taken: T) -> Result<T::Whole, Problem> {
        match (self.errors.is_empty(), taken.whole()) {
            (true, Some(whole)) => Ok(whole),
            _ => Err(self.problem()),
        }
    }
}

/// Several fields, each of which [`Check::take`] gave or didn't.
pub trait Taken {
    /// The same with every field there.
    type Whole;
    /// All of them, if all are there.
    fn whole(self) -> Option<Self::Whole>;
}

macro_rules! taken {
    ($($name:ident)+) => {
        #[expect(non_snake_case, reason = "the fields bear the names of their types")]
        impl<$($name),+> Taken for ($(Option<$name>,)+) {
            type Whole = ($($name,)+);
            fn whole(self) -> Option<Self::Whole> {
                let ($($name,)+) = self;
                Some(($($name?,)+))
            }
        }
    };
}
taken!(A);
taken!(A B);
taken!(A B C);
taken!(A B C D);
taken!(A B C D E);
taken!(A B C D E F);
taken!(A B C D E F G);
taken!(A B C D E F G H);

fn shown(text: &str) -> String {
    text.chars().filter(|it| !it.is_control()).take(60).collect()
}

/// A time zone by its name.
pub fn zone(name: &str) -> Result<Zone, String> {
    Zone::parse(name)
        .ok_or_else(|| format!("“{}” is no time zone; write an IANA name such as Europe/Paris", shown(name)))
}

/// A date `YYYY-MM-DD` of the years 1970 to 9999.
pub fn date(text: &str) -> Result<Date, String> {
    let refused = || format!("“{}” is no date; write it like 2027-01-31", shown(text));
    let has_shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(place, it)| if matches!(place, 4 | 7) { it == b'-' } else { it.is_ascii_digit() });
    if !has_shape {
        return Err(refused());
    }
    let date: Date = text.parse().map_err(|_| refused())?;
    if date.year() < 1970 {
        return Err(format!("“{text}” lies before 1970"));
    }
    Ok(date)
}

/// A local time `HH:MM`.
pub fn time(text: &str) -> Result<Time, String> {
    let refused = || format!("“{}” is no time of day; write it like 09:30", shown(text));
    let [h1 @ b'0'..=b'9', h2 @ b'0'..=b'9', b':', m1 @ b'0'..=b'9', m2 @ b'0'..=b'9'] = *text.as_bytes()
    else {
        return Err(refused());
    };
    let number = |tens: u8, ones: u8| i8::try_from((tens - b'0') * 10 + (ones - b'0')).ok();
    number(h1, h2)
        .zip(number(m1, m2))
        .and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok())
        .ok_or_else(refused)
}

/// An amount of money from 0 to the most that a price may be.
pub fn money(amount_minor: i64, currency: &str) -> Result<Money, String> {
    let Some(currency) = Currency::from_code(currency) else {
        return Err(format!("“{}” is no currency; write an ISO 4217 code such as INR", shown(currency)));
    };
    if !(0..=MOST_MINOR).contains(&amount_minor) {
        return Err(format!("{amount_minor} is no price; it lies between 0 and {MOST_MINOR}"));
    }
    Ok(Money { amount_minor, currency })
}

/// An address on the web, http or https, without a password in it, of at most `most` characters as it is written here:
/// ASCII alone.
pub fn web_address(text: &str, most: usize) -> Result<String, String> {
    let text = text.trim();
    let refused = || format!("“{}” is no web address; write it like https://example.com/page", shown(text));
    let too_long = || format!("has more than the {most} characters that fit");
    if text.len() > most {
        return Err(too_long());
    }
    let url = Url::parse(text).map_err(|_| refused())?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(is_host);
    if !is_web || !url.username().is_empty() || url.password().is_some() {
        return Err(refused());
    }
    // Other letters than ASCII's take more room when they are written down.
    Some(String::from(url)).filter(|written| written.len() <= most).ok_or_else(too_long)
}

/// A name, or an address of numbers; browsers take more, quotation marks among it.
fn is_host(host: &str) -> bool {
    host.bytes().all(|it| it.is_ascii_alphanumeric() || b".-_:[]".contains(&it))
}

#[cfg(test)]
mod tests {
    use super::{Check, date, money, time, web_address, zone};

    #[test]
    fn all_wrong_fields_are_named_at_once() {
        let mut check = Check::new();
        let zone = check.take("time_zone", zone("Mars/Olympus"));
        let date = check.take("from", date("2027-02-30"));
        let fine = check.take("at", time("09:30"));
        let problem = check.all((zone, date, fine)).map(|_| ()).unwrap_err();
        assert_eq!(problem.detail(), "Please mend: time_zone, from.");
    }

    #[test]
    fn dates_and_times_have_one_shape() {
        assert!(date("2027-01-31").is_ok());
        for bad in
            ["2027-1-31", "20270131", "2027-01-31T00:00", "1969-12-31", "", "２０２７-01-31", "+002027-01"]
        {
            assert!(date(bad).is_err(), "{bad}");
        }
        assert!(time("23:59").is_ok());
        for bad in ["24:00", "9:00", "09:60", "09:00:00", "-1:00", "٠٩:٠٠"] {
            assert!(time(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn money_has_a_currency_and_an_end() {
        assert!(money(150_000, "INR").is_ok());
        assert!(money(-1, "INR").is_err());
        assert!(money(i64::MAX, "INR").is_err());
        assert!(money(1, "rupees").is_err());
    }

    #[test]
    fn web_addresses_are_http() {
        assert!(web_address("https://example.com/privacy", 200).is_ok());
        for bad in [
            "javascript:alert(1)",
            "example.com",
            "https://a:b@example.com",
            "data:text/html,x",
            "",
            "http://xämple\".com",
        ] {
            assert!(web_address(bad, 200).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_web_address_fits_as_it_is_written() {
        let written = web_address("https://example.com/äö", 32);
        assert_eq!(written.as_deref(), Ok("https://example.com/%C3%A4%C3%B6"));
        assert!(web_address("https://example.com/äö", 31).is_err());
    }
}

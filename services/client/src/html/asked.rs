//! What a page's address asks for: month, date, slot and zone, as the client keeps them in the query too, so that every
//! state of a page can be linked and works without script.

use super::words::Reader;
use axum::http::HeaderMap;
use jiff::Timestamp;
use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use std::collections::BTreeMap;
use timeslot_chassis::{Instant, check};
use timeslot_core::zone::Zone;
use url::form_urlencoded;

/// What a segment of a path holds as it is: the unreserved characters of RFC 3986.
const IN_SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The query as it came. What can't be read is left out.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PageQuery {
    month: Option<String>,
    date: Option<String>,
    slot: Option<String>,
    zone: Option<String>,
    hours: Option<String>,
    /// Which step has just been taken, on a page that can say so.
    pub done: Option<String>,
}

/// The query as it was understood, at its path.
#[derive(Clone, Debug)]
pub struct Asked {
    path: String,
    /// The first day of the month.
    pub month: Option<Date>,
    pub date: Option<Date>,
    pub slot: Option<Timestamp>,
    pub zone: Option<Zone>,
    /// A zone that isn't known, as it was typed.
    pub unknown_zone: Option<String>,
    /// Whether the zone was found by its city: the address should name it.
    pub is_by_city: bool,
    pub reader: Reader,
    pub done: Option<String>,
    values: BTreeMap<&'static str, String>,
}

impl Asked {
    /// Reads the query of the page whose address has these segments.
    pub fn read(segments: &[&str], query: PageQuery, headers: &HeaderMap) -> Self {
        let month = query.month.and_then(|text| check::date(&format!("{text}-01")).ok());
        let date = query.date.and_then(|text| check::date(&text).ok());
        let slot = query.slot.and_then(|text| Instant::parse(&text).ok()).map(Timestamp::from);
        let named = query.zone.as_deref().and_then(Zone::parse);
        let is_by_city = named.is_none() && query.zone.is_some();
        let zone = named.or_else(|| query.zone.as_deref().and_then(Zone::of_city));
        let mut reader = Reader::of(headers);
        let hours = query.hours.filter(|hours| hours == "12" || hours == "24");
        if let Some(hours) = &hours {
            reader.hours12 = hours == "12";
        }
        let values = [
            ("month", month.map(|first| first.strftime("%Y-%m").to_string())),
            ("date", date.map(|date| date.to_string())),
            ("slot", slot.map(|slot| slot.to_string())),
            ("zone", zone.as_ref().map(|zone| zone.name().to_owned())),
            ("hours", hours),
        ];
        Self {
            path: path(segments),
            month,
            date,
            slot,
            is_by_city: is_by_city && zone.is_some(),
            unknown_zone: query.zone.filter(|_| zone.is_none()),
            zone,
            reader,
            done: query.done,
            values: values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
        }
    }

    /// What tells this page from all others that are kept.
    pub fn key(&self) -> String {
        format!("page {:?}", (self.href(&[]), self.reader, &self.unknown_zone))
    }

    /// The address of this page with other values in its query; `None` takes one out.
    pub fn href(&self, changes: &[(&'static str, Option<String>)]) -> String {
        self.to(&self.path, changes)
    }

    /// The address of a step below this page, with its query.
    pub fn below(&self, step: &str) -> String {
        self.to(&format!("{}/{step}", self.path), &[])
    }

    /// The address of another page with this page's query, changed.
    pub fn to(&self, path: &str, changes: &[(&'static str, Option<String>)]) -> String {
        let mut values = self.values.clone();
        for (name, value) in changes {
            match value {
                Some(value) => values.insert(name, value.clone()),
                None => values.remove(name),
            };
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.extend_pairs(values).finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// Name and value of what a form without script must carry on, but for `without`.
    pub fn kept(&self, without: &[&str]) -> Vec<(&'static str, String)> {
        let kept = self.values.iter().filter(|(name, _)| !without.contains(name));
        kept.map(|(name, value)| (*name, value.clone())).collect()
    }
}

/// The path of these segments, each as it stands in an address: a segment that came with `%2F` or a control character
/// in it neither leads to another site nor breaks a header field.
pub fn path(segments: &[&str]) -> String {
    let encoded = |segment: &&str| format!("/{}", utf8_percent_encode(segment, IN_SEGMENT));
    if segments.is_empty() { "/".to_owned() } else { segments.iter().map(encoded).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Asked, PageQuery, path};
    use axum::http::HeaderMap;

    fn asked(query: &str) -> Asked {
        let query = serde_json::from_str::<PageQuery>(query).unwrap();
        Asked::read(&["ada", "intro"], query, &HeaderMap::new())
    }

    #[test]
    fn what_is_understood_is_kept_in_every_link() {
        let asked = asked(r#"{"zone": "kathmandu", "month": "2027-04", "date": "31", "slot": "never"}"#);
        assert!(asked.is_by_city && asked.date.is_none() && asked.slot.is_none());
        let link = asked.href(&[("date", Some("2027-04-02".into())), ("month", None)]);
        assert_eq!(link, "/ada/intro?date=2027-04-02&zone=Asia%2FKathmandu");
    }

    #[test]
    fn rubbish_is_left_out() {
        let asked = asked(r#"{"zone": "<script>", "month": "2027-13", "hours": "25"}"#);
        assert_eq!(
            (asked.href(&[]).as_str(), asked.unknown_zone.as_deref()),
            ("/ada/intro", Some("<script>"))
        );
    }

    #[test]
    fn a_path_leads_nowhere_else() {
        assert_eq!(path(&["ada", "intro-call"]), "/ada/intro-call");
        assert_eq!(path(&["manage", "AbC-_9.x~"]), "/manage/AbC-_9.x~");
        assert_eq!(path(&["/evil.example/login", "x"]), "/%2Fevil.example%2Flogin/x");
        assert_eq!(path(&["\\evil.example", "x\ny"]), "/%5Cevil.example/x%0Ay");
        assert_eq!(path(&[]), "/");
    }
}

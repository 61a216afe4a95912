//! Lists: `{"items": […], "next_cursor": "…" | null}`, newest or oldest first, a page at a time.

use crate::problem::Problem;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Items of one page unless asked otherwise.
const USUAL: u32 = 50;
/// Most items of one page.
const MOST: u32 = 200;

/// One page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next_cursor: Option<String>,
}

/// Which page is asked for. May be flattened into a query with further fields.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// How many items: 50 unless asked otherwise, 200 at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    pub limit: Option<String>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// The place of a row in its list: what it is ordered by, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// What the list is ordered by, to the millisecond.
    pub at: Timestamp,
    /// Tells rows of the same instant apart.
    pub id: Uuid,
}

impl Cursor {
    /// The place of a row.
    pub fn new(at: Timestamp, id: impl Into<Uuid>) -> Self {
        Self { at, id: id.into() }
    }

    /// As clients hand it back; its make is our own affair.
    #[must_use]
    pub fn encode(self) -> String {
        let mut bytes = self.at.as_millisecond().to_be_bytes().to_vec();
        bytes.extend_from_slice(self.id.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads what [`Cursor::encode`] wrote.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let bytes: [u8; 24] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (at, id) = bytes.split_at(8);
        // Nothing that is listed is older, and not every database can count further back.
        let at = Timestamp::from_millisecond(i64::from_be_bytes(at.try_into().ok()?)).ok();
        let at = at.filter(|at| *at >= Timestamp::UNIX_EPOCH)?;
        Some(Self { at, id: Uuid::from_slice(id).ok()? })
    }
}

/// What a list's statement needs: read [`Window::rows`] rows behind [`Window::after`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many items the page may have.
    pub limit: u32,
    /// Behind which row it begins.
    pub after: Option<Cursor>,
}

impl ListQuery {
    /// The window asked for; 422 where it can't be.
    pub fn window(&self) -> Result<Window, Problem> {
        let limit = match self.limit.as_deref() {
            None => USUAL,
            Some(text) => limit(text)?,
        };
        let after = match self.cursor.as_deref() {
            None => None,
            Some(text) => Some(Cursor::decode(text).ok_or_else(|| {
                Problem::invalid_field("cursor", "is none that a list gave; leave it out to begin again")
            })?),
        };
        Ok(Window { limit, after })
    }
}

fn limit(text: &str) -> Result<u32, Problem> {
    let number = text.parse::<u32>().ok().filter(|it| (1..=MOST).contains(it));
    number.ok_or_else(|| Problem::invalid_field("limit", format!("is a number from 1 to {MOST}")))
}

impl Window {
    /// How many rows to read: one more than the page has tells whether there is a next one.
    #[must_use]
    pub const fn rows(&self) -> u32 {
        self.limit + 1
    }

    /// The page made of `rows`, each at its `place` and shown as `item`.
    pub fn page<R, T>(
        &self,
        mut rows: Vec<R>,
        place: impl Fn(&R) -> Cursor,
        item: impl FnMut(R) -> T,
    ) -> Page<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let has_next = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = rows.last().filter(|_| has_next).map(|row| place(row).encode());
        Page { items: rows.into_iter().map(item).collect(), next_cursor }
    }
}

impl<T> Page<T> {
    /// A list that is known to fit on one page.
    #[must_use]
    pub const fn whole(items: Vec<T>) -> Self {
        Self { items, next_cursor: None }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, ListQuery};
    use uuid::Uuid;

    fn asked(limit: Option<&str>, cursor: Option<&str>) -> ListQuery {
        ListQuery { limit: limit.map(str::to_owned), cursor: cursor.map(str::to_owned) }
    }

    #[test]
    fn limits_run_from_1_to_200() {
        assert_eq!(asked(None, None).window().map(|it| it.limit).unwrap(), 50);
        assert_eq!(asked(Some("200"), None).window().map(|it| it.limit).unwrap(), 200);
        for bad in ["0", "201", "-1", "ten", "", "1.5", "99999999999999999999"] {
            assert!(asked(Some(bad), None).window().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_cursor_leads_on_and_rubbish_doesnt() {
        let place = Cursor::new("2027-01-01T09:00:00.123Z".parse().unwrap(), Uuid::from_u128(7));
        assert_eq!(Cursor::decode(&place.encode()), Some(place));
        for bad in ["", "x", "AAAA", "💥", &"A".repeat(1000)] {
            assert!(asked(None, Some(bad)).window().is_err(), "{bad}");
        }
        let window = asked(Some("2"), None).window().unwrap();
        let page = window.page(vec![1, 2, 3], |_| place, |row| row * 10);
        assert_eq!((page.items, page.next_cursor), (vec![10, 20], Some(place.encode())));
        assert_eq!(window.page(vec![1, 2], |_| place, |row| row).next_cursor, None);
    }
}

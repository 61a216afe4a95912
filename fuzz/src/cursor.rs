//! Cursors and limits of lists: a cursor that is taken is one that a list could have given.

use jiff::Timestamp;
use timeslot_chassis::page::{Cursor, ListQuery};

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    let decoded = Cursor::decode(text);
    if let Some(cursor) = decoded {
        assert_eq!(cursor.encode(), text);
        assert!(cursor.at >= Timestamp::UNIX_EPOCH);
    }
    let query = |limit: Option<&str>, cursor: Option<&str>| {
        ListQuery { limit: limit.map(str::to_owned), cursor: cursor.map(str::to_owned) }.window()
    };
    assert_eq!(query(None, Some(text)).map(|window| window.after).ok(), decoded.map(Some));
    if let Ok(window) = query(Some(text), None) {
        assert_eq!(text.trim_start_matches(['+', '0']), window.limit.to_string());
        assert!((1..=200).contains(&window.limit) && window.rows() > window.limit);
    }
}

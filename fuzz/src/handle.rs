//! Handles and slugs: what is accepted stands in a link as it is, and is nobody else's word.

use timeslot_core::text::{Handle, RESERVED, Slug, handle_of_name};

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    if let Ok(handle) = Handle::parse(text) {
        let word = handle.as_str();
        assert!(is_word(word) && (3..=30).contains(&word.len()) && !RESERVED.contains(&word), "{word:?}");
        assert_eq!((word, Handle::parse(word)), (text.trim().to_lowercase().as_str(), Ok(handle.clone())));
    }
    if let Ok(slug) = Slug::parse(text) {
        let word = slug.as_str();
        assert!(is_word(word) && (1..=60).contains(&word.len()), "{word:?}");
        assert_eq!((word, Slug::parse(word)), (text.trim().to_lowercase().as_str(), Ok(slug.clone())));
    } else {
        assert!(Handle::parse(text).is_err(), "every handle is a slug, too: {text:?}");
    }
    let made = handle_of_name(text);
    assert!(made.is_empty() || is_word(&made) && made.len() <= 24, "{made:?}");
}

fn is_word(text: &str) -> bool {
    let letters = text.chars().all(|it| matches!(it, 'a'..='z' | '0'..='9' | '-'));
    letters && !text.starts_with('-') && !text.ends_with('-')
}

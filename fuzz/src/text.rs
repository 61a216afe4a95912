//! What people type as names and notes: what is accepted can be shown, and is the same when it is read again.

use timeslot_core::text::{Refused, line, optional_line, paragraphs};

const MOST: usize = 40;

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    for parse in [line, optional_line, paragraphs] {
        read_again(parse, text);
    }
    if let Ok(line) = line(text, MOST) {
        assert!(!line.is_empty() && !line.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}']), "{line:?}");
        assert_eq!(optional_line(text, MOST), Ok(line));
    }
    if let Ok(several) = paragraphs(text, MOST) {
        assert!(!several.contains(|it: char| it.is_control() && it != '\n' && it != '\t'), "{several:?}");
    }
}

fn read_again(parse: fn(&str, usize) -> Result<String, Refused>, text: &str) {
    let Ok(read) = parse(text, MOST) else { return };
    assert!(read.chars().count() <= MOST && read.trim() == read, "{read:?}");
    assert!(
        !read.contains(|it| matches!(it, '\0' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')),
        "{read:?}"
    );
    assert_eq!(parse(&read, MOST), Ok(read));
}

//! What people typed, made harmless for letters to others: plain text that no mail program turns into a link.
//!
//! A dot, `@` or scheme that could begin a link gets a hair space (U+200A) behind it. A zero-width joiner would not do:
//! Android's link finder takes one for a part of the address, and browsers drop it again; a hair space ends a link
//! everywhere and is all but invisible to people.

use serde::Serialize;
use std::fmt;

/// The most characters of a [`Line`].
pub const LINE_CHARS: usize = 120;
/// The most characters of a [`Passage`].
pub const PASSAGE_CHARS: usize = 2_000;
/// The most lines of a [`Passage`].
pub const PASSAGE_LINES: usize = 40;
const BREAK: char = '\u{200A}';

/// One line of typed text: a name, a title, a short answer. Without control characters, line ends and hidden changes of
/// direction, at most [`LINE_CHARS`] long, with nothing in it that becomes a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Line(String);

impl Line {
    /// Makes `typed` harmless.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self(unlinked(&cut(&single(typed), LINE_CHARS)))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Typed text of several lines: notes, a reason, a long answer. As harmless as a [`Line`], at most [`PASSAGE_CHARS`]
/// characters and [`PASSAGE_LINES`] lines long.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Passage(Vec<String>);

impl Passage {
    /// Makes `typed` harmless.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let text = cut(typed.trim(), PASSAGE_CHARS);
        let mut lines: Vec<String> = text.lines().map(|line| unlinked(&single(line))).collect();
        if lines.len() > PASSAGE_LINES {
            lines.truncate(PASSAGE_LINES);
            lines.push("…".to_owned());
        }
        Self(lines)
    }

    /// Its lines.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.0
    }

    /// Whether nothing is left to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }
}

/// `text` on one line: runs of white space become one space (but for the hair
/// space of a broken link); control characters and invisible ones are dropped.
#[must_use]
pub fn single(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_whitespace() && c != BREAK { ' ' } else { c })
        .filter(|&c| is_shown(c))
        .collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// At most `chars` characters of `text`, an ellipsis in place of what was cut off.
#[must_use]
pub fn cut(text: &str, chars: usize) -> String {
    if text.chars().count() <= chars {
        return text.to_owned();
    }
    let kept: String = text.chars().take(chars.saturating_sub(1)).collect();
    // A joiner must not reach over to the ellipsis.
    format!("{}…", kept.trim_end_matches(['\u{200C}', '\u{200D}', '\u{FE0F}', ' ']))
}

/// Joiners (U+200C, U+200D) stay: emoji and several scripts are written with them.
fn is_shown(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
                | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

fn unlinked(line: &str) -> String {
    let mut safe = String::with_capacity(line.len());
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        safe.push(c);
        if chars.peek().is_some_and(|&after| may_begin_link(before, c, after)) {
            safe.push(BREAK);
        }
        before = c;
    }
    safe
}

/// Whether `c`, standing between `before` and `after`, may be what a link finder looks for. Full stops of other scripts
/// count: browsers read them as dots. Figures (3.5, 10:30) and a dot that begins a word (.NET) are left alone.
fn may_begin_link(before: char, c: char, after: char) -> bool {
    match c {
        '.' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}' => before != ' ' && after.is_alphabetic(),
        '@' | '\u{FF20}' => after.is_alphanumeric(),
        ':' | '\u{FF1A}' => (before.is_alphabetic() && after != ' ') || after == '/' || after == '\\',
        '\\' => after == '\\',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{LINE_CHARS, Line, PASSAGE_LINES, Passage};
    use proptest::prelude::*;

    #[test]
    fn nothing_typed_becomes_a_link() {
        for (typed, shown) in [
            ("example.com/x", "example.\u{200A}com/x"),
            ("https://www.example.com", "https:\u{200A}//www.\u{200A}example.\u{200A}com"),
            ("mailto:eve@example.com", "mailto:\u{200A}eve@\u{200A}example.\u{200A}com"),
            ("evil。com", "evil。\u{200A}com"),
            ("http:\\\\evil", "http:\u{200A}\\\u{200A}\\evil"),
            ("ex\u{2060}ample.\u{200B}com", "example.\u{200A}com"),
            ("ex\u{AD}ample.\r\ncom", "example. com"),
        ] {
            assert_eq!(Line::new(typed).as_str(), shown);
        }
    }

    #[test]
    fn ordinary_words_stay_as_they_are() {
        for typed in
            ["Grace Hopper", "10:30, 3.5 hours. Then .NET?", "Dr. Müller-Łuć", "דוד המלך", "👩‍💻 क्षत्रिय"]
        {
            assert_eq!(Line::new(typed).as_str(), typed);
        }
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(Line::new(" A\r\nBcc: \u{2028}x\u{0}\u{202E}y\t ").as_str(), "A Bcc: xy");
    }

    #[test]
    fn length_is_capped() {
        let name = Line::new(&"x".repeat(10_000));
        assert_eq!(name.as_str().chars().count(), LINE_CHARS);
        assert!(name.as_str().ends_with('…'));
        let notes = Passage::new(&"a\n".repeat(900));
        assert_eq!(notes.lines().len(), PASSAGE_LINES + 1);
        assert!(Passage::new(&"y".repeat(10_000)).lines().concat().chars().count() <= super::PASSAGE_CHARS);
    }

    proptest! {
        #[test]
        fn no_domain_survives(host in "[a-z]{1,8}", end in "[a-z]{2,6}", lead in ".{0,5}", tail in ".{0,5}") {
            let shown = Line::new(&format!("{lead}{host}.{end}{tail}")).to_string();
            let domain = format!("{host}.{end}");
            prop_assert!(!shown.contains(&domain), "{shown}");
        }
    }
}

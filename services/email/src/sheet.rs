//! What the layouts draw: one sheet per letter, every text already harmless, every link made by us or by the host.

use crate::line::DayLine;
use crate::said::Passage;
use serde::Serialize;
use url::Url;

/// How things stand, which the pill and the line's colour show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Tone {
    /// The time is taken.
    Taken,
    /// Something waits for an answer.
    Waiting,
    /// The time is free again.
    Freed,
}

/// The parts of a letter around its words.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Sheet {
    pub tone: Option<Tone>,
    pub time: Option<TimePart>,
    pub rows: Vec<Row>,
    pub quotes: Vec<Quote>,
    pub items: Vec<Item>,
    /// Where the one button leads; its label is among the words.
    pub button: Option<String>,
    pub asides: Vec<Aside>,
}

/// The time of a booking.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TimePart {
    pub day: String,
    pub hours: String,
    /// The reading in one line, for the text part.
    pub full: String,
    /// The time that holds no longer.
    pub old: Option<String>,
    pub line: DayLine,
}

/// A fact beside its label.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    pub label: String,
    pub lines: Vec<String>,
    pub link: Option<String>,
}

impl Row {
    pub fn text(label: &str, text: String) -> Self {
        Self::lines(label, vec![text])
    }

    pub fn lines(label: &str, lines: Vec<String>) -> Self {
        Self { label: label.to_owned(), lines, link: None }
    }

    pub fn link(label: &str, text: String, url: &Url) -> Self {
        Self { link: Some(url.to_string()), ..Self::text(label, text) }
    }

    pub fn and(mut self, line: String) -> Self {
        self.lines.push(line);
        self
    }
}

/// Words of a person's own.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Quote {
    pub who: String,
    pub lines: Passage,
}

impl Quote {
    /// What `who` wrote; none if it is nothing.
    pub fn of(who: &str, words: &Passage) -> Vec<Self> {
        if words.is_empty() {
            return Vec::new();
        }
        vec![Self { who: format!("{who} wrote"), lines: words.clone() }]
    }
}

/// A booking in a list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Item {
    pub title: String,
    pub time: String,
    pub link: String,
}

/// A quiet link below the button.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Aside {
    pub label: &'static str,
    pub link: String,
}

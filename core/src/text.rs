//! What people type, parsed at the door. Behind it there is no string called email.

use std::fmt;

/// Why a text is refused: a sentence that names what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

fn refuse<T>(why: impl Into<String>) -> Result<T, Refused> {
    Err(Refused(why.into()))
}

/// The beginning of a refused value, safe to show again.
fn shown(text: &str) -> String {
    let head: String = text.chars().filter(|it| !it.is_control()).take(60).collect();
    if head.len() < text.len() { format!("“{head}…”") } else { format!("“{head}”") }
}

/// Characters that turn the direction of the text around them: harmless in nobody's name.
const fn is_direction_override(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that nobody sees: a name of nothing else is no name.
const fn is_invisible(it: char) -> bool {
    matches!(it, '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}')
}

/// One line of 1 to `most` characters, without control characters; white space around it is dropped.
pub fn line(text: &str, most: usize) -> Result<String, Refused> {
    let line = optional_line(text, most)?;
    if line.chars().all(|it| it.is_whitespace() || is_invisible(it)) {
        return refuse("is empty; please fill it in");
    }
    Ok(line)
}

/// One line of at most `most` characters, which may be empty.
pub fn optional_line(text: &str, most: usize) -> Result<String, Refused> {
    let text = text.trim();
    let ends_a_line = |it| matches!(it, '\u{2028}' | '\u{2029}');
    if text.chars().any(|it| it.is_control() || is_direction_override(it) || ends_a_line(it)) {
        return refuse("has characters that can't be shown, such as line breaks; please take them out");
    }
    within(text, most)
}

/// A text of several lines and at most `most` characters, which may be empty. Line ends become `\n`.
pub fn paragraphs(text: &str, most: usize) -> Result<String, Refused> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().any(|it| (it.is_control() && it != '\n' && it != '\t') || is_direction_override(it)) {
        return refuse("has characters that can't be shown; please take them out");
    }
    within(text, most)
}

fn within(text: &str, most: usize) -> Result<String, Refused> {
    match text.chars().count() {
        count if count > most => refuse(format!("has {count} characters; at most {most} fit")),
        _ => Ok(text.to_owned()),
    }
}

/// A mail address that can be written to: ASCII, at most 254 characters, a domain with an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    text: String,
    key: String,
}

impl Email {
    /// Parses an address.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        let shown = shown(text);
        if text.is_empty() {
            return refuse("is empty; please write a mail address");
        }
        if text.len() > 254 {
            return refuse("is longer than the 254 characters that an address may have");
        }
        let Some((local, domain)) = text.rsplit_once('@') else {
            return refuse(format!("{shown} lacks an @"));
        };
        if !is_local_part(local) {
            return refuse(format!("{shown} has something before the @ that mail servers don't take"));
        }
        if !domain.contains('.') {
            return refuse(format!("{shown} lacks an ending, such as .com"));
        }
        if !is_domain(domain) {
            return refuse(format!("{shown} has something behind the @ that is no domain"));
        }
        Ok(Self { text: text.to_owned(), key: text.to_ascii_lowercase() })
    }

    /// As it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// As it is compared: lower case.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

fn is_local_part(local: &str) -> bool {
    let dots_inside = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let atoms = local.bytes().all(|it| it.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&it));
    (1..=64).contains(&local.len()) && dots_inside && atoms
}

fn is_domain(domain: &str) -> bool {
    domain.split('.').all(is_label)
        && domain.rsplit('.').next().is_some_and(|ending| !ending.bytes().all(|it| it.is_ascii_digit()))
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
}

/// Words that the addresses of the product begin with, and some that would mislead.
pub const RESERVED: &[&str] = &[
    "about",
    "account",
    "admin",
    "api",
    "app",
    "assets",
    "auth",
    "billing",
    "blog",
    "book",
    "contact",
    "dashboard",
    "dev",
    "docs",
    "embed",
    "favicon",
    "forgot-password",
    "healthz",
    "help",
    "index",
    "legal",
    "login",
    "logout",
    "mailbox",
    "manage",
    "manifest",
    "metrics",
    "not-me",
    "openapi",
    "operator",
    "pay",
    "postmaster",
    "preview",
    "pricing",
    "privacy",
    "problems",
    "readyz",
    "register",
    "reset-password",
    "robots",
    "root",
    "security",
    "settings",
    "signin",
    "signup",
    "static",
    "status",
    "support",
    "terms",
    "timeslot",
    "verify-email",
    "webmaster",
    "well-known",
    "www",
];

/// A host's word in links: 3 to 30 of `a`–`z`, `0`–`9` and inner hyphens, none of the reserved ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle(String);

impl Handle {
    /// Parses a handle; capitals are taken as small letters.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let text = text.trim().to_ascii_lowercase();
        if !(3..=30).contains(&text.len()) || !is_word(&text) {
            return refuse(format!(
                "{} can't be a handle: it takes 3 to 30 of the letters a to z, digits, and hyphens inside",
                shown(&text)
            ));
        }
        if RESERVED.contains(&text.as_str()) {
            return refuse(format!(
                "{} is kept for Timeslot's own pages; please choose another",
                shown(&text)
            ));
        }
        Ok(Self(text))
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An event type's word in links: 1 to 60 of `a`–`z`, `0`–`9` and inner hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    /// Parses a slug; capitals are taken as small letters.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let text = text.trim().to_ascii_lowercase();
        if !(1..=60).contains(&text.len()) || !is_word(&text) {
            return refuse(format!(
                "{} can't stand in a link: it takes 1 to 60 of the letters a to z, digits, and hyphens inside",
                shown(&text)
            ));
        }
        Ok(Self(text))
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_word(text: &str) -> bool {
    !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}

/// A handle made of a name, its letters written as Latin ones; empty where it has none that can be.
#[must_use]
pub fn handle_of_name(name: &str) -> String {
    let mut word = String::new();
    for it in deunicode::deunicode(name).chars().map(|it| it.to_ascii_lowercase()) {
        if it.is_ascii_lowercase() || it.is_ascii_digit() {
            word.push(it);
        } else if !word.is_empty() && !word.ends_with('-') && (it.is_whitespace() || it == '-' || it == '.') {
            word.push('-');
        }
    }
    word.truncate(24);
    word.trim_end_matches('-').to_owned()
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Email, Handle, handle_of_name, line, paragraphs};

    #[test]
    fn addresses_that_can_be_written_to() {
        for good in ["grace@example.com", "g.h+x@sub.example.co.uk", "O'Neil@example.com", " a@b.io "] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "grace",
            "grace@example",
            "@example.com",
            "grace@",
            "a b@example.com",
            "a@b@c.com",
            "a@example.com\r\nBcc: x@y.com",
            "a@.com",
            "a@example..com",
            "a@-x.com",
            "a@1.2.3.4",
            "ä@example.com",
            "a\u{0}@example.com",
            "<a@example.com>",
            "a@exämple.com",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad:?}");
        }
        assert!(Email::parse(&format!("{}@example.com", "a".repeat(250))).is_err());
    }

    #[test]
    fn a_refusal_names_the_value_and_what_to_do() {
        let refused = Email::parse("grace@example").map_err(|error| error.to_string());
        assert_eq!(refused, Err("“grace@example” lacks an ending, such as .com".into()));
    }

    #[test]
    fn handles_keep_clear_of_our_own_pages() {
        assert!(Handle::parse("ada").is_ok());
        assert_eq!(Handle::parse("Ada-Lovelace").map(|it| it.to_string()), Ok("ada-lovelace".into()));
        for bad in ["ab", "-ada", "ada-", "ada_l", "login", "API", "ада", "a b c", &"a".repeat(31)] {
            assert!(Handle::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(handle_of_name("Ada  King, Countess"), "ada-king-countess");
        assert_eq!(handle_of_name("Greta Fröhlich-Müßig"), "greta-frohlich-mussig");
        assert_eq!(handle_of_name("李"), "li");
        assert_eq!(handle_of_name("…"), "");
    }

    #[test]
    fn lines_have_no_breaks_and_an_end() {
        assert_eq!(line("  Grace 🦆 هبة ", 20), Ok("Grace 🦆 هبة".into()));
        assert!(line("Grace\r\nBcc: all", 200).is_err());
        assert!(line("a\u{202E}b", 200).is_err());
        for nothing in ["   ", "\u{FEFF}", "\u{200B}\u{200D}", "\u{3164}", "a\u{2028}b"] {
            assert!(line(nothing, 200).is_err(), "{nothing:?}");
        }
        assert!(line(&"x".repeat(10_000), 200).is_err());
        assert_eq!(paragraphs("a\r\nb", 10), Ok("a\nb".into()));
        assert!(paragraphs("a\u{0}b", 10).is_err());
    }
}

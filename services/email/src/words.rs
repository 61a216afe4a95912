//! From a letter's parts to its subject and bodies. The words of each letter are one file in `templates/words`, blocks of
//! plain text; two layouts, `letter.html` and `letter.txt`, set them. Only the first escapes, which the ending decides.

use crate::letter::Parts;
use crate::said::{cut, single};
use crate::sheet::Sheet;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, Error, ErrorKind, State, UndefinedBehavior};
use serde::Serialize;
use std::fmt::Write;
use std::sync::LazyLock;
use url::Url;

/// The most characters of a subject: what programs show of one, and far below a header's limit.
pub const SUBJECT_CHARS: usize = 150;

/// A letter as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// One line, at most [`SUBJECT_CHARS`] characters.
    pub subject: String,
    /// The plain body, lines ended by `\n`.
    pub text: String,
    /// The same as a whole HTML document.
    pub html: String,
}

/// A letter that can't be rendered.
#[derive(Debug, thiserror::Error)]
#[error("the letter {letter} can't be rendered: {source}")]
pub struct RenderError {
    /// The letter's name.
    letter: &'static str,
    /// What its template or its facts lack.
    source: Error,
}

/// The words of one letter.
#[derive(Debug, Serialize)]
struct Words {
    pill: String,
    headline: String,
    about: String,
    lead: Vec<String>,
    button: String,
    why: String,
}

#[derive(Serialize)]
struct Page<'a> {
    subject: &'a str,
    words: &'a Words,
    sheet: &'a Sheet,
    /// The instance's address, and the host part of it that is shown.
    home: &'a str,
    site: &'a str,
}

pub(crate) fn render(letter: &'static str, parts: Parts, public_url: &Url) -> Result<Rendered, RenderError> {
    try_render(letter, parts, public_url).map_err(|source| RenderError { letter, source })
}

fn try_render(letter: &str, parts: Parts, public_url: &Url) -> Result<Rendered, Error> {
    let site = public_url.host_str().unwrap_or_default();
    let facts = minijinja::context! { site, ..parts.facts };
    let mut blocks = TEMPLATES.get_template(&format!("words/{letter}.txt"))?.render_captured(facts)?;
    let mut block = |name: &str| blocks.with_state_mut(|state| word_block(state, name));
    let subject = cut(&single(&block("subject")?), SUBJECT_CHARS);
    let words = Words {
        pill: single(&block("pill")?),
        headline: single(&block("headline")?),
        about: single(&block("about")?),
        lead: block("lead")?.split("\n\n").map(single).filter(|paragraph| !paragraph.is_empty()).collect(),
        button: single(&block("button")?),
        why: single(&block("why")?),
    };
    let home = public_url.as_str();
    let page = Value::from(Serde(Page { subject: &subject, words: &words, sheet: &parts.sheet, home, site }));
    let html = TEMPLATES.get_template("letter.html")?.render(&page)?;
    let text = tidy(&TEMPLATES.get_template("letter.txt")?.render(&page)?);
    Ok(Rendered { subject, text, html })
}

fn word_block(state: &mut State<'_, '_>, name: &str) -> Result<String, Error> {
    state.render_block(name)
}

/// Ends every line without blanks, and leaves one empty line where the layout's conditions left several.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut is_gap = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && is_gap) {
            tidied.push_str(line);
            tidied.push('\n');
        }
        is_gap = line.is_empty();
    }
    tidied.truncate(tidied.trim_end().len());
    tidied.push('\n');
    tidied
}

/// An attribute's value, quotes and all that ends one escaped. Slashes stay readable, unlike with the built-in escape.
fn href(link: &str) -> Result<Value, Error> {
    if !["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme)) {
        let scheme = link.split(':').next().unwrap_or_default();
        return Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("a link of the scheme {scheme:?} in a letter"),
        ));
    }
    let escaped = link.chars().fold(String::with_capacity(link.len()), |mut escaped, c| {
        if matches!(c, '&' | '<' | '>' | '"' | '\'' | '`') || c.is_control() || c == ' ' {
            // Writing to a String can't fail.
            let _ = write!(escaped, "&#{};", u32::from(c));
        } else {
            escaped.push(c);
        }
        escaped
    });
    Ok(Value::from_safe_string(escaped))
}

static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_syntax(syntax());
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    // An error would otherwise carry the facts, which are people's names and addresses, into the logs.
    templates.set_debug(false);
    templates.set_loader(|name| Ok(source(name)));
    templates.add_filter("href", |link: String| href(&link));
    templates
});

/// A tag that stands alone on its line leaves no line behind.
fn syntax() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    syntax.build().unwrap_or_default()
}

macro_rules! sources {
    ($($name:literal)+) => {
        fn source(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../templates/", $name))),)+
                _ => None,
            }
        }
    };
}

sources! {
    "letter.html" "letter.txt" "words/base.txt"
    "words/for_account.txt" "words/for_customer.txt" "words/for_guest.txt" "words/for_host.txt"
    "words/account_closed.txt" "words/address_change_asked.txt" "words/address_taken.txt"
    "words/api_key_added.txt" "words/api_key_deleted.txt"
    "words/customer_awaiting_approval.txt" "words/customer_cancelled.txt" "words/customer_confirmed.txt"
    "words/customer_declined.txt" "words/customer_expired.txt" "words/customer_move_declined.txt"
    "words/customer_moved.txt" "words/customer_reminder.txt"
    "words/guest_cancelled.txt" "words/guest_confirmed.txt" "words/guest_moved.txt" "words/guest_reminder.txt"
    "words/host_approval_asked.txt" "words/host_booked.txt" "words/host_cancelled.txt" "words/host_expired.txt"
    "words/host_move_asked.txt" "words/host_moved.txt" "words/host_reminder.txt"
    "words/invitation.txt" "words/manage_links.txt" "words/password_changed.txt" "words/reset_password.txt"
    "words/test_mail.txt" "words/verify_address.txt"
}

#[cfg(test)]
mod tests {
    use super::{href, tidy};

    #[test]
    fn a_link_cannot_leave_its_attribute() {
        let escaped = href("https://time.example/?a=1&b=\"><script>").unwrap().to_string();
        assert_eq!(escaped, "https://time.example/?a=1&#38;b=&#34;&#62;&#60;script&#62;");
    }

    #[test]
    fn only_web_and_mail_links_are_written() {
        for link in ["javascript:alert(1)", "data:text/html,x", "", "HTTPS//x"] {
            assert!(href(link).unwrap_err().to_string().contains("scheme"), "{link}");
        }
    }

    #[test]
    fn gaps_are_single() {
        assert_eq!(tidy("\n\na  \n\n\n\nb\n\n"), "a\n\nb\n");
    }
}

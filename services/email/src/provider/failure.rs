//! Whom a refusal is about: this reader, this instance, or only this minute.

use super::SendError;
use crate::said::{cut, single};
use lettre::Address;
use lettre::transport::smtp::Error;
use std::error::Error as _;
use std::io;

/// The most characters that are kept of what a server says.
const TEXT_CHARS: usize = 300;

/// How far a session had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Greeting,
    Encryption,
    Login,
    Sender,
    Reader,
    Letter,
}

impl Stage {
    fn name(self) -> &'static str {
        match self {
            Self::Greeting => "the connection",
            Self::Encryption => "encryption",
            Self::Login => "the login",
            Self::Sender => "the sender's address",
            Self::Reader => "the reader's address",
            Self::Letter => "the letter",
        }
    }
}

/// What `error`, met at `stage`, means for the letter to `reader`.
pub(super) fn failure(stage: Stage, error: &Error, reader: Option<&Address>) -> SendError {
    let heard = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    let text = harmless(&heard, reader);
    match error.status().map(u16::from) {
        Some(code) if error.is_permanent() && is_about_letter(stage, code, &addressless(&heard)) => {
            SendError::Recipient { code, text }
        }
        Some(code) if error.is_permanent() => {
            SendError::Instance(format!("{} was refused: {code} {text}", stage.name()))
        }
        Some(code) => SendError::Temporary(format!("{} was put off: {code} {text}", stage.name())),
        // The library's own refusals: no common way to log in, no STARTTLS, a host name that can't be in a certificate.
        None if error.is_client() || error.is_tls() || is_tls_alarm(error) => {
            SendError::Instance(format!("{} failed: {text}", stage.name()))
        }
        None => SendError::Temporary(format!("{} broke off: {text}", stage.name())),
    }
}

/// The host's name leads nowhere: most often a wrong setting, and the operator's affair in any case.
pub(super) fn unreachable(host: &str, error: &io::Error) -> SendError {
    SendError::Instance(format!("the mail server {host} is not found: {error}"))
}

fn is_about_letter(stage: Stage, code: u16, heard: &str) -> bool {
    matches!(stage, Stage::Reader | Stage::Letter) && !is_about_instance(code, heard)
}

/// Many servers (Postfix as it is delivered) keep what they have against client and sender until the reader's address is
/// named, and relays say there that they don't relay. Taken for the reader's fault it would bury every letter.
fn is_about_instance(code: u16, text: &str) -> bool {
    const LOGIN_CODES: std::ops::RangeInclusive<u16> = 530..=538;
    // RFC 3463 and IANA's list: bad sender addresses, the sender's limit reached.
    const STATUSES: [&str; 4] = ["5.1.7", "5.1.8", "5.4.5", "5.7.60"];
    const WORDS: [&str; 8] = [
        "relay",
        "sender address",
        "send as",
        "client host",
        "helo command",
        "not authenticated",
        "authentication required",
        "not verified",
    ];
    let text = text.to_ascii_lowercase();
    let status = text.split_whitespace().next().unwrap_or_default();
    LOGIN_CODES.contains(&code)
        || STATUSES.contains(&status)
        || WORDS.iter().any(|words| text.contains(words))
}

/// Whether the chain of causes ends in TLS itself: a certificate nobody vouches for, a server that doesn't speak it.
fn is_tls_alarm(error: &Error) -> bool {
    let mut cause = error.source();
    while let Some(inner) = cause {
        // What an I/O error wraps is not its source but itself.
        let in_io = inner.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if in_io.is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>) {
            return true;
        }
        cause = inner.source();
    }
    false
}

/// What a server said, on one line of bearable length, without addresses and without what stands before the `@` of the
/// reader's, which servers like to repeat.
pub(super) fn harmless(text: &str, reader: Option<&Address>) -> String {
    let text = single(text);
    let marked = reader.map_or_else(|| text.clone(), |reader| mark(&text, reader.user()));
    // Cut last: half a name isn't found.
    cut(&addressless(&marked), TEXT_CHARS)
}

/// `text` with each word that holds an address put out of sight.
fn addressless(text: &str) -> String {
    let is_edge = |c: char| c.is_whitespace() || "<>()[]\"',;:".contains(c);
    let words = text.split_inclusive(is_edge).map(|word| {
        let bare = word.trim_end_matches(is_edge);
        let is_address = bare.contains('@') || bare.contains("%40");
        if is_address { format!("(address){}", &word[bare.len()..]) } else { word.to_owned() }
    });
    words.collect()
}

/// `text` with an `@` for each `mailbox`, in letters of either case, so that its word counts as an address.
fn mark(text: &str, mailbox: &str) -> String {
    let length = mailbox.chars().count();
    let mut marked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let behind = rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at);
        let (here, after) = rest.split_at(behind);
        // A short one that is part of other words would take those along.
        let stands_alone = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let is_word = stands_alone(marked.chars().next_back()) && stands_alone(after.chars().next());
        if here.to_lowercase() == mailbox.to_lowercase() && (length > 3 || is_word) {
            marked.push('@');
            rest = after;
        } else {
            marked.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::{Stage, addressless, harmless, is_about_letter};
    use lettre::Address;

    fn is_instance(stage: Stage, code: u16, text: &str) -> bool {
        !is_about_letter(stage, code, &addressless(text))
    }

    #[test]
    fn addresses_are_left_out() {
        assert_eq!(
            harmless("5.1.1 <grace@example.com>: \r\nRecipient grace@example.com, rejected", None),
            "5.1.1 <(address)>: Recipient (address), rejected"
        );
        for (mailbox, said, kept) in [
            (
                "grace.hopper",
                "5.1.1 User GRACE.HOPPER unknown (Grace%40example.com), try grace.hopper+1",
                "5.1.1 User (address) unknown ((address)), try (address)",
            ),
            ("al", "5.1.1 Al: also unknown", "5.1.1 (address): also unknown"),
            ("o'neil", "5.1.1 O'Neil: no <O'Neil@example.com>", "5.1.1 (address): no <(address)>"),
            ("zoë", "5.1.1 ZOË@example.com, zoë", "5.1.1 (address), (address)"),
        ] {
            let reader = Address::new(mailbox, "example.com").unwrap();
            assert_eq!(harmless(said, Some(&reader)), kept);
        }
    }

    #[test]
    fn what_is_cut_off_leaves_no_half_of_a_name() {
        let grace = Address::new("grace.hopper", "example.com").unwrap();
        let text = harmless(&format!("{} grace.hopper", "x".repeat(292)), Some(&grace));
        assert!(text.ends_with("x (addre…"), "{text}");
        assert_eq!(text.chars().count(), 300);
    }

    #[test]
    fn readers_are_refused_for_good() {
        for (code, text) in [
            (550, "5.1.1 <grace@example.com>: Recipient address rejected: User unknown"),
            (550, "5.1.1 <relay@example.com>: Recipient address rejected: User unknown"),
            (552, "5.2.2 Mailbox full"),
            (554, "5.7.1 Message rejected as spam"),
        ] {
            assert!(!is_instance(Stage::Reader, code, text), "{text}");
            assert!(!is_instance(Stage::Letter, code, text), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_the_instance_is_not_the_readers_fault() {
        for (code, text) in [
            (530, "5.7.0 Must issue a STARTTLS command first"),
            (554, "5.7.1 <grace@example.com>: Relay access denied"),
            (553, "5.7.1 <post@time.example>: Sender address rejected: not owned by user"),
            (550, "5.1.8 <post@time.example>: domain not found"),
            (554, "5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied"),
            (550, "5.4.5 Daily user sending limit exceeded"),
            (550, "5.7.60 SMTP; Client does not have permissions to send as this sender"),
            (554, "Message rejected: Email address is not verified."),
        ] {
            assert!(is_instance(Stage::Reader, code, text), "{text}");
        }
        for stage in [Stage::Greeting, Stage::Encryption, Stage::Login, Stage::Sender] {
            assert!(is_instance(stage, 550, "no"), "{stage:?}");
        }
    }
}

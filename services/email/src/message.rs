//! From a rendered letter to the message that goes over the wire (RFC 5322).
//!
//! Everything that can differ is an argument, and the boundaries of its parts come from their content: the same letter is
//! the same message, byte for byte, however often a job runs.

use crate::calendar_part::CalendarPart;
use crate::said::{Line, cut, single};
use crate::words::Rendered;
use jiff::Timestamp;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MultiPart, MultiPartKind, SinglePart};
use lettre::{Address, address::AddressError};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

/// The most characters of a name in `From`.
const NAME_CHARS: usize = 60;

/// Who a letter is from, who it is for, and what makes it itself.
#[derive(Clone, Copy, Debug)]
pub struct Cover<'a> {
    /// What tells this delivery from every other; the Message-ID is made of it.
    pub key: &'a str,
    /// When it was written.
    pub date: Timestamp,
    /// The instance's sender address.
    pub sender: &'a str,
    /// The instance's name; `Timeslot` where it is empty.
    pub sender_name: &'a str,
    /// The host in whose name it goes out; none for letters about an account.
    pub host: Option<&'a Line>,
    /// The other side's address, where there is one.
    pub reply_to: Option<&'a str>,
    /// The reader's address.
    pub to: &'a str,
}

/// A message that is ready to be sent, and what was put into it.
#[derive(Clone)]
pub struct Message {
    /// `From`, as it is shown: `Ada Lovelace via Timeslot <post@time.example>`.
    pub from: String,
    /// The reader's address.
    pub to: String,
    /// The letter.
    pub letter: Rendered,
    /// The calendar part.
    pub calendar: Option<CalendarPart>,
    mail: lettre::Message,
}

/// A message that can't be made. The address isn't named: it belongs to a person.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The setting of the sender's address.
    #[error("the sender's address is not an e-mail address ({0}): set TIMESLOT_MAIL_FROM to one")]
    Sender(AddressError),
    /// The reader's address.
    #[error("the reader's address is not an e-mail address: {0}")]
    Reader(AddressError),
    /// The other side's address.
    #[error("the address for answers is not an e-mail address: {0}")]
    ReplyTo(AddressError),
    /// The parts don't make a message.
    #[error("the message can't be put together: {0}")]
    Parts(#[from] lettre::error::Error),
    /// A content type that isn't one.
    #[error("the calendar part has no content type: {0}")]
    ContentType(#[from] lettre::message::header::ContentTypeErr),
}

impl Message {
    /// Puts a letter together.
    pub fn new(
        cover: &Cover<'_>,
        letter: Rendered,
        calendar: Option<CalendarPart>,
    ) -> Result<Self, MessageError> {
        let from = Mailbox::new(
            Some(sender_name(cover.host, cover.sender_name)),
            address(cover.sender).map_err(MessageError::Sender)?,
        );
        let to = address(cover.to).map_err(MessageError::Reader)?;
        let id = digest(&[cover.key]);
        let mut builder = lettre::Message::builder()
            .from(from.clone())
            .to(to.clone().into())
            .subject(subject(&letter.subject))
            .date(cover.date.into())
            .message_id(Some(format!("<{id}@{}>", from.email.domain())))
            .raw_header(plain_header("Auto-Submitted", "auto-generated"))
            .raw_header(plain_header("X-Auto-Response-Suppress", "All"));
        if let Some(other) = cover.reply_to {
            builder = builder.reply_to(address(other).map_err(MessageError::ReplyTo)?.into());
        }
        let mail = builder.multipart(parts(&letter, calendar.as_ref())?)?;
        Ok(Self { from: from.to_string(), to: to.to_string(), letter, calendar, mail })
    }

    /// The message as it goes over the wire, lines ended by CRLF.
    #[must_use]
    pub fn formatted(&self) -> Vec<u8> {
        self.mail.formatted()
    }

    /// The sender's and the reader's address, for the envelope.
    pub(crate) fn envelope(&self) -> &lettre::address::Envelope {
        self.mail.envelope()
    }
}

impl fmt::Debug for Message {
    /// Names nobody: messages end in logs more easily than one thinks.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").finish_non_exhaustive()
    }
}

/// Domains of other scripts are written as DNS knows them, so that any server takes them.
fn address(text: &str) -> Result<Address, AddressError> {
    let (user, domain) = text.rsplit_once('@').ok_or(AddressError::MissingParts)?;
    let domain = if domain.is_ascii() {
        domain.to_owned()
    } else {
        url::Host::parse(domain).map_err(|_| AddressError::InvalidDomain)?.to_string()
    };
    Address::new(user, domain)
}

/// One line, in which what looks like an encoded word (RFC 2047) isn't one: it would be decoded by whoever reads it.
fn subject(text: &str) -> String {
    cut(&single(text), crate::SUBJECT_CHARS).replace("=?", "=\u{200A}?")
}

fn sender_name(host: Option<&Line>, instance: &str) -> String {
    let shown = |name: &str| cut(&single(name), NAME_CHARS);
    let instance =
        Some(shown(instance)).filter(|name| !name.is_empty()).unwrap_or_else(|| "Timeslot".to_owned());
    match host.map(|host| shown(host.as_str())) {
        Some(name) if !name.is_empty() => format!("{name} via {instance}"),
        _ => instance,
    }
}

fn plain_header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn parts(letter: &Rendered, calendar: Option<&CalendarPart>) -> Result<MultiPart, MessageError> {
    let ics = calendar.map_or("", |part| part.text.as_str());
    // Nobody can write a boundary into a text whose digest it is.
    let boundary = digest(&[&letter.text, &letter.html, ics]);
    let mut alternative = multipart(MultiPartKind::Alternative, &format!("a{boundary}"))
        .singlepart(text_part(ContentType::TEXT_PLAIN, &letter.text))
        .singlepart(text_part(ContentType::TEXT_HTML, &letter.html));
    let Some(part) = calendar else {
        return Ok(alternative);
    };
    let method = ContentType::parse(&format!("text/calendar; method={}; charset=UTF-8", part.method.name()))?;
    let file = ContentType::parse("application/ics; name=\"invite.ics\"")?;
    // Bytes are sent as base64, which keeps folded lines and their ends as they are.
    let bytes = || Body::new(part.text.clone().into_bytes());
    alternative = alternative.singlepart(SinglePart::builder().header(method).body(bytes()));
    Ok(multipart(MultiPartKind::Mixed, &format!("m{boundary}"))
        .multipart(alternative)
        .singlepart(Attachment::new("invite.ics".to_owned()).body(bytes(), file)))
}

fn multipart(kind: MultiPartKind, boundary: &str) -> MultiPart {
    MultiPart::builder().kind(kind).boundary(boundary).build()
}

/// Quoted-printable whatever the text holds: seven bits and short lines pass every server unchanged.
fn text_part(kind: ContentType, text: &str) -> SinglePart {
    SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(text.to_owned())
}

/// The first half of the SHA-256 of `texts`, in hexadecimal figures.
fn digest(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.len().to_be_bytes());
        hash.update(text);
    }
    hash.finalize().iter().take(16).fold(String::new(), |mut figures, byte| {
        // Writing to a String can't fail.
        let _ = write!(figures, "{byte:02x}");
        figures
    })
}

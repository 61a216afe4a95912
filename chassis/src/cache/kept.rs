//! One kept answer: its body encoded once, compressed once in each way that somebody has asked for.

use super::Made;
use super::encoding::{Encoding, chosen, compress};
use axum::body::{Body, Bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use jiff::Timestamp;
use std::sync::OnceLock;
use timeslot_core::id::HostId;
use twox_hash::XxHash3_128;

/// Browsers and proxies may keep it, and ask each time whether it still holds.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
/// Below this, compressing saves no packet.
const WORTH_COMPRESSING: usize = 860;

#[derive(Debug)]
pub(super) struct Kept {
    pub host: HostId,
    pub version: i64,
    at: Timestamp,
    until: Option<Timestamp>,
    media_type: HeaderValue,
    tag: HeaderValue,
    plain: Bytes,
    /// Nothing where it can't be compressed.
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

impl Kept {
    pub fn new(made: Made) -> Self {
        Self {
            host: made.host,
            version: made.version,
            at: made.at,
            until: made.until,
            media_type: HeaderValue::from_static(made.media_type),
            tag: tag(&made.body),
            plain: made.body.into(),
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// Whether time alone hasn't changed it. A clock that was turned back may have.
    pub fn holds_at(&self, now: Timestamp) -> bool {
        self.at <= now && self.until.is_none_or(|until| now < until)
    }

    /// About how many bytes it holds: compressed, such answers are a fraction of what they were.
    pub const fn weight(&self) -> usize {
        size_of::<Self>() + self.plain.len() + self.plain.len() / 2
    }

    /// The answer to a request with `headers`: 304 for those who have it.
    pub fn response(&self, headers: &HeaderMap) -> Response {
        let is_had = headers.get_all(IF_NONE_MATCH).iter().any(|value| names(value, &self.tag));
        let mut response = if is_had { Response::default() } else { self.whole(chosen(headers)) };
        if is_had {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let fields = response.headers_mut();
        fields.insert(ETAG, self.tag.clone());
        fields.insert(CACHE_CONTROL, ASK_AGAIN);
        fields.insert(VARY, HeaderValue::from_static("accept-encoding"));
        response
    }

    fn whole(&self, wanted: Encoding) -> Response {
        let (body, encoding) = match self.compressed(wanted) {
            Some(body) => (body, wanted),
            None => (self.plain.clone(), Encoding::Plain),
        };
        let length = body.len();
        let mut response = Response::new(Body::from(body));
        let fields = response.headers_mut();
        fields.insert(CONTENT_TYPE, self.media_type.clone());
        fields.insert(CONTENT_LENGTH, length.into());
        if let Some(word) = encoding.word() {
            fields.insert(CONTENT_ENCODING, HeaderValue::from_static(word));
        }
        response
    }

    fn compressed(&self, wanted: Encoding) -> Option<Bytes> {
        let once = match wanted {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
            Encoding::Plain => return None,
        };
        if self.plain.len() < WORTH_COMPRESSING {
            return None;
        }
        let compressed = once.get_or_init(|| match compress(&self.plain, wanted) {
            Ok(compressed) => Some(compressed),
            Err(error) => {
                tracing::warn!(%error, ?wanted, "an answer can't be compressed and is sent as it is");
                None
            }
        });
        compressed.clone()
    }
}

/// Weak, because it names the same content in every encoding. The hash is a fast one: who makes two answers of one page
/// that have the same misleads nobody but those who read that page.
fn tag(body: &[u8]) -> HeaderValue {
    let text = format!("W/\"{:032x}\"", XxHash3_128::oneshot(body));
    // Hexadecimal digits in quotation marks may always stand in a header.
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("W/\"\""))
}

/// Whether `If-None-Match` names `tag`. What was compressed on the way may come back without its `W/`.
fn names(value: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(value), Ok(tag)) = (value.to_str(), tag.to_str()) else { return false };
    let bare = |tag: &'_ str| tag.trim().trim_start_matches("W/").to_owned();
    value.split(',').any(|it| it.trim() == "*" || bare(it) == bare(tag))
}

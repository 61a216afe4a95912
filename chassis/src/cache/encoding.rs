//! Which compression a client takes, and compressing.

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;
use std::io::Write;

/// Brotli's fifth of eleven levels and gzip's sixth of nine: it is done once for many.
const BROTLI_LEVEL: i32 = 5;
/// Brotli looks back 2^18 bytes, more than most answers have. Memory is set aside for all of them, sixteen times as much by
/// default; with 16 or less it looks in another way, which takes ten times as long.
const BROTLI_WINDOW: i32 = 18;
const GZIP_LEVEL: u32 = 6;

/// How a body is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

impl Encoding {
    /// As `Content-Encoding` names it.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// The best that the client takes. One that it weighs with nothing is refused, all others are taken alike.
pub(super) fn chosen(headers: &HeaderMap) -> Encoding {
    let mut best = Encoding::Plain;
    let fields = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    for asked in fields.flat_map(|value| value.split(',')) {
        let (word, weight) = asked.split_once(';').unwrap_or((asked, ""));
        let weight = weight.trim().trim_start_matches("q=");
        if weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0) {
            continue;
        }
        match word.trim() {
            word if word.eq_ignore_ascii_case("br") => return Encoding::Brotli,
            word if word.eq_ignore_ascii_case("gzip") => best = Encoding::Gzip,
            _ => {}
        }
    }
    best
}

/// The same bytes in fewer.
pub(super) fn compress(plain: &[u8], encoding: Encoding) -> std::io::Result<Bytes> {
    match encoding {
        Encoding::Plain => Ok(Bytes::copy_from_slice(plain)),
        Encoding::Gzip => {
            let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP_LEVEL));
            writer.write_all(plain)?;
            Ok(writer.finish()?.into())
        }
        Encoding::Brotli => {
            let mut parameters = brotli::enc::BrotliEncoderParams::default();
            (parameters.quality, parameters.lgwin) = (BROTLI_LEVEL, BROTLI_WINDOW);
            parameters.size_hint = plain.len();
            let (mut reader, mut written) = (plain, Vec::new());
            brotli::BrotliCompress(&mut reader, &mut written, &parameters)?;
            Ok(written.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, chosen};
    use axum::http::HeaderMap;

    #[test]
    fn the_client_gets_the_best_of_what_it_takes() {
        for (accepted, best) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip", Encoding::Gzip),
            ("gzip;q=0.5, br;q=0", Encoding::Gzip),
            ("GZIP;q=1.0", Encoding::Gzip),
            ("identity", Encoding::Plain),
            ("", Encoding::Plain),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("accept-encoding", accepted.parse().unwrap());
            assert_eq!(chosen(&headers), best, "{accepted}");
        }
        assert_eq!(chosen(&HeaderMap::new()), Encoding::Plain);
    }
}

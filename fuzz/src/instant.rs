//! Instants: what is accepted is a whole second of the years 1970 to 9999, and is written in one way.

use jiff::Timestamp;
use timeslot_chassis::Instant;

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    match Instant::parse(text) {
        Ok(instant) => {
            let written = instant.to_string();
            assert!(written.len() == 20 && written.ends_with('Z'), "{text:?} is written {written}");
            assert_eq!(Instant::parse(&written), Ok(instant));
            assert_eq!(Timestamp::from(instant).subsec_nanosecond(), 0);
            let json = serde_json::to_string(&instant).unwrap();
            assert_eq!(serde_json::from_str::<Instant>(&json).unwrap(), instant);
            // Another reader of RFC 3339 reads the same.
            assert_eq!(jiff::fmt::temporal::DateTimeParser::new().parse_timestamp(text).unwrap(), instant.0);
        }
        // The refusal shows no more of what was sent than fits into a sentence.
        Err(why) => assert!(why.chars().count() < 150 && !why.contains(char::is_control), "{why:?}"),
    }
}

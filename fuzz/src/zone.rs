//! Zones by name and by city: what is found has a name that finds it again.

use jiff::Timestamp;
use timeslot_core::zone::Zone;

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    for zone in [Zone::parse(text), Zone::of_city(text)].into_iter().flatten() {
        assert_eq!(Zone::parse(zone.name()).as_ref(), Some(&zone));
        assert!(
            zone.name().bytes().all(|it| it.is_ascii_alphanumeric() || b"/_+-".contains(&it)),
            "{}",
            zone.name()
        );
        assert!(!zone.city().is_empty() && !zone.city().contains(['/', '_']));
        let there = zone.time_zone().to_datetime(Timestamp::UNIX_EPOCH);
        assert!((1969..=1970).contains(&there.year()), "{}", zone.name());
    }
    if let Some(zone) = Zone::parse(text) {
        assert!(zone.name().eq_ignore_ascii_case(text), "{text} was taken for {}", zone.name());
    }
}

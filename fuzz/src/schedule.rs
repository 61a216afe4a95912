//! Hours as JSON: what is read is written and read the same, and opens whole windows that never overlap.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use timeslot_chassis::body;
use timeslot_core::scheduling::wire::Override;
use timeslot_core::scheduling::{Schedule, Weekly};

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    #[serde(default)]
    weekly: Weekly,
    #[serde(default)]
    overrides: Vec<Override>,
}

/// Zones whose clocks do what hours don't expect.
const ZONES: [&str; 5] =
    ["America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Apia", "Asia/Kathmandu"];

pub fn holds(data: &[u8]) {
    let hours: Hours = match body::parse(data) {
        Ok(hours) => hours,
        Err(problem) => {
            assert!(matches!(problem.status().as_u16(), 400 | 422), "{problem}");
            assert!(problem.detail().chars().count() < 600, "{problem}");
            return;
        }
    };
    let text = serde_json::to_vec(&hours).unwrap();
    assert_eq!(body::parse::<Hours>(&text).unwrap(), hours);
    let mut dates: Vec<Date> = hours.overrides.iter().map(|it| it.date).collect();
    dates.extend(Date::constant(2026, 3, 1).series(1.day()).take(9));
    for zone in ZONES {
        let schedule = Schedule {
            time_zone: super::support::zone(zone),
            weekly: hours.weekly.clone(),
            overrides: hours.overrides.iter().map(|it| (it.date, it.windows.clone())).collect(),
        };
        for date in dates.iter().take(30) {
            let open = schedule.open_on(*date);
            assert!(open.iter().all(|window| window.start < window.end), "{date} {open:?}");
            assert!(open.windows(2).all(|two| two[0].end < two[1].start), "{date} {open:?}");
            let written = schedule.windows(*date).iter().any(|window| window.start < window.end);
            assert!(written || open.is_empty(), "{date} opens without hours");
        }
    }
}

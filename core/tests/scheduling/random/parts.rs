//! The parts of random worlds. What stands at instants is minutes from a midnight that is not known yet.

use super::super::support::{self, minutes};
use super::DAY;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use proptest::array::uniform7;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use timeslot_core::money::Money;
use timeslot_core::scheduling::{Horizon, LocalTime, Rules, Window};

/// Something, but not often.
pub fn perhaps<T: Strategy>(what: T) -> impl Strategy<Value = Option<T::Value>> {
    option::weighted(0.3, what)
}

/// A week, and what holds on some days from the first queried date.
#[derive(Debug)]
pub struct Hours {
    pub weekly: [Vec<Window>; 7],
    pub overrides: Vec<(i64, Vec<Window>)>,
}

pub fn hours() -> impl Strategy<Value = Hours> {
    let overrides = vec((-2_i64..5, windows()), 0..3);
    (uniform7(windows()), overrides).prop_map(|(weekly, overrides)| Hours { weekly, overrides })
}

/// Windows that like the night, when clocks are changed. Some are written backwards.
fn windows() -> impl Strategy<Value = Vec<Window>> {
    let quarters =
        prop_oneof![4 => 0_u16..=96, 3 => 0_u16..=16, 1 => 88_u16..=96, 1 => Just(0), 1 => Just(96)];
    let edge = quarters.prop_map(|quarters| LocalTime::from_minutes(quarters * 15).unwrap()).boxed();
    let window = (edge.clone(), edge, prop::bool::weighted(0.1)).prop_map(|(one, other, as_it_comes)| {
        let (start, end) = if as_it_comes { (one, other) } else { (one.min(other), one.max(other)) };
        Window { start, end }
    });
    vec(window, 0..4)
}

/// All but the horizon.
pub fn rules() -> impl Strategy<Value = Rules> {
    let lengths =
        (select(&[15_i64, 20, 30, 45, 60, 90, 180, 1500]), select(&[10_i64, 15, 20, 30, 45, 60, 90]));
    let buffers = (select(&[0_i64, 0, 5, 15, 30, 60]), select(&[0_i64, 0, 10, 15, 45]));
    let limits = (perhaps(0_u32..4), perhaps(0_u32..4), perhaps(0_u32..4));
    let weekday = (1_i8..=7).prop_map(|day| Weekday::from_monday_one_offset(day).unwrap());
    let others = (select(&[0_i64, 60, DAY]), weekday, 1_u32..4);
    (lengths, buffers, limits, others).prop_map(|(lengths, buffers, limits, others)| Rules {
        slot_interval: minutes(lengths.1),
        buffer_before: minutes(buffers.0),
        buffer_after: minutes(buffers.1),
        minimum_notice: minutes(others.0),
        max_per_day: limits.0,
        max_per_week: limits.1,
        host_max_per_day: limits.2,
        week_start: others.1,
        seats: others.2,
        ..support::rules(lengths.0)
    })
}

/// A horizon whose range is days from the first queried date.
#[derive(Clone, Debug)]
pub enum AnyHorizon {
    Unlimited,
    Rolling(u16),
    Range(i64, i64),
}

impl AnyHorizon {
    pub fn around(self, date: Date) -> Horizon {
        match self {
            Self::Unlimited => Horizon::Unlimited,
            Self::Rolling(days) => Horizon::Rolling(days),
            Self::Range(first, last) => Horizon::Range(date + first.days(), date + last.days()),
        }
    }
}

pub fn horizons() -> impl Strategy<Value = AnyHorizon> {
    prop_oneof![
        4 => Just(AnyHorizon::Unlimited),
        2 => (0_u16..6).prop_map(AnyHorizon::Rolling),
        1 => (728_u16..=735).prop_map(AnyHorizon::Rolling),
        2 => (-2_i64..3, -1_i64..5).prop_map(|(first, last)| AnyHorizon::Range(first, last)),
    ]
}

/// Seconds from the midnight of the query, or of a day about two years earlier.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    pub seconds: i64,
    pub days_earlier: i64,
}

pub fn now() -> impl Strategy<Value = Now> {
    let seconds = (-4 * DAY..2 * DAY, 0_i64..2).prop_map(|(minute, second)| minute * 60 + second);
    let days_earlier = prop_oneof![4 => Just(0), 1 => 726_i64..=734];
    (seconds, days_earlier).prop_map(|(seconds, days_earlier)| Now { seconds, days_earlier })
}

/// What stands at instants: a start in minutes and a length in quarters of an hour.
#[derive(Debug)]
pub struct Lists {
    pub bookings: Vec<LooseBooking>,
    pub blocks: Vec<(i64, i64)>,
    pub busy: Vec<(i64, i64)>,
    pub openings: Vec<((i64, i64), Option<Money>)>,
}

/// One that is of a published slot, if it has one; several make a sitting.
#[derive(Clone, Debug)]
pub struct LooseBooking {
    pub slot: Option<Index>,
    pub period: (i64, i64),
    pub is_call: bool,
    pub buffers: (i64, i64),
    pub copies: usize,
}

pub fn lists() -> impl Strategy<Value = Lists> {
    let anywhere = -3 * DAY..5 * DAY;
    let price = Just(Money { amount_minor: 90_000, currency: "INR".parse().unwrap() });
    let opening = ((-2 * DAY..4 * DAY, 1_i64..8), option::of(price));
    let blocks = vec((anywhere.clone(), 1_i64..10), 0..4);
    let busy = vec((anywhere, 0_i64..10), 0..8);
    (vec(booking(), 0..6), blocks, busy, vec(opening, 0..4))
        .prop_map(|(bookings, blocks, busy, openings)| Lists { bookings, blocks, busy, openings })
}

fn booking() -> impl Strategy<Value = LooseBooking> {
    let buffers = (select(&[0_i64, 0, 5, 20, 60]), select(&[0_i64, 0, 5, 20, 60]));
    let period = (-3 * DAY..5 * DAY, 1_i64..8);
    (option::of(any::<Index>()), period, prop::bool::weighted(0.7), buffers, 1_usize..4).prop_map(
        |(slot, period, is_call, buffers, copies)| LooseBooking { slot, period, is_call, buffers, copies },
    )
}

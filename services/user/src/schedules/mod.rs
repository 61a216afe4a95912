//! Schedules: weekly hours with overrides.

pub mod create;
pub mod delete;
pub mod list;
pub mod show;
pub mod update;

use crate::patch::Patch;
use crate::profile::zone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use timeslot_chassis::check::{Check, date};
use timeslot_core::scheduling::wire::{DAYS, Override};
use timeslot_core::scheduling::{LocalTime, Weekly, Window};
use timeslot_core::text::{self, Refused};
use timeslot_store::Json;
use timeslot_store::schedules::ScheduleRow;
use utoipa::ToSchema;

/// Most schedules of one host.
const MOST: u32 = 50;
/// Most windows of one day.
const MOST_WINDOWS: usize = 24;
/// Most overrides of one schedule.
const MOST_OVERRIDES: usize = 400;

/// Part of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = Window)]
#[serde(deny_unknown_fields)]
pub struct WindowBody {
    /// `HH:MM`.
    start: String,
    /// `HH:MM`, up to `24:00`.
    end: String,
}

/// The windows of each weekday.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = Weekly)]
#[serde(deny_unknown_fields, default)]
pub struct WeeklyBody {
    mon: Vec<WindowBody>,
    tue: Vec<WindowBody>,
    wed: Vec<WindowBody>,
    thu: Vec<WindowBody>,
    fri: Vec<WindowBody>,
    sat: Vec<WindowBody>,
    sun: Vec<WindowBody>,
}

/// What holds on one date instead of the weekly windows.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Override)]
#[serde(deny_unknown_fields)]
pub struct OverrideBody {
    /// `YYYY-MM-DD`.
    date: String,
    /// None closes the day.
    windows: Vec<WindowBody>,
}

/// A schedule.
#[derive(Debug, Serialize, ToSchema)]
pub struct Schedule {
    id: uuid::Uuid,
    name: String,
    /// The IANA zone in which its hours are meant.
    time_zone: String,
    weekly: WeeklyBody,
    overrides: Vec<OverrideBody>,
    /// Whether new event types begin with it.
    is_default: bool,
    archived: bool,
}

/// What a schedule is made of or changed to.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleBody {
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    name: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    time_zone: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<WeeklyBody>)]
    weekly: Patch<WeeklyBody>,
    #[serde(default)]
    #[schema(value_type = Option<Vec<OverrideBody>>)]
    overrides: Patch<Vec<OverrideBody>>,
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    is_default: Patch<bool>,
}

impl From<&ScheduleRow> for Schedule {
    fn from(row: &ScheduleRow) -> Self {
        let [mon, tue, wed, thu, fri, sat, sun] = row.weekly.0.0.each_ref().map(|windows| written(windows));
        Self {
            id: row.id.0,
            name: row.name.clone(),
            time_zone: row.time_zone.clone(),
            weekly: WeeklyBody { mon, tue, wed, thu, fri, sat, sun },
            overrides: row
                .overrides
                .0
                .iter()
                .map(|it| OverrideBody { date: it.date.to_string(), windows: written(&it.windows) })
                .collect(),
            is_default: row.is_default,
            archived: row.archived_at.is_some(),
        }
    }
}

fn written(windows: &[Window]) -> Vec<WindowBody> {
    windows.iter().map(|it| WindowBody { start: it.start.to_string(), end: it.end.to_string() }).collect()
}

impl ScheduleBody {
    fn apply(self, check: &mut Check, row: &mut ScheduleRow) {
        self.name.set(check, "name", &mut row.name, |text| text::line(&text, 100));
        self.time_zone.set(check, "time_zone", &mut row.time_zone, |name| zone(&name));
        self.weekly.set(check, "weekly", &mut row.weekly, |days| weekly(days).map(Json));
        self.overrides.set(check, "overrides", &mut row.overrides, |dates| overrides(dates).map(Json));
        self.is_default.set(check, "is_default", &mut row.is_default, Ok::<_, String>);
    }
}

fn weekly(week: WeeklyBody) -> Result<Weekly, Refused> {
    let WeeklyBody { mon, tue, wed, thu, fri, sat, sun } = week;
    let mut parsed = Weekly::default();
    for ((name, windows), place) in DAYS.iter().zip([mon, tue, wed, thu, fri, sat, sun]).zip(&mut parsed.0) {
        *place = parse_windows(&windows).map_err(|why| Refused(format!("{name}: {why}")))?;
    }
    Ok(parsed)
}

fn overrides(dates: Vec<OverrideBody>) -> Result<Vec<Override>, Refused> {
    if dates.len() > MOST_OVERRIDES {
        return Err(Refused(format!("has {} dates; at most {MOST_OVERRIDES} fit", dates.len())));
    }
    let mut seen = BTreeSet::new();
    let mut parsed = Vec::with_capacity(dates.len());
    for it in dates {
        let date = date(&it.date).map_err(Refused)?;
        if !seen.insert(date) {
            return Err(Refused(format!("{date} stands twice")));
        }
        let windows = parse_windows(&it.windows).map_err(|why| Refused(format!("{date}: {why}")))?;
        parsed.push(Override { date, windows });
    }
    parsed.sort_by_key(|it| it.date);
    Ok(parsed)
}

fn parse_windows(windows: &[WindowBody]) -> Result<Vec<Window>, Refused> {
    if windows.len() > MOST_WINDOWS {
        return Err(Refused(format!("{} windows on one day; at most {MOST_WINDOWS} fit", windows.len())));
    }
    windows.iter().map(parse_window).collect()
}

fn parse_window(window: &WindowBody) -> Result<Window, Refused> {
    let time = |text: &str| {
        text.parse::<LocalTime>()
            .map_err(|why| Refused(format!("“{}” {why}", text.chars().take(10).collect::<String>())))
    };
    let (start, end) = (time(&window.start)?, time(&window.end)?);
    if start < end {
        return Ok(Window { start, end });
    }
    Err(Refused(format!("{start} to {end} ends before it starts; write a window past midnight as two")))
}

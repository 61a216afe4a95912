//! What an event type is made of or changed to, and what each field may hold.

use super::{DateRange, LocationBody, MoneyBody, QuestionBody, RefundStepBody};
use crate::patch::{Patch, range};
use serde::Deserialize;
use timeslot_chassis::check::{self, Check, web_address};
use timeslot_core::event_type::{
    LocationKind, MOST_CHOICES, MOST_QUESTIONS, Question, QuestionKind, RefundStep, Visibility,
};
use timeslot_core::id::ScheduleId;
use timeslot_core::text::{self, Slug};
use timeslot_store::event_types::EventTypeRow;
use timeslot_store::{Json, Minutes};
use utoipa::ToSchema;

/// A day, in minutes.
const DAY: i64 = 24 * 60;
/// Most reminders of one booking.
const MOST_REMINDERS: usize = 5;

/// What an event type is made of or changed to; what isn't named stays, or has its default.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventTypeBody {
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    slug: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    title: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    description: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    duration_minutes: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    slot_interval_minutes: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    buffer_before_minutes: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    buffer_after_minutes: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    minimum_notice_minutes: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    horizon_days: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<DateRange>)]
    date_range: Patch<DateRange>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    max_per_day: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    max_per_week: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    seats: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<MoneyBody>)]
    price: Patch<MoneyBody>,
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    requires_approval: Patch<bool>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    approval_expires_hours: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    cancel_cutoff_minutes: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    reschedule_cutoff_minutes: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    max_guests: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<LocationBody>)]
    location: Patch<LocationBody>,
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    schedule_id: Patch<uuid::Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<Vec<QuestionBody>>)]
    questions: Patch<Vec<QuestionBody>>,
    #[serde(default)]
    #[schema(value_type = Option<Vec<i64>>)]
    reminders_minutes: Patch<Vec<i64>>,
    #[serde(default)]
    #[schema(value_type = Option<Vec<RefundStepBody>>)]
    refund_ladder: Patch<Vec<RefundStepBody>>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    visibility: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    active: Patch<bool>,
}

impl EventTypeBody {
    /// Notes which of the fields that an event type can't be without are missing.
    pub(super) fn check_needed(&self, check: &mut Check) {
        check.that(self.slug != Patch::Missing, "slug", "is needed");
        check.that(self.title != Patch::Missing, "title", "is needed");
        check.that(self.duration_minutes != Patch::Missing, "duration_minutes", "is needed");
        check.that(self.schedule_id != Patch::Missing, "schedule_id", "is needed");
    }

    /// Puts what is named into `row`.
    pub(super) fn apply(self, check: &mut Check, row: &mut EventTypeRow, most_guests: u8) {
        let minutes = |least, most| move |value| range(value, least, most).map(Minutes);
        self.slug.set(check, "slug", &mut row.slug, |text| Slug::parse(&text).map(|slug| slug.to_string()));
        self.title.set(check, "title", &mut row.title, |text| text::line(&text, 150));
        self.description
            .set(check, "description", &mut row.description, |text| text::paragraphs(&text, 5000));
        self.duration_minutes.set(check, "duration_minutes", &mut row.duration_minutes, minutes(5, DAY));
        let interval = &mut row.slot_interval_minutes;
        self.slot_interval_minutes.set_or_clear(check, "slot_interval_minutes", interval, minutes(5, DAY));
        self.buffer_before_minutes.set(
            check,
            "buffer_before_minutes",
            &mut row.buffer_before_minutes,
            minutes(0, DAY),
        );
        self.buffer_after_minutes.set(
            check,
            "buffer_after_minutes",
            &mut row.buffer_after_minutes,
            minutes(0, DAY),
        );
        let notice = &mut row.minimum_notice_minutes;
        self.minimum_notice_minutes.set(check, "minimum_notice_minutes", notice, minutes(0, 365 * DAY));
        self.horizon_days
            .set_or_clear(check, "horizon_days", &mut row.horizon_days, |days| range(days, 0, 730));
        apply_date_range(self.date_range, check, row);
        self.max_per_day.set_or_clear(check, "max_per_day", &mut row.max_per_day, |most| range(most, 1, 200));
        self.max_per_week
            .set_or_clear(check, "max_per_week", &mut row.max_per_week, |most| range(most, 1, 1000));
        self.seats.set(check, "seats", &mut row.seats, |seats| range(seats, 1, 1000));
        check_price(self.price, check);
        self.requires_approval.set(check, "requires_approval", &mut row.requires_approval, Ok::<_, String>);
        let hours = &mut row.approval_expires_hours;
        self.approval_expires_hours
            .set(check, "approval_expires_hours", hours, |value| range(value, 1, 24 * 30));
        self.cancel_cutoff_minutes.set(
            check,
            "cancel_cutoff_minutes",
            &mut row.cancel_cutoff_minutes,
            minutes(0, 90 * DAY),
        );
        let cutoff = &mut row.reschedule_cutoff_minutes;
        self.reschedule_cutoff_minutes.set(check, "reschedule_cutoff_minutes", cutoff, minutes(0, 90 * DAY));
        self.max_guests
            .set(check, "max_guests", &mut row.max_guests, |most| range(most, 0, i64::from(most_guests)));
        apply_location(self.location, check, row);
        self.schedule_id
            .set(check, "schedule_id", &mut row.schedule_id, |id| Ok::<_, String>(ScheduleId(id)));
        self.questions.set(check, "questions", &mut row.questions, |list| questions(list).map(Json));
        self.reminders_minutes
            .set(check, "reminders_minutes", &mut row.reminders_minutes, |list| reminders(&list).map(Json));
        self.refund_ladder
            .set(check, "refund_ladder", &mut row.refund_ladder, |list| refund_ladder(&list).map(Json));
        self.visibility.set(check, "visibility", &mut row.visibility, |text| visibility(&text));
        self.active.set(check, "active", &mut row.active, Ok::<_, String>);
        let is_bounded_twice = row.horizon_days.is_some() && row.date_from.is_some();
        check.that(
            !is_bounded_twice,
            "date_range",
            "can't stand beside horizon_days; clear one of them with null",
        );
    }
}

fn apply_date_range(range: Patch<DateRange>, check: &mut Check, row: &mut EventTypeRow) {
    let mut dates = row.date_from.zip(row.date_to);
    range.set_or_clear(check, "date_range", &mut dates, |range| {
        let (from, to) = (check::date(&range.from)?, check::date(&range.to)?);
        if from <= to { Ok((from, to)) } else { Err(format!("ends on {to}, before it starts on {from}")) }
    });
    (row.date_from, row.date_to) = dates.unzip();
}

/// The row's price stays empty: nothing but a price of nothing is let in.
fn check_price(price: Patch<MoneyBody>, check: &mut Check) {
    price.set_or_clear(check, "price", &mut None, |price| self::price(&price));
}

/// Refuses a price above zero until payments exist.
pub(crate) fn price(price: &MoneyBody) -> Result<(), String> {
    match check::money(price.amount_minor, &price.currency)? {
        money if money.amount_minor > 0 => {
            Err("can't be charged: this version takes no payments yet; leave the price out".into())
        }
        _ => Ok(()),
    }
}

fn apply_location(location: Patch<LocationBody>, check: &mut Check, row: &mut EventTypeRow) {
    let mut parsed = (row.location_kind.clone(), row.location_value.clone());
    location.set(check, "location", &mut parsed, |location| self::location(&location));
    (row.location_kind, row.location_value) = parsed;
}

fn location(location: &LocationBody) -> Result<(String, String), String> {
    let Some(kind) = LocationKind::parse(&location.kind) else {
        return Err("has an unknown kind; it is google_meet, link, phone or in_person".into());
    };
    let value = match kind {
        LocationKind::GoogleMeet => {
            return Err(
                "can't be google_meet: no Google account is connected; choose link, phone or in_person"
                    .into(),
            );
        }
        LocationKind::Link if !location.value.trim().is_empty() => web_address(&location.value, 500)?,
        _ => text::optional_line(&location.value, 300).map_err(|why| why.to_string())?,
    };
    Ok((kind.as_str().to_owned(), value))
}

fn questions(list: Vec<QuestionBody>) -> Result<Vec<Question>, String> {
    if list.len() > MOST_QUESTIONS {
        return Err(format!("has {} questions; at most {MOST_QUESTIONS} fit", list.len()));
    }
    let mut parsed: Vec<Question> = Vec::with_capacity(list.len());
    for (place, it) in list.into_iter().enumerate() {
        let question = question(it).map_err(|why| format!("question {}: {why}", place + 1))?;
        if parsed.iter().any(|earlier| earlier.id == question.id) {
            return Err(format!("question {}: the id “{}” stands twice", place + 1, question.id));
        }
        parsed.push(question);
    }
    Ok(parsed)
}

fn question(it: QuestionBody) -> Result<Question, String> {
    let kind =
        QuestionKind::parse(&it.kind).ok_or("the kind is text, long_text, phone, choice or checkbox")?;
    let id = Slug::parse(&it.id.replace('_', "-")).map_err(|why| format!("the id {why}")).map(|_| it.id)?;
    let label = text::line(&it.label, 300).map_err(|why| format!("the label {why}"))?;
    let choices: Result<Vec<String>, _> = it.choices.iter().map(|choice| text::line(choice, 100)).collect();
    let choices = choices.map_err(|why| format!("a choice {why}"))?;
    match kind {
        QuestionKind::Choice if !(2..=MOST_CHOICES).contains(&choices.len()) => {
            Err(format!("there are {} choices; there can be 2 to {MOST_CHOICES}", choices.len()))
        }
        QuestionKind::Choice => Ok(Question { id, kind, label, required: it.required, choices }),
        _ if !choices.is_empty() => Err("only a choice has choices".into()),
        _ => Ok(Question { id, kind, label, required: it.required, choices }),
    }
}

/// Lead times, longest first.
fn reminders(list: &[i64]) -> Result<Vec<u32>, String> {
    if list.len() > MOST_REMINDERS {
        return Err(format!("has {} reminders; at most {MOST_REMINDERS} fit", list.len()));
    }
    let parsed: Result<Vec<u32>, _> = list.iter().map(|minutes| range(*minutes, 5, 30 * DAY)).collect();
    let mut parsed = parsed.map_err(|why| why.to_string())?;
    parsed.sort_unstable_by_key(|minutes| std::cmp::Reverse(*minutes));
    parsed.dedup();
    Ok(parsed)
}

/// Rungs from the earliest down; less may never come back for cancelling earlier.
fn refund_ladder(list: &[RefundStepBody]) -> Result<Vec<RefundStep>, String> {
    if list.len() > 10 {
        return Err(format!("has {} rungs; at most 10 fit", list.len()));
    }
    let mut parsed: Vec<RefundStep> =
        list.iter().map(|it| RefundStep { hours_before: it.hours_before, percent: it.percent }).collect();
    parsed.sort_unstable_by_key(|rung| std::cmp::Reverse(rung.hours_before));
    for it in &parsed {
        range::<u32>(i64::from(it.hours_before), 0, 24 * 365).map_err(|why| format!("hours_before {why}"))?;
        range::<u8>(i64::from(it.percent), 0, 100).map_err(|why| format!("percent {why}"))?;
    }
    let falls = parsed
        .windows(2)
        .all(|pair| pair[0].hours_before > pair[1].hours_before && pair[0].percent >= pair[1].percent);
    if falls {
        Ok(parsed)
    } else {
        Err("gives more back for cancelling later, or names an hour twice".into())
    }
}

fn visibility(text: &str) -> Result<String, String> {
    let known = Visibility::parse(text).map(|it| it.as_str().to_owned());
    known.ok_or_else(|| "is neither listed nor unlisted".into())
}

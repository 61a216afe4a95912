//! What a customer has typed into the booking form, and what is wrong with it, by field.

use super::fields::Fields;
use crate::bookings::create::{GivenAnswer, NewBooking};
use crate::pages::{Money, PublicEventTypeDetail};
use serde::Serialize;
use std::collections::BTreeMap;
use timeslot_chassis::{Instant, Problem};

/// As the client's draft has it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Typed {
    pub name: String,
    pub email: String,
    pub notes: String,
    /// By question.
    pub answers: BTreeMap<String, String>,
    pub guests: Vec<String>,
}

/// For which slot of whom it was typed.
#[derive(Clone, Debug)]
pub struct Target {
    pub handle: String,
    pub slug: String,
    pub start: Instant,
    pub time_zone: String,
}

impl Typed {
    /// As the form sent it.
    pub fn of(fields: &Fields) -> Self {
        Self {
            name: fields.one("name").to_owned(),
            email: fields.one("email").to_owned(),
            notes: fields.one("notes").to_owned(),
            answers: fields.under("answers.").into_iter().collect(),
            guests: fields.all("guests").into_iter().filter(|it| !it.trim().is_empty()).collect(),
        }
    }

    /// Whether nothing was typed yet.
    pub fn is_empty(&self) -> bool {
        let Self { name, email, notes, answers, guests } = self;
        [name, email, notes].iter().all(|text| text.is_empty())
            && answers.values().all(String::is_empty)
            && guests.is_empty()
    }

    /// The request that the API would be sent.
    pub fn wish(&self, target: Target, (price, minutes): (Option<Money>, Option<u32>)) -> NewBooking {
        let answers = self.answers.iter().filter(|(_, value)| !value.trim().is_empty());
        NewBooking {
            handle: target.handle,
            slug: target.slug,
            start: target.start,
            name: self.name.clone(),
            email: self.email.clone(),
            time_zone: target.time_zone,
            notes: Some(self.notes.clone()).filter(|notes| !notes.trim().is_empty()),
            answers: answers
                .map(|(id, value)| GivenAnswer { question_id: id.clone(), value: value.clone() })
                .collect(),
            guests: self.guests.clone(),
            price,
            duration_minutes: minutes,
        }
    }
}

/// What is wrong, by the names of the form's fields; what has no field here stands at `form`.
pub fn placed(problem: &Problem, event_type: &PublicEventTypeDetail) -> BTreeMap<String, String> {
    let mut errors = BTreeMap::new();
    for error in problem.errors() {
        let question = error.field.strip_prefix("answers.");
        let has_field = matches!(error.field.as_str(), "name" | "email" | "notes" | "guests")
            || question.is_some_and(|id| event_type.questions.iter().any(|question| question.id == id));
        let (field, text) = if has_field {
            (error.field.clone(), sentence(&error.message))
        } else {
            ("form".to_owned(), format!("“{}” {}.", error.field, error.message))
        };
        errors.entry(field).or_insert(text);
    }
    errors
}

/// How messages begin that go on from the field's name.
const GOES_ON: [&str; 10] =
    ["is", "has", "lies", "lacks", "needs", "can't", "can’t", "must", "may", "doesn't"];

/// The server's messages go on from the field's name (“is needed”); at the field they stand alone: “This is needed.”
pub fn sentence(message: &str) -> String {
    let goes_on = message.split(' ').next().is_some_and(|first| GOES_ON.contains(&first));
    let mut letters = message.chars();
    let whole: String = if goes_on {
        format!("This {message}")
    } else {
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    if whole.ends_with(['.', '!', '?', '…']) { whole } else { format!("{whole}.") }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn what_stands_at_a_field_is_a_whole_sentence() {
        for (message, said) in [
            ("is needed", "This is needed."),
            ("has passed; choose a later time", "This has passed; choose a later time."),
            ("“grace” has no @", "“grace” has no @."),
            ("island life is no choice.", "Island life is no choice."),
        ] {
            assert_eq!(sentence(message), said);
        }
    }
}

//! What can be booked: the parts of an event type that are more than a number.

use crate::text;
use serde::{Deserialize, Serialize};

/// Most questions of one event type.
pub const MOST_QUESTIONS: usize = 20;
/// Most choices of one question.
pub const MOST_CHOICES: usize = 50;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// As it is written in the API and the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads what `as_str` wrote.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    )+};
}

words! {
    /// Where a meeting takes place.
    LocationKind {
        /// A Meet link that Google makes for each booking.
        GoogleMeet = "google_meet",
        /// A link that is the same for every booking.
        Link = "link",
        /// A telephone number.
        Phone = "phone",
        /// A place one goes to.
        InPerson = "in_person",
    }
    /// Whether the host's page lists the event type.
    Visibility {
        /// It does.
        Listed = "listed",
        /// Only who has the link can book.
        Unlisted = "unlisted",
    }
    /// How a question is answered.
    QuestionKind {
        /// In one line.
        Text = "text",
        /// In several lines.
        LongText = "long_text",
        /// With a telephone number.
        Phone = "phone",
        /// With one of the choices.
        Choice = "choice",
        /// With a tick.
        Checkbox = "checkbox",
    }
}

/// A question that the host asks everyone who books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The host's word for it, unique in the event type.
    pub id: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What is asked.
    pub label: String,
    /// Whether one can't book without an answer.
    pub required: bool,
    /// What can be chosen, for a choice.
    pub choices: Vec<String>,
}

/// An answer as it is kept with the booking, with the question as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Which question.
    pub question_id: String,
    /// What was asked.
    pub label: String,
    /// What was answered.
    pub value: String,
}

/// One rung of the refund ladder: cancelled at least so many hours before, so much comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundStep {
    /// Hours before the start.
    pub hours_before: u32,
    /// Percent of the price.
    pub percent: u8,
}

/// A refused field and why.
pub type FieldRefused = (String, text::Refused);

/// Holds `given` (question id and value) against `questions`. Unknown and doubled ids, missing answers and values that
/// don't fit are refused by field.
pub fn check_answers(
    questions: &[Question],
    given: &[(String, String)],
) -> Result<Vec<Answer>, Vec<FieldRefused>> {
    let mut refused = unknown_answers(questions, given);
    let mut answers = Vec::new();
    for question in questions {
        let value = given.iter().find(|(id, _)| *id == question.id).map_or("", |(_, value)| value.as_str());
        match question.check(value) {
            Ok(value) if value.is_empty() => {}
            Ok(value) => answers.push(Answer {
                question_id: question.id.clone(),
                label: question.label.clone(),
                value,
            }),
            Err(why) => refused.push((format!("answers.{}", question.id), why)),
        }
    }
    if refused.is_empty() { Ok(answers) } else { Err(refused) }
}

fn unknown_answers(questions: &[Question], given: &[(String, String)]) -> Vec<FieldRefused> {
    let refuse = |why: &str| ("answers".to_owned(), text::Refused(why.to_owned()));
    let mut refused = Vec::new();
    for (place, (id, _)) in given.iter().enumerate() {
        if !questions.iter().any(|question| question.id == *id) {
            refused.push(refuse(
                "answers a question that isn't asked; the page may be old, please load it again",
            ));
        } else if given[..place].iter().any(|(earlier, _)| earlier == id) {
            refused.push(refuse("answers one question twice"));
        }
    }
    refused.truncate(1);
    refused
}

impl Question {
    fn check(&self, value: &str) -> Result<String, text::Refused> {
        let value = match self.kind {
            QuestionKind::Text | QuestionKind::Choice => text::optional_line(value, 500)?,
            QuestionKind::LongText => text::paragraphs(value, 5000)?,
            QuestionKind::Phone => phone(value)?,
            QuestionKind::Checkbox => tick(value)?,
        };
        if value.is_empty() {
            return if self.required { Err(text::Refused("is needed".into())) } else { Ok(value) };
        }
        if self.kind == QuestionKind::Choice && !self.choices.contains(&value) {
            return Err(text::Refused("is none of the choices".into()));
        }
        Ok(value)
    }
}

/// `yes`, or nothing where the box is not ticked: a required box must be ticked.
fn tick(value: &str) -> Result<String, text::Refused> {
    match value.trim() {
        "true" | "yes" | "on" => Ok("yes".into()),
        "" | "false" | "no" | "off" => Ok(String::new()),
        _ => Err(text::Refused("is neither ticked nor unticked; send true or false".into())),
    }
}

fn phone(value: &str) -> Result<String, text::Refused> {
    let value = text::optional_line(value, 40)?;
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let known = value.chars().all(|it| it.is_ascii_digit() || " +-().".contains(it));
    if value.is_empty() || (known && (5..=20).contains(&digits)) {
        return Ok(value);
    }
    Err(text::Refused("is no telephone number; write it with digits, such as +49 30 123456".into()))
}

#[cfg(test)]
mod tests {
    use super::{Question, QuestionKind, check_answers};

    fn question(id: &str, kind: QuestionKind, required: bool) -> Question {
        let choices = if kind == QuestionKind::Choice { vec!["red".into(), "blue".into()] } else { vec![] };
        Question { id: id.into(), kind, label: id.to_uppercase(), required, choices }
    }

    fn refused_fields(questions: &[Question], given: &[(&str, &str)]) -> Vec<String> {
        let given: Vec<_> = given.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect();
        match check_answers(questions, &given) {
            Ok(_) => vec![],
            Err(fields) => fields.into_iter().map(|(field, _)| field).collect(),
        }
    }

    #[test]
    fn answers_are_held_against_the_questions() {
        let form = [
            question("why", QuestionKind::LongText, true),
            question("tel", QuestionKind::Phone, false),
            question("colour", QuestionKind::Choice, false),
            question("agree", QuestionKind::Checkbox, true),
        ];
        assert!(refused_fields(&form, &[("why", "a\nb"), ("agree", "true")]).is_empty());
        assert_eq!(refused_fields(&form, &[("agree", "false")]), ["answers.why", "answers.agree"]);
        let odd = [("why", "x"), ("agree", "yes"), ("tel", "call me"), ("colour", "green")];
        assert_eq!(refused_fields(&form, &odd), ["answers.tel", "answers.colour"]);
        assert_eq!(
            refused_fields(&form, &[("why", "x"), ("agree", "yes"), ("nobody", "asked")]),
            ["answers"]
        );
    }

    #[test]
    fn an_answer_keeps_its_question() {
        let form = [question("why", QuestionKind::Text, true)];
        let answers = check_answers(&form, &[("why".into(), " because ".into())]).unwrap();
        assert_eq!((answers[0].label.as_str(), answers[0].value.as_str()), ("WHY", "because"));
    }
}

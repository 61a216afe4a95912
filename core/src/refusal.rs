//! Why a step with a booking was not taken, for whoever has to tell it: the booking room writes it, the frame of the
//! services turns it into a problem.

use crate::booking::Refused;
use crate::event_type::FieldRefused;
use crate::money::Money;
use jiff::{SignedDuration, Timestamp};

/// What a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The state of things is against it: another request may do.
    Conflict,
    /// What was asked for can't be.
    Invalid,
}

/// A refusal that says what was wrong and what to do.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// What it is about.
    pub kind: Kind,
    /// A stable word for it.
    pub slug: &'static str,
    /// What is wrong.
    pub title: &'static str,
    /// With which value, and what to do.
    pub detail: String,
    /// The fields that are wrong.
    pub fields: Vec<FieldRefused>,
    /// The nearest open starts, where a slot is gone.
    pub alternatives: Option<Vec<Timestamp>>,
    /// The price as it is now, where it changed.
    pub price: Option<Money>,
}

impl Refusal {
    const fn new(kind: Kind, slug: &'static str, title: &'static str, detail: String) -> Self {
        Self { kind, slug, title, detail, fields: Vec::new(), alternatives: None, price: None }
    }

    /// The slot exists and can't be had.
    #[must_use]
    pub fn taken(start: Timestamp, alternatives: Vec<Timestamp>) -> Self {
        let detail = match alternatives.len() {
            0 => format!("{start} can't be booked any more, and no other start near it is open."),
            _ => format!("{start} can't be booked any more. The nearest open starts are in `alternatives`."),
        };
        let refusal = Self::new(Kind::Conflict, "slot-taken", "The slot is taken", detail);
        Self { alternatives: Some(alternatives), ..refusal }
    }

    /// No slot starts then.
    #[must_use]
    pub fn not_a_slot(start: Timestamp) -> Self {
        let detail = format!("No slot starts at {start}. Choose one of those that are offered.");
        Self::new(Kind::Invalid, "not-a-slot", "Not a slot", detail)
    }

    /// Something that was typed doesn't fit.
    #[must_use]
    pub fn fields(fields: Vec<FieldRefused>) -> Self {
        let names: Vec<&str> = fields.iter().map(|(field, _)| field.as_str()).collect();
        let detail = format!("Please mend: {}.", names.join(", "));
        Self { fields, ..Self::new(Kind::Invalid, "invalid", "Some fields are wrong", detail) }
    }

    /// The price is another than the one that was seen.
    #[must_use]
    pub fn terms_changed(price: Option<Money>) -> Self {
        let detail = "The price is another one now. Look at it, and ask again with it.".to_owned();
        Self { price, ..Self::new(Kind::Conflict, "terms-changed", "The price has changed", detail) }
    }

    /// It takes longer or shorter than the page said.
    #[must_use]
    pub fn length_changed(now: SignedDuration) -> Self {
        let detail =
            format!("It takes {} minutes now. Look at it, and ask again if that suits you.", now.as_mins());
        Self::new(Kind::Conflict, "terms-changed", "The length has changed", detail)
    }

    /// It has a price, and nobody can pay.
    #[must_use]
    pub fn no_payments() -> Self {
        let detail = "This slot has a price, and this instance takes no payments yet.".to_owned();
        Self::new(Kind::Conflict, "no-payments", "No payments", detail)
    }

    /// The address has as many live bookings with this host as it may.
    #[must_use]
    pub fn too_many_bookings(most: u32) -> Self {
        let detail = format!(
            "This address has {most} bookings with this host ahead, which is the most. Cancel one first."
        );
        Self::new(Kind::Conflict, "too-many-bookings", "Too many bookings", detail)
    }

    /// The table of states, or a cut-off, is against it.
    #[must_use]
    pub fn step(refused: Refused) -> Self {
        let (slug, title) = match refused {
            Refused::State { .. } => ("wrong-state", "Not possible in this state"),
            Refused::CutOff { .. } => ("cut-off-passed", "It is too late for this"),
            Refused::Moves => ("too-many-moves", "It has been moved too often"),
            Refused::NotOver { .. } => ("not-over", "The meeting isn't over"),
            Refused::NotExpired => ("not-expired", "Its time isn't over"),
        };
        let mut detail = refused.to_string();
        if let Some(first) = detail.get(..1).map(str::to_uppercase) {
            detail.replace_range(..1, &first);
        }
        Self::new(Kind::Conflict, slug, title, format!("{detail}."))
    }
}

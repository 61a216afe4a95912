//! How a letter looks, with invented people in it.

use crate::letter::{Letter, Purpose};
use crate::samples;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Path, Problem, Query};
use url::Url;
use utoipa::{IntoParams, ToSchema};

/// A letter as it is read.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterPreview {
    subject: String,
    /// The plain body.
    text: String,
    /// The same as a whole HTML document.
    html: String,
}

/// To whom the letter goes.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PreviewQuery {
    /// `customer` (unless asked otherwise), `guest` or `host`, where the letter goes to several.
    recipient: Option<String>,
}

/// A letter as its readers get it, with invented people. `kind` is what deliveries call it, such as `confirmed`.
#[utoipa::path(get, path = "/api/v1/email/letters/{kind}/preview", tag = "email",
    params(("kind" = String, Path), PreviewQuery),
    responses((status = 200, body = LetterPreview), Refusals))]
pub async fn preview_letter(
    State(app): State<App>,
    _: Host,
    Path(kind): Path<String>,
    Query(query): Query<PreviewQuery>,
) -> Result<Json<LetterPreview>, Problem> {
    let public_url = &app.settings().public_url;
    let letter = sample(&kind, query.recipient.as_deref(), public_url).ok_or_else(Problem::not_found)?;
    let rendered = letter.render(public_url).map_err(|error| {
        tracing::error!(%error, "a sample of a letter is broken");
        Problem::broken()
    })?;
    Ok(Json(LetterPreview { subject: rendered.subject, text: rendered.text, html: rendered.html }))
}

/// The sample of a kind of letter to a kind of reader; the first reader that gets such letters if none is named.
fn sample(kind: &str, recipient: Option<&str>, public_url: &Url) -> Option<Letter> {
    let names = names(kind);
    let wanted = names.iter().find(|name| {
        recipient.is_none_or(|recipient| name.split_once('_').is_some_and(|(reader, _)| reader == recipient))
    });
    let mut letter = samples::one(wanted?, public_url)?;
    if let ("change_address", Letter::VerifyAddress(letter)) = (kind, &mut letter) {
        letter.purpose = Purpose::Change;
    }
    Some(letter)
}

/// What the samples of a job's letters are called, customer's first.
fn names(kind: &str) -> &'static [&'static str] {
    match kind {
        "verify_address" | "change_address" => &["verify_address"],
        "address_taken" => &["address_taken"],
        "reset_password" => &["reset_password"],
        "credentials_changed" => &["password_changed"],
        "invitation" => &["invitation"],
        "manage_links" => &["manage_links"],
        "confirmed" | "approved" => &["customer_confirmed", "guest_confirmed", "host_booked"],
        "changed" => &["customer_moved", "guest_moved", "host_moved"],
        "cancelled" => &["customer_cancelled", "guest_cancelled", "host_cancelled"],
        "awaiting" => &["customer_awaiting_approval", "host_approval_asked"],
        "declined" => &["customer_declined"],
        "expired" => &["customer_expired", "host_expired"],
        "move_requested" => &["host_move_asked"],
        "move_declined" => &["customer_move_declined"],
        "reminder" => &["customer_reminder", "guest_reminder", "host_reminder"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::sample;
    use timeslot_core::job::{JobKind, Service};

    #[test]
    fn every_kind_of_letter_has_a_sample() {
        let public_url = "https://time.example".parse().unwrap();
        for kind in JobKind::ALL.iter().filter(|kind| kind.service() == Service::Email) {
            assert!(sample(kind.as_str(), None, &public_url).is_some(), "{kind:?}");
        }
        let named = |recipient| sample("confirmed", recipient, &public_url).map(|letter| letter.name());
        assert_eq!(named(None), Some("customer_confirmed"));
        assert_eq!(named(Some("host")), Some("host_booked"));
        assert_eq!(named(Some("nobody")), None);
        assert!(sample("sweep", None, &public_url).is_none());
    }
}

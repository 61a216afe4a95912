//! The host cancels.

use super::{BookingAnswer, answer, at_desk};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use timeslot_booking::{Stepped, cancel};
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::Path;
use timeslot_core::booking::Actor;
use timeslot_core::text;
use utoipa::ToSchema;

/// Why.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonBody {
    /// A word to the other side; may be left out.
    reason: Option<String>,
}

impl ReasonBody {
    /// The reason, checked; none where it is empty.
    pub(super) fn parse(self) -> Result<Option<String>, Problem> {
        let mut check = Check::new();
        let reason = check.take_if("reason", self.reason, |text| text::paragraphs(&text, 500));
        let (reason,) = check.all((reason,))?;
        Ok(reason.filter(|text| !text.is_empty()))
    }
}

/// Cancels a booking; the customer gets a letter with the reason.
#[utoipa::path(post, path = "/api/v1/user/bookings/{id}/cancel", tag = "user", operation_id = "cancel_booking",
    params(("id" = uuid::Uuid, Path)), request_body = ReasonBody,
    responses((status = 200, body = BookingAnswer), Refusals))]
pub async fn cancel_booking(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
    Body(body): Body<ReasonBody>,
) -> Result<Json<BookingAnswer>, Problem> {
    let reason = body.parse()?;
    let desk_app = app.clone();
    let answered = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let (desk, row) = at_desk(tx, &desk_app, &caller, id).await?;
                match cancel(tx, &desk, row, Actor::Host, reason).await? {
                    Stepped::Refused(refusal) => Err(refusal.into()),
                    Stepped::Done(row) => answer(tx, caller.id, *row, Vec::new()).await,
                }
            })
        })
        .await?;
    Ok(Json(answered))
}

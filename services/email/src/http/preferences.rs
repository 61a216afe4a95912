//! Which notices the host wants.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use timeslot_chassis::caller::Host;
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Body, Problem};
use timeslot_store::hosts::{self, HostRow};
use utoipa::ToSchema;

/// Which of the host's own notices are wanted. Requests for approval come whatever is chosen: nobody else can answer.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticePreferences {
    /// Of new bookings.
    notify_booked: bool,
    /// Of cancelled ones.
    notify_cancelled: bool,
    /// Of moved ones.
    notify_rescheduled: bool,
}

impl From<HostRow> for NoticePreferences {
    fn from(host: HostRow) -> Self {
        Self {
            notify_booked: host.notify_booked,
            notify_cancelled: host.notify_cancelled,
            notify_rescheduled: host.notify_rescheduled,
        }
    }
}

/// Which notices the host wants.
#[utoipa::path(get, path = "/api/v1/email/preferences", tag = "email",
    responses((status = 200, body = NoticePreferences), Refusals))]
pub async fn get_preferences(
    State(app): State<App>,
    caller: Host,
) -> Result<Json<NoticePreferences>, Problem> {
    let host = app.db().read(move |tx| Box::pin(async move { hosts::find(tx, caller.id).await })).await;
    let host = host.map_err(Problem::from)?.ok_or_else(Problem::not_found)?;
    Ok(Json(host.into()))
}

/// Chooses which notices the host wants.
#[utoipa::path(put, path = "/api/v1/email/preferences", tag = "email", request_body = NoticePreferences,
    responses((status = 200, body = NoticePreferences), Refusals))]
pub async fn update_preferences(
    State(app): State<App>,
    caller: Host,
    Body(wanted): Body<NoticePreferences>,
) -> Result<Json<NoticePreferences>, Problem> {
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let host = hosts::lock(tx, caller.id).await?;
                let mut host = host.ok_or_else(Problem::not_found)?;
                host.notify_booked = wanted.notify_booked;
                host.notify_cancelled = wanted.notify_cancelled;
                host.notify_rescheduled = wanted.notify_rescheduled;
                hosts::update(tx, &host).await?;
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok(Json(wanted))
}

//! “I didn't book this”.

use super::{at_desk, proven};
use axum::extract::State;
use axum::http::StatusCode;
use timeslot_booking::disown;
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, BearerToken, Path, Problem};

/// Cancels a booking that the owner of the address didn't make, and stops letters from this host to that address. The
/// token is that of the link in a letter: whoever booked has the manage link, too, but only the owner reads the letter.
#[utoipa::path(post, path = "/api/v1/client/bookings/{id}/not-me", tag = "client", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), Refusals))]
pub async fn report_not_me(
    State(app): State<App>,
    Path(id): Path<uuid::Uuid>,
    BearerToken(token): BearerToken,
) -> Result<StatusCode, Problem> {
    carry_out(&app, token, Some(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Disowns what `token` proves.
pub(crate) async fn carry_out(app: &App, token: String, id: Option<uuid::Uuid>) -> Result<(), Problem> {
    let inside = app.clone();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let row = proven(tx, &inside, &token, Purpose::NotMe).await?;
                if id.is_some_and(|id| row.id.0 != id) {
                    return Err(Problem::not_found());
                }
                let (desk, row) = at_desk(tx, &inside, &row).await?;
                disown(tx, &desk, row).await?;
                Ok(())
            })
        })
        .await
}

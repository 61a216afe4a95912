//! What the operator sees of letters: those that no mail server has taken, and those kept for want of one.

use super::deliveries::{Delivery, before, page};
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use timeslot_chassis::caller::Operator;
use timeslot_chassis::page::{Cursor, ListQuery, Page};
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Instant, Problem, Query};
use timeslot_store::addressees;
use timeslot_store::mailbox::{self, MailboxRow};
use utoipa::ToSchema;

/// A letter that is kept for want of a mail server.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailboxLetter {
    id: uuid::Uuid,
    /// The reader's address.
    to: String,
    /// `Name <address>`.
    from: String,
    subject: String,
    /// The plain body.
    text: String,
    /// The same as a whole HTML document.
    html: String,
    /// The calendar part.
    calendar: Option<String>,
    created_at: Instant,
}

impl From<MailboxRow> for MailboxLetter {
    fn from(row: MailboxRow) -> Self {
        Self {
            id: row.id,
            to: row.recipient,
            from: row.sender,
            subject: row.subject,
            text: row.text,
            html: row.html,
            calendar: row.calendar,
            created_at: row.created_at.into(),
        }
    }
}

/// Letters that no mail server has taken, of all hosts, newest first.
#[utoipa::path(get, path = "/api/v1/email/operator/undelivered", tag = "email", params(ListQuery),
    responses((status = 200, body = Page<Delivery>), Refusals))]
pub async fn list_undelivered(
    State(app): State<App>,
    _: Operator,
    Query(query): Query<ListQuery>,
) -> Result<Json<Page<Delivery>>, Problem> {
    let window = query.window()?;
    let rows = app
        .db()
        .read(move |tx| {
            Box::pin(async move { addressees::undelivered(tx, before(&window), window.rows()).await })
        })
        .await;
    Ok(Json(page(window, rows.map_err(Problem::from)?)))
}

/// The letters that were kept for want of a mail server, newest first.
#[utoipa::path(get, path = "/api/v1/email/operator/letters", tag = "email", params(ListQuery),
    responses((status = 200, body = Page<MailboxLetter>), Refusals))]
pub async fn list_kept_letters(
    State(app): State<App>,
    _: Operator,
    Query(query): Query<ListQuery>,
) -> Result<Json<Page<MailboxLetter>>, Problem> {
    let window = query.window()?;
    let after = window.after.map(|after| (after.at, after.id));
    let rows =
        app.db().read(move |tx| Box::pin(async move { mailbox::list(tx, after, window.rows()).await })).await;
    let place = |row: &MailboxRow| Cursor::new(row.created_at, row.id);
    Ok(Json(window.page(rows.map_err(Problem::from)?, place, MailboxLetter::from)))
}

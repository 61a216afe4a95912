//! Buried jobs of all services, and a second life for them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use timeslot_chassis::caller::Operator;
use timeslot_chassis::page::{Cursor, ListQuery, Page};
use timeslot_chassis::problem::Refusals;
use timeslot_chassis::{App, Instant, Path, Problem, Query};
use timeslot_core::id::JobId;
use timeslot_store::jobs::{self, JobRow};
use utoipa::{IntoParams, ToSchema};

/// A job that went wrong for good.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuriedJob {
    id: uuid::Uuid,
    /// What was to be done.
    kind: String,
    /// `dead`.
    state: String,
    host_id: Option<uuid::Uuid>,
    booking_id: Option<uuid::Uuid>,
    /// For whom it was.
    recipient: String,
    /// How often it was tried.
    tries: u32,
    /// What went wrong last.
    last_error: Option<String>,
    created_at: Instant,
    /// When it was buried.
    finished_at: Option<Instant>,
}

impl From<JobRow> for BuriedJob {
    fn from(row: JobRow) -> Self {
        Self {
            id: row.id.0,
            kind: row.kind,
            state: row.state,
            host_id: row.host_id.map(|id| id.0),
            booking_id: row.booking_id.map(|id| id.0),
            recipient: row.recipient,
            tries: row.attempts,
            last_error: row.last_error,
            created_at: row.created_at.into(),
            finished_at: row.finished_at.map(Instant::from),
        }
    }
}

/// Which jobs.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct JobQuery {
    /// `dead`, the only state that is listed.
    state: Option<String>,
    /// How many items: 50 unless asked otherwise, 200 at most.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// The jobs of all services that were given up, newest first.
#[utoipa::path(get, path = "/api/v1/email/operator/jobs", tag = "email", params(JobQuery),
    responses((status = 200, body = Page<BuriedJob>), Refusals))]
pub async fn list_buried_jobs(
    State(app): State<App>,
    _: Operator,
    Query(query): Query<JobQuery>,
) -> Result<Json<Page<BuriedJob>>, Problem> {
    if query.state.is_some_and(|state| state != "dead") {
        return Err(Problem::invalid_field("state", "is listed for dead only"));
    }
    let list = ListQuery { limit: query.limit, cursor: query.cursor };
    let window = list.window()?;
    let before = window.after.map(|after| JobId(after.id));
    let rows =
        app.db().read(move |tx| Box::pin(async move { jobs::buried(tx, before, window.rows()).await })).await;
    let place = |row: &JobRow| Cursor::new(row.created_at, row.id.0);
    Ok(Json(window.page(rows.map_err(Problem::from)?, place, BuriedJob::from)))
}

/// Tries a job that failed again now.
#[utoipa::path(post, path = "/api/v1/email/operator/jobs/{id}/retry", tag = "email",
    params(("id" = uuid::Uuid, Path)), responses((status = 202), Refusals))]
pub async fn retry_buried_job(
    State(app): State<App>,
    _: Operator,
    Path(id): Path<uuid::Uuid>,
) -> Result<StatusCode, Problem> {
    let now = app.now();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let job = jobs::find(tx, JobId(id)).await?.ok_or_else(Problem::not_found)?;
                if jobs::revive(tx, now, job.id).await? {
                    if let (Some(host), Some(booking)) = (job.host_id, job.booking_id) {
                        tx.report().host(host).bookings.push(booking);
                    }
                    return Ok::<_, Problem>(());
                }
                let detail = format!("It is {}; only what failed can be tried again.", job.state);
                Err(Problem::conflict("nothing-to-retry", "Nothing to retry", detail))
            })
        })
        .await?;
    Ok(StatusCode::ACCEPTED)
}

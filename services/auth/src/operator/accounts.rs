//! The instance's accounts: a list, suspending and restoring.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;
use timeslot_chassis::page::{Cursor, ListQuery, Page};
use timeslot_chassis::{App, Instant, Operator, Path, Problem, Query, Refusals};
use timeslot_core::id::HostId;
use timeslot_store::accounts::{self, Member};
use timeslot_store::{Tx, hosts, sessions};
use utoipa::ToSchema;
use uuid::Uuid;

/// An account as the operator sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Account {
    id: Uuid,
    email: String,
    name: String,
    handle: String,
    email_verified: bool,
    is_operator: bool,
    suspended_at: Option<Instant>,
    created_at: Instant,
}

impl From<Member> for Account {
    fn from(member: Member) -> Self {
        let account = member.account;
        Self {
            id: account.id.0,
            email: account.email,
            name: member.name,
            handle: member.handle,
            email_verified: account.verified_at.is_some(),
            is_operator: account.is_operator,
            suspended_at: account.suspended_at.map(Instant::from),
            created_at: account.created_at.into(),
        }
    }
}

/// The instance's accounts, newest first.
#[utoipa::path(get, path = "/api/v1/auth/operator/accounts", tag = "auth", params(ListQuery),
    responses((status = 200, body = Page<Account>), Refusals))]
pub(crate) async fn list_accounts(
    State(app): State<App>,
    _: Operator,
    Query(query): Query<ListQuery>,
) -> Result<Json<Page<Account>>, Problem> {
    let window = query.window()?;
    let rows: Result<Vec<Member>, Problem> = app
        .db()
        .read(move |tx| {
            let after = window.after.map(|place| (place.at, place.id));
            Box::pin(async move { Ok(accounts::list(tx, after, window.rows()).await?) })
        })
        .await;
    let place = |row: &Member| Cursor::new(row.account.created_at, row.account.id.0);
    Ok(Json(window.page(rows?, place, Account::from)))
}

/// Suspends an account: its sessions end, its keys are refused, its page can't be seen.
#[utoipa::path(post, path = "/api/v1/auth/operator/accounts/{id}/suspend", tag = "auth",
    params(("id" = Uuid, Path)), responses((status = 204), Refusals))]
pub(crate) async fn suspend_account(
    State(app): State<App>,
    operator: Operator,
    Path(id): Path<HostId>,
) -> Result<StatusCode, Problem> {
    if operator.host.id == id {
        let detail = "This is your own account; suspended, nobody could restore it.";
        return Err(Problem::conflict("own-account", "That is your own account", detail));
    }
    set(&app, id, Some(app.now())).await
}

/// Restores a suspended account.
#[utoipa::path(post, path = "/api/v1/auth/operator/accounts/{id}/restore", tag = "auth",
    params(("id" = Uuid, Path)), responses((status = 204), Refusals))]
pub(crate) async fn restore_account(
    State(app): State<App>,
    _: Operator,
    Path(id): Path<HostId>,
) -> Result<StatusCode, Problem> {
    set(&app, id, None).await
}

async fn set(app: &App, id: HostId, since: Option<Timestamp>) -> Result<StatusCode, Problem> {
    app.db().write(move |tx| Box::pin(async move { write(tx, id, since).await })).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn write(tx: &mut Tx, id: HostId, since: Option<Timestamp>) -> Result<(), Problem> {
    if !accounts::set_suspended(tx, id, since).await? {
        return Err(Problem::not_found());
    }
    if since.is_some() {
        sessions::end_all(tx, id).await?;
    }
    hosts::raise_version(tx, id).await?;
    Ok(())
}

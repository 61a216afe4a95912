//! Invitations to register.

use crate::letters;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use timeslot_chassis::check::Check;
use timeslot_chassis::page::{Cursor, ListQuery, Page};
use timeslot_chassis::token::Purpose;
use timeslot_chassis::{App, Body, Instant, Operator, Path, Problem, Query, Refusals};
use timeslot_core::id::{HostId, InvitationId};
use timeslot_core::text::Email;
use timeslot_store::Tx;
use timeslot_store::invitations::{self, InvitationRow};
use utoipa::ToSchema;
use uuid::Uuid;

/// An invitation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Invitation {
    id: Uuid,
    /// Whom, if anybody in particular.
    email: Option<String>,
    created_at: Instant,
    expires_at: Instant,
    used_at: Option<Instant>,
}

impl From<InvitationRow> for Invitation {
    fn from(row: InvitationRow) -> Self {
        Self {
            id: row.id.0,
            email: row.email,
            created_at: row.created_at.into(),
            expires_at: row.expires_at.into(),
            used_at: row.used_at.map(Instant::from),
        }
    }
}

/// Whom to invite.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InviteBody {
    /// Gets a letter, and nobody else can use the invitation; without it whoever has the link can.
    #[schema(example = "grace@example.com")]
    email: Option<String>,
}

/// An invitation and its link.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct NewInvitation {
    invitation: Invitation,
    /// The link to the register page; it is not shown again.
    url: String,
}

/// Invitations, newest first.
#[utoipa::path(get, path = "/api/v1/auth/operator/invitations", tag = "auth", params(ListQuery),
    responses((status = 200, body = Page<Invitation>), Refusals))]
pub(crate) async fn list_invitations(
    State(app): State<App>,
    _: Operator,
    Query(query): Query<ListQuery>,
) -> Result<Json<Page<Invitation>>, Problem> {
    let window = query.window()?;
    let rows: Result<Vec<InvitationRow>, Problem> = app
        .db()
        .read(move |tx| {
            let after = window.after.map(|place| (place.at, place.id));
            Box::pin(async move { Ok(invitations::list(tx, after, window.rows()).await?) })
        })
        .await;
    let place = |row: &InvitationRow| Cursor::new(row.created_at, row.id.0);
    Ok(Json(window.page(rows?, place, Invitation::from)))
}

/// Invites somebody to register, for a week.
#[utoipa::path(post, path = "/api/v1/auth/operator/invitations", tag = "auth", request_body = InviteBody,
    responses((status = 201, body = NewInvitation), Refusals))]
pub(crate) async fn create_invitation(
    State(app): State<App>,
    operator: Operator,
    Body(body): Body<InviteBody>,
) -> Result<(StatusCode, Json<NewInvitation>), Problem> {
    let mut check = Check::new();
    let email = check.take_if("email", body.email, |text| Email::parse(&text));
    let (email,) = check.all((email,))?;
    let row = row(&app, operator.host.id, email.as_ref());
    let token = app.keys().sign(Purpose::Invitation, row.id.0, 0, Some(row.expires_at));
    let (clerk, kept) = (app.clone(), row.clone());
    app.db().write(move |tx| Box::pin(async move { create(tx, &clerk, &kept).await })).await?;
    let answer = NewInvitation {
        invitation: row.into(),
        url: app.settings().link(&format!("/register?invitation={token}")),
    };
    Ok((StatusCode::CREATED, Json(answer)))
}

fn row(app: &App, operator: HostId, email: Option<&Email>) -> InvitationRow {
    let now = app.now();
    let life = Purpose::Invitation.life().unwrap_or_default();
    InvitationRow {
        id: InvitationId::new(now, app.entropy()),
        invited_by: operator,
        email: email.map(|email| email.as_str().to_owned()),
        created_at: now,
        expires_at: now.checked_add(life).unwrap_or(now),
        used_at: None,
    }
}

async fn create(tx: &mut Tx, app: &App, row: &InvitationRow) -> Result<(), Problem> {
    row.insert(tx).await?;
    if row.email.is_some() {
        letters::order_invitation(tx, app, row.invited_by, row.id).await?;
    }
    Ok(())
}

/// Takes an invitation back.
#[utoipa::path(delete, path = "/api/v1/auth/operator/invitations/{id}", tag = "auth",
    params(("id" = Uuid, Path)), responses((status = 204), Refusals))]
pub(crate) async fn delete_invitation(
    State(app): State<App>,
    _: Operator,
    Path(id): Path<InvitationId>,
) -> Result<StatusCode, Problem> {
    let found: Result<bool, Problem> =
        app.db().write(move |tx| Box::pin(async move { Ok(invitations::delete(tx, id).await?) })).await;
    if found? { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::not_found()) }
}

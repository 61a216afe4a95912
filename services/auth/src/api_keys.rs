//! Keys for scripts. A key is shown once; it can't touch credentials, so it can't make another.

use crate::letters::{self, Change};
use crate::proof::password_again;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use timeslot_chassis::caller::{API_KEY_PREFIX, new_token, token_hash};
use timeslot_chassis::page::Page;
use timeslot_chassis::{App, Body, Instant, Network, Path, Problem, Refusals, SessionCaller};
use timeslot_core::id::{ApiKeyId, HostId};
use timeslot_core::text;
use timeslot_store::Tx;
use timeslot_store::api_keys::{self, ApiKeyRow};
use utoipa::ToSchema;
use uuid::Uuid;

/// Most keys of one account.
const MOST: u32 = 20;
/// Most characters of a key's name.
const NAME_LENGTH: usize = 60;
/// How many characters of a key are kept to tell it by.
const PREFIX_LENGTH: usize = 8;

/// A key, without its secret.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ApiKey {
    id: Uuid,
    name: String,
    /// Its first characters.
    #[schema(example = "ts_Ab3xY")]
    prefix: String,
    created_at: Instant,
    /// To about ten minutes.
    last_used_at: Option<Instant>,
}

impl From<ApiKeyRow> for ApiKey {
    fn from(row: ApiKeyRow) -> Self {
        Self {
            id: row.id.0,
            name: row.name,
            prefix: row.prefix,
            created_at: row.created_at.into(),
            last_used_at: row.last_used_at.map(Instant::from),
        }
    }
}

/// What the key is to be called.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateApiKeyBody {
    #[schema(example = "my script")]
    name: String,
    /// The account's password.
    password: String,
}

/// A new key and its secret.
#[derive(Serialize, ToSchema)]
pub(crate) struct NewApiKey {
    api_key: ApiKey,
    /// Sent as `Authorization: Bearer`; it is not shown again.
    token: String,
}

/// The account's keys, newest first.
#[utoipa::path(get, path = "/api/v1/auth/api-keys", tag = "auth",
    responses((status = 200, body = Page<ApiKey>), Refusals))]
pub(crate) async fn list_api_keys(
    State(app): State<App>,
    caller: SessionCaller,
) -> Result<Json<Page<ApiKey>>, Problem> {
    let id = caller.host.id;
    let rows: Result<Vec<ApiKeyRow>, Problem> =
        app.db().read(move |tx| Box::pin(async move { Ok(api_keys::of_account(tx, id, MOST).await?) })).await;
    Ok(Json(Page::whole(rows?.into_iter().map(ApiKey::from).collect())))
}

/// Makes a key. The account's address is told.
#[utoipa::path(post, path = "/api/v1/auth/api-keys", tag = "auth", request_body = CreateApiKeyBody,
    responses((status = 201, body = NewApiKey), Refusals))]
pub(crate) async fn create_api_key(
    State(app): State<App>,
    network: Network,
    caller: SessionCaller,
    Body(body): Body<CreateApiKeyBody>,
) -> Result<(StatusCode, Json<NewApiKey>), Problem> {
    let name = text::line(&body.name, NAME_LENGTH).map_err(|it| Problem::invalid_field("name", it.0))?;
    let id = caller.host.id;
    password_again(&app, network, id, "password", &body.password).await?;
    let token = format!("{API_KEY_PREFIX}{}", new_token(app.entropy()));
    let row = row(&app, id, name, &token);
    let (clerk, kept) = (app.clone(), row.clone());
    app.db().write(move |tx| Box::pin(async move { create(tx, &clerk, &kept).await })).await?;
    let answer = NewApiKey { api_key: row.into(), token };
    Ok((StatusCode::CREATED, Json(answer)))
}

fn row(app: &App, account: HostId, name: String, token: &str) -> ApiKeyRow {
    ApiKeyRow {
        id: ApiKeyId::new(app.now(), app.entropy()),
        account_id: account,
        name,
        prefix: token.chars().take(PREFIX_LENGTH).collect(),
        token_hash: token_hash(token),
        created_at: app.now(),
        last_used_at: None,
    }
}

async fn create(tx: &mut Tx, app: &App, row: &ApiKeyRow) -> Result<(), Problem> {
    if api_keys::count(tx, row.account_id).await? >= i64::from(MOST) {
        let detail = format!("An account has {MOST} keys at most. Delete one that isn't used any more.");
        return Err(Problem::conflict("too-many-keys", "Too many keys", detail));
    }
    row.insert(tx).await?;
    letters::order_change(tx, app, row.account_id, Change::ApiKeyAdded, row.id.to_string()).await
}

/// Deletes a key. The account's address is told.
#[utoipa::path(delete, path = "/api/v1/auth/api-keys/{id}", tag = "auth", params(("id" = Uuid, Path)),
    responses((status = 204), Refusals))]
pub(crate) async fn delete_api_key(
    State(app): State<App>,
    caller: SessionCaller,
    Path(id): Path<ApiKeyId>,
) -> Result<StatusCode, Problem> {
    let (clerk, account) = (app.clone(), caller.host.id);
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if !api_keys::delete(tx, account, id).await? {
                    return Err(Problem::not_found());
                }
                letters::order_change(tx, &clerk, account, Change::ApiKeyDeleted, id.to_string()).await
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

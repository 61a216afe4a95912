//! Blocks: time that can't be booked, whatever the hours say.

use super::list::span;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use timeslot_booking::availability::MOST_BY_HAND;
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::Check;
use timeslot_chassis::instant::Instant;
use timeslot_chassis::page::Page;
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_chassis::query::{Path, Query};
use timeslot_core::id::{BlockId, HostId};
use timeslot_core::text;
use timeslot_store::openings::{self, BlockRow};
use timeslot_store::{Tx, hosts};
use utoipa::{IntoParams, ToSchema};

/// Most blocks of one answer.
const MOST: u32 = 1000;
/// The longest block.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 366);

/// A period in which the host can't be booked.
#[derive(Debug, Serialize, ToSchema)]
pub struct Block {
    id: uuid::Uuid,
    start: Instant,
    end: Instant,
    /// The host's own note; customers never see it.
    reason: Option<String>,
}

/// A period to be blocked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBlock {
    start: Instant,
    end: Instant,
    reason: Option<String>,
}

/// Which blocks.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BlockQuery {
    /// Those that end after this instant; after now unless said otherwise.
    from: Option<String>,
    /// Those that start before this instant.
    to: Option<String>,
}

impl From<&BlockRow> for Block {
    fn from(row: &BlockRow) -> Self {
        Self {
            id: row.id.0,
            start: row.starts_at.into(),
            end: row.ends_at.into(),
            reason: row.reason.clone(),
        }
    }
}

/// The host's blocks by start, the first thousand.
#[utoipa::path(get, path = "/api/v1/user/blocks", tag = "user", params(BlockQuery),
    responses((status = 200, body = Page<Block>), Refusals))]
pub async fn list_blocks(
    State(app): State<App>,
    caller: Host,
    Query(query): Query<BlockQuery>,
) -> Result<Json<Page<Block>>, Problem> {
    let span = span(query.from.as_deref(), query.to.as_deref(), app.now())?;
    let rows = app
        .db()
        .read(move |tx| Box::pin(async move { openings::blocks(tx, caller.id, span, MOST).await }))
        .await
        .map_err(Problem::from)?;
    Ok(Json(Page::whole(rows.iter().map(Block::from).collect())))
}

/// Blocks a period. Bookings inside it stay; nothing new is offered there.
#[utoipa::path(post, path = "/api/v1/user/blocks", tag = "user", request_body = NewBlock,
    responses((status = 201, body = Block), Refusals))]
pub async fn create_block(
    State(app): State<App>,
    caller: Host,
    Body(body): Body<NewBlock>,
) -> Result<(StatusCode, Json<Block>), Problem> {
    let (now, id) = (app.now(), BlockId::new(app.now(), app.entropy()));
    let row = parse(body, id, caller.id, now)?;
    let row = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                hosts::lock(tx, caller.id).await?;
                leave_room(tx, caller.id, now).await?;
                row.insert(tx).await?;
                hosts::raise_version(tx, caller.id).await?;
                Ok::<_, Problem>(row)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(Block::from(&row))))
}

fn parse(body: NewBlock, id: BlockId, host_id: HostId, now: Timestamp) -> Result<BlockRow, Problem> {
    let (start, end) = (body.start.0, body.end.0);
    let mut check = Check::new();
    let reason = check.take_if("reason", body.reason, |text| text::optional_line(&text, 200));
    check.that(end > start, "end", "is not after the start; choose a later end");
    check.that(end > now, "end", "has passed; choose a later end");
    check.that(
        end.duration_since(start) <= LONGEST,
        "end",
        "is more than a year after the start; choose an earlier end",
    );
    let (reason,) = check.all((reason,))?;
    let reason = reason.filter(|text| !text.is_empty());
    Ok(BlockRow { id, host_id, starts_at: start, ends_at: end, reason, created_at: now })
}

async fn leave_room(tx: &mut Tx, host: HostId, now: Timestamp) -> Result<(), Problem> {
    let ahead = openings::count_blocks_ahead(tx, host, now).await?;
    if ahead < i64::from(MOST_BY_HAND) {
        return Ok(());
    }
    let detail = format!("There are {ahead} blocks ahead, which is the most. Take some back first.");
    Err(Problem::conflict("too-many", "Too many blocks", detail))
}

/// Takes a block back.
#[utoipa::path(delete, path = "/api/v1/user/blocks/{id}", tag = "user", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), Refusals))]
pub async fn delete_block(
    State(app): State<App>,
    caller: Host,
    Path(id): Path<uuid::Uuid>,
) -> Result<StatusCode, Problem> {
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                hosts::lock(tx, caller.id).await?;
                if !openings::delete_block(tx, caller.id, BlockId(id)).await? {
                    return Err(Problem::not_found());
                }
                hosts::raise_version(tx, caller.id).await?;
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

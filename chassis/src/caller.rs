//! Who is calling: a host with a session or an API key, a host with a session, the operator, or the holder of a link.

use crate::app::App;
use crate::cookie;
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use timeslot_core::clock::Entropy;
use timeslot_core::id::{HostId, SessionId};
use timeslot_store::sessions::{Caller, Via};
use timeslot_store::{api_keys, sessions};

/// A session ends after so long without a sign of life.
pub const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How old the last sign of life may be before a new one is written.
const SEEN: SignedDuration = SignedDuration::from_mins(10);
/// What every API key begins with.
pub const API_KEY_PREFIX: &str = "ts_";
/// Tokens are shorter than this; what is longer isn't even hashed.
const LONGEST_TOKEN: usize = 200;

/// A logged-in host, by session or API key.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// Whose rows may be seen and changed.
    pub id: HostId,
    /// The session, unless an API key was used.
    pub session: Option<SessionId>,
    /// Whether the host's address is verified.
    pub is_verified: bool,
    /// Whether the host may also run the instance.
    pub is_operator: bool,
}

/// A host with a session: credentials are touched by people, not by scripts.
#[derive(Clone, Copy, Debug)]
pub struct SessionCaller {
    /// The host.
    pub host: Host,
    /// The session.
    pub session: SessionId,
}

/// Who runs the instance, with a session.
#[derive(Clone, Copy, Debug)]
pub struct Operator {
    /// The operator's own account.
    pub host: Host,
}

/// The token of `Authorization: Bearer`, unread.
#[derive(Clone, Debug)]
pub struct BearerToken(pub String);

/// A fresh token of 256 bits.
#[must_use]
pub fn new_token(entropy: &dyn Entropy) -> String {
    let mut bytes = [0_u8; 32];
    entropy.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What a session or API token is stored as.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

impl FromRequestParts<App> for Host {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let caller = find(&parts.headers, app).await?;
        let caller = caller.filter(|caller| !caller.is_suspended).ok_or_else(Problem::unauthorized)?;
        mark_seen(app, &caller).await;
        Ok(Self {
            id: caller.account,
            session: caller.via.session(),
            is_verified: caller.is_verified,
            is_operator: caller.is_operator,
        })
    }
}

impl FromRequestParts<App> for SessionCaller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let host = Host::from_request_parts(parts, app).await?;
        let session = host.session.ok_or_else(|| {
            Problem::forbidden("An API key can't do this. Log in with the password instead.")
        })?;
        Ok(Self { host, session })
    }
}

impl FromRequestParts<App> for Operator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let caller = SessionCaller::from_request_parts(parts, app).await?;
        if caller.host.is_operator {
            Ok(Self { host: caller.host })
        } else {
            Err(Problem::forbidden("Only the operator of this instance may do this."))
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for BearerToken {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        bearer(&parts.headers).map(|token| Self(token.to_owned())).ok_or_else(Problem::unauthorized)
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Looks the caller up, in one read. An `Authorization` field goes before the cookie.
async fn find(headers: &HeaderMap, app: &App) -> Result<Option<Caller>, Problem> {
    let is_key = headers.contains_key(AUTHORIZATION);
    let token = if is_key {
        bearer(headers).filter(|token| token.starts_with(API_KEY_PREFIX))
    } else {
        cookie::read(app.settings(), headers)
    };
    let Some(token) = token.filter(|token| token.len() < LONGEST_TOKEN) else {
        return Ok(None);
    };
    let (hash, now) = (token_hash(token), app.now());
    let found: Result<Option<Caller>, timeslot_store::Error> = app
        .db()
        .glance(move |tx| {
            Box::pin(async move {
                if is_key {
                    api_keys::caller(tx, &hash).await
                } else {
                    sessions::caller(tx, &hash, now).await
                }
            })
        })
        .await;
    Ok(found?)
}

/// Writes a sign of life, now and then. A request doesn't fail for want of it.
async fn mark_seen(app: &App, caller: &Caller) {
    let now = app.now();
    let is_fresh = caller.last_seen_at.is_some_and(|at| now.duration_since(at) < SEEN);
    if is_fresh {
        return;
    }
    let via = caller.via;
    let written: Result<(), timeslot_store::Error> = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                match via {
                    Via::Session(id) => sessions::touch(tx, id, now, end_of_session(now)).await,
                    Via::ApiKey(id) => api_keys::touch(tx, id, now).await,
                }
            })
        })
        .await;
    if let Err(error) = written {
        tracing::warn!(%error, "a sign of life could not be written");
    }
}

/// When a session that shows a sign of life at `now` ends.
#[must_use]
pub fn end_of_session(now: Timestamp) -> Timestamp {
    now.checked_add(SESSION_LIFE).unwrap_or(now)
}

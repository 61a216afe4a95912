//! Answers that everybody gets alike, such as slots and public pages: kept while nothing of the host has changed and time
//! alone doesn't change them, made once however many ask at once, compressed once. What is decided, such as a booking, is
//! never decided by them.

mod encoding;
mod kept;
mod versions;

use crate::app::App;
use crate::problem::Problem;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use kept::Kept;
use moka::future::Cache as Map;
use moka::ops::compute::{CompResult, Op};
use std::collections::BTreeMap;
use std::sync::Arc;
use timeslot_core::id::HostId;
use timeslot_store::engine::Report;
use timeslot_store::{Error, hosts};
use utoipa::IntoResponses;
use utoipa::openapi::{RefOr, Response as Described, ResponseBuilder};
use versions::{Trust, Versions};

/// Most bytes of all kept answers together.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// An answer as its handler made it.
#[derive(Clone, Debug)]
pub struct Made {
    /// Whose data it shows.
    pub host: HostId,
    /// The host's availability version, read before anything else that the answer is made of.
    pub version: i64,
    /// The instant it was made for.
    pub at: Timestamp,
    /// The first instant at which it may no longer be the answer though nothing was changed; `at` for one that is not to
    /// be kept, `None` for one that time doesn't change.
    pub until: Option<Timestamp>,
    /// What the body is, such as `application/json`.
    pub media_type: &'static str,
    /// The body.
    pub body: Vec<u8>,
}

/// How [`answer`] stands in `/openapi.json` besides its 200: `responses((status = 200, …), NotModified, Refusals)`.
#[derive(Clone, Copy, Debug)]
pub struct NotModified;

impl IntoResponses for NotModified {
    fn responses() -> BTreeMap<String, RefOr<Described>> {
        let description = "`If-None-Match` names what the answer would be";
        let response = ResponseBuilder::new().description(description).build();
        BTreeMap::from([("304".to_owned(), RefOr::T(response))])
    }
}

/// The kept answers of this process.
#[derive(Debug)]
pub struct Cache {
    answers: Map<String, Arc<Kept>>,
    versions: Versions,
}

impl Default for Cache {
    fn default() -> Self {
        let weight = |key: &String, kept: &Arc<Kept>| {
            u32::try_from(key.len().saturating_add(kept.weight())).unwrap_or(u32::MAX)
        };
        Self {
            answers: Map::builder().max_capacity(MOST_BYTES).weigher(weight).build(),
            versions: Versions::default(),
        }
    }
}

impl Cache {
    /// Hears what a commit of this process has changed: answers of older versions are given no more.
    pub fn hear(&self, report: &Report) {
        for (host, change) in &report.hosts {
            if let Some(version) = change.availability_version {
                self.versions.hear(*host, version);
            }
        }
    }
}

/// Answers a GET with what is kept under `key`, or with what `make` gives, which is then kept. The key names the page and
/// everything that the answer depends on besides the host's data and the time.
///
/// The answer has an entity tag; whoever has it already is told 304. Where `make` fails nothing is kept, and the caller
/// gets its error: a problem, or whatever else isn't an answer for everybody.
pub async fn answer<M, F, E>(app: &App, headers: &HeaderMap, key: String, make: M) -> Result<Response, E>
where
    M: FnOnce() -> F + Send,
    F: Future<Output = Result<Made, E>> + Send,
    E: From<Problem> + Send + Sync + 'static,
{
    let cache = app.cache();
    if let Some(kept) = cache.answers.get(&key).await
        && is_fresh(app, &kept).await?
    {
        return Ok(kept.response(headers));
    }
    // Of those who ask at once one makes it, and each of the others looks again whether that one is fresh.
    let computed = cache.answers.entry(key).and_try_compute_with(async |found| {
        if let Some(found) = found
            && is_fresh(app, found.value()).await?
        {
            return Ok::<_, E>(Op::Nop);
        }
        let fresh = make().await?;
        cache.versions.hear(fresh.host, fresh.version);
        Ok(Op::Put(Arc::new(Kept::new(fresh))))
    });
    match computed.await? {
        CompResult::Inserted(entry) | CompResult::ReplacedWith(entry) | CompResult::Unchanged(entry) => {
            Ok(entry.value().response(headers))
        }
        CompResult::Removed(_) | CompResult::StillNone(_) => Err(Problem::broken().into()),
    }
}

/// Whether `kept` is still the answer: of this time, and of the host's version. That is heard from every commit of this
/// process; for the sake of other processes it is read again from time to time.
async fn is_fresh(app: &App, kept: &Kept) -> Result<bool, Problem> {
    let now = app.now();
    if !kept.holds_at(now) {
        return Ok(false);
    }
    let versions = &app.cache().versions;
    if versions.trust(kept.host, now) == Trust::Ask {
        let host = kept.host;
        let read: Result<Option<i64>, Error> =
            app.db().glance(move |tx| Box::pin(async move { hosts::version(tx, host).await })).await;
        match read? {
            Some(version) => versions.hear(host, version),
            None => return Ok(false),
        }
    }
    Ok(versions.is_newest(kept.host, kept.version))
}

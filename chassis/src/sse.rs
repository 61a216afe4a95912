//! Live pages: server-sent events, fed by the bus. A client that was away reads the API again.

use crate::app::App;
use crate::bus::{News, Subscription};
use crate::network::Network;
use crate::problem::Problem;
use crate::seats::Seat;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use std::time::Duration;
use timeslot_core::id::HostId;
use timeslot_store::engine::HostChange;
use tokio_util::sync::CancellationToken;

/// How often a silent stream says that it lives.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// When a client that finds every seat taken may come again, in seconds.
const RETRY: u64 = 30;

/// A stream that listens already and has not yet begun to answer: what changes between its opening and the reading of
/// the version is not lost.
#[derive(Debug)]
pub struct Live {
    news: Subscription,
    seat: Seat<(Network, HostId)>,
    shutdown: CancellationToken,
    is_own: bool,
}

impl Live {
    /// Listens to `host` for a client on `network`; 429 where that network has too many streams open.
    pub fn open(app: &App, network: Network, host: HostId) -> Result<Self, Problem> {
        let seat = app.streams().take((network, host));
        Ok(Self {
            seat: seat.ok_or_else(|| Problem::too_many(RETRY))?,
            news: app.bus().subscribe(host),
            shutdown: app.shutdown().clone(),
            is_own: false,
        })
    }

    /// The same for the host's own eyes: it ends as soon as a session or key of the host does, and whoever may still
    /// listen opens it anew.
    #[must_use]
    pub fn own(mut self) -> Self {
        self.is_own = true;
        self
    }

    /// The answer: `hello` with the host's availability `version` first, then what `events` makes of each change. A
    /// client that fell behind gets `catch_up` and reads the API again; where it is the host's own, the stream ends then and
    /// is opened anew. The stream ends when the server stops.
    pub fn answer<F>(self, version: i64, events: F) -> Response
    where
        F: Fn(&HostChange) -> Vec<Event> + Send + 'static,
    {
        let stream = self.events(version, events);
        let heartbeat = KeepAlive::new().interval(HEARTBEAT).text("still here");
        let mut response = Sse::new(stream).keep_alive(heartbeat).into_response();
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        // Proxies that gather an answer before they pass it on would make a live page a dead one.
        headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
        response
    }

    fn events<F>(mut self, version: i64, events: F) -> impl futures::Stream<Item = Result<Event, Infallible>>
    where
        F: Fn(&HostChange) -> Vec<Event>,
    {
        async_stream::stream! {
            let _seat = self.seat;
            yield Ok(named("hello", &serde_json::json!({ "version": version })).id(version.to_string()));
            loop {
                let news = tokio::select! {
                    () = self.shutdown.cancelled() => break,
                    news = self.news.next() => news,
                };
                match news {
                    None => break,
                    Some(News::Change(change)) if self.is_own && change.access_ended => break,
                    // Whether access had ended would be among what was missed.
                    Some(News::Missed) if self.is_own => break,
                    Some(News::Missed) => yield Ok(named("catch_up", &serde_json::json!({}))),
                    Some(News::Change(change)) => {
                        for event in events(&change) {
                            yield Ok(event);
                        }
                    }
                }
            }
        }
    }
}

/// An event called `name` that carries `data` as JSON.
pub fn named(name: &str, data: &serde_json::Value) -> Event {
    Event::default().event(name).data(data.to_string())
}

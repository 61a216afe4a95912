//! Live pages: server-sent events, fed by the bus. A client that was away reads the API again.

use crate::app::App;
use crate::bus::{News, Subscription};
use crate::network::Network;
use crate::problem::Problem;
use crate::settings::RateLimits;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use timeslot_core::id::HostId;
use timeslot_store::engine::HostChange;
use tokio_util::sync::CancellationToken;

/// How often a silent stream says that it lives.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// When a client that finds every seat taken may come again, in seconds.
const RETRY: u64 = 30;

/// Counts the open streams of each network with each host.
#[derive(Debug)]
pub(crate) struct Seats {
    most: u32,
    taken: Arc<Mutex<HashMap<(Network, HostId), u32>>>,
}

impl Seats {
    pub(crate) fn new(limits: RateLimits) -> Self {
        Self { most: if limits.on { limits.streams } else { u32::MAX }, taken: Arc::default() }
    }

    fn take(&self, network: Network, host: HostId) -> Option<Seat> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry((network, host)).or_insert(0);
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Seat { key: (network, host), taken: Arc::clone(&self.taken) })
    }
}

/// One open stream, counted until it is dropped.
#[derive(Debug)]
struct Seat {
    key: (Network, HostId),
    taken: Arc<Mutex<HashMap<(Network, HostId), u32>>>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.key);
            }
        }
    }
}

/// A stream that listens already and has not yet begun to answer: what changes between its opening and the reading of
/// the version is not lost.
#[derive(Debug)]
pub struct Live {
    news: Subscription,
    seat: Seat,
    shutdown: CancellationToken,
}

impl Live {
    /// Listens to `host` for a client on `network`; 429 where that network has too many streams open.
    pub fn open(app: &App, network: Network, host: HostId) -> Result<Self, Problem> {
        let seat = app.seats().take(network, host);
        Ok(Self {
            seat: seat.ok_or_else(|| Problem::too_many(RETRY))?,
            news: app.bus().subscribe(host),
            shutdown: app.shutdown().clone(),
        })
    }

    /// The answer: `hello` with the host's availability `version` first, then what `events` makes of each change. A
    /// client that fell behind gets `catch_up` and reads the API again. The stream ends when the server stops.
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

#[cfg(test)]
mod tests {
    use super::Seats;
    use crate::network::Network;
    use crate::settings::RateLimits;
    use timeslot_core::id::HostId;
    use uuid::Uuid;

    #[test]
    fn seats_are_counted_and_given_back() {
        let seats = Seats::new(RateLimits { streams: 2, ..RateLimits::default() });
        let home = Network::of("203.0.113.5".parse().unwrap());
        let ada = HostId(Uuid::from_u128(1));
        let first = seats.take(home, ada);
        let second = seats.take(home, ada);
        assert!(first.is_some() && second.is_some());
        assert!(seats.take(home, ada).is_none());
        assert!(seats.take(home, HostId(Uuid::from_u128(2))).is_some());
        drop(first);
        assert!(seats.take(home, ada).is_some());
        drop(second);
        assert!(seats.taken.lock().unwrap().is_empty());
    }
}

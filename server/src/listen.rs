//! Taking connections: as many as there is room for, none that dawdles before its first request, and an end that waits
//! for answers under way.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use ipnet::IpNet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use timeslot_chassis::Network;
use timeslot_chassis::seats::Seats;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutWriter;
use tower::Service;

/// Most connections at once: below the 1,024 files that a process may usually open.
const CONNECTIONS: usize = 900;
/// How long the head of a request may take; an idle connection is closed after it, too.
const HEAD_DEADLINE: Duration = Duration::from_secs(15);
/// After a failure to take a connection, such as too many open files.
const PAUSE: Duration = Duration::from_millis(200);

/// What one client may have of a server.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// Most connections of one network at once: whoever opens many leaves room for others.
    pub of_one_network: u32,
    /// The networks of proxies, which speak for many and have no such bound.
    pub proxies: Vec<IpNet>,
    /// How long a client may take nothing of what it is sent.
    pub write_deadline: Duration,
}

impl Bounds {
    /// Those that are served with, where `proxies` are trusted.
    #[must_use]
    pub fn with_proxies(proxies: Vec<IpNet>) -> Self {
        Self { of_one_network: 300, proxies, write_deadline: Duration::from_secs(30) }
    }

    fn is_proxy(&self, peer: SocketAddr) -> bool {
        self.proxies.iter().any(|network| network.contains(&peer.ip().to_canonical()))
    }
}

/// Serves `router` until `stop`, then until the answers under way are given.
pub async fn listen(listener: TcpListener, router: Router, bounds: &Bounds, stop: impl Future<Output = ()>) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let of_networks = Seats::new(bounds.of_one_network);
    let graceful = GracefulShutdown::new();
    let mut service = router.into_make_service_with_connect_info::<SocketAddr>();
    let mut stop = std::pin::pin!(stop);
    loop {
        let taken = tokio::select! {
            taken = take(&listener, &room) => taken,
            () = &mut stop => break,
        };
        let Some((socket, peer, place)) = taken else { break };
        let seat = of_networks.take(Network::of(peer.ip()));
        if seat.is_none() && !bounds.is_proxy(peer) {
            tracing::debug!("a network has too many connections; one more was closed");
            continue;
        }
        // Making a router's service can't fail.
        let Ok(service) = service.call(peer).await;
        // HTTP/1 alone: telling the versions apart would wait for a first byte without a deadline, and HTTP/2 ends at the
        // proxy that has the certificate.
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(HEAD_DEADLINE);
        let mut socket = TimeoutWriter::new(socket);
        socket.set_timeout(Some(bounds.write_deadline));
        let io = TokioIo::new(Box::pin(socket));
        let connection = builder.serve_connection(io, TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection broke off");
            }
            drop((place, seat));
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

/// The next connection, once there is room for one.
async fn take(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(room).acquire_owned().await.ok()?;
    loop {
        match listener.accept().await {
            Ok((socket, peer)) => return Some((socket, peer, place)),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpSocket;

    async fn connect(from: [u8; 4], to: SocketAddr) -> std::io::Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((from, 0).into())?;
        socket.connect(to).await
    }

    async fn listener() -> std::io::Result<(TcpListener, SocketAddr)> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    }

    #[tokio::test]
    async fn one_network_leaves_room_for_others_and_a_proxy_has_no_bound() -> std::io::Result<()> {
        let (listener, address) = listener().await?;
        let router = Router::new().route("/", get(async || "here you are"));
        let proxies = vec!["127.0.0.3/32".parse().unwrap()];
        let bounds = Bounds { of_one_network: 3, ..Bounds::with_proxies(proxies) };
        let serving = tokio::spawn(async move {
            listen(listener, router, &bounds, std::future::pending()).await;
        });
        let (mut greedy, mut forwarded) = (Vec::new(), Vec::new());
        for _ in 0..3 {
            forwarded.push(connect([127, 0, 0, 3], address).await?);
            greedy.push(connect([127, 0, 0, 1], address).await?);
        }
        // One more of the same network is closed without an answer.
        let mut answer = String::new();
        connect([127, 0, 0, 1], address).await?.read_to_string(&mut answer).await?;
        assert_eq!(answer, "");
        for other in [[127, 0, 0, 2], [127, 0, 0, 3]] {
            let mut socket = connect(other, address).await?;
            socket.write_all(b"GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n").await?;
            let mut answer = String::new();
            socket.read_to_string(&mut answer).await?;
            assert!(answer.ends_with("here you are"), "{answer}");
        }
        // A place that is given up is there for the next.
        greedy.clear();
        let asks = async {
            loop {
                let mut socket = connect([127, 0, 0, 1], address).await?;
                socket.write_all(b"GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n").await?;
                let mut answer = Vec::new();
                // Closed at once, it may even be reset, while the others' ends are not yet seen.
                if socket.read_to_end(&mut answer).await.is_ok_and(|read| read > 0) {
                    return std::io::Result::Ok(answer);
                }
            }
        };
        assert!(asks.await?.ends_with(b"here you are"));
        serving.abort();
        Ok(())
    }

    #[tokio::test]
    async fn who_takes_nothing_of_the_answer_loses_the_connection() -> std::io::Result<()> {
        let (listener, address) = listener().await?;
        let router = Router::new().route("/", get(async || vec![b'x'; 64 * 1024 * 1024]));
        let mut idle = connect([127, 0, 0, 1], address).await?;
        idle.write_all(b"GET / HTTP/1.1\r\nhost: here\r\n\r\n").await?;
        let bounds = Bounds { write_deadline: Duration::from_millis(50), ..Bounds::with_proxies(Vec::new()) };
        // The first of the answer shows that it is under way; then the server is told to end, which waits for its end.
        let stop = async { idle.read_u8().await.map_or((), drop) };
        let ended =
            tokio::time::timeout(Duration::from_secs(20), listen(listener, router, &bounds, stop)).await;
        assert!(ended.is_ok(), "the connection of a client that takes nothing is still there");
        Ok(())
    }
}

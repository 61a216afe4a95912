//! Taking connections: as many as there is room for, none that dawdles before its first request, and an end that waits
//! for answers under way.

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::Service;

/// Most connections at once: below the 1,024 files that a process may usually open.
const CONNECTIONS: usize = 900;
/// How long the head of a request may take; an idle connection is closed after it, too.
const HEAD_DEADLINE: Duration = Duration::from_secs(15);
/// After a failure to take a connection, such as too many open files.
const PAUSE: Duration = Duration::from_millis(200);

/// Serves `router` until `stop`, then until the answers under way are given.
pub async fn listen(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut service = router.into_make_service_with_connect_info::<SocketAddr>();
    let mut stop = std::pin::pin!(stop);
    loop {
        let taken = tokio::select! {
            taken = take(&listener, &room) => taken,
            () = &mut stop => break,
        };
        let Some((socket, peer, place)) = taken else { break };
        // Making a router's service can't fail.
        let Ok(service) = service.call(peer).await;
        // HTTP/1 alone: telling the versions apart would wait for a first byte without a deadline, and HTTP/2 ends at the
        // proxy that has the certificate.
        let mut builder = Builder::new(TokioExecutor::new()).http1_only();
        builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_DEADLINE);
        let connection = builder.serve_connection(TokioIo::new(socket), TowerToHyperService::new(service));
        let connection = graceful.watch(connection.into_owned());
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection broke off");
            }
            drop(place);
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

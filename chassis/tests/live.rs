//! Live pages: a stream that says hello, tells changes, and ends with the server.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::extract::State;
use axum::response::Response;
use std::net::{Ipv4Addr, SocketAddr};
use timeslot_chassis::sse::{Live, named};
use timeslot_chassis::world::{World, tell};
use timeslot_chassis::{App, Network, Problem, Service};
use timeslot_core::id::HostId;
use timeslot_store::engine::Report;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

const ADA: HostId = HostId(Uuid::from_u128(1));

async fn stream(State(app): State<App>, network: Network) -> Result<Response, Problem> {
    let live = Live::open(&app, network, ADA)?;
    Ok(live.answer(7, |change| {
        let version = change.availability_version;
        version
            .map(|version| named("slots", &serde_json::json!({ "version": version })))
            .into_iter()
            .collect()
    }))
}

async fn world() -> World {
    let routes = OpenApiRouter::<App>::new().route("/stream", axum::routing::get(stream));
    World::sqlite()
        .await
        .with(|settings| {
            settings.rate_limits.on = true;
            settings.rate_limits.streams = 1;
        })
        .serve(vec![Service { name: "sample", routes, jobs: Vec::new(), face: None }])
}

async fn open(world: &World) -> BufReader<TcpStream> {
    let port = world.app.settings().public_url.port().unwrap();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request =
        "GET /stream HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await.unwrap();
    BufReader::new(stream)
}

/// Reads until a line begins with `head`.
async fn line(stream: &mut BufReader<TcpStream>, head: &str) -> String {
    loop {
        let mut line = String::new();
        assert!(stream.read_line(&mut line).await.unwrap() > 0, "the stream ended before {head}");
        if line.starts_with(head) {
            return line.trim_end().to_owned();
        }
    }
}

#[test]
fn a_stream_says_hello_and_tells_changes_as_they_are_committed() {
    tell(async {
        let world = world().await;
        let mut grace = open(&world).await;
        assert_eq!(line(&mut grace, "event:").await, "event: hello");
        assert_eq!(line(&mut grace, "data:").await, r#"data: {"version":7}"#);
        assert_eq!(line(&mut grace, "id:").await, "id: 7");
        let committed: Result<(), timeslot_store::Error> = world
            .app
            .db()
            .write(|tx| {
                Box::pin(async move {
                    tx.report().host(ADA).availability_version = Some(8);
                    Ok(())
                })
            })
            .await;
        committed.unwrap();
        assert_eq!(line(&mut grace, "event:").await, "event: slots");
        assert_eq!(line(&mut grace, "data:").await, r#"data: {"version":8}"#);
    });
}

#[test]
fn who_falls_behind_is_told_to_catch_up() {
    tell(async {
        let world = world().await;
        let mut grace = open(&world).await;
        line(&mut grace, "id:").await;
        for version in 0..100 {
            let mut report = Report::default();
            report.host(ADA).availability_version = Some(version);
            world.app.bus().publish(report);
        }
        assert_eq!(line(&mut grace, "event: catch_up").await, "event: catch_up");
    });
}

#[test]
fn a_network_has_so_many_streams_and_all_end_with_the_server() {
    tell(async {
        let world = world().await;
        let mut first = open(&world).await;
        line(&mut first, "event: hello").await;
        assert_eq!(line(&mut open(&world).await, "HTTP/1.1").await, "HTTP/1.1 429 Too Many Requests");
        world.app.shutdown().cancel();
        let mut rest = String::new();
        while first.read_line(&mut rest).await.unwrap() > 0 {}
        line(&mut open(&world).await, "HTTP/1.1 200").await;
    });
}

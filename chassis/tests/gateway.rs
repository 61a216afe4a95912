//! The gateway layers, as a stranger meets them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::http::HeaderMap;
use reqwest::Method;
use serde::Deserialize;
use serde_json::json;
use std::net::{Ipv4Addr, SocketAddr};
use timeslot_chassis::settings::Rate;
use timeslot_chassis::world::{World, tell};
use timeslot_chassis::{App, Body, Network, Path, Problem, Query, Service};
use timeslot_core::id::BookingId;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use utoipa_axum::router::OpenApiRouter;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    name: String,
}

#[derive(Deserialize)]
struct Asked {
    number: Option<u8>,
}

/// A service with one address for each thing to be seen.
fn sample() -> Service {
    let routes = OpenApiRouter::<App>::new()
        .route("/api/v1/sample", axum::routing::post(|Body(form): Body<Form>| async move { form.name }))
        .route(
            "/api/v1/sample/{id}",
            axum::routing::get(|Path(id): Path<BookingId>| async move { id.to_string() }),
        )
        .route(
            "/number",
            axum::routing::get(|Query(asked): Query<Asked>| async move { format!("{:?}", asked.number) }),
        )
        .route("/network", axum::routing::get(|network: Network| async move { network.to_string() }))
        .route("/long", axum::routing::get(|| async { "long ".repeat(1000) }))
        .route("/panic", axum::routing::get(panics))
        .route("/healthz", axum::routing::get(|| async { "fine" }))
        .route("/own", axum::routing::get(|| async { ([("referrer-policy", "no-referrer")], "own") }));
    Service { name: "sample", routes, jobs: Vec::new(), face: None }
}

async fn panics(headers: HeaderMap) -> Result<String, Problem> {
    assert!(headers.contains_key("never-sent"), "this handler has a bug");
    Err(Problem::not_found())
}

async fn world() -> World {
    World::sqlite().await.serve(vec![sample()])
}

#[test]
fn bodies_are_json_objects_with_known_fields() {
    tell(async {
        let world = world().await;
        let grace = world.person("grace");
        let path = "/api/v1/sample";
        assert_eq!(grace.post(path, json!({"name": "Grace"})).await.expect(200).text, "Grace");
        grace.post(path, json!({})).await.wrong_fields(&["name"]);
        grace.post(path, json!({"name": 5})).await.wrong_fields(&["name"]);
        grace.post(path, json!({"name": "Grace", "x": 1})).await.wrong_fields(&["x"]);
        let as_json = [("content-type", "application/json; charset=utf-8")];
        let raw = async |body: &[u8]| grace.request(Method::POST, path, &as_json, Some(body.to_vec())).await;
        raw(b"{").await.refused(400, "malformed");
        raw(b"{\"name\": \"\xff\"}").await.refused(400, "malformed");
        raw(format!("{{\"name\": \"{}\"}}", "x".repeat(70_000)).as_bytes()).await.refused(413, "too-large");
        let as_form = [("content-type", "application/x-www-form-urlencoded")];
        grace
            .request(Method::POST, path, &as_form, Some(b"name=Grace".to_vec()))
            .await
            .refused(415, "not-json");
        grace.request(Method::POST, path, &[], None).await.refused(415, "not-json");
    });
}

#[test]
fn a_body_that_does_not_tell_its_length_is_cut_off_too() {
    tell(async {
        let world = world().await;
        let chunk = format!("1000\r\n{}\r\n", "x".repeat(0x1000));
        let request = format!(
            "POST /api/v1/sample HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
             Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n{}0\r\n\r\n",
            chunk.repeat(20)
        );
        assert!(raw(&world, &request).await.starts_with("HTTP/1.1 413"));
    });
}

#[test]
fn unknown_addresses_and_methods_are_problems() {
    tell(async {
        let world = world().await;
        let grace = world.person("grace");
        grace.get("/api/v1/nowhere").await.refused(404, "not-found");
        grace.get("/api/v1/sample/not-an-id").await.refused(404, "not-found");
        grace.get("/api/v1/sample/%ff").await.refused(404, "not-found");
        let answer = grace.get("/api/v1/sample").await.refused(405, "method-not-allowed");
        assert_eq!(answer.header("allow"), Some("POST"));
        grace.get("/number?number=300").await.wrong_fields(&["number"]);
        grace.get("/number?number=%00").await.wrong_fields(&["number"]);
        assert_eq!(grace.get("/number?number=3&utm=x").await.expect(200).text, "Some(3)");
    });
}

#[test]
fn a_request_for_a_foreign_host_is_misdirected() {
    tell(async {
        let world = World::sqlite()
            .await
            .with(|settings| settings.public_url = "https://book.example.com".parse().unwrap())
            .serve(vec![sample()]);
        world.person("grace").get("/long").await.expect(200);
        let stranger = world.person("stranger").with("host", "evil.example");
        stranger.get("/long").await.refused(421, "misdirected");
        stranger.get("/healthz").await.expect(200);
        let own = world.person("prober").with("host", "localhost");
        own.get("/long").await.refused(421, "misdirected");
    });
}

#[test]
fn only_our_own_pages_may_change_things() {
    tell(async {
        let world = world().await;
        let own = world.app.settings().origin();
        let body = json!({"name": "Grace"});
        let path = "/api/v1/sample";
        let ours = world.person("grace").with("origin", &own).with("sec-fetch-site", "same-origin");
        ours.post(path, body.clone()).await.expect(200);
        let foreign = world.person("mallory").with("origin", "https://evil.example");
        foreign.post(path, body.clone()).await.refused(403, "forbidden");
        foreign.get("/long").await.expect(200);
        let sneaky = world.person("mallory").with("sec-fetch-site", "cross-site");
        sneaky.post(path, body).await.refused(403, "forbidden");
    });
}

#[test]
fn every_answer_has_its_headers_and_its_id() {
    tell(async {
        let world = world().await;
        let grace = world.person("grace");
        for path in ["/long", "/nowhere", "/panic"] {
            let answer = grace.get(path).await;
            let policy = answer.header("content-security-policy").unwrap();
            assert!(
                policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"),
                "{path}"
            );
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(answer.header("strict-transport-security"), None, "{path}");
            assert!(answer.header("x-request-id").is_some(), "{path}");
        }
        assert_eq!(grace.get("/own").await.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(grace.get("/api/v1/nowhere").await.header("cache-control"), Some("no-store"));
        let answer = world.person("grace").with("x-request-id", "req-7").get("/nowhere").await;
        assert_eq!(answer.header("x-request-id"), Some("req-7"));
        assert_eq!(answer.at("/request_id"), "req-7");
    });
}

#[test]
fn a_panic_is_one_requests_misfortune() {
    tell(async {
        let world = world().await;
        let grace = world.person("grace");
        let answer = grace.get("/panic").await.refused(500, "broken");
        assert!(!answer.text.contains("bug"));
        grace.get("/long").await.expect(200);
    });
}

#[test]
fn long_answers_are_compressed() {
    tell(async {
        let world = world().await;
        for (coding, most) in [("br", 100), ("gzip", 200)] {
            let answer = raw(&world, &format!("GET /long HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: {coding}\r\n\r\n")).await;
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            assert!(head.contains(&format!("content-encoding: {coding}")), "{head}");
            assert!(body.len() < most + 50, "{coding}: {}", body.len());
        }
        let problem = raw(
            &world,
            "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n",
        )
        .await;
        assert!(
            problem.starts_with("HTTP/1.1 404") && problem.contains("content-encoding: gzip"),
            "{problem}"
        );
    });
}

#[test]
fn readers_are_limited_by_network_and_told_where_they_stand() {
    tell(async {
        let world = World::sqlite()
            .await
            .with(|settings| {
                settings.rate_limits.on = true;
                settings.rate_limits.read = Rate::per_minutes(3, 1);
            })
            .serve(vec![sample()]);
        let grace = world.person("grace").on("203.0.113.5");
        for remaining in ["2", "1", "0"] {
            let answer = grace.get("/network").await.expect(200);
            assert_eq!(answer.text, "203.0.113.5");
            assert_eq!(answer.header("ratelimit-limit"), Some("3"));
            assert_eq!(answer.header("ratelimit-remaining"), Some(remaining));
        }
        let refused = grace.get("/network").await.refused(429, "too-many-requests");
        assert_eq!(refused.header("retry-after"), Some("20"));
        assert_eq!(refused.header("ratelimit-remaining"), Some("0"));
        grace.get("/healthz").await.expect(200);
        world.person("ada").on("203.0.113.6").get("/network").await.expect(200);
        world.wait(jiff::SignedDuration::from_secs(20));
        grace.get("/network").await.expect(200);
    });
}

/// Speaks plain text with the world and reads all that comes back.
async fn raw(world: &World, request: &str) -> String {
    let port = world.app.settings().public_url.port().unwrap();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    // The server may answer and close before it has read everything.
    let _ = stream.write_all(request.as_bytes()).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

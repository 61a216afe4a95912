//! Live pages: a slot that somebody takes disappears for the others.

use serde_json::json;
use std::time::Duration;
use timeslot_chassis::both;
use timeslot_chassis::world::{Person, World};
use timeslot_tests::ada::{Ada, Held, ada, book, wish};
use timeslot_tests::open;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An event stream, read as it comes.
struct Stream {
    socket: TcpStream,
    read: String,
}

impl Stream {
    async fn open(world: &World, path: &str, cookie: Option<String>) -> Self {
        let authority = world.app.settings().public_url.authority().to_owned();
        let mut socket = TcpStream::connect(&authority).await.unwrap();
        let cookie = cookie.map(|cookie| format!("cookie: {cookie}\r\n")).unwrap_or_default();
        let request = format!("GET {path} HTTP/1.1\r\nhost: {authority}\r\n{cookie}\r\n");
        socket.write_all(request.as_bytes()).await.unwrap();
        Self { socket, read: String::new() }
    }

    /// Reads until `text` has come.
    async fn until(&mut self, text: &str) {
        let deadline = tokio::time::timeout(Duration::from_secs(20), async {
            while !self.read.contains(text) {
                let mut bytes = [0_u8; 4096];
                let count = self.socket.read(&mut bytes).await.unwrap();
                assert!(count > 0, "the stream ended before {text}: {}", self.read);
                self.read.push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
        });
        assert!(deadline.await.is_ok(), "{text} did not come: {}", self.read);
    }

    /// Reads until the server has ended it, which is told by an empty chunk.
    async fn ended(mut self) -> String {
        self.until("\r\n0\r\n\r\n").await;
        self.read
    }
}

fn session(person: &Person) -> Option<String> {
    ["timeslot_session", "session"]
        .iter()
        .find_map(|name| person.cookie(name).map(|value| format!("{name}={value}")))
}

async fn with_ada(world: World) -> (World, Ada) {
    let world = open(world);
    let ada = ada(&world).await;
    (world, ada)
}

both! {
    async fn visitors_hear_of_taken_slots(world) {
        let (world, ada) = with_ada(world).await;
        let mut stream = Stream::open(&world, "/api/v1/client/pages/ada/intro/stream", None).await;
        stream.until("event: hello").await;
        book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.gives(201);
        stream.until("event: slots").await;
        assert!(!stream.read.contains("grace"), "visitors hear nothing of persons");
        drop(ada);
        world.leave_jobs();
    }

    async fn the_host_hears_of_bookings_and_letters(world) {
        let (world, ada) = with_ada(world).await;
        let mut stream = Stream::open(&world, "/api/v1/user/stream", session(&ada.person)).await;
        stream.until("event: hello").await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        stream.until(&format!("data: {}", json!({ "id": held.id }))).await;
        world.run_due().await;
        stream.until("event: delivery").await;
        world.leave_jobs();
    }

    async fn a_stream_ends_with_the_login_or_key_that_opened_it(world) {
        let (world, ada) = with_ada(world).await;
        let key = ada.person.post("/api/v1/auth/api-keys", json!({ "name": "script", "password": "correct horse battery" })).await.expect(201);
        let bearer = Some(format!("x=y\r\nauthorization: Bearer {}", key.text_at("/token")));
        let mut by_key = Stream::open(&world, "/api/v1/user/stream", bearer).await;
        by_key.until("event: hello").await;
        ada.person.delete(&format!("/api/v1/auth/api-keys/{}", key.text_at("/api_key/id"))).await.gives(204);
        by_key.ended().await;

        let mut by_session = Stream::open(&world, "/api/v1/user/stream", session(&ada.person)).await;
        let mut visitor = Stream::open(&world, "/api/v1/client/pages/ada/intro/stream", None).await;
        by_session.until("event: hello").await;
        visitor.until("event: hello").await;
        ada.person.post("/api/v1/auth/logout", json!({})).await.gives(204);
        book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.gives(201);
        assert!(!by_session.ended().await.contains("event: booking"));
        // Who looks at the page has no login to lose.
        visitor.until("event: slots").await;
        world.leave_jobs();
    }
}

//! The binary as its operator meets it.
#![expect(
    clippy::unwrap_used,
    reason = "this is test code: it fails by panicking, with a sentence that says what was expected"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The binary with no setting but those of the test.
fn timeslot(data: &Path, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_timeslot"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TIMESLOT_")) {
        command.env_remove(name);
    }
    command.env("TIMESLOT_DATA_DIR", data);
    for (name, value) in settings {
        command.env(format!("TIMESLOT_{name}"), value);
    }
    command
}

fn run(data: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> Output {
    timeslot(data, settings).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// An address that nobody listens at. Its port lies below those that the system gives to whoever connects somewhere, so
/// that none of them takes it before the server does.
fn free_port() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let first = 10_000 + std::process::id() * 37 % 20_000;
    let mut addresses =
        (0..2000).map(|_| format!("127.0.0.1:{}", first + NEXT.fetch_add(1, Ordering::Relaxed)));
    addresses.find(|address| TcpListener::bind(address).is_ok()).unwrap()
}

/// A server that is stopped when the test ends.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(data: &Path) -> Self {
        Self::start_with(data, &[])
    }

    fn start_with(data: &Path, settings: &[(&str, &str)]) -> Self {
        let address = free_port();
        let mut child = timeslot(data, &[settings, &[("LISTEN", &address)]].concat())
            .arg("serve")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let greeting = BufReader::new(child.stdout.as_mut().unwrap()).lines().next().unwrap().unwrap();
        assert!(greeting.contains(&format!("http://{address}")), "{greeting}");
        Self { child, address }
    }

    fn ask(&self, request: &str) -> TcpStream {
        // The greeting comes before the first connection is taken, which waits in the listener's queue meanwhile.
        let mut socket = TcpStream::connect(&self.address).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(socket, "{request}\r\nhost: {}\r\n", self.address).unwrap();
        socket
    }

    fn get(&self, path: &str) -> String {
        let mut socket = self.ask(&format!("GET {path} HTTP/1.1"));
        write!(socket, "connection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).unwrap();
        answer
    }

    fn post(&self, path: &str, body: &str) -> TcpStream {
        let mut socket = self.ask(&format!("POST {path} HTTP/1.1"));
        let length = body.len();
        write!(
            socket,
            "content-type: application/json\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        socket
    }

    /// Registers, and gives the session's cookie.
    fn register(&self) -> String {
        let mut answer = String::new();
        self.post("/api/v1/auth/register", REGISTRATION).read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    fn tell(&self, signal: &str) {
        assert!(
            Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap().success()
        );
    }

    fn ended(&mut self) -> bool {
        let deadline = Instant::now() + Duration::from_secs(30);
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            std::thread::yield_now();
        }
        false
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            self.child.kill().unwrap();
        }
        self.child.wait().unwrap();
    }
}

const REGISTRATION: &str = r#"{"email":"ada@example.com","password":"correct horse battery","name":"Ada","time_zone":"Asia/Kolkata"}"#;

#[test]
fn wrong_settings_are_named_at_start() {
    let data = tempfile::tempdir().unwrap();
    let refused = run(data.path(), &[("LISTEN", "0.0.0.0:8080"), ("REGISTRATION", "maybe")], &["serve"]);
    let said = text(&refused.stderr);
    assert!(!refused.status.success());
    assert!(said.contains("TIMESLOT_PUBLIC_URL: is needed"), "{said}");
    let file = data.path().join("settings.toml");
    std::fs::write(&file, "lissten = \"127.0.0.1:1\"\n").unwrap();
    let refused = run(data.path(), &[], &["--config", file.to_str().unwrap(), "serve"]);
    assert!(text(&refused.stderr).contains("lissten: is no setting"), "{}", text(&refused.stderr));
    let warned = run(data.path(), &[("LISSTEN", "x")], &["migrate"]);
    assert!(
        warned.status.success() && text(&warned.stderr).contains("TIMESLOT_LISSTEN"),
        "{}",
        text(&warned.stderr)
    );
}

#[test]
fn migrate_doctor_and_openapi_answer() {
    let data = tempfile::tempdir().unwrap();
    let first = run(data.path(), &[], &["migrate"]);
    assert!(text(&first.stdout).contains("5 were new") || first.status.success());
    let second = run(data.path(), &[], &["migrate"]);
    assert!(text(&second.stdout).contains("0 were new"), "{}", text(&second.stdout));
    let healthy = run(data.path(), &[], &["doctor"]);
    assert!(healthy.status.success(), "{}", text(&healthy.stdout));
    let ill = run(data.path(), &[("SMTP_URL", "smtp://127.0.0.1:1?tls=none")], &["doctor"]);
    assert!(!ill.status.success() && text(&ill.stdout).contains("WRONG mail"), "{}", text(&ill.stdout));
    let ill = run(data.path(), &[("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none")], &["doctor"]);
    assert!(!ill.status.success() && text(&ill.stdout).contains("WRONG database"), "{}", text(&ill.stdout));
    assert!(text(&run(data.path(), &[], &["openapi"]).stdout).starts_with("{\n  \"openapi\": \"3.1.0\""));
}

#[test]
fn the_demo_keeps_off_public_addresses() {
    let data = tempfile::tempdir().unwrap();
    let refused = run(data.path(), &[("PUBLIC_URL", "https://book.example.com")], &["demo"]);
    assert!(!refused.status.success() && text(&refused.stderr).contains("this machine's own address only"));
}

#[test]
fn accounts_are_made_verified_reset_and_disabled() {
    let data = tempfile::tempdir().unwrap();
    let user = |arguments: &[&str], input: &str| {
        let mut child = timeslot(data.path(), &[])
            .arg("user")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let short = user(&["create", "ada@example.com", "--name", "Ada"], "short\n");
    assert!(!short.status.success() && text(&short.stderr).contains("8 to 200"), "{}", text(&short.stderr));
    let made = user(&["create", "ada@example.com", "--name", "Ada", "--operator"], "correct horse battery\n");
    assert!(made.status.success(), "{}", text(&made.stderr));
    let twice = user(&["create", "ADA@example.com", "--name", "Ada"], "correct horse battery\n");
    assert!(!twice.status.success());
    assert!(text(&user(&["reset", "ada@example.com"], "").stdout).contains("/reset-password/"));
    assert!(user(&["disable", "ada@example.com"], "").status.success());
    assert!(user(&["disable", "ada@example.com", "--undo"], "").status.success());
    assert!(user(&["verify", "ada@example.com"], "").status.success());
    assert!(!user(&["verify", "nobody@example.com"], "").status.success());
}

#[test]
fn nobody_is_verified_for_another_who_registered_with_the_same_address() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::start(data.path());
    let (first, _stranger) = (server.register(), server.register());
    let verify =
        |more: &[&str]| run(data.path(), &[], &[&["user", "verify", "ada@example.com"], more].concat());
    let refused = verify(&[]);
    let said = text(&refused.stderr);
    assert!(!refused.status.success() && said.contains("2 have registered"), "{said}");
    assert_eq!(said.matches("--id ").count(), 2, "{said}");

    let mut session = server.ask("GET /api/v1/auth/session HTTP/1.1");
    write!(session, "cookie: {first}\r\nconnection: close\r\n\r\n").unwrap();
    let mut owner = String::new();
    session.read_to_string(&mut owner).unwrap();
    let id = said.split("--id ").find_map(|rest| owner.contains(&rest[..36]).then(|| &rest[..36])).unwrap();
    assert!(verify(&["--id", id]).status.success());
    // The address has its owner now.
    assert!(
        text(&run(data.path(), &[], &["user", "reset", "ada@example.com"]).stdout)
            .contains("/reset-password/")
    );
}

#[test]
fn told_to_stop_it_answers_closes_streams_and_ends() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Server::start(data.path());
    let cookie = server.register();

    // A live stream is open, and a request is half-way in.
    let mut stream = server.ask("GET /api/v1/user/stream HTTP/1.1");
    write!(stream, "cookie: {cookie}\r\n\r\n").unwrap();
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("event: hello")));
    let body = r#"{"bio":"Product design"}"#;
    let mut slow = server.ask("PATCH /api/v1/user/profile HTTP/1.1");
    let (head, tail) = body.split_at(10);
    write!(
        slow,
        "cookie: {cookie}\r\ncontent-type: application/json\r\nconnection: close\r\nexpect: 100-continue\r\n\
         content-length: {}\r\n\r\n{head}",
        body.len()
    )
    .unwrap();
    let mut go_on = [0; "HTTP/1.1 100 Continue\r\n\r\n".len()];
    slow.read_exact(&mut go_on).unwrap();

    server.tell("-TERM");
    // The stream's end shows that the signal was heard.
    assert!(lines.all(|line| line.is_ok()));
    write!(slow, "{tail}").unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("Product design"), "{answer}");
    assert!(server.ended(), "the server did not end by itself");

    // What was promised is there after the next start.
    let again = Server::start(data.path());
    let mut seen = again.ask("GET /api/v1/user/profile HTTP/1.1");
    write!(seen, "cookie: {cookie}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    seen.read_to_string(&mut answer).unwrap();
    assert!(answer.contains("Product design"), "{answer}");
}

/// One conversation with a mail server that says nothing more once it has the letter, until the test lets it.
struct Postman {
    lines: BufReader<TcpStream>,
}

impl Postman {
    /// Takes a letter from the next that calls, up to its last line.
    fn takes_a_letter(listener: &TcpListener) -> Self {
        let socket = listener.accept().unwrap().0;
        socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let mut postman = Self { lines: BufReader::new(socket) };
        for answer in ["220 hello", "250 hello", "250 sender", "250 reader", "354 go on"] {
            postman.says(answer);
            postman.hears();
        }
        while postman.hears() != "." {}
        postman
    }

    fn says(&mut self, answer: &str) {
        write!(self.lines.get_mut(), "{answer}\r\n").unwrap();
    }

    fn hears(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}

#[test]
fn told_to_stop_it_ends_the_job_under_way() {
    let data = tempfile::tempdir().unwrap();
    let postbox = TcpListener::bind("127.0.0.1:0").unwrap();
    let smtp = format!("smtp://{}?tls=none", postbox.local_addr().unwrap());
    let mut server = Server::start_with(data.path(), &[("SMTP_URL", &smtp)]);
    let cookie = server.register();
    let mut postman = Postman::takes_a_letter(&postbox);
    let mut stream = server.ask("GET /api/v1/user/stream HTTP/1.1");
    write!(stream, "cookie: {cookie}\r\n\r\n").unwrap();
    let mut lines = BufReader::new(stream).lines();
    assert!(lines.any(|line| line.unwrap().contains("event: hello")));

    server.tell("-TERM");
    // The stream's end shows that the signal was heard; only then is the letter taken.
    assert!(lines.all(|line| line.is_ok()));
    postman.says("250 it is mine");
    assert!(server.ended(), "the server did not end by itself");

    // What was taken is written down as taken: the operator sees no letter that is still to be delivered.
    let again = Server::start_with(data.path(), &[("SMTP_URL", &smtp)]);
    let mut seen = again.ask("GET /api/v1/email/operator/undelivered HTTP/1.1");
    write!(seen, "cookie: {cookie}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    seen.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains(r#""items":[]"#), "{answer}");
}

#[test]
fn one_data_folder_is_served_once_and_health_is_told() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::start(data.path());
    let second = run(data.path(), &[("LISTEN", &free_port())], &["serve"]);
    assert!(!second.status.success() && text(&second.stderr).contains("another Timeslot serves"));
    assert!(run(data.path(), &[("LISTEN", &server.address)], &["healthcheck"]).status.success());
    assert!(!run(data.path(), &[("LISTEN", &free_port())], &["healthcheck"]).status.success());
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/openapi.json").contains("\"openapi\":\"3.1.0\""));
    assert!(server.get("/dev/mailbox").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_backup_is_put_back_with_its_secret() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new, file) =
        (folder.path().join("old"), folder.path().join("new"), folder.path().join("timeslot.backup"));
    let server = Server::start(&old);
    let cookie = server.register();
    let saved = run(&old, &[], &["backup", file.to_str().unwrap()]);
    assert!(saved.status.success(), "{}", text(&saved.stderr));
    assert!(text(&saved.stdout).contains("The secret key isn't in it"), "{}", text(&saved.stdout));
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions()) & 0o777,
        0o600
    );
    let twice = run(&old, &[], &["backup", file.to_str().unwrap()]);
    assert!(!twice.status.success() && text(&twice.stderr).contains("exists"), "{}", text(&twice.stderr));
    assert!(!text(&twice.stderr).contains("unavailable"), "{}", text(&twice.stderr));
    drop(server);

    // In a folder where nobody serves there is nothing to back up, and nothing is made.
    let (elsewhere, nothing) = (folder.path().join("elsewhere"), folder.path().join("nothing.backup"));
    let refused = run(&elsewhere, &[], &["backup", nothing.to_str().unwrap()]);
    assert!(
        !refused.status.success() && text(&refused.stderr).contains("TIMESLOT_DATA_DIR names the folder")
    );
    assert!(!elsewhere.exists() && !nothing.exists());

    let arguments = ["restore", file.to_str().unwrap()];
    let refused = run(&new, &[], &arguments);
    assert!(!refused.status.success() && text(&refused.stderr).contains("Put the secret.key of then into"));
    let occupied = run(&old, &[], &arguments);
    assert!(!occupied.status.success() && text(&occupied.stderr).contains("1 accounts already"));
    std::fs::copy(old.join("secret.key"), new.join("secret.key")).unwrap();
    let restored = run(&new, &[], &arguments);
    assert!(restored.status.success(), "{}", text(&restored.stderr));
    assert!(text(&restored.stdout).contains("Nothing leaves the house yet"), "{}", text(&restored.stdout));

    // The browser that was logged in is not, and what waits is told and let go.
    let server = Server::start(&new);
    let mut seen = server.ask("GET /api/v1/user/profile HTTP/1.1");
    write!(seen, "cookie: {cookie}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    seen.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    assert!(text(&run(&new, &[], &["jobs"]).stdout).contains("no letter leaves the house"));
    assert!(run(&new, &[], &["jobs", "release"]).status.success());
    assert!(text(&run(&new, &[], &["jobs"]).stdout).contains("Nothing is parked."));
    let again = run(&new, &[], &["jobs", "release"]);
    assert!(!again.status.success() && text(&again.stderr).contains("nothing is parked"));
}

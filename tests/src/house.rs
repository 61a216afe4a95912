//! The server in a process of its own, which can be killed.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use timeslot_chassis::world::{Person, World};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::Mutex;

/// Everything that starts have in common.
#[derive(Debug)]
pub struct House {
    settings: Vec<(&'static str, String)>,
    /// Where the secret key stands, and on SQLite the database.
    data: tempfile::TempDir,
    /// The megabytes of the disk under the data folder, where it is one of its own.
    disk: Option<u32>,
}

/// A running server.
#[derive(Debug)]
pub struct Running {
    process: Mutex<Child>,
    /// Where it is reached.
    pub base: String,
}

impl House {
    /// A house on the world's database, with limits off and letters going to `smtp`.
    #[must_use]
    pub fn new(world: &World, smtp: &str) -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut settings = vec![
            ("TIMESLOT_DATA_DIR", data.path().display().to_string()),
            ("TIMESLOT_SMTP_URL", smtp.to_owned()),
            ("TIMESLOT_RATE_LIMITS", "off".to_owned()),
            ("TIMESLOT_LETTERS_PER_ADDRESS_PER_DAY", "1000000".to_owned()),
            ("TIMESLOT_LETTERS_OF_NEW_HOST", "1000000".to_owned()),
            ("TIMESLOT_LOG", "error".to_owned()),
        ];
        // The world's own folder goes before ours.
        settings.extend(world.database_settings());
        Self { settings, data, disk: None }
    }

    /// The same house with a data folder of its own on a disk of `megabytes`, half of it taken by a file called
    /// `ballast`. It lives in memory, for one process and as long as that lives.
    #[must_use]
    pub fn on_a_small_disk(mut self, megabytes: u32) -> Self {
        self.settings.push(("TIMESLOT_DATA_DIR", self.data.path().display().to_string()));
        self.disk = Some(megabytes);
        self
    }

    fn command(&self) -> Command {
        let mut command = match self.disk {
            None => Command::new(binary()),
            Some(megabytes) => self.on_disk(megabytes),
        };
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TIMESLOT_")) {
            command.env_remove(name);
        }
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command.kill_on_drop(true);
        command
    }

    /// The binary in a mount namespace of its own; its arguments follow.
    fn on_disk(&self, megabytes: u32) -> Command {
        let script = r#"mount -t tmpfs -o size="$1"m timeslot "$2" && head -c "$3" /dev/zero >"$2/ballast" || exit 1
            binary=$4; shift 4; exec "$binary" "$@""#;
        let mut command = Command::new("unshare");
        let ballast = megabytes * 1024 * 512;
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
        command
            .args([megabytes.to_string(), self.data.path().display().to_string(), ballast.to_string()])
            .arg(binary());
        command
    }

    /// Makes a verified host called Ada.
    pub async fn ada(&self) {
        let mut process = self
            .command()
            .args(["user", "create", "ada@example.com", "--name", "Ada", "--handle", "ada", "--operator"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        process.stdin.take().unwrap().write_all(b"correct horse battery\n").await.unwrap();
        assert!(process.wait().await.unwrap().success());
    }

    /// Starts a server.
    pub async fn start(&self) -> Running {
        self.try_start(None).await.expect("it greets")
    }

    /// Starts a server that dies at the crash point `plan` (`name:count`); nothing if it dies before it greets.
    pub async fn start_doomed(&self, plan: &str) -> Option<Running> {
        self.try_start(Some(plan)).await
    }

    async fn try_start(&self, crash_at: Option<&str>) -> Option<Running> {
        let address = free_address();
        let mut command = self.command();
        command.env("TIMESLOT_LISTEN", &address).arg("serve").stdout(Stdio::piped());
        if let Some(plan) = crash_at {
            command.env("CRASH_AT", plan);
        }
        let mut process = command.spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let greeting = lines.next_line().await.unwrap()?;
        assert!(greeting.contains(&address), "{greeting}");
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Some(Running { process: Mutex::new(process), base: format!("http://{address}") })
    }
}

impl Running {
    /// Takes the ballast off a small disk.
    pub async fn drop_ballast(&self, house: &House) {
        let id = self.process.lock().await.id().expect("it lives");
        let seen_by_it = format!("/proc/{id}/root{}/ballast", house.data.path().display());
        std::fs::remove_file(seen_by_it).unwrap();
    }

    /// Somebody who speaks with it.
    #[must_use]
    pub fn person(&self, name: &str) -> Person {
        Person::at(name, &self.base)
    }

    /// kill -9, and its end.
    pub async fn kill(&self) {
        self.process.lock().await.kill().await.unwrap();
    }

    /// Waits for the death that was planned for it.
    pub async fn dies(self, plan: &str) {
        let mut process = self.process.lock().await;
        let death = tokio::time::timeout(std::time::Duration::from_mins(1), process.wait()).await;
        let status = death.unwrap_or_else(|_| panic!("it never reached {plan}")).unwrap();
        assert!(!status.success(), "it ended in peace: {status}");
    }
}

/// An address that nobody listens at. Its port lies below those that the system gives to whoever connects somewhere, so
/// that none of them takes it before the server does.
fn free_address() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let first = 10_000 + std::process::id() * 37 % 20_000;
    let mut addresses =
        (0..2000).map(|_| format!("127.0.0.1:{}", first + NEXT.fetch_add(1, Ordering::Relaxed)));
    addresses.find(|address| std::net::TcpListener::bind(address).is_ok()).expect("a port is free")
}

/// The binary beside the tests; building the workspace builds it.
fn binary() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.ancestors().nth(2).expect("tests lie in target/PROFILE/deps");
    let binary = folder.join("timeslot");
    assert!(binary.exists(), "{} is not built: build the workspace first", binary.display());
    binary
}

//! A mail server in a process of its own, which takes every letter and tells of it.

use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::mpsc;
use tokio::time::{Duration, timeout};

/// The longest that one waits for a letter.
const PATIENCE: Duration = Duration::from_mins(1);

/// The server, and the letters that it was seen to take.
#[derive(Debug)]
pub struct Postbox {
    _server: Child,
    lines: mpsc::UnboundedReceiver<String>,
    port: u64,
    /// How often each letter was taken, by its reader and its Message-ID.
    pub taken: BTreeMap<(String, String), usize>,
}

impl Postbox {
    /// Starts it on a free port of this machine.
    pub async fn open() -> Self {
        let python = std::env::var("TIMESLOT_TEST_PYTHON")
            .expect("a Python with aiosmtpd is needed: TIMESLOT_TEST_PYTHON=$(scripts/test-tools.sh)");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../services/email/tests/smtp_server.py");
        let mut server = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
        let first: Value = serde_json::from_str(&lines.next_line().await.unwrap().unwrap()).unwrap();
        let port = first["port"].as_u64().unwrap();
        let (sender, told) = mpsc::unbounded_channel();
        // Read as they come: a mail server that can't tell of a letter takes no other.
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self { _server: server, lines: told, port, taken: BTreeMap::new() }
    }

    /// The setting by which letters come here.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port)
    }

    /// Reads letters until `is_enough` of them have come.
    pub async fn wait_until(&mut self, is_enough: impl Fn(&Self) -> bool) {
        while !is_enough(self) {
            let line = timeout(PATIENCE, self.lines.recv()).await;
            let line = line.unwrap_or_else(|_| {
                panic!("no letter came within {PATIENCE:?}; {} were taken", self.taken.len())
            });
            let letter: Value = serde_json::from_str(&line.expect("the mail server goes on")).unwrap();
            let reader = letter["rcpt_to"][0].as_str().unwrap().to_owned();
            *self.taken.entry((reader, message_id(letter["message"].as_str().unwrap()))).or_default() += 1;
        }
    }

    /// The readers of whom a letter was taken.
    pub fn readers(&self) -> impl Iterator<Item = &str> {
        self.taken.keys().map(|(reader, _)| reader.as_str())
    }

    /// How many letters were taken more than once, each time counted.
    #[must_use]
    pub fn doubled(&self) -> usize {
        self.taken.values().map(|times| times - 1).sum()
    }
}

fn message_id(message: &str) -> String {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(message).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let line = text.lines().find(|line| line.to_ascii_lowercase().starts_with("message-id:"));
    line.expect("a letter has a Message-ID").to_owned()
}

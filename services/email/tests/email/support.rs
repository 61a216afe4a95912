//! The Python side of the tests: a real SMTP server, and a reader of messages that is not our own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

fn python(script: &str) -> Command {
    let python = std::env::var("TIMESLOT_TEST_PYTHON").expect(
        "TIMESLOT_TEST_PYTHON is missing: run `export TIMESLOT_TEST_PYTHON=\"$(scripts/test-tools.sh)\"` first",
    );
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(script);
    let mut command = Command::new(python);
    command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    command
}

/// An SMTP server that ends with the test.
pub struct Server {
    pub port: u16,
    lines: Lines<BufReader<ChildStdout>>,
    _input: ChildStdin,
    _process: Child,
}

impl Server {
    /// Starts `smtp_server.py` with `options`.
    pub async fn start(options: &[&str]) -> Self {
        let mut process = python("smtp_server.py").args(options).spawn().expect("the test's Python starts");
        let input = process.stdin.take().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = next(&mut lines).await["port"].as_u64().unwrap().try_into().unwrap();
        Self { port, lines, _input: input, _process: process }
    }

    /// The next message that it took.
    pub async fn taken(&mut self) -> Value {
        next(&mut self.lines).await
    }
}

async fn next(lines: &mut Lines<BufReader<ChildStdout>>) -> Value {
    let line =
        lines.next_line().await.unwrap().expect("the SMTP server ended early; its complaint stands above");
    serde_json::from_str(&line).unwrap()
}

/// What a mail program finds in `message`.
pub async fn read_message(message: &[u8]) -> Value {
    let mut process = python("read_message.py").spawn().expect("the test's Python starts");
    let mut input = process.stdin.take().unwrap();
    input.write_all(message).await.unwrap();
    drop(input);
    let output = process.wait_with_output().await.unwrap();
    assert!(output.status.success(), "the message can't be read:\n{}", String::from_utf8_lossy(message));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A certificate for `localhost` that nobody vouches for, as files in `folder`.
pub struct Certificate {
    pub pem: String,
    pub file: PathBuf,
    pub key: PathBuf,
}

impl Certificate {
    pub fn in_folder(folder: &Path) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (file, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
        let pem = made.cert.pem();
        std::fs::write(&file, &pem).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        Self { pem, file, key }
    }

    pub fn options<'a>(&'a self, tls: &'a str) -> Vec<&'a str> {
        let path = |path: &'a Path| path.to_str().unwrap();
        vec!["--tls", tls, "--certificate", path(&self.file), "--key", path(&self.key)]
    }
}

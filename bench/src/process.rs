//! A server as a process of its own, so that its processor time and memory are its own too.

use crate::client::{Client, get};
use anyhow::{Context, bail};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take until its first answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; it ends with this.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From its start to its first answer.
    pub first_answer: Duration,
}

impl Server {
    /// Starts `program serve` on a data folder, or on a database where one is named, and waits for its first answer.
    pub async fn start(program: &Path, data: &Path, database: Option<&str>) -> anyhow::Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Command::new(program);
        command.arg("serve").env("TIMESLOT_DATA_DIR", data).env("TIMESLOT_LISTEN", address.to_string());
        command.env("TIMESLOT_RATE_LIMITS", "off").stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(database) = database {
            command.env("TIMESLOT_DATABASE_URL", database);
        }
        let begun = Instant::now();
        let child = command.spawn().with_context(|| format!("{} can't be started", program.display()))?;
        let mut server = Self { child, address, first_answer: Duration::ZERO };
        server.wait_for_answer(begun).await?;
        server.first_answer = begun.elapsed();
        Ok(server)
    }

    /// The process's id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    async fn wait_for_answer(&mut self, begun: Instant) -> anyhow::Result<()> {
        let request = get(self.address, "/readyz", "");
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended before its first answer: {status}");
            }
            if let Ok(mut client) = Client::connect(self.address).await
                && client.ask(&request).await.is_ok_and(|answer| answer.status == 200)
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        bail!("the server gave no answer within {PATIENCE:?}")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait()) {
            eprintln!("the server could not be ended: {error}");
        }
    }
}

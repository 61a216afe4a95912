//! One HTTP/1.1 connection that is kept open: the least that can be asked and read, so that what is measured is the
//! server and not this.

use anyhow::{Context, bail};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A connection to the server.
#[derive(Debug)]
pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What came back.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// How long the body was on the wire, in bytes.
    pub length: usize,
}

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> anyhow::Result<Self> {
        let stream =
            TcpStream::connect(address).await.with_context(|| format!("{address} doesn't answer"))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request as it stands and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> anyhow::Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = self.read_head().await?;
        let text = std::str::from_utf8(&self.buffer[..head]).context("the head of the answer is no text")?;
        let status = text.get(9..12).and_then(|it| it.parse().ok()).context("the answer has no status")?;
        let body = match (field(text, "content-length"), field(text, "transfer-encoding")) {
            (Some(length), _) => self.read_to(head + length.parse::<usize>()?).await?,
            (None, Some(_)) => self.read_chunks(head).await?,
            (None, None) => head,
        };
        Ok(Answer { status, length: body - head })
    }

    async fn more(&mut self) -> anyhow::Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            bail!("the server closed the connection");
        }
        Ok(())
    }

    /// Where the body begins.
    async fn read_head(&mut self) -> anyhow::Result<usize> {
        loop {
            if let Some(at) = self.buffer.windows(4).position(|it| it == b"\r\n\r\n") {
                return Ok(at + 4);
            }
            self.more().await?;
        }
    }

    async fn read_to(&mut self, end: usize) -> anyhow::Result<usize> {
        while self.buffer.len() < end {
            self.more().await?;
        }
        Ok(end)
    }

    /// Chunks, each behind its length in hexadecimal digits, until an empty one.
    async fn read_chunks(&mut self, mut at: usize) -> anyhow::Result<usize> {
        loop {
            let Some(line) = self.buffer[at..].windows(2).position(|it| it == b"\r\n") else {
                self.more().await?;
                continue;
            };
            let digits = std::str::from_utf8(&self.buffer[at..at + line])?;
            let length = usize::from_str_radix(digits, 16).context("a chunk has no length")?;
            at = self.read_to(at + line + 2 + length + 2).await?;
            if length == 0 {
                return Ok(at);
            }
        }
    }
}

fn field<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let mut fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// A GET of `path` that takes `encoding`, such as `br`, or none where it is empty.
pub fn get(address: SocketAddr, path: &str, encoding: &str) -> Vec<u8> {
    let accept = if encoding.is_empty() { String::new() } else { format!("accept-encoding: {encoding}\r\n") };
    format!("GET {path} HTTP/1.1\r\nhost: {address}\r\n{accept}\r\n").into_bytes()
}

/// A POST of JSON under an idempotency key.
pub fn post(address: SocketAddr, path: &str, key: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\nidempotency-key: {key}\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

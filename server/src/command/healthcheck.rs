//! `timeslot healthcheck`: asks a running server whether it lives, for containers without other tools.

use crate::config::Config;
use anyhow::bail;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use timeslot_chassis::outbound::{Outbound, Outgoing, Reach};

/// Fails unless the server on this machine answers.
pub async fn run(config: &Config) -> anyhow::Result<()> {
    let mut address = config.listen;
    if address.ip().is_unspecified() {
        address = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), address.port());
    }
    let asked = Outgoing {
        method: "GET".parse()?,
        url: format!("http://{address}/healthz").parse()?,
        headers: axum::http::HeaderMap::new(),
        body: Vec::new(),
    };
    let answer = Outbound::new(Reach::Anywhere)?.send(asked).await?;
    if !answer.status.is_success() {
        bail!("the server at {address} answered {}", answer.status);
    }
    println!("ok");
    Ok(())
}

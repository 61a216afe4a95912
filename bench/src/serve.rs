//! The product's server with one route more: the yardstick, an answer that costs nothing, behind the same layers. It is
//! mounted here alone and never in the product.

use axum::routing::get;
use timeslot_server::command::serve::{prepare_with, serve};
use timeslot_server::config::{Config, Source};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Where the yardstick answers.
pub const YARDSTICK: &str = "/api/v1/client/yardstick";

/// Serves as the product does, settings from `TIMESLOT_…` variables.
pub async fn run() -> anyhow::Result<()> {
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let config = Config::parse(&Source::read(None, variables)?)?;
    let filter = EnvFilter::try_new(&config.log)?;
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(std::io::stderr).init();
    let yardstick = axum::Router::new().route(YARDSTICK, get(|| async { "ok" }));
    let ready = prepare_with(&config, &[], yardstick).await?;
    let listener = TcpListener::bind(config.listen).await?;
    // It is ended by whoever started it.
    serve(ready, listener, std::future::pending()).await
}

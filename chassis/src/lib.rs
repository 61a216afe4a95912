//! The frame that every service is bolted to: who is calling, problems, limits, idempotency, the live bus, the job
//! worker, outgoing requests, and the world that tests live in.

pub mod app;
pub mod body;
pub mod bus;
pub mod cache;
pub mod caller;
pub mod check;
pub mod clock;
pub mod cookie;
pub mod gateway;
pub mod idempotency;
pub mod instant;
pub mod keys;
pub mod limits;
pub mod network;
pub mod origin;
pub mod outbound;
pub mod page;
pub mod price;
pub mod problem;
pub mod query;
pub mod rate;
pub mod seats;
pub mod secret;
pub mod service;
pub mod settings;
pub mod sse;
pub mod token;
pub mod worker;
#[cfg(feature = "world")]
pub mod world;

pub use app::{App, Parts};
pub use body::Body;
pub use caller::{BearerToken, Host, Operator, SessionCaller};
pub use check::Check;
pub use instant::{Instant, InstantWriter};
pub use keys::Keys;
pub use network::Network;
pub use problem::{Problem, Refusals};
pub use query::{Path, Query};
pub use secret::Secret;
pub use service::Service;
pub use settings::Settings;
